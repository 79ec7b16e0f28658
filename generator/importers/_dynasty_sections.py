"""The blocks of an item's body told apart: what stands above, sections, earlier handlings with their own, attachments."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from msgspec.structs import replace

from generator.importers import _headings
from generator.importers._dynasty_attachments import Entry, listed
from generator.importers._dynasty_pages import Header
from generator.importers._dynasty_preamble import handlings, is_bold, numbered_title, own_number, reference, squeezed
from generator.model.meeting import EarlierHandling, Section, SectionKind
from generator.model.text import Block, Heading, Inline, Paragraph, Run, block_text, inline_text

LABELS = frozenset({SectionKind.PREPARER, SectionKind.MORE_INFORMATION, SectionKind.PRESENTER})
MAX_LABELLED = 120
MIN_SENTENCE = 3
CONTACT = re.compile(r"@|\bpuh|\btfn|\btel|\d{3}", re.IGNORECASE)
PLAIN_APPEALS = frozenset(
    {"muutoksenhaku", "muutoksenhakuohje", "muutoksenhakuohjeet", "sökande av ändring", "ändringssökande"}
)
AFTER_HISTORY = frozenset({SectionKind.NOTIFIED, SectionKind.APPEAL})


@dataclass
class Draft:
    """A section that is being read."""

    kind: SectionKind
    heading: tuple[Inline, ...] = ()
    blocks: list[Block] = field(default_factory=list)

    def done(self) -> Section:
        return Section(kind=self.kind, heading=self.heading, blocks=tuple(self.blocks))


@dataclass
class Body:
    """What the body of an item tells, filled block by block; *unknown* are side headings that the vocabulary does not know.

    *linked* are the titles of the files that the page links to, as titles are compared. *history* is None while the item
    itself is read, otherwise the place of the earlier handling that is.
    """

    header: Header
    known_title: str
    unknown: frozenset[str]
    linked: frozenset[str] = frozenset()
    number: str | None = None
    register_number: str | None = None
    function_class: str | None = None
    title: str = ""
    drafts: list[Draft] = field(default_factory=list)
    earlier: list[tuple[EarlierHandling, list[Draft]]] = field(default_factory=list)
    history: int | None = None
    entries: list[Entry] = field(default_factory=list)
    gathering: tuple[Inline, ...] | None = None
    is_headed: bool = False
    unknown_places: list[int] = field(default_factory=list)
    inner_headings: int = 0

    @property
    def target(self) -> list[Draft]:
        return self.drafts if self.history is None else self.earlier[self.history][1]

    @property
    def sections(self) -> tuple[Section, ...]:
        return _filled(self.drafts)

    @property
    def earlier_handlings(self) -> tuple[EarlierHandling, ...]:
        return tuple(replace(handling, sections=_filled(drafts)) for handling, drafts in self.earlier)


def _filled(drafts: Sequence[Draft]) -> tuple[Section, ...]:
    """Return the sections that say something: forms have headings like "Tiedoksi" with nothing under them."""
    return tuple(_worded(draft).done() for draft in drafts if draft.blocks or draft.kind is SectionKind.OTHER or _says(draft))


def _says(draft: Draft) -> bool:
    """Tell whether a heading with nothing under it is a sentence of its own ("Ei muutoksenhakuoikeutta")."""
    return draft.kind is SectionKind.APPEAL and _headings.folded(inline_text(draft.heading)) not in PLAIN_APPEALS


def _worded(draft: Draft) -> Draft:
    if draft.blocks or draft.kind is SectionKind.OTHER:
        return draft
    return Draft(draft.kind, blocks=[Paragraph(content=draft.heading)])


def read(body: Body, blocks: Sequence[Block]) -> Body:
    """Return *body* with what *blocks* tell."""
    for place, block in enumerate(blocks, start=1):
        following = blocks[place] if place < len(blocks) else None
        taken = _take_preamble(body, block) or _take_handling(body, block, following) or _take_attachments(body, block)
        if not taken:
            _take_content(body, block, place)
    _return_what_follows_history(body)
    return body


def is_section_heading(text: str, unknown: frozenset[str]) -> bool:
    """Tell whether *text* starts a part of the item."""
    tests = (_headings.section_kind, _headings.is_history, _headings.is_attachments, _headings.is_supporting)
    return any(test(text) for test in tests) or _headings.folded(text) in unknown


def _take_preamble(body: Body, block: Block) -> bool:
    if body.is_headed or (body.title and body.drafts) or not isinstance(block, Paragraph | Heading):
        return False
    text = " ".join(block_text(block).split())
    found = reference(text)
    # Dynasty 10 writes the register number under the title too; one more that follows is text.
    if found and not (body.title and body.register_number):
        body.register_number = body.register_number or found.register_number
        body.function_class = body.function_class or found.function_class
        return True
    if body.title:
        return _take_rest_of_title(body, text)
    number = own_number(text) if not body.number else None
    if number:
        body.number, body.history = number, None
        return True
    return _take_title(body, block, text)


def _take_title(body: Body, block: Paragraph | Heading, text: str) -> bool:
    both = numbered_title(text)
    if handlings(block) or (isinstance(block, Heading) and is_section_heading(text, body.unknown)) or _label(block):
        return False
    title = both[1] if both else text
    is_alone = not body.known_title and bool(body.number or both)
    if not (is_bold(block) or is_alone or squeezed(title) == squeezed(body.known_title)):
        return False
    body.number = body.number or (both[0] if both else None)
    body.title, body.history = title, None
    return True


def _take_rest_of_title(body: Body, text: str) -> bool:
    """Take the second paragraph of a title, which the list shows to be one."""
    whole = f"{body.title} {text}"
    if not squeezed(text) or not squeezed(body.known_title).startswith(squeezed(whole)):
        return False
    body.title = whole
    return True


def _take_handling(body: Body, block: Block, following: Block | None) -> bool:
    """Take a line that names a handling: an earlier one starts there, and this meeting's ends the history."""
    if isinstance(block, Heading) and _headings.is_history(inline_text(block.content)):
        body.gathering = None
        return following is not None and bool(handlings(following))
    found = handlings(block)
    if not found:
        return False
    body.gathering = None
    if any(h.day == body.header.day and h.number == (body.header.number or body.number) for h in found):
        body.history = None
        return True
    for handling in found:
        _start_handling(body, handling)
    if not isinstance(block, Paragraph | Heading) or len(found) > 1:
        body.history = None
    return True


