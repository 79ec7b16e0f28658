"""Names of invented people: found in their forms, and what is no name left alone."""

from itertools import pairwise

import pytest

from generator.redaction.names import Field, Known, Passage, find, find_in_case
from generator.redaction.names.language import language_of
from generator.redaction.names.lexicon import lexicon
from generator.redaction.names.tokens import sentences


def shown(text: str, **options: object) -> list[str]:
    """Return what is masked without asking in *text*."""
    return [text[m.start : m.end] for m in find(text, **options) if not m.is_doubtful]  # type: ignore[arg-type]


def marked(text: str, **options: object) -> list[str]:
    """Return what is masked or asked about in *text*."""
    return [text[m.start : m.end] for m in find(text, **options)]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Avustus myönnetään Matti Virtaselle hakemuksen mukaisesti.", "Matti Virtaselle"),
        ("M. Virtasen hakemus hylätään.", "M. Virtasen"),
        ("HAKIJA: VIRTANEN MATTI", "VIRTANEN MATTI"),
        ("Matin äiti on hakenut vammaispalvelua.", "Matin"),
        ("Päätös koskee Matti Virtasen kuolinpesää.", "Matti Virtasen"),
        ("Urakoitsijana toimii Tmi Matti Virtanen.", "Matti Virtanen"),
        ("Sökande: Anna Holm", "Anna Holm"),
        ("Hakija: Qwirza Zyxolmäki", "Qwirza Zyxolmäki"),
        ("Korvaus maksetaan Liisa Virtanen-Korhoselle.", "Liisa Virtanen-Korhoselle"),
    ],
)
def test_a_name_is_masked_in_the_forms_that_minutes_have(text: str, name: str) -> None:
    assert name in shown(text)


def test_a_row_of_a_table_that_begins_with_surname_and_first_name_is_masked() -> None:
    assert shown("Saajat\nVirtanen Matti\t12.3.2024\t450 €") == ["Virtanen Matti"]


def test_a_couple_with_one_surname_is_masked_whole() -> None:
    text = "Tontti myydään, ostajina Maija ja Matti Virtanen."
    covered = "".join(shown(text))

    assert "Maija" in covered
    assert "Matti Virtanen" in covered


@pytest.mark.parametrize(
    "text",
    [
        "Urakan saa Rakennus Virtanen Oy tarjouksensa mukaisesti.",
        "Mikkelin kaupunginhallitus kokoontuu maanantaina Helsingissä.",
        "Lapinlahden kunnan ja Kuopion hallinto-oikeuden lausunto on liitteenä.",
        "Raatihuoneenkadun ja Kirkkotien risteys suljetaan.",
        "Asianro MLI/123/10.02.03/2024 ja KHO:2017:12.",
        "Dnro TRE:1234/2024, Y-tunnus 1234567-8.",
        "Helsingin seudun ympäristöpalvelut -kuntayhtymä antaa lausunnon.",
    ],
)
def test_companies_places_authorities_and_numbers_are_left_alone(text: str) -> None:
    assert marked(text, language="fi") == []


def test_a_name_once_found_is_masked_in_the_whole_case() -> None:
    case = [
        Passage(text="Hakija: Matti Kuutamoinen"),
        Passage(text="Lautakunta päätti hylätä Kuutamoisen vaatimuksen."),
        Passage(text="Asiassa kuultiin Kuutamoista ja naapureita."),
    ]
    found = [[p.text[m.start : m.end] for m in marks] for p, marks in zip(case, find_in_case(case), strict=True)]

    assert found == [["Matti Kuutamoinen"], ["Kuutamoisen"], ["Kuutamoista"]]


def test_a_name_known_from_elsewhere_is_masked() -> None:
    known = Known(private=frozenset({"Aura Hilla"}))

    assert shown("Lausunnon antoi myös Hilla.", known=known) == ["Hilla"]


def test_an_elected_person_is_left_alone() -> None:
    known = Known(public=frozenset({"Virtanen Matti"}))

    assert marked("Asiasta keskusteli myös Matti Virtanen, ja Virtasen ehdotus hylättiin.", known=known) == []


def test_an_elected_person_is_masked_in_a_field_of_parties() -> None:
    known = Known(public=frozenset({"Virtanen Matti"}))

    assert shown("Tiedoksi Matti Virtanen", known=known, field=Field.PARTY) == ["Matti Virtanen"]


def test_an_elected_person_who_applies_is_masked_after_the_label() -> None:
    known = Known(public=frozenset({"Virtanen Matti"}))

    assert shown("Hakija: Matti Virtanen", known=known) == ["Matti Virtanen"]


def test_the_surname_that_a_party_shares_with_an_elected_person_is_asked_about() -> None:
    known = Known(public=frozenset({"Korhonen Liisa"}))
    case = [Passage(text="Hakija: Pekka Korhonen"), Passage(text="Lisäksi Korhonen on ilmoittanut asiasta.")]
    (mark,) = find_in_case(case, known)[1]

    assert mark.is_doubtful


def test_who_acts_in_the_meeting_is_left_alone_there() -> None:
    text = "Matti Virtanen esitti Liisa Korhosen kannattamana, että asia palautetaan."

    assert marked(text, field=Field.ASSEMBLY) == []


