"""What the fields of every source say of publicity: each code of the lists, what contradicts, what nobody knows."""

from datetime import date

import pytest

from generator.importers._publicity import is_about_publicity, read_publicity, strictest
from generator.model.publicity import CountedFrom, PersonalData, Publicity, PublicityClass, SecrecyPeriod

P = PublicityClass
D = PersonalData


def said(**fields: str) -> Publicity:
    return read_publicity(fields.items())


@pytest.mark.parametrize("field", ["JulkisuusluokkaKoodi", "PublicityClass", "tweb_doc_publicityclass", "Julkisuusluokka"])
@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("1", P.PUBLIC),
        ("2", P.PARTLY_SECRET),
        ("3", P.SECRET),
        ("4", P.NOT_PUBLISHED_ONLINE),
        ("Julkinen", P.PUBLIC),
        ("Osittain salassa pidettävä", P.PARTLY_SECRET),
        ("Salassa pidettävä", P.SECRET),
        ("Ei-julkinen", P.NOT_PUBLISHED_ONLINE),
        ("Offentlig", P.PUBLIC),
        ("Delvis sekretessbelagd", P.PARTLY_SECRET),
        ("Sekretessbelagd", P.SECRET),
        ("Icke-offentlig", P.NOT_PUBLISHED_ONLINE),
        ("  SALASSA\u00a0 PIDETTÄVÄ ", P.SECRET),
        ("salassa pidetta\u0308va\u0308", P.SECRET),
        ("", P.UNMARKED),
        (" ", P.UNMARKED),
        ("0", P.UNKNOWN),
        ("5", P.UNKNOWN),
        ("-", P.UNKNOWN),
        ("Sisäinen", P.UNKNOWN),
        ("Julkisuusluokka", P.UNKNOWN),
        ("Julkinen (paitsi liite 3)", P.UNKNOWN),
        ("Julkinen / Salassa pidettävä", P.UNKNOWN),
    ],
)
def test_every_code_and_word_of_a_class_is_read_and_no_other_is_public(field: str, word: str, expected: P) -> None:
    assert said(**{field: word}).classification is expected


@pytest.mark.parametrize("field", ["HenkilotietoluonneKoodi", "PersonalData", "tweb_doc_personaldata"])
@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("1", D.NONE),
        ("2", D.ORDINARY),
        ("3", D.SENSITIVE),
        ("4", D.SPECIAL),
        ("5", D.CRIMINAL),
        ("Ei sisällä henkilötietoja", D.NONE),
        ("Sisältää henkilötietoja", D.ORDINARY),
        ("Sisältää arkaluonteisia henkilötietoja", D.SENSITIVE),
        ("Sisältää erityisiä henkilötietoja", D.SPECIAL),
        ("Sisältää rikoksiin tai rikkomuksiin liittyvää henkilötietoa", D.CRIMINAL),
        ("", None),
    ],
)
def test_every_kind_of_personal_data_is_read_and_leaves_the_class(field: str, word: str, expected: D | None) -> None:
    found = said(PublicityClass="Julkinen", **{field: word})

    assert (found.classification, found.personal_data) == (P.PUBLIC, expected)


@pytest.mark.parametrize("word", ["Hakija", "0", "6", "kyllä"])
def test_personal_data_that_is_no_known_word_makes_the_class_unknown(word: str) -> None:
    found = said(PublicityClass="Julkinen", PersonalData=word)

    assert (found.classification, found.personal_data, found.origin) == (P.UNKNOWN, None, "PersonalData")


@pytest.mark.parametrize(
    "restriction",
    [
        {"SecurityReason": "JulkL (621/1999) 24.1 § 25 k"},
        {"SecurityReasons": "JulkL (621/1999) 24.1 § 25 k"},
        {"SalassapitoPerusteTeksti": "JulkL (621/1999) 24.1 § 9 kohta"},
        {"SalassapidonPerustelut": "JulkL (621/1999) 24.1 § 9 kohta"},
        {"SecurityPeriod": "25"},
        {"SalassapitoAikaArvo": "50"},
        {"SalassapitoAikaArvo": "pysyvästi"},
        {"SalassapidonLaskentaperusteTeksti": "Asian ratkaisu"},
        {"SecurityPeriodEnd": "31.12.2051"},
        *({"SuojaustasoKoodi": str(code)} for code in range(1, 5)),
        *({"TurvallisuusluokkaKoodi": str(code)} for code in range(1, 5)),
        {"SuojaustasoKoodi": "ST IV"},
        {"TurvallisuusluokkaKoodi": "KÄYTTÖ RAJOITETTU"},
        {"ProtectionLevel": "ST III"},
        {"tweb_doc_securityclass": "III"},
        {"tweb_doc_protectionclass": "Suojaustaso IV"},
        {"TurvakieltoKytkin": "true"},
        {"TurvakieltoKytkin": "1"},
        {"SecurityNote": "kysy ensin"},
        {"JulkisuusluokkaMuutosTeksti": "Asian päättäminen"},
        {"Sekretess": "ja"},
    ],
    ids=lambda fields: "=".join(next(iter(fields.items()))),
)
def test_what_restricts_contradicts_a_public_class_and_alone_is_unknown(restriction: dict[str, str]) -> None:
    beside, alone = said(PublicityClass="Julkinen", **restriction), said(**restriction)

    assert (beside.classification, beside.is_contradictory) == (P.UNKNOWN, True)
    assert (alone.classification, alone.is_contradictory) == (P.UNKNOWN, False)


