"""Names, roles and values of what can be used."""

from tests.defects.seeding import DECISION, MEETING, Broken, Seen, defect

PARAGRAPH = f"{DECISION}//p"
TO_SWEDISH = "//html[@lang='fi']//*[@class='k-header__switch']//a"


@defect("F68", "4.1.2", on=PARAGRAPH)
def button_has_no_name(broken: Broken) -> None:
    broken.put('<p><button type="button"><svg aria-hidden="true" width="24" height="24"></svg></button></p>')


@defect("F96", "2.5.3", on=TO_SWEDISH)
def name_of_a_link_is_not_what_it_shows(broken: Broken) -> None:
    broken.place.set("aria-label", "Byt språk")


@defect("F59", "4.1.2", on=PARAGRAPH)
def control_is_a_div_with_a_script(broken: Broken) -> None:
    broken.put('<div class="k-nayta" onclick="this.hidden = true" tabindex="0">Näytä perustelut</div>')
    broken.script("")


@defect("F15", "4.1.2", on=PARAGRAPH)
def switch_does_not_say_its_state(broken: Broken) -> None:
    broken.put('<div role="switch" tabindex="0">Vain päätökset</div>')


@defect("F15", "4.1.2", on=PARAGRAPH, seen=Seen.PERSON)
def open_state_is_in_a_class_only(broken: Broken) -> None:
    broken.put('<p><button type="button" class="is-open">Perustelut</button></p>')


@defect("G108", "4.1.2", on=PARAGRAPH)
def hidden_part_can_be_reached(broken: Broken) -> None:
    broken.put('<div aria-hidden="true"><a href="#decision">Päätös</a></div>')


@defect("G108", "4.1.2", on=PARAGRAPH)
def role_is_no_role(broken: Broken) -> None:
    broken.put('<div role="paatos"><p>Päätös pantiin täytäntöön.</p></div>')


@defect("H64", "4.1.2", on=PARAGRAPH)
def frame_has_no_title(broken: Broken) -> None:
    broken.one("//meta[@http-equiv='Content-Security-Policy']").drop_tree()
    broken.put(f'<iframe src="{broken.address.rpartition("/")[2]}"></iframe>')


@defect("G108", "1.3.1", on=f"{MEETING}//ol[@role='list']")
def list_items_stand_in_no_list(broken: Broken) -> None:
    broken.place.set("role", "group")


@defect("F103", "4.1.3", on=PARAGRAPH, seen=Seen.PERSON)
def status_is_told_to_eyes_only(broken: Broken) -> None:
    broken.put('<p><button type="button" id="kopioi">Kopioi osoite</button> <span id="tila"></span></p>')
    broken.script("kopioi.onclick = () => { tila.textContent = 'Osoite on kopioitu'; };")


@defect("G141", "2.4.6", on=f"{DECISION}//h1", seen=Seen.POLICY)
def main_heading_is_hidden_from_screen_readers(broken: Broken) -> None:
    broken.place.set("aria-hidden", "true")
