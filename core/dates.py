"""Days and times as they are written in Vietnamese documents (NĐ 30/2020), and in English."""

from datetime import date, datetime

from django.utils import formats, timezone
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from core.clock import now

FEBRUARY = 2
WEEKDAYS = ("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật")


def _here(moment_or_day: date | datetime) -> date | datetime:
    if isinstance(moment_or_day, datetime) and timezone.is_aware(moment_or_day):
        return timezone.localtime(moment_or_day)
    return moment_or_day


def _in_english() -> bool:
    return (get_language() or "vi").startswith("en")


def written_month(number: int) -> str:
    """Write “02” or “3”: January and February with a nought, the others without."""
    return f"{number:02d}" if number <= FEBRUARY else str(number)


def formal_day(value: date | datetime | None) -> str:
    """Write “thứ Hai, ngày 03 tháng 02 năm 2020”."""
    if value is None:
        return ""
    day = _here(value)
    if _in_english():
        return formats.date_format(day, "l, j F Y")
    written = f"ngày {day.day:02d} tháng {written_month(day.month)} năm {day.year}"
    return f"{WEEKDAYS[day.weekday()]}, {written}"


def formal_time(value: datetime | None) -> str:
    """Write “09 giờ 41”."""
    if value is None:
        return ""
    return format(_here(value), "%H:%M" if _in_english() else "%H giờ %M")


def clock(value: datetime | None) -> str:
    """Write “09:41”."""
    return format(_here(value), "%H:%M") if value else ""


def clock_seconds(value: datetime | None) -> str:
    """Write “09:41:07”."""
    return format(_here(value), "%H:%M:%S") if value else ""


def short_day(value: date | datetime | None) -> str:
    """Write “03/02/2020”."""
    return format(_here(value), "%d/%m/%Y") if value else ""


def moment(value: datetime | None) -> str:
    """Write “09:41, 03/02/2020”."""
    return format(_here(value), "%H:%M, %d/%m/%Y") if value else ""


def in_minutes(value: int | None) -> str:
    """Write “15 phút”."""
    if value is None:
        return ""
    return ngettext("%(n)d minute", "%(n)d minutes", value) % {"n": value}


def near(value: datetime | None) -> str:
    """Write “hôm nay, 08:00”, “thứ Hai 03/02, 08:00”, or the whole date when it is far."""
    if value is None:
        return ""
    there, here = timezone.localtime(value), timezone.localtime(now())
    days = (there.date() - here.date()).days
    words = {-1: _("yesterday"), 0: _("today"), 1: _("tomorrow")}
    if days not in words and there.year != here.year:
        return moment(value)
    return f"{words.get(days) or _day_name(there)}, {there:%H:%M}"


def weekday(value: date | datetime | None) -> str:
    """Write “thứ Hai”."""
    if value is None:
        return ""
    day = _here(value)
    return formats.date_format(day, "l") if _in_english() else WEEKDAYS[day.weekday()]


def _day_name(day: datetime) -> str:
    return f"{weekday(day)} {day:%d/%m}"
