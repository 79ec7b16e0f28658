"""Reading exports: one case-management system a file; exactly one importer may claim an export."""

import sys
from collections.abc import Iterator

from generator.errors import ExportError
from generator.importers._export import Export, Importer, find_exports
from generator.model.meeting import Meeting
from generator.model.message import Level, Message
from generator.registry import load

IMPORTERS: dict[str, Importer] = load(sys.modules[__name__], "IMPORTER")

__all__ = ["IMPORTERS", "Export", "find_exports", "identify", "read"]


def identify(export: Export) -> str:
    """Return the id of the one importer that knows *export*.

    Raises:
        ExportError: none knows it, or more than one does, or it cannot be opened.

    """
    if not any(export.read(name) for name in export.names[:1]) and len(export.names) <= 1:
        raise ExportError("importers.export_empty", where=export.name)
    known = [name for name, importer in IMPORTERS.items() if importer.identify(export)]
    if not known:
        raise ExportError("importers.not_recognized", where=export.name, known=", ".join(IMPORTERS))
    if len(known) > 1:
        raise ExportError("importers.ambiguous", where=export.name, claimed=", ".join(known))
    return known[0]


def read(export: Export, importer: str) -> Iterator[Meeting | Message]:
    """Yield the meetings and messages of *export*; whatever goes wrong becomes a message, and never a half-read meeting."""
    meetings = 0
    try:
        for result in IMPORTERS[importer].read(export):
            meetings += isinstance(result, Meeting)
            yield result
    except ExportError as error:
        yield Message(level=Level.ERROR, code=error.code, where=error.where or export.name, arguments=error.arguments)
    except Exception as error:  # noqa: BLE001 - one bad export does not stop a run (design, rule 7); the kind is told, the text not
        kind = type(error).__name__
        yield Message(level=Level.ERROR, code="importers.crashed", where=export.name, arguments={"kind": kind})
    if not meetings:
        yield Message(level=Level.ERROR, code="importers.no_meetings", where=export.name)
