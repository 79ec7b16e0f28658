"""The layout of a TWeb document: running heads dropped, captions (in a column of their own or as lines) parted from text."""

import re
from collections import Counter
from collections.abc import Iterator
from statistics import median

import msgspec

from generator.importers._headings import (
    OWNED_HEADING,
    folded,
    is_attachments,
    is_history,
    is_register_number,
    is_supporting,
    section_kind,
)
from generator.importers._pdf import Line, PdfText, Segment
from generator.model.meeting import SectionKind

# The captions of a cover page, besides those of items.
TIME = ("kokousaika", "aika", "kokouksen aika", "sammanträdestid", "tid", "tidpunkt")
PLACE = ("kokouspaikka", "paikka", "sammanträdesplats", "plats")
PRESENT = (
    "läsnä",
    "läsnäolijat",
    "osallistujat",
    "läsnä olleet",
    "muut läsnäolijat",
    "muut osallistujat",
    "muut läsnä olleet",
    "läsnä olleet jäsenet",
    "närvarande",
    "närvarande ledamöter",
    "deltagare",
    "övriga närvarande",
    "övriga deltagare",
    "beslutande",
)
ABSENT = ("poissa", "poissaolijat", "poissa olleet", "frånvarande")
GROUPS = ("jäsenet", "varajäsenet", "ledamöter", "ersättare")
MINUTES_WORDS = (
    "allekirjoitukset",
    "pöytäkirjan tarkastus",
    "pöytäkirjan tarkastaminen",
    "pöytäkirjantarkastajat",
    "pöytäkirjan nähtävilläpito",
    "laillisuus ja päätösvaltaisuus",
    "kokouksen laillisuus ja päätösvaltaisuus",
    "kokouksen laillisuus",
    "kokouksen avaus",
    "työjärjestyksen hyväksyminen",
    "esityslistan hyväksyminen",
    "pöytäkirjantarkastajien valinta",
    "pöytäkirja yleisesti nähtävillä",
    "asiat",
    "käsitellyt asiat",
    "underskrifter",
    "protokolljustering",
    "protokolljusterare",
    "protokollet framlagt",
    "laglighet och beslutförhet",
    "ärenden",
    "sammanträdets laglighet och beslutförhet",
    "sammanträdets laglighet och beslutsförhet",
    "val av protokolljusterare",
    "godkännande av föredragningslistan",
)
COVER = frozenset((*TIME, *PLACE, *PRESENT, *ABSENT, *GROUPS, *MINUTES_WORDS))
# Shares of the page's height where running heads and feet stand.
HEAD_ENDS = 0.18
LONE_HEAD_ENDS = 0.15
FOOT_BEGINS = 0.9
MAX_NUMBERS = 3
RUNNING_WORDS = re.compile(
    r"(?:\w[\w -]* )?(?:kaupunki|kunta|kuntayhtymä|stad|kommun|samkommun)"
    r"|(?:päivämäärä|pvm|datum|pöytäkirja|pöytäkirjanote|esityslista|protokoll|protokollsutdrag|föredragningslista"
    r"|sivu|sida|pykälä|paragraf|kokouspäivämäärä|sammanträdesdatum|§)(?:[\s\d./():,§–-]|klo|kl)*"
)
# A page's number, a meeting's number or day, an item's number; a row of a table's numbers is none of them.
RUNNING_NUMBER = re.compile(
    r"[-–]?\s*\d{1,3}\s*(?:[(/]\s*\d{1,4}\s*\)?)?\s*[-–]?"
    r"|(?:\d{1,3}/\d{4},? )?\d{1,2}\.\d{1,2}\.\d{4}(?: (?:klo |kl\.? )?\d{1,2}[.:]\d{2})?(?:,? § ?\d+)?|§ ?\d+|\d+ ?§|"
)
INLINE_CAPTION = re.compile(r"(?P<caption>[^:]{2,60}?)\s*:\s+(?P<rest>\S.*)")
HANDLING = re.compile(
    r"(?P<organization>[A-ZÅÄÖ][^\d§]{3,80}?),? (?P<day>\d{1,2}\.\d{1,2}\.\d{4})(?: klo [\d.:]+| kl\.? [\d.:]+)?,? "
    r"(?:§ ?(?P<after>\d+ ?[a-z]?)|(?P<before>\d+ ?[a-z]?) ?§)"
)
KEEPS_HYPHEN = re.compile(r"(?:ja|tai|sekä|eli|ynnä|och|eller|samt)\b")
MIN_COLUMN = 30.0
# Points: under a letter's width.
SAME_X = 4.0
PARAGRAPH_GAP = 1.4
CAPTION_GAP = 1.7
MAX_CAPTION = 70


