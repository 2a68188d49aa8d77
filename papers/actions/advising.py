"""An agency's opinion together with the files it sends."""

from collections.abc import Sequence
from contextlib import ExitStack

from django.db import transaction
from django.utils.translation import gettext as _

from agendas.actions import answer_advice, lapse_check
from agendas.models import Advice, Item
from agendas.states import Answer
from agendas.submissions.standing import standing_item
from core.clock import now
from core.policies import require
from papers.actions.following import follow_version
from papers.actions.homes import Telling, require_electronic
from papers.actions.tabling import kept, number_version
from papers.ingest.reading import ReadPdf
from papers.models import Paper, PaperRole, PaperVersion
from papers.policies import may_advise
from people.models import Person
from realtime.journal import announce


def give_opinion(
    actor: Person,
    advice: Advice,
    *,
    answer: Answer | str,
    text: str = "",
    about: str = "",
    files: Sequence[ReadPdf] = (),
) -> Advice:
    """Answer for an agency that was asked; its files lie in the submission as papers."""
    require(may_advise(actor, advice))
    with ExitStack() as stack:
        versions = [stack.enter_context(kept(file)) for file in files]
        with transaction.atomic():
            advice = answer_advice(actor, advice, answer=answer, text=text, about=about)
            _lay(actor, advice, versions)
    return advice


def _lay(actor: Person, advice: Advice, versions: Sequence[PaperVersion]) -> None:
    if not versions:
        return
    home = advice.submission
    require_electronic(home)
    item = standing_item(home)
    for version in versions:
        paper = Paper.objects.create(
            matter=home.matter,
            advice=advice,
            title=_("Opinion of %(agency)s") % {"agency": advice.agency},
            role=PaperRole.ADVICE,
            order=home.matter.papers.count() + 1,
            tabled_at=now(),
            tabled_by=actor,
        )
        number_version(version, paper, actor, 1, home=item or home)
        announce(Telling(home).laid(version), actor=actor)
        if item is not None:
            _lie_under(actor, version, item)


def _lie_under(actor: Person, version: PaperVersion, item: Item) -> None:
    """Tell the meeting, on whose agenda the matter stands, of the paper; its check lapses."""
    announce(Telling(item).laid(version), actor=actor)
    lapse_check(item)
    if version.is_admitted:
        follow_version(actor, version, item)
