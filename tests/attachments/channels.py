"""For each format a generator: files in which CANARY stands where no reader sees it, and CONTROL where every reader does.

Each is (channel, ending of the name, bytes, outcome): the outcome is None where the text comes out, else why the file does not.
"""

import base64
import io
from collections.abc import Iterator

import pikepdf
from pikepdf import Array, Dictionary, Name
from PIL import Image, PngImagePlugin

from tests.attachments.packages import (
    COMPATIBILITY,
    ODF,
    SHEET,
    SLIDE,
    WORD,
    cell,
    open_document,
    packed,
    paragraph,
    relations,
    shape,
    slides,
    word,
    workbook,
)
from tests.redaction import pdfs

CANARY = "Kanarialintu7719"
# Content that the recognizers mask wherever it stands: in the address of a link and in the words for a picture, too.
CODE, PHONE = "010190-900X", "0405550199"
CONTROL = "Laituri korjataan keväällä."
# What the PDFs of other tests say.
OLDER_CONTROL = "Laiturin korjaus maksaa paljon"
Channel = tuple[str, str, bytes, str | None]
SEEN = paragraph(CONTROL)
EXIF_USER_COMMENT = 0x9286


def picture(kind: str, *, described: bool = True) -> bytes:
    """Return a small picture, with CANARY in every place beside its pixels."""
    image, buffer = Image.new("RGB", (8, 8), (200, 30, 30)), io.BytesIO()
    if not described:
        image.save(buffer, kind)
    elif kind == "JPEG":
        exif = Image.Exif()
        exif[0x010E] = CANARY  # ImageDescription
        exif[0x013B] = CANARY  # Artist
        image.save(buffer, kind, exif=exif, comment=CANARY.encode(), icc_profile=CANARY.encode())
    else:
        told = PngImagePlugin.PngInfo()
        told.add_text("Author", CANARY)
        told.add_text("Comment", CANARY, zip=True)
        told.add_itxt("XML:com.adobe.xmp", CANARY)
        image.save(buffer, kind, pnginfo=told, icc_profile=CANARY.encode())
    return buffer.getvalue()


def docx() -> Iterator[Channel]:
    for name, content, outcome in _docx():
        yield name, "docx", content, outcome