class Part(msgspec.Struct, frozen=True, kw_only=True):
    """A caption, None before the first, and the lines under it."""

    caption: str | None
    lines: tuple[Line, ...] = ()


def parts(text: PdfText, own: str) -> tuple[Part, ...]:
    """Return the parts of a document; *own* is the organization whose meeting this is."""
    lines = content_lines(text, own)
    column = _caption_column(lines)
    if column is None:
        return tuple(_parted_by_lines(Part(caption=None, lines=tuple(lines))))
    return tuple(inner for part in _parted_by_column(lines, column) for inner in _inner_parts(part, own))


def is_caption(text: str) -> bool:
    return (
        folded(text) in COVER
        or section_kind(text) is not None
        or is_history(text)
        or is_attachments(text)
        or is_supporting(text)
        or is_register_number(text)
    )


def joined(first: str, second: str) -> str:
    """Return two lines as one text; the hyphen of a divided word goes, that of a compound stays."""
    if first.endswith("/"):
        return first + second
    if not first.endswith("-") or first.endswith(" -") or not second or KEEPS_HYPHEN.match(second):
        return f"{first} {second}".strip()
    last = first[-2:-1]
    # "linja-/auto": a compound whose parts meet in the same vowel has a hyphen of its own, as have names, digits and letters.
    divided = second[0].islower() and last.islower() and last != second[0]
    return (first[:-1] if divided else first) + second


def has_gap(before: Line | None, line: Line) -> bool:
    """Tell whether *line* begins a new paragraph: by the space above it, or at a new page by how the text before it ends."""
    if before is None:
        return True
    if before.page != line.page:
        return before.text.endswith((".", ":", "!", "?")) and not line.text[:1].islower()
    return line.y - before.y > PARAGRAPH_GAP * 1.22 * max(before.size, line.size)


def content_lines(text: PdfText, own: str) -> list[Line]:
    """Return the lines that are the document's own: without what every page repeats in its head and foot."""
    places = Counter({key: len({line.page for line in lines}) for key, lines in _by_place(text).items()})
    repeated = {key for key, pages in places.items() if pages >= max(2, text.pages / 2)}
    return [
        line
        for line in text.lines
        if _place(line) not in repeated or not _is_marginal(line, text.height)
        if not _is_lone(line, text, own)
    ]


def _by_place(text: PdfText) -> dict[tuple[str, int], list[Line]]:
    found: dict[tuple[str, int], list[Line]] = {}
    for line in text.lines:
        found.setdefault(_place(line), []).append(line)
    return found


def _place(line: Line) -> tuple[str, int]:
    return re.sub(r"\d+", "#", line.text), round(line.y / 4)


def _is_marginal(line: Line, height: float) -> bool:
    return line.y < HEAD_ENDS * height or line.y > FOOT_BEGINS * height


def _is_lone(line: Line, text: PdfText, own: str) -> bool:
    """Tell whether a line of a head or foot is known by its words, as when a document has one page only."""
    if LONE_HEAD_ENDS * text.height < line.y < FOOT_BEGINS * text.height:
        return False
    words = [segment.text.casefold().removeprefix(own.casefold()).strip() for segment in line.segments]
    numbers = sum(bool(RUNNING_NUMBER.fullmatch(word)) for word in words)
    return numbers <= MAX_NUMBERS and all(RUNNING_WORDS.fullmatch(word) or RUNNING_NUMBER.fullmatch(word) for word in words)


class _Column(msgspec.Struct, frozen=True):
    """The column of captions: where it begins, where the text's begins, and how its letters look."""

    x: float
    body: float
    size: float
    bold: bool

    def holds(self, segment: Segment) -> bool:
        return abs(segment.x - self.x) < SAME_X and abs(segment.size - self.size) < 1 and (segment.bold or not self.bold)


def _caption_column(lines: list[Line]) -> _Column | None:
    known = [line.segments[0] for line in lines if is_caption(line.segments[0].text)] or _bold_column(lines)
    if not known:
        return None
    left = min(segment.x for segment in known)
    captions = [segment for segment in known if segment.x - left < SAME_X]
    others = [s.x for line in lines for s in line.segments[:2] if s not in captions and s.x - left >= MIN_COLUMN]
    same = [line for line in lines if abs(line.x - left) < SAME_X and line.segments[0] not in captions]
    if not others or (len(same) > len(others)):
        return None
    body = Counter(round(x) for x in others).most_common(1)[0][0]
    return _Column(left, float(body), median(s.size for s in captions), sum(s.bold for s in captions) * 2 > len(captions))


def _bold_column(lines: list[Line]) -> list[Segment]:
    """Return the bold beginnings of lines at the left, when all else stands to their right: captions of words not known."""
    left = min((line.x for line in lines), default=0.0)
    found = [line.segments[0] for line in lines if line.x - left < SAME_X]
    is_column = all(segment.bold for segment in found) and any(not segment.bold for line in lines for segment in line.segments)
    return found if is_column else []


