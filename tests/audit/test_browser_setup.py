"""What `make` calls before it needs a browser."""

import subprocess
from typing import Any

import pytest

from generator.audit import browser, browser_setup
from generator.audit.browser import Installed


@pytest.fixture
def commands(monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """Stand in for a machine without a browser, with root and apt-get; return the commands it is given."""
    given: list[list[str]] = []

    def run(command: tuple[str, ...], **_: Any) -> subprocess.CompletedProcess[bytes]:
        given.append(list(command))
        return subprocess.CompletedProcess(command, 0)

    answers = iter([None, Installed("/usr/bin/chromium", "/usr/bin/chromedriver")])
    monkeypatch.setattr(browser_setup, "installed", lambda: next(answers))
    monkeypatch.setattr(browser_setup.os, "geteuid", lambda: 0)
    monkeypatch.setattr(browser_setup.shutil, "which", lambda _: "/usr/bin/apt-get")
    monkeypatch.setattr(browser_setup.subprocess, "run", run)
    return given


def test_a_browser_that_is_there_is_enough_and_nothing_is_said(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(browser_setup, "installed", lambda: Installed("/b", "/d"))

    assert browser_setup.main() == 0
    assert capfd.readouterr() == ("", "")


def test_root_installs_it_with_apt(commands: list[list[str]]) -> None:
    assert browser_setup.main() == 0
    assert [command[0] for command in commands] == ["apt-get", "apt-get"]
    assert commands[1][-2:] == ["chromium", "chromium-driver"]


def test_who_is_not_root_never_calls_apt_and_gets_what_selenium_fetches(
    commands: list[list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(browser_setup.os, "geteuid", lambda: 1000)
    monkeypatch.setattr(browser_setup, "by_selenium_manager", lambda: Installed("/b", "/d"))

    assert browser_setup.main() == 0
    assert commands == []


def test_one_sentence_says_what_to_install_when_nothing_helps(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(browser_setup, "installed", lambda: None)
    monkeypatch.setattr(browser_setup.shutil, "which", lambda _: None)
    monkeypatch.setattr(browser_setup, "by_selenium_manager", lambda: None)

    assert browser_setup.main() == 1
    assert capfd.readouterr().err.count("\n") == 1


def test_what_seleniums_manager_names_must_be_there(monkeypatch: pytest.MonkeyPatch) -> None:
    paths = {"browser_path": "/nowhere/chrome", "driver_path": "/nowhere/chromedriver"}
    monkeypatch.setattr(browser.SeleniumManager, "binary_paths", lambda *_: paths)

    assert browser.by_selenium_manager("--offline") is None
