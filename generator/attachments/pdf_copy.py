"""A copy of a PDF that holds only what a reader sees, written anew from an allowlist."""

import re
from collections.abc import Iterator

import pikepdf
from pikepdf import Array, Dictionary, Name, Pdf

from generator.attachments.pdf_content import clean_content
from generator.attachments.unreadable import UnreadableFileError
from generator.pdf_objects import dictionaries, opened, saved

# The catalog and the pages keep these and nothing else (ISO 32000-2, 7.7); the structure is what a screen reader reads.
CATALOG = frozenset({"/Type", "/Pages", "/Lang", "/MarkInfo", "/StructTreeRoot"})
PAGE = frozenset(
    {
        *("/Type", "/Parent", "/MediaBox", "/CropBox", "/Rotate", "/UserUnit", "/Resources", "/Contents", "/Group"),
        *("/StructParents", "/Tabs"),
    }
)
FORM_XOBJECT = frozenset(
    {
        *("/Type", "/Subtype", "/FormType", "/BBox", "/Matrix", "/Resources", "/Group", "/StructParent", "/StructParents"),
        *("/Length", "/Filter", "/DecodeParms"),
    }
)
IMAGE = frozenset(
    {
        *("/Type", "/Subtype", "/Width", "/Height", "/ColorSpace", "/BitsPerComponent", "/Intent", "/ImageMask", "/Mask"),
        *("/Decode", "/Interpolate", "/SMask", "/SMaskInData", "/StructParent", "/Length", "/Filter", "/DecodeParms"),
    }
)
LINK = frozenset({"/Type", "/Subtype", "/Rect", "/QuadPoints", "/StructParent"})
STRUCTURE_ELEMENT = frozenset(
    {
        *("/Type", "/S", "/P", "/ID", "/Pg", "/K", "/A", "/C", "/R", "/Lang", "/NS"),
        *("/Alt", "/ActualText", "/E"),
    }
)
FONT = frozenset(
    {
        *("/Type", "/Subtype", "/BaseFont", "/FirstChar", "/LastChar", "/Widths", "/FontDescriptor", "/Encoding", "/ToUnicode"),
        *("/DescendantFonts", "/CIDSystemInfo", "/DW", "/W", "/DW2", "/W2", "/CIDToGIDMap", "/FontBBox", "/FontMatrix"),
        *("/CharProcs", "/Resources"),
    }
)
# The only strings that a dictionary of any other kind needs: what a font's characters are called, and a language.
STRINGS = frozenset({"/Registry", "/Ordering", "/Lang", "/ID", "/URI"})
# Anywhere else these carry what no reader sees: histories, metadata, other files, actions.
NEVER = frozenset({"/Metadata", "/PieceInfo", "/AF", "/AA", "/OPI", "/Thumb", "/LastModified", "/EF", "/Private"})
SPOKEN = ("/Alt", "/ActualText", "/E", "/URI")
SCRIPTS = (Name("/JavaScript"), Name("/Launch"), Name("/SubmitForm"), Name("/ImportData"))
LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
WEB = re.compile(r"https?://[^\s]+", re.IGNORECASE)
JPEG, JPEG_2000 = Name("/DCTDecode"), Name("/JPXDecode")
# Segments of a JPEG that describe its maker, place and owner: APP1 (EXIF, XMP) to APP13, APP15, comment. The colours are told
# by the PDF itself, not by the profile in APP2 (ISO 32000-2, 7.4.8).
JPEG_METADATA = frozenset({*range(0xE1, 0xEE), 0xEF, 0xFE})
SEGMENT, JPEG_SCAN, JPEG_END = 0xFF, 0xDA, b"\xff\xd9"