def _docx() -> Iterator[tuple[str, bytes, str | None]]:
    core = '<cp:coreProperties xmlns:cp="c" xmlns:dc="d">{}</cp:coreProperties>'
    for name in ("creator", "title", "description", "keywords", "lastModifiedBy"):
        yield f"core_{name}", word(SEEN, {"docProps/core.xml": core.format(f"<dc:{name}>{CANARY}</dc:{name}>")}), None
    for name in ("Company", "Manager", "Template"):
        yield f"app_{name}", word(SEEN, {"docProps/app.xml": f"<Properties><{name}>{CANARY}</{name}></Properties>"}), None
    yield (
        "custom_property",
        word(SEEN, {"docProps/custom.xml": f'<Properties><property name="a">{CANARY}</property></Properties>'}),
        None,
    )
    yield "customXml_item", word(SEEN, {"customXml/item1.xml": f"<a>{CANARY}</a>"}), None
    yield "black_highlight", word(SEEN + paragraph(CANARY, '<w:highlight w:val="black"/>')), None
    yield "white_text", word(SEEN + paragraph(CANARY, '<w:color w:val="FFFFFF"/>')), None
    yield "hidden_run", word(SEEN + paragraph(CANARY, "<w:vanish/>")), None
    yield "tiny_text", word(SEEN + paragraph(CANARY, '<w:sz w:val="2"/>')), None
    style = f'<w:styles xmlns:w="{WORD}"><w:style w:type="character" w:styleId="piilo"><w:rPr><w:vanish/></w:rPr></w:style></w:styles>'
    yield (
        "hidden_by_style",
        word(
            SEEN + paragraph(CANARY, '<w:rStyle w:val="piilo"/>'),
            {"word/styles.xml": style},
            (("rId9", "styles", "styles.xml"),),
        ),
        None,
    )
    row = "<w:tr><w:trPr><w:hidden/></w:trPr><w:tc>{}</w:tc></w:tr><w:tr><w:tc>{}</w:tc></w:tr>"
    yield "hidden_row", word(SEEN + f"<w:tbl>{row.format(paragraph(CANARY), paragraph('Luku'))}</w:tbl>"), None
    yield "bookmark_name", word(paragraph(CONTROL, before=f'<w:bookmarkStart w:id="1" w:name="{CANARY}"/>')), None
    comments = (
        f'<w:comments xmlns:w="{WORD}"><w:comment w:author="{CANARY}" w:id="1">{paragraph(CANARY)}</w:comment></w:comments>'
    )
    yield "comment", word(SEEN, {"word/comments.xml": comments}, (("rId9", "comments", "comments.xml"),)), None
    yield (
        "people",
        word(SEEN, {"word/people.xml": f'<w15:people xmlns:w15="p"><w15:person w15:author="{CANARY}"/></w15:people>'}),
        None,
    )
    settings = f'<w:settings xmlns:w="{WORD}"><w:docVars><w:docVar w:name="a" w:val="{CANARY}"/></w:docVars></w:settings>'
    yield "docVars", word(SEEN, {"word/settings.xml": settings}, (("rId9", "settings", "settings.xml"),)), None
    yield "field_instruction", word(SEEN + f"<w:p><w:r><w:instrText>{CANARY}</w:instrText></w:r></w:p>"), None
    glossary = f'<w:glossaryDocument xmlns:w="{WORD}"><w:docParts>{paragraph(CANARY)}</w:docParts></w:glossaryDocument>'
    yield (
        "glossary",
        word(SEEN, {"word/glossary/document.xml": glossary}, (("rId9", "glossaryDocument", "glossary/document.xml"),)),
        None,
    )
    header = f'<w:hdr xmlns:w="{WORD}">{paragraph(CANARY)}</w:hdr>'
    first = '<w:sectPr><w:headerReference w:type="first" r:id="rId9"/></w:sectPr>'
    yield "header_first_unused", word(SEEN + first, {"word/header1.xml": header}, (("rId9", "header", "header1.xml"),)), None
    drawn = '<w:p><w:r><w:drawing><wp:inline><wp:docPr id="1" name="{}"/><a:graphic/></wp:inline></w:drawing></w:r></w:p>'
    yield "picture_name", word(SEEN + drawn.format(CANARY)), None
    fallback = (
        f'<w:p><w:r><mc:AlternateContent xmlns:mc="{COMPATIBILITY}"><mc:Choice Requires="wps"><w:t>{CONTROL}</w:t></mc:Choice>'
        f"<mc:Fallback><w:t>{CANARY}</w:t></mc:Fallback></mc:AlternateContent></w:r></w:p>"
    )
    yield "mc_Fallback", word(fallback), None
    yield "picture_EXIF", word(SEEN, {"word/media/image1.jpeg": picture("JPEG")}), None
    yield "moved_from", word(SEEN + f"<w:p><w:moveFrom><w:r><w:t>{CANARY}</w:t></w:r></w:moveFrom></w:p>"), None
    deleted = f'<w:p><w:del w:author="{CANARY}"><w:r><w:delText>{CANARY}</w:delText></w:r></w:del></w:p>'
    yield "tracked_deletion", word(SEEN + deleted), None
    yield "orphan_name", word(SEEN, {f"word/media/{CANARY}.png": picture("PNG", described=False)}), None
    yield "orphan_content", word(SEEN, {"word/orpo.xml": f"<a>{CANARY}</a>"}), None
    alias = (
        f'<w:sdt><w:sdtPr><w:alias w:val="{CANARY}"/><w:dropDownList><w:listItem w:displayText="{CANARY}" w:value="a"/>'
        f"</w:dropDownList></w:sdtPr><w:sdtContent>{SEEN}</w:sdtContent></w:sdt>"
    )
    yield "control_alias", word(alias), None
    yield "thumbnail", word(SEEN, {"docProps/thumbnail.jpeg": picture("JPEG")}), None
    yield "archive_comment", word(SEEN, comment=CANARY), None
    yield "embedded_document", word(SEEN, {"word/embeddings/sisus.docx": word(paragraph(CANARY))}), "embedded_files"
    yield "ole_utf16", word(SEEN, {"word/embeddings/oleObject1.bin": CANARY.encode("utf-16-le")}), "embedded_files"
    template = (("rId9", "attachedTemplate", f"file:///C:/Users/{CANARY}/malli.dotm"),)
    yield "template_path", word(SEEN, related=template), "external_links"
    link = '<w:p><w:hyperlink r:id="{}"><w:r><w:t>Lue lisää</w:t></w:r></w:hyperlink></w:p>'
    addresses = (
        ("rId8", "hyperlink", f"https://kuutamoniemi.example/{CODE}"),
        ("rId9", "hyperlink", f"https://kuutamoniemi.example/?puhelin={PHONE}"),
    )
    yield "link_target", word(SEEN + link.format("rId8") + link.format("rId9"), related=addresses), None
    yield "picture_description", word(SEEN + drawn.format(f'Kuva" descr="Hakija {CODE}, puhelin {PHONE}')), None


