"""Submissions on their way, told back from today: written, lodged, returned, checked, routed."""

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any

from django.db import transaction
from django.utils import timezone

from agendas import actions
from agendas.actions import checkpoints_of
from agendas.models import Advice, Submission
from agendas.states import Answer, Route, Secrecy, Urgency
from config.demo.files import read_all
from config.demo.ground import BODY, person
from config.demo.printing import PaperText, print_all
from config.demo.session import ROLE
from config.demo.upcoming import TITLE as NEXT_SESSION
from core import clock
from meetings.models import Meeting
from papers.actions import attach_paper, give_opinion, replace_paper
from papers.ingest.reading import ReadPdf
from papers.models import Paper
from people.models import Agency, Body

DOSSIERS = Path(__file__).resolve().parent / "dossiers"
SATURDAY = 5
ASSETS = "Nghị định sửa đổi, bổ sung một số điều quy định về quản lý, sử dụng tài sản công"
MEDICINES = "Nghị quyết về bảo đảm thuốc, thiết bị y tế cho cơ sở khám bệnh, chữa bệnh công lập"
MEDIATION = "Nghị định quy định chi tiết về hòa giải ở cơ sở"
CARE = "Củng cố y tế cơ sở và kế hoạch năm tới"
REVENUE = "Đề án hiện đại hóa công tác thu, nộp ngân sách nhà nước"
Step = tuple[datetime, Callable[[], object]]


def tell_submissions() -> list[Submission]:
    """Tell the story of six submissions of three clerks, each deed at its moment."""
    shelf = print_all(_texts())
    read = read_all(list(shelf.values()))
    files = {(text.folder, text.kind): read[path] for text, path in shelf.items()}
    for moment, deed in sorted(_steps(files), key=lambda step: step[0]):
        with clock.at(moment), transaction.atomic():
            deed()
    return list(Submission.objects.order_by("pk"))


def back(days: int, hour: int = 9, minute: int = 0) -> datetime:
    """Return a moment so many working days before today."""
    day = timezone.localtime()
    while days:
        day -= timedelta(days=1)
        days -= day.weekday() < SATURDAY
    return day.replace(hour=hour, minute=minute, second=0, microsecond=0)


def _texts() -> list[PaperText]:
    paths = sorted(DOSSIERS.glob("*/*.txt"))
    return [PaperText(path.parent.name, path.stem, DOSSIERS) for path in paths]


Files = dict[tuple[str, str], ReadPdf]


def _steps(files: Files) -> Iterator[Step]:
    yield from _assets(files)
    yield from _medicines(files)
    yield from _mediation(files)
    yield from _care(files)
    yield back(4, 15), partial(_begin, "clerk01", "BTC", REVENUE, minutes=20)
    secret = {"secrecy": Secrecy.SECRET, "kind": "discussion"}
    yield back(6, 10), partial(_begin, "clerk01", "BTC", "", **secret)
    yield back(6, 10, 30), partial(_lodge, "clerk01", "Nội dung mật, tài liệu giấy")


def _assets(files: Files) -> Iterator[Step]:
    """Agencies answer, are late, or have spoken of a draft that was replaced; then it is lodged."""
    facts = {"urgency": Urgency.URGENT, "rapporteur": person("member11"), "minutes": 15}
    yield back(10), partial(_begin, "clerk01", "BTC", ASSETS, **facts)
    for minute, kind in enumerate(("submission", "draft")):
        yield (
            back(10, 9, 10 + minute),
            partial(_lay, "clerk01", ASSETS, files["public-assets", kind]),
        )
    yield back(9, 8), partial(_ask, ASSETS, ("BTP", "BKHĐT", "BTNMT"), back(4, 17))
    yield back(7, 9), partial(_answer, "member10", ASSETS, "BKHĐT", Answer.REMARKS, REMARK, "draft")
    renewed = files["public-assets-2", "draft"]
    yield back(5, 14), partial(_renew, "clerk01", ASSETS, renewed)
    yield back(5, 16), partial(_answer, "clerk03", ASSETS, "BTP", Answer.AGREE, "", "draft")
    yield back(1, 8, 30), partial(_lodge, "clerk01", ASSETS)
    yield back(1, 9), partial(_ask, ASSETS, ("BYT",), None)


