"""Where a run makes its pages: rendering, auditing and rendering again around the gate's decision."""

import shutil
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from pathlib import Path

import msgspec

from accessibility_rules import SITE_RULES
from generator import assessing, audit, rendering, search, stating
from generator.audit.findings import NOTHING_FOUND, Audit, joined
from generator.config import Settings
from generator.intake import Intake
from generator.model import expiry
from generator.model.redacted import RedactedMeeting
from generator.publishing import carrying, gate, versions
from generator.publishing.gate import Decision
from generator.redaction import Redaction
from generator.releases import endings
from generator.rendering import handled, plugin, shared, urls
from generator.rendering.conformance import Conformance
from generator.rendering.shell import Shells
from generator.rendering.site import Site
from generator.review.assessments import Standing

AUDITED = "3-audited.msgpack"  # of the work folder: what the browser has seen of each page


class Workshop(msgspec.Struct, frozen=True, kw_only=True):
    """The folder that becomes the site, what pages are made with, and what persons said of their accessibility."""

    settings: Settings
    site: Site
    shells: Shells
    staging: Path
    said: Standing

    def knowing(self, meetings: Iterable[RedactedMeeting]) -> "Workshop":
        """Return the workshop whose pages lead to items of *meetings*, which are all that the site will hold."""
        return msgspec.structs.replace(self, site=handled.among(meetings, self.site))

    def render(self, meetings: Sequence[RedactedMeeting]) -> tuple[str, ...]:
        """Write the pages of *meetings* as they are and as they will be, and return their paths."""
        for meeting in meetings:
            self._clear(meeting.id, self._waiting())
        now = rendering.render_meetings(meetings, self.site, self.shells, self.staging)
        return (*now, *rendering.render_variants(meetings, self.site, self.shells, self.staging))

    def render_shared(self, meetings: Sequence[RedactedMeeting]) -> tuple[str, ...]:
        """Write what *meetings* share, as it is and as it will be, and return the paths of the pages."""
        now = rendering.render_shared(meetings, self.site, self.shells, self.staging)
        return (*now, *rendering.render_shared_variants(meetings, self.site, self.shells, self.staging))

    def audit(self, pages: Sequence[str]) -> Audit:
        """Audit *pages*, every one of them, by our rules and in the browser; those that wait for their day, by themselves."""
        now = [page for page in pages if not page.startswith(expiry.FOLDER)]
        waiting = [page for page in pages if page.startswith(expiry.FOLDER)]
        audited = self._audit(now)
        if not waiting:
            return audited
        with endings.in_place(self.staging):
            later = self._audit(waiting)
        # Pages of one name, each for its day, are never on the site together: what compares pages says nothing of them.
        own = tuple(finding for finding in later.findings if finding.rule not in SITE_RULES)
        return joined(audited, msgspec.structs.replace(later, findings=own))

    def statements(self) -> frozenset[str]:
        """Return the paths of the accessibility statement, in each language."""
        return frozenset(urls.in_every_language(urls.STATEMENT, self.site).values())

    def with_statement(self, own: Audit, rest: Audit) -> Audit:
        """Write the accessibility statement from all that was found, and return *rest* with the audit of the statement itself.

        *own* and *rest* are made of all other pages; of a page that both have seen, *rest* saw what goes out.
        """
        remade = {page.path for page in rest.pages}
        gone = {page.path for page in own.pages if not (self.staging / page.path.lstrip("/")).is_file()}
        standing = [finding for finding in own.findings if finding.page not in remade | gone]
        whole = msgspec.structs.replace(rest, findings=(*standing, *rest.findings))
        found = stating.conformance(whole, self.said, self.settings.statement, self.site.at)
        stated = msgspec.structs.replace(self.site, conformance=found)
        rendering.render_statement(stated, self.shells, self.staging)
        return joined(rest, self.audit(sorted(self.statements())))

    def compared(self, audited: Audit) -> Audit:
        """Return *audited*, in which meetings and what they share were apart, with all pages of the site compared."""
        whole = audit.compared(audited, self.staging, audit.pages_in(self.staging), language=self.settings.languages[0])
        return assessing.judged(whole, self.said, self.site.at)

    def _audit(self, pages: Sequence[str]) -> Audit:
        memory = self.settings.work_dir / AUDITED
        addresses = [f"/{page}" for page in pages]
        found = audit.audit_site(self.staging, addresses, language=self.settings.languages[0], memory=memory)
        return assessing.judged(found, self.said, self.site.at)

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
        """Take everything of a meeting out of the folder, in every language and for every day."""
        self._clear(meeting_id, (self.staging, *self._waiting()))

    def complete(self, meetings: Sequence[RedactedMeeting]) -> None:
        """Add what the endings of *meetings*, all that the folder holds, need."""
        endings.complete(meetings, self.site, self.staging, self.site.at)

    def index(self) -> None:
        """Make the index of the site's search from the pages that the folder holds."""
        search.write_index(self.staging, self.settings.work_dir / "4-search")

    def _waiting(self) -> tuple[Path, ...]:
        """Return the folders of the days on which something changes by itself."""
        return tuple(sorted(self.staging.glob(f"{expiry.FOLDER}/*")))

    def _clear(self, meeting_id: str, bases: Sequence[Path]) -> None:
        for root in (root for base in bases for root in (base, *(base / language for language in self.settings.languages))):
            shutil.rmtree(root / meeting_id, ignore_errors=True)
            (root / f"{meeting_id}.html").unlink(missing_ok=True)