def controls() -> Iterator[tuple[str, str, bytes]]:
    """Yield (what every reader sees, ending of the name, a file that says CONTROL there and nowhere else)."""
    other = paragraph("Teksti.")
    yield "body", "docx", word(SEEN)
    note = '<w:p><w:r><w:footnoteReference w:id="2"/></w:r></w:p>'
    notes = f'<w:footnotes xmlns:w="{WORD}"><w:footnote w:id="2">{SEEN}</w:footnote></w:footnotes>'
    yield "footnote", "docx", word(other + note, {"word/footnotes.xml": notes}, (("rId9", "footnotes", "footnotes.xml"),))
    shown = '<w:sectPr><w:headerReference w:type="default" r:id="rId9"/></w:sectPr>'
    header = f'<w:hdr xmlns:w="{WORD}">{SEEN}</w:hdr>'
    yield "header", "docx", word(other + shown, {"word/header1.xml": header}, (("rId9", "header", "header1.xml"),))
    yield "page", "pdf", pdfs.pdf(CONTROL)


def pdf() -> Iterator[Channel]:
    for name, content, outcome in _pdf():
        yield name, "pdf", content, outcome


def _pdf() -> Iterator[tuple[str, bytes, str | None]]:
    def with_(change: object) -> bytes:
        document = pikepdf.open(io.BytesIO(pdfs.pdf(CONTROL)))
        change(document)  # type: ignore[operator]
        buffer = io.BytesIO()
        document.save(buffer, static_id=True)
        return buffer.getvalue()

    def info(key: str) -> bytes:
        return with_(lambda d: d.docinfo.__setitem__(key, CANARY))

    def painted(paint: str) -> bytes:
        return with_(lambda d: d.pages[0].contents_add(paint.replace("TEXT", f"({CANARY}) Tj").encode()))

    for key in ("/Author", "/Keywords", "/Subject", "/Title"):
        yield f"info_{key[1:].lower()}", info(key), None
    yield "white_text", painted("BT /F1 12 Tf 1 1 1 rg 72 600 Td TEXT ET"), None
    yield "invisible_text", painted("BT /F1 12 Tf 3 Tr 72 600 Td TEXT ET"), None
    yield "outside_the_page", painted("BT /F1 12 Tf 72 -600 Td TEXT ET"), None
    yield "under_a_box", painted("BT /F1 12 Tf 0 g 72 600 Td TEXT ET 0 g 60 590 300 30 re f"), None
    yield "partly_under_a_box", painted("BT /F1 12 Tf 0 g 72 600 Td TEXT ET 0 g 75 590 300 30 re f"), None
    yield "cropped", with_(_cropped), None
    yield "many", pdfs.with_hidden_channels(CANARY), None
    yield "remarks", pdfs.with_remarks(CANARY), None
    yield "old_revision", pdfs.with_old_revision(CANARY), None
    yield "struct_alt", pdfs.with_spoken(f"{CANARY} {CODE}"), None
    yield "link_address", pdfs.with_link(f"https://kuutamoniemi.example/{CANARY}?a={CODE}"), None
    yield "local_link", pdfs.with_link(f"file:///C:/Users/{CANARY}"), None
    yield "actual_text", painted(f"/Span <</ActualText ({CANARY})>> BDC BT /F1 12 Tf 72 600 Td (Kuutamo) Tj ET EMC"), None
    yield "unused_stream", pdfs.with_stream(CANARY.encode()), None
    yield (
        "page_label",
        with_(lambda d: d.Root.__setitem__("/PageLabels", Dictionary(Nums=Array([0, Dictionary(P=pikepdf.String(CANARY))])))),
        None,
    )
    yield (
        "destination",
        with_(lambda d: d.Root.__setitem__("/Dests", Dictionary({f"/{CANARY}": Array([d.pages[0].obj, Name("/Fit")])}))),
        None,
    )
    yield "picture_A85_EXIF", with_(_encoded_picture), None
    yield "inline_picture_EXIF", with_(_inline_picture), None
    yield "JPEG_2000_comment", with_(_jpeg_2000), None
    yield "remark_in_pattern", with_(_pattern), None
    yield "remark_in_glyph", with_(_glyph), None
    yield "attachment", pdfs.with_embedded_file(CANARY.encode()), "embedded_files"
    yield "attachment_name", with_(_named_file), "embedded_files"
    yield "script", with_(_script), "scripts"
    yield "form_value", with_(_form), "forms"
    yield "layer_name", with_(_layer), "layers"
    yield "layer_text", with_(_text_in_layer), "layers"
    yield "behind_the_end", pdfs.with_trailing_data(CANARY), "trailing_data"


def _cropped(document: pikepdf.Pdf) -> None:
    document.pages[0].contents_add(f"BT /F1 12 Tf 0 g 72 20 Td ({CANARY}) Tj ET".encode())
    document.pages[0].obj["/CropBox"] = Array([0, 100, 595, 842])


def _script(document: pikepdf.Pdf) -> None:
    document.Root["/OpenAction"] = Dictionary(S=Name("/JavaScript"), JS=pikepdf.String(CANARY))


def _form(document: pikepdf.Pdf) -> None:
    field = document.make_indirect(Dictionary(FT=Name("/Tx"), T=pikepdf.String(CANARY), V=pikepdf.String(CANARY)))
    document.Root["/AcroForm"] = Dictionary(Fields=Array([field]))


