"""A page that never comes to an end ends the audit in bounded time, with a sentence that names it, and leaves no browser."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from selenium.webdriver import Chrome

from generator.audit import audit, browser, hands
from generator.errors import AuditError
from tests.audit.conftest import Folder
from tests.sites import ROOT

pytestmark = pytest.mark.browser
SECONDS = 3
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
    monkeypatch.setattr(browser, "_GRACE", 1)


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


def _let_run(page: Path) -> None:
    """Let the scripts of *page* run."""
    written = page.read_text(encoding="utf-8")
    page.write_text(written.replace("script-src 'none'", "script-src 'unsafe-inline'"), encoding="utf-8")


def descendants(process: int, name: str) -> list[int]:
    """The processes called *name* that stem from *process*."""
    parents, names = {}, {}
    for status in Path("/proc").glob("[0-9]*/stat"):
        try:
            front, _, back = status.read_text(encoding="utf-8").rpartition(")")
        except OSError:  # it has ended meanwhile
            continue
        number = int(status.parent.name)
        parents[number], names[number] = int(back.split()[1]), front.partition("(")[2]
    found, more = set(), {process}
    while more:
        found |= more
        more = {number for number, parent in parents.items() if parent in more}
    return [number for number in found if names.get(number) == name]


def is_running(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    return "(chromium) Z" not in Path(f"/proc/{process}/stat").read_text(encoding="utf-8")


def test_a_page_that_answers_every_key_late_ends_the_audit_too(folder: Folder, monkeypatch: pytest.MonkeyPatch) -> None:
    late = "<script>onkeydown = () => { const end = Date.now() + 300; while (Date.now() < end); }</script>"
    site = folder({"/late.html": "".join(f'<a href="{n}.html">Asia {n}</a> ' for n in range(50)) + late})
    _let_run(site / "late.html")
    monkeypatch.setattr(hands, "_MOST_SECONDS", 1)

    with pytest.raises(AuditError) as refused:
        audit(site, language="fi")

    assert (refused.value.code, refused.value.where) == ("audit.page_timed_out", "/late.html")


@pytest.mark.parametrize("ended_by", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT])
def test_a_run_that_is_ended_from_outside_says_so_and_leaves_no_browser(ended_by: signal.Signals, folder: Folder) -> None:
    command = [sys.executable, "-m", "generator", "audit", str(folder({"/a.html": ""}))]
    slow = {"PYKALA_LANGUAGE": "en", "PYTHONPATH": str(ROOT), "PATH": os.environ["PATH"], "HOME": os.environ.get("HOME", "/")}
    # A shell that starts the tests in the background has them ignore SIGINT, and what they start, too.
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    run = subprocess.Popen(command, env=slow, stderr=subprocess.PIPE, text=True)
    signal.signal(signal.SIGINT, before)
    with run:
        while not (browsers := descendants(run.pid, "chromium")) and run.poll() is None:
            time.sleep(0.02)
        run.send_signal(ended_by)
        _, told = run.communicate(timeout=BOUND)

    assert run.returncode == 1
    assert told == "the run was ended from outside before it was done; the site is whole, run the command again.\n"
    assert browsers
    assert not any(map(is_running, browsers))


@pytest.mark.parametrize("script", HANGS.values(), ids=HANGS)
def test_a_page_that_hangs_ends_the_audit_in_bounded_time(script: str, folder: Folder, started: list[int]) -> None:
    site = folder({"/a.html": "<p>Ensimmäinen</p>", "/hangs.html": script})
    _let_run(site / "hangs.html")
    began = time.monotonic()

    with pytest.raises(AuditError) as refused:
        audit(site, language="fi")

    assert time.monotonic() - began < BOUND
    assert refused.value.code == "audit.page_timed_out"
    assert refused.value.where == "/hangs.html"
    assert started
    assert not any(map(is_running, started))