def opened(settings: Settings, day: date, said: Standing) -> Workshop:
    """Return a workshop with an empty folder, its shells and its styles."""
    staging = settings.work_dir / "3-staging"
    shutil.rmtree(staging, ignore_errors=True)
    staging.mkdir(parents=True)
    settings.work_dir.chmod(0o700)
    site = _site(settings, day, stating.conformance(NOTHING_FOUND, said, settings.statement, day))
    shells = plugin.shells(settings.config_file, settings.work_dir / "mkdocs")
    shared.copy_assets(shells, staging)
    return Workshop(settings=settings, site=site, shells=shells, staging=staging, said=said)


def hoped(candidates: Sequence[RedactedMeeting], published: Mapping[str, RedactedMeeting]) -> tuple[RedactedMeeting, ...]:
    """Return all that the site will hold if nothing is held back."""
    now = {meeting.id for meeting in candidates}
    return (*candidates, *(meeting for i, meeting in sorted(published.items()) if i not in now))


def settle(
    shop: Workshop, decision: Decision, intake: Intake, published: Mapping[str, RedactedMeeting], own: Audit
) -> tuple[Decision, Audit]:
    """Make the site hold what *decision* says, with what is shared, and audit that; *own* is the audit of the meetings' pages.

    A finding in what all pages share holds back all that is new (rule 6): then the site is made again without it.
    """
    shared_pages, pages = _apply(shop, decision, intake)
    audited = shop.with_statement(own, shop.audit([page for page in pages if page not in shop.statements()]))
    if not decision.new or not gate.blocking(f for f in audited.findings if f.page.removeprefix("/") in shared_pages):
        return decision, audited
    nothing_new = versions.told(gate.hold_all(decision, intake.meetings, published), published, shop.site.at)
    # A case or a year of what is held would stay behind: the shared pages are made again from nothing.
    for page in shared_pages:
        (shop.staging / page).unlink()
    _apply(shop, nothing_new, intake)
    return nothing_new, audited


def _apply(shop: Workshop, decision: Decision, intake: Intake) -> tuple[frozenset[str], tuple[str, ...]]:
    """Bring the folder to *decision*; return the shared pages, and all pages not made before the decision.

    A page that leads to an item of what is held back is made again without that link.
    """
    decided = shop.knowing(decision.meetings)
    candidates = {meeting.id: meeting for meeting in intake.meetings}
    new = {meeting.id for meeting in decision.new}
    for meeting_id in candidates.keys() - new:
        shop.clear(meeting_id)
    kept = [carrying.carry(meeting, shop.settings.site_dir, shop.staging) for meeting in decision.kept]
    changed = [
        meeting
        for meeting in decision.new
        if meeting != candidates[meeting.id] or handled.places(meeting, shop.site) != handled.places(meeting, decided.site)
    ]
    own = decided.render([*kept, *(carrying.carry(m, shop.settings.site_dir, shop.staging) for m in changed)])
    of_all = decided.render_shared([*kept, *decision.new])
    return frozenset(of_all), (*own, *of_all)


def _written(path: Path) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    return path


def _site(settings: Settings, day: date, conformance: Conformance) -> Site:
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
        statement=settings.statement,
        conformance=conformance,
        deadlines=settings.deadlines,
    )
