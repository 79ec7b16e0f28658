"""Sites to look at: the example, published once for all tests, and small ones of a test's own."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from generator import config, pipeline
from generator.config import Settings
from generator.pipeline import Outcome
from generator.progress import silent
from tests.sites import DAY, SETTINGS, by_files, copied_example

EXAMPLE = "example"
# How fast something is, benchmarks tell: on a busy machine an example takes as long as it takes.
settings.register_profile("busy", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("busy")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Let one process have all tests of the published example, which takes longest to make, and one each of the other files."""
    for item in items:
        group = EXAMPLE if EXAMPLE in getattr(item, "fixturenames", ()) else item.path.name
        item.add_marker(pytest.mark.xdist_group(group))


@pytest.fixture(scope="session")
def example(tmp_path_factory: pytest.TempPathFactory) -> tuple[Settings, Outcome]:
    """The example, published: its settings (with the folders) and what came of the run."""
    settings = copied_example(tmp_path_factory.mktemp("example"))
    return settings, pipeline.publish(settings, DAY, silent)


@pytest.fixture
def by_rules_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """Audit pages by our own rules: for tests that ask something else than what the browser sees."""
    monkeypatch.setattr("generator.workshop.audit.audit_site", by_files)


@pytest.fixture
def town(tmp_path: Path) -> Callable[..., Settings]:
    """Make a site of a test's own from exports at any place."""

    def make(*exports: Path, unmarked: str = "public") -> Settings:
        (tmp_path / "content").mkdir()
        (tmp_path / "content" / "index.md").write_text("# Päätökset\n")
        (tmp_path / "mkdocs.yml").write_text(SETTINGS.replace("UNMARKED", unmarked))
        (tmp_path / "exports").mkdir()
        for export in exports:
            copy = shutil.copytree if export.is_dir() else shutil.copy
            copy(export, tmp_path / "exports" / export.name)
        return config.load(tmp_path / "mkdocs.yml")

    return make
