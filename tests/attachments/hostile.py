"""Files that somebody made to hide something, to run something, or to stop a run: each is withheld, with a reason."""

import io
import struct
import zipfile
import zlib
from collections.abc import Iterator

import pikepdf
from pikepdf import Array, Dictionary, Name

from tests.attachments.channels import CANARY, CONTROL, SEEN, picture
from tests.attachments.packages import ODF, cell, open_document, packed, relations, shape, slides, word, workbook
from tests.redaction import pdfs

Hostile = tuple[str, str, bytes, str]  # what it is, the ending of its name, its bytes, why it is withheld
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 504
ENTITIES = '<!DOCTYPE a [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]>'
DEEP = 5_000


def hostile() -> Iterator[Hostile]:
    yield from _disguised()
    yield from _running()
    yield from _swelling()


def _disguised() -> Iterator[Hostile]:
    yield "old Word file", "doc", OLE, "old_office"
    yield "old Excel file", "xls", OLE, "old_office"
    yield "old Office file under a new name", "docx", OLE, "old_office"
    yield "encrypted Word file", "docx", OLE + "EncryptedPackage".encode("utf-16-le"), "encrypted"
    yield "program", "exe", b"MZ" + b"\0" * 100, "type_unknown"
    yield "program as text", "txt", b"MZ" + b"\0" * 100, "type_mismatch"
    yield "empty file", "pdf", b"", "damaged"
    yield "picture as a PDF", "pdf", picture("PNG"), "type_mismatch"
    yield "page as text", "txt", b"<html><script>alert(1)</script></html>", "type_mismatch"
    yield "Word as Excel", "xlsx", word(SEEN), "type_mismatch"
    yield "ZIP as Word", "docx", packed({"a.txt": "a"}), "type_mismatch"
    yield "SVG with a script", "svg", b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>', "svg"
    yield "SVG under another name", "html", b'<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>', "svg"
    yield "MHTML", "html", b'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="a"\r\n\r\n--a', "mhtml"
    yield "PDF with a header further on", "pdf", b"GIF89a" + pdfs.pdf(), "polyglot"
    yield "PDF that is a ZIP too", "pdf", pdfs.pdf() + packed({"a.txt": CANARY}), "trailing_data"
    yield (
        "PDF that is a page too",
        "pdf",
        pdfs.pdf().replace(b"%PDF-1.3\n", b"%PDF-1.3\n%<html><script>a</script>\n", 1),
        "polyglot",
    )
    yield "picture that is a ZIP too", "png", picture("PNG", described=False) + packed({"a.txt": CANARY}), "polyglot"
    yield "ZIP behind something", "zip", b"#!/bin/sh\n" + packed({"a.txt": "a"}), "polyglot"
    yield "ZIP with data behind its end", "zip", packed({"a.txt": "a"}) + b"loppu", "trailing_data"
    yield "PDF with data behind its end", "pdf", pdfs.with_trailing_data(CANARY), "trailing_data"


def _running() -> Iterator[Hostile]:
    yield "PDF with a script", "pdf", pdfs.with_script(), "scripts"
    yield "PDF with a file inside", "pdf", pdfs.with_embedded_file(), "embedded_files"
    yield "PDF that starts a program", "pdf", _pdf(S=Name("/Launch"), F=pikepdf.String("a.exe")), "scripts"
    yield (
        "PDF that sends a form",
        "pdf",
        _pdf(S=Name("/SubmitForm"), F=pikepdf.String("https://kuutamoniemi.example/")),
        "scripts",
    )
    yield "encrypted PDF", "pdf", pdfs.encrypted(), "encrypted"
    yield "broken PDF", "pdf", pdfs.pdf()[:300] + b"\n%%EOF\n", "damaged"
    yield "PDF whose pages go round", "pdf", _cycle(), "damaged"
    yield "macro in Word", "docx", word(SEEN, {"word/vbaProject.bin": CANARY}), "macros"
    yield "Word with macros by name", "docm", word(SEEN), "macros"
    yield "macro in Excel", "xlsx", workbook("", parts={"xl/vbaProject.bin": CANARY}), "macros"
    yield "macro in OpenDocument", "odt", open_document("text", "<script:event-listener/><text:p>a</text:p>"), "macros"
    yield "ActiveX", "docx", word(SEEN, {"word/activeX/activeX1.xml": "<a/>"}), "macros"
    yield (
        "template elsewhere",
        "docx",
        word(SEEN, related=(("rId9", "attachedTemplate", "https://kuutamoniemi.example/a.dotm"),)),
        "external_links",
    )
    yield (
        "picture elsewhere",
        "docx",
        word(SEEN, related=(("rId9", "image", "https://kuutamoniemi.example/a.png"),)),
        "external_links",
    )
    yield (
        "frame elsewhere",
        "pptx",
        slides(
            shape(CONTROL),
            parts={"ppt/slides/_rels/slide1.xml.rels": relations(("rId1", "video", "https://kuutamoniemi.example/a.mp4"))},
        ),
        "external_links",
    )
    yield (
        "picture elsewhere in OpenDocument",
        "odt",
        open_document(
            "text", '<text:p><draw:frame><draw:image xlink:href="https://kuutamoniemi.example/a.png"/></draw:frame></text:p>'
        ),
        "external_links",
    )
    yield "document inside", "docx", word(SEEN, {"word/embeddings/a.xlsx": workbook("")}), "embedded_files"
    yield "chunk of another format", "docx", word(SEEN, {"word/afchunk.mht": CANARY}), "embedded_files"
    yield (
        "object in OpenDocument",
        "ods",
        open_document("spreadsheet", "<table:table/>", parts={"Object 1/content.xml": "<a/>"}),
        "embedded_files",
    )
    yield "object in RTF", "rtf", rb"{\rtf1 {\object\objemb{\*\objdata 0105}}a}", "embedded_files"
    yield (
        "picture elsewhere in RTF",
        "rtf",
        rb'{\rtf1 {\field{\*\fldinst INCLUDEPICTURE "https://kuutamoniemi.example/a.png"}}a}',
        "external_links",
    )


