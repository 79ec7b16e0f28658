"""A table of cases: what the fields of a source, its text and the setting make of an item, and what of it is published."""

from collections.abc import Mapping, Sequence

import pytest
from msgspec.structs import replace

from generator.importers._publicity import read_publicity
from generator.model.attachment import Attachment
from generator.model.decision import Decided, Decision, Subject, Verdict
from generator.model.meeting import AgendaItem, EarlierHandling, Section, SectionKind
from generator.model.publicity import Publicity
from generator.model.redacted import HeldItem, PublicItem, SecretItem, ShownItem
from generator.model.text import Block, Cell, ItemList, Run, Table, Withheld
from generator.redaction import Policy, Redaction, Unmarked
from tests.redaction.factory import PUBLIC, heading, item, paragraph, redacted, section
from tests.redaction.test_redact import written

TITLES = (("02", {"fi": "Avustusasia", "sv": "Understödsärende"}),)
OPEN = Policy(unmarked=Unmarked.PUBLIC, secret_titles=TITLES)
CLOSED = Policy(unmarked=Unmarked.HOLD, secret_titles=TITLES)
CANARY = "Kanarialintu Zx7719 laulaa suljettujen ovien takana koko pitkän syksyisen illan ajan"
GROUND = "JulkL (621/1999) 24.1 § 20 k"
MARKED = (f"Salassa pidettävä ({GROUND})", CANARY)
PLAIN = ("Laituri korjataan.",)

SHOWN = "shown"
CUT = "shown without what is marked"
WHOLE = "mentioned: unspecified"
OFFLINE = "mentioned: not-published-online"
BUSINESS = "mentioned: julkl-24-1-20"
STATE = "mentioned: julkl-24-1-9"
OUTSIDE = "waits: redaction.ground_outside_mark"
SPEAKS = "waits: redaction.marker_in_text"
CONTRADICTION = "waits: redaction.contradiction"
UNKNOWN = "waits: redaction.unknown_publicity"
NOTHING_MARKED = "waits: redaction.nothing_marked"
DELICATE = "waits: redaction.special_personal_data"
UNMARKED = "waits: redaction.unmarked"


def said(**fields: str) -> Publicity:
    return read_publicity(fields.items())


def told(fields: Mapping[str, str], *texts: str) -> AgendaItem:
    """Return an item with a public section, and one of *texts*."""
    sections = (section("Julkinen alku."), section(*texts, kind=SectionKind.GROUNDS))
    return item(*sections, function_class="02.05", publicity=read_publicity(fields.items()))


def only(redaction: Redaction) -> ShownItem:
    (shown,) = redaction.meeting.items
    return shown


def published(redaction: Redaction) -> str:
    """Return in words what is published of the only item of *redaction*."""
    shown = only(redaction)
    match shown:
        case SecretItem():
            return f"mentioned: {shown.ground}"
        case HeldItem():
            return f"waits: {', '.join(shown.reasons)}"
        case PublicItem():
            is_cut = any(isinstance(block, Withheld) for part in shown.sections for block in part.blocks)
            return CUT if is_cut else SHOWN
        case _:
            pytest.fail("an item that is neither shown, mentioned nor waiting")


