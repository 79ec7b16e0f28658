"""What lies in a folder of exports: files, and what is told of instead of read (links, devices, closed folders)."""

import os
import stat
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import NamedTuple

# A recording, its captions and its description, and notes to people, lie beside exports without being any.
BESIDE = {".toml", ".vtt", ".srt", ".webm", ".mp4", ".mp3", ".md"}
LITTER = {"__MACOSX", "Thumbs.db", "desktop.ini"}

Stamp = tuple[int, int, int]


class Other(NamedTuple):
    """Something that is no file to be read: the *code* says what it is."""

    name: str
    code: str


class Contents(NamedTuple):
    """The files at a place, each with what tells that it changed, and all else; names are relative and POSIX."""

    files: dict[str, Stamp | None]
    others: tuple[Other, ...]


def look(path: Path) -> Contents:
    """Return what is at *path*, a file or a folder with all its folders; links are not followed."""
    if not path.is_dir():
        return Contents({path.name: _stamp(path)}, ())
    closed: list[Other] = []

    def note(error: OSError) -> None:
        name = _shown(Path(error.filename).relative_to(path))
        closed.append(Other(path.name if name == "." else name, "importers.folder_unreadable"))

    found = [
        file for folder, folders, names in os.walk(path, onerror=note) for file in _looked_at(Path(folder), folders, names)
    ]
    return _sorted(path, found, closed)


def look_right_in(folder: Path) -> Contents:
    """Return what is right in *folder*, without what is in its folders."""
    try:
        found = [entry for entry in folder.iterdir() if entry.is_symlink() or not entry.is_dir()]
    except OSError:
        found = []
    return _sorted(folder, found, [])


def entries(path: Path) -> tuple[Path, ...]:
    """Return the files and folders in the folder *path* that may be exports; none where it is closed to us."""
    try:
        return tuple(sorted(entry for entry in path.iterdir() if is_seen(entry.name) and _reason(entry) is None))
    except OSError:
        return ()


def is_seen(name: str) -> bool:
    """Tell whether a file belongs to an export: not a system's own litter, nor a recording's file (`media` reads those)."""
    path = PurePosixPath(name)
    return not any(map(_is_litter, path.parts)) and path.suffix.casefold() not in BESIDE


def _looked_at(folder: Path, folders: list[str], names: list[str]) -> Iterator[Path]:
    """Yield what is to be looked at in one folder, and strike what is not from *folders*, which os.walk goes on from."""
    folders[:] = sorted(name for name in folders if not _is_litter(name))
    yield from (folder / name for name in folders if (folder / name).is_symlink())
    yield from (folder / name for name in names)


def _sorted(root: Path, found: list[Path], others: list[Other]) -> Contents:
    seen = {name: path for path in found if is_seen((name := path.relative_to(root)).as_posix())}
    reasons = {name: _reason(path) for name, path in seen.items()}
    files = {name.as_posix(): _stamp(path) for name, path in seen.items() if reasons[name] is None}
    odd = [Other(_shown(name), reason) for name, reason in reasons.items() if reason]
    return Contents(dict(sorted(files.items())), tuple(sorted([*others, *odd])))


def _reason(path: Path) -> str | None:
    """Return the code of why *path* is neither a file nor a folder for us, or None when it is one."""
    if path.name.encode("utf-8", "replace").decode() != path.name:
        return "importers.name_broken"
    try:
        mode = path.lstat().st_mode
    except OSError:
        return "importers.file_unreadable"
    return None if stat.S_ISREG(mode) or stat.S_ISDIR(mode) else "importers.not_a_file"


def _is_litter(part: str) -> bool:
    return part.startswith(".") or part in LITTER


def _shown(path: Path) -> str:
    return path.as_posix().encode("utf-8", "replace").decode()


def _stamp(path: Path) -> Stamp | None:
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_size, found.st_mtime_ns, found.st_ino
