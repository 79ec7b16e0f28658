"""A configuration that says nothing of private persons' names publishes none of them, and asks about the doubtful."""

from pathlib import Path

import msgspec
import pytest

from generator import config, intake
from generator.commands import new
from generator.model.identifiers import Known
from generator.model.redacted import HeldItem, PublicItem, ShownItem
from tests.exports import Item, casem
from tests.sites import SETTINGS

SILENT = SETTINGS.replace("UNMARKED", "public").replace("      private_names: leave\n", "")
SURE = "Avustus myönnetään Vilhelmiina Korhoselle hakemuksen mukaisesti."
DOUBTFUL = "Lausunto saatiin Hillalta."


def items(folder: Path, says: str) -> tuple[ShownItem, ...]:
    """Return what becomes of an item with a sure name, one with a doubtful one, and one about nobody."""
    texts = (SURE, DOUBTFUL, "Kokous todettiin lailliseksi.")
    told = [Item(title=f"Asia {n}", properties=(("Decision", f"<p>{text}</p>"),)) for n, text in enumerate(texts, 1)]
    casem(folder / "exports" / "casem", told)
    (folder / "content").mkdir()
    (folder / "mkdocs.yml").write_text(SILENT + says, encoding="utf-8")
    (meeting,) = intake.take_in(config.load(folder / "mkdocs.yml"), Known()).meetings
    return meeting.items


def test_where_nothing_is_said_no_private_person_is_named(tmp_path: Path) -> None:
    shown = items(tmp_path, "")

    assert [type(item) for item in shown] == [PublicItem, HeldItem, PublicItem]
    assert not any(name in str(msgspec.to_builtins(shown)) for name in ("Vilhelmiina", "Korho", "Hilla"))


def test_a_place_of_the_municipality_is_not_asked_about(tmp_path: Path) -> None:
    shown = items(tmp_path, "      place_names: [Hilla]\n")

    assert all(isinstance(item, PublicItem) for item in shown)


def test_names_stand_where_the_municipality_says_that_it_has_read_every_text(tmp_path: Path) -> None:
    shown = str(msgspec.to_builtins(items(tmp_path, "      private_names: leave\n")))

    assert "Vilhelmiina Korhoselle" in shown
    assert "Hillalta" in shown


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_a_new_site_asks_and_says_so(language: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYKALA_LANGUAGE", language)
    new.make(tmp_path / "town", name="Testilä", unmarked="public")

    assert "      private_names: ask\n" in (tmp_path / "town" / "mkdocs.yml").read_text(encoding="utf-8")
    assert config.load(tmp_path / "town" / "mkdocs.yml").private_names == "ask"
