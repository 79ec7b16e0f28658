"""What comes out of redaction: what is shown, what is only mentioned, and that nothing else is there."""

from datetime import date

import msgspec
import pytest

from generator.messages import catalog
from generator.model.attachment import Attachment, CaptionTrack, Cue, Recording
from generator.model.meeting import AgendaItem, Attendance, EarlierHandling, Section, SectionKind
from generator.model.message import Level
from generator.model.publicity import PublicityClass
from generator.model.redacted import HeldItem, PublicItem, SecretItem
from generator.model.text import Cell, ItemList, LineBreak, Mask, Paragraph, Run, Table, inline_text
from generator.redaction import Policy, Redaction, Unmarked
from tests.redaction.factory import HOLD, PUBLIC, classified, item, paragraph, redacted, section

CODE = "010190-900X"
MASK = Mask(kind="personal_identity_code", ground="personal-data")
CANARY = "Kanarialintu Zx7719 laulaa suljettujen ovien takana koko pitkän syksyisen illan ajan"


def written(redaction: Redaction) -> str:
    """Return everything that leaves redaction but the needles, which stay in memory."""
    parts = (redaction.meeting, redaction.withheld, redaction.ledger, redaction.messages, tuple(redaction.files))
    return "\n".join(msgspec.json.encode(part).decode() for part in parts)


def only(redaction: Redaction) -> PublicItem | SecretItem | HeldItem:
    (shown,) = redaction.meeting.items
    return shown


def public(*sections: Section, **more: object) -> PublicItem:
    shown = only(redacted(item(*sections, **more)))
    assert isinstance(shown, PublicItem)
    return shown


@pytest.mark.parametrize(
    ("classification", "title", "text", "policy", "expected"),
    [
        ("public", "Laituri", "Teksti.", HOLD, "public"),
        ("unmarked", "Laituri", "Teksti.", PUBLIC, "public"),
        ("unmarked", "Laituri", "Teksti.", HOLD, "redaction.unmarked"),
        ("unknown", "Laituri", "Teksti.", PUBLIC, "redaction.unknown_publicity"),
        ("secret", "Laituri", "Teksti.", PUBLIC, "redaction.secret_title_missing"),
        ("not_published_online", "Laituri", "Teksti.", PUBLIC, "redaction.secret_title_missing"),
        ("partly_secret", "Laituri", "Teksti.", PUBLIC, "redaction.nothing_marked"),
        ("public", "Salassa pidettävä", "Teksti.", PUBLIC, "redaction.contradiction"),
        ("unmarked", "Salassa pidettävä (JulkL 24 § 1 mom. 20 k)", "Teksti.", PUBLIC, "julkl-24-1-20"),
        ("unmarked", "Salassa pidettävä", "Teksti.", HOLD, "redaction.secret_title_missing"),
        ("unmarked", "Ohje salassa pidettävä aineisto", "Teksti.", PUBLIC, "redaction.marker_in_title"),
        ("unmarked", "Laituri", "Salassa pidettävä, JulkL 24 § 1 mom. 17 k", PUBLIC, "julkl-24-1-17"),
        ("public", "Laituri", "Salassa pidettävä, JulkL 24 § 1 mom. 17 k", PUBLIC, "redaction.contradiction"),
        ("unmarked", "Laituri", "Katso JulkL 24 § 1 mom. 17 k.", PUBLIC, "redaction.ground_outside_mark"),
        ("unmarked", "Laituri", "Liite on salassa pidettävä.", PUBLIC, "redaction.marker_in_text"),
    ],
)
def test_metadata_setting_and_text_decide_together(
    classification: str, title: str, text: str, policy: Policy, expected: str
) -> None:
    shown = only(
        redacted(item(section(text), title=title, publicity=classified(PublicityClass(classification))), policy=policy)
    )

    match shown:
        case PublicItem():
            assert expected == "public"
        case SecretItem():
            assert expected == shown.ground
        case HeldItem():
            assert expected in shown.reasons


