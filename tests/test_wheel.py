"""The wheel holds everything that a municipality needs: another folder, no checkout."""

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tests.sites import ROOT

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    pip = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--no-build-isolation", "-w", str(folder), str(ROOT)]
    subprocess.run(pip, check=True)
    return next(folder.glob("*.whl"))


@pytest.mark.parametrize(
    "part",
    [
        "generator/themes/kunta/main.html",
        "generator/themes/kunta/fragments/item.html",
        "generator/themes/kunta/assets/kunta.css",
        "generator/themes/kunta/assets/search.js",
        "generator/search/LICENSE-pagefind.txt",
        "generator/messages/sv/pages.toml",
        "generator/reports/audit_report.html",
        "accessibility_rules/axe/axe.min.js",
        "accessibility_rules/accesslint/LICENSE",
        "accessibility_rules/accesslint/index.iife.js",
        "accessibility_rules/messages/accesslint/fi.toml",
        "accessibility_rules/messages/fi.toml",
        "accessibility_rules/browser/keyboard_trapped.js",
        "generator/deadlines/kinds.toml",
        "generator/redaction/names/data/fi.crfsuite",
    ],
)
def test_the_wheel_holds_what_is_no_code_too(wheel: Path, part: str) -> None:
    assert part in zipfile.ZipFile(wheel).namelist()


def test_a_site_is_staged_from_the_unpacked_wheel(wheel: Path, tmp_path: Path) -> None:
    zipfile.ZipFile(wheel).extractall(tmp_path / "installed")  # our own wheel, made a moment ago
    script = (
        "import sys; from datetime import date; from pathlib import Path\n"
        "from generator import config, pipeline; from generator.commands import new; from generator.progress import silent\n"
        "new.make(Path('town'), name='Testilä', unmarked='public')\n"
        "import generator; print(Path(generator.__file__).parts[-3])\n"
        "settings = config.load(Path('town/mkdocs.yml'))\n"
        "print((pipeline.stage(settings, date(2026, 10, 15), silent) / 'index.html').stat().st_size > 1000)\n"
    )
    environment = {"PYTHONPATH": str(tmp_path / "installed"), "PATH": "/usr/bin:/bin"}
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=tmp_path, env=environment, capture_output=True, text=True, check=True
    )

    assert done.stdout.split() == ["installed", "True"]
