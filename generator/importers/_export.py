"""An export as it was dropped in the folder: a file, a folder or a ZIP, opened safely."""

import stat
import zipfile
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path, PurePosixPath
from typing import Protocol

from generator.errors import ExportError
from generator.model.meeting import Meeting
from generator.model.message import Message

MAX_MEMBERS = 2_000
MAX_TOTAL = 500 * 2**20
MAX_RATIO = 100
MAX_FILE = 100 * 2**20
# Text and markup are read whole into trees many times their size; a real page is under one megabyte.
MAX_TEXT = 50 * 2**20
RATIO_COUNTS_FROM = 2**20
# A recording, its captions and its description, and notes to people, lie beside exports without being any.
BESIDE = {".toml", ".vtt", ".srt", ".webm", ".mp4", ".mp3", ".md"}


class Export:
    """A file, folder or ZIP as a flat table of names and bytes. A class because a ZIP is opened once and read many times.

    Nothing is ever unpacked to disk. Names are POSIX paths relative to the export. Hidden files and links are not seen.
    """

    def __init__(self, path: Path) -> None:
        self.path = path

    @property
    def name(self) -> str:
        return self.path.name

    @cached_property
    def _zip(self) -> zipfile.ZipFile | None:
        if not self.path.is_file() or self.path.suffix.casefold() != ".zip":
            return None
        try:
            archive = zipfile.ZipFile(self.path)
        except (zipfile.BadZipFile, OSError) as error:
            raise ExportError("importers.zip_broken", where=self.name) from error
        _check_archive(archive, self.name)
        return archive

    @cached_property
    def names(self) -> tuple[str, ...]:
        """Return the names of all files, sorted.

        Raises:
            ExportError: the ZIP is broken or unsafe.

        """
        if self._zip:
            return tuple(sorted(i.filename for i in self._zip.infolist() if not i.is_dir() and _is_seen(i.filename)))
        if self.path.is_dir():
            found = (p for p in self.path.rglob("*") if p.is_file() and not p.is_symlink())
            return tuple(sorted(n for p in found if _is_seen(n := p.relative_to(self.path).as_posix())))
        return (self.path.name,)

    def read(self, name: str) -> bytes:
        """Return the bytes of *name*.

        Raises:
            ExportError: the file cannot be read, or is larger than any real one.

        """
        where = f"{self.name}/{name}" if name != self.name else name
        try:
            content = self._bytes(name)
        except (OSError, zipfile.BadZipFile, EOFError, RuntimeError, NotImplementedError, ValueError) as error:
            raise ExportError("importers.file_unreadable", where=where) from error
        if content is None:
            raise ExportError("importers.file_too_large", where=where, megabytes=MAX_FILE // 2**20)
        return content

    def _bytes(self, name: str) -> bytes | None:
        if self._zip:
            with self._zip.open(name) as stream:
                content = stream.read(MAX_FILE + 1)
            return content if len(content) <= MAX_FILE else None
        path = self.path / name if self.path.is_dir() else self.path
        return path.read_bytes() if path.stat().st_size <= MAX_FILE else None


class Importer(Protocol):
    """What an importer is: a module of this package with `IMPORTER`, an object with these two."""

    def identify(self, export: Export) -> bool:
        """Tell, cheaply and from content, whether the export is of this system. Never raises for bad content."""

    def read(self, export: Export) -> Iterator[Meeting | Message]:
        """Yield the meetings of the export, and messages on all that was not read as it should."""


def find_exports(path: Path, importers: dict[str, Importer]) -> tuple[Export, ...]:
    """Return the exports at *path*, in order of name.

    A file is an export. A folder is one when an importer knows the files right in it; otherwise its entries are looked at
    in the same way, so exports can be dropped side by side in a folder.
    """
    if path.is_file():
        return (Export(path),)
    own = _top_level(path)
    if any(importer.identify(own) for importer in importers.values()):
        return (Export(path),)
    entries = sorted(p for p in path.iterdir() if _is_seen(p.name) and not p.is_symlink())
    return tuple(e for p in entries for e in find_exports(p, importers))


class _TopLevel(Export):
    """Only the files right in a folder, not those in its subfolders."""

    @cached_property
    def names(self) -> tuple[str, ...]:
        files = (p for p in self.path.iterdir() if p.is_file() and not p.is_symlink())
        return tuple(sorted(p.name for p in files if _is_seen(p.name)))


def _top_level(path: Path) -> Export:
    return _TopLevel(path)


def _is_seen(name: str) -> bool:
    """Tell whether a file belongs to the export: not a system's own litter, nor a recording's file (`media` reads those)."""
    path = PurePosixPath(name)
    litter = any(part.startswith(".") or part in {"__MACOSX", "Thumbs.db", "desktop.ini"} for part in path.parts)
    return not litter and path.suffix.casefold() not in BESIDE


def _check_archive(archive: zipfile.ZipFile, where: str) -> None:
    members = archive.infolist()
    if len(members) > MAX_MEMBERS:
        raise ExportError("importers.zip_too_many", where=where, limit=MAX_MEMBERS)
    if sum(m.file_size for m in members) > MAX_TOTAL:
        raise ExportError("importers.zip_too_large", where=where, megabytes=MAX_TOTAL // 2**20)
    for member in members:
        path = PurePosixPath(member.filename)
        if path.is_absolute() or ".." in path.parts or "\\" in member.filename or stat.S_ISLNK(member.external_attr >> 16):
            raise ExportError("importers.zip_unsafe", where=where)
        if member.file_size > RATIO_COUNTS_FROM and member.file_size > MAX_RATIO * max(member.compress_size, 1):
            raise ExportError("importers.zip_bomb", where=where)
    if len({m.filename.casefold() for m in members}) != len(members):
        raise ExportError("importers.zip_duplicates", where=where)