def _encoded_picture(document: pikepdf.Pdf) -> None:
    content = base64.a85encode(picture("JPEG")) + b"~>"
    image = document.make_stream(b"", Type=Name("/XObject"), Subtype=Name("/Image"), Width=8, Height=8, BitsPerComponent=8)
    image["/ColorSpace"] = Name("/DeviceRGB")
    image.write(content, filter=Array([Name("/ASCII85Decode"), Name("/DCTDecode")]))
    document.pages[0].resources["/XObject"] = Dictionary(Kuva=image)
    document.pages[0].contents_add(b"q 9 0 0 9 0 0 cm /Kuva Do Q")


def _inline_picture(document: pikepdf.Pdf) -> None:
    told = b"q 9 0 0 9 0 0 cm BI /W 8 /H 8 /BPC 8 /CS /RGB /F /DCT ID "
    document.pages[0].contents_add(told + picture("JPEG") + b" EI Q")


def _jpeg_2000(document: pikepdf.Pdf) -> None:
    buffer = io.BytesIO()
    Image.new("RGB", (8, 8), (200, 30, 30)).save(buffer, "JPEG2000", comment=CANARY)
    image = document.make_stream(b"", Type=Name("/XObject"), Subtype=Name("/Image"), Width=8, Height=8)
    image.write(buffer.getvalue(), filter=Name("/JPXDecode"))
    document.pages[0].resources["/XObject"] = Dictionary(Kuva=image)
    document.pages[0].contents_add(b"q 9 0 0 9 0 0 cm /Kuva Do Q")


def _pattern(document: pikepdf.Pdf) -> None:
    box = Array([0, 0, 9, 9])
    pattern = document.make_stream(
        f"% {CANARY}\n0 0 5 5 re f".encode(), PatternType=1, PaintType=1, TilingType=1, BBox=box, XStep=9, YStep=9
    )
    pattern["/Resources"] = Dictionary()
    document.pages[0].resources["/Pattern"] = Dictionary(Ruudut=pattern)
    document.pages[0].contents_add(b"q /Pattern cs /Ruudut scn 0 0 20 20 re f Q")


def _glyph(document: pikepdf.Pdf) -> None:
    glyph = document.make_stream(f"% {CANARY}\n500 0 0 0 500 500 d1 0 0 500 500 re f".encode())
    font = Dictionary(Type=Name("/Font"), Subtype=Name("/Type3"), FirstChar=97, LastChar=97, Widths=Array([500]))
    font["/FontBBox"], font["/FontMatrix"] = Array([0, 0, 500, 500]), Array([0.001, 0, 0, 0.001, 0, 0])
    font["/CharProcs"], font["/Encoding"] = Dictionary(a=glyph), Dictionary(Differences=Array([97, Name("/a")]))
    document.pages[0].resources["/Font"]["/Oma"] = document.make_indirect(font)
    document.pages[0].contents_add(b"q BT /Oma 12 Tf 72 500 Td (a) Tj ET Q")


def _named_file(document: pikepdf.Pdf) -> None:
    document.attachments[f"{CANARY}.txt"] = pikepdf.AttachedFileSpec(document, b"sisus", filename=f"{CANARY}.txt")


def _layer(document: pikepdf.Pdf) -> None:
    _hide_layer(document, CANARY)


def _text_in_layer(document: pikepdf.Pdf) -> None:
    document.pages[0].resources["/Properties"] = Dictionary(Taso=_hide_layer(document, "Taso"))
    document.pages[0].contents_add(f"/OC /Taso BDC BT /F1 12 Tf 0 g 72 600 Td ({CANARY}) Tj ET EMC".encode())


def _hide_layer(document: pikepdf.Pdf, name: str) -> pikepdf.Object:
    layer = document.make_indirect(Dictionary(Type=Name("/OCG"), Name=pikepdf.String(name)))
    document.Root["/OCProperties"] = Dictionary(OCGs=Array([layer]), D=Dictionary(OFF=Array([layer])))
    return layer


def odt() -> Iterator[Channel]:
    for name, content, outcome in _odt():
        yield name, "odt", content, outcome


