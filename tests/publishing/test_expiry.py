"""Files take the place of others on their day: whole, once, and by Python and by the web host's shell alike."""

import json
import os
import shutil
import subprocess
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from generator.publishing import expiry
from generator.rendering import fragments

RELEASED, FIRST, SECOND = date(2026, 10, 15), date(2026, 10, 20), date(2026, 11, 2)
ODD = "lauta kunta/-rf 'x' \"y\" $(z) ; åäö*.html"
SHELLS = [name for name in ("sh", "dash", "busybox") if shutil.which(name)]
NAMED, MASKED = "Vilhelmiina Kurkiaura", "[nimi poistettu]"

Expire = Callable[[Path, date], list[str]]


def write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A release with one name that goes on each of two days, and a text that goes on the second."""
    folder = tmp_path / "site"
    for name in ("board/45.html", ODD):
        write(folder / name, NAMED)
        write(folder / f"{name}.gz", NAMED)
    write(folder / "board/whole.html", f"{NAMED} {NAMED}")
    write(folder / "board/liite 1.pdf", NAMED)
    write(folder / "index.html", "index")
    write(folder / f"_expiry/{FIRST}/board/45.html", MASKED)
    write(folder / f"_expiry/{FIRST}/board/whole.html", f"{MASKED} {NAMED}")
    write(folder / f"_expiry/{SECOND}/board/whole.html", f"{MASKED} {MASKED}")
    write(folder / f"_expiry/{SECOND}/{ODD}", MASKED)
    expiry.prepare_deletion(folder, SECOND, ["board/liite 1.pdf", "not/there.html"])
    expiry.prepare(folder, RELEASED)
    write(folder / expiry.SCRIPT, f"{fragments.render('expire.sh.html')}\n")
    return folder


def in_python(site: Path, day: date) -> list[str]:
    return list(expiry.apply(site, day))


def in_shell(shell: str) -> Expire:
    def run(site: Path, day: date) -> list[str]:
        command = [shell, "sh"] if shell == "busybox" else [shell]
        done = subprocess.run(
            [*command, str(site / expiry.SCRIPT), day.isoformat()], check=True, capture_output=True, text=True, cwd="/"
        )
        assert done.stderr == ""
        return done.stdout.split()

    return run


EVERY_WAY = pytest.mark.parametrize("expire", [in_python, *map(in_shell, SHELLS)], ids=["python", *SHELLS])


def files(site: Path) -> dict[str, str]:
    return {path.relative_to(site).as_posix(): path.read_text() for path in sorted(site.rglob("*")) if path.is_file()}


def status(site: Path) -> dict[str, str | None]:
    return json.loads((site / ".well-known" / "pykala.json").read_text())


@EVERY_WAY
def test_nothing_changes_before_the_day(site: Path, expire: Expire) -> None:
    before = files(site)

    assert (expire(site, date(2026, 10, 19)), files(site)) == ([], before)
    assert status(site) == {"release": "2026-10-15", "next_expiry": "2026-10-20"}


@EVERY_WAY
def test_what_is_due_on_the_day_takes_its_place_and_the_rest_waits(site: Path, expire: Expire) -> None:
    applied = expire(site, FIRST)

    assert applied == ["2026-10-20"]
    assert (site / "board/45.html").read_text() == MASKED
    assert (site / "board/whole.html").read_text() == f"{MASKED} {NAMED}"
    assert (site / ODD).read_text() == NAMED
    assert not (site / "_expiry/2026-10-20").exists()
    assert status(site) == {"release": "2026-10-15", "next_expiry": "2026-11-02"}


@EVERY_WAY
def test_days_that_were_missed_are_applied_in_order(site: Path, expire: Expire) -> None:
    applied = expire(site, date(2027, 1, 1))

    assert applied == ["2026-10-20", "2026-11-02"]
    assert [name for name, text in files(site).items() if NAMED in text] == []
    assert sorted(files(site)) == sorted(
        [".well-known/pykala.json", ODD, "board/45.html", "board/whole.html", "expire.sh", "index.html"]
    )
    assert status(site) == {"release": "2026-10-15", "next_expiry": None}
    assert not (site / "_expiry").exists()


@EVERY_WAY
def test_a_second_run_finds_nothing_to_do(site: Path, expire: Expire) -> None:
    expire(site, SECOND)
    after = files(site)

    assert (expire(site, SECOND), files(site)) == ([], after)


@EVERY_WAY
def test_a_release_that_shares_its_files_keeps_its_own(site: Path, tmp_path: Path, expire: Expire) -> None:
    kept = tmp_path / "kept"
    shutil.copytree(site, kept, copy_function=os.link)
    before = files(kept)
    expire(site, SECOND)

    assert files(kept) == before


@EVERY_WAY
def test_a_run_that_broke_off_is_finished_by_the_next(site: Path, expire: Expire) -> None:
    (site / f"_expiry/{FIRST}/board/45.html").replace(site / "board/45.html")

    assert expire(site, FIRST) == ["2026-10-20"]
    assert (site / "board/45.html").read_text() == MASKED


@EVERY_WAY
def test_a_site_on_which_nothing_is_timed_needs_nothing(tmp_path: Path, expire: Expire) -> None:
    write(tmp_path / "index.html", "index")
    expiry.prepare(tmp_path, RELEASED)
    write(tmp_path / expiry.SCRIPT, f"{fragments.render('expire.sh.html')}\n")

    assert expire(tmp_path, SECOND) == []
    assert status(tmp_path) == {"release": "2026-10-15", "next_expiry": None}


@pytest.mark.parametrize("shell", SHELLS)
def test_the_script_is_plain_posix_shell(site: Path, shell: str) -> None:
    command = [shell, "sh"] if shell == "busybox" else [shell]

    assert subprocess.run([*command, "-n", str(site / expiry.SCRIPT)], check=True, capture_output=True).stderr == b""


@pytest.mark.parametrize("shell", SHELLS)
def test_the_script_refuses_what_is_no_date(site: Path, shell: str) -> None:
    command = [shell, "sh"] if shell == "busybox" else [shell]
    before = files(site)
    done = subprocess.run([*command, str(site / expiry.SCRIPT), "tomorrow"], check=False, capture_output=True)

    assert (done.returncode, files(site)) == (2, before)


@pytest.mark.parametrize("shell", SHELLS)
def test_the_script_asks_the_clock_of_finland(site: Path, tmp_path: Path, shell: str) -> None:
    """At 22.30 UTC it is the next day in Finland: half past midnight in summer, and half past in winter too."""
    said = tmp_path / "said"
    fake = tmp_path / "bin" / "date"
    write(fake, f'#!/bin/sh\necho "$TZ $*" >"{said}"\necho {FIRST}\n')
    fake.chmod(0o755)
    command = [shell, "sh"] if shell == "busybox" else [shell]
    if shell == "busybox":
        pytest.skip("busybox has a date of its own, which cannot be replaced")
    subprocess.run(
        [*command, str(site / expiry.SCRIPT)], check=True, env={"PATH": f"{fake.parent}:/usr/bin:/bin"}, capture_output=True
    )

    assert said.read_text() == "EET-2EEST,M3.5.0/3,M10.5.0/4 +%F\n"
    assert (site / "board/45.html").read_text() == MASKED


@pytest.mark.parametrize(
    ("moment", "day"),
    [("2026-07-01 21:30:00", "2026-07-02"), ("2026-12-01 21:30:00", "2026-12-01"), ("2026-12-01 22:30:00", "2026-12-02")],
)
def test_the_rule_of_the_script_is_finnish_time(moment: str, day: str) -> None:
    environment = {"TZ": "EET-2EEST,M3.5.0/3,M10.5.0/4", "PATH": "/usr/bin:/bin"}
    done = subprocess.run(["date", "-d", f"{moment} UTC", "+%F"], check=True, env=environment, capture_output=True, text=True)

    assert done.stdout.strip() == day