CASES: Sequence[tuple[dict[str, str], tuple[str, ...], str, str]] = [
    # what the source's fields say, the text, published where unmarked is public, published where unmarked holds
    ({}, PLAIN, SHOWN, UNMARKED),
    ({}, MARKED, CUT, UNMARKED),
    ({"tweb_doc_publicityclass": ""}, PLAIN, SHOWN, UNMARKED),
    ({"tweb_doc_publicityclass": "", "tweb_doc_securityperiod": "0"}, PLAIN, SHOWN, UNMARKED),
    ({"tweb_doc_publicityclass": "", "tweb_doc_securityreason": GROUND}, PLAIN, UNKNOWN, UNKNOWN),
    # JHS 191 JulkisuusluokkaKoodi
    ({"JulkisuusluokkaKoodi": "1"}, PLAIN, SHOWN, SHOWN),
    ({"JulkisuusluokkaKoodi": "1"}, MARKED, CONTRADICTION, CONTRADICTION),
    ({"JulkisuusluokkaKoodi": "2"}, PLAIN, NOTHING_MARKED, NOTHING_MARKED),
    ({"JulkisuusluokkaKoodi": "2"}, MARKED, CUT, CUT),
    ({"JulkisuusluokkaKoodi": "3"}, PLAIN, WHOLE, WHOLE),
    ({"JulkisuusluokkaKoodi": "3"}, MARKED, WHOLE, WHOLE),
    ({"JulkisuusluokkaKoodi": "4"}, PLAIN, OFFLINE, OFFLINE),
    ({"JulkisuusluokkaKoodi": "5"}, PLAIN, UNKNOWN, UNKNOWN),
    ({"JulkisuusluokkaKoodi": "3", "SalassapitoPerusteTeksti": GROUND}, PLAIN, BUSINESS, BUSINESS),
    ({"JulkisuusluokkaKoodi": "3", "SalassapitoPerusteTeksti": "24.1 § 9 kohta"}, PLAIN, STATE, STATE),
    ({"JulkisuusluokkaKoodi": "2", "SalassapitoAikaArvo": "25"}, MARKED, CUT, CUT),
    *(
        ({"JulkisuusluokkaKoodi": "1", "SalassapitoAikaArvo": n}, PLAIN, CONTRADICTION, CONTRADICTION)
        for n in ("25", "50", "100")
    ),
    ({"JulkisuusluokkaKoodi": "1", "SalassapitoAikaArvo": "0"}, PLAIN, SHOWN, SHOWN),
    ({"JulkisuusluokkaKoodi": "1", "SalassapitoPerusteTeksti": GROUND}, PLAIN, CONTRADICTION, CONTRADICTION),
    ({"JulkisuusluokkaKoodi": "1", "TurvakieltoKytkin": "true"}, PLAIN, CONTRADICTION, CONTRADICTION),
    ({"JulkisuusluokkaKoodi": "1", "TurvakieltoKytkin": "false"}, PLAIN, SHOWN, SHOWN),
    *(({"JulkisuusluokkaKoodi": "1", "SuojaustasoKoodi": n}, PLAIN, CONTRADICTION, CONTRADICTION) for n in "1234"),
    *(({"JulkisuusluokkaKoodi": "2", "SuojaustasoKoodi": n}, MARKED, CONTRADICTION, CONTRADICTION) for n in "1234"),
    *(({"JulkisuusluokkaKoodi": "1", "TurvallisuusluokkaKoodi": n}, PLAIN, CONTRADICTION, CONTRADICTION) for n in "1234"),
    *(({"SuojaustasoKoodi": n}, PLAIN, UNKNOWN, UNKNOWN) for n in "1234"),
    *(({"TurvallisuusluokkaKoodi": n}, PLAIN, UNKNOWN, UNKNOWN) for n in "1234"),
    ({"JulkisuusluokkaKoodi": "3", "SuojaustasoKoodi": "4"}, PLAIN, WHOLE, WHOLE),
    # HenkilotietoluonneKoodi of JHS 191, and Helsinki's 4 and 5
    ({"JulkisuusluokkaKoodi": "1", "HenkilotietoluonneKoodi": "1"}, PLAIN, SHOWN, SHOWN),
    ({"JulkisuusluokkaKoodi": "1", "HenkilotietoluonneKoodi": "2"}, PLAIN, SHOWN, SHOWN),
    *(({"JulkisuusluokkaKoodi": "1", "HenkilotietoluonneKoodi": n}, PLAIN, DELICATE, DELICATE) for n in "345"),
    ({"JulkisuusluokkaKoodi": "2", "HenkilotietoluonneKoodi": "3"}, MARKED, DELICATE, DELICATE),
    ({"JulkisuusluokkaKoodi": "3", "HenkilotietoluonneKoodi": "3"}, PLAIN, WHOLE, WHOLE),
    ({"HenkilotietoluonneKoodi": "2"}, PLAIN, SHOWN, UNMARKED),
    ({"HenkilotietoluonneKoodi": "3"}, PLAIN, DELICATE, f"{DELICATE}, redaction.unmarked"),
    ({"JulkisuusluokkaKoodi": "1", "HenkilotietoluonneKoodi": "6"}, PLAIN, UNKNOWN, UNKNOWN),
    # Ahjo
    ({"PublicityClass": "Julkinen", "PersonalData": "Ei sisällä henkilötietoja"}, PLAIN, SHOWN, SHOWN),
    ({"PublicityClass": "Julkinen", "PersonalData": "Sisältää henkilötietoja"}, PLAIN, SHOWN, SHOWN),
    ({"PublicityClass": "Julkinen", "PersonalData": "Sisältää erityisiä henkilötietoja"}, PLAIN, DELICATE, DELICATE),
    (
        {"PublicityClass": "Julkinen", "PersonalData": "Sisältää rikoksiin tai rikkomuksiin liittyvää henkilötietoa"},
        PLAIN,
        DELICATE,
        DELICATE,
    ),
    ({"PublicityClass": "Julkinen", "SecurityReasons": GROUND}, PLAIN, CONTRADICTION, CONTRADICTION),
    ({"PublicityClass": "Osittain salassa pidettävä"}, PLAIN, NOTHING_MARKED, NOTHING_MARKED),
    ({"PublicityClass": "Osittain salassa pidettävä", "SecurityReasons": GROUND}, MARKED, CUT, CUT),
    ({"PublicityClass": "Salassa pidettävä", "SecurityReasons": GROUND}, PLAIN, BUSINESS, BUSINESS),
    ({"PublicityClass": "Ei-julkinen"}, PLAIN, OFFLINE, OFFLINE),
    ({"PublicityClass": "Ei-julkinen", "SecurityReasons": GROUND}, PLAIN, BUSINESS, BUSINESS),
    ({"PublicityClass": "Sisäinen"}, PLAIN, UNKNOWN, UNKNOWN),
    # CaseM, TWeb
    ({"PersonalData": "Hakija"}, PLAIN, UNKNOWN, UNKNOWN),
    ({"PublicityClass": "Julkinen", "ProtectionLevel": "ST III"}, PLAIN, CONTRADICTION, CONTRADICTION),
    ({"tweb_doc_publicityclass": "Julkinen", "tweb_doc_protectionclass": "Ei suojeluluokiteltu"}, PLAIN, SHOWN, SHOWN),
    ({"tweb_doc_publicityclass": "Julkinen", "tweb_doc_securityclass": "III"}, PLAIN, CONTRADICTION, CONTRADICTION),
    ({"tweb_doc_publicityclass": "Sekretessbelagd"}, PLAIN, WHOLE, WHOLE),
    ({"PublicityClass": "Julkinen", "Julkisuusluokka": "Ei-julkinen"}, PLAIN, CONTRADICTION, CONTRADICTION),
    # class and text
    ({"PublicityClass": "Julkinen"}, (f"Liite on {GROUND}:n nojalla annettu.",), OUTSIDE, OUTSIDE),
    ({"PublicityClass": "Julkinen"}, ("Liite on salassa pidettävä.",), SPEAKS, SPEAKS),
    (
        {"PublicityClass": "2"},
        ("Alku.", *MARKED, "Salassa pidettävä osuus päättyy", f"Katso {GROUND}."),
        OUTSIDE,
        OUTSIDE,
    ),
]