def _odt() -> Iterator[tuple[str, bytes, str | None]]:
    seen = f"<text:p>{CONTROL}</text:p>"

    def styled(properties: str) -> bytes:
        style = f'<style:style style:name="P" style:family="text"><style:text-properties {properties}/></style:style>'
        return open_document(
            "text", f'{seen}<text:p><text:span text:style-name="P">{CANARY}</text:span></text:p>', automatic=style
        )

    yield "hidden_by_style", styled('text:display="none"'), None
    yield "white_text", styled('fo:color="#FFFFFF"'), None
    yield "tiny_text", styled('fo:font-size="1pt"'), None
    yield "same_colour", styled('fo:color="#000000" fo:background-color="#000000"'), None
    deleted = (
        f"<text:tracked-changes><text:changed-region><text:deletion><office:change-info><dc:creator>{CANARY}</dc:creator>"
        f"</office:change-info><text:p>{CANARY}</text:p></text:deletion></text:changed-region></text:tracked-changes>"
    )
    yield "tracked_deletion", open_document("text", deleted + seen), None
    note = f"<office:annotation><dc:creator>{CANARY}</dc:creator><text:p>{CANARY}</text:p></office:annotation>"
    yield "annotation", open_document("text", f"<text:p>{CONTROL}{note}</text:p>"), None
    yield (
        "hidden_text",
        open_document(
            "text", f'{seen}<text:p><text:hidden-text text:string-value="{CANARY}">{CANARY}</text:hidden-text></text:p>'
        ),
        None,
    )
    yield (
        "hidden_paragraph",
        open_document("text", f"{seen}<text:p><text:hidden-paragraph>{CANARY}</text:hidden-paragraph></text:p>"),
        None,
    )
    yield (
        "hidden_section",
        open_document("text", f'{seen}<text:section text:display="none"><text:p>{CANARY}</text:p></text:section>'),
        None,
    )
    yield (
        "conditional_text",
        open_document("text", f"{seen}<text:p><text:conditional-text>{CANARY}</text:conditional-text></text:p>"),
        None,
    )
    yield (
        "variable",
        open_document(
            "text",
            f'<text:user-field-decls><text:user-field-decl office:string-value="{CANARY}"/></text:user-field-decls>{seen}',
        ),
        None,
    )
    yield (
        "author_field",
        open_document("text", f"{seen}<text:p><text:initial-creator>{CANARY}</text:initial-creator></text:p>"),
        None,
    )
    yield "bookmark", open_document("text", f'<text:p><text:bookmark text:name="{CANARY}"/>{CONTROL}</text:p>'), None
    yield "style_name", open_document("text", seen, automatic=f'<style:style style:name="{CANARY}" style:family="text"/>'), None
    yield (
        "metadata",
        open_document(
            "text",
            seen,
            parts={
                "meta.xml": f"<office:document-meta {ODF}><office:meta><meta:initial-creator>{CANARY}</meta:initial-creator></office:meta></office:document-meta>"
            },
        ),
        None,
    )
    yield "settings", open_document("text", seen, parts={"settings.xml": f"<a>{CANARY}</a>"}), None
    yield "thumbnail", open_document("text", seen, parts={"Thumbnails/thumbnail.png": picture("PNG")}), None
    yield "picture", open_document("text", seen, parts={f"Pictures/{CANARY}.jpg": picture("JPEG")}), None
    yield "frame_name", open_document("text", f'{seen}<text:p><draw:frame draw:name="{CANARY}"/></text:p>'), None
    hidden_row = f'<table:table-row table:visibility="collapse"><table:table-cell><text:p>{CANARY}</text:p></table:table-cell></table:table-row>'
    yield "hidden_row", open_document("text", f"{seen}<table:table>{hidden_row}</table:table>"), None
    yield (
        "unused_head",
        open_document(
            "text",
            seen,
            master=f"<style:master-page><style:header-first><text:p>{CANARY}</text:p></style:header-first></style:master-page>",
        ),
        None,
    )
    yield "old_version", open_document("text", seen, parts={"Versions/Version1": CANARY}), None
    yield "macro", open_document("text", seen, parts={"Basic/Standard/Module1.xml": f"<a>{CANARY}</a>"}), "macros"
    yield "object", open_document("text", seen, parts={"Object 1/content.xml": f"<a>{CANARY}</a>"}), "embedded_files"
    yield (
        "linked_section",
        open_document(
            "text",
            f'{seen}<text:section><text:section-source xlink:href="https://kuutamoniemi.example/{CANARY}"/></text:section>',
        ),
        "external_links",
    )