REMARK = "Đề nghị quy định thời hạn Bộ Tài chính quyết định khi các bộ không thống nhất (Điều 1)."


def _medicines(files: Files) -> Iterator[Step]:
    """The secretariat returned it for what is missing."""
    yield back(6, 8), partial(_begin, "clerk02", "BYT", MEDICINES, rapporteur=person("member22"))
    for minute, kind in enumerate(("submission", "draft")):
        yield back(6, 8, 10 + minute), partial(_lay, "clerk02", MEDICINES, files["medicines", kind])
    yield back(5, 9), partial(_lodge, "clerk02", MEDICINES)
    reason = (
        "Chưa có bảng tổng hợp ý kiến của Bộ Tài chính, Bộ Kế hoạch và Đầu tư. Đề nghị bổ sung."
    )
    yield back(4, 10), partial(_return, MEDICINES, reason)


def _mediation(files: Files) -> Iterator[Step]:
    """It was accepted and waits for the chair."""
    facts = {"kind": "adoption", "minutes": 5, "rapporteur": person("member09")}
    yield back(5, 8), partial(_begin, "clerk03", "BTP", MEDIATION, **facts)
    for minute, kind in enumerate(("submission", "draft")):
        yield back(5, 8, 10 + minute), partial(_lay, "clerk03", MEDIATION, files["mediation", kind])
    yield back(4, 9), partial(_lodge, "clerk03", MEDIATION)
    yield back(3, 10), partial(_accept, MEDIATION)


def _care(files: Files) -> Iterator[Step]:
    """The chair routed it to a session; it can be put on the agenda with one press."""
    wished = Meeting.objects.filter(title=NEXT_SESSION).first()
    facts = {"kind": "discussion", "minutes": 20, "preferred_meeting": wished}
    facts |= {"rapporteur": person("member22"), "co_sponsors": [_agency("BNV")]}
    yield back(8), partial(_begin, "clerk02", "BYT", CARE, **facts)
    report = files["primary-care", "submission"]
    yield back(8, 9, 10), partial(_lay, "clerk02", CARE, report)
    yield back(7), partial(_lodge, "clerk02", CARE)
    yield back(6, 15), partial(_accept, CARE)
    yield back(1, 16), partial(_route, CARE)


def _agency(symbol: str) -> Agency:
    return Agency.objects.get(symbol=symbol)


def _named(title: str) -> Submission:
    return Submission.objects.get(title=title)


def _begin(clerk: str, agency: str, title: str, **facts: Any) -> None:
    body = Body.objects.get(code=BODY)
    actions.start_submission(person(clerk), body, _agency(agency), title=title, **facts)


def _lay(clerk: str, title: str, file: ReadPdf) -> None:
    kind = file.name.rsplit("-", 2)[1]
    role = ROLE[kind]
    words = str(role.label) if role != "submission" else "Tờ trình"
    attach_paper(person(clerk), _named(title), title=words, file=file, role=role)


def _renew(clerk: str, title: str, file: ReadPdf) -> None:
    paper = Paper.objects.get(matter__submission__title=title, role="draft")
    replace_paper(person(clerk), paper, file=file, reason="Tiếp thu ý kiến tại Điều 1")


def _lodge(clerk: str, title: str) -> None:
    actions.lodge_submission(person(clerk), _named(title))


def _return(title: str, reason: str) -> None:
    actions.return_submission(person("secretary"), _named(title), reason=reason)


def _accept(title: str) -> None:
    submission = _named(title)
    answers = {point.code: "yes" for point in checkpoints_of(submission)}
    actions.accept_submission(person("secretary"), submission, answers=answers)


def _route(title: str) -> None:
    actions.route_submission(person("chair"), _named(title), route=Route.SESSION)


def _ask(title: str, agencies: tuple[str, ...], due: datetime | None) -> None:
    submission = _named(title)
    actions.ask_advice(
        person("clerk01"),
        submission,
        agencies=[_agency(symbol) for symbol in agencies],
        question="Đề nghị quý cơ quan cho ý kiến về dự thảo Nghị định.",
        due_at=due,
    )


def _answer(who: str, title: str, agency: str, answer: Answer, text: str, about: str) -> None:
    advice = Advice.objects.get(submission__title=title, agency=_agency(agency))
    give_opinion(person(who), advice, answer=answer, text=text, about=about)
