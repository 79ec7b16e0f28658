"""What pagefind wrote, put in an order that is the same every time, and as far as the site's search needs it.

pagefind 1.5 packs each file with gzip, behind a mark; inside is JSON (fragments), CBOR (RFC 8949) or a program. The values of a
filter come in the order of a hash table, another one in every run; nothing else differs between runs.
"""

import gzip
import hashlib
import shutil
from importlib.resources import files
from pathlib import Path
from typing import Any

import cbor2
import msgspec

from generator.errors import RenderingError

MARK = b"pagefind_dcd"
PROGRAM = "pagefind.js"
ENTRY = "pagefind-entry.json"
LICENCE = "LICENSE-pagefind.txt"
HASH_LENGTH = 8
META_PARTS = 6

# CBOR knows no more of itself than JSON does; the shapes are checked where they are taken apart.
Value = Any


class Fragment(msgspec.Struct):
    """Of a fragment, which holds the text of one page, the address of that page."""

    url: str


class Language(msgspec.Struct, omit_defaults=True):
    """One language of the entry: which list of pages, which program (none for a language without a stemmer), how many pages."""

    hash: str
    wasm: str | None
    page_count: int


class Entry(msgspec.Struct):
    """The file that the program reads first; it checks *version* against its own."""

    version: str
    languages: dict[str, Language]
    include_characters: list[str]


def publish(made: Path, language: str, count: int, target: Path) -> None:
    """Write the index *made* of *count* pages in *language* into the folder *target*.

    A fragment is named by its page, so that its address tells whose text it is, and by a hash of what is in it.

    Raises:
        RenderingError: pagefind left pages out, or its files are not as we know them.
    """
    try:
        _publish(made, language, count, target)
    except (OSError, KeyError, ValueError, TypeError, msgspec.MsgspecError, cbor2.CBORDecodeError) as error:
        raise RenderingError("rendering.search_changed", reason=type(error).__name__) from error


def _publish(made: Path, language: str, count: int, target: Path) -> None:
    entry = msgspec.json.decode((made / ENTRY).read_bytes(), type=Entry)
    own = entry.languages[language]
    version, pages, chunks, filters, sorts, fields = _list(_read(made / f"pagefind.{own.hash}.pf_meta"), META_PARTS)
    if len(pages) != count or set(entry.languages) != {language}:
        raise ValueError(count)
    program = f"wasm.{own.wasm or 'unknown'}.pagefind"
    for name in (PROGRAM, program):
        _copy(made / name, target / name)
    for _first, _last, name in chunks:
        _copy(made / _index(name), target / _index(name))
    renamed = [[_fragment(made, name, target), words] for name, words in pages]
    ordered = sorted([name, _filter(made, file, language, target)] for name, file in filters)
    meta = _packed([version, renamed, chunks, ordered, sorted(sorts), fields])
    own.hash = f"{language}_{_hash(meta)}"
    _write(target / f"pagefind.{own.hash}.pf_meta", meta)
    _write(target / ENTRY, msgspec.json.encode(entry))
    _write(target / LICENCE, files(__package__).joinpath(LICENCE).read_bytes())


def _fragment(made: Path, name: str, target: Path) -> str:
    """Write the fragment *name* under its page's address, and return its new name."""
    content = (made / "fragment" / f"{name}.pf_fragment").read_bytes()
    url = msgspec.json.decode(_unpacked(content), type=Fragment).url
    new = f"{url.strip('/').removesuffix('.html')}.{_hash(content)}"
    _write(target / "fragment" / f"{new}.pf_fragment", content)
    return new


def _filter(made: Path, file: str, language: str, target: Path) -> str:
    """Write the filter *file* with its values in order, and return its new name."""
    name, values = _list(_read(made / "filter" / f"{file}.pf_filter"), 2)
    content = _packed([name, sorted([value, sorted(pages)] for value, pages in values)])
    new = f"{language}_{_hash(content)}"
    _write(target / "filter" / f"{new}.pf_filter", content)
    return new


def _index(name: str) -> Path:
    return Path("index") / f"{name}.pf_index"


def _read(path: Path) -> Value:
    return cbor2.loads(_unpacked(path.read_bytes()))


def _unpacked(content: bytes) -> bytes:
    unpacked = gzip.decompress(content)
    if not unpacked.startswith(MARK):
        raise ValueError(MARK)
    return unpacked[len(MARK) :]


def _packed(value: Value) -> bytes:
    return gzip.compress(MARK + cbor2.dumps(value), mtime=0)


def _list(value: Value, length: int) -> list[Value]:
    if not isinstance(value, list) or len(value) != length:
        raise TypeError
    return value


def _hash(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()[:HASH_LENGTH]


def _copy(source: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(source, target)


def _write(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
