"""What the text marks as secret, and what it leaves in doubt."""

import pytest

from generator.model.meeting import Section, SectionKind
from generator.model.publicity import PublicityClass
from generator.model.text import Block, Cell, ItemList, Run, Table, Withheld, text
from generator.redaction.grounds import OTHER_STATUTES, description, ground_id, short
from generator.redaction.structure import is_marker, is_secret_title, structured
from tests.redaction.factory import classified, heading, paragraph, section

NEVER_SHOWN = "Vuokralainen on jättänyt vuokransa maksamatta koko kevään ajan."


def shown(*sections: Section) -> str:
    return "\n".join(text(each.blocks) for each in structured(sections).sections)


@pytest.mark.parametrize(
    "line",
    [
        "Salassa pidettävä", "SALASSA PIDETTÄVÄ", "Salassa pidettävä (JulkL (621/1999) 24.1 § 25 k)", "(Salassa pidettävä)",
        "Salassa\u00a0pidettävä: teksti", "Salas\u00adsa pidettävä", "Osittain salassa pidettävä", "Asia ei ole julkinen",
        "Ei julkinen", "SALAINEN", "Salainen: teksti", "Ei julkaista verkossa", "Sekretessbelagd",
        "Sekretessbelagt (OffL 24 §)", "Icke offentlig", "Ärendet är inte offentligt",
        "Alku\nSalassa pidettävä", "solu\tSalassa pidettävä", "Salassapidettävä: teksti", "Salassa\npidettävä",
        "Salassa pidettävää tietoa: teksti", "Salainen asia", "S A L A I N E N", "1) Salassa pidettävä osa",
        "Luottamuksellinen: teksti", "Hemligstämplat", "Salassa pidetta\u0308va\u0308",
    ],
)  # fmt: skip
def test_a_marker_at_the_start_of_a_line_is_seen(line: str) -> None:
    assert is_marker(line)


@pytest.mark.parametrize(
    "line",
    [
        "Salainen äänestys toimitettiin lipuin.", "Kokous on julkinen.", "Julkinen hankinta",
        "Selvitys salassa pidettävistä tiedoista", "Salassa pidettävien tietojen käsittely", "Luottamuksellinen keskustelu",
        "Hemlig omröstning förrättades.", "Offentlig upphandling", "Ei julkaistu",
    ],
)  # fmt: skip
def test_other_lines_are_no_markers(line: str) -> None:
    assert not is_marker(line)


@pytest.mark.parametrize(
    "title",
    [
        "Vuokrasopimus (salassa pidettävä)", "Vuokra-asia, salassa pidettävä", "Hyresärende - sekretessbelagt",
        "Hakemus (henkilötietoja sisältävä)", "Ansökan, innehåller personuppgifter",
    ],
)  # fmt: skip
def test_a_title_may_carry_the_marker_at_its_end(title: str) -> None:
    assert is_secret_title(title)


@pytest.mark.parametrize(
    ("words", "ground"),
    [
        ("JulkL (621/1999) 24.1 § 25 k", "julkl-24-1-25"),
        ("24.1 § 9 kohta", "julkl-24-1-9"),
        ("Julkisuuslaki 24 § 1 mom. 17 kohta", "julkl-24-1-17"),
        ("24 § 1 mom 20-kohta", "julkl-24-1-20"),
        ("Julkisuuslain 24 §:n 1 momentin 25 kohdan", "julkl-24-1-25"),
        ("Laki viranomaisten toiminnan julkisuudesta (621/1999) 24 § 1 mom. 32 kohta", "julkl-24-1-32"),
        ("JulkL 24 § 1 mom 7. kohta", "julkl-24-1-7"),
        ("JulkL 24 § 25 k", "julkl-24-1-25"),
        ("Offentlighetslagen 24 § 1 mom. 25 punkten", "julkl-24-1-25"),
        ("OffL 24 § 1 mom. 20 p.", "julkl-24-1-20"),
        ("JulkL 24 § 1 mom. 77 k", "julkl-24"),
        ("JulkL 24 §", "julkl-24"),
        ("Salassa pidettävä, perusopetuslaki 40 §", "perusopetuslaki-40"),
        ("Salassa pidettävä (perusopetuslain (628/1998) 40 §:n nojalla)", "perusopetuslaki-40"),
        ("Lagen om grundläggande utbildning 40 §", "perusopetuslaki-40"),
        ("Varhaiskasvatuslaki (540/2018) 40 §", "varhaiskasvatuslaki-40"),
        ("Laki 703/2023", "asiakastietolaki"),
        ("Hankintalaki 138 §", "hankintalaki-138"),
        ("Perusopetuslaki 41 §", "other-statute"),
        ("Kirkkolaki 25 luku 8 §", "other-statute"),
        ("Salassa pidettävä", "unspecified"),
        ("", "unspecified"),
    ],
)
def test_a_ground_is_read_from_the_words_of_the_source(words: str, ground: str) -> None:
    assert ground_id(words) == ground


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
@pytest.mark.parametrize(
    "ground", ["julkl-24", "other-statute", "unspecified", "personal-data", "not-published-online", *OTHER_STATUTES]
)
def test_a_ground_has_its_words_in_every_language(ground: str, language: str) -> None:
    assert short(ground, language)
    assert description(ground, language)


