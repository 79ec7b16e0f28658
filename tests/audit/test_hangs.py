"""A page that never comes to an end ends the audit in bounded time, with a sentence that names it, and leaves no browser."""

import os
import time
from pathlib import Path

import pytest
from selenium.webdriver import Chrome

from generator.audit import audit, browser
from generator.errors import AuditError
from tests.audit.conftest import Folder

pytestmark = pytest.mark.browser
SECONDS = 4
BOUND = 60  # the browser's start and end on a busy machine, and what is allowed for one page
FOR_EVER = "for (;;) {}"
HANGS = {
    "while it loads": f"<script>{FOR_EVER}</script>",
    "after it has loaded": f"<script>onload = () => setTimeout(() => {{ {FOR_EVER} }}, 50)</script>",
    "when a key is pressed": f'<button id="b">Avaa</button><script>b.onkeydown = () => {{ {FOR_EVER} }}</script>',
    "when it is focused": f'<button id="b">Avaa</button><script>b.onfocus = () => {{ {FOR_EVER} }}</script>',
    "when the window changes": f"<script>onresize = () => {{ {FOR_EVER} }}</script>",
    "with questions": "<script>onload = () => setInterval(() => { for (;;) alert('?') }, 50)</script>",
    "without an end of its own": "<script>onload = () => { axe.run = () => new Promise(() => {}) }</script>",
}


@pytest.fixture(autouse=True)
def _little_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(browser, "_SECONDS", SECONDS)


@pytest.fixture
def started(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """The processes of the browsers that are started."""
    begin, ids = browser._start, []  # noqa: SLF001 - where a browser begins

    def noted(profile: str) -> Chrome:
        driver = begin(profile)
        ids.append(driver.capabilities["goog:processID"])
        return driver

    monkeypatch.setattr(browser, "_start", noted)
    return ids


def is_running(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    return "(chromium) Z" not in Path(f"/proc/{process}/stat").read_text(encoding="utf-8")


@pytest.mark.parametrize("script", HANGS.values(), ids=HANGS)
def test_a_page_that_hangs_ends_the_audit_in_bounded_time(script: str, folder: Folder, started: list[int]) -> None:
    site = folder({"/a.html": "<p>Ensimmäinen</p>", "/hangs.html": script})
    page = site / "hangs.html"
    written = page.read_text(encoding="utf-8")
    page.write_text(written.replace("script-src 'none'", "script-src 'unsafe-inline'"), encoding="utf-8")
    began = time.monotonic()

    with pytest.raises(AuditError) as refused:
        audit(site, language="fi")

    assert time.monotonic() - began < BOUND
    assert refused.value.code == "audit.page_timed_out"
    assert refused.value.where == "/hangs.html"
    assert started
    assert not any(map(is_running, started))
