"""The empty page that mkdocs renders once per language: cut at its slots, then stamped for every page."""

import re
from collections.abc import Mapping
from pathlib import Path

import msgspec
from markupsafe import Markup

from generator.errors import RenderingError

SLOT = re.compile(r"@@([a-z0-9-]+)@@")
SLOTS = ("policy", "title", "description", "head", "switch", "breadcrumb", "content")
ROOT = "root"
CURRENT = "current-"
# What material's base.html writes outside any block: checkboxes and a label for scripts that this site does not have.
# They cannot be reached by keyboard at 320 px, and without CSS they would stand on every page without a name.
LEFTOVERS = (
    '<input class="md-toggle" data-md-toggle="drawer" type="checkbox" id="__drawer" autocomplete="off">',
    '<input class="md-toggle" data-md-toggle="search" type="checkbox" id="__search" autocomplete="off">',
    '<label class="md-overlay" for="__drawer"></label>',
)


class Written(msgspec.Struct, frozen=True, kw_only=True):
    """A page that the municipality wrote by hand in content/: *name* is its path without language folder and ending."""

    name: str
    language: str
    title: str
    heading: str
    content: str


class Shell(msgspec.Struct, frozen=True):
    """The constant *parts* of a page, and the *slots* between them."""

    parts: tuple[str, ...]
    slots: tuple[str, ...]

    def stamp(self, values: Mapping[str, str], current: str) -> str:
        """Return the page with *values* in its slots, the navigation entry *current* being marked."""
        pieces = [self.parts[0]]
        for slot, part in zip(self.slots, self.parts[1:], strict=True):
            pieces += (values[slot] if slot in values else _mark(slot, current), part)
        return "".join(pieces)


class Shells(msgspec.Struct, frozen=True, kw_only=True):
    """Every shell by language, the hand-written pages, and the folder with what mkdocs copied."""

    shells: dict[str, Shell]
    written: tuple[Written, ...]
    assets: Path

    def own_words(self, name: str, language: str) -> Markup:
        """Return the municipality's own words for the page *name* of ours, or nothing."""
        page = self._own(name, language)
        return Markup(page.content if page else "")  # noqa: S704 - written in content/ by the municipality; nothing imported

    def own_heading(self, name: str, language: str) -> str:
        """Return the heading that the municipality gave the page *name* of ours, or nothing."""
        page = self._own(name, language)
        return page.heading if page else ""

    def _own(self, name: str, language: str) -> Written | None:
        return next((page for page in self.written if (page.name, page.language) == (name, language)), None)


def token(slot: str) -> str:
    return f"@@{slot}@@"


def rooted(path: object) -> str:
    """Return the link *path* as a shell holds it: from the root of the site, wherever the page will be."""
    link = str(path)
    return link if link.startswith("#") else token(ROOT) + link


def cut(html: str, navigation: tuple[str, ...], theme: str) -> Shell:
    """Cut a page rendered with tokens at its slots.

    Raises:
        RenderingError: a token or a leftover of the theme is missing or there twice: *theme* is not the one that we know.
    """
    for leftover in LEFTOVERS:
        if html.count(leftover) != 1:
            raise RenderingError("rendering.theme_changed", theme=theme, part="input")
        html = html.replace(leftover, "")
    pieces = SLOT.split(html)
    parts, slots = tuple(pieces[0::2]), tuple(pieces[1::2])
    for slot in (*SLOTS, *(CURRENT + name for name in navigation)):
        if slots.count(slot) != 1:
            raise RenderingError("rendering.theme_changed", theme=theme, part=slot)
    if ROOT not in slots:
        raise RenderingError("rendering.theme_changed", theme=theme, part=ROOT)
    return Shell(parts, slots)


def _mark(slot: str, current: str) -> str:
    return ' aria-current="page"' if slot == CURRENT + current else ""
