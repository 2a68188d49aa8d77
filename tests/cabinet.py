"""The story-teller: a small cabinet of known characters, set up through the real actions."""

import io
from datetime import date, timedelta

from django.utils import timezone

from people.models import Agency, Body, Membership, Person, Role, RoleGrant

PORTFOLIOS = {
    "finance": ("Bộ Tài chính", "Ministry of Finance", "G12", "BTC"),
    "health": ("Bộ Y tế", "Ministry of Health", "G18", "BYT"),
    "justice": ("Bộ Tư pháp", "Ministry of Justice", "G15", "BTP"),
    "transport": ("Bộ Giao thông vận tải", "Ministry of Transport", "G04", "BGTVT"),
}
NAMES = {
    "chair": "Trần Minh Khôi",
    "finance": "Lê Thị Hòa",
    "health": "Phạm Quốc Dũng",
    "justice": "Đỗ Thị Ánh",
    "transport": "Nguyễn Văn Sơn",
}
SINCE = date(2016, 1, 1)


class Cabinet:
    """A body of five voting members, its secretary and the others who have a part in stories."""

    def __init__(self):
        from meetings.models import RuleSet, Site

        self.body = Body.objects.create(
            name="Chính phủ", name_en="The Government", code="chinh-phu", symbol="CP"
        )
        self.rules = RuleSet.objects.create(
            body=self.body,
            starts=SINCE,
            source="Luật Tổ chức Chính phủ 2015",
            quorum_article="Điều 46",
            majority_article="Điều 46",
            tie_article="Điều 46",
            last_call_seconds=0,  # stories about the last call set it
        )
        self.site = Site.objects.create(
            body=self.body, code="TSCP", name="Trụ sở Chính phủ", is_seat=True
        )
        self.people = {}
        self._seat("chair", None, presides=True)
        for order, key in enumerate(PORTFOLIOS, start=1):
            self._seat(key, self._agency(key, order), order=order)
        self.grant("chair", Role.CHAIR)
        for key, role in (
            ("secretary", Role.SECRETARY),
            ("archivist", Role.ARCHIVIST),
            ("operator", Role.OPERATOR),
            ("auditor", Role.AUDITOR),
            ("admin", Role.ADMINISTRATOR),
        ):
            self.person(key)
            self.grant(key, role)

    # --- people -----------------------------------------------------------------------------

    def person(self, key, **facts):
        """Return the person of that name, made on first asking."""
        if key not in self.people:
            self.people[key] = Person.objects.create_user(
                key, "correct horse battery", full_name=NAMES.get(key, f"Người {key}"), **facts
            )
        return self.people[key]

    def __getattr__(self, key):
        if key.startswith("_") or key not in self.__dict__.get("people", {}):
            raise AttributeError(key)
        return self.people[key]

    def stranger(self):
        """Return somebody who can sign in and has nothing to do with the body."""
        return self.person("stranger")

    def superuser(self):
        """Return somebody with every technical power."""
        return self.person("superuser", is_superuser=True, is_staff=True)

    def members(self):
        """Return the five voting members, the chair first."""
        return [self.people[key] for key in ("chair", *PORTFOLIOS)]

    def grant(self, key, role):
        return RoleGrant.objects.create(
            body=self.body, person=self.people[key], role=role, starts=SINCE
        )

    def _agency(self, key, order):
        name, name_en, code, symbol = PORTFOLIOS[key]
        return Agency.objects.create(
            name=name,
            name_en=name_en,
            code=f"000.00.00.{code}",
            short_name=symbol,
            symbol=symbol,
            order=order,
        )

    def _seat(self, key, agency, *, presides=False, order=0):
        office = "Thủ tướng" if presides else f"Bộ trưởng {agency.name}"
        return Membership.objects.create(
            body=self.body,
            person=self.person(key),
            agency=agency,
            office=office,
            office_en="Prime Minister" if presides else f"Minister, {agency.name_en}",
            presides=presides,
            order=order,
            starts=SINCE,
        )

    def working_calendar(self, *years):
        """Let the body follow the calendar of Việt Nam, with the holidays of these years."""
        from meetings.actions import fill_year, follow_calendar
        from meetings.public_holidays import calendar_of_country

        calendar = calendar_of_country("VN")
        follow_calendar(self.admin, self.body, calendar)
        for year in years:
            fill_year(self.admin, calendar, year)
        return calendar

    # --- meetings ---------------------------------------------------------------------------

    def meeting(self, title="Phiên họp thường kỳ", **facts):
        """Return a meeting in draft with the five members on its roll."""
        from meetings.actions import create_meeting

        start = timezone.now() + timedelta(days=1)
        given = {
            "title": title,
            "place": "Trụ sở Chính phủ",
            "starts_at": start,
            "ends_at": start + timedelta(hours=4),
            "chair": self.chair,
            "secretary": self.secretary,
        }
        return create_meeting(self.secretary, self.body, **{**given, **facts})

    def participant(self, meeting, person):
        return meeting.participants.get(person=person)

    def item(self, meeting, title="Dự toán ngân sách năm 2021", **facts):
        """Return a new item on the agenda of ``meeting``."""
        from agendas.actions import add_item

        return add_item(self.secretary, meeting, title=title, **facts)

    def convened(self, *titles, **facts):
        """Return a convened meeting with these items and a published agenda."""
        from meetings.actions import move_meeting
        from meetings.states import MeetingState

        meeting = self.meeting(**facts)
        for title in titles or ("Dự toán ngân sách năm 2021",):
            self.item(meeting, title)
        self.publish(meeting)
        return move_meeting(self.secretary, meeting, MeetingState.CONVENED)

    def convene(self, meeting):
        from meetings.actions import move_meeting
        from meetings.states import MeetingState

        return move_meeting(self.secretary, meeting, MeetingState.CONVENED)

    def publish(self, meeting):
        """Publish the agenda as it stands, without a check of its items."""
        from agendas.actions import publish_agenda

        return publish_agenda(self.secretary, meeting, unchecked_for="Hồ sơ rà soát sau")

    def arrive(self, meeting, *people):
        """Let these people (all members, if nobody is named) check in and be confirmed."""
        from meetings.actions import check_in, confirm_attendance

        for person in people or self.members():
            check_in(person, meeting, site=self.site)
            confirm_attendance(self.secretary, self.participant(meeting, person))

    def in_session(self, *titles, present=(), **facts):
        """Return a meeting in session with all members (or ``present``) in the room."""
        from meetings.actions import move_meeting
        from meetings.states import MeetingState

        meeting = self.convened(*titles, **facts)
        self.arrive(meeting, *present)
        return move_meeting(self.chair, meeting, MeetingState.IN_SESSION)

    def take_up(self, item, reason="Việc cấp bách"):
        """Let the chair take up what is in no published version."""
        from agendas.actions import take_up

        return take_up(self.chair, item, reason=reason)

    def open_item(self, meeting, position=1):
        from agendas.actions import open_item

        return open_item(self.chair, meeting.items.get(restricted=False, position=position))

    def heard(self, meeting):
        """Return the names in the meeting's journal, in order."""
        from realtime.models import Entry

        entries = Entry.objects.filter(room__key=f"meeting.{meeting.pk}").order_by("number")
        return list(entries.values_list("name", flat=True))


def paper_pdf(pages=2, text="Tờ trình về dự toán ngân sách"):
    """Return the bytes of a small real PDF with that text on each page."""
    from weasyprint import HTML

    body = "<p style='break-before: page'>".join(f"{text}, trang {n + 1}." for n in range(pages))
    buffer = io.BytesIO()
    HTML(string=f"<html lang=vi><title>{text}</title><p>{body}").write_pdf(buffer)
    return buffer.getvalue()
