"""Every case under tests/importers/<system>/<case>/: the export in `export/` is read as `expected.json` says.

`make golden` writes the expected files anew; a missing one fails.
"""

import json
import os
from pathlib import Path

import msgspec
import pytest

from generator import importers
from generator.model.identifiers import identified
from generator.model.meeting import Meeting

HERE = Path(__file__).parent
CASES = sorted(path for path in HERE.glob("*/*") if (path / "export").exists())


def read(path: Path) -> dict[str, object]:
    """Return what is read from the export in *path*, as plain data without defaults."""
    (export,) = importers.find_exports(path, importers.IMPORTERS)
    importer = importers.identify(export)
    results = list(importers.read(export, importer))
    return {
        "importer": importer,
        "meetings": [json.loads(msgspec.json.encode(m)) for m in identified(r for r in results if isinstance(r, Meeting))],
        "messages": [json.loads(msgspec.json.encode(r)) for r in results if not isinstance(r, Meeting)],
    }


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.parent.name}-{case.name}")
def test_an_export_is_read_as_its_golden_file_says(case: Path) -> None:
    result = read(case / "export")
    expected = case / "expected.json"
    if os.environ.get("PYKALA_GOLDEN") == "write":
        expected.write_text(json.dumps(result, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")

    assert json.loads(expected.read_text(encoding="utf-8")) == result


@pytest.mark.parametrize("name", sorted(importers.IMPORTERS))
def test_every_importer_has_a_case(name: str) -> None:
    assert [case for case in CASES if case.parent.name == name]
