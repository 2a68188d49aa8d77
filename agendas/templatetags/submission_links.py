"""Whether the navigation leads to the submissions."""

from django import template
from django.template.context import Context

from agendas.policies import deals_with_submissions
from people.models import Person

register = template.Library()


@register.simple_tag(takes_context=True)
def has_submissions(context: Context) -> bool:
    """Tell whether the reader has any use of the page of submissions."""
    user = context.get("user")
    return isinstance(user, Person) and deals_with_submissions(user)
