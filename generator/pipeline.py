"""The whole run on one screen: import → redact → render → audit → decide → render what is shared → audit → scan → release."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

import msgspec
from msgspec.structs import replace

from generator import intake, reports, workshop
from generator.audit.findings import Audit, joined
from generator.config import Settings
from generator.errors import ReleaseError
from generator.intake import Intake
from generator.model.identifiers import Known
from generator.model.message import Message
from generator.model.redacted import RedactedMeeting
from generator.progress import Say
from generator.publishing import gate, release, versions
from generator.publishing.gate import Decision
from generator.redaction import leaks, public_texts
from generator.store import Store
from generator.workshop import Workshop


class Outcome(msgspec.Struct, frozen=True, kw_only=True):
    """What came of a run. *withheld* counts by ground or recognizer; *audit* is of every page that was made."""

    decision: Decision
    messages: tuple[Message, ...]
    withheld: dict[str, int]
    audit: Audit
    released: bool
    report: Path


def publish(settings: Settings, day: date, say: Say) -> Outcome:
    """Run every stage, and put the result on the site if the gate lets it.

    Raises:
        PykalaError: the configuration, the audit, the leak scan or the release failed; the old site stands.
    """
    store = Store(settings.private_dir)
    with store.locked():
        release.recover(settings.site_dir)
        published = store.published()
        say("reading")
        taken = _take_in(settings, store.addresses(), published, day)
        say("rendering")
        shop = workshop.opened(settings, day)
        pages = shop.render(taken.meetings)
        shop.write_files(taken.redactions)
        say("auditing")
        own = shop.audit(pages)
        decision = gate.decide(taken.meetings, own.findings, published, [r.meeting for r in taken.disputed])
        say("shared")
        decision, rest = workshop.settle(shop, decision, taken, published)
        audited = joined(own, rest)
        report = reports.write(audited, settings.work_dir / "4-findings", settings.languages, day)
        say("scanning")
        _scan(shop, taken, decision)
        is_due = _is_release_due(decision, published, settings)
        if is_due:
            say("releasing")
            store.keep_addresses(taken.addresses.items())
            store.prepare_published(decision.meetings)
            release.swap(shop.staging, settings.site_dir)
            store.keep_published(decision.meetings, day)
    return Outcome(
        decision=decision,
        messages=taken.messages,
        withheld=taken.withheld,
        audit=audited,
        released=is_due,
        report=report,
    )


def stage(settings: Settings, day: date, say: Say) -> Path:
    """Make the site as it would be, unaudited, and return its folder: for a preview. Nothing private is written."""
    say("reading")
    store = Store(settings.private_dir)
    taken = _take_in(settings, store.addresses(), store.published(), day)
    say("rendering")
    # In a folder of its own: what a run that publishes has staged is never touched, nor taken for its work.
    shop = workshop.opened(replace(settings, work_dir=settings.work_dir / "preview"), day)
    shop.render(taken.meetings)
    shop.write_files(taken.redactions)
    shop.render_shared(taken.meetings)
    say("scanning")
    _scan(shop, taken, Decision(new=taken.meetings, kept=(), held=()))
    return shop.staging


def _take_in(settings: Settings, addresses: Mapping[str, str], published: Mapping[str, RedactedMeeting], day: date) -> Intake:
    """Read and redact everything, at the addresses given before, as the next versions of what was published before."""
    taken = intake.take_in(settings, Known(addresses=addresses, published=published))
    return replace(taken, meetings=versions.continued(taken.meetings, published, day))


def _scan(shop: Workshop, taken: Intake, decision: Decision) -> None:
    """Look for everything withheld in every byte that would go out: the last word before a release (rule 4).

    What a meeting said when it was last published is no excuse for what its export withholds now.
    """
    needles = [needle for redaction in (*taken.redactions, *taken.disputed) for needle in redaction.needles]
    read = {redaction.meeting.id for redaction in (*taken.redactions, *taken.disputed)}
    unread = (meeting for meeting in decision.kept if meeting.id not in read)
    public = (text for meeting in (*taken.meetings, *decision.new, *unread) for text in public_texts(meeting))
    found = leaks.scan(shop.staging, needles, [*public, *shop.own_words()])
    if found:
        raise ReleaseError("publishing.leaks", count=len(found), path=found[0].path)


def _is_release_due(decision: Decision, published: Mapping[str, RedactedMeeting], settings: Settings) -> bool:
    """Tell whether the site changes: something is new, something must go, or there is no site where there was one."""
    must_go = any(published[meeting.id] != meeting for meeting in decision.kept)
    return bool(decision.new) or must_go or (bool(decision.kept) and not settings.site_dir.exists())
