"""The JSON files of a CaseM export: OData feeds, told apart by what they hold and never by their names."""

import json
import re
from enum import StrEnum
from itertools import chain
from pathlib import PurePosixPath

import msgspec

from generator.errors import ExportError
from generator.importers._export import Export

SUFFIXES = {"", ".json", ".txt"}
HEAD = 2**16
LOOKS_RIGHT = re.compile(r'\$metadata#(?:Nodes|Contents|ExtendedProperties)|"ContentId"\s*:[^$]*"Classifications"\s*:')
ENTITY_SET = re.compile(r"Nodes|Contents|ExtendedProperties")
ADDRESSED = re.compile(r"(?:Contents|Nodes)\((\d+)")
NEXT_PAGE = ("odata.nextLink", "@odata.nextLink", "__next")
CONTEXT = ("odata.metadata", "@odata.context")


class Kind(StrEnum):
    """The entity sets of the OpenNC interface."""

    NODES = "Nodes"
    CONTENTS = "Contents"
    PROPERTIES = "ExtendedProperties"


class Feed(msgspec.Struct, frozen=True, kw_only=True):
    """One file. *about* is the id that the feed's own address names, if any; *ids* those in its name, the nearest first."""

    name: str
    kind: Kind
    rows: tuple[object, ...]
    about: int | None
    ids: tuple[int, ...]
    is_partial: bool


def looks_like_casem(export: Export) -> bool:
    """Tell whether any file of *export* begins as the interface's answers do, also when it is cut short further on."""
    return any(_looks_right(export, name) for name in export.names if is_candidate(name))


def is_candidate(name: str) -> bool:
    """Tell whether a file of this name may be a feed; its content decides."""
    return PurePosixPath(name).suffix.casefold() in SUFFIXES


def feed(export: Export, name: str) -> Feed | None:
    """Return the feed in *name*, or None for a file of another kind that does not claim to be JSON.

    Raises:
        ExportError: the file is empty, cut short, in an unknown encoding, or holds something else than a feed.

    """
    content = export.read(name)
    if not name.casefold().endswith(".json") and not LOOKS_RIGHT.search(_head(content)):
        return None
    document = _json(content)
    if isinstance(document, dict) and "d" in document:
        document = document["d"]
    rows = _rows(document)
    kind = _kind(document, rows)
    if kind is None:
        raise ExportError("casem.file_unknown")
    if rows is None:
        raise ExportError("casem.file_shape")
    return Feed(
        name=name, kind=kind, rows=rows, about=_addressed(document, rows), ids=ids(name), is_partial=_has_more(document)
    )


def ids(name: str) -> tuple[int, ...]:
    """Return the numbers in the path *name*, those of the file before those of its folders, the last first."""
    parts = reversed(PurePosixPath(name).parts)
    # 18 digits: longer numbers are no ids, and Python refuses to read very long ones.
    return tuple(chain.from_iterable(map(int, reversed(re.findall(r"(?<!\d)\d{1,18}(?!\d)", part))) for part in parts))


def listed(value: object) -> tuple[object, ...]:
    """Return the entries of a list inside a row, which the verbose form wraps once more."""
    if isinstance(value, dict):
        value = value.get("results", value.get("value"))
    return tuple(value) if isinstance(value, list) else ()


def _looks_right(export: Export, name: str) -> bool:
    try:
        return bool(LOOKS_RIGHT.search(_head(export.head(name))))
    except ExportError:
        return False


def _head(content: bytes) -> str:
    return content[:HEAD].decode(json.detect_encoding(content[:4]) if content else "utf-8", "replace")


def _json(content: bytes) -> object:
    if not content.strip():
        raise ExportError("casem.file_empty")
    try:
        text = content.decode(json.detect_encoding(content))
    except UnicodeDecodeError as error:
        raise ExportError("casem.file_encoding") from error
    try:
        return json.loads(text)
    except (ValueError, RecursionError) as error:
        raise ExportError("casem.file_broken") from error


def _rows(document: object) -> tuple[object, ...] | None:
    if isinstance(document, list):
        return tuple(document)
    if not isinstance(document, dict):
        return None
    for key in ("value", "results"):
        if key in document:
            return tuple(document[key]) if isinstance(document[key], list) else None
    return (document,) if _shape(document) else None


def _kind(document: object, rows: tuple[object, ...] | None) -> Kind | None:
    if isinstance(document, dict):
        for context in (document.get(key) for key in CONTEXT):
            found = ENTITY_SET.findall(context.partition("#")[2]) if isinstance(context, str) else []
            if found:
                return Kind(found[-1])
    return next((kind for row in rows or () if (kind := _shape(row))), None)


def _shape(row: object) -> Kind | None:
    if not isinstance(row, dict):
        return None
    if "ContentId" in row and "Classifications" in row:
        return Kind.CONTENTS
    if "NodeId" in row and "Names" in row:
        return Kind.NODES
    return Kind.PROPERTIES if {"Id", "Name", "Text"} <= row.keys() else None


def _addressed(document: object, rows: tuple[object, ...]) -> int | None:
    addresses = []
    for thing in (document, *rows[:1]):
        if isinstance(thing, dict):
            inner = thing.get("__metadata")
            uri = inner.get("uri") if isinstance(inner, dict) else None
            addresses += [thing.get(key) for key in (*CONTEXT, "odata.id", "@odata.id")] + [uri]
    found = (ADDRESSED.search(address) for address in addresses if isinstance(address, str))
    return next((int(match[1]) for match in found if match), None)


def _has_more(document: object) -> bool:
    return isinstance(document, dict) and any(document.get(key) for key in NEXT_PAGE)
