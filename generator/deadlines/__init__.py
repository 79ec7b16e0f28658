"""Until when a member of the municipality may appeal, counted as the law does from the day checked minutes were on the web."""

from generator.deadlines.appeals import Appeal, AppealKind, appeals
from generator.deadlines.counting import AppealPeriod, period

__all__ = ["Appeal", "AppealKind", "AppealPeriod", "appeals", "period"]
