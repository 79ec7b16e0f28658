"""Dynasty 10 (oncloudos): its pages as a browser or a program saved them, under whatever names."""

import re
from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath

from generator.errors import ExportError
from generator.importers import _dynasty10_meeting, _dynasty10_posts
from generator.importers._dynasty10_pages import Kind, Page, read_page, target
from generator.importers._dynasty_files import is_asset, left
from generator.importers._dynasty_generation import Generation, generation
from generator.importers._dynasty_pages import KEY, is_beside_page, links
from generator.importers._export import Export
from generator.model.identifiers import slug
from generator.model.meeting import Meeting
from generator.model.message import Level, Message

MARKUP = re.compile(rb"<(?:!doctype html|html|head|body|table)\b", re.IGNORECASE)
LOOKED_AT = 4096
PAGE_NAMES = frozenset({".html", ".htm"})


class Dynasty10:
    """The importer. A class because the registry asks for an object with two functions."""

    def identify(self, export: Export) -> bool:
        """Tell whether a page of *export* is one that Dynasty 10 served."""
        return any(generation(content) is Generation.SERVED for content in _page_heads(export))

    def read(self, export: Export) -> Iterator[Meeting | Message]:
        """Yield the meetings of *export*, then the decisions of office-holders, and messages on what was not read."""
        pages: list[Page] = []
        aside: set[str] = set()
        for name in export.names:
            try:
                content = export.read(name)
                page = read_page(name, content) if _is_page(name, content) else None
            except ExportError as error:
                aside.add(name)
                yield Message(level=Level.ERROR, code=error.code, where=name, arguments=error.arguments)
                continue
            if page:
                pages.append(page)
        yield from _results(export, pages, aside)


def _page_heads(export: Export) -> Iterator[bytes]:
    for name in export.names:
        try:
            content = export.head(name)
        except ExportError:
            continue
        if _is_page(name, content):
            yield content


def _is_page(name: str, content: bytes) -> bool:
    """Tell whether a file is a page: by its name, or, saved under the service's own name, by its markup."""
    path = PurePosixPath(name)
    is_named = path.suffix.casefold() in PAGE_NAMES or bool(MARKUP.search(content[:LOOKED_AT]))
    return is_named and not is_beside_page(path)


def _results(export: Export, pages: list[Page], aside: set[str]) -> Iterator[Meeting | Message]:
    used = {page.name for page in pages} | aside
    files = {PurePosixPath(n).name.casefold(): n for n in export.names if n not in used and not is_asset(n)}
    kept, twice = _once(pages)
    for page in twice:
        yield Message(level=Level.WARNING, code="dynasty.page_twice", where=page.name)
    keys: set[str] = set()
    for source in _sources(kept, files):
        meeting = _dynasty10_meeting.meeting(source)
        yield from source.messages
        if meeting:
            yield meeting
        keys.add(source.key)
        used |= {files[name] for name in source.used if name in files}
    lists = [page for page in _of(kept, Kind.DECISIONS) if _dynasty10_posts.listed(page)]
    posts = _dynasty10_posts.Posts(_of(kept, Kind.DECISION), lists, files)
    decided = _dynasty10_posts.meetings(posts)
    yield from posts.messages
    yield from decided
    used |= {files[name] for name in posts.used if name in files}
    yield from _only_listed(_of(kept, Kind.LIST), keys)
    others = [page for page in kept if page.kind is Kind.OTHER or (page.kind is Kind.DECISIONS and page not in lists)]
    yield from (Message(level=Level.INFO, code="dynasty10.page_not_used", where=page.name) for page in others)
    yield from left(export, used, {page.key for page in kept if page.key})


def _of(pages: Iterable[Page], kind: Kind) -> list[Page]:
    return [page for page in pages if page.kind is kind]


def _once(pages: Iterable[Page]) -> tuple[list[Page], list[Page]]:
    """Return the pages, and those whose key another had before."""
    kept: list[Page] = []
    twice: list[Page] = []
    seen: set[tuple[Kind, str]] = set()
    for page in pages:
        (twice if page.key and (page.kind, page.key) in seen else kept).append(page)
        seen.add((page.kind, page.key))
    return kept, twice


def _sources(pages: Iterable[Page], files: dict[str, str]) -> list[_dynasty10_meeting.Source]:
    """Return the meetings by what identifies them: the key, or the header where a page tells none."""
    found: dict[str, tuple[list[Page], list[Page]]] = {}
    by_header = {_header_key(page): page.key for page in pages if page.kind is Kind.MEETING}
    for page in pages:
        if page.kind in {Kind.MEETING, Kind.ITEM}:
            key = page.key.split("-")[0] or by_header.get(_header_key(page)) or _header_key(page)
            found.setdefault(key, ([], []))[page.kind is Kind.ITEM].append(page)
    return [
        _dynasty10_meeting.Source(key if KEY.fullmatch(key) else "", own[0] if own else None, sorted(items, key=_place), files)
        for key, (own, items) in sorted(found.items())
    ]


def _header_key(page: Page) -> str:
    return f"{slug(page.header.organization)}/{page.header.day}"


def _place(page: Page) -> tuple[int, str]:
    found = KEY.fullmatch(page.key)
    return int(found["item"]) if found and found["item"] else 0, page.name


def _only_listed(pages: Iterable[Page], here: set[str]) -> Iterator[Message]:
    """Yield one message for each list that names meetings whose pages are not here."""
    for page in pages:
        missing = {target(link).key for link in links(page.tree) if target(link).page == "meeting"} - here - {""}
        if missing:
            arguments: dict[str, str | int] = {"count": len(missing)}
            yield Message(level=Level.WARNING, code="dynasty.meetings_only_listed", where=page.name, arguments=arguments)


IMPORTER = Dynasty10()
