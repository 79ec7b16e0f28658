"""What a release gives up when its time has come: prepared files take the place of others, and others are deleted.

`_expiry/DATE/PATH` takes the place of PATH from DATE on, and each line of `_expiry/DATE.delete` is a path to delete. Files are
renamed into place and never written in place: releases that are kept share the files that did not change.
"""

import shutil
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

import msgspec

from generator.model.expiry import FOLDER, prepared

DELETE = ".delete"
STATUS = ".well-known/pykala.json"
SCRIPT = "expire.sh"
# A web server may keep packed copies beside a file; they would still tell what the file no longer does.
PACKED = (".gz", ".br", ".zst")


class Status(msgspec.Struct, frozen=True, kw_only=True):
    """What a monitor reads at /.well-known/pykala.json: the day of the *release*, and the first day not yet applied."""

    release: date
    next_expiry: date | None = None


def apply(folder: Path, day: date) -> tuple[str, ...]:
    """Bring the release in *folder* to *day*, and return the dates applied, in order; run again, it finds nothing to do.

    A crash leaves every file whole, and the status as it was: the next call, and a monitor, find the date still due.
    """
    due = [when for when in dates(folder) if when <= day]
    for when in due:
        source = folder / prepared(when)
        for path in _files(source):
            if path != STATUS:
                _put(source / path, folder / path)
        for path in _deleted(folder, when):
            _delete(folder / path)
        if (source / STATUS).is_file():
            _put(source / STATUS, folder / STATUS)
        shutil.rmtree(source)
        _list(folder, when).unlink(missing_ok=True)
    if due and not dates(folder):
        shutil.rmtree(folder / FOLDER)
    return tuple(when.isoformat() for when in due)


def dates(folder: Path) -> tuple[date, ...]:
    """Return the dates that are still to come or overdue in the release in *folder*, in order."""
    if not (folder / FOLDER).is_dir():
        return ()
    found = (_day(path.name) for path in (folder / FOLDER).iterdir() if path.is_dir())
    return tuple(sorted(day for day in found if day))


def prepare(folder: Path, day: date) -> None:
    """Write the status of the release of *day* in *folder*, as it is now and as it will be after each of its dates."""
    coming = dates(folder)
    following: tuple[date | None, ...] = (*coming, None)
    places = [folder, *(folder / prepared(when) for when in coming)]
    for place, after in zip(places, following, strict=True):
        path = place / STATUS
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(msgspec.json.encode(Status(release=day, next_expiry=after)) + b"\n")


def prepare_deletion(folder: Path, when: date, paths: Iterable[str]) -> None:
    """Have *paths* of the release in *folder* deleted on *when*."""
    (folder / prepared(when)).mkdir(parents=True, exist_ok=True)
    _list(folder, when).write_text("".join(f"{path}\n" for path in sorted(set(paths))), encoding="utf-8")


def _day(name: str) -> date | None:
    """Return the day that a folder is named by, None for one that is not ours: it keeps no other day from coming."""
    try:
        day = date.fromisoformat(name)
    except ValueError:
        return None
    return day if day.isoformat() == name else None


def _files(source: Path) -> Iterator[str]:
    return (path.relative_to(source).as_posix() for path in sorted(source.rglob("*")) if path.is_file())


def _deleted(folder: Path, when: date) -> list[str]:
    path = _list(folder, when)
    return path.read_text(encoding="utf-8").splitlines() if path.is_file() else []


def _list(folder: Path, when: date) -> Path:
    return folder / FOLDER / f"{when.isoformat()}{DELETE}"


def _put(source: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    source.replace(target)
    _delete_packed(target)


def _delete(path: Path) -> None:
    path.unlink(missing_ok=True)
    _delete_packed(path)


def _delete_packed(path: Path) -> None:
    for ending in PACKED:
        path.with_name(path.name + ending).unlink(missing_ok=True)
