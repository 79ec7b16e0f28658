"""The files that CaseM's links name, and which of them the export holds."""

import re
from collections import Counter
from collections.abc import Iterable
from pathlib import PurePosixPath

import msgspec
from msgspec.structs import replace

from generator.importers import _markup
from generator.importers._casem_records import Property, title_text
from generator.model.attachment import Attachment
from generator.model.publicity import Publicity

ATTACHMENTS = {"attachments", "attachment"}
SUPPORTING = {
    "supportingmaterial", "supplementarymaterial", "supplementaryattachments", "additionalmaterial", "backgroundmaterial",
    "othermaterial", "relatedmaterial",
}  # fmt: skip
WHOLE_MEETING = {"agendaattachment", "minutesattachment"}
OF_ITEMS = ATTACHMENTS | SUPPORTING
NAMES = OF_ITEMS | WHOLE_MEETING
# "download.aspx?ID=57432&GUID={…}" and "/download/noname/{…}/57432" are the two forms of one link.
FILE_ID = re.compile(r"\bID=(\d+)|/(\d+)/?$", re.IGNORECASE)
GUID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.IGNORECASE)
NUMBERED = re.compile(r"(?:liite|bilaga)\s*(?:nro|nr)?\s*(?P<number>\d+\w?)\b[\s.:,–-]*(?P<title>.*)", re.IGNORECASE)


class Link(msgspec.Struct, frozen=True, kw_only=True):
    """One link of a property: what it is called, and by what the file can be known."""

    title: str
    file_id: str | None = None
    guid: str | None = None
    is_supporting: bool = False


class Files:
    """The files of an export that are no feeds. A class because what was given away is asked for at the end."""

    def __init__(self, names: Iterable[str], properties: Iterable[Property]) -> None:
        self._names = tuple(names)
        self._titles = Counter(link.title.casefold() for prop in properties for link in links(prop))
        self._used: set[str] = set()

    def attachment(self, link: Link, publicity: Publicity) -> Attachment:
        """Return the attachment that *link* names, with its file when the export has it."""
        file = self._file(link)
        if file:
            self._used.add(file)
        numbered = NUMBERED.fullmatch(link.title)
        plain = Attachment(
            title=link.title, source_id=link.file_id, file=file, supporting=link.is_supporting, publicity=publicity
        )
        if numbered and numbered["title"].strip():
            return replace(plain, title=numbered["title"].strip(), number=numbered["number"])
        return plain

    def unused(self) -> tuple[str, ...]:
        """Return the files that no link has named."""
        return tuple(name for name in self._names if name not in self._used)

    def _file(self, link: Link) -> str | None:
        return (
            next((name for name in self._names if link.file_id and _carries_id(name, link.file_id)), None)
            or next((name for name in self._names if link.guid and link.guid in name.casefold()), None)
            or self._file_called(link.title.casefold())
        )

    def _file_called(self, title: str) -> str | None:
        """Return the one file of that name, unless several links or files are called the same."""
        named = [name for name in self._names if title_text(PurePosixPath(name).name).casefold() == title]
        return named[0] if len(named) == 1 and self._titles[title] == 1 else None


def links(prop: Property) -> tuple[Link, ...]:
    """Return the links of *prop*; text without a link is a file's name."""
    if prop.name.casefold() not in NAMES or not prop.text.strip():
        return ()
    is_supporting = prop.name.casefold() in SUPPORTING
    tree = _markup.parse(prop.text)
    found = tuple(
        Link(
            title=title_text(_markup.plain(anchor)) or _file_id(anchor.get("href", "")) or "",
            file_id=_file_id(anchor.get("href", "")),
            guid=_guid(anchor.get("href", "")),
            is_supporting=is_supporting,
        )
        for anchor in tree.iter("a")
    )
    return tuple(link for link in found if link.title) or (Link(title=_markup.plain(tree), is_supporting=is_supporting),)


def _file_id(href: str) -> str | None:
    found = FILE_ID.search(href)
    return (found[1] or found[2]) if found else None


def _guid(href: str) -> str | None:
    found = GUID.search(href)
    return found[0].casefold() if found else None


def _carries_id(name: str, file_id: str) -> bool:
    path = PurePosixPath(name)
    return re.match(rf"{file_id}(?!\d)", path.name) is not None or file_id in path.parent.parts
