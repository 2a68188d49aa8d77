"""What may go wrong with a paper or a mark, each as a sentence for the person who tried."""

from django.utils.translation import gettext_lazy as _

from core.errors import BadInput, RuleBroken


class TooLarge(BadInput):
    """More bytes than a paper may have."""

    status = 413
    message = _("The file is larger than %(most)s MB. Please split it or save it with less detail.")


class NotAPdf(BadInput):
    """Something else under the name of a PDF."""

    message = _("This file is not a PDF. Please save the document as PDF and choose it again.")


class EncryptedPdf(BadInput):
    """Nobody could read it without a password."""

    message = _("This PDF asks for a password. Please remove the password and choose it again.")


class DamagedPdf(BadInput):
    """Cut off or broken."""

    message = _("This PDF is damaged or incomplete. Please export it again from the document.")


class TooManyPages(BadInput):
    """More pages than a paper may have."""

    message = _("This PDF has more than %(most)s pages. Please split it into several papers.")


class PageTooLarge(BadInput):
    """A page as large as a house."""

    message = _(
        "A page of this PDF is larger than 5 metres. Please export it on a usual page size."
    )


class TooComplex(BadInput):
    """The child ran out of time or memory."""

    message = _("This PDF is too complex to be read safely. Please export it again, more simply.")


class AlreadyTabled(RuleBroken):
    """The very same bytes lie under this item."""

    message = _("This very file already lies under this item: “%(title)s”.")


class PaperIsWithdrawn(RuleBroken):
    """What was withdrawn stays withdrawn."""

    message = _("This paper has been withdrawn.")


class PaperOnly(RuleBroken):
    """The papers of a secret matter never enter the system (Luật Bảo vệ bí mật nhà nước)."""

    message = _("This matter is secret: its papers are on paper only and cannot be uploaded.")


class PaperIsOpen(RuleBroken):
    message = _("“%(title)s” is not restricted; all who see its item see it.")


class ItemGoesOnElsewhere(RuleBroken):
    """A matter that was deferred is prepared for the session ahead."""

    message = _("This item was deferred. Please lay the paper at the session where it goes on.")


class ItemIsWithdrawn(RuleBroken):
    """What a meeting does not deal with stays as it was."""

    message = _("This item was withdrawn; its papers stay as they are.")


class NoLatePapers(RuleBroken):
    """Nothing waits for the chair's consent."""

    message = _("No paper under this item waits for the chair.")


class UnknownMark(BadInput):
    """A mark that is no mark."""

    message = _("This mark cannot be saved: %(why)s")


class MarkFromTheFuture(BadInput):
    """The device's clock is ahead by minutes, and its marks would win for ever."""

    message = _("The clock of this device is wrong by more than five minutes. Please correct it.")


class MarkTooLarge(BadInput):
    """More ink than one mark may hold."""

    status = 413
    message = _("This mark holds too much ink. Please draw it in several strokes.")
