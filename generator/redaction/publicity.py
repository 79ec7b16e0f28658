"""Decides of each item and attachment whether it is shown, only mentioned, or waits for a person. Doubt is not public."""

import msgspec

from generator.model.attachment import Attachment
from generator.model.meeting import AgendaItem, EarlierHandling, Section, SectionKind
from generator.model.publicity import Publicity, PublicityClass
from generator.model.text import inline_text, text
from generator.redaction.folding import shingles
from generator.redaction.grounds import UNSPECIFIED, cited_point
from generator.redaction.masking import is_code_parted
from generator.redaction.policy import Policy, Unmarked
from generator.redaction.structure import (
    WITHHOLDING,
    Passage,
    Structured,
    is_secret_title,
    item_ground,
    marked_ground,
    mentions_secrecy,
    metadata_ground,
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


def decide(item: AgendaItem, policy: Policy) -> Shown | Mentioned | Waits:
    """Return what is to be done with *item*."""
    classification = item.publicity.classification
    if classification in WITHHOLDING:
        return Mentioned(metadata_ground(item.publicity))
    doubts = _doubts_of_metadata(item, policy)
    if doubts == item.holds and doubts and _says_secret(item):
        # What waits for a reason of the importer's keeps its last published version, unless it has become secret.
        doubts = (*doubts, "redaction.secret_and_held")
    if doubts:
        return Waits(doubts)
    if _has_secret_title(item):
        return Mentioned(_title_ground(item))
    return _decide_by_text(item)


def _doubts_of_metadata(item: AgendaItem, policy: Policy) -> tuple[str, ...]:
    classification = item.publicity.classification
    doubts = list(item.holds)
    if classification is PublicityClass.UNKNOWN:
        doubts.append("redaction.unknown_publicity")
    if _has_secret_title(item):
        if classification is PublicityClass.PUBLIC:
            doubts.append("redaction.contradiction")
    elif mentions_secrecy(item.title):
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


def _decide_by_text(item: AgendaItem) -> Shown | Mentioned | Waits:
    whole = item_ground(item.sections)
    if whole:
        is_public = item.publicity.classification is PublicityClass.PUBLIC
        return Waits(("redaction.contradiction",)) if is_public else Mentioned(whole)
    own = structured(item.sections)
    earlier = tuple(structured(handling.sections) for handling in item.earlier_handlings)
    passages = _passages(own, earlier)
    doubts = {*own.doubts, *(doubt for each in earlier for doubt in each.doubts)}
    classification = item.publicity.classification
    if classification is PublicityClass.PUBLIC and any(passage.is_marked_in_text for _, passage in passages):
        doubts.add("redaction.contradiction")
    if classification is PublicityClass.PARTLY_SECRET and not own.passages:
        doubts.add("redaction.nothing_marked")
    handlings = tuple(
        msgspec.structs.replace(handling, sections=each.sections)
        for handling, each in zip(item.earlier_handlings, earlier, strict=True)
    )
    shown = (*own.sections, *(section for each in earlier for section in each.sections))
    if any(is_code_parted(section.blocks) for section in shown):
        doubts.add("redaction.code_parted")
    if _repeats(passages, shown):
        doubts.add("redaction.repeats_withheld")
    if doubts:
        return Waits(tuple(sorted(doubts)))
    if _is_wholly_withheld(item.sections, own):
        return Mentioned(own.passages[0].ground)
    return Shown(own.sections, handlings, passages)


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


def attachment_reason(attachment: Attachment, owner: Publicity, policy: Policy) -> str | None:
    """Return why *attachment* is not published, as the end of a message code, or None when nothing forbids it.

    *owner* is the publicity of the item: what is unmarked beside a partly secret item may be its secret part.
    """
    classification = attachment.publicity.classification
    if classification is PublicityClass.NOT_PUBLISHED_ONLINE:
        return "not_published_online"
    if classification is PublicityClass.SECRET:
        return "secret"
    if classification is PublicityClass.PARTLY_SECRET:
        return "partly_secret"
    is_marked = is_secret_title(attachment.title) or mentions_secrecy(attachment.title)
    if is_marked or classification is PublicityClass.UNKNOWN:
        return "secret" if is_marked and classification is PublicityClass.UNMARKED else "unknown_publicity"
    if classification is PublicityClass.PUBLIC:
        return None
    is_unsure = policy.unmarked is Unmarked.HOLD or owner.classification is PublicityClass.PARTLY_SECRET
    return "unmarked" if is_unsure else None


def attachment_ground(attachment: Attachment) -> str:
    """Return the ground on which *attachment* is withheld."""
    ground = metadata_ground(attachment.publicity)
    return ground if ground != UNSPECIFIED else marked_ground(attachment.title)
