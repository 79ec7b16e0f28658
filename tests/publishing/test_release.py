"""The swap: a reader sees the old site or the new one, whole, whatever happens in between."""

import errno
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from generator.errors import ReleaseError
from generator.publishing import release

FILES = 150
SWAP_FOREVER = """
import sys
from pathlib import Path
from generator.publishing import release

root = Path(sys.argv[1])
number = 0
while True:
    number += 1
    staging = root / "staging"
    staging.mkdir()
    for name in range(int(sys.argv[2])):
        (staging / f"{name}.html").write_text(str(number))
    release.swap(staging, root / "site")
    print(number, flush=True)
"""


def folder(path: Path, content: str) -> Path:
    path.mkdir(parents=True)
    for name in range(FILES):
        (path / f"{name}.html").write_text(content)
    return path


def contents(path: Path) -> list[str]:
    return [file.read_text() for file in sorted(path.iterdir())]


def test_the_new_site_takes_the_place_of_the_old(tmp_path: Path) -> None:
    site = folder(tmp_path / "site", "old")
    release.swap(folder(tmp_path / "work" / "staging", "new"), site)

    assert contents(site) == ["new"] * FILES
    assert sorted(path.name for path in tmp_path.iterdir()) == ["site", "work"]


def test_the_first_site_needs_no_old_one(tmp_path: Path) -> None:
    release.swap(folder(tmp_path / "staging", "new"), tmp_path / "public" / "site")

    assert contents(tmp_path / "public" / "site") == ["new"] * FILES


def test_a_kernel_that_cannot_exchange_names_gets_two_renames(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(release.ctypes, "CDLL", lambda *_a, **_k: object())
    site = folder(tmp_path / "site", "old")
    release.swap(folder(tmp_path / "staging", "new"), site)

    assert contents(site) == ["new"] * FILES


def test_a_crash_between_the_two_renames_is_mended_at_the_next_run(tmp_path: Path) -> None:
    folder(tmp_path / ".site-old", "old")
    folder(tmp_path / ".site-next", "half")
    release.recover(tmp_path / "site")

    assert contents(tmp_path / "site") == ["old"] * FILES
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_a_folder_that_cannot_be_renamed_is_one_sentence_and_the_old_site_stands(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    site = folder(tmp_path / "site", "old")
    staging = folder(tmp_path / "staging", "new")

    def refuse(*_arguments: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(release, "_exchange", refuse)

    with pytest.raises(ReleaseError, match="site: "):
        release.swap(staging, site)
    assert contents(site) == ["old"] * FILES


def test_a_kill_during_the_swap_leaves_a_whole_site(tmp_path: Path) -> None:
    moments = random.Random(140)  # noqa: S311 - moments to kill at, not a secret
    for attempt in range(12):
        root = tmp_path / str(attempt)
        folder(root / "site", "0")
        child = subprocess.Popen([sys.executable, "-c", SWAP_FOREVER, str(root), str(FILES)], stdout=subprocess.PIPE)
        assert child.stdout
        child.stdout.readline()
        time.sleep(moments.uniform(0, 0.05))
        child.send_signal(signal.SIGKILL)
        child.wait()
        child.stdout.close()
        release.recover(root / "site")
        site = contents(root / "site")

        assert (len(site), len(set(site))) == (FILES, 1)
