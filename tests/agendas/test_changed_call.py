"""What changes while the last call on it runs is another thing: it is called anew."""

import pytest

from agendas.actions import adopt_without_debate, call_last, edit_item
from agendas.errors import NoLastCall
from agendas.models import LastCall
from core import clock
from papers.actions import replace_paper, table_paper, take_late_papers, withdraw_paper
from papers.ingest.reading import read_pdf
from realtime.live import state_of
from tests.agendas.calls import after, entered, session_with_call
from tests.papers import files


def pdf(text="Dự thảo"):
    return read_pdf(files.good(text=text), name="du-thao.pdf")


@pytest.fixture
def meeting(cabinet):
    return session_with_call(cabinet)


def called(meeting):
    call = state_of("meeting", meeting.pk, "member")["adoption"]["call"]
    return [one["label"] for one in call["items"]] if call else []


@pytest.mark.parametrize("change", ["reworded", "tabled", "replaced", "withdrawn"])
def test_an_item_that_changes_is_no_longer_called(cabinet, meeting, change):
    first, *others = entered(meeting)
    paper = table_paper(cabinet.secretary, first, title="Dự thảo", file=pdf())
    call = call_last(cabinet.chair, meeting, [first, *others])
    assert called(meeting) == ["1", "2", "3"]

    if change == "reworded":
        edit_item(cabinet.secretary, first, title="Tăng thuế")
    elif change == "tabled":
        table_paper(cabinet.secretary, first, title="Phụ lục", file=pdf("Phụ lục"))
    elif change == "replaced":
        replace_paper(cabinet.secretary, paper, file=pdf("Sửa"))
    else:
        withdraw_paper(cabinet.secretary, paper)

    assert called(meeting) == ["2", "3"]
    with after(call):
        with pytest.raises(NoLastCall):
            adopt_without_debate(cabinet.chair, meeting, [first, *others])
        assert [item.label for item in adopt_without_debate(cabinet.chair, meeting)] == ["2", "3"]
    with after(call_last(cabinet.chair, meeting, [first])):
        assert [item.label for item in adopt_without_debate(cabinet.chair, meeting)] == ["1"]


def test_what_comes_late_changes_nothing_until_the_chair_takes_it(cabinet, meeting):
    first = entered(meeting)[0]
    with clock.at(meeting.starts_at):
        call_last(cabinet.chair, meeting, entered(meeting))
        table_paper(cabinet.secretary, first, title="Phụ lục", file=pdf(), late_for="Bão")
        assert called(meeting) == ["1", "2", "3"]

        take_late_papers(cabinet.chair, first)

        assert called(meeting) == ["2", "3"]


def test_a_part_takes_the_whole_along_and_an_empty_call_is_over(cabinet, meeting):
    first = entered(meeting)[0]
    part = cabinet.item(meeting, "A1", parent=first)
    cabinet.take_up(part)
    call_last(cabinet.chair, meeting, [first])

    edit_item(cabinet.secretary, part, minutes=3)
    assert called(meeting) == ["1", "1.1"], "the time planned is nothing to decide on"
    edit_item(cabinet.secretary, part, summary="Thêm một ý")

    assert not LastCall.objects.exists()


def test_with_a_part_that_was_not_called_the_screens_say_that_the_whole_is_out(cabinet, meeting):
    first, *others = entered(meeting)
    call = call_last(cabinet.chair, meeting, [first, *others])

    cabinet.take_up(cabinet.item(meeting, "A1", parent=first))

    told = state_of("meeting", meeting.pk, "member")["adoption"]["call"]["items"]
    assert [one["label"] for one in told if one["out"]] == ["1"]
    with after(call):
        assert [item.label for item in adopt_without_debate(cabinet.chair, meeting)] == ["2", "3"]
