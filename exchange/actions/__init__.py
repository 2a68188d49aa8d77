"""The deeds of the exchange: opening and closing the gates of a meeting, reading behind them."""

from exchange.actions.opening import note_released_opening
from exchange.actions.releasing import confirm_release, plan_release, take_back
from exchange.actions.telling import tell_opened

__all__ = ["confirm_release", "note_released_opening", "plan_release", "take_back", "tell_opened"]
