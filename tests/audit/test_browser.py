"""axe in a real Chromium: what it must find, and when it must refuse to call a page audited."""

import os
import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from selenium.webdriver import Chrome

from accessibility_rules import Outcome, accesslint, axe
from generator.audit import Level, audit, axe_run
from generator.audit.browser import browser_with_axe
from generator.audit.findings import blocks
from generator.errors import AuditError
from tests.audit.conftest import Folder

pytestmark = pytest.mark.browser
NO_ALT = '<img src="/vaakuna.svg">'


@pytest.fixture
def answers(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Return a way to have every page answered as told: what a broken engine would say."""

    def give(**answer: object) -> None:
        class _Browser:
            def get(self, url: str) -> None:
                self.url = url

            def execute_cdp_cmd(self, *_: object) -> None:
                pass

            def execute_script(self, script: str, *_: object) -> object:
                second = {"version": accesslint.VERSION, "asked": len(accesslint.RULES)}
                return second if "pageAudit.opinions" in script else []

            def execute_async_script(self, *_: object) -> dict[str, object]:
                whole = {"status": 200, "address": self.url, "width": 1280, "version": axe.VERSION, "ran": 60}
                return {**whole, **answer}

        @contextmanager
        def browser() -> Iterator[Any]:
            yield _Browser()

        def navigate_to_all(*given: Any, **_: object) -> Iterator[tuple[str, None]]:
            return ((path, None) for path in given[3])

        monkeypatch.setattr(axe_run, "browser_with_axe", browser)
        monkeypatch.setattr(axe_run.realm, "look", navigate_to_all)

    return give


def test_a_seeded_violation_is_found_on_its_page_only_and_every_page_has_a_result(folder: Folder) -> None:
    done: list[str] = []
    site = folder({"/a.html": NO_ALT, "/as/b.html": "<p>Ei kuvaa.</p>", "/ä ö.html": "<p>Ei kuvaa.</p>"})

    found = audit(site, language="fi", on_page=done.append)

    assert [(finding.page, finding.rule, finding.criteria) for finding in found.findings] == [
        ("/a.html", "image-alt", ("1.1.1",))
    ]
    assert [page.engines for page in found.pages] == [("accessibility_rules", "axe-core", "Chromium")] * 3
    assert done == ["/a.html", "/as/b.html", "/ä ö.html"]


def test_a_finding_of_axe_is_complete_and_shows_no_text(folder: Folder) -> None:
    [finding] = audit(folder({"/a.html": '<img src="vaakuna.svg" title="">'}), language="fi").findings

    assert finding.outcome is Outcome.FAILED
    assert (finding.engine, finding.impact, finding.clauses) == ("axe-core", "critical", ("9.1.1.1",))
    assert finding.selector == "html > body > main > img:nth-child(2)"
    assert finding.snippet == '<img src="…" title="">'


def test_what_axe_cannot_decide_is_for_a_person(folder: Folder) -> None:
    site = folder({"/a.html": '<link rel="stylesheet" href="s.css"><p class="over">Teksti kuvan päällä</p>'})
    (site / "s.css").write_text(".over { background-image: url(vaakuna.svg); color: #777 }", encoding="utf-8")

    [finding] = audit(site, language="fi").findings

    assert (finding.rule, finding.outcome) == ("color-contrast", Outcome.CANT_TELL)


def test_styles_count_and_a_finding_names_the_viewports_it_was_seen_in(folder: Folder) -> None:
    body = '<link rel="stylesheet" href="s.css"><p class="pale">Vaalea</p><p class="wide">Leveä</p><p class="slim">Kapea</p>'
    site = folder({"/a.html": body})
    (site / "s.css").write_text(
        ".pale { color: #bbb } @media (width: 1280px) and (height: 1024px) { .wide { color: #ccc } }"
        "@media (width: 320px) and (height: 256px) { .slim { color: #ddd } }",
        encoding="utf-8",
    )

    found = audit(site, language="fi")

    assert [(finding.snippet, finding.viewports) for finding in found.findings] == [
        ('<p class="pale">…</p>', ("1280x1024", "320x256")),
        ('<p class="wide">…</p>', ("1280x1024",)),
        ('<p class="slim">…</p>', ("320x256",)),
    ]
    assert found.viewports == ("1280x1024", "320x256")


@pytest.mark.parametrize("target", ["b.html", "http://kuutamoniemi.invalid/"])
def test_a_page_that_redirects_is_audited_before_it_does(folder: Folder, target: str) -> None:
    site = folder({"/a.html": f'<meta http-equiv="refresh" content="0; url={target}">{NO_ALT}', "/b.html": ""})

    assert [finding.page for finding in audit(site, language="fi").findings] == ["/a.html"]


def test_an_image_without_alternative_inside_a_frame_is_found(folder: Folder) -> None:
    site = folder({"/a.html": '<iframe title="Kehys" src="inner.html"></iframe>', "/inner.html": NO_ALT})

    found = audit(site, ["/a.html"], language="fi").findings

    assert [finding.selector for finding in found if finding.rule == "image-alt"] == [
        "html > body > main > iframe:nth-child(2) >>> html > body > main > img:nth-child(2)"
    ]


def test_the_browser_is_renewed_on_the_way_and_no_page_is_lost(folder: Folder, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(axe_run, "_BROWSER_LASTS", 2)

    found = audit(folder({f"/{number}.html": NO_ALT for number in range(3)}), language="fi")

    assert [finding.page for finding in found.findings] == ["/0.html", "/1.html", "/2.html"]


def test_what_a_scroll_region_hides_is_judged_all_the_same(folder: Folder) -> None:
    cells = "".join(f'<td class="{"pale" if number == 38 else ""}">{number:09}</td>' for number in range(40))
    row = f'<tr><th scope="row">Vuosi</th>{cells}</tr>'
    table = f'<div class="scroll" tabindex="0"><table><caption>Vuodet</caption>{row}</table></div>'
    site = folder({"/a.html": f'<link rel="stylesheet" href="s.css">{table}'})
    (site / "s.css").write_text(".scroll { overflow: auto; width: 250px } .pale { color: #ccc }", encoding="utf-8")

    found = [(finding.rule, finding.outcome, finding.snippet) for finding in audit(site, language="fi").findings]

    assert found == [("color-contrast", Outcome.FAILED, '<td class="pale">…</td>')]


@pytest.mark.parametrize(
    ("markup", "selector"),
    [
        ('<link rel="stylesheet" href="gone.css">', "html > body > main > link:nth-child(2)"),
        ('<img src="gone.png" alt="Vaakuna">', "html > body > main > img:nth-child(2)"),
        ('<link rel="stylesheet" href="half.css"><p class="arms">Vaakuna</p>', "html"),
    ],
)
def test_a_file_that_is_not_there_is_a_failure_of_the_page(folder: Folder, markup: str, selector: str) -> None:
    site = folder({"/a.html": markup, "/b.html": ""})
    (site / "half.css").write_text(".arms { border-image: url(gone.svg) 1 }", encoding="utf-8")

    [finding] = audit(site, language="fi").findings

    assert (finding.page, finding.rule, finding.outcome) == ("/a.html", "file_missing", Outcome.FAILED)
    assert (finding.engine, finding.selector, finding.criteria) == ("Chromium", selector, ())


def test_a_page_that_is_too_wide_for_a_narrow_window_is_for_a_person(folder: Folder) -> None:
    site = folder({"/a.html": f"<p>{'pitkäsana' * 9}</p>", "/b.html": f"<p>{'lyhyt sana ' * 9}</p>"})

    [finding] = audit(site, language="fi").findings

    assert (finding.page, finding.rule, finding.outcome) == ("/a.html", "page_scrolls_sideways", Outcome.CANT_TELL)
    assert (finding.selector, finding.viewports) == ("html > body > main > p:nth-child(2)", ("320x256",))


def test_our_own_rules_for_the_browser_see_each_page_as_it_is_enlarged_and_walked_through(folder: Folder) -> None:
    trap = '<button onblur="this.focus()">Hae</button><a href="b.html">Kokoukset</a>'
    body = f'<link rel="stylesheet" href="s.css"><div>{"Lautakunta päättää. " * 20}</div>'
    site = folder({"/a.html": body, "/b.html": ""})
    (site / "s.css").write_text("div { overflow: hidden; height: 1.5em }", encoding="utf-8")
    # The page of the fixture forbids scripts.
    (site / "c.html").write_text(
        f"<!doctype html><html lang=fi><title>Kokous c</title><main><h1>Kokous</h1>{trap}</main>", encoding="utf-8"
    )

    found = [(finding.page, finding.rule, finding.viewports) for finding in audit(site, language="fi").findings]

    assert found == [
        ("/a.html", "text_clipped_zoomed", ("640x512",)),
        ("/c.html", "keyboard_trapped", ("1280x1024",)),
    ]


def test_a_criterion_of_level_aaa_is_asked_for_only_at_that_level(folder: Folder) -> None:
    site = folder({"/a.html": '<link rel="stylesheet" href="s.css"><p>Harmaa</p>'})
    (site / "s.css").write_text("p { color: #666 }", encoding="utf-8")

    assert audit(site, language="fi").findings == ()
    assert [finding.rule for finding in audit(site, language="fi", level=Level.AAA).findings] == ["color-contrast-enhanced"]


def test_a_rule_for_the_browser_that_breaks_fails_the_audit(folder: Folder, monkeypatch: pytest.MonkeyPatch) -> None:
    broken = "window.accessibilityRules = { begin: async () => { throw new TypeError() } };"
    monkeypatch.setattr("generator.audit.browser.rules_script", lambda _: broken)

    with pytest.raises(AuditError) as caught:
        audit(folder({"/a.html": ""}), language="fi")

    assert (caught.value.code, caught.value.where, caught.value.arguments) == (
        "audit.engine_failed",
        "/a.html",
        {"kind": "TypeError"},
    )


def test_a_page_that_is_not_served_fails_the_audit(folder: Folder) -> None:
    with pytest.raises(AuditError) as caught:
        axe_run.check(folder({"/a.html": ""}), ["/a.html", "/gone.html"], snippet=str, language="fi", on_page=lambda _: None)

    assert (caught.value.code, caught.value.where, caught.value.arguments) == (
        "audit.page_not_served",
        "/gone.html",
        {"status": 404},
    )


def test_a_driver_that_dies_fails_the_audit_and_leaves_no_browser_behind(
    folder: Folder, monkeypatch: pytest.MonkeyPatch
) -> None:
    browsers: list[int] = []

    @contextmanager
    def dying() -> Iterator[Chrome]:
        with browser_with_axe() as browser:
            browsers.append(browser.capabilities["goog:processID"])
            os.kill(browser.service.process.pid, signal.SIGKILL)
            yield browser

    monkeypatch.setattr(axe_run, "browser_with_axe", dying)

    with pytest.raises(AuditError) as caught:
        audit(folder({"/a.html": ""}), language="fi")

    assert caught.value.code == "audit.browser_died"
    assert not _runs(browsers[0])


def test_a_page_that_never_ends_fails_the_audit(folder: Folder, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("generator.audit.browser._SECONDS", 8)
    site = folder({"/a.html": ""})
    (site / "a.html").write_text("<!doctype html><html lang=fi><title>a</title><script>for (;;);</script>", encoding="utf-8")

    with pytest.raises(AuditError) as caught:
        audit(site, language="fi")

    assert (caught.value.code, caught.value.where) == ("audit.page_timed_out", "/a.html")


@pytest.mark.parametrize(
    ("answer", "code"),
    [
        ({"error": "TypeError"}, "audit.engine_failed"),
        ({"ran": 0}, "audit.engine_empty"),
        ({"version": "3.1.1"}, "audit.engine_empty"),
        ({"address": "http://127.0.0.1:1/other.html"}, "audit.page_left"),
        ({"status": 429}, "audit.page_not_served"),
        ({"width": 800}, "audit.viewport_refused"),
    ],
)
def test_an_answer_that_is_not_whole_fails_the_audit(
    folder: Folder, answers: Callable[..., None], answer: dict[str, object], code: str
) -> None:
    answers(**answer)

    with pytest.raises(AuditError) as caught:
        audit(folder({"/a.html": ""}), language="fi")

    assert (caught.value.code, caught.value.where) == (code, "/a.html")


def test_a_machine_without_a_browser_is_told_what_to_install(folder: Folder, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("generator.audit.browser.installed", lambda: None)

    with pytest.raises(AuditError) as caught:
        audit(folder({"/a.html": ""}), language="fi")

    assert caught.value.code == "audit.browser_missing"


def _runs(process_id: int) -> bool:
    status = Path(f"/proc/{process_id}/stat")
    return status.exists() and status.read_text(encoding="utf-8").rpartition(")")[2].split()[0] != "Z"


def test_what_only_wcag_2_2_asks_for_is_told_and_blocks_nothing(folder: Folder) -> None:
    site = folder({"/a.html": '<link rel="stylesheet" href="s.css"><p><a href="b.html">i</a><a href="c.html">j</a></p>'})
    (site / "s.css").write_text("a { display: inline-block; width: 12px; height: 12px; line-height: 12px }", encoding="utf-8")

    found = [finding for finding in audit(site, language="fi").findings if finding.engine == axe_run.ENGINE]

    assert {(finding.rule, finding.criteria, finding.clauses) for finding in found} == {("target-size", ("2.5.8",), ())}
    assert {finding.outcome for finding in found} == {Outcome.FAILED}
    assert not any(map(blocks, found))
