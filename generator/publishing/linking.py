"""Copies of folders that share the files which are the same: what is kept costs only what changed."""

import os
import shutil
from collections.abc import Collection
from pathlib import Path

# Beside its name until it is whole: a folder under its own name is never half a copy.
UNFINISHED = "-next"
CHUNK = 1 << 20


def linked_copy(source: Path, target: Path) -> None:
    """Make *target* a copy of the folder *source*, of links to the same files; one that is there already is left as it is.

    Files are replaced and never written in place, here and wherever these folders are changed, so a link stays as it was.
    """
    if target.exists():
        return
    beside = target.with_name(f".{target.name}{UNFINISHED}")
    shutil.rmtree(beside, ignore_errors=True)
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copytree(source, beside, copy_function=linked_file, ignore=shutil.ignore_patterns(f".*{UNFINISHED}"))
    beside.rename(target)


def linked_file(source: str | Path, target: str | Path) -> None:
    """Make *target* a link to the file *source*, or a copy where there are no links; its folder is made."""
    Path(target).parent.mkdir(parents=True, exist_ok=True)
    try:
        os.link(source, target, follow_symlinks=False)
    except OSError:
        shutil.copyfile(source, target)


def share_unchanged(new: Path, old: Path, passing: Collection[str] = ()) -> bool:
    """Replace each file of *new* that is in *old* with the same bytes by a link to that one.

    Returns whether both hold the same files with the same bytes, apart from those whose name ends with one of *passing*.
    """
    names = _files(new)
    changed = {name for name in names if not _share(new / name, old / name)}
    differing = changed | (_files(old) - names)
    return all(name.endswith(tuple(passing)) for name in differing)


def unshared(folder: Path, other: Path) -> list[str]:
    """Return the files of *folder* that are not the very files of *other*, in order."""
    return sorted(name for name in _files(folder) if not _is_one_file(folder / name, other / name))


def _files(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


def _share(new: Path, old: Path) -> bool:
    if not old.is_file() or old.is_symlink() or not _is_same(new, old):
        return False
    beside = new.with_name(f".{new.name}{UNFINISHED}")
    try:
        os.link(old, beside)
    except OSError:
        return True  # the same on another disk, or where there are no links: it costs its size
    beside.replace(new)
    return True


def _is_same(one: Path, other: Path) -> bool:
    if one.stat().st_size != other.stat().st_size:
        return False
    with one.open("rb") as left, other.open("rb") as right:
        while chunk := left.read(CHUNK):
            if chunk != right.read(CHUNK):
                return False
    return True




def _is_one_file(one: Path, other: Path) -> bool:
    return other.is_file() and one.samefile(other)
