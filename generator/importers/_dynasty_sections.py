"""The blocks of an item's body told apart: number, register number, title, sections, earlier handlings, attachments."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from msgspec.structs import replace

from generator.importers import _headings
from generator.importers._dates import finnish_date
from generator.importers._dynasty_pages import Header
from generator.model.meeting import EarlierHandling, Section, SectionKind
from generator.model.text import Block, Heading, Inline, ItemList, Paragraph, Run, Table, block_text, inline_text

REGISTER = re.compile(
    r"""
    (?:[A-ZÅÄÖa-zåäö]{2,8}D(?:no)?-\d{4}-\d{1,6}                                        # KAJDno-2018-1022
      | (?:[A-ZÅÄÖ]{1,10}\s?[:/]\s?)?\d{1,6}/(?P<middle>\d{2}(?:\.\d{2}){1,5})/\d{4}     # 3700/11.01.00/2011
      | (?:[A-ZÅÄÖ]{1,10}\s?[:/]?\s?)?\d{1,6}/\d{4}                                      # 730/2017
      | \d{1,6}-\d{4}(?:\ \(\d{2,4}\))?)                                                 # 3720-2013 (611)
    """,
    re.VERBOSE,
)
FUNCTION_CLASS = re.compile(r"\d{2}(?:\.\d{2}){1,5}")
LABEL = re.compile(r"(?:dno|dnro|diaarinumero|asianro|asianumero|asiatunnus|dnr|diarienummer|ärendenummer)\b\.?:?\s*", re.IGNORECASE)
NUMBER = re.compile(
    r"(?:(?:pykälä|paragraf|asianro|asia|ärendenr|ärende)\s*|§\s*)?(?P<number>\d{1,5}(?:\s?[a-z])?)\s*§?\.?", re.IGNORECASE
)
NUMBERED_TITLE = re.compile(r"(?:§\s*(?P<after>\d{1,5}(?:\s?[a-z])?)|(?P<before>\d{1,5}(?:\s?[a-z])?)\s*§)[\s.:–-]+(?P<title>\D.+)")
DAY = r"(?P<day>\d{1,2}\.\d{1,2}\.\d{4})"
PARAGRAPH = r"(?:(?:§|pykälä|paragraf|asia(?:nro)?)\s*(?P<after>\d{1,5}(?:\s?[a-z])?)|(?P<before>\d{1,5}(?:\s?[a-z])?)\s*§)"
ORGANIZATION = r"(?P<organization>[A-ZÅÄÖ][\w .&/-]{1,100}?)"
# "Kaupunginhallitus 10.4.2017 § 105", "Kaupunginhallitus 105 § 10.4.2017", "KH, 10.4.2017, § 105".
HANDLED = tuple(
    re.compile(rf"{ORGANIZATION}[\s,/–-]+{first}[\s,/–-]+{second}\.?", re.IGNORECASE)
    for first, second in ((DAY, PARAGRAPH), (PARAGRAPH, DAY))
)
LABELS = frozenset({SectionKind.PREPARER, SectionKind.MORE_INFORMATION, SectionKind.PRESENTER})
AFTER_HISTORY = frozenset({SectionKind.NOTIFIED, SectionKind.APPEAL})
MAX_ENTRY = 200
ATTACHMENT_NUMBER = re.compile(r"(?:liite|bilaga)\s*(?:nro|nr|n:o)?\.?\s*(?P<number>\d+[a-z]?)\b[\s.:,)–-]*(?P<title>.*)", re.IGNORECASE)


@dataclass
class Entry:
    """An attachment as the body names it."""

    title: str
    number: str | None
    supporting: bool


@dataclass
class Body:
    """What the body of an item tells. Filled block by block."""

    header: Header
    known_title: str
    unknown: frozenset[str]
    number: str | None = None
    register_number: str | None = None
    function_class: str | None = None
    title: str = ""
    sections: list[Section] = field(default_factory=list)
    handlings: list[EarlierHandling] = field(default_factory=list)
    entries: list[Entry] = field(default_factory=list)
    unknown_places: list[int] = field(default_factory=list)
    inner_headings: int = 0
    is_in_history: bool = False
    gathering: Heading | None = None
    has_bold_section: bool = False


def read(blocks: Sequence[Block], header: Header, known_title: str, unknown: frozenset[str]) -> Body:
    """Return what *blocks* tell. *unknown* are side headings, folded, that the vocabulary does not know."""
    body = Body(header, known_title, unknown)
    for place, block in enumerate(blocks, start=1):
        following = blocks[place] if place < len(blocks) else None
        if not (_preamble(body, block) or _handling(body, block, following) or _gathered(body, block)):
            _content(body, block, place)
    _return_after_history(body)
    return body


def squeezed(text: str) -> str:
    """Return *text* as titles are compared: letters and digits only."""
    return "".join(filter(str.isalnum, text.casefold()))


def _preamble(body: Body, block: Block) -> bool:
    """Take number, register number and title from what stands above the sections."""
    if body.title or body.sections or not isinstance(block, Paragraph | Heading):
        return False
    text = " ".join(block_text(block).split())
    return _register(body, text) or _own_number(body, text) or _title(body, block, text)


def _register(body: Body, text: str) -> bool:
    rest = LABEL.sub("", text, count=1)
    found = REGISTER.search(rest)
    left = (rest[: found.start()] + rest[found.end() :]).strip(" ,;") if found else rest
    classes = FUNCTION_CLASS.fullmatch(left)
    if left and not classes:
        return False
    if found and not body.register_number:
        body.register_number = found.group()
    body.function_class = body.function_class or (left if classes else found["middle"] if found else None)
    return True


def _own_number(body: Body, text: str) -> bool:
    found = NUMBER.fullmatch(text)
    if not found or body.number:
        return False
    body.number = found["number"]
    body.is_in_history = False
    return True


def _title(body: Body, block: Paragraph | Heading, text: str) -> bool:
    numbered = NUMBERED_TITLE.fullmatch(text)
    if numbered and not _earlier(text):
        body.number = body.number or numbered["after"] or numbered["before"]
        text = numbered["title"].strip()
    elif _is_heading(block, body) or _earlier(text):
        return False
    own, known = squeezed(text), squeezed(body.known_title)
    is_bold = isinstance(block, Heading) or all(run.strong for run in block.content if isinstance(run, Run) and run.text.strip())
    if not (is_bold or own == known or (not known and (body.number or numbered))):
        return False
    body.title = text
    return True


def _is_heading(block: Block, body: Body) -> bool:
    text = inline_text(block.content) if isinstance(block, Heading) else ""
    is_other = _headings.is_history(text) or _headings.is_attachments(text) or _headings.is_supporting(text)
    return bool(text) and (bool(_headings.section_kind(text)) or is_other or _headings.folded(text) in body.unknown)


def _earlier(text: str) -> EarlierHandling | None:
    """Return the handling that a line names, or None."""
    plain = " ".join(text.replace("\t", " ").split())
    for pattern in HANDLED:
        found = pattern.fullmatch(plain)
        day = finnish_date(found["day"]) if found else None
        if found and day:
            name = found["organization"].strip(" ,/–-")
            return EarlierHandling(organization=name, day=day, number=found["after"] or found["before"])
    return None


def _all_earlier(block: Block) -> list[EarlierHandling]:
    """Return the handlings that *block* names, when it names nothing else."""
    found = [_earlier(line) for line in _handled_lines(block)]
    return [handling for handling in found if handling] if all(found) else []


def _handled_lines(block: Block) -> list[str]:
    match block:
        case Table():
            return [" ".join(inline_text(cell.content) for cell in row) for row in block.rows]
        case _:
            return block_text(block).split("\n")


def _handling(body: Body, block: Block, following: Block | None) -> bool:
    """Take earlier handlings: a line that names one starts it; a line that names this meeting ends the history."""
    if isinstance(block, Heading) and _headings.is_history(inline_text(block.content)):
        body.is_in_history = following is not None and bool(_all_earlier(following))
        body.gathering = None
        return body.is_in_history
    found = _all_earlier(block)
    if not found:
        return False
    body.gathering = None
    if any(h.day == body.header.day and h.number == (body.header.number or body.number) for h in found):
        body.is_in_history = False
        return True
    for handling in found:
        _add_handling(body, handling)
    # A table above the title only lists them; a line is followed by what was decided then.
    is_above_title = not body.title and not body.sections
    body.is_in_history = not isinstance(block, Table) and not is_above_title
    return True


def _add_handling(body: Body, handling: EarlierHandling) -> None:
    same = [h for h in body.handlings if (h.day, h.number) == (handling.day, handling.number)]
    for known in same:
        body.handlings.remove(known)
    body.handlings.append(same[0] if same else handling)


def _gathered(body: Body, block: Block) -> bool:
    """Take the list under "Liite" or "Oheismateriaali" as attachments; prose under it stays a section."""
    if _is_heading(block, body) and isinstance(block, Heading):
        text = inline_text(block.content)
        is_list = _headings.is_attachments(text) or _headings.is_supporting(text)
        body.gathering = block if is_list else None
        return is_list
    if body.gathering is None:
        return False
    supporting = _headings.is_supporting(inline_text(body.gathering.content))
    found = _entries(block, supporting=supporting)
    if found is None:
        _target(body).append(Section(kind=SectionKind.OTHER, heading=body.gathering.content))
        body.gathering = None
        return False
    body.entries += found
    return True


def _entries(block: Block, *, supporting: bool) -> list[Entry] | None:
    match block:
        case ItemList():
            texts = [" ".join(block_text(part) for part in item) for item in block.items]
            numbers = [str(block.start + i) if block.ordered else None for i in range(len(texts))]
        case Paragraph() | Heading():
            texts, numbers = block_text(block).split("\n"), [None] * len(block_text(block).split("\n"))
        case Table():
            texts = [" ".join(inline_text(cell.content) for cell in row) for row in block.rows]
            numbers = [None] * len(texts)
        case _:
            return None
    if any(len(text) > MAX_ENTRY or (len(text) > MAX_ENTRY // 2 and text.endswith(".")) for text in texts):
        return None
    named = [entry(text, number, supporting=supporting) for text, number in zip(texts, numbers, strict=True)]
    return [one for one in named if any(map(str.isalnum, one.title))]


def entry(text: str, number: str | None, *, supporting: bool) -> Entry:
    """Return an attachment named *text*, with its number split off ("Liite 2: Kartta")."""
    found = ATTACHMENT_NUMBER.fullmatch(text.strip())
    if not found:
        return Entry(text.strip(), number, supporting)
    return Entry(found["title"].strip() or text.strip(), found["number"] or number, supporting)


def _target(body: Body) -> list[Section]:
    return body.sections if not body.is_in_history or not body.handlings else _Sections(body.handlings)


class _Sections(list[Section]):
    """The sections of the last handling, which is frozen: adding makes it anew."""

    def __init__(self, handlings: list[EarlierHandling]) -> None:
        super().__init__(handlings[-1].sections)
        self.handlings = handlings

    def _keep(self) -> None:
        self.handlings[-1] = replace(self.handlings[-1], sections=tuple(self))


def _content(body: Body, block: Block, place: int) -> None:
    raise NotImplementedError
