"""An agenda, then its minutes, then a correction: one address, states and versions right, nothing withdrawn left."""

import shutil
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest
from msgspec.structs import replace

from generator import pipeline
from generator.config import Settings
from generator.model.meeting import State
from generator.progress import silent
from generator.store import Store
from tests.sites import ROOT

VERSIONS = sorted((ROOT / "examples" / "versions").iterdir())
MEETING = "kaupunginvaltuusto/2026-09-28"
ITEM = f"{MEETING}/54"
FIRST_DAY = date(2026, 9, 22)
# What the agenda tells of a tender, and what the minutes tell before they are corrected.
OF_THE_AGENDA, OF_THE_MINUTES = "Siltanauha", "870 000"

pytestmark = pytest.mark.usefixtures("by_rules_alone")


def everything(settings: Settings) -> str:
    folders = (settings.site_dir, settings.private_dir, settings.work_dir)
    files = (path for folder in folders for path in sorted(folder.rglob("*")) if path.is_file())
    return "\n".join(path.read_bytes().decode("utf-8", "replace") for path in files)


def test_three_versions_of_a_meeting_follow_each_other_at_one_address(town: Callable[..., Settings], tmp_path: Path) -> None:
    # A release that is kept says what its time said: that is what it is kept for.
    settings = replace(town(), keep_releases=0)
    addresses, told = [], []
    for week, version in enumerate(VERSIONS):
        shutil.rmtree(tmp_path / "exports" / "valtuusto", ignore_errors=True)
        shutil.copytree(version, tmp_path / "exports" / "valtuusto")
        pipeline.publish(settings, FIRST_DAY + timedelta(weeks=week), silent)
        addresses.append(sorted(path.name for path in (settings.site_dir / MEETING).glob("5*.html")))
        told.append(everything(settings))
    published = Store(settings.private_dir).published()

    assert addresses == [["53.html", "54.html", "55.html"]] * 3
    assert list(published) == [MEETING]
    assert [v.state for v in published[MEETING].versions] == [State.AGENDA, State.CHECKED, State.CORRECTED]
    assert [v.published for v in published[MEETING].versions] == [FIRST_DAY + timedelta(weeks=week) for week in range(3)]
    assert published[MEETING].versions[-1].changed == (ITEM,)
    assert [OF_THE_AGENDA in text for text in told] == [True, False, False]
    assert [OF_THE_MINUTES in text for text in told] == [False, True, False]
