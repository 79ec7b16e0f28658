"""What is read of a Word file: all that a reader of the document sees, and nothing else."""

import zipfile
from pathlib import Path

import pytest

from generator.errors import ExportError
from generator.importers._docx import Word, read_word
from generator.importers._docx_package import is_word
from generator.importers._markup import blocks
from generator.model.text import Block, Heading, ItemList, Paragraph, Run, Table, labelled_text, text
from tests.importers.words import W, document, field, paragraph, run, table

CANARY = "KANARIALINTU-9921"
TEXT_BOX = "<wps:txbx><w:txbxContent>{}</w:txbxContent></wps:txbx>"
FALLBACK = "<w:pict><v:textbox><w:txbxContent>{}</w:txbxContent></v:textbox></w:pict>"
LEVEL = '<w:lvl w:ilvl="{}"><w:start w:val="{}"/><w:numFmt w:val="{}"/><w:lvlText w:val="%1."/></w:lvl>'
NUMBERING = (
    f'<w:abstractNum w:abstractNumId="0">{LEVEL.format(0, 3, "decimal")}{LEVEL.format(1, 1, "lowerLetter")}</w:abstractNum>'
    f'<w:abstractNum w:abstractNumId="1">{LEVEL.format(0, 1, "bullet")}</w:abstractNum>'
    '<w:num w:numId="4"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="5"><w:abstractNumId w:val="1"/></w:num>'
)
HIDDEN_STYLE = (
    '<w:style w:type="character" w:styleId="Piilo"><w:rPr><w:vanish/></w:rPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Ohje"><w:rPr><w:vanish/></w:rPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Lisaohje"><w:basedOn w:val="Ohje"/></w:style>'
)


def word(body: str, **parts: str) -> Word:
    return read_word(document(body, **parts), "a.docx", properties=())


def read(body: str, **parts: str) -> tuple[Block, ...]:
    return blocks(word(body, **parts).body, language="fi")


