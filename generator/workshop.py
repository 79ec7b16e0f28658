"""Where a run makes its pages: rendering, auditing and rendering again around the gate's decision."""

import shutil
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from pathlib import Path

import msgspec

from generator import audit, rendering
from generator.audit.findings import Audit
from generator.config import Settings
from generator.intake import Intake
from generator.model.redacted import RedactedMeeting
from generator.publishing import carrying, gate
from generator.publishing.gate import Decision
from generator.redaction import Redaction
from generator.rendering import plugin, shared
from generator.rendering.shell import Shells
from generator.rendering.site import Site


class Workshop(msgspec.Struct, frozen=True, kw_only=True):
    """The folder that becomes the site, and what pages are made with."""

    settings: Settings
    site: Site
    shells: Shells
    staging: Path

    def render(self, meetings: Sequence[RedactedMeeting]) -> tuple[str, ...]:
        """Write the pages of *meetings*, and return their paths."""
        return rendering.render_meetings(meetings, self.site, self.shells, self.staging)

    def render_shared(self, meetings: Sequence[RedactedMeeting]) -> tuple[str, ...]:
        """Write what *meetings* share, and return the paths of the pages."""
        return rendering.render_shared(meetings, self.site, self.shells, self.staging)

    def audit(self, pages: Sequence[str]) -> Audit:
        """Audit *pages*, every one of them, by our rules and in the browser."""
        return audit.audit(self.staging, [f"/{page}" for page in pages], language=self.settings.languages[0])

    def write_files(self, redactions: Iterable[Redaction]) -> None:
        """Write the attachments and recordings that go out."""
        for redaction in redactions:
            for path, content in redaction.files.items():
                _written(self.staging / path).write_bytes(content)
            for path, source in redaction.copies.items():
                shutil.copyfile(source, _written(self.staging / path))

    def own_words(self) -> list[str]:
        """Return the municipality's own texts, hand-written pages and contacts: public whatever a source says."""
        settings = self.settings
        contacts = [settings.feedback.email, settings.feedback.phone, *settings.registry_office.values()]
        return [*contacts, *(written.content for written in self.shells.written)]

    def clear(self, meeting_id: str) -> None:
        """Take everything of a meeting out of the folder, in every language."""
        for root in (self.staging, *(self.staging / language for language in self.settings.languages)):
            shutil.rmtree(root / meeting_id, ignore_errors=True)
            (root / f"{meeting_id}.html").unlink(missing_ok=True)


def opened(settings: Settings, day: date) -> Workshop:
    """Return a workshop with an empty folder, its shells and its styles."""
    staging = settings.work_dir / "3-staging"
    shutil.rmtree(staging, ignore_errors=True)
    staging.mkdir(parents=True)
    settings.work_dir.chmod(0o700)
    site = _site(settings, day)
    shells = plugin.shells(settings.config_file, settings.work_dir / "mkdocs")
    shared.copy_assets(shells, staging)
    return Workshop(settings=settings, site=site, shells=shells, staging=staging)


def settle(
    shop: Workshop, decision: Decision, intake: Intake, published: Mapping[str, RedactedMeeting]
) -> tuple[Decision, Audit]:
    """Make the site hold what *decision* says, with what is shared, and audit that.

    A finding in what all pages share holds back all that is new (rule 6): then the site is made again without it.
    """
    shared_pages, pages = _apply(shop, decision, intake)
    audited = shop.audit(pages)
    if not decision.new or not gate.blocking(f for f in audited.findings if f.page.removeprefix("/") in shared_pages):
        return decision, audited
    nothing_new = gate.hold_all(decision, intake.meetings, published)
    # A case or a year of what is held would stay behind: the shared pages are made again from nothing.
    for page in shared_pages:
        (shop.staging / page).unlink()
    _apply(shop, nothing_new, intake)
    return nothing_new, audited


def _apply(shop: Workshop, decision: Decision, intake: Intake) -> tuple[frozenset[str], tuple[str, ...]]:
    """Bring the folder to *decision*; return the shared pages, and all pages not made before the decision."""
    candidates = {meeting.id: meeting for meeting in intake.meetings}
    new = {meeting.id for meeting in decision.new}
    for meeting_id in candidates.keys() - new:
        shop.clear(meeting_id)
    kept = [carrying.carry(meeting, shop.settings.site_dir, shop.staging) for meeting in decision.kept]
    changed = [meeting for meeting in decision.new if meeting != candidates[meeting.id]]
    own = shop.render([*kept, *(carrying.carry(m, shop.settings.site_dir, shop.staging) for m in changed)])
    of_all = shop.render_shared([*kept, *decision.new])
    return frozenset(of_all), (*own, *of_all)


def _written(path: Path) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    return path


def _site(settings: Settings, day: date) -> Site:
    return Site(
        names=settings.municipality,
        languages=settings.languages,
        at=day,
        organization_names=settings.organizations,
        url=settings.url,
        feedback_unit=settings.feedback.unit,
        feedback_email=settings.feedback.email,
        feedback_phone=settings.feedback.phone,
        registry_office=settings.registry_office,
        statement_drawn_up=settings.statement.drawn_up,
        statement_reviewed=settings.statement.reviewed,
        known_issues=settings.statement.known_issues,
    )
