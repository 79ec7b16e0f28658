"""The page of an attachment: its text, what is withheld, the original beside it, and parts where the text is long."""

from datetime import date

from lxml import html

from generator.model.redacted import PublicAttachment, PublicFile, PublicItem, PublicText
from generator.model.text import Block, Cell, Heading, ItemList, LineBreak, Mask, Paragraph, Run, Table, block_text
from generator.rendering import attachment_page, item_page, paging
from generator.rendering.site import Site
from generator.rendering.write import Page
from tests.rendering.conftest import words
from tests.rendering.council import COUNCIL
from tests.rendering.factory import item, meeting

SITE = Site(names={"fi": "Kuutamoniemi", "sv": "Månudden"}, languages=("fi", "sv"), at=date(2026, 10, 15))
NAME = f"{COUNCIL}/45/liite-1"


def paragraph(text: str) -> Paragraph:
    return Paragraph(content=(Run(text=text),))


def attachment(*blocks: Block, **changes: object) -> PublicAttachment:
    text = {"id": NAME, "media_type": "application/pdf", "blocks": blocks or (paragraph("Laituri korjataan."),)}
    own = {key: changes.pop(key) for key in ("original", "undescribed", "left_out", "is_machine_read") if key in changes}
    whole = {"title": "Suunnitelma.pdf", "number": "1", "language": "fi", "text": PublicText(**text, **own)}
    return PublicAttachment(**{**whole, **changes})


def file(**changes: object) -> PublicFile:
    return PublicFile(**{"path": f"{NAME}.pdf", "media_type": "application/pdf", "size": 24_000, "sha256": "0" * 64, **changes})


def pages(*attachments: PublicAttachment) -> list[Page]:
    own = item(COUNCIL, "45", "Laiturin korjaus", attachments=attachments)
    return attachment_page.pages(meeting(items=(own,), recording=None), SITE)


def shown(*attachments: PublicAttachment) -> html.HtmlElement:
    return html.fragment_fromstring(str(pages(*attachments)[0].content), create_parent="main")


def test_the_page_lies_beside_the_item_and_is_called_by_its_title_and_its_item() -> None:
    (page,) = pages(attachment())

    assert page.path == f"{NAME}.html"
    assert page.title.startswith("Liite 1: Suunnitelma – § 45 Laiturin korjaus – Kaupunginvaltuusto")
    assert [crumb.label for crumb in page.crumbs][-2:] == ["§ 45", "Liite 1: Suunnitelma"]


def test_an_attachment_in_another_language_has_its_page_in_that_language() -> None:
    (page,) = pages(attachment(paragraph("Bryggan repareras."), language="sv"))

    assert (page.path, page.language) == (f"sv/{NAME}.html", "sv")


def test_its_headings_stand_right_under_its_title() -> None:
    page = shown(
        attachment(Heading(content=(Run(text="Tausta"),)), paragraph("Laituri."), Heading(content=(Run(text="A"),), level=3))
    )

    assert [heading.tag for heading in page.iter("h1", "h2", "h3", "h4")] == ["h1", "h2", "h3"]


def test_the_original_is_told_with_type_size_language_and_structure() -> None:
    told = words(shown(attachment(file=file(pages=3, is_tagged=False))).find(".//dl"))

    assert "Avaa PDF-tiedosto (PDF, 24 kt, suomeksi)" in told
    assert "Tiedostossa ei ole rakennetta ruudunlukijaa varten." in told


def test_an_original_that_stays_inside_says_why() -> None:
    told = words(shown(attachment(original="masked")).find(".//dl"))

    assert "Alkuperäistä tiedostoa (PDF) ei julkaista, koska siinä on tietoja, jotka on jätetty pois tältä sivulta." in told


def test_what_is_withheld_is_marked_and_counted_by_ground() -> None:
    mask = Mask(kind="personal_identity_code", ground="personal-data")
    page = shown(attachment(Paragraph(content=(Run(text="Hakija "), mask)), original="masked"))

    assert [words(mark) for mark in page.xpath("//*[@class='withheld']")] == ["[henkilötunnus poistettu]"]
    assert len(page.xpath("//*[@class='k-withheld']//li")) == 1


