"""What was seen of pages in earlier runs, so that a page which did not change costs nothing. Deleting it costs time only.

A page is known again by a hash of everything that decides what is seen of it: its address and bytes, the bytes of every file
that it loads, and of the browser, axe, our rules, the windows and the level. Only pages that were put into one document are
kept (realm.py): of what scripts or frames do, no hash of files tells. No text of a page is kept, only what findings may show.
"""

import hashlib
import re
from collections.abc import Callable, Collection, Mapping
from functools import cache
from pathlib import Path
from urllib.parse import quote, urljoin, urlsplit

import msgspec
from lxml.html import HtmlElement
from msgspec.structs import replace

from accessibility_rules import Level, PageUnreadableError, accesslint, axe, parse
from generator.audit import in_page
from generator.audit.answers import Looked
from generator.audit.browser import VIEWPORTS, ZOOMED, installed
from generator.audit.findings import Tool
from generator.audit.shells import MODES, Full
from generator.audit.site_files import look_up_from
from generator.audit.static import rules_hash

_OWNER_ONLY = 0o600
_MOST = 100_000  # pages that are remembered, most of which are no more as they were
_LOADED_BY_STYLES = re.compile(rb"""url\(\s*["']?([^"')]+)|@import\s+["']([^"']+)""")  # of CSS, where lxml is no help


class Kept(msgspec.Struct, frozen=True):
    """What stands in the file: by key what was seen of a page, of some of them in *full*, and which rules and tools saw it."""

    pages: dict[str, Looked] = {}
    full: dict[str, Full] = {}
    rules: dict[str, tuple[str, ...]] = {}
    tools: tuple[Tool, ...] = ()
    engine: str = ""


def read(file: Path, level: Level) -> Kept:
    """Return what *file* holds from the same engine at *level*; nothing where there is none, or where it cannot be read."""
    engine = engine_key(level)
    try:
        kept = msgspec.msgpack.decode(file.read_bytes(), type=Kept)
    except (OSError, msgspec.DecodeError):
        return Kept(engine=engine)
    return kept if kept.engine == engine else Kept(engine=engine)


def joined(before: Kept, now: Kept) -> Kept:
    """Return what is kept with *now*, and without all of *before* when that has grown out of proportion."""
    if len(before.pages) > _MOST:
        return now
    return replace(now, pages={**before.pages, **now.pages}, full={**before.full, **now.full})


def write(file: Path, kept: Kept) -> None:
    """Put *kept* in the place of what *file* holds, for its owner only."""
    file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    beside = file.with_name(f".{file.name}-next")
    beside.unlink(missing_ok=True)
    beside.touch(mode=_OWNER_ONLY)
    beside.write_bytes(msgspec.msgpack.encode(kept))
    beside.replace(file)


def engine_key(level: Level) -> str:
    """Return the hash of all that judges a page, and of nothing that is judged."""
    found = installed()
    browser = Path(found.browser).resolve() if found else Path()
    said = (
        (str(browser), browser.stat().st_size, browser.stat().st_mtime_ns) if found else (),
        axe.SHA256,
        (accesslint.SHA256, accesslint.RULES),
        axe.run_options(level),
        rules_hash(),
        in_page.script(),
        tuple(map(str, (*VIEWPORTS, ZOOMED))),
        tuple(mode.name for mode in MODES),
    )
    return hashlib.sha256(repr(said).encode()).hexdigest()


def page_keys(folder: Path, pages: Collection[str]) -> Mapping[str, str]:
    """Return {address: hash of it, its bytes, and the bytes of every file of *folder* that it loads}."""
    hashed = cache(_hashed)
    return {path: key for path in pages if (key := _page_key(folder, path, hashed))}


def _page_key(folder: Path, path: str, hashed: Callable[[Path, str], str]) -> str | None:
    """Return None for a page that cannot be read: then it is no page to be remembered."""
    try:
        page = (folder / path.lstrip("/")).read_bytes()
        whole = parse(page)
    except (OSError, PageUnreadableError):
        return None
    total = hashlib.sha256(path.encode() + b"\0" + page)
    for address in _loaded(whole):
        total.update(f"\0{address}\0{hashed(folder, _resolved(path, address))}".encode())
    return total.hexdigest()


def _loaded(page: HtmlElement) -> list[str]:
    return [str(address) for address in page.xpath("//@src | //link[not(@rel='alternate' or @rel='canonical')]/@href")]


def _hashed(folder: Path, address: str, within: tuple[str, ...] = ()) -> str:
    """Return the hash of the file at *address*, and of what it loads if it is a style sheet; nothing if it is not there."""
    content = look_up_from(folder, "/")(address)
    if content is None:
        return ""
    total = hashlib.sha256(content)
    if urlsplit(address).path.endswith(".css"):
        loaded = (one or other for one, other in _LOADED_BY_STYLES.findall(content))
        for inner in sorted({name.decode("utf-8", "replace") for name in loaded if not name.startswith(b"data:")}):
            if (resolved := _resolved(address, inner)) not in (*within, address):
                total.update(f"\0{inner}\0{_hashed(folder, resolved, (*within, address))}".encode())
    return total.hexdigest()


def _resolved(base: str, address: str) -> str:
    return urljoin(quote(base) if base.startswith("/") else base, address.strip())
