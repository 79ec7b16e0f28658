"""PDF: the text that is seen, in reading order; a copy of the file from an allowlist; pages that are only pictures wait."""

from collections import Counter
from statistics import median

import pypdfium2
from msgspec.structs import replace
from pypdfium2 import raw

from generator.attachments.disguises import PDF
from generator.attachments.format import Format
from generator.attachments.machine_reading import is_available, read_pages
from generator.attachments.pdf_copy import has_sealed_pictures, rewritten, spoken
from generator.attachments.writing import add_paragraph, as_blocks, body
from generator.importers._language import language_of
from generator.importers._pdf import LOCK, Line, PdfText, pdf_text
from generator.importers._tweb_blocks import blocks, column_end
from generator.model.attachment import Reading

# A picture over so much of a page, with fewer letters than this beside it, is a scan with a stamp.
MOST_OF_PAGE, FEW_LETTERS = 0.5, 200
# Points: smaller ones are lines, bullets and emblems.
SMALLEST_PICTURE = 60.0
# A line in the margin that comes on more than half of at least so many pages, at one height, is a running head or foot.
FEWEST_PAGES, MARGIN = 3, 0.1
LARGE = 1.2


def _read(content: bytes, language: str) -> Reading:
    copy = rewritten(content, language)
    # Read from the copy: PDFium would otherwise give the text that marks of content put in the place of what is painted.
    text = pdf_text(copy, "")
    hidden = (*(["hidden_text"] if text.hidden else []), *(["picture_data"] if has_sealed_pictures(copy) else []))
    scanned, pictures = _pictures(copy, text)
    if scanned:
        return _machine_read(copy, text, hidden, language)
    alternatives, said = spoken(content)
    own = language_of(" ".join(line.text for line in text.lines), language)
    lines = _with_large_as_bold(_without_running_heads(text))
    undescribed = max(0, pictures - alternatives)
    return Reading(
        language=own,
        blocks=blocks(lines, column_end(text), own),
        hidden=hidden,
        copy=copy,
        pages=text.pages,
        is_tagged=text.tagged,
        left_out=pictures,
        undescribed=undescribed,
        spoken=said,
    )


def _machine_read(copy: bytes, text: PdfText, hidden: tuple[str, ...], language: str) -> Reading:
    """Return what a machine makes of the scan *copy*, where there is one to read it; the scan itself waits for a person."""
    waiting = Reading(problem="no_text", copy=copy, hidden=hidden, pages=text.pages, is_tagged=text.tagged, left_out=text.pages)
    if not is_available():
        return waiting
    source = body()
    for paragraph in read_pages(copy):
        add_paragraph(source, paragraph)
    found, own = as_blocks(source, language)
    if not found:
        return waiting
    return replace(waiting, problem=None, copy=None, language=own, blocks=found, hidden=("scan",), is_machine_read=True)


def _pictures(content: bytes, text: PdfText) -> tuple[bool, int]:
    """Tell whether any page is a scan, and return how many pictures of some size there are."""
    letters = Counter[int]()
    for line in text.lines:
        letters[line.page] += len(line.text)
    is_scan, count = False, 0
    with LOCK:
        document = pypdfium2.PdfDocument(content)
        try:
            for number, page in enumerate(document, 1):
                width, height = page.get_size()
                sizes = [_size(thing) for thing in page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE])]
                count += sum(min(size) >= SMALLEST_PICTURE for size in sizes)
                covered = max((w * h for w, h in sizes), default=0.0) / max(width * height, 1.0)
                is_bare = bool(sizes) and not letters[number]
                is_scan = is_scan or is_bare or (covered > MOST_OF_PAGE and letters[number] < FEW_LETTERS)
                page.close()
        finally:
            document.close()
    return is_scan, count


def _size(thing: pypdfium2.PdfObject) -> tuple[float, float]:
    left, bottom, right, top = thing.get_bounds()
    return right - left, top - bottom


def _without_running_heads(text: PdfText) -> tuple[Line, ...]:
    """Return the lines of *text* without those that come again on most pages, but for their numbers."""
    if text.pages < FEWEST_PAGES:
        return text.lines
    pages = Counter(key for key, _ in {(_place(line), line.page) for line in text.lines})
    margin = MARGIN * text.height
    return tuple(line for line in text.lines if margin < line.y < text.height - margin or pages[_place(line)] * 2 <= text.pages)


def _place(line: Line) -> tuple[int, str]:
    return round(line.y / 4), "".join("0" if c.isdigit() else c for c in line.text).replace("00", "0")


def _with_large_as_bold(lines: tuple[Line, ...]) -> tuple[Line, ...]:
    """Return *lines* with those in large letters as bold: both are how a PDF without structure writes its headings."""
    if not lines:
        return ()
    usual = median(line.size for line in lines)
    return tuple(
        replace(line, segments=tuple(replace(s, bold=True) for s in line.segments)) if line.size >= LARGE * usual else line
        for line in lines
    )


def _is_one(content: bytes) -> bool:
    return content.startswith(PDF)


FORMAT = Format(endings={".pdf": "application/pdf"}, is_one=_is_one, read=_read)
