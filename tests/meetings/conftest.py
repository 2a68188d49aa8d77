"""A meeting to which people are invited."""

from datetime import timedelta

import pytest
from django.utils import timezone


@pytest.fixture
def meeting(cabinet):
    """A convened meeting, with an address for ``finance`` alone."""
    cabinet.finance.email = "finance@example.org"
    cabinet.finance.save()
    start = timezone.now().replace(microsecond=0) + timedelta(days=1)
    title = "Phiên họp thường kỳ tháng 3, “ngân sách”; phần 1"
    return cabinet.convened(title=title, starts_at=start, ends_at=None)