def ods() -> Iterator[Channel]:
    def row(text: str, more: str = "") -> str:
        return f"<table:table-row{more}><table:table-cell><text:p>{text}</text:p></table:table-cell></table:table-row>"

    def sheet(rows: str, more: str = "", columns: str = "") -> str:
        return f'<table:table table:name="Luvut"{more}>{columns}{rows}</table:table>'

    seen = row(CONTROL)
    hidden = '<style:style style:name="T" style:family="table"><style:table-properties table:display="false"/></style:style>'
    two = f"<table:table-row><table:table-cell><text:p>{CONTROL}</text:p></table:table-cell><table:table-cell><text:p>{CANARY}</text:p></table:table-cell></table:table-row>"
    for name, content in {
        "hidden_sheet": open_document(
            "spreadsheet", sheet(seen) + sheet(row(CANARY), ' table:style-name="T"'), automatic=hidden
        ),
        "hidden_row": open_document("spreadsheet", sheet(seen + row(CANARY, ' table:visibility="collapse"'))),
        "filtered_row": open_document("spreadsheet", sheet(seen + row(CANARY, ' table:visibility="filter"'))),
        "hidden_column": open_document(
            "spreadsheet", sheet(two, columns='<table:table-column/><table:table-column table:visibility="collapse"/>')
        ),
        "comment": open_document(
            "spreadsheet",
            sheet(
                f"<table:table-row><table:table-cell><office:annotation><text:p>{CANARY}</text:p></office:annotation><text:p>{CONTROL}</text:p></table:table-cell></table:table-row>"
            ),
        ),
        "formula": open_document(
            "spreadsheet",
            sheet(
                f'<table:table-row><table:table-cell table:formula="of:={CANARY}"><text:p>{CONTROL}</text:p></table:table-cell></table:table-row>'
            ),
        ),
        "named_range": open_document(
            "spreadsheet",
            sheet(seen) + f'<table:named-expressions><table:named-range table:name="{CANARY}"/></table:named-expressions>',
        ),
        "metadata": open_document("spreadsheet", sheet(seen), parts={"meta.xml": f"<a>{CANARY}</a>"}),
    }.items():
        yield name, "ods", content, None


def odp() -> Iterator[Channel]:
    def page(text: str, more: str = "", extra: str = "") -> str:
        return f"<draw:page{more}><draw:frame><draw:text-box><text:p>{text}</text:p></draw:text-box></draw:frame>{extra}</draw:page>"

    hidden = '<style:style style:name="D" style:family="drawing-page"><style:drawing-page-properties presentation:visibility="hidden"/></style:style>'
    for name, content in {
        "hidden_slide": open_document("presentation", page(CONTROL) + page(CANARY, ' draw:style-name="D"'), automatic=hidden),
        "notes": open_document(
            "presentation",
            page(
                CONTROL,
                extra=f"<presentation:notes><draw:frame><draw:text-box><text:p>{CANARY}</text:p></draw:text-box></draw:frame></presentation:notes>",
            ),
        ),
        "slide_name": open_document("presentation", page(CONTROL, f' draw:name="{CANARY}"')),
        "comment": open_document(
            "presentation", page(CONTROL, extra=f"<office:annotation><text:p>{CANARY}</text:p></office:annotation>")
        ),
    }.items():
        yield name, "odp", content, None


def xlsx() -> Iterator[Channel]:
    for name, content, outcome in _xlsx():
        yield name, "xlsx", content, outcome


def _xlsx() -> Iterator[tuple[str, bytes, str | None]]:
    seen = f'<row r="1">{cell("A1", CONTROL)}</row>'
    second = f'<worksheet xmlns="{SHEET}"><sheetData><row r="1">{cell("A1", CANARY)}</row></sheetData></worksheet>'
    for state in ("hidden", "veryHidden"):
        sheets = (
            f'<sheet name="Luvut" sheetId="1" r:id="rId1"/><sheet name="{CANARY}" sheetId="2" state="{state}" r:id="rId2"/>'
        )
        yield (
            f"{state}_sheet",
            workbook(
                seen,
                sheets=sheets,
                parts={"xl/worksheets/sheet2.xml": second},
                related=(("rId2", "worksheet", "worksheets/sheet2.xml"),),
            ),
            None,
        )
    yield "hidden_row", workbook(f'{seen}<row r="2" hidden="1">{cell("A2", CANARY)}</row>'), None
    yield (
        "hidden_column",
        workbook(
            f'<row r="1">{cell("A1", CONTROL)}{cell("B1", CANARY)}</row>',
            columns='<cols><col min="2" max="2" hidden="1"/></cols>',
        ),
        None,
    )
    white = '<fonts><font/><font><color rgb="FFFFFFFF"/></font></fonts><fills><fill/></fills><cellXfs><xf/><xf fontId="1" fillId="0"/></cellXfs>'
    yield "white_text", workbook(f'<row r="1">{cell("A1", CONTROL)}{cell("B1", CANARY, "1")}</row>', styles=white), None
    format_ = '<numFmts><numFmt numFmtId="164" formatCode=";;;"/></numFmts><fonts><font/></fonts><fills><fill/></fills><cellXfs><xf/><xf numFmtId="164"/></cellXfs>'
    yield "hiding_format", workbook(f'<row r="1">{cell("A1", CONTROL)}{cell("B1", CANARY, "1")}</row>', styles=format_), None
    yield "formula", workbook(f'<row r="1">{cell("A1", CONTROL)}<c r="B1"><f>HAE("{CANARY}")</f><v>5</v></c></row>'), None
    yield "unused_string", workbook(seen, strings=f"<si><t>{CANARY}</t></si>"), None
    yield (
        "phonetic",
        workbook(
            '<row r="1"><c r="A1" t="s"><v>0</v></c></row>', strings=f"<si><t>{CONTROL}</t><rPh><t>{CANARY}</t></rPh></si>"
        ),
        None,
    )
    comments = f'<comments xmlns="{SHEET}"><authors><author>{CANARY}</author></authors><commentList><comment ref="A1"><text><t>{CANARY}</t></text></comment></commentList></comments>'
    yield (
        "comment",
        workbook(
            seen,
            parts={
                "xl/comments1.xml": comments,
                "xl/worksheets/_rels/sheet1.xml.rels": relations(("rId1", "comments", "../comments1.xml")),
            },
        ),
        None,
    )
    yield "head_of_print", workbook(seen, sheet_end=f"<headerFooter><oddHeader>{CANARY}</oddHeader></headerFooter>"), None
    yield (
        "validation",
        workbook(
            seen,
            sheet_end=f'<dataValidations><dataValidation><formula1>"{CANARY}"</formula1></dataValidation></dataValidations>',
        ),
        None,
    )
    yield "pivot_cache", workbook(seen, parts={"xl/pivotCache/pivotCacheRecords1.xml": f"<a>{CANARY}</a>"}), None
    yield (
        "external_book",
        workbook(
            seen,
            parts={
                "xl/externalLinks/externalLink1.xml": f"<a>{CANARY}</a>",
                "xl/externalLinks/_rels/externalLink1.xml.rels": relations(
                    ("rId1", "externalLinkPath", f"file:///C://{CANARY}.xlsx")
                ),
            },
        ),
        "external_links",
    )
    yield "people", workbook(seen, parts={"xl/persons/person.xml": f"<a>{CANARY}</a>"}), None
    yield "defined_name", workbook(seen, parts={"docProps/app.xml": f"<a>{CANARY}</a>"}), None
    yield "macro", workbook(seen, parts={"xl/vbaProject.bin": CANARY}), "macros"
    yield "embedded", workbook(seen, parts={"xl/embeddings/a.docx": CANARY}), "embedded_files"


