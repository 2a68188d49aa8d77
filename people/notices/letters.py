"""A notice as a mail. Of what is restricted it says only that there is something to read."""

from collections.abc import Iterable
from email.utils import formataddr

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.template.loader import render_to_string
from django.utils import translation
from django.utils.translation import gettext as _

from people.models import Person
from people.notices.kinds import Enclosure, enclosures_of
from people.notices.models import Notice

Line = dict[str, str]


def letter(notice: Notice) -> EmailMultiAlternatives:
    """Write one notice as a mail of its own, with what goes along."""
    with translation.override(notice.person.language):
        line = line_of(notice)
        mail = _mail(notice.person, line["title"], "people/mail/notice.txt", [line])
    for enclosure in () if notice.restricted else enclosures_of(notice):
        _enclose(mail, enclosure)
    mail.extra_headers["Message-ID"] = f"<notice-{notice.pk}@{settings.MAIL_DOMAIN}>"
    return mail


def digest(notices: list[Notice]) -> EmailMultiAlternatives:
    """Write the day's notices as one mail."""
    person = notices[0].person
    with translation.override(person.language):
        lines = [line_of(notice) for notice in notices]
        return _mail(person, _("Notices of the day"), "people/mail/digest.txt", lines)


def line_of(notice: Notice) -> Line:
    """Return title, text and full address of a notice, as they may leave the system."""
    if notice.restricted:
        title, body = _("There is news on a restricted item"), _("Please sign in to read it.")
        return {"title": title, "body": body, "url": f"{settings.SITE_URL}/notices/"}
    url = f"{settings.SITE_URL}{notice.url}" if notice.url else ""
    return {"title": notice.title_here, "body": notice.body_here, "url": url}


def _mail(
    person: Person, subject: str, template: str, lines: Iterable[Line]
) -> EmailMultiAlternatives:
    facts = {"person": person, "lines": lines, "site": settings.SITE_URL}
    return EmailMultiAlternatives(
        subject=" ".join(subject.split()),
        body=render_to_string(template, facts),
        to=[formataddr((person.full_name, person.email))],
        headers={"Auto-Submitted": "auto-generated"},
    )


def _enclose(mail: EmailMultiAlternatives, enclosure: Enclosure) -> None:
    if not enclosure.is_form:
        mail.attach(enclosure.name, enclosure.content, enclosure.mime)
        return
    mail.attach_alternative(enclosure.content.decode(), enclosure.mime)
