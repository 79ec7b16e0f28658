"""The visible text of a PDF as lines with their places on the page; nothing else of it (metadata, forms, notes) is read."""

import ctypes
import re
import threading
import unicodedata
from collections.abc import Iterator

import msgspec
import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from generator.errors import ExportError
from generator.hidden_text import Hidden

MAX_PAGES = 400
MAX_CHARACTERS = 2_000_000
# Shares of the letter's size. Cells of a table stand at least CELL_GAP apart, or a little when no space is written between.
CELL_GAP = 1.2
UNWRITTEN_GAP = 0.55
WORD_GAP = 0.18
SAME_BASELINE = 0.4
BOLD_WEIGHT = 600
LIGATURES = re.compile("[\ufb00-\ufb06]")
# PDFium returns U+0002 for a hyphen that ends a line, and writes the ends of lines itself.
LINE_END_HYPHEN = "\x02"
NOT_TEXT = re.compile(r"[\x00-\x1f\x7f-\x9f\ufeff\ufffe\uffff\u200b\u00ad]")
# PDFium keeps global state and is not safe in threads.
LOCK = threading.Lock()


class Segment(msgspec.Struct, frozen=True, kw_only=True):
    """A stretch of text without a wide gap: a line of a column, or a cell. *first_word* is the width of its first word."""

    text: str
    x: float
    right: float
    size: float
    bold: bool
    first_word: float


class Line(msgspec.Struct, frozen=True, kw_only=True):
    """What stands at one height of a page; *y* is its baseline, from the top of the page, in points."""

    page: int
    y: float
    segments: tuple[Segment, ...]

    @property
    def text(self) -> str:
        return " ".join(segment.text for segment in self.segments)

    @property
    def x(self) -> float:
        return self.segments[0].x

    @property
    def right(self) -> float:
        return self.segments[-1].right

    @property
    def size(self) -> float:
        return max(segment.size for segment in self.segments)

    @property
    def bold(self) -> bool:
        return all(segment.bold for segment in self.segments)


class PdfText(msgspec.Struct, frozen=True, kw_only=True):
    """The lines of all pages in reading order. *hidden* counts the letters left out because no reader of the page sees them."""

    lines: tuple[Line, ...]
    pages: int
    width: float
    height: float
    tagged: bool
    hidden: int


class _Letter(msgspec.Struct, frozen=True):
    character: str
    x: float
    right: float
    y: float
    size: float
    bold: bool


def pdf_text(content: bytes, where: str) -> PdfText:
    """Return the visible text of the PDF in *content*.

    Raises:
        ExportError: it has a password, is damaged, or is larger than any real document.

    """
    with LOCK:
        try:
            document = pdfium.PdfDocument(content)
        except pdfium.PdfiumError as error:
            code = "tweb.pdf_password" if "password" in str(error).casefold() else "tweb.pdf_damaged"
            raise ExportError(code, where=where) from error
        try:
            return _document_text(document, where)
        except pdfium.PdfiumError as error:
            raise ExportError("tweb.pdf_damaged", where=where) from error
        finally:
            document.close()


def _document_text(document: pdfium.PdfDocument, where: str) -> PdfText:
    if len(document) > MAX_PAGES:
        raise ExportError("tweb.pdf_too_large", where=where)
    lines: list[Line] = []
    sizes: list[tuple[float, float]] = []
    hidden = letters_seen = 0
    for number in range(len(document)):
        page = document[number]
        textpage = page.get_textpage()
        letters_seen += textpage.count_chars()
        if letters_seen > MAX_CHARACTERS:
            raise ExportError("tweb.pdf_too_large", where=where)
        seen = Hidden(page)
        lines += _lines(list(_letters(page, textpage, seen)), number + 1)
        hidden += seen.count
        sizes.append(page.get_size())
        textpage.close()
        page.close()
    tagged = bool(pdfium_c.FPDFCatalog_IsTagged(document))
    width, height = (max(side, default=0.0) for side in (zip(*sizes, strict=True) if sizes else ((), ())))
    return PdfText(lines=tuple(lines), pages=len(sizes), width=width, height=height, tagged=tagged, hidden=hidden)


def _letters(page: pdfium.PdfPage, textpage: pdfium.PdfTextPage, hidden: Hidden) -> Iterator[_Letter]:
    """Yield the letters that are seen on *page*, and the spaces between them, as the page writes them."""
    place = _Placement(page)
    styles: dict[int, tuple[float, bool]] = {}
    x, y = ctypes.c_double(), ctypes.c_double()
    # What hides any letter is known only when all have been looked at.
    for index, character, text_object, box in list(_painted(textpage, hidden)):
        if not character.isspace() and hidden.touches(text_object, box):
            continue
        pdfium_c.FPDFText_GetCharOrigin(textpage, index, x, y)
        key = ctypes.addressof(text_object.contents) if text_object else 0
        if key not in styles:
            styles[key] = _style(textpage, index)
        left, top, right, _ = place.box(*box)
        _, baseline = place.point(x.value, y.value)
        size, bold = styles[key]
        yield _Letter(character, left, right, baseline, size or max(top - baseline, 1.0), bold)


