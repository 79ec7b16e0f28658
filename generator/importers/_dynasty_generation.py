"""Which generation of Dynasty wrote a page: the static tree of Dynasty 6 and 7, or the pages that Dynasty 10 serves."""

import re
from enum import Enum

# Comments and classes that only the static tree has.
STATIC = (b"<!--data_begin-->", b"<!--tietue", b'class="bodyteli', b'class="bodykokous')
STATIC_PARTS = re.compile(rb"djulkaisu\.(?:css|js)\b|\bdsettings\.js\b")
SERVED = re.compile(rb"\bdata-part[ ]+(?:meetingitem|page-navigation)|\bdata-part-block-htm\b|dynasty tietopalvelu")
SERVED_LINK = re.compile(
    rb"""
      \bpage=(?:meetings?|meetingitem|meeting_handlers|official_decision)&(?:amp;)?id=\d
    | \?id=\d[\d-]*&(?:amp;)?page=(?:meetings?|meetingitem|official_decision)\b
    """,
    re.VERBOSE,
)
# One link into Dynasty may stand in any page.
LINKS_NEEDED = 2
# "Esityslista 23.09.2026/Asianro 4": all that is left of a page without its frame. Letters beyond ASCII are as encoded.
HEADER = re.compile(
    rb"(?:esityslista|kirja|redragningslista|protokoll)\s+\d{1,2}\.\d{1,2}\.\d{4}\s*/\s*"
    rb"(?:asianro|pyk.{1,2}l|paragraf|.{1,2}rendenr|\xc2?\xa7)"
)


class Generation(Enum):
    """The two ways in which Dynasty publishes."""

    STATIC = "dynasty"
    SERVED = "dynasty10"


def generation(content: bytes) -> Generation | None:
    """Return the generation that wrote *content*, or None when Dynasty did not."""
    folded = content.replace(b"\0", b"").lower()
    if any(mark in folded for mark in STATIC):
        return Generation.STATIC
    if SERVED.search(folded) or len(SERVED_LINK.findall(folded)) >= LINKS_NEEDED:
        return Generation.SERVED
    if STATIC_PARTS.search(folded):
        return Generation.STATIC
    return Generation.SERVED if HEADER.search(folded) else None
