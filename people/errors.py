"""What the rules on people forbid."""

from django.utils.translation import gettext_lazy as _

from core.errors import BadInput, RuleBroken


class AlreadySeated(RuleBroken):
    """One person, one seat, one vote."""

    message = _("%(person)s already has a seat in this body.")


class HeadAlreadyThere(RuleBroken):
    """A body has one head."""

    message = _("This body already has a head. End that seat first.")


class RoleAlreadyHeld(RuleBroken):
    """A role is held once."""

    message = _("%(person)s already holds this role.")


class EndsBeforeStart(RuleBroken):
    """A seat cannot end before it began."""

    message = _("The last day lies before the first day.")


class OwnRole(RuleBroken):
    """The last administrator must not lock the door behind them."""

    message = _("You cannot end your own role of administrator.")


class NoRoleForSelf(RuleBroken):
    """Who gives roles does not take them: it takes a second person."""

    message = _("You cannot give yourself a role. Another administrator has to do it.")


class NoSubstituteForSelf(RuleBroken):
    """Nobody stands in for himself or herself."""

    message = _("A member cannot be his or her own substitute.")


class NoAssistantForSelf(RuleBroken):
    """Nobody assists himself or herself."""

    message = _("A member cannot be his or her own assistant.")


class NothingForSelf(RuleBroken):
    """Posts, assistance and groups open content: nobody takes them for himself or herself."""

    message = _("You cannot give this to yourself. Another administrator has to do it.")


class PostHeldAlready(RuleBroken):
    """A post is held once."""

    message = _("%(person)s already has this post.")


class AssistsAlready(RuleBroken):
    """One assists a member once."""

    message = _("%(person)s already assists this member.")


class CircleThere(RuleBroken):
    """A group is called by its name."""

    message = _("There is a group of this name already: %(name)s.")


class UnknownList(BadInput):
    """No list of that name can be searched."""

    message = _("There is no such list to search.")


class SearchAsksNothing(BadInput):
    """A search narrows its list."""

    message = _("Narrow the list first; then keep the search.")


class SearchNamed(RuleBroken):
    """A search is called by its name."""

    message = _("You keep a search of this name already: %(name)s.")


class TooManySearches(RuleBroken):
    """The page of what needs one counts every search anew."""

    message = _("You keep %(most)s searches already. Drop one that you no longer need.")


class NothingTicked(BadInput):
    """A deed on many things needs one at least."""

    message = _("Nothing is ticked. Tick the rows first, then choose what to do.")


class TooManyTicked(BadInput):
    """More rows than one request does."""

    message = _("More than %(most)s rows are ticked. Please do it in several parts.")
