"""What earlier runs have seen spares a browser, changes no byte of what is found, and is forgotten when anything changed."""

import stat
from collections.abc import Callable
from pathlib import Path

import pytest

from accessibility_rules import Level, accesslint, axe
from generator.audit import audit_site, axe_run, kept
from generator.audit.findings import Audit, to_json
from tests.audit.conftest import Folder

pytestmark = pytest.mark.browser
STYLED = '<link rel="stylesheet" href="/s.css">'
BODY = '<p>Matti Kuuluisa</p><img src="/vaakuna.svg" data-name="Matti Kuuluisa"><div class="x"></div><p>Teksti</p>'


@pytest.fixture
def again(tmp_path: Path) -> Callable[[Path], Audit]:
    def run(site: Path) -> Audit:
        return audit_site(site, ["/a.html", "/b.html"], language="fi", memory=tmp_path / "work" / "seen.msgpack")

    return run


@pytest.fixture
def site(folder: Folder) -> Path:
    made = folder({"/a.html": BODY, "/b.html": "<p>Toinen</p>"})
    for page in made.glob("*.html"):
        page.write_text(page.read_text(encoding="utf-8").replace("</head>", f"{STYLED}</head>"), encoding="utf-8")
    (made / "s.css").write_text(".x { background: url(vaakuna.svg) no-repeat #fff; height: 9px }", encoding="utf-8")
    return made


def test_a_page_that_did_not_change_costs_no_browser_and_is_found_the_same(
    site: Path, again: Callable[[Path], Audit], monkeypatch: pytest.MonkeyPatch
) -> None:
    first = again(site)
    monkeypatch.setattr(axe_run, "browser_with_axe", None)

    assert to_json(again(site)) == to_json(first)
    assert {finding.rule for finding in first.findings} >= {"image-alt"}


@pytest.mark.parametrize(
    "change",
    [("b.html", "Toinen", "Kolmas"), ("s.css", "#fff", "#eee"), ("vaakuna.svg", "<circle", "<circle ")],
)
def test_a_page_is_asked_again_when_it_or_what_it_loads_has_changed(
    site: Path, again: Callable[[Path], Audit], monkeypatch: pytest.MonkeyPatch, change: tuple[str, str, str]
) -> None:
    again(site)
    file, old, new = change
    (site / file).write_text((site / file).read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
    monkeypatch.setattr(axe_run, "browser_with_axe", None)

    with pytest.raises(TypeError):
        again(site)


def test_another_engine_remembers_nothing(site: Path, again: Callable[[Path], Audit], monkeypatch: pytest.MonkeyPatch) -> None:
    again(site)
    monkeypatch.setattr(kept, "rules_hash", lambda: "other rules")
    monkeypatch.setattr(axe_run, "browser_with_axe", None)

    with pytest.raises(TypeError):
        again(site)


@pytest.mark.parametrize(
    "changed", [(axe, "SHA256", "0"), (accesslint, "SHA256", "0"), (accesslint, "RULES", {}), (kept, "MODES", ())]
)
def test_both_engines_what_they_are_asked_and_the_modes_are_part_of_the_key(
    monkeypatch: pytest.MonkeyPatch, changed: tuple[object, str, object]
) -> None:
    before = kept.engine_key(Level.AA)
    monkeypatch.setattr(*changed)

    assert kept.engine_key(Level.AA) != before


def test_what_is_kept_holds_no_text_and_is_its_owners_only(site: Path, again: Callable[[Path], Audit], tmp_path: Path) -> None:
    again(site)
    memory = tmp_path / "work" / "seen.msgpack"

    assert b"Matti" not in memory.read_bytes()
    assert stat.S_IMODE(memory.stat().st_mode) == 0o600


def test_a_memory_that_is_damaged_is_no_memory(site: Path, again: Callable[[Path], Audit], tmp_path: Path) -> None:
    first = again(site)
    (tmp_path / "work" / "seen.msgpack").write_bytes(b"\x93damaged")

    assert to_json(again(site)) == to_json(first)
