"""Which decisions name private persons until the time for appeal is over: in minutes, where the municipality has said so."""

import re

from generator.model.meeting import AgendaItem, Meeting, Stage
from generator.redaction.policy import NamedDecisions, Policy

# The recognizers whose finds are names. No other mark ever stands for a time.
NAME_KINDS = frozenset({"person_name"})
NOBODY: frozenset[str] = frozenset()


def named_kinds(item: AgendaItem, meeting: Meeting, policy: Policy) -> frozenset[str]:
    """Return the kinds of marks that may stand in the text of *item* for a time.

    K 29 and 140 §: an agenda never carries a private person's data, and minutes only where informing requires it.
    """
    if meeting.stage is not Stage.MINUTES:
        return NOBODY
    return NAME_KINDS if any(_fits(item, meeting, kind) for kind in policy.named_decisions) else NOBODY


def is_of_kind(value: str | None, beginning: str) -> bool:
    """Tell whether *value* begins with *beginning* and goes on with a new part: 02.05 is not of kind 02.0."""
    return value is not None and re.match(rf"{re.escape(beginning)}(?![0-9A-Za-z])", value) is not None


def _fits(item: AgendaItem, meeting: Meeting, kind: NamedDecisions) -> bool:
    if kind.organization not in {None, meeting.organization.id}:
        return False
    return is_of_kind(item.function_class, kind.beginning) or is_of_kind(item.register_number, kind.beginning)
