"""Killed at any moment: the old site is whole, and the next run makes the same bytes as if nothing had happened."""

import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.config import Settings
from tests.sites import ROOT

pytestmark = [pytest.mark.browser, pytest.mark.slow]

VERSIONS = ROOT / "examples" / "versions"
KILLS = 20
COMMAND = [sys.executable, "-m", "generator", "publish", "--at", "2026-10-15"]


def run(folder: Path) -> float:
    """Publish the site in *folder*, and return how many seconds it took."""
    start = time.monotonic()
    subprocess.run(COMMAND, cwd=folder, check=True, capture_output=True)
    return time.monotonic() - start


def killed(folder: Path, after: float) -> None:
    """Publish the site in *folder*, and kill the run, with the browser that it started, *after* so many seconds."""
    child = subprocess.Popen(COMMAND, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True)
    time.sleep(after)
    os.killpg(child.pid, signal.SIGKILL)
    child.wait()


def files(folder: Path) -> dict[str, bytes]:
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


def kept(folder: Path) -> dict[str, bytes]:
    return {name: content for name, content in files(folder / "private").items() if name != "lock"}


def test_a_run_that_is_killed_twenty_times_leaves_the_old_site_whole_and_the_next_one_the_same(
    town: Callable[..., Settings], tmp_path: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    town(VERSIONS / "1-agenda")
    run(tmp_path)
    old = files(tmp_path / "site")
    shutil.rmtree(tmp_path / "exports")
    shutil.copytree(VERSIONS / "2-minutes", tmp_path / "exports" / "minutes")
    other = tmp_path_factory.mktemp("undisturbed") / "town"
    shutil.copytree(tmp_path, other)
    length = run(other)
    new = files(other / "site")
    moments = random.Random(621)  # noqa: S311 - moments to kill at, not a secret
    sites, results = [], []
    for place in range(KILLS):
        folder = tmp_path_factory.mktemp(f"killed{place}") / "town"
        shutil.copytree(tmp_path, folder)
        killed(folder, length * moments.uniform(0.05, 1.0))
        sites.append(files(folder / "site"))
        run(folder)
        results.append((files(folder / "site"), kept(folder), files(folder / "releases")))

    assert old != new
    assert [site in (old, new) for site in sites] == [True] * KILLS
    assert [result == (new, kept(other), files(other / "releases")) for result in results] == [True] * KILLS