def rewritten(content: bytes, language: str) -> bytes:
    """Return a new PDF with the pages and their structure and no title; the same input gives the same bytes.

    Raises:
        UnreadableFileError: it is encrypted or damaged, or holds files, scripts, forms or layers.

    """
    with opened(content, UnreadableFileError) as pdf:
        _refuse(pdf)
        _clean_catalog(pdf, language)
        pdf.remove_unreferenced_resources()
        for page in pdf.pages:
            _clean_page(page.obj)
        _clean_contents(pdf)
        _clean_objects(pdf)
        del pdf.docinfo
        return saved(pdf)


def spoken(content: bytes) -> tuple[int, str]:
    """Return how many alternative texts there are, and all that a screen reader says and the page does not show.

    That is alternative texts, expansions, and the addresses of links.
    """
    with opened(content, UnreadableFileError) as pdf:
        parts = [part for thing in pdf.objects for part in dictionaries(thing)]
        found = [(key, str(part[key])) for part in parts for key in SPOKEN if isinstance(part.get(key), pikepdf.String)]
    return sum(key == "/Alt" for key, _ in found), "\n".join(text for _, text in found)


def has_sealed_pictures(copy: bytes) -> bool:
    """Tell whether a picture of *copy* may carry what describes it: a JPEG 2000, or a JPEG among the instructions of a page."""
    with opened(copy, UnreadableFileError) as pdf:
        if any(JPEG_2000 in _listed(thing.get("/Filter")) for thing in pdf.objects if isinstance(thing, pikepdf.Stream)):
            return True
        painting = (*(page.obj.Contents for page in pdf.pages), *_painting(pdf))
        return any(b"/DCT" in stream.read_bytes() for stream in painting)


def _refuse(pdf: Pdf) -> None:
    root = pdf.Root
    names = root.get("/Names", Dictionary())
    parts = tuple(part for thing in pdf.objects for part in dictionaries(thing))
    if "/EmbeddedFiles" in names or "/Collection" in root or any("/EF" in part or "/AF" in part for part in parts):
        raise UnreadableFileError("embedded_files")
    if "/JavaScript" in names or any(part.get("/S") in SCRIPTS for part in parts):
        raise UnreadableFileError("scripts")
    if "/AcroForm" in root and (len(root.AcroForm.get("/Fields", Array())) or "/XFA" in root.AcroForm):
        raise UnreadableFileError("forms")
    if "/OCProperties" in root and len(root.OCProperties.get("/OCGs", Array())):
        raise UnreadableFileError("layers")


def _clean_catalog(pdf: Pdf, language: str) -> None:
    stated = str(pdf.Root.get("/Lang", ""))
    _keep(pdf.Root, CATALOG)
    pdf.Root["/Lang"] = pikepdf.String(stated if LANGUAGE.fullmatch(stated) else language)
    pdf.Root["/ViewerPreferences"] = Dictionary(DisplayDocTitle=True)


def _clean_page(page: pikepdf.Object) -> None:
    links = [annotation for annotation in page.get("/Annots", Array()) if _clean_annotation(annotation)]
    _keep(page, PAGE)
    if links:
        page["/Annots"] = Array(links)


def _clean_annotation(annotation: pikepdf.Object) -> bool:
    """Reduce *annotation* in place, since the structure refers to it, and tell whether it is a plain link into the web."""
    action = annotation.get("/A", Dictionary())
    address = str(action.get("/URI", "")) if isinstance(action, Dictionary) else ""
    is_link = annotation.get("/Subtype") == Name("/Link") and WEB.fullmatch(address) is not None
    _keep(annotation, LINK if is_link else frozenset())
    if is_link:
        annotation["/Border"] = Array([0, 0, 0])
        annotation["/A"] = Dictionary(S=Name("/URI"), URI=pikepdf.String(address))
    return is_link


def _clean_contents(pdf: Pdf) -> None:
    try:
        for page in pdf.pages:
            page.obj["/Contents"] = pdf.make_stream(clean_content(page))
        for stream in _painting(pdf):
            stream.write(clean_content(stream))
    except pikepdf.PdfError as error:
        raise UnreadableFileError("damaged") from error


