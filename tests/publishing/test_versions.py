"""Versions: a newer export replaces the older at the same address, and the change is named."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from msgspec.structs import replace

from generator.model.identifiers import Known, identified
from generator.model.meeting import AgendaItem, Meeting, Organization, Stage, State
from generator.model.redacted import HeldItem, PublicItem, RedactedMeeting, SecretItem, Version
from generator.publishing import gate, versions

HELSINKI = ZoneInfo("Europe/Helsinki")
FIRST, SECOND = date(2026, 9, 21), date(2026, 10, 1)


def item(number: str, title: str, source_id: str) -> AgendaItem:
    return AgendaItem(source_id=source_id, order=1, number=number, title=title, language="fi")


def meeting(source_id: str, hour: int, *items: AgendaItem) -> Meeting:
    return Meeting(
        source_id=source_id, organization=Organization(name="Valtuusto"), day=date(2026, 9, 28),
        start=datetime(2026, 9, 28, hour, tzinfo=HELSINKI), stage=Stage.AGENDA, state=State.AGENDA, language="fi", items=items,
    )  # fmt: skip


def shown(source: Meeting, state: State = State.AGENDA) -> RedactedMeeting:
    items = tuple(
        PublicItem(id=i.id, source_id=i.source_id, order=i.order, number=i.number, title=i.title, language="fi")
        for i in source.items
    )  # fmt: skip
    return RedactedMeeting(
        id=source.id, source_id=source.source_id, organization=source.organization, day=source.day, start=source.start,
        stage=source.stage, state=state, language="fi", languages=("fi",), items=items,
    )  # fmt: skip


def known(source: Meeting) -> Known:
    addresses = {source.source_id: source.id} | {f"{source.source_id}/{i.source_id}": i.id for i in source.items}
    return Known(addresses=addresses, published={source.id: shown(source)})


def test_minutes_under_another_key_keep_the_address_of_their_agenda_and_so_do_its_items() -> None:
    (agenda,) = identified([meeting("dynasty:1", 18, item("3", "Uimahalli", "1-3"))])
    (minutes,) = identified([meeting("dynasty:2", 19, item("48", "Uimahalli", "2-4"))], known(agenda))

    assert (minutes.id, minutes.items[0].id) == ("valtuusto/2026-09-28", "valtuusto/2026-09-28/3")


def test_a_new_item_does_not_get_the_address_of_another() -> None:
    (agenda,) = identified([meeting("dynasty:1", 18, item("3", "Uimahalli", "1-3"))])
    (minutes,) = identified([meeting("dynasty:2", 18, item("3", "Lisäasia", "2-3"))], known(agenda))

    assert minutes.items[0].id == "valtuusto/2026-09-28/3-2"


def test_a_second_meeting_of_the_same_day_gets_an_address_of_its_own() -> None:
    (morning,) = identified([meeting("dynasty:1", 9)])
    (evening,) = identified([meeting("dynasty:2", 18)], known(morning))

    assert evening.id == "valtuusto/2026-09-28-2"


def test_the_first_publication_is_the_first_version() -> None:
    (first,) = versions.continued([shown(identified([meeting("m", 18)])[0])], {}, FIRST)

    assert first.versions == (Version(published=FIRST, state=State.AGENDA),)


def test_the_same_content_again_is_no_new_version() -> None:
    (first,) = versions.continued([shown(identified([meeting("m", 18)])[0])], {}, FIRST)

    assert (
        versions.continued([replace(first, versions=(), source_id="other")], {first.id: first}, SECOND)[0].versions
        == first.versions
    )


def test_a_change_names_the_items_that_changed_came_and_went() -> None:
    (source,) = identified([meeting("m", 18, item("1", "Yksi", "a"), item("2", "Kaksi", "b"))])
    (first,) = versions.continued([shown(source)], {}, FIRST)
    one, two = first.items
    assert isinstance(one, PublicItem)
    later = replace(
        first, state=State.DECIDED, items=(replace(one, register_number="1/2026"), replace(two, id=f"{first.id}/3"))
    )
    (second,) = versions.continued([later], {first.id: first}, SECOND)

    assert second.versions[-1] == Version(
        published=SECOND, state=State.DECIDED, changed=(f"{first.id}/1",), added=(f"{first.id}/3",), removed=(f"{first.id}/2",)
    )  # fmt: skip


def decided(*, new: tuple[RedactedMeeting, ...] = (), kept: tuple[RedactedMeeting, ...] = ()) -> gate.Decision:
    return gate.Decision(new=new, kept=kept, held=())


def of_two() -> RedactedMeeting:
    (source,) = identified([meeting("m", 18, item("1", "Yksi", "a"), item("2", "Kaksi", "b"))])
    (first,) = versions.continued([shown(source, State.CHECKED)], {}, FIRST)
    return first


def mention(of: str) -> SecretItem:
    return SecretItem(id=of, source_id="a", order=1, number="1", titles={"fi": "Asia"}, language="fi", ground="julkl-24-1-25")


def test_a_removal_from_a_meeting_that_is_held_back_is_a_version_that_names_the_items() -> None:
    old = of_two()
    kept = replace(old, items=(mention(f"{old.id}/1"),))
    decision = versions.told(decided(kept=(kept,)), {old.id: old}, SECOND)

    assert decision.kept[0].versions == (
        *old.versions,
        Version(
            published=SECOND,
            state=State.CHECKED,
            changed=(f"{old.id}/1",),
            removed=(f"{old.id}/2",),
            withdrawn=(f"{old.id}/1",),
        ),
    )


def test_a_meeting_that_is_held_back_as_it_was_has_no_new_version() -> None:
    old = of_two()

    assert versions.told(decided(kept=(old,)), {old.id: old}, SECOND).kept == (old,)


def test_versions_are_the_same_told_once_or_twice() -> None:
    old = of_two()
    kept = replace(old, items=old.items[:1])
    once = versions.told(decided(kept=(kept,)), {old.id: old}, SECOND)

    assert versions.told(once, {old.id: old}, SECOND) == once


def test_an_item_that_waits_and_stays_as_last_published_is_no_new_version() -> None:
    old = of_two()
    waits = HeldItem(id=f"{old.id}/2", source_id="b", order=2, number="2", language="fi", reasons=("casem.title_conflict",))
    (candidate,) = versions.continued([replace(old, items=(old.items[0], waits))], {old.id: old}, SECOND)
    decision = versions.told(gate.decide([candidate], [], {old.id: old}), {old.id: old}, SECOND)

    assert decision.new == (old,)