@pytest.mark.parametrize(
    "nothing",
    [
        {"SecurityReason": ""},
        {"SecurityReason": "-"},
        {"SecurityPeriod": "0"},
        {"SecurityPeriodStart": " "},
        {"tweb_doc_protectionclass": "Ei suojeluluokiteltu"},
        {"SuojaustasoKoodi": "0"},
        {"TurvakieltoKytkin": "false"},
        {"RetentionPeriod": "50"},
    ],
    ids=lambda fields: "=".join(next(iter(fields.items()))),
)
def test_what_says_that_there_is_no_restriction_leaves_a_public_class(nothing: dict[str, str]) -> None:
    assert said(PublicityClass="Julkinen", **nothing) == said(PublicityClass="Julkinen")


@pytest.mark.parametrize(
    ("fields", "expected", "is_contradictory"),
    [
        ({"PublicityClass": "Julkinen", "Julkisuusluokka": "3"}, P.UNKNOWN, True),
        ({"PublicityClass": "Julkinen", "Julkisuusluokka": "Sisäinen"}, P.UNKNOWN, True),
        ({"PublicityClass": "Osittain salassa pidettävä", "Julkisuusluokka": "3"}, P.UNKNOWN, True),
        ({"PublicityClass": "Salassa pidettävä", "Julkisuusluokka": "3"}, P.SECRET, False),
        ({"PublicityClass": "2", "SuojaustasoKoodi": "4"}, P.UNKNOWN, True),
        ({"PublicityClass": "2", "SecurityReason": "JulkL 24.1 § 20 k"}, P.PARTLY_SECRET, False),
        ({"PublicityClass": "2", "TurvakieltoKytkin": "true"}, P.PARTLY_SECRET, False),
        ({"PublicityClass": "3", "SuojaustasoKoodi": "4"}, P.SECRET, False),
        ({"PublicityClass": "4", "SecurityPeriod": "25"}, P.NOT_PUBLISHED_ONLINE, False),
        ({"PublicityClass": "3", "PersonalData": "Hakija"}, P.SECRET, False),
        ({"PublicityClass": "1", "PersonalData": "1", "HenkilotietoluonneKoodi": "3"}, P.UNKNOWN, True),
    ],
)
def test_two_fields_that_disagree_are_not_public(
    fields: dict[str, str],
    expected: P,
    is_contradictory: bool,  # noqa: FBT001 - an expectation
) -> None:
    found = said(**fields)

    assert (found.classification, found.is_contradictory) == (expected, is_contradictory)


def test_ground_period_and_origin_are_kept() -> None:
    fields = [
        ("tweb_doc_title", "Nimi"),
        ("tweb_doc_securityreason", "JulkL (621/1999) 24.1 § 20 k"),
        ("SecurityReasons", "JulkL (621/1999) 24.1 § 25 k"),
        ("SecurityReasons", "JulkL (621/1999) 24.1 § 20 k"),
        ("SalassapitoAikaArvo", "100"),
        ("SalassapidonLaskentaperusteTeksti", "Asiakirjan saapumisajankohta"),
        ("tweb_doc_securityperiodstart", "17.3.2026"),
        ("SecurityPeriodEnd", "2126-03-17"),
        ("tweb_doc_publicityclass", "Salassa pidettävä"),
    ]

    assert read_publicity(fields) == Publicity(
        classification=P.SECRET,
        ground="JulkL (621/1999) 24.1 § 20 k; JulkL (621/1999) 24.1 § 25 k",
        period=SecrecyPeriod(
            years=100, counted_from=CountedFrom.DOCUMENT_RECEIVED, start=date(2026, 3, 17), end=date(2126, 3, 17)
        ),
        origin="tweb_doc_publicityclass",
    )


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("Asian ratkaisu", CountedFrom.CASE_DECIDED),
        ("Asiakirjan päivämäärä", CountedFrom.DOCUMENT_DATED),
        ("Asiakirjan valmistuminen", CountedFrom.DOCUMENT_FINISHED),
        ("Asiakirjan saapumisajankohta", CountedFrom.DOCUMENT_RECEIVED),
    ],
)
def test_every_value_from_which_a_period_is_counted_is_read(word: str, expected: CountedFrom) -> None:
    found = said(PublicityClass="3", SalassapitoAikaArvo="25 v", SalassapidonLaskentaperusteTeksti=word)

    assert found.period == SecrecyPeriod(years=25, counted_from=expected)


def test_the_name_of_a_field_that_nobody_knows_is_not_kept() -> None:
    assert said(SalassapitoMatinAsiassa="x").origin == "other"


@pytest.mark.parametrize("name", ["Decision", "tweb_doc_title", "PublicDate", "Henkilöt", "Personal"])
def test_other_fields_are_not_read(name: str) -> None:
    assert not is_about_publicity(name)
    assert said(**{name: "Salassa pidettävä"}) == Publicity()


def test_of_several_documents_the_strictest_class_and_the_most_delicate_personal_data_hold() -> None:
    found = strictest([said(PublicityClass="2", PersonalData="4"), said(), said(PublicityClass="4", PersonalData="2")])

    assert (found.classification, found.personal_data) == (P.NOT_PUBLISHED_ONLINE, D.SPECIAL)
