"""Reading exports: one case-management system a file; exactly one importer may claim an export."""

import sys
from collections.abc import Iterator
from pathlib import Path

import msgspec
from msgspec.structs import replace

from generator.errors import ExportError
from generator.importers._export import Export, Importer, find_exports
from generator.model.meeting import Meeting
from generator.model.message import Level, Message
from generator.registry import load

IMPORTERS: dict[str, Importer] = load(sys.modules[__name__], "IMPORTER")

__all__ = ["IMPORTERS", "Export", "ReadExport", "changed", "find_exports", "identify", "read", "read_all"]


class ReadExport(msgspec.Struct, frozen=True, kw_only=True):
    """What came of one export. *importer* is None where none claimed it; the messages say why."""

    export: Export
    importer: str | None = None
    meetings: tuple[Meeting, ...] = ()
    messages: tuple[Message, ...] = ()


def read_all(path: Path) -> tuple[ReadExport, ...]:
    """Return what is read from every export at *path*, in order of name. A folder with no export in it is a message."""
    whole = Export(path)
    others = tuple(_error(code, name) for name, code in whole.others)
    exports = find_exports(path, IMPORTERS)
    if not exports and not others:
        return (ReadExport(export=whole, messages=(_error("importers.folder_empty", path.name),)),)
    read = tuple(_read_one(export) for export in exports)
    return (*read, ReadExport(export=whole, messages=others)) if others else read


def identify(export: Export) -> str:
    """Return the id of the one importer that knows *export*.

    Raises:
        ExportError: none knows it, or more than one does, or it cannot be opened.
    """
    broken = _broken(export)
    known = [name for name, importer in IMPORTERS.items() if importer.identify(export)]
    if not known and broken:
        raise broken
    if not known:
        raise ExportError("importers.not_recognized", where=export.name, known=", ".join(IMPORTERS))
    if len(known) > 1:
        raise ExportError("importers.ambiguous", where=export.name, claimed=", ".join(known))
    return known[0]


def _broken(export: Export) -> ExportError | None:
    """Return what is wrong with the first file that cannot be read, or that there is nothing in any."""
    broken: ExportError | None = None
    has_content = False
    for name in export.names:
        try:
            has_content = bool(export.head(name)) or has_content
        except ExportError as error:
            broken = broken or error
    return broken if has_content or broken else ExportError("importers.export_empty", where=export.name)


def read(export: Export, importer: str) -> Iterator[Meeting | Message]:
    """Yield the meetings and messages of *export*; whatever goes wrong becomes a message, and never a half-read meeting."""
    told = False
    for result in _results(export, importer):
        told = told or isinstance(result, Meeting) or result.level is Level.ERROR
        yield result
    if not told:
        yield _error("importers.no_meetings", export.name)


def _results(export: Export, importer: str) -> Iterator[Meeting | Message]:
    try:
        yield from IMPORTERS[importer].read(export)
    except ExportError as error:
        yield _error(error.code, error.where or export.name, error.arguments)
    except Exception as error:  # noqa: BLE001 - one bad export does not stop a run (rule 7); the kind is told, never the text
        yield _error("importers.crashed", export.name, {"kind": type(error).__name__})


def _read_one(export: Export) -> ReadExport:
    try:
        importer = identify(export)
    except ExportError as error:
        message = _error(error.code, error.where or export.name, error.arguments)
        return ReadExport(export=export, messages=(message,))
    results = tuple(read(export, importer))
    if export.is_changed():
        return ReadExport(export=export, importer=importer, messages=(changed(export),))
    return ReadExport(
        export=export,
        importer=importer,
        meetings=tuple(r for r in results if isinstance(r, Meeting)),
        messages=tuple(replace(r, where=export.where(r.where)) for r in results if isinstance(r, Message)),
    )


def changed(export: Export) -> Message:
    """Return the message on an export that changed while it was read: its parts may not belong together."""
    return _error("importers.changed", export.name)


def _error(code: str, where: str, arguments: dict[str, str | int] | None = None) -> Message:
    return Message(level=Level.ERROR, code=code, where=where, arguments=arguments or {})