@pytest.mark.parametrize(
    ("fields", "texts", "where_open", "where_closed"),
    CASES,
    ids=lambda value: " ".join(f"{k}={v}" for k, v in value.items()) if isinstance(value, dict) else None,
)
def test_what_is_published_of_each_case(
    fields: dict[str, str], texts: tuple[str, ...], where_open: str, where_closed: str
) -> None:
    assert published(redacted(told(fields, *texts), policy=OPEN)) == where_open
    assert published(redacted(told(fields, *texts), policy=CLOSED)) == where_closed


@pytest.mark.parametrize(
    "fields",
    [fields for fields, texts, where_open, _ in CASES if where_open != SHOWN and texts == PLAIN],
    ids=lambda fields: " ".join(f"{k}={v}" for k, v in fields.items()),
)
def test_nothing_of_an_item_that_is_not_shown_leaves_redaction(fields: dict[str, str]) -> None:
    attachment = Attachment(title=f"Liite {CANARY}", publicity=read_publicity(fields.items()))
    hidden = item(
        section(CANARY), title=f"Asia {CANARY}", function_class="02.05", attachments=(attachment,), register_number="Zx7719",
        publicity=read_publicity(fields.items()),
    )  # fmt: skip

    assert "zx7719" not in written(redacted(hidden, policy=OPEN)).casefold()