def _start_handling(body: Body, handling: EarlierHandling) -> None:
    """Go to *handling*: one that was only listed before is told now."""
    keys = [(h.day, h.number) if not drafts else None for h, drafts in body.earlier]
    key = (handling.day, handling.number)
    if key in keys:
        body.history = keys.index(key)
    else:
        body.earlier.append((handling, []))
        body.history = len(body.earlier) - 1


def _take_attachments(body: Body, block: Block) -> bool:
    """Take the list under "Liite" or "Oheismateriaali"; prose under such a heading is a section."""
    text = inline_text(block.content) if isinstance(block, Heading) else ""
    if isinstance(block, Heading) and is_section_heading(text, body.unknown):
        is_list = _headings.is_attachments(text) or _headings.is_supporting(text)
        body.gathering = block.content if is_list else None
        body.is_headed = True
        return is_list
    if body.gathering is None:
        return False
    found = listed(block, supporting=_headings.is_supporting(inline_text(body.gathering)))
    if found is None or not _are_own(body, found):
        body.target.append(Draft(SectionKind.OTHER, body.gathering))
        body.gathering = None
        return False
    body.entries += found
    return True


def _are_own(body: Body, entries: Sequence[Entry]) -> bool:
    """Tell whether attachments are this item's: those inside an earlier handling are not, unless the page links to them."""
    return body.history is None or any(squeezed(entry.title) in body.linked for entry in entries)


def _take_content(body: Body, block: Block, place: int) -> None:
    if isinstance(block, Heading):
        text = inline_text(block.content)
        kind = _headings.section_kind(text)
        if kind or _headings.folded(text) in body.unknown:
            body.target.append(Draft(kind or SectionKind.OTHER, block.content))
            body.unknown_places += [] if kind else [place]
            return
        body.inner_headings += not _headings.is_history(text)
    label = _label(block) if not body.is_headed else None
    if label and isinstance(block, Paragraph):
        heading, rest = label
        kind = _headings.section_kind(inline_text(heading)) or SectionKind.OTHER
        body.target.append(Draft(kind, heading, [Paragraph(content=rest)] if rest else []))
        return
    if not body.target or _ends_label(body, block):
        body.target.append(Draft(SectionKind.OTHER))
    body.target[-1].blocks.append(block)


def _ends_label(body: Body, block: Block) -> bool:
    """Tell whether *block* is the item's text, which follows the names after "Valmistelija:" without a heading of its own."""
    before = body.target[-1]
    if body.is_headed or before.kind not in LABELS or not before.blocks or not isinstance(block, Paragraph):
        return False
    words = inline_text(block.content)
    return words.endswith((".", ":", "!", "?")) and len(words.split()) >= MIN_SENTENCE and not CONTACT.search(words)


def _label(block: Block) -> tuple[tuple[Inline, ...], tuple[Inline, ...]] | None:
    """Return the label and the rest of a line like "Valmistelijat / lisätiedot:" or "Esittelijä: N N", which is not bold."""
    first = block.content[0] if isinstance(block, Paragraph) else None
    if not isinstance(first, Run) or not isinstance(block, Paragraph):
        return None
    head, mark, rest = first.text.partition(":")
    colon: str | None = mark or None
    if not mark and len(first.text) <= MAX_LABELLED:
        head, _, rest = first.text.partition(" ")
        colon = "" if rest[:1].isupper() and not rest.endswith(".") else None
    if colon is None or _headings.section_kind(head) not in LABELS:
        return None
    after = (replace(first, text=rest.lstrip()),) if rest.strip() else ()
    return (replace(first, text=head + colon, strong=False),), (*after, *block.content[1:])


def _return_what_follows_history(body: Body) -> None:
    """Give the item its own notification and appeal instructions, which stand last, after the history."""
    if body.history is None:
        return
    drafts = body.earlier[body.history][1]
    last = next((i for i, draft in enumerate(reversed(drafts)) if draft.kind not in AFTER_HISTORY), len(drafts))
    split = len(drafts) - last
    body.drafts += drafts[split:]
    del drafts[split:]
