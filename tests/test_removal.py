"""Removal always wins: what is withheld now is in no file any more, whatever else is held back."""

from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest

from accessibility_rules import Outcome as RuleOutcome
from generator import audit, pipeline
from generator.audit.findings import Audit, Finding
from generator.config import Settings
from generator.model.redacted import RedactedMeeting
from generator.pipeline import Outcome
from generator.progress import silent
from generator.store import Store
from tests.exports import Item, casem, download
from tests.redaction import pdfs
from tests.sites import DAY

Town = Callable[..., Settings]
MEETING = "kaupunginhallitus/2026-09-14"
OTHER_PAGE = f"/{MEETING}/1.html"
SECRET = ("PublicityClass", "Salassa pidettävä")
DECIDED = ("Decision", "<p>Hyväksyttiin.</p>")
OLD = "Vanha teksti kertoo hakijan tilanteesta"
PLAIN = Item(title="Kokouksen avaus", properties=(DECIDED,))


class Site:
    """A site that is published without a browser; *failing* are pages on which the next run finds a blocking error."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.failing: set[str] = set()

    def export(self, *items: Item, **more: object) -> None:
        casem(self.settings.sources[0].path / "casem", items, **more)  # type: ignore[arg-type]  # what casem takes

    def record(self, said: str) -> None:
        """Write a recording in which *said* is all that is said."""
        folder = self.settings.sources[0].path
        (folder / "r.webm").write_bytes(said.encode())
        (folder / "r.vtt").write_text(f"WEBVTT\n\n00:01.000 --> 00:02.000\n{said}\n", encoding="utf-8")
        captions = 'captions = [{ file = "r.vtt", language = "fi" }]'
        about = f'organization = "Kaupunginhallitus"\ndate = 2026-09-14\nfile = "r.webm"\n{captions}\n'
        (folder / "r.toml").write_text(f'{about}[moments]\n1 = "0:00:00"\n2 = "0:00:01"\n', encoding="utf-8")

    def publish(self) -> Outcome:
        return pipeline.publish(self.settings, DAY, silent)

    def says(self, words: str) -> bool:
        """Tell whether *words* stand in any file of the site, or in the last published versions."""
        folders = (self.settings.site_dir, self.settings.private_dir)
        contents = [path.read_bytes() for folder in folders for path in folder.rglob("*") if path.is_file()]
        return any(words.encode() in content for content in contents)

    @property
    def stored(self) -> RedactedMeeting:
        return Store(self.settings.private_dir).published()[MEETING]

    @property
    def attachments(self) -> list[str]:
        return sorted(path.relative_to(self.settings.site_dir).as_posix() for path in self.settings.site_dir.rglob("*.pdf"))


@pytest.fixture
def site(town: Town, monkeypatch: pytest.MonkeyPatch) -> Site:
    made = Site(town())

    def audited(folder: Path, pages: list[str], *, language: str, **_: object) -> Audit:
        found = audit.audit_files(folder, pages, language=language)
        return msgspec.structs.replace(found, findings=tuple(_finding(page) for page in pages if page in made.failing))

    monkeypatch.setattr("generator.workshop.audit.audit_site", audited)
    return made


def _finding(page: str) -> Finding:
    return Finding(
        page=page, rule="link_text_vague", engine="pykala", criteria=("2.4.4",), clauses=("9.2.4.4",),
        outcome=RuleOutcome.FAILED, impact="serious", selector="a", snippet="<a>", message="",
    )  # fmt: skip


def item(*properties: tuple[str, str], title: str = "Hakemus", listed: str | None = None) -> Item:
    return Item(title=title, listed=listed, properties=(("Description", f"<p>{OLD}.</p>"), *properties, DECIDED))


@pytest.mark.parametrize(
    "now",
    [
        item(SECRET),
        item(title="Hakemus (salassa pidettävä)"),
        item(("PublicityClass", "kaksikymmentä")),
        item(("PersonalData", "kyllä")),
        Item(title="Hakemus", properties=(("Description", f"<p>Alku.</p><p>Salassa pidettävä:</p><p>{OLD}.</p>"), DECIDED)),
        Item(title="Hakemus", properties=(("Description", f"<p>Alku.</p><p>Kohta on salassa pidettävä. {OLD}.</p>"), DECIDED)),
        item(title="Hakemus", listed="Hakemus (salassa pidettävä)"),
        item(title="Hakemus (salassa pidettävä)", listed="Hakemus"),
    ],
    ids=["class", "title", "unknown class", "personal data", "passage", "doubt", "the list's title", "the item's title"],
)
@pytest.mark.parametrize("is_meeting_held", [True, False], ids=["held", "published"])
def test_what_became_secret_goes_also_when_its_meeting_is_held(site: Site, now: Item, *, is_meeting_held: bool) -> None:
    site.export(PLAIN, item())
    site.publish()
    was_there = site.says(OLD)
    site.export(PLAIN, now)
    site.failing = {OTHER_PAGE} if is_meeting_held else set()
    outcome = site.publish()

    assert (was_there, site.says(OLD)) == (True, False)
    assert bool(outcome.decision.new) is not is_meeting_held


def test_what_one_of_two_disagreeing_exports_calls_secret_goes(site: Site) -> None:
    site.export(PLAIN, item())
    site.publish()
    casem(site.settings.sources[0].path / "uusi", [PLAIN, item(SECRET)])
    outcome = site.publish()

    assert [message.code for message in outcome.messages] == ["importers.meeting_twice"]
    assert not site.says(OLD)


def test_shared_pages_of_what_is_held_with_everything_else_are_not_left_behind(site: Site) -> None:
    site.export(PLAIN, item())
    site.publish()
    news = Item(title="Uutinen", properties=(("CaseNativeId", "TesDno-2026-77"), DECIDED))
    site.export(PLAIN, item(SECRET), news)
    site.failing = {"/index.html"}
    outcome = site.publish()

    assert (outcome.decision.new, outcome.released) == ((), True)
    assert not (site.settings.site_dir / "asiat" / "tesdno-2026-77.html").exists()
    assert not site.says("Uutinen")


def test_what_became_secret_goes_when_all_shared_pages_fail(site: Site) -> None:
    site.export(PLAIN, item())
    site.publish()
    site.export(PLAIN, item(SECRET))
    site.failing = {"/index.html"}
    site.publish()

    assert not site.says(OLD)


def test_everything_goes_when_unmarked_items_are_to_wait(site: Site) -> None:
    site.export(
        PLAIN, item(), cover=[("AgendaAttachment", download(8001, "Esityslista.pdf"))], files={"8001.pdf": pdfs.pdf("Kaikki.")}
    )
    site.publish()
    had = site.attachments
    (source,) = site.settings.sources
    site.settings = msgspec.structs.replace(site.settings, sources=(msgspec.structs.replace(source, unmarked="hold"),))
    outcome = site.publish()

    assert outcome.released
    assert had
    assert site.attachments == []
    assert not site.says(OLD)


def test_an_attachment_that_became_secret_goes_when_its_meeting_is_held(site: Site) -> None:
    files = {"8001.pdf": pdfs.pdf("Hakijan tilanne on vaikea."), "8002.pdf": pdfs.pdf("Kartta alueesta.")}
    links = [download(8001, "Hakemus.pdf"), download(8002, "Kartta.pdf")]
    site.export(PLAIN, item(("Attachments", "".join(links))), files=files)
    site.publish()
    had = site.attachments
    links[0] = download(8001, "Hakemus (salassa pidettävä).pdf")
    site.export(PLAIN, item(("Attachments", "".join(links))), files=files)
    site.failing = {OTHER_PAGE}
    site.publish()

    assert len(had) == 2
    assert site.attachments == [f"{MEETING}/2/liite-2.pdf"]
    assert not site.says("Hakemus.pdf")


def test_a_new_attachment_is_not_overwritten_by_the_old_one_of_the_same_place(site: Site) -> None:
    links = ("Attachments", download(8001, "Hakemus.pdf"))
    site.export(item(links), item(title="Toinen"), files={"8001.pdf": pdfs.pdf("Vanha liite.")})
    site.publish()
    old = (site.settings.site_dir / MEETING / "1" / "liite-1.pdf").read_bytes()
    site.export(item(links), item(title="Toinen", listed="Kolmas"), files={"8001.pdf": pdfs.pdf("Uusi liite.")})
    outcome = site.publish()
    new = site.settings.site_dir / MEETING / "1" / "liite-1.pdf"

    assert [held.item for held in outcome.decision.held] == [f"{MEETING}/2"]
    assert new.is_file()
    assert new.read_bytes() != old


def test_a_held_meeting_keeps_its_text_and_its_files(site: Site) -> None:
    links = ("Attachments", download(8001, "Kartta.pdf"))
    site.record("Avaan kokouksen.")
    site.export(PLAIN, item(links), files={"8001.pdf": pdfs.pdf("Kartta alueesta.")})
    site.publish()
    before = {path: path.read_bytes() for path in (site.settings.site_dir / MEETING).rglob("*") if path.is_file()}
    site.record("Aivan muuta.")
    site.export(PLAIN, item(links, title="Uusi otsikko"), files={"8001.pdf": pdfs.pdf("Uusi kartta.")})
    site.failing = {OTHER_PAGE}
    site.publish()

    assert {path.name for path in before} >= {"liite-1.pdf", "tallenne.webm", "tekstitys-fi.vtt"}
    assert {path: path.read_bytes() for path in before} == before


def test_a_recording_goes_when_an_item_became_secret_in_a_held_meeting(site: Site) -> None:
    site.record("Kuulemme hakijan tilanteesta.")
    site.export(PLAIN, item())
    site.publish()
    had = site.says("Kuulemme hakijan")
    site.export(PLAIN, item(SECRET))
    site.failing = {OTHER_PAGE}
    site.publish()

    assert (had, site.says("Kuulemme hakijan")) == (True, False)
    assert not list(site.settings.site_dir.rglob("*.webm"))


def test_a_published_meeting_stays_when_its_export_is_gone(site: Site) -> None:
    site.export(PLAIN, item())
    site.publish()
    (site.settings.sources[0].path / "casem").rename(site.settings.sources[0].path.parent / "pois")
    outcome = site.publish()

    assert not outcome.released
    assert site.says(OLD)
    assert len(site.stored.items) == 2


def test_the_history_of_a_held_meeting_names_what_went_from_it(site: Site) -> None:
    site.export(PLAIN, item())
    site.publish()
    site.export(PLAIN, item(SECRET))
    site.failing = {OTHER_PAGE}
    site.publish()
    page = (site.settings.site_dir / f"{MEETING}.html").read_text(encoding="utf-8")

    assert [version.changed for version in site.stored.versions] == [(), (f"{MEETING}/2",)]
    assert 'id="history"' in page
