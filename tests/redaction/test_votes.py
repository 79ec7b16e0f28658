"""Votes in what is shown: masked as other text, and none when anything of their item was withheld."""

import msgspec
import pytest

from generator.model.meeting import AgendaItem, Count, EarlierHandling, SectionKind, Vote, VoteEvent, VoteOption
from generator.model.redacted import PublicItem
from generator.redaction import Redaction
from tests.redaction.factory import item, redacted, section

CODE = "010190-900X"
CANARY = "Kanarianlintu Zxorvald"
SECRET = f"Salassa pidettävä, JulkL 24 § 1 mom. 20 k. JAA äänesti {CANARY}, yhteensä yksi (1)."
PLAIN = section("Päätettiin ehdotuksen mukaan.", kind=SectionKind.DECISION)


def event(voter: str = "Vilja Kuikkaniemi", **changes: object) -> VoteEvent:
    whole = {
        "counts": (Count(option=VoteOption.YES, value=1), Count(option=VoteOption.NO, value=0)),
        "votes": (Vote(voter=voter, option=VoteOption.YES),),
        "text": "JAA 1, EI 0",
    }
    return msgspec.convert({**msgspec.to_builtins(whole), **msgspec.to_builtins(changes)}, VoteEvent)


def shown(redaction: Redaction) -> PublicItem:
    (found,) = redaction.meeting.items
    assert isinstance(found, PublicItem)
    return found


def test_the_votes_of_an_open_item_are_shown() -> None:
    assert shown(redacted(item(PLAIN, votes=(event(),)))).votes == (event(),)


@pytest.mark.parametrize(
    "secret",
    [
        item(section("Selostus."), section(SECRET, kind=SectionKind.VOTE), PLAIN, votes=(event(CANARY),)),
        item(section("Kokous.", SECRET, kind=SectionKind.HANDLING), PLAIN, votes=(event(CANARY),)),
        item(
            PLAIN,
            votes=(event(CANARY),),
            earlier_handlings=(
                EarlierHandling(organization="Satamajaosto", sections=(section(SECRET, kind=SectionKind.VOTE), PLAIN)),
            ),
        ),
    ],
    ids=["a whole section", "part of a section", "an earlier handling"],
)
def test_nobody_who_voted_is_told_when_a_passage_is_withheld(secret: AgendaItem) -> None:
    found = redacted(secret)

    assert shown(found).votes == ()
    assert "Zxorvald" not in msgspec.json.encode(found.meeting).decode()


@pytest.mark.parametrize(
    "told",
    [
        event(f"Vilja {CODE}"),
        event(text=f"JAA 1 ja EI 0, mukana {CODE}."),
        event(meaning=((VoteOption.YES, f"hakijan {CODE} esitys"),)),
        event(votes=(Vote(voter="Vilja", option=VoteOption.YES, group=CODE),)),
    ],
    ids=["voter", "text", "meaning", "group"],
)
def test_a_personal_identity_code_in_a_vote_is_masked(told: VoteEvent) -> None:
    found = redacted(item(PLAIN, votes=(told,)))

    assert CODE not in msgspec.json.encode(found.meeting).decode()
    assert found.withheld == {"personal_identity_code": 1}
