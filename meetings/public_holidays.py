"""The public holidays of a country and a year, fixed and lunar, calculated by ``holidays``."""

from collections.abc import Iterator
from datetime import date
from importlib.metadata import version

import holidays

from meetings.models import CalendarDay, DayKind, WorkCalendar

SOURCE = f"holidays {version('holidays')}"
FIRST_YEAR, LAST_YEAR = 1990, 2100
NAMES = {"VN": ("Việt Nam", "Viet Nam")}
MAKE_UP = ("Ngày làm bù", "Make-up working day")


def knows(country: str) -> bool:
    """Tell whether the holidays of a country can be calculated."""
    return country in holidays.list_supported_countries()


def calendar_of_country(country: str) -> WorkCalendar:
    """Return the calendar of a country, made on first asking with its weekend and no days."""
    name, name_en = NAMES.get(country, (country, ""))
    free = holidays.country_holidays(country).weekend
    facts = {
        "country": country,
        "name": name,
        "name_en": name_en,
        "weekend": sum(1 << weekday for weekday in free),
    }
    calendar, _is_new = WorkCalendar.objects.get_or_create(code=country, defaults=facts)
    return calendar


def fill(calendar: WorkCalendar, year: int) -> int:
    """Calculate the days of a year anew; what a person entered or removed stays. Return how many."""
    calendar.days.filter(day__year=year, by_hand=False, removed_at=None).delete()
    kept = set(calendar.days.filter(day__year=year).values_list("day", flat=True))
    days = [one for one in _days_of(calendar, year) if one.day not in kept]
    CalendarDay.objects.bulk_create(days)
    return len(days)


def is_calculated(calendar: WorkCalendar, day: date) -> bool:
    """Tell whether calculating its year would bring a day, whatever was entered for it."""
    if not knows(calendar.country):
        return False
    return any(one.day == day for one in _days_of(calendar, day.year))


def _days_of(calendar: WorkCalendar, year: int) -> Iterator[CalendarDay]:
    """Tell the days off, and the make-up days where days off were exchanged for them."""
    names, english = _names(calendar.country, year, "vi"), _names(calendar.country, year, "en_US")
    for day, name in names.items():
        yield _day(calendar, day, DayKind.OFF, name, english[day])
    for day in _exchanged(calendar.country, year) - names.keys():
        yield _day(calendar, day, DayKind.WORKING, *MAKE_UP)


def _day(calendar: WorkCalendar, day: date, kind: DayKind, *names: str) -> CalendarDay:
    name, name_en = (text[:200] for text in names)
    facts = {"name": name, "name_en": name_en, "source": SOURCE, "by_hand": False}
    return CalendarDay(calendar=calendar, day=day, kind=kind, **facts)


def _names(country: str, year: int, language: str) -> dict[date, str]:
    """Name the days off; a country whose names are in no such language uses its own."""
    found = _around(country, year, language)
    return {day: name for day, name in sorted(found.items()) if day.year == year}


def _exchanged(country: str, year: int) -> set[date]:
    found = _around(country, year, "en_US")
    return {day for day in found.weekend_workdays if day.year == year}


def _around(country: str, year: int, language: str) -> holidays.HolidayBase:
    """Calculate the years beside it too: a day off may be exchanged across New Year."""
    spoken = holidays.country_holidays(country).supported_languages
    years = range(year - 1, year + 2)
    return holidays.country_holidays(
        country, years=years, language=language if language in spoken else None
    )
