"""A run that fails in any stage, with secrets in its hands, leaves and says nothing of them."""

import stat
import tempfile
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.cli import main
from tests.exports import Item, casem
from tests.released import DECIDED
from tests.sites import SETTINGS, by_files

CANARY = "Kanarialintunen"
CODE = "010190-900X"
ITEM = Item(
    title="Hakemus",
    properties=(("Description", f"<p>Alku.</p><p>Salassa pidettävä: {CANARY} ja {CODE} tässä.</p>"), DECIDED),
)
# A function of each stage, as the stage before it calls it, in the order of the run.
STAGES = (
    "generator.config.load",
    "generator.reviewing.decided",
    "generator.intake.importers.read_all",
    "generator.importers.casem.IMPORTER.read",
    "generator.intake.recordings.find",
    "generator.intake.redaction.all_cases",
    "generator.redaction.shown_item",
    "generator.intake.with_what_is_withheld",
    "generator.pipeline.versions.continued",
    "generator.workshop.plugin.shells",
    "generator.workshop.rendering.render_meetings",
    "generator.workshop.audit.audit_site",
    "generator.pipeline.gate.decide",
    "generator.workshop.rendering.render_shared",
    "generator.workshop.endings.complete",
    "generator.pipeline.reporting.write",
    "generator.pipeline.leaks.examined",
    "generator.pipeline.releasing.compare",
    "generator.releases.releasing.release.swap",
    "generator.cli._later",
)


class Run:
    """One run in a folder of its own, and whatever it wrote anywhere."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.scratch = folder / "site", folder / "tmp"
        self.scratch.mkdir()
        (self.folder / "content").mkdir(parents=True)
        (self.folder / "content" / "index.md").write_text("# Päätökset\n", encoding="utf-8")
        casem(self.folder / "exports" / "casem", [ITEM, Item(title="Muut asiat", properties=(DECIDED,))])
        (self.folder / "mkdocs.yml").write_text(
            SETTINGS.replace("UNMARKED", "public") + "      private_names: mask\n", encoding="utf-8"
        )

    def publish(self) -> Result:
        return CliRunner().invoke(main, ["publish", "-f", str(self.folder / "mkdocs.yml"), "--at", "2026-10-15"])

    def says(self, secret: str) -> list[str]:
        """Return the files that say *secret*, apart from what was exported."""
        exports = self.folder / "exports"
        written = [path for path in (*self.folder.rglob("*"), *self.scratch.rglob("*")) if exports not in path.parents]
        spellings = [secret.encode(), secret.encode("utf-16-le"), secret.casefold().encode()]
        named = [path.name for path in written if secret.casefold() in path.name.casefold()]
        holding = [path.name for path in written if path.is_file() and any(each in path.read_bytes() for each in spellings)]
        return named + holding


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    made = Run(tmp_path)
    monkeypatch.setattr("generator.workshop.audit.audit_site", by_files)
    monkeypatch.setattr(tempfile, "tempdir", str(made.scratch))
    return made


@pytest.mark.parametrize("stage", STAGES)
def test_a_stage_that_raises_with_a_secret_in_its_hands_says_nothing_of_it(
    stage: str, run: Run, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture
) -> None:
    def poisoned(*_: object, **__: object) -> None:
        raise ValueError(f"cannot read {CANARY} {CODE}")

    monkeypatch.setattr(stage, poisoned)
    result = run.publish()
    said = f"{result.output} {capfd.readouterr()} {caplog.text}"

    assert result.exit_code != 0
    assert [secret for secret in (CANARY, CODE) if secret.casefold() in said.casefold()] == []
    assert run.says(CANARY) + run.says(CODE) == []
    assert list(run.scratch.iterdir()) == []


def test_a_run_that_ends_well_leaves_nothing_behind_and_its_scratch_to_its_owner(run: Run) -> None:
    result = run.publish()
    modes = {name: stat.S_IMODE((run.folder / name).stat().st_mode) for name in ("work", "private")}

    assert result.exit_code == 0, result.output
    assert modes == {"work": 0o700, "private": 0o700}
    assert run.says(CANARY) + run.says(CODE) == []
    assert list(run.scratch.iterdir()) == []
