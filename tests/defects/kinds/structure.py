"""What a page is made of: headings, lists, paragraphs, landmarks, ids, order."""

from tests.defects.seeding import DECISION, MEETING, Broken, Seen, defect

SECTION = f"{DECISION}//h2[following-sibling::p]"
LIST = "//html[@lang='fi']//main//ul[not(@class) and count(li) > 1]"


@defect("F2", "1.3.1", on=SECTION, seen=Seen.ASKED)
def heading_is_bold_text(broken: Broken) -> None:
    broken.replace(f"<p><strong>{broken.place.text_content()}</strong></p>")


@defect("F2", "1.3.1", on=LIST)
def list_is_typed_with_bullets(broken: Broken) -> None:
    _type(broken, "•")


@defect("F2", "1.3.1", on=LIST, seen=Seen.ASKED)
def list_is_typed_with_dashes(broken: Broken) -> None:
    _type(broken, "-")


def _type(broken: Broken, mark: str) -> None:
    lines = [item.text_content().strip() for item in broken.place.iter("li")]
    broken.replace(f"<p>{'<br>'.join(f'{mark} {line}' for line in lines)}</p>")


@defect("G115", "1.3.1", on=f"{DECISION}//p[following-sibling::p]", seen=Seen.ASKED)
def paragraphs_are_line_breaks(broken: Broken) -> None:
    rest = broken.place.getparent().findall("p")
    texts = [paragraph.text_content() for paragraph in rest]
    for paragraph in rest[1:]:
        paragraph.drop_tree()
    broken.replace(f"<p>{'<br><br>'.join(texts)}</p>")


@defect("F43", "1.3.1", on=f"{DECISION}//h2", seen=Seen.POLICY)
def heading_level_is_skipped(broken: Broken) -> None:
    broken.place.tag = "h4"


@defect("F43", "1.3.1", on=f"{DECISION}//h2", seen=Seen.POLICY)
def heading_is_empty(broken: Broken) -> None:
    broken.put("<h2></h2>")


@defect("F43", "1.3.1", on="//main", seen=Seen.POLICY)
def main_landmark_is_a_div(broken: Broken) -> None:
    broken.place.tag = "div"


@defect("G141", "2.4.6", on=f"{DECISION}//h1", seen=Seen.POLICY)
def page_has_no_main_heading(broken: Broken) -> None:
    broken.place.tag = "p"


@defect("G130", "2.4.6", on=f"{DECISION}//h2", seen=Seen.ASKED)
def heading_is_a_number_only(broken: Broken) -> None:
    broken.place.text = "1."


@defect("G130", "2.4.6", on=f"{DECISION}//h2[@id != 'decision']", seen=Seen.ASKED)
def two_sections_have_one_heading(broken: Broken) -> None:
    broken.place.text = broken.one("//h2[@id='decision']").text


@defect("G130", "2.4.6", on=f"{DECISION}//h2[@id='decision']", seen=Seen.PERSON)
def heading_names_something_else(broken: Broken) -> None:
    broken.place.text = "Aukioloajat"


@defect("F32", "1.3.2", on=f"{DECISION}//h2")
def capitals_are_spaced_out(broken: Broken) -> None:
    broken.place.text = "P Ä Ä T Ö S"


@defect("F32", "1.3.2", on=f"{DECISION}//h2")
def word_is_spaced_out(broken: Broken) -> None:
    broken.place.text = "P ä ä t ö s"


@defect("F1", "1.3.2", on=f"{DECISION}//section[.//h2]", seen=Seen.ASKED)
def style_changes_the_order(broken: Broken) -> None:
    broken.style("#sisalto, .k-page { display: flex; flex-direction: column-reverse }")


@defect("F33", "1.3.1", on=f"{DECISION}//p", seen=Seen.ASKED)
def columns_are_made_with_spaces(broken: Broken) -> None:
    broken.put(
        "<pre>Kadut ja tiet          Puistot ja rannat\nUusi valaistus         Laituri korjataan\n"
        "Päällyste uusitaan     Polku raivataan</pre>"
    )


@defect("F48", "1.3.1", on=f"{DECISION}//p", seen=Seen.ASKED)
def table_is_preformatted_text(broken: Broken) -> None:
    broken.put(
        "<pre>Tie             Avustus   Vuosi\nRantatie        1 200     2026\n"
        "Myllytie          850     2026\nKoivutie          640     2026</pre>"
    )


@defect("F87", "1.3.1", on=MEETING, seen=Seen.ASKED)
def style_writes_a_word(broken: Broken) -> None:
    broken.style(".k-agenda li:first-child::before { content: 'Kiireellinen asia: ' }")


@defect("F77", "4.1.1", on="//html[@lang='fi']//h2[@id='decision']", seen=Seen.POLICY)
def two_elements_have_one_id(broken: Broken) -> None:
    broken.put('<p id="decision">Päätöstä ei ole muutettu kokouksen jälkeen.</p>')


@defect("F77", "4.1.1", on=f"{MEETING}//*[@aria-labelledby]", seen=Seen.POLICY)
def two_names_have_one_id(broken: Broken) -> None:
    broken.put(f'<p id="{broken.place.get("aria-labelledby")}">Luettelo on tarkastettu.</p>')


@defect("G1", "2.4.1", on="//a[@class='md-skip']", seen=Seen.POLICY)
def skip_link_leads_nowhere(broken: Broken) -> None:
    broken.place.set("href", "#sisaltö-alkaa")


@defect("F66", "3.2.3", on=f"{DECISION}/ancestor::body//nav[@class='k-menu__links']//li", seen=Seen.PERSON)
def menu_has_another_order(broken: Broken) -> None:
    broken.place.getparent().append(broken.place)


@defect("F31", "3.2.4", on="//footer//li[last()]/a", seen=Seen.PERSON)
def one_page_has_two_names(broken: Broken) -> None:
    broken.place.text = "Tietoa sivuston käytettävyydestä"


@defect("G125", "2.4.5", seen=Seen.PERSON)
def page_is_reached_one_way_only(broken: Broken) -> None:
    for navigation in broken.all("//nav"):
        navigation.drop_tree()
