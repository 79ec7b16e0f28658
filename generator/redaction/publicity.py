"""Decides of each item whether it is shown, only mentioned, or waits for a person. Doubt is not public."""

from collections.abc import Iterable

import msgspec

from generator.model.meeting import AgendaItem, EarlierHandling, Section, SectionKind
from generator.model.publicity import PublicityClass
from generator.model.text import inline_text, text
from generator.redaction.attachment_publicity import is_in_doubt
from generator.redaction.folding import shingles
from generator.redaction.grounds import UNSPECIFIED, cited_point
from generator.redaction.masking import is_code_parted
from generator.redaction.policy import Policy, Unmarked
from generator.redaction.structure import (
    CONTRADICTION,
    WITHHOLDING,
    Passage,
    Structured,
    doubts_of_metadata,
    is_secret_title,
    item_ground,
    marked_ground,
    mentions_secrecy,
    metadata_ground,
    only_ground,
    structured,
)

# These say nothing of the matter itself: an item of which all else is withheld is wholly secret.
FORMAL = frozenset(
    {
        SectionKind.PREPARER,
        SectionKind.PRESENTER,
        SectionKind.MORE_INFORMATION,
        SectionKind.NOTIFIED,
        SectionKind.APPEAL,
    }
)


class Shown(msgspec.Struct, frozen=True):
    """The item is shown, without its withheld *passages*."""

    sections: tuple[Section, ...]
    earlier_handlings: tuple[EarlierHandling, ...]
    passages: tuple[tuple[str, Passage], ...]


class Mentioned(msgspec.Struct, frozen=True):
    """The item is secret on this *ground*: only a mention (K 140 § 2 mom.)."""

    ground: str


class Waits(msgspec.Struct, frozen=True):
    """The item waits for a person; *reasons* are codes of messages."""

    reasons: tuple[str, ...]


def decide(item: AgendaItem, policy: Policy, approved: frozenset[str] = frozenset()) -> Shown | Mentioned | Waits:
    """Return what is to be done with *item*, of which a person *approved* what those reasons made doubtful.

    What the metadata says is secret stays so whatever is approved, and so do passages that the text marks.
    """
    if item.publicity.classification in WITHHOLDING:
        is_undecided = CONTRADICTION not in approved and any(map(_is_more_public, item.sections))
        return Waits((CONTRADICTION,)) if is_undecided else Mentioned(metadata_ground(item.publicity))
    doubts = _without(_doubts_of_metadata(item, policy), approved)
    if doubts == _without(item.holds, approved) and doubts and _says_secret(item):
        # What waits for a reason of the importer's keeps its last published version, unless it has become secret.
        doubts = (*doubts, "redaction.secret_and_held")
    if doubts:
        return Waits(doubts)
    if _has_secret_title(item) and not _is_contradiction_settled(item, approved):
        return Mentioned(_title_ground(item))
    return _decide_by_text(item, approved)


def _is_contradiction_settled(item: AgendaItem, approved: frozenset[str]) -> bool:
    """Tell whether a person stands by the public class of *item* against its text. No other class is opened so."""
    return item.publicity.classification is PublicityClass.PUBLIC and CONTRADICTION in approved


def _without(reasons: Iterable[str], approved: frozenset[str]) -> tuple[str, ...]:
    return tuple(reason for reason in reasons if reason not in approved)


def _is_more_public(section: Section) -> bool:
    """Tell whether the metadata of a *section* let more of it be seen than those of its secret item do."""
    return section.publicity.classification in {PublicityClass.PUBLIC, PublicityClass.PARTLY_SECRET}


def _doubts_of_metadata(item: AgendaItem, policy: Policy) -> tuple[str, ...]:
    classification = item.publicity.classification
    doubts = [*item.holds, *doubts_of_metadata(item.publicity)]
    if _has_secret_title(item):
        if classification is PublicityClass.PUBLIC:
            doubts.append(CONTRADICTION)
    elif any(map(mentions_secrecy, titles_of(item))):
        doubts.append("redaction.marker_in_title")
    elif classification is PublicityClass.UNMARKED and policy.unmarked is Unmarked.HOLD:
        doubts.append("redaction.unmarked")
    return tuple(doubts)


