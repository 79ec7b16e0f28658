"""The Nu HTML Checker (vnu) finds no error on any page of the published example."""

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest

from generator.audit import pages_in

ROOT = Path(__file__).parents[2]
# `make vnu` puts it there; PYKALA_VNU names another.
JAR = Path(os.environ.get("PYKALA_VNU", ROOT / "work" / "vnu" / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"))

pytestmark = [
    pytest.mark.browser,
    pytest.mark.slow,
    pytest.mark.skipif(shutil.which("java") is None, reason="the Nu HTML Checker needs java, which is not on PATH"),
    pytest.mark.skipif(not JAR.is_file(), reason="the Nu HTML Checker is not here: run `make vnu`, or set PYKALA_VNU"),
]


def check(*files: Path) -> list[str]:
    """Return what vnu calls an error in *files*; anything but its own answer is an error of the test."""
    command = ["java", "-Xss4m", "-jar", str(JAR), "--errors-only", "--format", "json", "--exit-zero-always", *map(str, files)]
    answer = subprocess.run(command, capture_output=True, text=True, check=True)
    return [f"{message['url']}: {message['message']}" for message in json.loads(answer.stderr)["messages"]]


def test_no_page_of_the_example_has_an_error(site: Path) -> None:
    pages = [site / address.lstrip("/") for address in pages_in(site)]

    assert check(*pages) == []


def test_the_checker_sees_an_error_where_there_is_one(tmp_path: Path) -> None:
    page = tmp_path / "a.html"
    page.write_text("<!doctype html><html lang=fi><title>a</title><ul><p>Ei luettelossa</p></ul>", encoding="utf-8")

    assert len(check(page)) == 1