def pptx() -> Iterator[Channel]:
    for name, content, outcome in _pptx():
        yield name, "pptx", content, outcome


def _pptx() -> Iterator[tuple[str, bytes, str | None]]:
    seen = shape(CONTROL)
    notes = f'<p:notes xmlns:p="{SLIDE}"><p:cSld><p:spTree>{seen.replace(CONTROL, CANARY)}</p:spTree></p:cSld></p:notes>'
    yield "hidden_slide", slides(seen, shape(CANARY), show='show="0"'), None
    yield "hidden_shape", slides(seen + shape(CANARY, hidden=' hidden="1"')), None
    yield "off_the_slide", slides(seen + shape(CANARY, place="9500000,100")), None
    yield "before_the_slide", slides(seen + shape(CANARY, place="-2000000,100")), None
    yield (
        "white_text",
        slides(seen + shape(CANARY, run='<a:rPr><a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill></a:rPr>')),
        None,
    )
    yield "tiny_text", slides(seen + shape(CANARY, run='<a:rPr sz="100"/>')), None
    yield (
        "notes",
        slides(
            seen,
            parts={
                "ppt/notesSlides/notesSlide1.xml": notes,
                "ppt/slides/_rels/slide1.xml.rels": relations(("rId1", "notesSlide", "../notesSlides/notesSlide1.xml")),
            },
        ),
        None,
    )
    yield (
        "comments",
        slides(seen, parts={"ppt/comments/comment1.xml": f"<a>{CANARY}</a>", "ppt/commentAuthors.xml": f"<a>{CANARY}</a>"}),
        None,
    )
    yield "shape_name", slides(seen.replace("Muoto", CANARY)), None
    yield (
        "layout",
        slides(
            seen,
            parts={
                "ppt/slideLayouts/slideLayout1.xml": f'<p:sldLayout xmlns:p="{SLIDE}"><p:cSld><p:spTree>{shape(CANARY)}</p:spTree></p:cSld></p:sldLayout>'.replace(
                    "<a:", "<p:"
                ).replace("</a:", "</p:")
            },
        ),
        None,
    )
    yield "metadata", slides(seen, parts={"docProps/core.xml": f"<a>{CANARY}</a>"}), None
    yield "orphan_slide", slides(seen, parts={"ppt/slides/slide9.xml": f"<a>{CANARY}</a>"}), None
    yield "media", slides(seen, parts={f"ppt/media/{CANARY}.jpeg": picture("JPEG")}), None
    yield "macro", slides(seen, parts={"ppt/vbaProject.bin": CANARY}), "macros"
    yield "embedded", slides(seen, parts={"ppt/embeddings/Microsoft_Excel_Sheet.xlsx": CANARY}), "embedded_files"