def test_an_item_that_waits_is_told_with_level_error_and_has_a_sentence() -> None:
    redaction = redacted(item(section("Teksti.")), policy=HOLD)

    assert [(m.level, m.code, m.where) for m in redaction.messages] == [
        (Level.ERROR, "redaction.unmarked", "satamajaosto/2026-09-14/1")
    ]
    assert "redaction.unmarked" in catalog("fi")


def test_an_item_that_the_importer_doubts_waits_for_the_same_reason() -> None:
    assert only(redacted(item(holds=("tweb.title_conflict",)))) == HeldItem(
        id="satamajaosto/2026-09-14/1", source_id="a1", order=1, language="fi", number="1", reasons=("tweb.title_conflict",)
    )


def test_a_partly_secret_item_is_shown_without_its_marked_section() -> None:
    partly = classified(PublicityClass.PARTLY_SECRET)
    shown = only(redacted(item(section("Salassa pidettävä", CANARY), section("Julkista."), publicity=partly)))

    assert isinstance(shown, PublicItem)
    assert shown.sections[1].blocks == (paragraph("Julkista."),)


def test_text_that_repeats_what_is_withheld_holds_the_item() -> None:
    shown = only(redacted(item(section("Salassa pidettävä", CANARY), section(CANARY, kind=SectionKind.DECISION))))

    assert isinstance(shown, HeldItem)
    assert shown.reasons == ("redaction.repeats_withheld",)


def test_an_item_of_which_all_matter_is_withheld_is_secret() -> None:
    appeal = section("Tähän päätökseen ei saa hakea muutosta.", kind=SectionKind.APPEAL)
    shown = only(redacted(item(section("Salassa pidettävä JulkL 24 § 1 mom. 25 k", CANARY), appeal, title="Erään asia")))

    assert isinstance(shown, SecretItem)
    assert shown.ground == "julkl-24-1-25"


def secret(**more: object) -> AgendaItem:
    ground = classified(PublicityClass.SECRET, "JulkL 24 § 1 mom. 20 k")
    attachment = Attachment(title=f"Liite {CANARY}", file="kanarialintu_zx7719_hakemus.pdf")
    return item(
        section(CANARY),
        title=f"Tarjous {CANARY}",
        publicity=ground,
        attachments=(attachment,),
        register_number="Zx7719",
        **more,
    )


def test_nothing_of_a_secret_item_leaves_redaction() -> None:
    assert "Zx7719" not in written(redacted(secret()))
    assert "zx7719" not in written(redacted(secret()))


def test_a_secret_item_is_named_by_its_ground_in_every_language() -> None:
    shown = only(redacted(secret()))

    assert shown == SecretItem(
        id="satamajaosto/2026-09-14/1",
        source_id="a1",
        order=1,
        number="1",
        language="fi",
        ground="julkl-24-1-20",
        titles={
            "fi": "Salassa pidettävä asia: yksityisen liikesalaisuus",
            "sv": "Sekretessbelagt ärende: enskilds affärshemlighet",
        },
    )


@pytest.mark.parametrize(
    ("function_class", "register_number", "title"),
    [
        ("02.05.01", None, "Avustusasia"),
        ("02.05.01.03", None, "Erityisavustus"),
        ("02.06", None, "Salassa pidettävä asia: yksityisen liikesalaisuus"),
        ("02.051", None, "Salassa pidettävä asia: yksityisen liikesalaisuus"),
        (None, "VUOKRA/12/2026", "Vuokra-asia"),
    ],
)
def test_a_secret_item_is_named_by_the_municipality_for_its_kind_of_matter(
    function_class: str | None, register_number: str | None, title: str
) -> None:
    titles = (
        ("02.05", {"fi": "Avustusasia"}),
        ("02.05.01.03", {"fi": "Erityisavustus"}),
        ("VUOKRA", {"fi": "Vuokra-asia"}),
    )
    policy = Policy(unmarked=Unmarked.PUBLIC, languages=("fi",), secret_titles=titles)
    ground = classified(PublicityClass.SECRET, "JulkL 24 § 1 mom. 20 k")
    hidden = item(title="Nimi", publicity=ground, function_class=function_class, register_number=register_number)
    shown = only(redacted(hidden, policy=policy))

    assert isinstance(shown, SecretItem)
    assert shown.titles == {"fi": title}


