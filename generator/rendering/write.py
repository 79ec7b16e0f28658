"""A page is stamped and written."""

from pathlib import Path

import msgspec
from markupsafe import Markup, escape

from generator.rendering import fragments, policy, urls
from generator.rendering.shell import Shells
from generator.rendering.site import Site
from generator.rendering.words import words

DESCRIPTION_LENGTH = 155


class Crumb(msgspec.Struct, frozen=True):
    """One step of the way to a page: a *path* from the root of the site, or empty for the page itself."""

    label: str
    path: str = ""
    language: str | None = None


class Page(msgspec.Struct, frozen=True, kw_only=True):
    """A page before it is stamped.

    *alternates* is {language: path} of the same content, this page included; *switch* is where a reader who wants another
    language is sent, which may be a page of another kind. *current* is the key of its navigation entry. *script* is the path
    of the one script that the page loads, if it has any. What is not *indexed*, or *is_timed* because it names a person for
    a time, is not to be found by a search engine.
    """

    path: str
    language: str
    title: str
    content: Markup
    description: str = ""
    crumbs: tuple[Crumb, ...] = ()
    alternates: dict[str, str] = {}
    switch: dict[str, str] = {}
    current: str = ""
    script: str = ""
    indexed: bool = True
    is_timed: bool = False
    root: str | None = None


def write_page(page: Page, site: Site, shells: Shells, staging: Path) -> str:
    """Stamp *page* into its shell below *staging*, and return its path."""
    write_text(staging / page.path, stamp(page, site, shells))
    return page.path


def stamp(page: Page, site: Site, shells: Shells) -> str:
    root = urls.root(page.path) if page.root is None else page.root
    common = {"page": page, "root": root, "t": words(page.language), "site": site}
    values = {
        "root": root,
        "policy": policy.WITH_OWN_SCRIPT if page.script else policy.WITHOUT_SCRIPTS,
        "title": str(escape(page.title)),
        "description": str(escape(shortened(page.description))),
        "head": fragments.render("head.html", **common),
        "switch": fragments.render("switch.html", **common) if page.switch else "",
        "breadcrumb": fragments.render("breadcrumb.html", **common) if page.crumbs else "",
        "content": page.content,
    }
    return shells.shells[page.language].stamp(values, page.current)


def write_text(path: Path, text: str) -> None:
    try:
        path.write_bytes(text.encode())
    except FileNotFoundError:
        path.parent.mkdir(parents=True)
        path.write_bytes(text.encode())


def shortened(text: str) -> str:
    """Return the beginning of *text*, whole words, for a description."""
    plain = " ".join(text.split())
    if len(plain) <= DESCRIPTION_LENGTH:
        return plain
    return plain[:DESCRIPTION_LENGTH].rsplit(" ", 1)[0] + "…"
