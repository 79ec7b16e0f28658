"""What goes out and what is held back, from what the audit found and what was published before."""

from collections.abc import Collection, Iterable, Mapping, Sequence

import msgspec
from msgspec.structs import replace

from accessibility_rules import PDF_RULES
from generator.audit.findings import Finding, blocks
from generator.model.checking import is_unchecked
from generator.model.redacted import HeldItem, PublicItem, RedactedMeeting
from generator.publishing.removal import only_waits, without_what_must_go

EVERYTHING = "publishing.shared_finding"
ALL_ITEMS_HELD = "publishing.all_items_held"
MINUTES_UNCHECKED = "publishing.minutes_unchecked"


class Held(msgspec.Struct, frozen=True, kw_only=True):
    """A meeting, or one item of it, that is not published as it now is. *reasons* are codes of messages or rules."""

    meeting: str
    reasons: tuple[str, ...]
    item: str | None = None


class Decision(msgspec.Struct, frozen=True, kw_only=True):
    """What the site will hold: *new* meetings as they are now, *kept* ones as last published, minus what must go."""

    new: tuple[RedactedMeeting, ...]
    kept: tuple[RedactedMeeting, ...]
    held: tuple[Held, ...]

    @property
    def meetings(self) -> tuple[RedactedMeeting, ...]:
        """Return everything that the site will hold, in order of id."""
        return tuple(sorted((*self.new, *self.kept), key=lambda meeting: meeting.id))


def decide(
    candidates: Sequence[RedactedMeeting],
    findings: Iterable[Finding],
    published: Mapping[str, RedactedMeeting],
    disputed: Sequence[RedactedMeeting] = (),
) -> Decision:
    """Hold back each of *candidates* that is unchecked minutes, has a failed finding on a page of its own, or no item to show.

    A meeting that is held back keeps its last *published* version, minus what it or one of its *disputed* versions withholds;
    one that is in no export any more stays as published.
    """
    failures = blocking(findings)
    failed = _failed_rules(failures, [meeting.id for meeting in candidates])
    held: list[Held] = []
    new: list[RedactedMeeting] = []
    for candidate in candidates:
        before = published.get(candidate.id)
        reasons = (*_unchecked(candidate), *(failed.get(candidate.id, ()) or _nothing_to_show(candidate)))
        if reasons:
            held.append(Held(meeting=candidate.id, reasons=reasons))
            continue
        held += _held_items(candidate)
        new.append(_with_last_published_items(candidate, before) if before else candidate)
    bad_pages = {_address(finding.page) for finding in failures}
    kept = (_without_disputed(meeting, disputed) for meeting in _kept(candidates, new, published, bad_pages))
    return Decision(new=tuple(new), kept=tuple(kept), held=tuple(held))


def hold_all(decision: Decision, candidates: Sequence[RedactedMeeting], published: Mapping[str, RedactedMeeting]) -> Decision:
    """Hold back all that is new, because of a finding in what all pages share; what must go goes all the same."""
    held = (Held(meeting=meeting.id, reasons=(EVERYTHING,)) for meeting in decision.new)
    before = {meeting.id: meeting for meeting in decision.kept}
    kept = tuple(before.get(meeting.id, meeting) for meeting in _kept(candidates, [], published, ()))
    return Decision(new=(), kept=kept, held=(*decision.held, *held))


def blocking(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return the findings that block: those that failed against what the law asks for, and are under no waiver.

    What a machine cannot tell is for a person and blocks nothing. A PDF that somebody else wrote is published as it is, and
    reported: the duty to publish what was decided (K 29 and 140 §) does not wait until a consultant's file is tagged, while the
    page about it, and captions, are our own work.
    """
    return tuple(
        finding for finding in findings if blocks(finding) and not finding.waiver and finding.rule not in PDF_RULES
    )


def _failed_rules(failures: Iterable[Finding], ids: Sequence[str]) -> dict[str, list[str]]:
    """Return {meeting id: rules that failed on its pages}."""
    rules: dict[str, set[str]] = {}
    known = set(ids)
    for finding in failures:
        meeting = _meeting_of(finding.page, known)
        if meeting:
            rules.setdefault(meeting, set()).add(finding.rule)
    return {meeting: sorted(found) for meeting, found in rules.items()}


def _meeting_of(page: str, ids: set[str]) -> str | None:
    """Return the meeting whose page this is: its own ("/board/2026-09-14.html") or one under it, in any language, at any time.

    The folder of a language comes before it, and those of a day on which it changes by itself ("/_expiry/2026-11-02").
    """
    parts = _address(page).split("/")
    heads = ("/".join(parts[start : start + 2]) for start in range(4))
    return next((head for head in heads if head in ids), None)


def _address(page: str) -> str:
    return page.strip("/").removesuffix(".html")


def _unchecked(candidate: RedactedMeeting) -> tuple[str, ...]:
    return (MINUTES_UNCHECKED,) if is_unchecked(candidate) else ()


def _nothing_to_show(candidate: RedactedMeeting) -> tuple[str, ...]:
    waiting = [item for item in candidate.items if isinstance(item, HeldItem)]
    return (ALL_ITEMS_HELD,) if waiting and len(waiting) == len(candidate.items) else ()


def _held_items(candidate: RedactedMeeting) -> list[Held]:
    waiting = (item for item in candidate.items if isinstance(item, HeldItem))
    return [Held(meeting=candidate.id, item=item.id, reasons=item.reasons) for item in waiting]


def _with_last_published_items(new: RedactedMeeting, before: RedactedMeeting) -> RedactedMeeting:
    """Return *new*, with the last published version of an item that waits for a reason other than publicity."""
    old = {key: item for item in before.items if isinstance(item, PublicItem) for key in (item.id, item.source_id)}
    items = tuple(old.get(i.source_id) or old.get(i.id) or i if only_waits(i) else i for i in new.items)
    return replace(new, items=items)


def _without_disputed(meeting: RedactedMeeting, disputed: Sequence[RedactedMeeting]) -> RedactedMeeting:
    for version in disputed:
        if version.id == meeting.id:
            meeting = without_what_must_go(meeting, version, ())
    return meeting


def _kept(
    candidates: Sequence[RedactedMeeting],
    new: Sequence[RedactedMeeting],
    published: Mapping[str, RedactedMeeting],
    bad_pages: Collection[str],
) -> tuple[RedactedMeeting, ...]:
    going = {meeting.id for meeting in new}
    now = {meeting.id: meeting for meeting in candidates}
    staying = ((i, old) for i, old in sorted(published.items()) if i not in going)
    return tuple(without_what_must_go(old, now[i], bad_pages) if i in now else old for i, old in staying)
