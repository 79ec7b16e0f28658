"""Sites that are published again and again without a browser, and what became of them."""

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest
from msgspec.structs import replace

from generator import audit, pipeline
from generator.audit.findings import Audit
from generator.config import Settings
from generator.pipeline import Outcome
from generator.progress import silent
from generator.store import Releases, Store
from tests.exports import Item, casem
from tests.sites import DAY

MEETING = "kaupunginhallitus/2026-09-14"
DECIDED = ("Decision", "<p>Hyväksyttiin.</p>")
CHECKED = ("Status", "Pöytäkirja on tarkastettu")


def said(text: str, *properties: tuple[str, str], title: str = "Hakemus") -> Item:
    """Return a decided item of which *text* is the description."""
    return Item(title=title, properties=(("Description", f"<p>{text}</p>"), *properties, DECIDED))


def files(folder: Path) -> dict[str, bytes]:
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


class Released:
    """A site; *day* is that of the next run."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.day: date = DAY

    def publish(self, *items: Item, **more: object) -> Outcome:
        """Export *items* as the minutes of a meeting, and publish them; the next run is on the day after."""
        if items:
            casem(self.settings.sources[0].path / "casem", items, **more)  # type: ignore[arg-type]  # what casem takes
        outcome = pipeline.publish(self.settings, self.day, silent)
        self.day += timedelta(days=1)
        return outcome

    def change(self, **options: object) -> None:
        self.settings = replace(self.settings, **options)

    @property
    def store(self) -> Store:
        return Store(self.settings.private_dir)

    @property
    def releases(self) -> Releases:
        return self.store.releases()

    def kept(self, name: str) -> Path:
        return self.settings.releases_dir / name

    def says(self, words: str) -> set[str]:
        """Return which of site, kept releases and private folder say *words*."""
        folders = {
            "site": self.settings.site_dir, "kept": self.settings.releases_dir, "private": self.settings.private_dir,
        }  # fmt: skip
        return {name for name, folder in folders.items() if any(words.encode() in c for c in files(folder).values())}


@pytest.fixture
def released(town: Callable[..., Settings], monkeypatch: pytest.MonkeyPatch) -> Released:
    """A site of a test's own, which is audited by our rules and not in a browser."""

    def audited(folder: Path, pages: list[str], *, language: str, **_: object) -> Audit:
        return replace(audit.audit_files(folder, pages, language=language), findings=())

    monkeypatch.setattr("generator.workshop.audit.audit_site", audited)
    return Released(town())