def _painted(
    textpage: pdfium.PdfTextPage, hidden: Hidden
) -> Iterator[tuple[int, str, pdfium_c.FPDF_PAGEOBJECT, tuple[float, float, float, float]]]:
    """Yield index, character, object and box of each letter of a page that nothing hides, and of the spaces."""
    box = pdfium_c.FS_RECTF()
    for index in range(textpage.count_chars()):
        character = chr(pdfium_c.FPDFText_GetUnicode(textpage, index))
        if pdfium_c.FPDFText_IsGenerated(textpage, index) or character in "\r\n":
            continue
        pdfium_c.FPDFText_GetLooseCharBox(textpage, index, box)
        text_object = pdfium_c.FPDFText_GetTextObject(textpage, index)
        place = (box.left, box.bottom, box.right, box.top)
        if character.isspace() or not hidden.hides(text_object, place):
            yield index, character, text_object, place


class _Placement:
    """Places of a page as it is shown: from its top left corner, turned as it is. A class because its numbers go together."""

    def __init__(self, page: pdfium.PdfPage) -> None:
        self.left, self.bottom, self.right, self.top = page.get_bbox()
        self.rotation = page.get_rotation()

    def point(self, x: float, y: float) -> tuple[float, float]:
        match self.rotation:
            case 90:
                return y - self.bottom, x - self.left
            case 180:
                return self.right - x, y - self.bottom
            case 270:
                return self.top - y, self.right - x
            case _:
                return x - self.left, self.top - y

    def box(self, left: float, bottom: float, right: float, top: float) -> tuple[float, float, float, float]:
        (x1, y1), (x2, y2) = self.point(left, bottom), self.point(right, top)
        return min(x1, x2), min(y1, y2), max(x1, x2), max(y1, y2)


def _style(textpage: pdfium.PdfTextPage, index: int) -> tuple[float, bool]:
    """Return size and boldness of a letter; a font that was saved anew tells its weight in its name only."""
    name = ctypes.create_string_buffer(256)
    flags = ctypes.c_int()
    pdfium_c.FPDFText_GetFontInfo(textpage, index, name, len(name), flags)
    matrix = pdfium_c.FS_MATRIX()
    pdfium_c.FPDFText_GetMatrix(textpage, index, matrix)
    scale = (matrix.b**2 + matrix.d**2) ** 0.5 or 1.0
    size = pdfium_c.FPDFText_GetFontSize(textpage, index) * scale
    bold = b"bold" in name.value.lower() or pdfium_c.FPDFText_GetFontWeight(textpage, index) >= BOLD_WEIGHT
    return size, bold


def _lines(letters: list[_Letter], page: int) -> Iterator[Line]:
    """Yield the lines of a page from the top: letters on one baseline, parted where the gap is wide."""
    seen = sorted((letter for letter in letters if not letter.character.isspace()), key=lambda letter: letter.y)
    spaces = [letter for letter in letters if letter.character.isspace()]
    for row in _rows(seen):
        largest = max(letter.size for letter in row)
        y = max(letter.y for letter in row if letter.size >= 0.8 * largest)
        written = [letter for letter in spaces if abs(letter.y - y) < SAME_BASELINE * letter.size]
        parted = _parted(sorted([*row, *written], key=lambda letter: (letter.x, letter.right)))
        segments = tuple(segment for segment in map(_segment, parted) if segment.text)
        if segments:
            yield Line(page=page, y=round(y, 1), segments=segments)


def _rows(letters: list[_Letter]) -> Iterator[list[_Letter]]:
    row: list[_Letter] = []
    for letter in letters:
        if row and letter.y - row[0].y > SAME_BASELINE * max(letter.size, row[0].size):
            yield row
            row = []
        row.append(letter)
    if row:
        yield row


def _parted(row: list[_Letter]) -> Iterator[list[_Letter]]:
    """Yield the stretches of *row*, each with at least one letter; a space is kept only between letters."""
    part: list[_Letter] = []
    pending: list[_Letter] = []
    for letter in row:
        if letter.character.isspace():
            pending.append(letter)
            continue
        if part and _is_shadow(part[-1], letter):
            continue
        gap = letter.x - part[-1].right if part else 0.0
        if part and gap > (CELL_GAP if pending else UNWRITTEN_GAP) * letter.size:
            yield part
            part = []
        elif part and (pending or gap > WORD_GAP * letter.size):
            part.append(_Letter(" ", part[-1].right, letter.x, letter.y, letter.size, letter.bold))
        part.append(letter)
        pending = []
    if part:
        yield part


def _is_shadow(first: _Letter, second: _Letter) -> bool:
    """Tell whether *second* is *first* drawn again beside itself to look bold."""
    return first.character == second.character and second.x - first.x < 0.12 * second.size


def _segment(letters: list[_Letter]) -> Segment:
    text = "".join(letter.character for letter in letters)
    space = text.find(" ")
    return Segment(
        text=clean(text),
        x=round(letters[0].x, 1),
        right=round(letters[-1].right, 1),
        size=round(max(letter.size for letter in letters), 1),
        bold=all(letter.bold for letter in letters if letter.character != " "),
        first_word=round((letters[space - 1] if space > 0 else letters[-1]).right - letters[0].x, 1),
    )


def clean(text: str) -> str:
    """Return *text* in NFC, without control characters, with letters for ligatures and U+FFFD for what has no letter."""
    paired = text.replace(LINE_END_HYPHEN, "-").encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    plain = LIGATURES.sub(lambda found: unicodedata.normalize("NFKD", found[0]), paired)
    return " ".join(NOT_TEXT.sub("", unicodedata.normalize("NFC", plain)).split())
