"""Puts what persons decided beside what the rules make of an item: what is done with it, and what still waits."""

from collections.abc import Mapping

import msgspec

from generator.model.decision import Subject, Verdict
from generator.model.meeting import AgendaItem, Section, SectionKind
from generator.model.text import inline_text, text
from generator.redaction.grounds import UNSPECIFIED
from generator.redaction.ledger import Ledger
from generator.redaction.matter import Matter
from generator.redaction.policy import Policy
from generator.redaction.publicity import Mentioned, Shown, Waits, decide, titles_of
from generator.redaction.withheld import WITHHELD_IN_CASE, Withheld

# It says only that an item that waits for the importer's reasons must go meanwhile: it is decided with those.
DERIVED = "redaction.secret_and_held"
# No decision makes these public: a code that no mask can cover would stand there. They can only be rejected.
NEVER_APPROVED = frozenset({"redaction.code_parted"})


class Judged(msgspec.Struct, frozen=True, kw_only=True):
    """What is done with an item. *beyond* is what would be if all that waits were approved: where its marks are looked for.

    *titles* are a person's words for it, by language, where it was rejected.
    """

    outcome: Shown | Mentioned | Waits
    beyond: Shown | Mentioned | Waits
    titles: Mapping[str, str] = {}


def judged(item: AgendaItem, policy: Policy, matter: Matter, ledger: Ledger, withheld: Withheld) -> Judged:
    """Return what is done with *item*; every reason to doubt it is noted in *ledger*, whether it is decided or waits.

    An approved reason is as if it were not there. One that is rejected makes the item secret on the ground that was given.
    An item that would say again what another text of its case has *withheld* waits, too.
    """
    reasons, beyond = _reasons(item, policy)
    repeated = withheld.repeats(_shown_words(beyond)) if isinstance(beyond, Shown) else frozenset()
    if repeated:
        reasons = (*reasons, WITHHELD_IN_CASE)
    if not reasons:
        return Judged(outcome=beyond, beyond=beyond)
    words = words_of(item)
    doubts = {reason: matter.doubt(Subject.ITEM, reason, words) for reason in reasons if reason != DERIVED}
    decisions = {reason: decision for reason, doubt in doubts.items() if (decision := matter.decision(doubt))}
    rejected = next((d for d in decisions.values() if d.verdict is Verdict.REJECT), None)
    for doubt in doubts.values():
        if doubt.verdict is not None or not rejected:  # once an item is rejected, nothing of it waits
            ledger.doubt(doubt, words)
    if rejected:
        return Judged(outcome=Mentioned(rejected.ground or UNSPECIFIED), beyond=beyond, titles=rejected.titles)
    approved = frozenset(reason for reason in decisions if reason not in NEVER_APPROVED)
    if approved >= doubts.keys():
        ledger.ended += withheld.ended("", repeated)
        return Judged(outcome=beyond, beyond=beyond)
    waiting = tuple(reason for reason in reasons if reason not in approved)
    is_held_by_import = not approved.issuperset(item.holds)
    return Judged(outcome=Waits(tuple(reason for reason in waiting if reason != DERIVED or is_held_by_import)), beyond=beyond)


def words_of(item: AgendaItem) -> str:
    """Return all of *item* that a person decides upon when deciding whether it may be published."""
    attachments = (f"{a.number or ''} {a.title} {a.publicity.classification}" for a in item.attachments)
    handlings = (f"{h.organization}\n{_words(h.sections)}" for h in item.earlier_handlings)
    return "\n\n".join((*titles_of(item), _words(item.sections), *handlings, *attachments))


def _reasons(item: AgendaItem, policy: Policy) -> tuple[tuple[str, ...], Shown | Mentioned | Waits]:
    """Return every reason to doubt *item*, those that come up when others are approved among them, and what is beyond."""
    reasons: tuple[str, ...] = ()
    outcome = decide(item, policy)
    while isinstance(outcome, Waits) and not set(outcome.reasons) <= set(reasons):
        reasons = tuple(dict.fromkeys((*reasons, *outcome.reasons)))
        outcome = decide(item, policy, frozenset(reasons))
    return reasons, outcome


def _shown_words(shown: Shown) -> str:
    """Return what is left of an item's text, but for instructions for appeal, which are the same in every case."""
    sections = (*shown.sections, *(section for handling in shown.earlier_handlings for section in handling.sections))
    return _words(tuple(section for section in sections if section.kind is not SectionKind.APPEAL))


def _words(sections: tuple[Section, ...]) -> str:
    return "\n\n".join(f"{inline_text(section.heading)}\n{text(section.blocks)}" for section in sections)