def titles_of(item: AgendaItem) -> tuple[str, ...]:
    """Return what the source calls *item*, in every place that calls it otherwise."""
    return (item.title, *([item.other_title] if item.other_title else []))


def _has_secret_title(item: AgendaItem) -> bool:
    return any(is_secret_title(title) for title in titles_of(item))


def _says_secret(item: AgendaItem) -> bool:
    if _has_secret_title(item):
        return True
    found = _decide_by_text(item)
    return not isinstance(found, Shown) or bool(found.passages)


def _decide_by_text(item: AgendaItem, approved: frozenset[str] = frozenset()) -> Shown | Mentioned | Waits:
    whole = item_ground(item.sections)
    if whole and not _is_contradiction_settled(item, approved):
        is_public = item.publicity.classification is PublicityClass.PUBLIC
        return Waits((CONTRADICTION,)) if is_public else Mentioned(whole)
    own = structured(item.sections, only_ground(item.publicity))
    earlier = tuple(structured(handling.sections) for handling in item.earlier_handlings)
    passages = _passages(own, earlier)
    doubts = {*own.doubts, *(doubt for each in earlier for doubt in each.doubts)}
    classification = item.publicity.classification
    if classification is PublicityClass.PUBLIC and any(passage.is_marked_in_text for _, passage in passages):
        doubts.add(CONTRADICTION)
    if classification is PublicityClass.PARTLY_SECRET and not own.passages:
        doubts.add("redaction.nothing_marked")
    if any(map(is_in_doubt, item.attachments)):
        doubts.add("redaction.marker_in_attachment_title")
    if any(map(_is_marked, _names(item))):
        doubts.add("redaction.marker_in_text")
    handlings = tuple(
        msgspec.structs.replace(handling, sections=each.sections)
        for handling, each in zip(item.earlier_handlings, earlier, strict=True)
    )
    shown = (*own.sections, *(section for each in earlier for section in each.sections))
    if any(is_code_parted(section.blocks) for section in shown):
        doubts.add("redaction.code_parted")
    if _repeats(passages, shown):
        doubts.add("redaction.repeats_withheld")
    if doubts := doubts - approved:
        return Waits(tuple(sorted(doubts)))
    if _is_wholly_withheld(item.sections, own):
        return Mentioned(own.passages[0].ground)
    return Shown(own.sections, handlings, passages)


def _names(item: AgendaItem) -> tuple[str, ...]:
    """Return the short texts of *item* that stand outside its sections."""
    handlings = (name for each in item.earlier_handlings for name in (each.organization, each.number))
    return tuple(name for name in (item.register_number, *handlings) if name)


def _is_marked(name: str) -> bool:
    return is_secret_title(name) or mentions_secrecy(name)


def _passages(own: Structured, earlier: tuple[Structured, ...]) -> tuple[tuple[str, Passage], ...]:
    named = [(f"sections/{passage.section}", passage) for passage in own.passages]
    for n, each in enumerate(earlier, 1):
        named += [(f"earlier_handlings/{n}/sections/{passage.section}", passage) for passage in each.passages]
    return tuple(named)


def _repeats(passages: tuple[tuple[str, Passage], ...], shown: tuple[Section, ...]) -> bool:
    """Tell whether the text that is left says again what was withheld: marked in the proposal, forgotten in the decision."""
    withheld = {shingle for _, passage in passages for shingle in shingles(passage.text)}
    if not withheld:
        return False
    rest = "\n".join(text(section.blocks) for section in shown if section.kind is not SectionKind.APPEAL)
    return not withheld.isdisjoint(shingles(rest))


def _is_wholly_withheld(sections: tuple[Section, ...], own: Structured) -> bool:
    whole = {passage.section for passage in own.passages if passage.is_whole}
    matter = {n for n, section in enumerate(sections, 1) if section.kind not in FORMAL and text(section.blocks).strip()}
    return bool(matter) and matter <= whole


def _title_ground(item: AgendaItem) -> str:
    words = "\n".join((inline_text(section.heading) + "\n" + text(section.blocks)) for section in item.sections)
    of_titles = (marked_ground(title) for title in titles_of(item))
    candidates = (*of_titles, metadata_ground(item.publicity), cited_point(words) or UNSPECIFIED)
    return next((ground for ground in candidates if ground != UNSPECIFIED), UNSPECIFIED)