def test_all_32_points_are_cited_by_their_number() -> None:
    assert [short(f"julkl-24-1-{n}", "fi") for n in range(1, 33)] == [f"JulkL 24 § 1 mom. {n} k" for n in range(1, 33)]


def test_a_section_whose_heading_carries_the_marker_is_withheld_with_its_heading() -> None:
    result = structured((section(NEVER_SHOWN, kind=SectionKind.OTHER, title="Salassa pidettävä (JulkL 24 § 1 mom. 23 k)"),))

    assert result.sections == (Section(kind=SectionKind.OTHER, blocks=(Withheld(ground="julkl-24-1-23"),)),)


def test_a_section_that_begins_with_the_marker_is_withheld_whole() -> None:
    assert shown(section("Salassa pidettävä, JulkL 24 § 1 mom. 23 k", NEVER_SHOWN)) == ""


def test_a_marker_in_the_middle_withholds_the_rest_of_the_section() -> None:
    assert shown(section("Julkista.", "Salassa pidettävä:", NEVER_SHOWN, "Lisää.")) == "Julkista.\n"


def test_an_explicit_end_ends_the_passage() -> None:
    ended = section("Alku.", "Salassa pidettävä osuus alkaa", NEVER_SHOWN, "Salassa pidettävä osuus päättyy", "Loppu.")

    assert shown(ended) == "Alku.\n\nLoppu."


def test_a_bold_line_does_not_end_the_passage() -> None:
    blocks: tuple[Block, ...] = (paragraph("Alku."), heading("Salassa pidettävä"), heading("Tilanne"), paragraph(NEVER_SHOWN))

    assert shown(Section(kind=SectionKind.BACKGROUND, blocks=blocks)) == "Alku.\n"


def test_a_section_that_nobody_knows_belongs_to_the_passage_before_it() -> None:
    result = structured((section("Alku.", "Salassa pidettävä:"), section(NEVER_SHOWN, kind=SectionKind.OTHER, title="Tilanne")))

    assert len(result.sections) == 1
    assert any(NEVER_SHOWN in passage.text for passage in result.passages)


def test_the_next_known_section_is_shown_again() -> None:
    assert shown(section("Salassa pidettävä"), section("Hyväksyttiin.", kind=SectionKind.DECISION)) == "\nHyväksyttiin."


def test_a_marker_in_a_list_or_a_table_withholds_it() -> None:
    in_list = ItemList(items=((paragraph("yksi"),), (paragraph("Salassa pidettävä: kaksi"),)))
    in_table = Table(rows=((Cell(content=(Run(text="Salainen"),)), Cell(content=(Run(text="kolme"),))),))

    assert shown(Section(kind=SectionKind.BACKGROUND, blocks=(paragraph("a"), in_list))) == "a\n"
    assert shown(Section(kind=SectionKind.BACKGROUND, blocks=(paragraph("a"), in_table))) == "a\n"


@pytest.mark.parametrize(
    ("words", "metadata", "ground"),
    [
        ("Salassa pidettävä", "JulkL 24 § 1 mom. 20 k", "julkl-24-1-20"),
        ("Salassa pidettävä (JulkL 24 § 1 mom. 25 k)", "JulkL 24 § 1 mom. 20 k", "julkl-24-1-25"),
        ("Salassa pidettävä", "JulkL 24 § 1 mom. 20 k; JulkL 24 § 1 mom. 25 k", "unspecified"),
        ("Salassa pidettävä", None, "unspecified"),
    ],
)
def test_a_mark_without_a_ground_has_that_of_the_metadata_when_there_is_only_one(
    words: str, metadata: str | None, ground: str
) -> None:
    partly = classified(PublicityClass.PARTLY_SECRET, metadata)

    assert structured((section("a", words, NEVER_SHOWN, publicity=partly),)).passages[0].ground == ground
    assert structured((section(words, NEVER_SHOWN, publicity=partly),)).sections[0].blocks == (Withheld(ground=ground),)


def test_a_section_that_its_metadata_calls_secret_is_withheld() -> None:
    secret = section(NEVER_SHOWN, publicity=classified(PublicityClass.SECRET, "JulkL 24 § 1 mom. 20 k"))

    assert structured((secret,)).sections[0].blocks == (Withheld(ground="julkl-24-1-20"),)


@pytest.mark.parametrize(
    ("words", "doubt"),
    [
        ("Liite on JulkL 24 § 1 mom. 20 k:n nojalla annettu.", "redaction.ground_outside_mark"),
        ("Asiakirjan liite 3 on salassa pidettävä.", "redaction.marker_in_text"),
        ("Puheenjohtaja totesi, että asia ei ole julkinen.", "redaction.marker_in_text"),
    ],
)
def test_what_speaks_of_secrecy_outside_a_mark_is_a_doubt(words: str, doubt: str) -> None:
    assert structured((section(words),)).doubts == (doubt,)


def test_a_ground_inside_a_withheld_passage_is_no_doubt() -> None:
    assert structured((section("Salassa pidettävä", "JulkL 24 § 1 mom. 20 k"),)).doubts == ()