def test_who_merely_stands_in_the_text_of_the_handling_is_masked() -> None:
    assert shown("Merkittiin, että korvaus maksetaan Matti Virtaselle.", field=Field.ASSEMBLY) == ["Matti Virtaselle"]


def test_a_title_of_a_public_post_speaks_for_itself_in_the_text_of_an_item() -> None:
    text = "Selvityksen on laatinut asemakaavapäällikkö Liisa Korhonen."

    assert marked(text, field=Field.MATTER) == []
    assert shown(text) == ["Liisa Korhonen"]


def test_a_title_of_a_party_does_not_make_it_public() -> None:
    assert shown("Tiedoksi: opettaja ja rehtori Liisa Korhonen", field=Field.PARTY) == ["Liisa Korhonen"]


def test_marks_lie_in_the_text_and_do_not_overlap() -> None:
    text = "Matti Virtanen ja LIISA KORHONEN, A. von Hertzen, Maija-Liisa\u00a0Mäki; matti@example.fi"
    marks = find(text)

    assert all(0 <= mark.start < mark.end <= len(text) for mark in marks)
    assert all(one.end <= other.start for one, other in pairwise(marks))


@pytest.mark.parametrize("text", ["", "\n\t", "123", "…", "a", "A", "A.", "\u200b"])
def test_text_without_a_name_has_no_mark(text: str) -> None:
    assert find(text) == ()


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Päätetään Muhosen osalta toisin.", "Muhosen"),
        ("Asiaan on tutustunut Sulkamaalla asuva hakija.", "Sulkamaalla"),
        ("Kylänpäällä on oikeus saada palvelua.", "Kylänpäällä"),
        ("Päätös koskee Muhosta ja tämän perhettä.", "Muhosta"),
        ("Tulosen mukaan tontti on rakennettu.", "Tulosen"),
        ("Lautakunta kuuli asiassa Annaa ennen päätöstä.", "Annaa"),
        ("Päätös annetaan tiedoksi Kokolle kirjeellä.", "Kokolle"),
        ("Asiaa on esittänyt M. Palkki kirjeessään.", "M. Palkki"),
        ("Asiaa on esittänyt Alissa kirjeessään.", "Alissa"),
        ("HAKIJA: EK LIISA", "EK LIISA"),
        ("Saajat\nKänninen Zyxa\t12.3.2026\t450 €", "Känninen Zyxa"),
        ("Saajat\nJokikunnas Zyxa\t12.3.2026\t450 €", "Jokikunnas Zyxa"),
        ("Päätös koskee Huuskolaa ja tämän perhettä.", "Huuskolaa"),
        ("Saajat\nPiki Zyxa\t12.3.2026\t450 €", "Piki Zyxa"),
    ],
)
def test_a_name_that_is_also_a_word_or_a_place_is_asked_about(text: str, name: str) -> None:
    assert name in marked(text)


@pytest.mark.parametrize(
    "text",
    [
        "Asiassa on haettu purkamis- ja maisematyölupaa. Purkamis- ja maisematyölupa myönnetään.",
        "Lausunto pyydetään Suomen Kuntaliitolta.",
        "Keskeisimpiä muutoksia ovat osakkuudet. Ostettavaksi tarjottu tontti on vuokrattu.",
        "Asemakaava tulee voimaan 1.9.2026. Liite C-merkinnän mukaisesti.",
        "Pykälään 63 haetaan muutosta. Pykälä 45 hyväksyttiin. Pykälän 46 mukaan kokous päättyi.",
    ],
)
def test_what_is_built_as_no_name_is_built_is_not_asked_about(text: str) -> None:
    assert marked(text, language="fi") == []


def test_a_namesake_of_a_part_of_a_text_is_asked_about_where_no_number_follows() -> None:
    assert marked("Lausunnon antoi Pykälä keväällä.", language="fi") != []


@pytest.mark.parametrize(
    "text",
    [
        "Avustuksen saajat\nMatti Pykälä\t450 €\nYhteensä\t450 €",
        "Maksetaan Matti Pykälälle 450 euroa.",
        "Hakija Matti Pykälä 040 1234567 pyytää lupaa.",
        "Hakija Matti Pykälä 45 vuotta pyytää lupaa.",
    ],
)
def test_a_namesake_of_a_part_of_a_text_is_masked_with_the_first_name(text: str) -> None:
    assert "Pykälä" in "".join(shown(text))


def test_a_form_that_only_a_name_has_is_no_word_of_minutes() -> None:
    words = ("tuloksen", "tulosen", "antaa", "annaa")
    assert [word for word in words if lexicon("fi").is_administrative(word)] == ["tuloksen", "antaa"]


def test_a_place_that_people_are_called_after_is_known_without_the_statistics_of_names() -> None:
    words = ("kaarinalle", "kolarin", "espoossa", "espooseen")
    assert [word for word in words if lexicon("fi").is_namesake(word)] == ["kaarinalle", "kolarin"]


def test_a_swedish_text_of_a_finnish_item_is_read_as_swedish() -> None:
    text = "Ärendet gäller en ansökan som Bengt Ahlqvist har lämnat in till nämnden."
    assert [language_of(list(sentences(text)), hint) for hint in ("fi", "sv")] == [["sv"], ["sv"]]
    assert shown(text, language="fi") == ["Bengt Ahlqvist"]