def _painting(pdf: Pdf) -> Iterator[pikepdf.Stream]:
    """Yield the streams that paint for a page: forms, patterns, and glyphs of a font that is painted."""
    for thing in pdf.objects:
        if isinstance(thing, pikepdf.Stream) and (thing.get("/Subtype") == Name("/Form") or thing.get("/PatternType") == 1):
            yield thing
        elif isinstance(thing, Dictionary) and isinstance(thing.get("/CharProcs"), Dictionary):
            yield from (glyph for glyph in thing.CharProcs.values() if isinstance(glyph, pikepdf.Stream))


def _clean_objects(pdf: Pdf) -> None:
    for thing in pdf.objects:
        for part in dictionaries(thing):
            _keep(part, _allowed(part))
        if isinstance(thing, pikepdf.Stream):
            _clean_jpeg(thing)


def _allowed(part: pikepdf.Object) -> frozenset[str]:
    """Return the keys that *part* may keep: by list for what carries most, otherwise all but the known carriers."""
    subtype = part.get("/Subtype")
    if isinstance(part, pikepdf.Stream) and subtype == Name("/Form"):
        return FORM_XOBJECT
    if isinstance(part, pikepdf.Stream) and subtype == Name("/Image"):
        return IMAGE
    if part.get("/Type") == Name("/Font"):
        return FONT
    if part.get("/Type") == Name("/StructElem") or {"/S", "/P"} <= set(part.keys()):
        return STRUCTURE_ELEMENT
    values = part.stream_dict if isinstance(part, pikepdf.Stream) else part
    text = {key for key, value in values.items() if isinstance(value, pikepdf.String)}
    return frozenset(part.keys()) - NEVER - (text - STRINGS)


def _clean_jpeg(image: pikepdf.Stream) -> None:
    """Take from a JPEG what describes it, whatever codings are around it.

    Raises:
        UnreadableFileError: its bytes cannot be had.

    """
    filters, parameters = _listed(image.get("/Filter")), _listed(image.get("/DecodeParms"))
    if JPEG not in filters:
        return
    if filters[-1] != JPEG:
        raise UnreadableFileError("damaged")
    content = _uncoded(image.read_raw_bytes(), filters[:-1], parameters)
    image.write(_without_metadata(content), filter=JPEG)
    if len(parameters) == len(filters) and isinstance(parameters[-1], Dictionary):
        image["/DecodeParms"] = parameters[-1]  # what the filter of the JPEG itself needs to know


def _uncoded(content: bytes, filters: list[pikepdf.Object], parameters: list[pikepdf.Object]) -> bytes:
    if not filters:
        return content
    with Pdf.new() as other:
        stream = other.make_stream(content, Filter=Array(filters), DecodeParms=Array(parameters[: len(filters)]))
        try:
            return stream.read_bytes()
        except pikepdf.PdfError as error:
            raise UnreadableFileError("damaged") from error


def _listed(value: pikepdf.Object | None) -> list[pikepdf.Object]:
    return [] if value is None else list(value) if isinstance(value, Array) else [value]


def _without_metadata(jpeg: bytes) -> bytes:
    """Return *jpeg* without the segments that describe it; the picture itself is not touched."""
    kept, place = bytearray(jpeg[:2]), 2
    while place + 4 <= len(jpeg) and jpeg[place] == SEGMENT and jpeg[place + 1] != JPEG_SCAN:
        end = place + 2 + int.from_bytes(jpeg[place + 2 : place + 4], "big")
        if jpeg[place + 1] not in JPEG_METADATA:
            kept += jpeg[place:end]
        place = end
    last = jpeg.rfind(JPEG_END)
    return bytes(kept) + (jpeg[place : last + 2] if last >= place else jpeg[place:])


def _keep(part: pikepdf.Object, keys: frozenset[str]) -> None:
    for key in set(part.keys()) - keys:
        del part[key]
