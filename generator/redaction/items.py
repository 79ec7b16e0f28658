"""An agenda item as shown: its text with masks, the mention of a secret one, or the mention of one that waits."""

from generator.model.meeting import AgendaItem, Section
from generator.model.message import Level
from generator.model.publicity import TEXT, Publicity, PublicityClass
from generator.model.redacted import HeldItem, PublicItem, SecretItem, ShownItem
from generator.model.text import inline_text, text
from generator.redaction.attachments import Files, keep_attachment_secret, public_attachments
from generator.redaction.doubtful import REASON as DOUBTFUL_MARK
from generator.redaction.judging import judged
from generator.redaction.ledger import Kind, Ledger, LedgerEntry, Spot
from generator.redaction.masking import masked_handling, masked_section, masked_text, of_section
from generator.redaction.named import NOBODY
from generator.redaction.people import NOBODY as NOBODY_KNOWN
from generator.redaction.people import texts_of_section
from generator.redaction.policy import Policy
from generator.redaction.publicity import FORMAL, Mentioned, Shown, Waits, titles_of
from generator.redaction.secret_titles import MISSING as TITLE_MISSING
from generator.redaction.secret_titles import Mention, mention
from generator.redaction.structure import WITHHOLDING, unmarked_title
from generator.redaction.votes import masked_votes


def shown_item(item: AgendaItem, policy: Policy, files: Files, spot: Spot) -> ShownItem:
    """Return *item* as it may be shown; what is withheld is noted in the ledger of *spot*."""
    judgement = judged(item, policy, spot.matter, spot.ledger, spot.withheld)
    # Made on a ledger and in files of its own: when a mark in it turns out to be doubtful, nothing of it goes out.
    own, own_files = spot._replace(ledger=Ledger()), files.beside()
    public = _public(item, judgement.beyond, policy, own_files, own) if isinstance(judgement.beyond, Shown) else None
    doubtful = (DOUBTFUL_MARK,) if own.ledger.is_any_waiting else ()
    match judgement.outcome:
        case Mentioned(ground):
            spot.ledger.take_doubts(own.ledger.decided_doubts)
            told = mention(item, ground, judgement.titles, policy, spot)
            return _secret(item, told, spot) if told else _held(item, (TITLE_MISSING,), spot)
        case Waits(reasons):
            spot.ledger.take_doubts(own.ledger.doubts)
            return _held(item, (*reasons, *doubtful), spot)
    if public is None or doubtful:
        spot.ledger.take_doubts(own.ledger.doubts)
        return _held(item, doubtful, spot)
    spot.ledger.take(own.ledger)
    files.take(own_files)
    return public


def _public(item: AgendaItem, shown: Shown, policy: Policy, files: Files, spot: Spot) -> PublicItem:
    for place, passage in shown.passages:
        spot.ledger.keep_secret("passage", passage.text, spot.subject)
        spot.ledger.add(LedgerEntry(subject=spot.subject, kind=Kind.PASSAGE, place=place, ground=passage.ground))
        _keep_marks_secret(passage.text, spot)
    bare = spot._replace(field=None)
    return PublicItem(
        id=item.id,
        source_id=item.source_id,
        order=item.order,
        title=masked_text(item.title, spot.at("title")),
        language=item.language,
        number=item.number,
        register_number=masked_text(item.register_number, bare.at("register_number")) if item.register_number else None,
        sections=tuple(masked_section(s, spot.at(f"sections/{n}")) for n, s in enumerate(shown.sections, 1)),
        # Which section a vote was read from is not kept: when anything is withheld, none may show.
        votes=() if shown.passages else masked_votes(item.votes, spot),
        # The time for appeal of an earlier decision is its own, and not known here.
        earlier_handlings=tuple(
            masked_handling(handling, spot.at(f"earlier_handlings/{n}")._replace(named=NOBODY))
            for n, handling in enumerate(shown.earlier_handlings, 1)
        ),
        attachments=public_attachments(item.attachments, _publicity(item, shown), policy, files, spot),
        has_text=item.has_text,
    )


def _publicity(item: AgendaItem, shown: Shown) -> Publicity:
    """Return the publicity of *item* as its attachments share it: what the text marks as secret makes it partly secret."""
    classification = item.publicity.classification
    # What a person approved of an item whose class nobody knows is its text, not the files beside it.
    is_unknown = classification is PublicityClass.UNKNOWN
    if is_unknown or (shown.passages and classification is PublicityClass.UNMARKED):
        return Publicity(classification=PublicityClass.PARTLY_SECRET, origin=TEXT)
    return item.publicity


def _secret(item: AgendaItem, told: Mention, spot: Spot) -> SecretItem:
    _keep_secret(item, spot, item.id)
    origin = item.publicity.origin if item.publicity.classification in WITHHOLDING else TEXT
    spot.ledger.add(LedgerEntry(subject=spot.subject, kind=Kind.SECRET_ITEM, place="", ground=told.ground, origin=origin))
    return SecretItem(
        id=item.id,
        source_id=item.source_id,
        order=item.order,
        titles=told.titles,
        language=item.language,
        ground=told.ground,
        number=item.number,
    )


def _held(item: AgendaItem, reasons: tuple[str, ...], spot: Spot) -> HeldItem:
    own = sorted(set(reasons) - set(item.holds))  # the importer has told of its own
    if own:
        _keep_secret(item, spot)
    else:
        # Nothing says that it is not public: its last published version may stand, with masks.
        _keep_masked_secret(item, spot)
    spot.ledger.add(LedgerEntry(subject=spot.subject, kind=Kind.HELD_ITEM, place="", reason="waits"))
    for reason in own:
        spot.ledger.tell(Level.ERROR, reason, item.id)
    return HeldItem(
        id=item.id, source_id=item.source_id, order=item.order, language=item.language, reasons=reasons, number=item.number
    )


def _keep_secret(item: AgendaItem, spot: Spot, subject: str = "") -> None:
    """Note everything of *item* that must not be written; *subject* is its id where it is secret and does not only wait."""
    for title in titles_of(item):
        spot.ledger.keep_secret("title", title, subject)
        spot.ledger.keep_secret("title", unmarked_title(title), subject)
    spot.ledger.keep_secret("passage", "\n".join(_words(s) for s in _all_sections(item) if s.kind not in FORMAL), subject)
    _keep_masked_secret(item, spot)
    for attachment in item.attachments:
        keep_attachment_secret(attachment, spot)


def _all_sections(item: AgendaItem) -> tuple[Section, ...]:
    return (*item.sections, *(section for handling in item.earlier_handlings for section in handling.sections))


def _keep_masked_secret(item: AgendaItem, spot: Spot) -> None:
    """Note what would be masked if *item* were shown."""
    for title in titles_of(item):
        _keep_marks_secret(title, spot)
    for section in _all_sections(item):
        own = of_section(section, spot)
        _keep_marks_secret(_words(section), own._replace(people=NOBODY_KNOWN))
        # Names as they were found when the whole case was read: looking for them again is what finding them costs.
        for words in texts_of_section(section):
            spot.ledger.keep_marks_secret(own.names(words), words, spot.subject)


def _words(section: Section) -> str:
    return f"{inline_text(section.heading)}\n{text(section.blocks)}"


def _keep_marks_secret(words: str, spot: Spot) -> None:
    spot.ledger.keep_marks_secret(spot.found(words), words, spot.subject)