@pytest.mark.parametrize(
    ("own", "texts", "expected"),
    [
        # what a section's own fields say, its text, and what is published of an item that is public by its class
        ({}, PLAIN, SHOWN),
        ({"PublicityClass": "Julkinen"}, PLAIN, SHOWN),
        ({"PublicityClass": "Salassa pidettävä"}, (CANARY,), CUT),
        ({"PublicityClass": "Ei-julkinen"}, (CANARY,), CUT),
        ({"PublicityClass": "Osittain salassa pidettävä"}, (CANARY,), NOTHING_MARKED),
        ({"PublicityClass": "kaksi"}, (CANARY,), UNKNOWN),
        ({"PublicityClass": "Julkinen", "SecurityReason": GROUND}, (CANARY,), CONTRADICTION),
        ({"PublicityClass": "Julkinen"}, MARKED, CONTRADICTION),
        ({"PublicityClass": "Julkinen", "PersonalData": "3"}, (CANARY,), DELICATE),
    ],
)
@pytest.mark.parametrize("place", ["section", "earlier handling"])
def test_the_class_of_a_section_is_honoured(place: str, own: dict[str, str], texts: tuple[str, ...], expected: str) -> None:
    part = section(*texts, kind=SectionKind.GROUNDS, publicity=read_publicity(own.items()))
    handlings = (EarlierHandling(organization="Jaosto", sections=(part,)),) if place == "earlier handling" else ()
    sections = (section("Alku."), part) if place == "section" else (section("Alku."),)
    redaction = redacted(item(*sections, earlier_handlings=handlings, publicity=said(PublicityClass="Julkinen")), policy=CLOSED)

    assert "Zx7719" not in written(redaction)
    assert published(redaction) == (SHOWN if expected == CUT and place == "earlier handling" else expected)


@pytest.mark.parametrize("own", ["Julkinen", "Osittain salassa pidettävä"])
def test_a_section_that_is_more_public_than_its_item_holds_the_item(own: str) -> None:
    part = section(CANARY, publicity=said(PublicityClass=own))

    assert published(redacted(item(part, publicity=said(PublicityClass="3")))) == CONTRADICTION


def test_a_partly_secret_section_with_a_mark_is_shown_without_what_is_marked() -> None:
    part = section("Alku.", *MARKED, publicity=said(PublicityClass="2", SecurityReason=GROUND))

    assert published(redacted(item(part))) == CUT


def _placed(place: str, words: str) -> AgendaItem:
    """Return an item in which *words* stand at *place*: a field, a block, or a kind of section."""
    earlier = EarlierHandling(organization="Jaosto", sections=(section("a", words),))
    fields = {
        "title": item(title=words),
        "other title": item(other_title=words),
        "heading": item(section("a", kind=SectionKind.OTHER, title=words)),
        "attachment's title": item(attachments=(Attachment(title=words),)),
        "register number": item(register_number=words),
        "earlier handling": item(earlier_handlings=(earlier,)),
        "earlier organization": item(earlier_handlings=(EarlierHandling(organization=words),)),
    }
    cell = Cell(content=(Run(text="a"),))
    blocks: dict[str, Block] = {
        "list": ItemList(items=((paragraph("yksi"),), (paragraph(words),))),
        "nested list": ItemList(items=((paragraph("a"), ItemList(items=((paragraph(words),),))),)),
        "table cell": Table(rows=((cell, Cell(content=(Run(text=words),))),)),
        "table caption": Table(rows=((cell,),), caption=(Run(text=words),)),
        "heading inside": heading(words),
    }
    if place in blocks:
        return item(Section(kind=SectionKind.BACKGROUND, blocks=(paragraph("Alku."), blocks[place])))
    return fields[place] if place in fields else item(section("a", words, kind=SectionKind(place)))


