"""The gate: what has a finding is held back, what was published stays, and what must go goes."""

from datetime import date

import pytest
from msgspec.structs import replace

from accessibility_rules import Outcome
from generator.audit.findings import Finding
from generator.model.meeting import Classification, Organization, Section, SectionKind, Stage, State
from generator.model.redacted import HeldItem, PublicItem, RedactedMeeting, SecretItem, ShownItem
from generator.model.text import Paragraph, Run, Withheld
from generator.publishing import gate
from generator.publishing.gate import Held

WAITS = ("casem.title_conflict",)
STRICTER = ("redaction.unknown_publicity",)


def item(number: str, text: str = "Hyväksyttiin.") -> PublicItem:
    section = Section(kind=SectionKind.DECISION, blocks=(Paragraph(content=(Run(text=text),)),))
    return PublicItem(
        id=f"lautakunta/2026-09-14/{number}", source_id=number, order=int(number), number=number, title="Asia", language="fi",
        sections=(section,),
    )  # fmt: skip


def held(number: str, reasons: tuple[str, ...]) -> HeldItem:
    return HeldItem(
        id=f"lautakunta/2026-09-14/{number}", source_id=number, order=int(number), number=number, language="fi", reasons=reasons
    )


def secret(number: str) -> SecretItem:
    return SecretItem(
        id=f"lautakunta/2026-09-14/{number}", source_id=number, order=int(number), number=number, language="fi",
        titles={"fi": "Henkilöstöasia"}, ground="julkl-24-1-25",
    )  # fmt: skip


def meeting(*items: ShownItem, identity: str = "lautakunta/2026-09-14") -> RedactedMeeting:
    return RedactedMeeting(
        id=identity, source_id=identity, organization=Organization(id="lautakunta", name="Lautakunta"), day=date(2026, 9, 14),
        stage=Stage.MINUTES, state=State.CHECKED, language="fi", languages=("fi",), items=items,
    )  # fmt: skip


def finding(page: str, outcome: Outcome = Outcome.FAILED) -> Finding:
    return Finding(
        page=page, rule="link_text_vague", engine="pykala", criteria=("2.4.4",), clauses=("9.2.4.4",), outcome=outcome,
        impact="serious", selector="a", snippet="<a>", message="",
    )  # fmt: skip


def test_a_meeting_without_findings_goes_out() -> None:
    new = meeting(item("1"))

    assert gate.decide([new], [], {}) == gate.Decision(new=(new,), kept=(), held=())


def test_a_finding_on_an_items_page_in_any_language_holds_its_meeting_and_no_other() -> None:
    clean = meeting(item("1"), identity="valtuusto/2026-09-28")
    decision = gate.decide([meeting(item("1")), clean], [finding("/sv/lautakunta/2026-09-14/1.html")], {})

    assert (decision.new, decision.held) == ((clean,), (Held(meeting="lautakunta/2026-09-14", reasons=("link_text_vague",)),))


def test_what_only_a_person_can_tell_holds_nothing() -> None:
    decision = gate.decide([meeting(item("1"))], [finding("/lautakunta/2026-09-14.html", Outcome.CANT_TELL)], {})

    assert decision.held == ()


def test_a_held_meeting_keeps_its_last_published_version() -> None:
    old = meeting(item("1", "Vanha."))
    decision = gate.decide([meeting(item("1", "Uusi."))], [finding("/lautakunta/2026-09-14.html")], {old.id: old})

    assert (decision.new, decision.kept) == ((), (old,))


def test_an_item_that_became_secret_goes_also_when_its_meeting_is_held() -> None:
    old = meeting(item("1"), item("2"))
    new = meeting(item("1", "Uusi."), secret("2"))
    decision = gate.decide([new], [finding("/lautakunta/2026-09-14.html")], {old.id: old})

    assert decision.kept == (meeting(item("1"), secret("2")),)


def test_an_item_whose_publicity_is_in_doubt_goes_also_when_everything_is_held() -> None:
    old = meeting(item("1"), item("2"))
    new = meeting(item("1"), held("2", STRICTER))
    decision = gate.hold_all(gate.decide([new], [], {old.id: old}), [new], {old.id: old})

    assert decision.kept == (meeting(item("1"), held("2", STRICTER)),)


def test_an_item_that_waits_for_another_reason_keeps_its_last_published_version() -> None:
    old = meeting(item("1"), item("2"))
    decision = gate.decide([meeting(item("1", "Uusi."), held("2", WAITS))], [], {old.id: old})

    assert decision.new == (meeting(item("1", "Uusi."), item("2")),)
    assert decision.held == (Held(meeting=old.id, item="lautakunta/2026-09-14/2", reasons=WAITS),)


def test_a_meeting_all_of_whose_items_wait_is_held() -> None:
    decision = gate.decide([meeting(held("1", WAITS))], [], {})

    assert (decision.new, decision.held[0].reasons) == ((), ("publishing.all_items_held",))


def test_a_published_meeting_stays_when_its_export_is_gone() -> None:
    old = meeting(item("1"))

    assert gate.decide([], [], {old.id: old}).kept == (old,)


def minutes(*items: ShownItem, state: State = State.DECIDED) -> RedactedMeeting:
    return replace(meeting(*items), state=state)


def agenda(*items: ShownItem) -> RedactedMeeting:
    return replace(meeting(*items), stage=Stage.AGENDA, state=State.AGENDA)


def passage(number: str, text: str = "Hyväksyttiin.") -> PublicItem:
    blocks = (Paragraph(content=(Run(text=text),)), Withheld(ground="julkl-24-1-25"))
    return replace(item(number), sections=(Section(kind=SectionKind.DECISION, blocks=blocks),))


@pytest.mark.parametrize("state", [State.CHECKED, State.CORRECTED])
def test_checked_minutes_go_out(state: State) -> None:
    assert gate.decide([minutes(item("1"), state=state)], [], {}).held == ()


def test_unchecked_minutes_are_held_and_the_agenda_stays() -> None:
    old = agenda(item("1", "Ehdotus."))
    decision = gate.decide([minutes(item("1", "Päätös."))], [], {old.id: old})

    assert (decision.new, decision.kept) == ((), (old,))
    assert decision.held == (Held(meeting=old.id, reasons=("publishing.minutes_unchecked",)),)


def test_an_agenda_goes_out_without_being_checked() -> None:
    assert gate.decide([agenda(item("1"))], [], {}).held == ()


def test_an_office_holders_decisions_go_out_when_they_are_given() -> None:
    post = Organization(id="johtaja", name="Johtaja", classification=Classification.POST)

    assert gate.decide([replace(minutes(item("1")), organization=post)], [], {}).held == ()


def test_what_unchecked_minutes_call_secret_leaves_the_agenda() -> None:
    old = agenda(item("1"), item("2"))
    decision = gate.decide([minutes(item("1"), secret("2"))], [], {old.id: old})

    assert decision.kept == (agenda(item("1"), secret("2")),)


def test_nothing_that_unchecked_minutes_say_comes_with_what_they_withhold() -> None:
    old = agenda(item("1"), item("2", "Ehdotus."))
    decision = gate.decide([minutes(item("1"), passage("2", "Päätös."))], [], {old.id: old})

    assert decision.kept == (agenda(item("1")),)


def test_an_agenda_that_withholds_as_much_as_its_unchecked_minutes_stays_as_it_is() -> None:
    old = agenda(item("1"), passage("2", "Ehdotus."))

    assert gate.decide([minutes(item("1"), passage("2", "Päätös."))], [], {old.id: old}).kept == (old,)
