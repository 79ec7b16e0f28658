"""Ways in which markup, scripts and mail write characters, and how they read."""

import html
import re
from collections.abc import Callable
from functools import lru_cache
from urllib.parse import unquote_to_bytes

from lxml.html import defs

SCRIPT_ESCAPE = re.compile(r"\\(?:u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2})|u\{([0-9a-fA-F]{1,6})\}|(\r?\n)|([\"'`\\/bfnrtv]))")
CONTROLS = {"b": " ", "f": " ", "n": "\n", "r": "\n", "t": "\t", "v": " "}
SURROGATES = re.compile("[\ud800-\udbff][\udc00-\udfff]")
STYLE_ESCAPE = re.compile(r"\\([0-9a-fA-F]{1,6})(?:\r\n|[ \t\r\n\f])?|\\([^0-9a-fA-F\r\n])")
LAST_CHARACTER = 0x10FFFF
PERCENT = re.compile(r"(?:%[0-9a-fA-F]{2})+")
QUOTED = re.compile(r"(?:=[0-9A-F]{2})+")
SOFT_BREAK = re.compile(r"=[ \t]*\r?\n")
TAG = re.compile(r"<[^<>]*>")
# The words of HTML itself, of which some are names of people too: Li, Mark, Ruby, Line; Lang, Alt, Id, Max, Aria.
ELEMENTS = frozenset({*defs.tags, "line", "main"})
ATTRIBUTES = frozenset({*defs.safe_attrs, "max", "min"})
# As markup writes them: in small letters, with their end or an attribute behind. "<Li Vilhelmiina>" is a text with a name.
OWN_ELEMENT = re.compile(rf"^</?(?:{'|'.join(sorted(ELEMENTS))})(?=\s*/?>|\s+[\w:-]+\s*=)")
ATTRIBUTE = re.compile(r"""(\s)([\w:-]+)(\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'>]+))""")
# These stand inside a word or a sentence; every other tag parts words.
INLINE_TAG = re.compile(
    r"</?(?:a|abbr|b|bdi|bdo|cite|em|font|i|mark|q|s|small|span|strong|sub|sup|time|u|wbr)(?:\s[^<>]*)?/?>", re.IGNORECASE
)


def of_script(text: str) -> str:
    """Return *text* without the escapes of JSON and JavaScript."""
    if "\\" not in text:
        return text
    plain = SCRIPT_ESCAPE.sub(_of_script, text)
    return SURROGATES.sub(lambda pair: pair[0].encode("utf-16", "surrogatepass").decode("utf-16"), plain)


def _of_script(found: re.Match[str]) -> str:
    code = found[1] or found[2] or found[3]
    if code:
        return _character(int(code, 16))
    return "" if found[4] else CONTROLS.get(found[5], found[5])


def of_style(text: str) -> str:
    """Return *text* without the escapes of CSS."""
    if "\\" not in text:
        return text
    return STYLE_ESCAPE.sub(lambda found: _character(int(found[1], 16)) if found[1] else found[2], text)


def _character(code: int) -> str:
    return chr(code) if 0 < code <= LAST_CHARACTER else " "


def of_address(text: str) -> str:
    """Return *text* without percent-encoding, in UTF-8 or, where it is not that, in Windows-1252."""
    return PERCENT.sub(lambda found: _decoded(unquote_to_bytes(found[0])), text) if "%" in text else text


def of_mail(text: str) -> str:
    """Return *text* without quoted-printable (RFC 2045, 6.7)."""
    if "=" not in text:
        return text
    return QUOTED.sub(lambda found: _decoded(bytes.fromhex(found[0].replace("=", ""))), SOFT_BREAK.sub("", text))


def _decoded(content: bytes) -> str:
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        return content.decode("cp1252", errors="replace")


def of_tags(text: str) -> str:
    """Return the text between the tags and, after it, what stands inside them: attributes and comments, each once."""
    if "<" not in text:
        return text
    inside = " ".join(map(_said_inside, dict.fromkeys(TAG.findall(text))))
    return f"{TAG.sub(' ', INLINE_TAG.sub('', text))}\n{inside}"


@lru_cache(maxsize=2**14)
def _said_inside(tag: str) -> str:
    """Return what *tag* says besides the words of HTML itself: "</li>" and "lang=" name nobody whose name is Li or Lang."""
    return ATTRIBUTE.sub(_without_own_name, OWN_ELEMENT.sub(" ", tag)).replace("<", " ").replace(">", " ")


def _without_own_name(attribute: re.Match[str]) -> str:
    is_own = attribute[2] in ATTRIBUTES or attribute[2].startswith("aria-")
    return attribute[1] + attribute[3] if is_own else attribute[0]


def of_entities(text: str) -> str:
    return html.unescape(text) if "&" in text else text


# In this order: markup may be written in a script or an address, and entities stand in the text between tags.
ESCAPES: dict[str, Callable[[str], str]] = {
    "script": of_script,
    "address": of_address,
    "mail": of_mail,
    "tags": of_tags,
    "entities": of_entities,
}
# Read by themselves: what is an escape in a style is another in a script.
STYLES: dict[str, Callable[[str], str]] = {"style": of_style}