def test_nothing_of_a_marked_section_leaves_redaction() -> None:
    redaction = redacted(item(section("Alku."), section("Salassa pidettävä", CANARY, kind=SectionKind.GROUNDS)))

    assert isinstance(only(redaction), PublicItem)
    assert "Zx7719" not in written(redaction)


def test_nothing_of_a_marked_section_of_an_earlier_handling_leaves_redaction() -> None:
    earlier = EarlierHandling(
        organization="Satamajaosto", day=date(2026, 5, 4), sections=(section("Salassa pidettävä", CANARY),)
    )
    redaction = redacted(item(section("Alku."), earlier_handlings=(earlier,)))

    assert isinstance(only(redaction), PublicItem)
    assert "Zx7719" not in written(redaction)


def test_what_the_metadata_says_of_publicity_stays_inside() -> None:
    marked = section("Teksti.", publicity=classified(PublicityClass.PUBLIC, f"peruste {CANARY}"))

    assert "Zx7719" not in written(redacted(item(marked, publicity=classified(PublicityClass.PUBLIC, CANARY))))


@pytest.mark.parametrize("field", ["title", "attendance", "attachment", "place", "caption", "table", "list", "heading"])
def test_a_personal_identity_code_is_masked_wherever_it_stands(field: str) -> None:
    cell = Table(rows=((Cell(content=(Run(text=CODE),)),),))
    blocks = {"table": (cell,), "list": (ItemList(items=((paragraph(CODE),),)),)}.get(field, ())
    own = Section(kind=SectionKind.OTHER, heading=(Run(text=CODE if field == "heading" else "Muu"),), blocks=blocks)
    attachments = (Attachment(title=CODE),) if field == "attachment" else ()
    cue = Cue(start=0, end=900, text=f"tunnus {CODE}")
    recording = Recording(link="https://video.kuutamoniemi.example/1", captions=(CaptionTrack(language="fi", cues=(cue,)),))
    redaction = redacted(
        item(own, title=CODE if field == "title" else "Laituri", attachments=attachments),
        place=CODE if field == "place" else None,
        attendance=(Attendance(name=CODE),) if field == "attendance" else (),
        recording=recording if field == "caption" else None,
    )

    assert CODE not in written(redaction)
    assert redaction.withheld["personal_identity_code"] == 1


def test_a_mask_in_a_title_is_in_the_language_of_the_item() -> None:
    assert public(title=f"Ärende {CODE}", language="sv").title == "Ärende [personbeteckning borttagen]"


def test_a_code_that_is_split_over_runs_gets_one_mask_and_the_manner_of_the_rest_stays() -> None:
    split = Paragraph(content=(Run(text="alku 0101", strong=True), Run(text="90-9"), Run(text="00X loppu", emphasis=True)))
    shown = public(Section(kind=SectionKind.BACKGROUND, blocks=(split,)))

    assert shown.sections[0].blocks == (
        Paragraph(content=(Run(text="alku ", strong=True), MASK, Run(text=" loppu", emphasis=True))),
    )


def test_a_code_that_is_split_by_a_line_break_gets_one_mask() -> None:
    split = Paragraph(content=(Run(text="010190-"), LineBreak(), Run(text="900X ja muuta")))
    shown = public(Section(kind=SectionKind.BACKGROUND, blocks=(split,)))

    assert shown.sections[0].blocks == (Paragraph(content=(MASK, Run(text=" ja muuta"))),)


