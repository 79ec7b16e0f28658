"""Tables: the header cells, captions and associations that a screen reader goes by."""

from tests.defects.seeding import DECISION, MEETING, Broken, Seen, defect

TABLE = f"{MEETING}//table"
BOX = '<div class="table" role="region" tabindex="0" aria-label="Tiedot">'


@defect("F91", "1.3.1", on=TABLE)
def header_cells_are_plain_cells(broken: Broken) -> None:
    for cell in broken.place.iter("th"):
        cell.tag = "td"
        cell.attrib.pop("scope", None)


@defect("H39", "1.3.1", on=f"{TABLE}/caption", seen=Seen.ASKED)
def table_has_no_caption(broken: Broken) -> None:
    broken.place.getparent().getparent().set("aria-label", broken.place.text_content())
    broken.place.getparent().getparent().attrib.pop("aria-labelledby")
    broken.place.drop_tree()


@defect("F90", "1.3.1", on=f"{TABLE}//td")
def cell_names_a_header_that_is_not_there(broken: Broken) -> None:
    broken.place.set("headers", "tehtava")


@defect("F92", "1.3.1", on=TABLE, seen=Seen.ASKED)
def table_is_called_presentation(broken: Broken) -> None:
    broken.place.set("role", "presentation")


@defect("H63", "1.3.1", on=f"{TABLE}//thead//th", seen=Seen.POLICY)
def header_cell_is_empty(broken: Broken) -> None:
    broken.place.text = ""


@defect("H43", "1.3.1", on=f"{TABLE}//thead//th", seen=Seen.PERSON)
def header_cell_says_something_else(broken: Broken) -> None:
    broken.place.text = "Puhelin"


@defect("F46", "1.3.1", on=f"{DECISION}//dl[@class='k-facts']", seen=Seen.ASKED)
def layout_table_has_headers(broken: Broken) -> None:
    facts = [(term.text_content(), term.getnext().text_content()) for term in broken.place.iter("dt")]
    cells = "".join(f"<th>{name}</th><td>{value}</td>" for name, value in facts)
    broken.replace(f'{BOX}<table role="presentation"><tr>{cells}</tr></table></div>')


@defect("F49", "1.3.2", on=f"{DECISION}//p", seen=Seen.PERSON)
def layout_table_is_read_across(broken: Broken) -> None:
    broken.put(
        f'{BOX}<table role="presentation"><tr><td>Kaupunki rakentaa laiturin</td><td>Osakaskunta hoitaa rannan</td></tr>'
        "<tr><td>ja kunnostaa rannan keväällä.</td><td>ja vastaa turvallisuudesta kesällä.</td></tr></table></div>"
    )
