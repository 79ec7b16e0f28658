"""Appeals against decisions: which there are, until when, and until when personal data and pages may therefore stand."""

from generator.deadlines.appeals import Appeal, appeals, period_of
from generator.deadlines.counting import AppealPeriod, period
from generator.deadlines.display import Display, Rules, page_until, personal_data_until
from generator.deadlines.kinds import Kind, Start, Whose

__all__ = [
    "Appeal",
    "AppealPeriod",
    "Display",
    "Kind",
    "Rules",
    "Start",
    "Whose",
    "appeals",
    "page_until",
    "period",
    "period_of",
    "personal_data_until",
]
