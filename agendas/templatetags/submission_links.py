"""Where the navigation leads besides meetings: to submissions, and to what is released to agencies."""

from django import template
from django.template.context import Context

from agendas.policies import Dealings, dealings_of
from people.models import Person

register = template.Library()


@register.simple_tag(takes_context=True)
def dealings(context: Context) -> Dealings:
    """Tell what of the navigation the reader has any use of."""
    user = context.get("user")
    return dealings_of(user) if isinstance(user, Person) else Dealings()