def rtf() -> Iterator[Channel]:
    def file(text: str, head: str = "") -> bytes:
        return rf"{{\rtf1\ansi\ansicpg1252{{\fonttbl{{\f0 Arial;}}}}{{\colortbl;\red255\green255\blue255;\red0\green0\blue0;}}{head}\pard Laituri korjataan kev\'e4\'e4ll\'e4.\par {text}}}".encode()

    for name, text, head in (
        ("info", "", rf"{{\info{{\author {CANARY}}}{{\title {CANARY}}}}}"),
        ("hidden", rf"{{\v {CANARY}}}", ""),
        ("deleted", rf"{{\deleted {CANARY}}}", ""),
        ("white", rf"{{\cf1 {CANARY}}}", ""),
        ("black_on_black", rf"{{\cf2\highlight2 {CANARY}}}", ""),
        ("tiny", rf"{{\fs2 {CANARY}}}", ""),
        ("annotation", rf"{{\*\atnid a}}{{\*\annotation {CANARY}}}", ""),
        ("instruction", rf"{{\field{{\*\fldinst {CANARY}}}{{\fldrslt tulos}}}}", ""),
        ("bookmark", rf"{{\*\bkmkstart {CANARY}}}", ""),
        ("unknown", rf"{{\*\tuntematon {CANARY}}}", ""),
        ("variables", "", rf"{{\*\docvar {{a}}{{{CANARY}}}}}"),
        ("revision_table", "", rf"{{\*\revtbl {{{CANARY};}}}}"),
        ("picture", rf"{{\pict\jpegblip {CANARY.encode().hex()}}}", ""),
        ("binary", rf"{{\*\blipuid\bin{len(CANARY)} {CANARY}}}", ""),
        ("style", "", rf"{{\stylesheet{{\s1 {CANARY};}}}}"),
    ):
        yield name, "rtf", file(text, head), None
    yield "object", "rtf", file(rf"{{\object{{\*\objdata {CANARY.encode().hex()}}}}}"), "embedded_files"
    yield "template", "rtf", file("", rf"{{\*\template C:\\{CANARY}.dot}}"), "external_links"
    yield "behind_the_end", "rtf", file("") + CANARY.encode(), "trailing_data"


def vtt() -> Iterator[Channel]:
    cue = f"00:00:01.000 --> 00:00:02.000{{}}\n{CONTROL}\n"
    for name, text in {
        "note": f"WEBVTT\n\nNOTE {CANARY}\n\nNOTE\n{CANARY}\n\n{cue.format('')}",
        "head": f"WEBVTT {CANARY}\nX: {CANARY}\n\n{cue.format('')}",
        "style": f"WEBVTT\n\nSTYLE\n::cue({CANARY}) {{}}\n\n{cue.format('')}",
        "identifier": f"WEBVTT\n\n{CANARY}\n{cue.format('')}",
        "settings": f"WEBVTT\n\n{cue.format(' region:' + CANARY)}",
        "class": f"WEBVTT\n\n{cue.format('').replace(CONTROL, f'<c.{CANARY}>{CONTROL}</c>')}",
    }.items():
        yield name, "vtt", text.encode(), None


def html() -> Iterator[Channel]:
    seen = f"<p>{CONTROL}</p>"
    for name, markup in {
        "comment": f"{seen}<!-- {CANARY} -->",
        "hidden": f"{seen}<p hidden>{CANARY}</p>",
        "style": f"{seen}<p style='display:none'>{CANARY}</p>",
        "white": f"{seen}<p style='color:white'>{CANARY}</p>",
        "title": f"<p title='{CANARY}' data-a='{CANARY}' id='{CANARY}'>{CONTROL}</p>",
        "template": f"{seen}<template>{CANARY}</template>",
        "deleted": f"{seen}<del>{CANARY}</del>",
        "source": f"{seen}<img src='{CANARY}.png'>",
    }.items():
        yield (
            name,
            "html",
            f"<!doctype html><html><head><title>{CANARY}</title></head><body>{markup}</body></html>".encode(),
            None,
        )
    yield "script", "html", f"<!doctype html><html><body>{seen}<script>{CANARY}</script></body></html>".encode(), "scripts"


def image() -> Iterator[Channel]:
    yield "described", "png", picture("PNG"), None
    yield "described", "jpg", picture("JPEG"), None
    yield "behind_the_end", "png", picture("PNG", described=False) + CANARY.encode(), "trailing_data"
    yield "behind_the_end", "jpg", picture("JPEG", described=False) + CANARY.encode(), "trailing_data"


def archive() -> Iterator[Channel]:
    yield "member", "zip", packed({f"{CONTROL}txt": CANARY}), None
    yield "comment", "zip", packed({f"{CONTROL}txt": "a"}, CANARY), None


ALL = (*docx(), *pdf(), *odt(), *ods(), *odp(), *xlsx(), *pptx(), *rtf(), *vtt(), *html(), *image(), *archive())
