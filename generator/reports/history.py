"""What each day's audit found, kept for the next: when a finding was first seen, what is new, and what is gone."""

import hashlib
from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date

import msgspec
from msgspec.structs import replace

from accessibility_rules import Outcome
from generator.audit.findings import Audit, Finding, totals

KEY_LENGTH = 16
POLICY = "policy"  # the publisher's own, which fails no criterion
_OPEN = {Outcome.FAILED, Outcome.CANT_TELL}


class Seen(msgspec.Struct, frozen=True, kw_only=True, order=True):
    """Where one rule found something, and the day of the audit that found it *first*."""

    rule: str
    page: str
    first: date


class Entry(msgspec.Struct, frozen=True, kw_only=True):
    """The audit of *day* in short, and what it saw by key; *seen* is None once it is no longer needed.

    *failed* and *to_check* count findings, *by_criterion* the failed ones of each, of WCAG 2.2 too, which *failed* leaves out.
    """

    day: date
    pages: int
    failed: int
    to_check: int
    by_criterion: dict[str, int]
    waived: int
    recorded: int
    seen: dict[str, Seen] | None = None


class Past(msgspec.Struct, frozen=True, kw_only=True):
    """The *entries* of earlier days, oldest first."""

    entries: tuple[Entry, ...] = ()

    @property
    def seen(self) -> Mapping[str, Seen] | None:
        """Return what the last of them saw; None where there was none, or nobody remembers."""
        return self.entries[-1].seen if self.entries else None


class Change(msgspec.Struct, frozen=True, kw_only=True):
    """What became of the findings of the audit *before*: those that are *new*, *gone*, and *still* there, each in order."""

    before: date
    new: tuple[Seen, ...]
    gone: tuple[Seen, ...]
    still: tuple[Seen, ...]


NOTHING_BEFORE = Past()


def entry(audit: Audit, day: date, past: Past, *, recorded: int) -> Entry:
    """Return what *audit* leaves for the next one; *recorded* counts the criteria that a person has checked."""
    before = past.seen or {}
    seen: dict[str, Seen] = {}
    for finding in audit.findings:
        if finding.outcome in _OPEN:
            own = key(finding)
            seen[own] = before.get(own) or Seen(rule=finding.rule, page=finding.page, first=day)
    found = totals(audit.findings)
    return Entry(
        day=day,
        pages=len(audit.pages),
        failed=found.failed,
        to_check=found.to_check,
        by_criterion=_failed_by_criterion(audit.findings),
        waived=found.waived,
        recorded=recorded,
        seen=dict(sorted(seen.items())),
    )


def past(entries: Iterable[Entry], day: date) -> Past:
    """Return those of *entries* that are of earlier days than *day*: a second run on a day takes the place of the first."""
    return Past(entries=tuple(sorted((each for each in entries if each.day < day), key=lambda each: each.day)))


def shortened(entries: Past) -> tuple[Entry, ...]:
    """Return those of *entries* that remember more than anybody will ask for, without it: only the last is compared with."""
    return tuple(replace(each, seen=None) for each in entries.entries[:-1] if each.seen is not None)


def change(now: Entry, before: Past) -> Change | None:
    """Return what changed since the audit before; None where there was none, or nobody remembers it."""
    seen, current = before.seen, now.seen or {}
    if seen is None:
        return None
    return Change(
        before=before.entries[-1].day,
        new=tuple(sorted(each for own, each in current.items() if own not in seen)),
        gone=tuple(sorted(each for own, each in seen.items() if own not in current)),
        still=tuple(sorted(each for own, each in current.items() if own in seen)),
    )


def key(finding: Finding) -> str:
    """Return the name of *finding* that is the same in the next audit: its rule, page and element."""
    what = (finding.rule, finding.page, finding.element or finding.selector)
    return hashlib.sha256("\n".join(what).encode()).hexdigest()[:KEY_LENGTH]


def _failed_by_criterion(findings: Iterable[Finding]) -> dict[str, int]:
    failed = (finding for finding in findings if finding.outcome is Outcome.FAILED)
    counts = Counter(criterion for finding in failed for criterion in finding.criteria or (POLICY,))
    return dict(sorted(counts.items()))
