"""What the small world has on the secretariat's desk besides its meetings."""

from datetime import date

from tests.cabinet import SINCE
from tests.doors_secrets import SECRET_ANNEX, SECRET_ITEM, SECRET_PAPER, UNTOLD


class Desk:
    """Submissions, releases, series, templates, the programme and the room."""

    def _submissions(self):
        """Let a clerk of finance lodge matters; health is asked for its opinion of one."""
        from agendas.actions import ask_advice
        from people.actions import appoint_assistant, form_circle
        from tests.submitting import Register, agency

        register = Register(self.cabinet)
        self.people["clerk"] = register.clerk()
        lodged = register.lodged("Gia hạn nộp thuế")
        (advice,) = ask_advice(register.clerk(), lodged, agencies=[agency("health")])
        admin, body = self.cabinet.admin, self.cabinet.body
        seat = body.memberships.get(person=self.cabinet.health)
        helper = appoint_assistant(admin, seat, person=self.cabinet.person("helper"), starts=SINCE)
        self.ids |= {
            "own_draft": register.draft("Dự thảo riêng").pk,
            "lodged": lodged.pk,
            "advice": advice.pk,
            "routed": register.routed("Đã phân hướng").pk,
            "post": agency("finance").posts.get().pk,
            "agency": agency("finance").pk,
            "assistance": helper.pk,
            "circle": form_circle(admin, body, name="Thường trực", persons=[]).pk,
        }

    def _calendar(self):
        from meetings.actions import remove_day

        calendar = self.cabinet.working_calendar(2026)
        removed = calendar.days.last()
        remove_day(self.cabinet.admin, calendar, day=removed.day)
        self.ids |= {"calendar": calendar.pk, "day": calendar.days.first().pk}
        self.ids["removed_day"] = removed.pk

    def _release(self):
        """Let the agenda and the papers go to the public; plan the decisions."""
        from core.clock import now
        from exchange.actions import confirm_release, plan_release
        from exchange.states import GATES, What
        from papers.models import PaperVersion

        secretary, meeting = self.cabinet.secretary, self.meeting
        for what in (What.AGENDA, What.PAPERS):
            for audience in GATES:
                facts = {"what": what, "audience": audience, "planned_at": now()}
                confirm_release(secretary, plan_release(secretary, meeting, **facts))
        facts = {"what": What.DECISIONS, "audience": GATES[0], "planned_at": now()}
        self.ids["gate"] = plan_release(secretary, meeting, **facts).pk
        self.ids |= {
            "public_file": PaperVersion.objects.get(paper=self.ids["paper"]).pk,
            "main_organization": f"body-{self.cabinet.body.pk}",
            "meetings": "meetings",
            "kind": "meeting",
            "public_meeting": str(meeting.pk),
            "nowhere": "where/is/that",
        }

    def _decided(self):
        """Let a session with something restricted be decided and go to members and agencies."""
        from agendas.actions import close_item
        from core.clock import now
        from exchange.actions import confirm_release, plan_release
        from exchange.states import GATES, What
        from meetings.actions import move_meeting
        from papers.actions import restrict_paper
        from papers.models import Paper, PaperVersion

        cabinet = self.cabinet
        meeting = cabinet.meeting("Phiên họp đã phát hành")
        item = cabinet.item(meeting, "Đề án phát hành")
        hidden = cabinet.item(meeting, SECRET_ITEM, restricted=True)
        cabinet.publish(meeting)
        released = self._paper(item, "Tờ trình phát hành", text="Tờ trình")
        annex = Paper.objects.get(pk=self._paper(item, SECRET_ANNEX))
        restrict_paper(cabinet.secretary, annex)
        self._paper(hidden, SECRET_PAPER)
        cabinet.convene(meeting)
        cabinet.arrive(meeting)
        move_meeting(cabinet.chair, meeting, "in_session")
        close_item(cabinet.chair, cabinet.open_item(meeting), conclusion="Giao Bộ Tài chính.")
        cabinet.item(meeting, UNTOLD)
        meeting = move_meeting(cabinet.chair, meeting, "adjourned")
        for what in What:
            for audience in GATES[:2]:
                facts = {"what": what, "audience": audience, "planned_at": now()}
                gate = plan_release(cabinet.secretary, meeting, **facts)
                confirm_release(cabinet.secretary, gate)
        self.ids["decided"] = meeting.pk
        self.ids["released_version"] = PaperVersion.objects.get(paper=released).pk

    def _series(self):
        from meetings.actions import create_series

        cabinet = self.cabinet
        series = create_series(
            cabinet.secretary,
            cabinet.body,
            title="Phiên họp tháng {month}/{year}",
            place="Hà Nội",
            rhythm="workday",
            nth=1,
            chair=cabinet.chair,
            secretary=cabinet.secretary,
            starts=date(2020, 1, 1),
        )
        self.ids["series"] = series.pk

    def _template(self):
        from agendas.actions import make_template

        template = make_template(self.cabinet.secretary, self.cabinet.body, name="Thường kỳ")
        self.ids["template"] = template.pk

    def _programme(self):
        from agendas.actions import register_entry

        cabinet = self.cabinet
        agency = cabinet.body.memberships.get(person=cabinet.finance).agency
        facts = {"year": 2027, "month": 3, "title": "Dự án luật", "agency": agency}
        self.ids["entry"] = register_entry(cabinet.secretary, cabinet.body, **facts).pk

    def _room(self):
        from meetings.actions import draw_room, seat_meeting

        cabinet = self.cabinet
        room = draw_room(cabinet.secretary, cabinet.site, name="Phòng họp", drawing=".H.\no#o\no#o")
        seat_meeting(cabinet.secretary, self.meeting, room)
        self.ids["room"] = room.pk
        self._searches()

    def _searches(self):
        """Let everybody keep searches that look for what is restricted."""
        from people.searches.keeping import keep_search
        from people.searches.lists import lists

        asks = {"needs": "late=on", **dict.fromkeys({*lists} - {"needs"}, "q=Rieng")}
        for person in self.people.values():
            for place, query in asks.items():
                keep_search(person, place=place, query=query, name=place)
        self.ids |= {"search": self.cabinet.finance.searches.first().pk, "deed": "check"}
