"""An export as it was dropped in the folder: a file, a folder or a ZIP, opened safely."""

import stat
import zipfile
import zlib
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path, PurePosixPath
from typing import Protocol

from generator.errors import ExportError
from generator.importers import _folder
from generator.model.meeting import Meeting
from generator.model.message import Message

MAX_MEMBERS = 2_000
MAX_TOTAL = 500 * 2**20
MAX_RATIO = 100
MAX_FILE = 100 * 2**20
# Text and markup are read whole into trees many times their size; a real page is under one megabyte.
MAX_TEXT = 20 * 2**20
RATIO_COUNTS_FROM = 2**20
# What tells a system from another stands at the beginning of a file.
HEAD = 2**20
# Whatever is not called so is read as text.
NO_TEXT = {
    ".pdf", ".doc", ".docx", ".rtf", ".odt", ".xls", ".xlsx", ".ods", ".ppt", ".pptx", ".odp",
    ".png", ".jpg", ".jpeg", ".gif", ".tif", ".tiff", ".bmp", ".svg", ".zip",
}  # fmt: skip
UNREADABLE = (OSError, zipfile.BadZipFile, zlib.error, EOFError, RuntimeError, LookupError, ValueError)
ENCRYPTED = 1


class Export:
    """A file, folder or ZIP as a flat table of names and bytes. A class because a ZIP is opened once and read many times.

    Nothing is ever unpacked to disk. Names are POSIX paths relative to the export. Links are not followed.
    """

    def __init__(self, path: Path) -> None:
        self.path = path

    @property
    def name(self) -> str:
        return self.path.name

    @cached_property
    def _contents(self) -> _folder.Contents:
        return _folder.look(self.path)

    @cached_property
    def _zip(self) -> zipfile.ZipFile | None:
        if not self.path.is_file() or self.path.suffix.casefold() != ".zip":
            return None
        try:
            archive = zipfile.ZipFile(self.path)
        except UNREADABLE as error:
            raise ExportError("importers.zip_broken", where=self.name) from error
        check_archive(archive, self.name)
        return archive

    @cached_property
    def names(self) -> tuple[str, ...]:
        """Return the names of all files, sorted.

        Raises:
            ExportError: the ZIP is broken or unsafe.

        """
        # Looked at before anything is read, so that `is_changed` can tell.
        files = self._contents.files
        if self._zip:
            return tuple(sorted(i.filename for i in self._zip.infolist() if not i.is_dir() and _folder.is_seen(i.filename)))
        return tuple(files)

    @property
    def others(self) -> tuple[_folder.Other, ...]:
        """Return what is among the files but can be no part of the export: links, devices, closed folders."""
        return self._contents.others

    def is_changed(self) -> bool:
        """Tell whether a file came, went or changed since the export was first looked at."""
        return _folder.look(self.path).files != self._contents.files

    def read(self, name: str) -> bytes:
        """Return the bytes of *name*.

        Raises:
            ExportError: the file cannot be read, or is larger than any real one.

        """
        return self._start(name, self._most(name))

    def head(self, name: str) -> bytes:
        """Return the beginning of *name*, by which systems are told apart.

        Raises:
            ExportError: the file cannot be read, or is larger than any real one.

        """
        return self._start(name, HEAD)

    def where(self, name: str) -> str:
        """Return how messages name the file *name*, or a place in it ("PAGE.HTM:10")."""
        file = name if name in self.names else name.rpartition(":")[0]
        return f"{self.name}/{name}" if file in self.names and file != self.name else name

    def _start(self, name: str, most: int) -> bytes:
        try:
            size, content = self._bytes(name, most)
        except UNREADABLE as error:
            raise ExportError("importers.file_unreadable", where=self.where(name)) from error
        if size > self._most(name):
            raise ExportError("importers.file_too_large", where=self.where(name), megabytes=self._most(name) // 2**20)
        return content

    def _bytes(self, name: str, most: int) -> tuple[int, bytes]:
        """Return the size of *name*, and its first *most* bytes unless that size is too large."""
        if self._zip:
            size = self._zip.getinfo(name).file_size
            with self._zip.open(name) as stream:
                return size, stream.read(most) if size <= self._most(name) else b""
        path = self.path / name if self.path.is_dir() else self.path
        with path.open("rb") as stream:
            size = path.stat().st_size
            return size, stream.read(most) if size <= self._most(name) else b""

    def _most(self, name: str) -> int:
        return MAX_FILE if PurePosixPath(name).suffix.casefold() in NO_TEXT else MAX_TEXT


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
    own = _TopLevel(path)
    if any(importer.identify(own) for importer in importers.values()):
        return (Export(path),)
    return tuple(export for entry in _folder.entries(path) for export in find_exports(entry, importers))


class _TopLevel(Export):
    """Only the files right in a folder, not those in its subfolders."""

    @cached_property
    def _contents(self) -> _folder.Contents:
        return _folder.look_right_in(self.path)


def check_archive(archive: zipfile.ZipFile, where: str) -> None:
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
        if member.flag_bits & ENCRYPTED:
            raise ExportError("importers.zip_password", where=where)
    if len({m.filename.casefold() for m in members}) != len(members):
        raise ExportError("importers.zip_duplicates", where=where)
