"""The whole run on one screen: import → redact → render → audit → decide → render shared → audit → index → scan → release."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from functools import partial
from pathlib import Path

import msgspec
from msgspec.structs import replace

from generator import assessing, intake, reporting, reviewing, workshop
from generator.audit.findings import Audit, joined
from generator.config import Settings
from generator.errors import ReleaseError
from generator.intake import Intake
from generator.model.identifiers import Known
from generator.model.message import Level, Message
from generator.model.redacted import HeldItem, PublicItem, RedactedMeeting
from generator.progress import Say
from generator.publishing import gate, versions
from generator.publishing.gate import Decision
from generator.redaction import leaks, names_of, public_texts, register
from generator.redaction.leaks import Coincidence, Examined, Leak
from generator.redaction.places import places_of
from generator.redaction.repeated import without_repeated
from generator.redaction.withheld import COINCIDENCE, WITHHELD_IN_CASE
from generator.releases import clocks, endings, loss, releasing, rollback
from generator.store import Store
from generator.workshop import Workshop


class Outcome(msgspec.Struct, frozen=True, kw_only=True):
    """What came of a run. *withheld* counts by ground or recognizer; *audit* is of every page that was made.

    *deleted* are kept releases that showed what is withheld now.
    """

    decision: Decision
    messages: tuple[Message, ...]
    withheld: dict[str, int]
    audit: Audit
    released: bool
    report: Path
    deleted: tuple[str, ...] = ()


def publish(settings: Settings, day: date, say: Say) -> Outcome:
    """Run every stage, and put the result on the site if the gate lets it.

    Raises:
        PykalaError: the configuration, the audit, the leak scan or the release failed; the old site stands.
    """
    store = Store(settings.private_dir)
    with store.locked():
        loss.refuse(settings, store)
        rollback.recover(settings, store, day)
        stored = store.published()
        published = clocks.left(stored, settings.deadlines, day)
        say("reading")
        store.made_key()
        taken = _take_in(settings, store, published, day)
        # Whatever becomes of this run: what was withheld once is not shown by a later one.
        store.keep_withheld(register.encoded(taken.register))
        staying = {name: without_repeated(meeting, taken.register) for name, meeting in published.items()}
        say("rendering")
        opened = workshop.opened(settings, day, assessing.said(settings, store))
        shop = opened.knowing(workshop.hoped(taken.meetings, staying))
        pages = shop.render(taken.meetings)
        shop.write_files(taken.redactions)
        say("auditing")
        own = shop.audit(pages)
        decided = gate.decide(taken.meetings, own.findings, staying, [r.meeting for r in taken.disputed])
        decision = versions.told(decided, published, day, store.checked())
        say("shared")
        decision, rest = workshop.settle(shop, decision, taken, staying, own)
        shop.complete(decision.meetings)
        say("indexing")
        shop.index()
        audited = shop.compared(joined(own, rest))
        report = reporting.write(settings, store, audited, decision.meetings, day)
        say("scanning")
        look = _search(shop, taken, decision)
        seen = look(shop.staging)
        _refuse(seen.leaks)
        compared = releasing.compare(settings, store, shop.staging, _now(taken, decision), lambda own: look(own).leaks)
        is_due = _is_release_due(decision, stored, settings)
        if is_due:
            say("releasing")
            store.keep_addresses(taken.addresses.items())
            releasing.put(settings, store, compared, decision.meetings, day)
        reviewing.carry_out(store)
    return Outcome(
        decision=decision,
        messages=(*taken.messages, *_taken_off(decision, published), *_unasked(seen.coincidences, taken)),
        withheld=taken.withheld,
        audit=audited,
        released=is_due,
        report=report,
        deleted=compared.showing,
    )


def stage(settings: Settings, day: date, say: Say) -> Path:
    """Make the site as it would be, unaudited, and return its folder: for a preview. Nothing private is written."""
    say("reading")
    store = Store(settings.private_dir)
    taken = _take_in(settings, store, clocks.left(store.published(), settings.deadlines, day), day)
    say("rendering")
    # In a folder of its own: what a run that publishes has staged is never touched, nor taken for its work.
    own = replace(settings, work_dir=settings.work_dir / "preview")
    shop = workshop.opened(own, day, assessing.said(settings, store)).knowing(taken.meetings)
    shop.render(taken.meetings)
    shop.write_files(taken.redactions)
    shop.render_shared(taken.meetings)
    shop.complete(taken.meetings)
    say("indexing")
    shop.index()
    say("scanning")
    _refuse(_search(shop, taken, Decision(new=taken.meetings, kept=(), held=()))(shop.staging).leaks)
    return shop.staging


def _take_in(settings: Settings, store: Store, published: Mapping[str, RedactedMeeting], day: date) -> Intake:
    """Read and redact everything, at the addresses given and by what was decided, as next versions of what was published."""
    known = Known(addresses=store.addresses(), published=published)
    taken = intake.take_in(settings, known, reviewing.decided(settings, store), reviewing.withheld(store))
    continued = versions.continued(taken.meetings, published, day, store.checked())
    return clocks.remaining(replace(taken, meetings=continued), settings.deadlines, day)


def _now(taken: Intake, decision: Decision) -> tuple[RedactedMeeting, ...]:
    """Return every meeting as its exports tell it now, and as it goes out."""
    return (*taken.meetings, *(redaction.meeting for redaction in taken.disputed), *decision.meetings)


def _search(shop: Workshop, taken: Intake, decision: Decision) -> Callable[[Path], Examined]:
    """Return what looks for everything withheld in every byte of a folder: the last word before a release (rule 4).

    What a meeting said when it was last published is no excuse for what its export withholds now.
    """
    needles = [needle for redaction in (*taken.redactions, *taken.disputed) for needle in redaction.needles]
    needles += [needle for meeting in decision.meetings for own in names_of(meeting).values() for needle in own]
    read = {redaction.meeting.id for redaction in (*taken.redactions, *taken.disputed)}
    unread = (meeting for meeting in decision.kept if meeting.id not in read)
    public = [text for meeting in (*taken.meetings, *decision.new, *unread) for text in public_texts(meeting)]
    named = endings.names_by_path(decision.meetings, shop.site)
    places = places_of(decision.meetings)
    return partial(
        leaks.examined,
        needles=needles,
        public=[*public, *shop.own_words()],
        named=named,
        places=places,
        register=replace(taken.register, people=places.people | taken.register.people),
    )


def _taken_off(decision: Decision, published: Mapping[str, RedactedMeeting]) -> Iterator[Message]:
    """Yield what to tell of items that were published, are in no export any more, and say what their case withholds now."""
    for meeting in decision.kept:
        before = {item.id for item in published[meeting.id].items if isinstance(item, PublicItem)}
        for item in meeting.items:
            if item.id in before and isinstance(item, HeldItem) and item.reasons == (WITHHELD_IN_CASE,):
                yield Message(level=Level.ERROR, code=WITHHELD_IN_CASE, where=item.id)


def _unasked(found: Sequence[Coincidence], taken: Intake) -> tuple[Message, ...]:
    """Return what to tell of the names in *found*, but for those that are in the queue: where the name came from no item."""
    doubts = (doubt for redaction in taken.redactions for doubt in (*redaction.doubts, *redaction.decided))
    asked = {name for doubt in doubts if doubt.reason == COINCIDENCE for name in (doubt.meeting, doubt.item)}
    return tuple(each.message() for each in found if asked.isdisjoint({each.meeting, each.item}))


def _refuse(found: Sequence[Leak]) -> None:
    if found:
        raise ReleaseError("publishing.leaks", count=len(found), path=found[0].path)


def _is_release_due(decision: Decision, published: Mapping[str, RedactedMeeting], settings: Settings) -> bool:
    """Tell whether the site changes: something is new, something must go, or there is no site where there was one."""
    must_go = any(published[meeting.id] != meeting for meeting in decision.kept)
    return bool(decision.new) or must_go or (bool(decision.kept) and not settings.site_dir.exists())