def _swelling() -> Iterator[Hostile]:
    yield "entities in Word", "docx", _word_document(f"{ENTITIES}<a>&c;</a>"), "doctype"
    yield (
        "entity from a file",
        "docx",
        _word_document('<!DOCTYPE a [<!ENTITY a SYSTEM "file:///etc/passwd">]><a>&a;</a>'),
        "doctype",
    )
    yield (
        "entities in OpenDocument",
        "odt",
        packed({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": f"{ENTITIES}<a/>"}),
        "doctype",
    )
    yield "entities in a page", "html", f"<!doctype html {ENTITIES[10:]}<html><body>&c;</body></html>".encode(), "doctype"
    yield "script in a page", "html", b"<html><body onload='a()'><p>a</p></body></html>", "scripts"
    yield "bomb", "docx", word(SEEN, {"word/media/a.xml": b"0" * 200_000_000}), "bomb"
    yield "bomb in a ZIP", "zip", packed({"a.txt": b"0" * 200_000_000}), "bomb"
    yield "very many members", "zip", packed({f"{n}.txt": "" for n in range(2_500)}), "bomb"
    yield "name that leads out", "zip", packed({"../a.txt": "a"}), "zip_unsafe"
    yield "name that turns letters", "zip", packed({"a\u202etxt.exe": "a"}), "zip_unsafe"
    yield "name of a device", "zip", packed({"con.txt": "a"}), "zip_unsafe"
    yield "name that comes twice", "zip", packed({"a.txt": "a", "A.TXT": "b"}), "zip_unsafe"
    yield "link in a ZIP", "zip", _link(), "zip_unsafe"
    yield "member that lies about its size", "docx", _lying(), "damaged"
    yield "deep document", "docx", _word_document("<a>" * DEEP + "</a>" * DEEP), "damaged"
    yield "deep page", "html", b"<html><body>" + b"<div>" * DEEP + b"a", "too_deep"
    yield "deep RTF", "rtf", b"{\\rtf1 " + b"{" * DEEP + b"}" * DEEP + b"}", "too_deep"
    yield "RTF that does not close", "rtf", b"{\\rtf1 {a", "damaged"
    yield "RTF behind its end", "rtf", b"{\\rtf1 a}" + b"{\\rtf1 b}", "trailing_data"
    yield (
        "very many cells",
        "xlsx",
        workbook("", sheet_end='<mergeCells><mergeCell ref="A1:ZZZ9999999"/></mergeCells>').replace(b"", b""),
        "no_text",
    )
    yield (
        "rows and columns far apart",
        "xlsx",
        workbook("".join(f'<row r="{n}">{cell(f"{_letters(n)}{n}", "a")}</row>' for n in range(1, 700))),
        "too_large",
    )
    yield "picture of giants", "png", _giant(), "too_large"
    yield "text that steers a device", "txt", b"a\x1b[2Jb", "type_mismatch"
    yield "text in no encoding", "csv", b"a;\x81\x8d\x8f", "type_mismatch"
    yield (
        "encrypted OpenDocument",
        "odt",
        open_document(
            "text",
            "<text:p>a</text:p>",
            parts={"META-INF/manifest.xml": f"<m:manifest xmlns:m='m' {ODF}><m:encryption-data/></m:manifest>"},
        ),
        "encrypted",
    )


def _pdf(**action: object) -> bytes:
    document = pikepdf.open(io.BytesIO(pdfs.pdf()))
    document.Root["/OpenAction"] = Dictionary(**action)
    buffer = io.BytesIO()
    document.save(buffer, static_id=True)
    return buffer.getvalue()


def _cycle() -> bytes:
    """Return a PDF whose tree of pages holds itself."""
    document = pikepdf.open(io.BytesIO(pdfs.pdf()))
    pages = document.Root.Pages
    pages["/Kids"] = Array([pages])
    buffer = io.BytesIO()
    document.save(buffer, static_id=True)
    return buffer.getvalue()


def _word_document(document: str) -> bytes:
    return word(SEEN, {"word/document.xml": document})


def _link() -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        member = zipfile.ZipInfo("linkki.txt")
        member.external_attr = 0o120777 << 16
        archive.writestr(member, "/etc/passwd")
    return buffer.getvalue()


def _lying() -> bytes:
    """Return a Word file whose document is longer than the archive says."""
    whole = word(SEEN)
    with zipfile.ZipFile(io.BytesIO(whole)) as archive:
        size = archive.getinfo("word/document.xml").file_size
    return whole.replace(struct.pack("<I", size), struct.pack("<I", 10))


def _letters(number: int) -> str:
    letters = ""
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def _giant() -> bytes:
    """Return the head of a PNG of a hundred thousand pixels a side."""
    head = struct.pack(">IIBBBBB", 100_000, 100_000, 8, 2, 0, 0, 0)

    def chunk(kind: bytes, content: bytes) -> bytes:
        return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))

    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(b"\0" * 100)) + chunk(b"IEND", b"")


HOSTILE = tuple(hostile())
