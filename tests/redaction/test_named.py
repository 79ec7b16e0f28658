"""Private persons are named in the minutes of the decisions that the municipality says, in their text, and nowhere else."""

import re
from datetime import date
from typing import Any

import pytest
from msgspec.structs import replace

from generator.model import expiry
from generator.model.decision import Decided, Decision, Verdict
from generator.model.meeting import AgendaItem, EarlierHandling, SectionKind, Stage, State
from generator.model.redacted import PublicItem
from generator.model.text import Mask, Named, Paragraph, Run
from generator.redaction import NamedDecisions, Names, Policy, Redaction, Unmarked
from generator.redaction.ledger import Kind
from generator.redaction.needles import names_of
from tests import naming
from tests.naming import NAME
from tests.redaction.factory import item, redacted, section

ASKING = Policy(unmarked=Unmarked.PUBLIC, names=Names.ASK)
NAMING = replace(ASKING, named_decisions=(NamedDecisions(beginning="10.03"),))
TEXT = f"Lupa myönnetään hakijalle {NAME} ehdoin."
APPROVED = Decision(verdict=Verdict.APPROVE)
MASK = Mask(kind="person_name", ground="personal-data")


@pytest.fixture(autouse=True)
def _names(monkeypatch: pytest.MonkeyPatch) -> None:
    naming.install(monkeypatch)


def permit(text: str = TEXT, **more: object) -> AgendaItem:
    return item(section(text, kind=SectionKind.DECISION), **{"function_class": "10.03.00", **more})  # type: ignore[arg-type]


def named(redaction: Redaction) -> int:
    return sum(len(expiry.names(i)) for i in redaction.meeting.items if isinstance(i, PublicItem))


def content(redaction: Redaction) -> tuple[object, ...]:
    (shown,) = redaction.meeting.items
    assert isinstance(shown, PublicItem)
    (block,) = shown.sections[0].blocks
    assert isinstance(block, Paragraph)
    return block.content


def test_a_decision_of_a_kind_that_names_keeps_the_name_apart_from_the_text() -> None:
    found = content(redacted(permit(), policy=NAMING))

    assert found == (
        Run(text="Lupa myönnetään hakijalle "),
        Named(text=NAME, kind="person_name", ground="personal-data"),
        Run(text=" ehdoin."),
    )


def test_nobody_is_named_where_the_municipality_says_nothing() -> None:
    assert content(redacted(permit(), policy=ASKING))[1] == MASK


@pytest.mark.parametrize("function_class", ["10.02", "10.030", None])
def test_a_decision_of_another_kind_names_nobody(function_class: str | None) -> None:
    assert content(redacted(permit(function_class=function_class), policy=NAMING))[1] == MASK


def test_a_register_number_tells_the_kind_too() -> None:
    assert named(redacted(permit(function_class=None, register_number="10.03.00/17/2026"), policy=NAMING)) == 1


@pytest.mark.parametrize(("organization", "count"), [("satamajaosto", 1), ("lupalautakunta", 0)])
def test_a_kind_may_be_that_of_one_organization_only(organization: str, count: int) -> None:
    policy = replace(ASKING, named_decisions=(NamedDecisions(beginning="10.03", organization=organization),))

    assert named(redacted(permit(), policy=policy)) == count


def test_an_agenda_names_nobody() -> None:
    assert content(redacted(permit(), policy=NAMING, stage=Stage.AGENDA, state=State.AGENDA))[1] == MASK


def test_what_the_recognizer_is_not_sure_of_is_never_named() -> None:
    assert named(redacted(permit("Lupa myönnetään hakijalle Hilla ehdoin."), policy=NAMING)) == 0


def approved(one: AgendaItem, policy: Policy = NAMING, **more: Any) -> Redaction:
    """Return what is made of *one* when a person has approved all that waits in it."""
    asked = replace(policy, decided=Decided(key=b"k"))
    standing = {doubt.fingerprint: APPROVED for doubt in redacted(one, policy=asked, **more).doubts}
    assert standing
    return redacted(one, policy=replace(asked, decided=Decided(key=b"k", standing=standing)), **more)


def test_an_approved_name_stands_no_longer_than_the_sure_ones() -> None:
    found = approved(permit("Lupa myönnetään hakijalle Hilla ehdoin."))

    assert content(found)[1] == Named(text="Hilla", kind="person_name", ground="personal-data", is_approved=True)
    assert "Hilla" not in str(expiry.depersonalised(found.meeting, date.max))


def test_an_approved_word_may_stand_as_text_where_it_was_approved_too() -> None:
    found = approved(permit("Lupa myönnetään hakijalle Hilla ehdoin.", title="Hilla kasvaa suolla"))

    assert found.meeting.items[0].title == "Hilla kasvaa suolla"  # type: ignore[union-attr]  # a public item
    assert (names_of(found.meeting), found.needles) == ({}, ())


@pytest.mark.parametrize(
    "more", [{"stage": Stage.AGENDA, "state": State.AGENDA}, {"policy": ASKING}], ids=["agenda", "unnamed"]
)
def test_what_is_approved_elsewhere_is_text(more: dict[str, Any]) -> None:
    assert named(approved(permit("Hakija on Hilla."), **more)) == 0


def test_a_name_in_which_something_else_is_found_is_masked(monkeypatch: pytest.MonkeyPatch) -> None:
    code = f"{NAME} 170468-934V"
    monkeypatch.setattr(naming, "FOUND", re.compile(code))
    found = redacted(permit(f"Hakija on {code}."), policy=NAMING)

    assert named(found) == 0
    assert "170468" not in str(found.meeting)


def test_titles_headings_and_earlier_handlings_never_name() -> None:
    earlier = EarlierHandling(organization="Satamajaosto", sections=(section(TEXT),))
    found = redacted(
        item(
            section("Lupa.", kind=SectionKind.DECISION, title=f"Päätös: {NAME}"),
            title=f"Lupa: {NAME}",
            function_class="10.03",
            earlier_handlings=(earlier,),
        ),
        policy=NAMING,
    )

    assert NAME not in str(found.meeting)


def test_a_name_with_a_time_limit_is_in_the_ledger_and_not_counted_as_withheld() -> None:
    found = redacted(permit(), policy=NAMING)

    assert [entry.kind for entry in found.ledger] == [Kind.NAMED]
    assert found.withheld == {}


def test_a_name_with_a_time_limit_is_looked_for_wherever_it_may_not_stand() -> None:
    found = redacted(permit(), policy=NAMING)

    assert [needle.text for needle in found.needles] == ["vilhelmiina kurkiaura"]
    assert names_of(found.meeting) == {"satamajaosto/2026-09-14/1": found.needles}
