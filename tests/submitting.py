"""Stories of submissions: clerks of agencies, and a submission brought to where a story needs it."""

from datetime import date

from agendas.actions import (
    accept_submission,
    checkpoints_of,
    lodge_submission,
    route_submission,
    start_submission,
)
from agendas.states import Route
from agendas.submissions.checklist import lay_checklist
from people.models import Agency, Post
from tests.cabinet import PORTFOLIOS, SINCE


def agency(key):
    """Return the agency of a portfolio of the cabinet: ``finance`` is the ministry of finance."""
    return Agency.objects.get(code=f"000.00.00.{PORTFOLIOS[key][2]}")


class Register:
    """A cabinet with a checklist, and a clerk in each ministry."""

    def __init__(self, cabinet):
        self.cabinet = cabinet
        lay_checklist(cabinet.body, starts=SINCE)
        for key in PORTFOLIOS:
            clerk = cabinet.person(f"{key}_clerk")
            Post.objects.create(agency=agency(key), person=clerk, starts=SINCE)

    def clerk(self, key="finance"):
        return self.cabinet.people[f"{key}_clerk"]

    def draft(self, title="Gia hạn nộp thuế", key="finance", **facts):
        """Return a draft of the agency's clerk. It is for discussion, which needs no papers."""
        facts = {"kind": "discussion", "title": title, **facts}
        return start_submission(self.clerk(key), self.cabinet.body, agency(key), **facts)

    def lodged(self, title="Gia hạn nộp thuế", key="finance", **facts):
        return lodge_submission(self.clerk(key), self.draft(title, key, **facts))

    def accepted(self, *args, **facts):
        submission = self.lodged(*args, **facts)
        return accept_submission(self.cabinet.secretary, submission, answers=self.yes(submission))

    def routed(self, *args, route=Route.SESSION, **facts):
        return route_submission(self.cabinet.chair, self.accepted(*args, **facts), route=route)

    def yes(self, submission):
        """Return the answers of a check that finds nothing wrong."""
        return {point.code: "yes" for point in checkpoints_of(submission)}

    def heard(self, submission):
        """Return the names in the submission's journal, in order."""
        from realtime.journal import read

        return list(read(f"submission.{submission.pk}").values_list("name", flat=True))


def leave(cabinet, key, day=date(2020, 1, 31)):
    """Let a clerk's post end with a day that is past."""
    Post.objects.filter(person=cabinet.people[f"{key}_clerk"]).update(ends=day)
