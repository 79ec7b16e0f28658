"""Which generation of Dynasty wrote a page: the static tree of Dynasty 6 and 7, or the pages that Dynasty 10 serves."""

import re
from enum import Enum

# Comments that only the static tree has; names of its styles alone may stand in a page of either.
STATIC = (b"<!--data_begin-->", b"<!--tietue", b'class="bodyteli', b'class="bodykokous')
STATIC_STYLES = b"djulkaisu"
SERVED = re.compile(
    rb"""
      \bdata-part(?:-block)?[\w\ -]*\b(?:meetingitem|page-navigation|htm)\b
    | dynasty\ tietopalvelu
    | (?<![\w])page=(?:meetings?|meetingitem|meeting_handlers|official_\w+)&(?:amp;)?id=\d
    | \?id=\d[\d-]*&(?:amp;)?page=(?:meetings?|meetingitem|official_decision)\b
    """,
    re.VERBOSE,
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
    if SERVED.search(folded):
        return Generation.SERVED
    return Generation.STATIC if STATIC_STYLES in folded else None
