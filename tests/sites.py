"""What tests make sites of."""

import shutil
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from generator import audit, config
from generator.audit.findings import Audit
from generator.config import Settings
from generator.store import DECISIONS, KEY, SEAL

ROOT = Path(__file__).parents[1]
DAY = date(2026, 10, 15)
SETTINGS = """site_name: Testilä
docs_dir: content
site_dir: site
theme:
  name: material
plugins:
  - pykala:
      municipality: {fi: Testilä, sv: Testby}
      languages: [fi, sv]
      sources:
        - {path: exports, unmarked: UNMARKED, minutes: checked}
      private_names: leave
"""


def by_files(folder: Path, pages: Sequence[str], *, language: str, **_: object) -> Audit:
    """Audit *pages* as `audit_site` does, by our rules alone: where the browser is not what is asked."""
    return audit.audit_files(folder, pages, language=language)


def copied_example(folder: Path) -> Settings:
    """Copy the example municipality into *folder*, of what earlier runs made only the key and what a person decided."""
    for part in ("content", "examples/exports", "themes"):
        shutil.copytree(ROOT / part, folder / part)
    shutil.copy(ROOT / "mkdocs.yml", folder)
    (folder / "examples" / "private").mkdir()
    for name in (KEY, DECISIONS, SEAL):
        shutil.copy(ROOT / "examples" / "private" / name, folder / "examples" / "private")
    return config.load(folder / "mkdocs.yml")