def test_a_picture_says_that_it_has_no_description() -> None:
    picture = file(path=f"{NAME}.png", media_type="image/png")
    page = shown(attachment(paragraph(""), file=picture, undescribed=1))

    assert [image.get("src") for image in page.iter("img")] == ["../../../kaupunginvaltuusto/2026-09-28/45/liite-1.png"]
    assert "Kuvalle ei ole annettu kuvausta." in words(page)


def test_text_that_a_machine_read_says_so() -> None:
    assert "Tietokone on lukenut tämän tekstin kuvasta." in words(shown(attachment(is_machine_read=True)))


def test_the_item_leads_to_the_text_and_to_the_original() -> None:
    own = item(COUNCIL, "45", "Laiturin korjaus", attachments=(attachment(file=file()),))
    (page,) = item_page.pages(meeting(items=(own,), recording=None), SITE)
    links = html.fragment_fromstring(str(page.content), create_parent="main").xpath("//ul[@class='k-files']//a")

    assert [words(link) for link in links] == [
        "Liite 1: Suunnitelma",
        "Liite 1: Suunnitelma, Alkuperäinen tiedosto (PDF, 24 kt, suomeksi)",
    ]


def test_two_attachments_of_one_name_have_titles_of_their_own() -> None:
    other = attachment(text=PublicText(id=f"{COUNCIL}/45/liite-2", media_type="application/pdf", blocks=(paragraph("B"),)))

    assert len({page.title for page in pages(attachment(), other)}) == 2


def test_a_long_text_is_parted_with_a_heading_before_what_it_heads() -> None:
    blocks = (*(paragraph("a" * 60) for _ in range(3)), Heading(content=(Run(text="Loppu"),)), paragraph("b" * 60))
    parts = paging.parts(blocks, 185)

    assert [block_text(block)[:5] for block in parts[1]] == ["Loppu", "bbbbb"]
    assert tuple(block for part in parts for block in part) == blocks


def test_a_long_table_is_parted_with_its_head() -> None:
    head = (Cell(content=(Run(text="Tie"),), header=True),)
    rows = tuple((Cell(content=(Run(text=f"Tie {n:03}"),)),) for n in range(100))
    parts = paging.parts((Table(rows=(head, *rows)),), 200)
    tables = [block for part in parts for block in part if isinstance(block, Table)]

    assert len(tables) > 1
    assert all(table.rows[0] == head for table in tables)
    assert tuple(row for table in tables for row in table.rows[1:]) == rows


def test_a_long_list_is_parted_and_counts_on() -> None:
    items = tuple((paragraph(f"Kohta {n:03}"),) for n in range(1, 101))
    parts = paging.parts((ItemList(items=items, ordered=True),), 200)
    lists = [block for part in parts for block in part if isinstance(block, ItemList)]

    assert [one.start for one in lists][:2] == [1, 1 + len(lists[0].items)]
    assert tuple(item for one in lists for item in one.items) == items


def test_a_long_paragraph_is_parted_where_its_lines_end() -> None:
    content = tuple(piece for n in range(100) for piece in (Run(text=f"Rivi {n:03}"), LineBreak()))
    parts = paging.parts((Paragraph(content=content),), 200)
    lines = [
        piece.text
        for part in parts
        for block in part
        if isinstance(block, Paragraph)
        for piece in block.content
        if isinstance(piece, Run)
    ]

    assert len(parts) > 1
    assert lines == [f"Rivi {n:03}" for n in range(100)]


def test_each_part_leads_to_the_others() -> None:
    long = attachment(*(paragraph("sana " * 200) for _ in range(200)))
    first, second = pages(long)
    links = html.fragment_fromstring(str(first.content), create_parent="main").xpath("//nav//a/@href")

    assert second.path == f"{NAME}-osa-2.html"
    assert [link.rpartition("/")[2] for link in links] == ["liite-1-osa-2.html"]


def test_the_page_of_an_item_without_a_page_leads_to_none() -> None:
    own = item(COUNCIL, "45", "Laiturin korjaus", attachments=(attachment(),), has_text=False)
    assert isinstance(own, PublicItem)
    (page,) = attachment_page.pages(meeting(items=(own,), recording=None), SITE)
    told = html.fragment_fromstring(str(page.content), create_parent="main").find(".//dl")

    assert told.xpath(".//a") == []