def cell(content: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{paragraph(content)}</w:tc>"


def numbered(content: str, number: int, level: int = 0) -> str:
    return paragraph(content, properties=f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>')


HIDDEN = {
    "a tracked deletion": paragraph("Alku ", f"<w:del><w:r><w:delText>{CANARY}</w:delText></w:r></w:del>", "loppu"),
    "a deletion with plain text": paragraph("Alku ", f"<w:del>{run(CANARY)}</w:del>", "loppu"),
    "a move's old place": paragraph("Alku ", f"<w:moveFrom>{run(CANARY)}</w:moveFrom>", "loppu"),
    "a comment's mark": paragraph("Alku ", '<w:r><w:commentReference w:id="0"/></w:r>', "loppu"),
    "hidden text": paragraph("Alku ", run(CANARY, "<w:vanish/>"), "loppu"),
    "text of a hidden style": paragraph("Alku ", run(CANARY, '<w:rStyle w:val="Piilo"/>'), "loppu"),
    "a paragraph of a hidden style": paragraph("Alku loppu") + paragraph(CANARY, properties='<w:pStyle w:val="Ohje"/>'),
    "a style based on a hidden one": paragraph("Alku loppu") + paragraph(CANARY, properties='<w:pStyle w:val="Lisaohje"/>'),
    "white text": paragraph("Alku ", run(CANARY, '<w:color w:val="FFFFFF"/>'), "loppu"),
    "text blacked out with a marker": paragraph("Alku ", run(CANARY, '<w:highlight w:val="black"/>'), "loppu"),
    "text in the colour of its shading": paragraph(
        "Alku ", run(CANARY, '<w:color w:val="00ff00"/><w:shd w:val="clear" w:fill="00FF00"/>'), "loppu"
    ),
    "text of one point": paragraph("Alku ", run(CANARY, '<w:sz w:val="2"/>'), "loppu"),
    "a field's instruction": paragraph("Alku ", field(f"DOCPROPERTY {CANARY}", ""), "loppu"),
    "text within a field's instruction": paragraph(
        "Alku ",
        f'<w:r><w:fldChar w:fldCharType="begin"/></w:r>{run(CANARY)}<w:r><w:fldChar w:fldCharType="end"/></w:r>',
        "loppu",
    ),
    "an unfilled form field": paragraph("Alku ", field("FORMTEXT", CANARY, CANARY), "loppu"),
    "a placeholder of a content control": paragraph(
        "Alku ", f"<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{run(CANARY)}</w:sdtContent></w:sdt>", "loppu"
    ),
    "a list of choices": paragraph(
        "Alku ", f'<w:sdt><w:sdtPr><w:alias w:val="{CANARY}"/></w:sdtPr><w:sdtContent>{run("")}</w:sdtContent></w:sdt>', "loppu"
    ),
    "a hidden row": paragraph("Alku loppu")
    + f"<w:tbl><w:tr><w:trPr><w:hidden/></w:trPr><w:tc>{paragraph(CANARY)}</w:tc></w:tr></w:tbl>",
    "a deleted row": paragraph("Alku loppu")
    + f"<w:tbl><w:tr><w:trPr><w:del/></w:trPr><w:tc>{paragraph(CANARY)}</w:tc></w:tr></w:tbl>",
    "the fallback of a text box": paragraph(
        "Alku loppu",
        f"<w:r><mc:AlternateContent><mc:Choice/><mc:Fallback>{FALLBACK.format(paragraph(CANARY))}</mc:Fallback>"
        "</mc:AlternateContent></w:r>",
    ),
    "a bookmark's name": paragraph(f'<w:bookmarkStart w:id="1" w:name="{CANARY}"/>', "Alku loppu"),
    "an unknown element": f"<w:uusi>{run(CANARY)}</w:uusi>" + paragraph("Alku loppu"),
}


@pytest.mark.parametrize("body", HIDDEN.values(), ids=HIDDEN)
def test_what_a_reader_of_the_document_does_not_see_is_not_read(body: str) -> None:
    found = text(read(body, styles=HIDDEN_STYLE))

    assert found == "Alku loppu"


def test_other_parts_of_the_file_are_not_read() -> None:
    parts = {
        "word/comments.xml": f'<w:comments xmlns:w="{W}"><w:comment>{paragraph(CANARY)}</w:comment></w:comments>',
        "word/header1.xml": f'<w:hdr xmlns:w="{W}">{paragraph(CANARY)}</w:hdr>',
        "docProps/core.xml": f"<coreProperties><creator>{CANARY}</creator></coreProperties>",
        "word/orpo.txt": CANARY,
    }
    content = document(paragraph("Teksti"), properties={"tweb_doc_creator": CANARY, "tweb_doc_title": "Asia"}, parts=parts)
    found = read_word(content, "a.docx", properties=("tweb_doc_title",))

    assert (text(blocks(found.body, language="fi")), found.properties) == ("Teksti", {"tweb_doc_title": "Asia"})


def test_hidden_text_and_what_is_left_out_are_counted() -> None:
    picture = "<w:r><w:drawing/></w:r>"
    note = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    found = word(paragraph("Teksti", run("1234", "<w:vanish/>"), picture, note))

    assert (found.hidden, found.left_out) == (4, 2)


def test_a_tracked_insertion_and_a_moves_new_place_are_text() -> None:
    assert (
        text(read(paragraph("Yksi", f"<w:ins>{run(' kaksi')}</w:ins>", f"<w:moveTo>{run(' kolme')}</w:moveTo>")))
        == "Yksi kaksi kolme"
    )


def test_two_paragraphs_whose_break_was_deleted_are_one() -> None:
    body = paragraph("Alku ", properties="<w:rPr><w:del/></w:rPr>") + paragraph("loppu")

    assert [Paragraph(content=(Run(text="Alku loppu"),))] == list(read(body))


def test_the_result_of_a_field_is_text() -> None:
    assert text(read(paragraph("Dno ", field("DOCPROPERTY tweb_doc_identifier", "TESTI/1/2026")))) == "Dno TESTI/1/2026"


def test_a_form_field_that_was_filled_in_is_text_and_an_unfilled_one_is_told_of() -> None:
    body = paragraph(field("FORMTEXT", "Merkitään.", "esim. Merkitään tiedoksi.")) + paragraph(
        field("FORMTEXT", "nimi", "nimi")
    )
    found = word(body)

    assert (text(blocks(found.body, language="fi")), found.prompts) == ("Merkitään.", ("nimi",))


def test_text_of_a_text_box_stands_after_its_paragraph() -> None:
    box = f"<w:r><mc:AlternateContent><mc:Choice><w:drawing>{TEXT_BOX.format(paragraph('Laatikko'))}</w:drawing></mc:Choice>"
    body = paragraph("Alku", f"{box}</mc:AlternateContent></w:r>") + paragraph("Loppu")

    assert text(read(body)) == "Alku\nLaatikko\nLoppu"


def test_headings_are_known_by_style_by_name_and_by_outline() -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="Ots"><w:name w:val="heading 2"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="Oma"><w:basedOn w:val="Ots"/><w:name w:val="Asiaotsikko"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="Taso"><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>'
    )
    body = paragraph("Yksi", properties='<w:pStyle w:val="Taso"/>') + paragraph("Kaksi", properties='<w:pStyle w:val="Ots"/>')
    found = read(body + paragraph("Teksti"), styles=styles)

    assert [(text((one,)), one.level) for one in found if isinstance(one, Heading)] == [("Yksi", 1), ("Kaksi", 2)]


def test_lists_are_nested_numbered_and_go_on_after_text() -> None:
    body = numbered("kolme", 4) + numbered("aa", 4, 1) + numbered("bee", 4, 1) + numbered("neljä", 4) + paragraph("Väli")
    found = read(body + numbered("viisi", 4) + numbered("pallo", 5), numbering=NUMBERING)

    first, _, second, third = found
    assert isinstance(first, ItemList)
    assert isinstance(second, ItemList)
    assert isinstance(third, ItemList)
    assert labelled_text((first,)) == "kolme\na) aa\nb) bee\nneljä"
    assert [(one.ordered, one.start) for one in (first, second, third)] == [(True, 3), (True, 5), (False, 1)]


def test_a_table_keeps_its_header_row_and_merged_cells() -> None:
    start = cell("Koulu", '<w:vMerge w:val="restart"/>')
    rows = (
        "<w:tr><w:trPr><w:tblHeader/></w:trPr>" + cell("Kohde") + cell("Vuosi") + cell("Summa") + "</w:tr>",
        "<w:tr>" + start + cell("2026") + cell("10") + "</w:tr>",
        "<w:tr>" + cell("", "<w:vMerge/>") + cell("2027") + cell("20") + "</w:tr>",
        "<w:tr>" + cell("Yhteensä", '<w:gridSpan w:val="2"/>') + cell("30") + "</w:tr>",
    )
    (found,) = read(f"<w:tbl>{''.join(rows)}</w:tbl>")

    assert isinstance(found, Table)
    assert [cell.header for cell in found.rows[0]] == [True, True, True]
    assert [(cell.colspan, cell.rowspan) for cell in found.rows[1]] == [(1, 2), (1, 1), (1, 1)]
    assert [len(found.rows[2]), found.rows[3][0].colspan] == [2, 2]


def test_bold_slanted_and_linked_text_keeps_its_manner() -> None:
    body = paragraph(
        run("Lihava ", "<w:b/>"), run("kursiivi ", "<w:i/>"), f'<w:hyperlink r:id="rId9">{run("linkki")}</w:hyperlink>.'
    )
    body = body.replace("</w:hyperlink>.", f"</w:hyperlink>{run('.')}")
    (found,) = blocks(
        read_word(document(body, links={"rId9": "https://kuutamoniemi.example/"}), "a", properties=()).body, language="fi"
    )

    assert isinstance(found, Paragraph)
    assert [(r.text, r.strong, r.emphasis, r.href) for r in found.content[:2] if isinstance(r, Run)] == [
        ("Lihava ", True, False, None),
        ("kursiivi ", False, True, None),
    ]
    assert "https://kuutamoniemi.example/" in [r.href for r in found.content if isinstance(r, Run)]


@pytest.mark.parametrize("address", ["file:///C:/Users/kanaria", "javascript:alert(1)", "\\\\palvelin\\levy"])
def test_a_link_to_a_file_or_a_script_is_text(address: str) -> None:
    content = document(paragraph(f'<w:hyperlink r:id="rId9">{run("linkki")}</w:hyperlink>'), links={"rId9": address})
    found = blocks(read_word(content, "a", properties=()).body, language="fi")

    assert (Paragraph(content=(Run(text="linkki"),)),) == found


def test_white_text_on_a_dark_cell_is_seen() -> None:
    white = paragraph(run("Otsake", '<w:color w:val="FFFFFF"/>'))
    row = f'<w:tr><w:tc><w:tcPr><w:shd w:val="clear" w:fill="1F3864"/></w:tcPr>{white}</w:tc></w:tr>'

    assert text(read(f"<w:tbl>{row}</w:tbl>")) == "Otsake"


def test_a_doctype_is_refused() -> None:
    parts = {"word/document.xml": f'<!DOCTYPE x [<!ENTITY a "b">]><w:document xmlns:w="{W}"><w:body/></w:document>'}

    with pytest.raises(ExportError) as caught:
        read_word(document("", parts=parts), "a.docx", properties=())

    assert caught.value.code == "docx.unsafe"


@pytest.mark.parametrize(
    "content", [b"PK\x03\x04 rikki", b"", b"<html></html>", document("", parts={"word/document.xml": "<w:document"})]
)
def test_a_broken_file_is_told_of(content: bytes) -> None:
    with pytest.raises(ExportError) as caught:
        read_word(content, "a.docx", properties=())

    assert caught.value.code == "docx.damaged"


def test_a_file_that_would_swell_is_refused(tmp_path: Path) -> None:
    bomb = tmp_path / "a.docx"
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b" " * (30 * 2**20))

    with pytest.raises(ExportError) as caught:
        read_word(bomb.read_bytes(), "a.docx", properties=())

    assert caught.value.code == "importers.zip_bomb"


def test_a_word_file_is_known_by_what_is_in_it(tmp_path: Path) -> None:
    other = tmp_path / "a.docx"
    with zipfile.ZipFile(other, "w") as archive:
        archive.writestr("xl/workbook.xml", "")

    assert is_word(document(paragraph("x")))
    assert not is_word(other.read_bytes())
    assert not is_word(b"<html></html>")


def test_a_table_of_many_rows_is_whole() -> None:
    found = read(table(*((str(n), f"rivi {n}", str(n * 10)) for n in range(300))))

    assert isinstance(found[0], Table)
    assert len(found[0].rows) == 300
