"""The files of a Dynasty export that are no pages: what a browser saved beside them, and what nothing named."""

from collections.abc import Collection, Iterator
from pathlib import PurePosixPath

from generator.importers._dynasty_pages import is_beside_page, key_of
from generator.importers._export import Export
from generator.model.message import Level, Message

# What a browser saves with a page for its looks; no content of a meeting.
ASSETS = frozenset({".css", ".js", ".gif", ".png", ".jpg", ".jpeg", ".ico", ".svg", ".woff", ".woff2"})


def is_asset(name: str) -> bool:
    """Tell whether the file *name* is only for the looks of a page."""
    path = PurePosixPath(name)
    return path.suffix.casefold() in ASSETS or is_beside_page(path)


def left(export: Export, used: Collection[str], here: Collection[str]) -> Iterator[Message]:
    """Yield messages on the files that nothing named, *used* being those that something did, *here* the keys of pages.

    A page's own PDF says the same as the page and is not published.
    """
    copies = 0
    for name in export.names:
        if name in used or is_asset(name):
            continue
        path = PurePosixPath(name)
        if path.suffix.casefold() == ".pdf" and key_of(path.name) in here:
            copies += 1
        else:
            yield Message(level=Level.WARNING, code="dynasty.file_unused", where=name)
    if copies:
        yield Message(level=Level.INFO, code="dynasty.pdf_copies", where=export.name, arguments={"count": copies})