def _parted_by_column(lines: list[Line], column: _Column) -> Iterator[Part]:
    caption: str | None = None
    last: Line | None = None
    body: list[Line] = []
    for line in lines:
        first, rest = line.segments[0], line.segments[1:]
        if not column.holds(first) or (rest and rest[0].x < column.body - MIN_COLUMN):
            body.append(line)
            continue
        if caption is None or not _continues(caption, first, last, line):
            yield Part(caption=caption, lines=tuple(body))
            caption, body = first.text, []
        else:
            caption = joined(caption, first.text)
        last = line
        if rest:
            body.append(Line(page=line.page, y=line.y, segments=rest))
    yield Part(caption=caption, lines=tuple(body))


def _continues(caption: str, piece: Segment, last: Line | None, line: Line) -> bool:
    """Tell whether *piece* is the next line of the same caption ("Täytäntöönpano-" + "tiedot") and not another caption."""
    if last is None or last.page != line.page or line.y - last.y > CAPTION_GAP * piece.size:
        return False
    if caption.endswith(("-", "/")) or is_caption(joined(caption, piece.text)):
        return True
    return not is_caption(caption) and not is_caption(piece.text)


def _inner_parts(part: Part, own: str) -> Iterator[Part]:
    """Yield the parts in a part where captions stand as lines of the text: what another body did stays together."""
    kind = section_kind(part.caption) if part.caption else None
    if kind in {SectionKind.BACKGROUND, SectionKind.GROUNDS} or (kind and _is_of_another(part.caption or "", own)):
        yield part
    else:
        yield from _parted_by_lines(part)


def _is_of_another(caption: str, own: str) -> bool:
    """Tell whether *caption* names what another body than *own* did: "Kaupunginhallituksen käsittely" in a council's item."""
    owned = OWNED_HEADING.fullmatch(folded(caption))
    if owned is None:
        return False
    # "-kunta": "-kunnan", "-us": "-uksen": a genitive shares all but its last letters with the name, or with the name's end.
    owner, name = owned["owner"].split(), own.casefold().split()
    return len(owner) > len(name) or any(word[:-4] not in of for word, of in zip(owner, name[-len(owner) :], strict=True))


def _parted_by_lines(part: Part) -> Iterator[Part]:
    caption, body, before = part.caption, list[Line](), None
    for line in part.lines:
        found = _line_caption(line, before, caption)
        before = line
        if found is None:
            body.append(line)
            continue
        yield Part(caption=caption, lines=tuple(body))
        caption, rest = found
        body = [rest] if rest else []
    yield Part(caption=caption, lines=tuple(body))


def _line_caption(line: Line, before: Line | None, current: str | None) -> tuple[str, Line | None] | None:
    """Return the caption that *line* is, or begins with, and the rest of the line."""
    text = line.text
    is_apart = line.bold or text.endswith(":") or has_gap(before, line)
    if current and is_history(current) and not line.bold:
        is_apart = text.endswith(":") or has_gap(before, line)
    if len(text) <= MAX_CAPTION and is_apart and (is_caption(text) or (HANDLING.fullmatch(text) and not lists_things(current))):
        return text, None
    if (
        len(line.segments) > 1
        and is_caption(line.segments[0].text)
        and (line.segments[0].bold or line.segments[0].text.endswith(":"))
    ):
        return line.segments[0].text, Line(page=line.page, y=line.y, segments=line.segments[1:])
    inline = INLINE_CAPTION.fullmatch(text)
    if not inline or not is_caption(inline["caption"]) or is_same_kind(inline["caption"], current):
        return None
    return inline["caption"], _rest(line, inline["rest"])


def lists_things(caption: str | None) -> bool:
    """Tell whether a caption's text lists handlings or documents, so that a line in it is no heading."""
    return caption is not None and (is_history(caption) or is_attachments(caption) or is_supporting(caption))


def is_same_kind(caption: str, current: str | None) -> bool:
    """Tell whether "Ote: …" stands under "Täytäntöönpanotiedot": then it is text."""
    return current is not None and section_kind(caption) is not None and section_kind(caption) == section_kind(current)


def _rest(line: Line, text: str) -> Line:
    last = line.segments[-1]
    width = last.right - line.x
    segment = Segment(
        text=text,
        x=round(last.right - width * len(text) / max(len(line.text), 1), 1),
        right=last.right,
        size=last.size,
        bold=last.bold,
        first_word=round(width * len(text.split(maxsplit=1)[0]) / max(len(line.text), 1), 1),
    )
    return Line(page=line.page, y=line.y, segments=(segment,))