@pytest.mark.parametrize(
    ("href", "kept"),
    [
        ("https://kuutamoniemi.example/asia", True),
        (f"https://kuutamoniemi.example/?tunnus={CODE}", False),
        ("mailto:010190%2D900X@kuutamoniemi.example", False),
    ],
)
def test_a_link_is_dropped_when_its_address_tells_the_code(href: str, kept: bool) -> None:  # noqa: FBT001 - an expectation
    linked = Paragraph(content=(Run(text="linkki", href=href),))
    shown = public(Section(kind=SectionKind.BACKGROUND, blocks=(linked,)))

    assert shown.sections[0].blocks == (Paragraph(content=(Run(text="linkki", href=href if kept else None),)),)


@pytest.mark.parametrize(
    ("kind", "is_shown"),
    [
        (SectionKind.PREPARER, True),
        (SectionKind.MORE_INFORMATION, True),
        (SectionKind.APPEAL, True),
        (SectionKind.BACKGROUND, False),
        (SectionKind.DECISION, False),
        (SectionKind.NOTIFIED, False),
    ],
)
@pytest.mark.parametrize("contact", ["040 123 4567", "maija.kuutamo@kuutamoniemi.example", "Kuutamokatu 5 A 12"])
def test_contacts_are_shown_only_among_those_of_authorities(
    kind: SectionKind,
    is_shown: bool,  # noqa: FBT001 - an expectation
    contact: str,
) -> None:
    shown = public(section(f"Yhteys: {contact}", kind=kind))
    (block,) = shown.sections[0].blocks

    assert isinstance(block, Paragraph)
    assert (contact in inline_text(block.content)) is is_shown


def test_the_place_of_a_meeting_is_no_home() -> None:
    assert redacted(item(), place="Lokkikatu 5").meeting.place == "Lokkikatu 5"


def test_health_and_care_are_never_masked_without_asking() -> None:
    shown = only(redacted(item(section("Hakijalle myönnetään toimeentulotukea."))))

    assert isinstance(shown, HeldItem)
    assert shown.reasons == ("redaction.doubtful_mark",)


def test_the_ledger_says_where_without_what() -> None:
    redaction = redacted(item(section("Hakija", f"tunnus {CODE}")))
    (entry,) = redaction.ledger

    assert (entry.subject, entry.place, entry.recognizer) == (
        "satamajaosto/2026-09-14/1",
        "sections/1/blocks/2",
        "personal_identity_code",
    )
    assert (entry.start, entry.end) == (7, 18)


def test_what_was_withheld_is_counted_by_ground_and_recognizer() -> None:
    marked = section("Salassa pidettävä JulkL 24 § 1 mom. 17 k", CANARY)
    redaction = redacted(secret(order=1), item(section(f"{CODE} ja 040 123 4567"), marked, order=2))

    assert redaction.withheld == {"julkl-24-1-17": 1, "julkl-24-1-20": 1, "personal_identity_code": 1, "phone_number": 1}


def test_languages_are_those_of_the_items() -> None:
    assert redacted(item(order=1), item(order=2, language="sv")).meeting.languages == ("fi", "sv")


def test_the_same_meeting_gives_the_same_redaction() -> None:
    first, second = (redacted(secret(), item(section(CODE), order=2)) for _ in range(2))

    assert written(first) == written(second)
    assert first.needles == second.needles


def test_a_field_of_its_own_says_that_the_whole_item_is_secret() -> None:
    secret = item(
        section("Salassa pidettävä (JulkL 24 § 1 mom. 25 k)", kind=SectionKind.OTHER, title="Julkisuus:"),
        section("Hakijan tilanne."),
    )
    (shown,) = redacted(secret).meeting.items

    assert isinstance(shown, SecretItem)
    assert shown.ground == "julkl-24-1-25"
