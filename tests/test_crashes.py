"""Whatever ends a run, the old site stands whole, one sentence says why, and the next run succeeds."""

import errno
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from generator import pipeline
from generator.cli import main
from generator.config import Settings
from generator.progress import silent
from generator.publishing import release
from tests.exports import Item, casem, download
from tests.redaction import pdfs
from tests.sites import DAY, ROOT, by_files

Town = Callable[..., Settings]
STAGES = ("reading", "rendering", "auditing", "shared", "scanning", "releasing")


def export(settings: Settings, text: str) -> None:
    decided = ("Decision", f"<p>{text}</p>")
    item = Item(title="Laituri", properties=(decided, ("Attachments", download(8001, "Kartta.pdf"))))
    casem(settings.sources[0].path / "casem", [item], files={"8001.pdf": pdfs.pdf(text)})


def files(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def unaudited(folder: Path) -> dict[str, bytes]:
    """Return the files but the statement, which a site has from its audit: a preview has none."""
    return {name: content for name, content in files(folder).items() if not name.endswith("saavutettavuusseloste.html")}


@pytest.fixture
def settings(town: Town, monkeypatch: pytest.MonkeyPatch) -> Settings:
    """A site that was published once and has a newer export."""
    monkeypatch.setattr("generator.workshop.audit.audit_site", by_files)  # the browser is not what is asked here
    made = town()
    export(made, "Vanha.")
    pipeline.publish(made, DAY, silent)
    export(made, "Uusi.")
    return made


# A run in a process of its own, which kills itself at a stage, or once what was published is to be kept.
RUN = """
import os, signal, sys
from datetime import date
from pathlib import Path
from generator import config, pipeline, workshop
from generator.store import Store
from tests.sites import by_files

def say(code):
    if code == sys.argv[2]:
        os.kill(os.getpid(), signal.SIGKILL)

workshop.audit.audit_site = by_files
Store.keep_published = lambda *_: say("keeping")
pipeline.publish(config.load(Path(sys.argv[1])), date.fromisoformat(sys.argv[3]), say)
"""


def killed(settings: Settings, stage: str) -> None:
    """Run until *stage* in a process of its own, which then kills itself."""
    run = subprocess.run([sys.executable, "-c", RUN, str(settings.config_file), stage, DAY.isoformat()], cwd=ROOT, check=False)
    assert run.returncode == -signal.SIGKILL


@pytest.mark.parametrize("stage", STAGES)
def test_a_run_killed_at_any_stage_leaves_the_old_site_whole(settings: Settings, stage: str) -> None:
    before = files(settings.site_dir)
    killed(settings, stage)
    left = files(settings.site_dir)
    pipeline.publish(settings, DAY, silent)

    assert left == before
    assert unaudited(settings.site_dir) == unaudited(pipeline.stage(settings, DAY, silent)) != before


def test_a_run_killed_after_the_swap_leaves_the_new_site_whole(settings: Settings) -> None:
    killed(settings, "keeping")
    left = files(settings.site_dir)
    pipeline.publish(settings, DAY, silent)

    assert left == files(settings.site_dir)
    assert not list(settings.site_dir.parent.glob(".site*"))


@pytest.mark.parametrize(
    ("target", "number", "told"),
    [
        ("generator.workshop.Workshop.write_files", errno.ENOSPC, "levy on täynnä"),
        ("generator.rendering.write.write_text", errno.ENOSPC, "levy on täynnä"),
        ("generator.store.Store.prepare_published", errno.ENOSPC, "levy on täynnä"),
        ("generator.store.Store.keep_addresses", errno.EACCES, "«kohde»"),
        ("generator.workshop.shutil.rmtree", errno.EACCES, "«kohde»"),
        ("generator.publishing.release._exchange", errno.EACCES, "uutta sivustoa ei saatu paikalleen"),
    ],
)
def test_a_disk_that_refuses_ends_in_one_sentence(
    settings: Settings, monkeypatch: pytest.MonkeyPatch, target: str, number: int, told: str
) -> None:
    before = files(settings.site_dir)
    stored = {name: content for name, content in files(settings.private_dir).items() if name.endswith(".json")}

    def refuse(*_arguments: Any, **_options: Any) -> None:
        raise OSError(number, os.strerror(number), "/jokin/kohde")

    with monkeypatch.context() as patch:
        patch.setattr(target, refuse)
        result = CliRunner().invoke(main, ["publish", "-f", str(settings.config_file), "--at", DAY.isoformat()])
    last = result.output.splitlines()[-1]

    assert (result.exit_code, told in last, "Traceback" in result.output) == (1, True, False)
    assert files(settings.site_dir) == before
    assert {name: content for name, content in files(settings.private_dir).items() if name in stored} == stored


def test_a_preview_does_not_touch_what_a_run_has_staged(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    swap = release.swap

    def preview_meanwhile(staging: Path, site: Path) -> None:
        staged = files(staging)
        pipeline.stage(settings, DAY, silent)
        assert files(staging) == staged
        swap(staging, site)

    monkeypatch.setattr(release, "swap", preview_meanwhile)
    outcome = pipeline.publish(settings, DAY, silent)

    assert outcome.released
