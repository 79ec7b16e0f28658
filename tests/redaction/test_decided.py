"""What a person's decision does to what a machine may not decide, and what it never does."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import msgspec
import pytest

from generator.messages import catalog
from generator.model.attachment import Attachment, CaptionTrack, Cue, Recording
from generator.model.decision import Decided, Decision, Doubt, Subject, Verdict
from generator.model.meeting import AgendaItem, Attendance, Classification, Organization, Section, SectionKind, State
from generator.model.publicity import PublicityClass
from generator.model.redacted import HeldItem, PublicItem, SecretItem
from generator.model.text import Cell, Mask, Run, Table, Withheld, text
from generator.redaction import Policy, Redaction, Unmarked
from generator.redaction.marks import Mark
from generator.redaction.needles import NeedleKind
from generator.redaction.recognizers import RECOGNIZERS
from tests.redaction.factory import classified, item, paragraph, redacted, section

Given = Mapping[str, Any]
NOTHING: Given = {}
A, R = Verdict.APPROVE, Verdict.REJECT
KEY = b"k" * 32
UNKNOWN = classified(PublicityClass.UNKNOWN)
PUBLIC_CLASS = classified(PublicityClass.PUBLIC)
# The phone numbers' recognizer is replaced by one that doubts this word wherever it stands.
WORD = "Kettunen"
GROUND = "julkl-24-1-25"
TWICE = "Kanarialintu laulaa suljettujen ovien takana koko pitkän syksyisen illan ajan aivan yksin"


@pytest.fixture(autouse=True)
def _doubting(monkeypatch: pytest.MonkeyPatch) -> None:
    def find(words: str) -> Iterator[Mark]:
        return (Mark(found.start(), found.end(), "phone_number", is_doubtful=True) for found in re.finditer(WORD, words))

    monkeypatch.setitem(RECOGNIZERS, "phone_number", find)


def run(*items: AgendaItem, decided: Iterable[tuple[Doubt, Verdict]] = (), given: Given = NOTHING, **more: Any) -> Redaction:
    """Return what redaction makes of *items* under decisions that stand; *given* are ground and titles with each."""
    standing = {doubt.fingerprint: Decision(verdict=verdict, **given) for doubt, verdict in decided}
    return redacted(*items, policy=Policy(unmarked=Unmarked.PUBLIC, decided=Decided(key=KEY, standing=standing)), **more)


def after(verdict: Verdict, *items: AgendaItem, given: Given = NOTHING, **more: Any) -> Redaction:
    """Return the redaction after *verdict* on everything that waits."""
    waiting = run(*items, **more).doubts
    assert waiting
    return run(*items, decided=[(doubt, verdict) for doubt in waiting], given=given, **more)


def shown(redaction: Redaction) -> str:
    """Return all text of the one item of *redaction* that is shown."""
    (only,) = redaction.meeting.items
    assert isinstance(only, PublicItem)
    return "\n".join([only.title, *(text(each.blocks) for each in only.sections)])


def reasons(redaction: Redaction) -> tuple[str, ...]:
    return tuple(doubt.reason for doubt in redaction.doubts)


DOUBTFUL = {
    "redaction.unknown_publicity": item(section("Teksti."), publicity=UNKNOWN),
    "redaction.contradiction": item(section("Salassa pidettävä", "Salaista."), section("Julkista."), publicity=PUBLIC_CLASS),
    "redaction.marker_in_title": item(section("Teksti."), title="Ohje salassa pidettävä aineisto"),
    "redaction.marker_in_text": item(section("Liite on salassa pidettävä.")),
    "redaction.ground_outside_mark": item(section("Katso JulkL 24 § 1 mom. 17 k.")),
    "redaction.nothing_marked": item(section("Teksti."), publicity=classified(PublicityClass.PARTLY_SECRET)),
    "redaction.repeats_withheld": item(
        section("Salassa pidettävä", TWICE),
        section(TWICE),
    ),
    "redaction.doubtful_mark": item(section(f"Hakija on {WORD}.")),
    "tweb.title_conflict": item(section("Teksti."), holds=("tweb.title_conflict",)),
}


@pytest.mark.parametrize("reason", DOUBTFUL)
def test_what_waits_is_told_by_reason_and_place_without_its_text(reason: str) -> None:
    redaction = run(DOUBTFUL[reason])
    (doubt,) = redaction.doubts
    (held,) = redaction.meeting.items

    assert isinstance(held, HeldItem)
    assert (doubt.reason, doubt.meeting, doubt.item, doubt.number) == (
        reason,
        "satamajaosto/2026-09-14",
        "satamajaosto/2026-09-14/1",
        "1",
    )
    assert reason in held.reasons
    assert not {"Teksti", WORD, "Salaista", "aineisto"} & set(re.findall(r"\w+", msgspec.json.encode(doubt).decode()))
    assert reason in catalog("fi")


@pytest.mark.parametrize("reason", DOUBTFUL)
def test_what_is_approved_is_shown(reason: str) -> None:
    redaction = after(A, DOUBTFUL[reason])

    assert isinstance(redaction.meeting.items[0], PublicItem)
    assert redaction.doubts == ()
    assert [doubt.verdict for doubt in redaction.decided] == [A]


@pytest.mark.parametrize("reason", [reason for reason in DOUBTFUL if reason != "redaction.doubtful_mark"])
def test_an_item_that_is_rejected_is_only_mentioned(reason: str) -> None:
    redaction = after(R, DOUBTFUL[reason], given={"ground": GROUND, "titles": {"fi": "Henkilöstöasia"}})
    (mention,) = redaction.meeting.items

    assert isinstance(mention, SecretItem)
    assert mention.ground == GROUND
    assert mention.titles["fi"] == "Henkilöstöasia"
    assert redaction.doubts == ()


def test_a_doubtful_mark_has_recognizer_and_offsets() -> None:
    (doubt,) = run(item(section("Alku.", f"Hakija on {WORD}."))).doubts

    assert (doubt.subject, doubt.recognizer, doubt.place, doubt.start, doubt.end) == (
        Subject.MARK,
        "phone_number",
        "sections/1/blocks/2",
        10,
        18,
    )


def test_an_approved_mark_stays_as_text_and_is_not_looked_for() -> None:
    redaction = after(A, item(section(f"Hakija on {WORD}.")))

    assert f"Hakija on {WORD}." in shown(redaction)
    assert redaction.needles == ()
    assert redaction.withheld == {}


def test_a_rejected_mark_is_masked_and_looked_for() -> None:
    redaction = after(R, item(section(f"Hakija on {WORD} 0401234567.")))
    (only,) = redaction.meeting.items

    assert isinstance(only, PublicItem)
    assert Mask(kind="phone_number", ground="personal-data") in only.sections[0].blocks[0].content  # type: ignore[union-attr]
    assert WORD not in shown(redaction)
    assert redaction.withheld == {"phone_number": 1}
    assert {needle.kind for needle in redaction.needles} == {NeedleKind.NUMBER}


def test_one_mark_that_waits_holds_its_item_though_the_other_is_decided() -> None:
    both = item(section(f"Hakija on {WORD}.", f"Naapuri on {WORD}."))
    first, second = run(both).doubts
    redaction = run(both, decided=((first, A),))

    assert isinstance(redaction.meeting.items[0], HeldItem)
    assert [doubt.id for doubt in redaction.doubts] == [second.id]
    assert [doubt.id for doubt in redaction.decided] == [first.id]


def test_all_that_an_item_waits_for_is_told_at_once() -> None:
    doubted = item(
        section(f"Hakija on {WORD}.", "Liite on salassa pidettävä."), publicity=UNKNOWN, holds=("tweb.title_conflict",)
    )

    assert sorted(reasons(run(doubted))) == [
        "redaction.doubtful_mark",
        "redaction.marker_in_text",
        "redaction.unknown_publicity",
        "tweb.title_conflict",
    ]
    assert isinstance(after(A, doubted).meeting.items[0], PublicItem)


def test_nothing_of_a_rejected_item_waits_any_more() -> None:
    doubted = item(section(f"Hakija on {WORD}.", "Liite on salassa pidettävä."), publicity=UNKNOWN)
    waiting = run(doubted).doubts
    mark = next(doubt for doubt in waiting if doubt.subject is Subject.MARK)
    rejected = next(doubt for doubt in waiting if doubt.reason == "redaction.unknown_publicity")
    redaction = run(doubted, decided=((mark, A), (rejected, R)), given={"ground": GROUND})

    assert isinstance(redaction.meeting.items[0], SecretItem)
    assert redaction.doubts == ()
    assert {doubt.id for doubt in redaction.decided} == {mark.id, rejected.id}


def test_a_held_item_whose_import_reason_is_approved_still_waits_for_its_text() -> None:
    doubted = item(section("Liite on salassa pidettävä."), holds=("tweb.title_conflict",))
    by_reason = {doubt.reason: doubt for doubt in run(doubted).doubts}
    redaction = run(doubted, decided=((by_reason["tweb.title_conflict"], A),))
    (held,) = redaction.meeting.items

    assert isinstance(held, HeldItem)
    assert held.reasons == ("redaction.marker_in_text",)


@pytest.mark.parametrize("classification", [PublicityClass.SECRET, PublicityClass.NOT_PUBLISHED_ONLINE])
def test_no_decision_opens_what_the_metadata_call_secret(classification: PublicityClass) -> None:
    """Every decision there could be: those on the same text when its class was another."""
    opened = item(section("Liite on salassa pidettävä."), publicity=UNKNOWN)
    decided = tuple((doubt, A) for doubt in run(opened).doubts)
    redaction = run(item(section("Liite on salassa pidettävä."), publicity=classified(classification, "24.1 § 25 k")),
                    decided=decided)  # fmt: skip

    assert not isinstance(redaction.meeting.items[0], PublicItem)
    assert all(doubt.subject is Subject.TITLE for doubt in redaction.doubts)


def test_approval_opens_no_passage_that_the_text_marks() -> None:
    redaction = after(A, DOUBTFUL["redaction.contradiction"])
    (only,) = redaction.meeting.items

    assert isinstance(only, PublicItem)
    assert "Salaista" not in shown(redaction)
    assert any(isinstance(block, Withheld) for each in only.sections for block in each.blocks)


def test_an_unmarked_item_with_a_secret_title_is_opened_by_no_decision() -> None:
    doubted = item(section("Teksti."), title="Asia (salassa pidettävä)", publicity=UNKNOWN)
    redaction = after(A, doubted)

    assert not isinstance(redaction.meeting.items[0], PublicItem)


def test_a_person_may_stand_by_the_public_class_against_the_title() -> None:
    redaction = after(A, item(section("Teksti."), title="Asia (salassa pidettävä)", publicity=PUBLIC_CLASS))

    assert shown(redaction) == "Asia (salassa pidettävä)\nTeksti."


def test_a_code_that_no_mask_covers_is_never_approved() -> None:
    parted = item(Section(kind=SectionKind.BACKGROUND, blocks=(paragraph("010190-"), paragraph("900X"))))
    redaction = after(A, parted)

    assert isinstance(redaction.meeting.items[0], HeldItem)
    assert isinstance(after(R, parted, given={"ground": GROUND}).meeting.items[0], SecretItem)


def test_files_beside_an_approved_item_of_unknown_class_stay_inside() -> None:
    beside = item(section("Teksti."), publicity=UNKNOWN, attachments=(Attachment(title="Liite", file="liite.pdf"),))
    (only,) = after(A, beside).meeting.items

    assert isinstance(only, PublicItem)
    assert [attachment.reason for attachment in only.attachments] == ["unmarked"]


def changed(base: AgendaItem, **more: Any) -> AgendaItem:
    return msgspec.structs.replace(base, **more)


BASE = item(section(f"Hakija on {WORD}.", "Liite on salassa pidettävä."), register_number="KUU/7/2026")


@pytest.mark.parametrize(
    "again",
    [
        BASE,
        changed(BASE, source_id="b9", id="satamajaosto/2026-09-14/7", order=7, number="7"),
        changed(BASE, sections=(section(f"Hakija  on\u00a0{WORD}.", "Liite on salassa\u00ad pidettävä."),)),
    ],
    ids=["the same", "another id and number", "other spaces"],
)
def test_decisions_survive_a_new_import_of_the_same_text(again: AgendaItem) -> None:
    decided = tuple((doubt, A) for doubt in run(BASE).doubts)

    assert isinstance(run(again, decided=decided).meeting.items[0], PublicItem)


@pytest.mark.parametrize(
    "other",
    [
        changed(BASE, sections=(section(f"Hakija on {WORD}.", "Liite on salassa pidettävä!"),)),
        changed(BASE, title="Laiturin purku"),
        changed(BASE, register_number="KUU/8/2026"),
        changed(BASE, publicity=PUBLIC_CLASS),
        changed(BASE, attachments=(Attachment(title="Uusi liite"),)),
    ],
    ids=["text", "title", "case", "class", "attachment"],
)
def test_a_decision_on_an_item_lapses_when_anything_of_it_changes(other: AgendaItem) -> None:
    decided = tuple((doubt, A) for doubt in run(BASE).doubts)

    assert "redaction.marker_in_text" in reasons(run(other, decided=decided))


@pytest.mark.parametrize("words", [f"Hakija on taas {WORD}.", f"Hakija on {WORD} Oy.", f"Rouva {WORD}."])
def test_a_decision_on_a_mark_lapses_when_its_paragraph_changes(words: str) -> None:
    decided = tuple((doubt, A) for doubt in run(item(section(f"Hakija on {WORD}."))).doubts)

    assert reasons(run(item(section(words)), decided=decided)) == ("redaction.doubtful_mark",)


def test_a_decision_on_a_mark_survives_a_change_elsewhere() -> None:
    decided = tuple((doubt, A) for doubt in run(item(section(f"Hakija on {WORD}."))).doubts)
    redaction = run(item(section("Uusi alku.", f"Hakija on {WORD}.")), decided=decided)

    assert redaction.doubts == ()


def test_a_decision_holds_in_its_own_meeting_only() -> None:
    decided = tuple((doubt, A) for doubt in run(BASE).doubts)
    board = Organization(id="rantajaosto", name="Rantajaosto")

    assert isinstance(run(BASE, decided=decided, organization=board).meeting.items[0], HeldItem)


def test_two_items_that_are_the_same_word_for_word_are_decided_upon_one_by_one() -> None:
    twins = (BASE, changed(BASE, source_id="a2", id="satamajaosto/2026-09-14/2", order=2, number="2"))
    decided = tuple((doubt, A) for doubt in run(*twins).doubts if doubt.number == "1")
    first, second = run(*twins, decided=decided).meeting.items

    assert (type(first), type(second)) == (PublicItem, HeldItem)


def test_a_name_in_two_rows_of_a_table_is_two_texts() -> None:
    def row(role: str) -> tuple[Cell, ...]:
        return Cell(content=(Run(text=role),)), Cell(content=(Run(text=WORD),))

    table = Section(kind=SectionKind.BACKGROUND, blocks=(Table(rows=(row("Yritys"), row("Hakija"))),))

    assert len({doubt.id for doubt in run(item(table)).doubts}) == 2


def test_another_key_makes_other_fingerprints() -> None:
    (one,) = run(DOUBTFUL["redaction.marker_in_text"]).doubts
    (other,) = redacted(
        DOUBTFUL["redaction.marker_in_text"], policy=Policy(unmarked=Unmarked.PUBLIC, decided=Decided(key=b"other"))
    ).doubts

    assert one.fingerprint != other.fingerprint


def test_what_waits_in_no_item_is_masked_until_it_is_decided() -> None:
    present = (Attendance(name=WORD),)
    plain = item(section("Teksti."))
    waiting, approved = run(plain, attendance=present), after(A, plain, attendance=present)

    assert isinstance(waiting.meeting.items[0], PublicItem)
    assert (waiting.doubts[0].item, waiting.doubts[0].place) == (None, "attendance/1/name")
    assert (waiting.meeting.attendance[0].name == WORD, approved.meeting.attendance[0].name) == (False, WORD)


def test_captions_are_decided_upon_line_by_line() -> None:
    def spoken(*lines: str) -> Recording:
        cues = tuple(Cue(start=n, end=n + 1, text=words) for n, words in enumerate(lines))
        return Recording(link="https://video.example/1", captions=(CaptionTrack(language="fi", cues=cues),))

    plain = item(section("Teksti."))
    decided = tuple((doubt, A) for doubt in run(plain, recording=spoken("alku", f"puhuu {WORD}")).doubts)
    redaction = run(plain, recording=spoken("alku toisin", f"puhuu {WORD}", f"{WORD} vastaa"), decided=decided)
    recording = redaction.meeting.recording

    assert recording is not None
    assert [WORD in cue.text for cue in recording.captions[0].cues] == [False, True, False]
    assert len(redaction.doubts) == 1


def test_a_person_may_say_that_minutes_are_checked() -> None:
    plain = item(section("Teksti."))
    waiting = run(plain, state=State.DECIDED)
    redaction = after(A, plain, state=State.DECIDED)

    assert [(doubt.subject, doubt.reason, doubt.item) for doubt in waiting.doubts] == [
        (Subject.MINUTES, "publishing.minutes_unchecked", None)
    ]
    assert (waiting.meeting.state, redaction.meeting.state) == (State.DECIDED, State.CHECKED)


def test_that_minutes_are_checked_lapses_when_a_word_of_them_changes() -> None:
    decided = tuple((doubt, A) for doubt in run(item(section("Teksti.")), state=State.DECIDED).doubts)

    assert run(item(section("Toinen.")), state=State.DECIDED, decided=decided).meeting.state is State.DECIDED


def test_an_office_holders_decisions_are_nobodys_to_check() -> None:
    post = Organization(id="rehtori", name="Rehtori", classification=Classification.POST)

    assert run(item(section("Teksti.")), state=State.DECIDED, organization=post).doubts == ()


def test_what_a_person_must_see_is_kept_in_memory_by_id() -> None:
    redaction = run(item(section(f"Hakija on {WORD}.")))
    (doubt,) = redaction.doubts

    assert redaction.doubtful_texts == {doubt.id: f"Hakija on «{WORD}»."}


def test_a_mark_in_a_title_of_a_held_item_is_no_part_of_its_mention() -> None:
    (held,) = run(item(title=f"Hakija {WORD}")).meeting.items

    assert WORD not in msgspec.json.encode(held).decode()
