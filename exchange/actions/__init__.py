"""The deeds of the exchange: opening and closing the gates of a meeting."""

from exchange.actions.releasing import confirm_release, plan_release, take_back

__all__ = ["confirm_release", "plan_release", "take_back"]