@pytest.mark.parametrize(
    "place",
    [
        "title", "other title", "heading", "heading inside", "list", "nested list", "table cell", "table caption",
        "attachment's title", "register number", "earlier handling", "earlier organization", *SectionKind,
    ],
)  # fmt: skip
@pytest.mark.parametrize("words", [f"Päätös koskee asiaa ({GROUND}) myös", "Nojalla Julkisuuslain 24 §:n 1 momentin 25 kohdan"])
def test_a_ground_outside_a_mark_holds_the_item_wherever_it_stands(place: str, words: str) -> None:
    shown = only(redacted(_placed(place, words)))

    assert isinstance(shown, HeldItem)
    assert [reason for reason in shown.reasons if not reason.startswith("redaction.")] == []


@pytest.mark.parametrize(
    ("own", "title", "owner", "reason"),
    [
        # what an attachment's own fields say, its title, its item's class, and why it is not published
        ({}, "Kartta", "1", "not_in_export"),
        ({}, "Kartta", "", "not_in_export"),
        ({}, "Kartta", "2", "unmarked"),
        ({"PublicityClass": "1"}, "Kartta", "2", "not_in_export"),
        ({"PublicityClass": "2"}, "Kartta", "1", "partly_secret"),
        ({"PublicityClass": "3"}, "Kartta", "1", "secret"),
        ({"PublicityClass": "4"}, "Kartta", "1", "not_published_online"),
        ({"PublicityClass": "9"}, "Kartta", "1", "unknown_publicity"),
        ({"SecurityReason": GROUND}, "Kartta", "1", "unknown_publicity"),
        ({"PublicityClass": "1", "SecurityReason": GROUND}, "Kartta", "1", "contradiction"),
        ({"PublicityClass": "1", "SuojaustasoKoodi": "4"}, "Kartta", "1", "contradiction"),
        ({"PublicityClass": "1"}, "Kartta (salassa pidettävä)", "1", "contradiction"),
        ({"PublicityClass": "1", "PersonalData": "2"}, "Kartta", "1", "not_in_export"),
        ({"PublicityClass": "1", "PersonalData": "4"}, "Kartta", "1", "special_personal_data"),
        ({"PublicityClass": "3", "PersonalData": "4"}, "Kartta", "1", "secret"),
        ({}, "Kartta (salassa pidettävä)", "1", "secret"),
        ({}, "Kartta, henkilötietoja sisältävä", "1", "secret"),
        ({}, "Kartta (ei julkaista verkossa)", "1", "secret"),
    ],
)
def test_why_an_attachment_is_not_published(own: dict[str, str], title: str, owner: str, reason: str) -> None:
    attachment = Attachment(title=title, publicity=read_publicity(own.items()))
    shown = only(
        redacted(item(section("Alku."), section(*MARKED), attachments=(attachment,), publicity=said(PublicityClass=owner)))
        if owner == "2"
        else redacted(item(section("Alku."), attachments=(attachment,), publicity=said(PublicityClass=owner)))
    )

    assert isinstance(shown, PublicItem)
    assert [a.reason for a in shown.attachments] == [reason]


