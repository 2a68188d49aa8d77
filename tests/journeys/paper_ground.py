"""Run as a module: lay a convened meeting with a paper on the table; say the paper's number."""

import sys
from datetime import timedelta

import django

if __name__ == "__main__":
    django.setup()
    from django.utils import timezone

    from agendas.actions import add_item, publish_agenda
    from meetings.actions import create_meeting, move_meeting
    from meetings.states import MeetingState
    from papers.actions import table_paper
    from papers.ingest.reading import read_pdf
    from people.models import Body, Person
    from tests.cabinet import paper_pdf

    secretary = Person.objects.get(username="secretary")
    start = timezone.now() + timedelta(days=2)
    meeting = create_meeting(
        secretary,
        Body.objects.get(),
        title="Phiên họp đọc tài liệu",
        place="Trụ sở Chính phủ",
        starts_at=start,
        ends_at=start + timedelta(hours=2),
        chair=Person.objects.get(username="chair"),
        secretary=secretary,
    )
    item = add_item(secretary, meeting, title="Dự toán ngân sách năm 2021")
    publish_agenda(secretary, meeting, unchecked_for="Hồ sơ rà soát sau")
    move_meeting(secretary, meeting, MeetingState.CONVENED)
    file = read_pdf(paper_pdf(pages=3), name="to-trinh.pdf")
    paper = table_paper(secretary, item, title="Tờ trình", file=file)
    sys.stdout.write(str(paper.pk))
