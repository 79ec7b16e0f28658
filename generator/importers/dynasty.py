"""Dynasty 6 and 7: the tree of pages that the system publishes, as it is served or as a browser saved it."""

from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath

from generator.errors import ExportError
from generator.importers import _dynasty_build, _dynasty_meeting
from generator.importers._dynasty_files import is_asset, left
from generator.importers._dynasty_pages import KEY, Page, PageKind, has_fingerprint, is_page, key_of, read_page
from generator.importers._export import Export
from generator.model.meeting import Meeting
from generator.model.message import Level, Message


class Dynasty:
    """The importer. A class because the registry asks for an object with two functions."""

    def identify(self, export: Export) -> bool:
        """Tell whether a page of *export* is one that Dynasty wrote."""
        return any(has_fingerprint(_head(export, name)) for name in export.names if is_page(name))

    def read(self, export: Export) -> Iterator[Meeting | Message]:
        """Yield the meetings of *export* in the order of their keys, and messages on what was not read."""
        pages: list[Page] = []
        aside: set[str] = set()
        for name in filter(is_page, export.names):
            try:
                page = read_page(name, export.read(name))
            except ExportError as error:
                aside.add(name)
                yield Message(level=Level.ERROR, code=error.code, where=name, arguments=error.arguments)
                continue
            if page:
                pages.append(page)
        yield from _meetings(export, pages, aside)


def _head(export: Export, name: str) -> bytes:
    try:
        return export.head(name)
    except ExportError:
        return b""


def _meetings(export: Export, pages: list[Page], aside: set[str]) -> Iterator[Meeting | Message]:
    used = {page.name for page in pages} | aside
    unread = frozenset(key_of(PurePosixPath(name).name) for name in (*aside, *(other.name for other in export.others)))
    files = {PurePosixPath(n).name.casefold(): n for n in export.names if not is_page(n) and not is_asset(n)}
    own, twice = _by_key(pages)
    for page in twice:
        yield Message(level=Level.WARNING, code="dynasty.page_twice", where=page.name)
    keys = sorted({key.split("-")[0] for key in own})
    for key in keys:
        items = sorted((page for k, page in own.items() if k.startswith(f"{key}-")), key=_place)
        source = _dynasty_build.Source(key, own.get(key), items, files, unread)
        meeting = _dynasty_build.meeting(source)
        yield from source.messages
        if meeting:
            yield meeting
        used |= {files[name] for name in source.used if name in files}
    yield from _only_listed(pages, frozenset(keys))
    yield from left(export, used, frozenset(own))


def _by_key(pages: Iterable[Page]) -> tuple[dict[str, Page], list[Page]]:
    """Return {key: page} of meetings and items, and the pages whose key another had before."""
    own: dict[str, Page] = {}
    twice: list[Page] = []
    for page in pages:
        if page.kind not in {PageKind.MEETING, PageKind.ITEM}:
            continue
        if page.key in own:
            twice.append(page)
        else:
            own[page.key] = page
    return own, twice


def _place(page: Page) -> int:
    found = KEY.fullmatch(page.key)
    return int(found["item"]) if found and found["item"] else 0


def _only_listed(pages: Iterable[Page], here: frozenset[str]) -> Iterator[Message]:
    """Yield one message for each list that names meetings whose pages are not here."""
    for page in pages:
        missing = _dynasty_meeting.listed(page) - here if page.kind in {PageKind.BODIES, PageKind.LIST} else frozenset()
        if missing:
            arguments: dict[str, str | int] = {"count": len(missing)}
            yield Message(level=Level.WARNING, code="dynasty.meetings_only_listed", where=page.name, arguments=arguments)


IMPORTER = Dynasty()