@pytest.mark.parametrize(
    ("ground", "titles", "expected"),
    [
        (
            GROUND,
            (),
            {
                "fi": "Salassa pidettävä asia: yksityisen liikesalaisuus",
                "sv": "Sekretessbelagt ärende: enskilds affärshemlighet",
            },
        ),
        ("perusopetuslaki 40 §", (), {"fi": "Salassa pidettävä asia: perusopetuksen oppilasta koskeva asia"}),
        (None, (), None),
        ("JulkL 24 §", (), None),
        ("JulkL 24 § 1 mom. 12 k", (), None),
        ("Kirkkolaki 25 luku 8 §", (), None),
        ("luottamuksellista", (), None),
        (None, TITLES, {"fi": "Avustusasia", "sv": "Understödsärende"}),
        (None, (("02", {"fi": "Avustusasia"}),), {"fi": "Avustusasia"}),
        (None, (("03", {"fi": "Vuokra-asia"}),), None),
        (None, (("02", {"fi": "Asia ei ole julkinen"}),), None),
        (None, (("02", {"fi": "Salassa pidettävä asia", "sv": "Sekretessbelagt ärende"}),), None),
        (None, (("02", {"fi": " "}),), None),
    ],
)
def test_a_secret_item_is_mentioned_only_with_a_title_that_tells_what_kind_of_matter_it_is(
    ground: str | None, titles: tuple[tuple[str, dict[str, str]], ...], expected: dict[str, str] | None
) -> None:
    publicity = said(PublicityClass="3", SecurityReason=ground or "")
    policy = Policy(unmarked=Unmarked.PUBLIC, secret_titles=titles)
    redaction = redacted(item(section("Alku."), function_class="02.05", publicity=publicity), policy=policy)
    shown = only(redaction)

    if expected is None:
        assert isinstance(shown, HeldItem)
        assert shown.reasons == ("redaction.secret_title_missing",)
        assert [message.code for message in redaction.messages] == ["redaction.secret_title_missing"]
    else:
        assert isinstance(shown, SecretItem)
        assert {language: shown.titles[language] for language in expected} == expected


@pytest.mark.parametrize(
    ("fields", "title", "texts", "origin"),
    [
        ({"tweb_doc_publicityclass": "Salassa pidettävä"}, "Asia", ("Alku.",), "tweb_doc_publicityclass"),
        ({"JulkisuusluokkaKoodi": "4", "SecurityReason": GROUND}, "Asia", ("Alku.",), "JulkisuusluokkaKoodi"),
        ({}, f"Salassa pidettävä ({GROUND})", ("Alku.",), "text"),
        ({"PublicityClass": "2"}, "Asia", MARKED, "text"),
    ],
)
def test_the_ledger_tells_which_field_made_an_item_secret(
    fields: dict[str, str], title: str, texts: tuple[str, ...], origin: str
) -> None:
    secret = item(section(*texts), title=title, function_class="02", publicity=read_publicity(fields.items()))
    (entry,) = redacted(secret, policy=OPEN).ledger

    assert entry.origin == origin


@pytest.mark.parametrize(
    ("ground", "titles", "expected"),
    [
        (None, {"fi": "Vuokra-asia"}, "Vuokra-asia"),
        ("julkl-24-1-25", {}, "Salassa pidettävä asia: sosiaalihuollon asiakkuus, terveydentila tai vammaisuus"),
        (None, {}, None),
        (None, {"fi": "Salassa pidettävä"}, None),
        ("other-statute", {}, None),
    ],
)
@pytest.mark.parametrize("verdict", Verdict)
def test_a_person_gives_a_title_or_a_ground_that_tells_and_nothing_else_is_published(
    verdict: Verdict, ground: str | None, titles: dict[str, str], expected: str | None
) -> None:
    secret = item(section(CANARY), publicity=said(PublicityClass="3"))
    open_key = Policy(unmarked=Unmarked.PUBLIC, decided=Decided(key=b"k" * 32))
    (doubt,) = redacted(secret, policy=open_key).doubts
    standing = {doubt.fingerprint: Decision(verdict=verdict, ground=ground, titles=titles)}
    redaction = redacted(secret, policy=replace(open_key, decided=Decided(key=b"k" * 32, standing=standing)))
    shown = only(redaction)

    assert (doubt.subject, doubt.reason) == (Subject.TITLE, "redaction.secret_title_missing")
    assert (shown.titles["fi"] if isinstance(shown, SecretItem) else None) == expected
    assert isinstance(shown, HeldItem if expected is None else SecretItem)
    assert "Zx7719" not in written(redaction)


def test_a_title_that_only_says_secret_is_not_published() -> None:
    shown = only(redacted(item(section(CANARY), title="Asia ei ole julkinen"), policy=PUBLIC))

    assert isinstance(shown, HeldItem)
    assert shown.reasons == ("redaction.secret_title_missing",)
