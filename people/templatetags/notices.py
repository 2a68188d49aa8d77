"""The bell in the header: how much one has not read."""

from django import template

from people.models import Person
from people.notices.telling import unread_of

register = template.Library()


@register.inclusion_tag("people/_bell.html")
def notice_bell(person: Person) -> dict[str, int]:
    """Draw the bell with the number of unread notices."""
    return {"count": unread_of(person)}
