"""Forms, such as a search or a way to give feedback: seeded, since the site has none of its own in every release."""

from tests.defects.seeding import IN_THE_DARK, Broken, Seen, defect

FEEDBACK = "//html[@lang='fi']//main[h1[contains(., 'aavutettavuusseloste')] or .//h1[contains(., 'aavutettavuusseloste')]]//h2"


def _form(broken: Broken, fields: str) -> None:
    broken.put(f'<form action="index.html">{fields}<p><button>Lähetä palaute</button></p></form>')


@defect("F68", "4.1.2", on=FEEDBACK)
def field_has_no_label(broken: Broken) -> None:
    _form(broken, '<p>Palaute <textarea name="palaute"></textarea></p>')


@defect("H44", "3.3.2", on=FEEDBACK, seen=Seen.ASKED)
def label_stands_in_the_field_only(broken: Broken) -> None:
    _form(broken, '<p><input type="text" placeholder="Palautteen aihe" aria-label="Palautteen aihe" autocomplete="off"></p>')


@defect("G131", "2.4.6", on=FEEDBACK)
def label_says_nothing(broken: Broken) -> None:
    _form(broken, '<p><label>Kenttä <input type="text" name="aihe" autocomplete="off"></label></p>')


@defect("F107", "1.3.5", on=FEEDBACK)
def purpose_of_a_field_is_wrongly_named(broken: Broken) -> None:
    _form(broken, '<p><label>Sähköposti <input type="email" name="posti" autocomplete="sahkoposti"></label></p>')


@defect("F86", "4.1.2", on=FEEDBACK)
def telephone_number_has_three_fields_without_labels(broken: Broken) -> None:
    field = '<input type="text" size="3" autocomplete="off">'
    _form(broken, f"<p>Puhelin {field} {field} {field}</p>")


@defect("F81", "1.4.1", on=FEEDBACK, seen=Seen.PERSON)
def required_fields_are_red_only(broken: Broken) -> None:
    _form(broken, '<p><label class="k-pakollinen">Palaute <input type="text" autocomplete="off"></label></p>')
    broken.style(f".k-pakollinen {{ color: #b00020 }} {IN_THE_DARK % '.k-pakollinen'}")


@defect("H71", "1.3.1", on=FEEDBACK, seen=Seen.PERSON)
def question_of_radio_buttons_is_plain_text(broken: Broken) -> None:
    choices = "".join(f'<label><input type="radio" name="v"> {choice}</label> ' for choice in ("Kyllä", "Ei"))
    _form(broken, f"<p>Saako sinuun ottaa yhteyttä? {choices}</p>")


@defect("F36", "3.2.2", on=FEEDBACK, seen=Seen.PERSON)
def choice_sends_the_form(broken: Broken) -> None:
    _form(broken, '<p><label>Aihe <select id="aihe"><option>Sivusto<option>Päätökset</select></label></p>')
    broken.script("aihe.onchange = () => { location.hash = aihe.value; };")


@defect("G83", "3.3.1", on=FEEDBACK, seen=Seen.PERSON)
def error_does_not_say_which_field(broken: Broken) -> None:
    _form(broken, '<p><label>Sähköposti <input type="email" autocomplete="email"></label></p><p>Lomakkeessa on virhe.</p>')


@defect("G177", "3.3.3", on=FEEDBACK, seen=Seen.PERSON)
def error_does_not_say_how_to_mend_it(broken: Broken) -> None:
    _form(
        broken,
        '<p><label>Päivä <input type="text" aria-describedby="v" aria-invalid="true" autocomplete="off" value="31.2."></label>'
        ' <span id="v">Virheellinen arvo.</span></p>',
    )
