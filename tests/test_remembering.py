"""What was found in texts before is kept for the next run, for its owner only, and never stands in a run's way."""

from pathlib import Path

import pytest

from generator import remembering
from generator.redaction import Memory
from generator.redaction.marks import Mark

FOUND = {"0f": ((Mark(0, 5, "person_name"),), ())}


def test_what_is_kept_is_recalled(tmp_path: Path) -> None:
    remembering.keep(Memory(key=b"k", found=FOUND), tmp_path / "work")

    assert remembering.recalled(tmp_path / "work", b"k") == Memory(key=b"k", found=FOUND)


def test_nobody_else_can_read_it(tmp_path: Path) -> None:
    remembering.keep(Memory(found=FOUND), tmp_path)

    assert (tmp_path / remembering.FILE).stat().st_mode & 0o077 == 0


@pytest.mark.parametrize("content", [b"", b"\x81", b"{}"])
def test_what_cannot_be_read_is_found_anew(tmp_path: Path, content: bytes) -> None:
    (tmp_path / remembering.FILE).write_bytes(content)

    assert remembering.recalled(tmp_path, b"k") == Memory(key=b"k")
