"""Recordings on a page, and whether anything else is there that could say in words what they say."""

import re
from collections.abc import Iterator

from lxml.html import HtmlElement

from accessibility_rules.html._exposed import exposed, is_hidden, name, texts

_PLAYABLE = "[@controls or @autoplay][not(@muted)]"
_FEW = 8  # words: a heading, not a transcript
_NAMES = "//a[@href] | //h1 | //h2 | //h3 | //h4 | //h5 | //h6 | //summary"
_TRANSCRIPT = re.compile(r"tekstivastine|litter(?:aatti|ointi)|textversion|transkript|utskrift|transcript", re.IGNORECASE)
_DESCRIBED = re.compile(r"kuvailutulk|syntolk|audio[ -]descri|described version", re.IGNORECASE)


def recordings(page: HtmlElement, kinds: str) -> Iterator[HtmlElement]:
    """Yield the players that the XPath test *kinds* names, one for each file: moments of one recording are one recording."""
    seen = set()
    for player in exposed(page, f"//*[{kinds}]{_PLAYABLE}"):
        source = str(player.xpath("string((@src | .//source/@src)[1])")).partition("#")[0]
        if source not in seen:
            seen.add(source)
            yield player


def has_words_beside(player: HtmlElement) -> bool:
    """Say whether the page has a text of some length, or a link, besides its recordings."""
    root = player.getroottree().getroot()
    bodies = root.xpath("/html/body")
    if any(True for _ in exposed(root, "//a[@href]")) or not bodies:
        return True
    return len("".join(texts(bodies[0], skipped=_is_apart)).split()) > _FEW


def has_transcript(player: HtmlElement) -> bool:
    """Say whether a link or a heading on the page says that it is a transcript."""
    return any(_TRANSCRIPT.search(name(one)) for one in exposed(player, _NAMES))


def has_description(player: HtmlElement) -> bool:
    """Say whether a link or a heading on the page says that it is a version with audio description."""
    return any(_DESCRIBED.search(name(one)) for one in exposed(player, _NAMES))


def _is_apart(element: HtmlElement) -> bool:
    return is_hidden(element) or element.tag in {"video", "audio"}
