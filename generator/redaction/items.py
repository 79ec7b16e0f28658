"""An agenda item as shown: its text with masks, the mention of a secret one, or the mention of one that waits."""

import re

from generator.messages import LANGUAGES, sentence
from generator.model.meeting import AgendaItem, Section
from generator.model.message import Level
from generator.model.publicity import Publicity, PublicityClass
from generator.model.redacted import HeldItem, PublicItem, SecretItem, ShownItem
from generator.model.text import inline_text, text
from generator.redaction.attachments import Files, keep_attachment_secret, public_attachments
from generator.redaction.grounds import description
from generator.redaction.ledger import Kind, LedgerEntry, Spot
from generator.redaction.masking import masked_handling, masked_section, masked_text, of_section
from generator.redaction.policy import Policy
from generator.redaction.publicity import FORMAL, Mentioned, Shown, Waits, decide, titles_of
from generator.redaction.recognizers import marks
from generator.redaction.structure import unmarked_title
from generator.redaction.votes import masked_votes


def shown_item(item: AgendaItem, policy: Policy, files: Files, spot: Spot) -> ShownItem:
    """Return *item* as it may be shown; what is withheld is noted in the ledger of *spot*."""
    match decide(item, policy):
        case Mentioned(ground):
            return _secret(item, ground, policy, files, spot)
        case Waits(reasons):
            return _held(item, reasons, files, spot)
        case Shown() as shown:
            return _public(item, shown, policy, files, spot)


def _public(item: AgendaItem, shown: Shown, policy: Policy, files: Files, spot: Spot) -> PublicItem:
    for place, passage in shown.passages:
        spot.ledger.keep_secret("passage", passage.text)
        spot.ledger.add(LedgerEntry(subject=spot.subject, kind=Kind.PASSAGE, place=place, ground=passage.ground))
        _keep_marks_secret(passage.text, spot)
    return PublicItem(
        id=item.id,
        source_id=item.source_id,
        order=item.order,
        title=masked_text(item.title, spot.at("title")),
        language=item.language,
        number=item.number,
        register_number=masked_text(item.register_number, spot.at("register_number")) if item.register_number else None,
        sections=tuple(masked_section(s, spot.at(f"sections/{n}")) for n, s in enumerate(shown.sections, 1)),
        # Which section a vote was read from is not kept: when anything is withheld, none may show.
        votes=() if shown.passages else masked_votes(item.votes, spot),
        earlier_handlings=tuple(
            masked_handling(handling, spot.at(f"earlier_handlings/{n}"))
            for n, handling in enumerate(shown.earlier_handlings, 1)
        ),
        attachments=public_attachments(item.attachments, _publicity(item, shown), policy, files, spot),
        has_text=item.has_text,
    )


def _publicity(item: AgendaItem, shown: Shown) -> Publicity:
    """Return the publicity of *item* as its attachments share it: what the text marks as secret makes it partly secret."""
    if not shown.passages or item.publicity.classification is not PublicityClass.UNMARKED:
        return item.publicity
    return Publicity(classification=PublicityClass.PARTLY_SECRET)


def _secret(item: AgendaItem, ground: str, policy: Policy, files: Files, spot: Spot) -> SecretItem:
    _keep_secret(item, files, spot)
    spot.ledger.add(LedgerEntry(subject=spot.subject, kind=Kind.SECRET_ITEM, place="", ground=ground))
    return SecretItem(
        id=item.id,
        source_id=item.source_id,
        order=item.order,
        titles=secret_titles(item, ground, policy),
        language=item.language,
        ground=ground,
        number=item.number,
    )


def _held(item: AgendaItem, reasons: tuple[str, ...], files: Files, spot: Spot) -> HeldItem:
    own = sorted(set(reasons) - set(item.holds))  # the importer has told of its own
    if own:
        _keep_secret(item, files, spot)
    else:
        # Nothing says that it is not public: its last published version may stand, with masks.
        _keep_masked_secret(item, spot)
    spot.ledger.add(LedgerEntry(subject=spot.subject, kind=Kind.HELD_ITEM, place="", reason="waits"))
    for reason in own:
        spot.ledger.tell(Level.ERROR, reason, item.id)
    return HeldItem(
        id=item.id, source_id=item.source_id, order=item.order, language=item.language, reasons=reasons, number=item.number
    )


def secret_titles(item: AgendaItem, ground: str, policy: Policy) -> dict[str, str]:
    """Return what a secret *item* is called, by language: the municipality's words for its kind of matter, or the ground's."""
    own: dict[str, str] = {}
    for beginning, titles in sorted(policy.secret_titles, key=lambda entry: len(entry[0])):
        if _is_of_kind(item.function_class, beginning) or _is_of_kind(item.register_number, beginning):
            own = {**own, **titles}
    languages = dict.fromkeys((*policy.languages, item.language))
    return {
        language: own.get(language)
        or sentence("redaction.secret_title", {"description": description(ground, language)}, language=language)
        for language in languages
        if language in LANGUAGES
    }


def _is_of_kind(value: str | None, beginning: str) -> bool:
    """Tell whether *value* begins with *beginning* and goes on with a new part: 02.05 is not of kind 02.0."""
    return value is not None and re.match(rf"{re.escape(beginning)}(?![0-9A-Za-z])", value) is not None


def _keep_secret(item: AgendaItem, files: Files, spot: Spot) -> None:
    """Note everything of *item* that must not be written."""
    for title in titles_of(item):
        spot.ledger.keep_secret("title", title)
        spot.ledger.keep_secret("title", unmarked_title(title))
    spot.ledger.keep_secret("passage", "\n".join(_words(s) for s in _all_sections(item) if s.kind not in FORMAL))
    _keep_masked_secret(item, spot)
    for attachment in item.attachments:
        keep_attachment_secret(attachment, files, spot)


def _all_sections(item: AgendaItem) -> tuple[Section, ...]:
    return (*item.sections, *(section for handling in item.earlier_handlings for section in handling.sections))


def _keep_masked_secret(item: AgendaItem, spot: Spot) -> None:
    """Note what would be masked if *item* were shown."""
    for title in titles_of(item):
        _keep_marks_secret(title, spot)
    for section in _all_sections(item):
        _keep_marks_secret(_words(section), of_section(section, spot))


def _words(section: Section) -> str:
    return f"{inline_text(section.heading)}\n{text(section.blocks)}"


def _keep_marks_secret(words: str, spot: Spot) -> None:
    for mark in marks(words, spot.kinds):
        spot.ledger.keep_secret(mark.kind, words[mark.start : mark.end])
