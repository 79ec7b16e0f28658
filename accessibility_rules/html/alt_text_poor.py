"""The alternative text of an image is a file name, or a word that says only that it is an image.

Why: "kuva, kaavakartta2_final.png" tells a blind reader that something is missing, and not what (WCAG failure F30).
Remedy: write what the image says in its place; leave `alt=""` for an image that says nothing.
"""

import re
from collections.abc import Iterator

from lxml.html import HtmlElement

from accessibility_rules.html._exposed import exposed, folded
from accessibility_rules.rule import Impact, Rule

_FILE_NAME = re.compile(r"\S*[\w)-]\.(?:png|jpe?g|gif|svg|webp|avif|bmp|tiff?|emf|wmf)", re.IGNORECASE)
_CAMERA_NAME = re.compile(r"(?:img|dsc[nf]?|pict?|image|photo|kuva|scan)[_-]?\d{3,}", re.IGNORECASE)
_PLACEHOLDER = re.compile(
    r"(?:(?:tämä on )?(?:kuva|kuvituskuva|valokuva|kuvatiedosto)|bild|foto|fotografi|bildfil|image|picture|photo|graphic|img"
    r"|untitled|placeholder|null|undefined|spacer|alt(?: ?text| ?teksti)?|vaihtoehtoinen teksti)(?:\s*\d{1,2})?[.:]?",
    re.IGNORECASE,
)
_KIND_ONLY = re.compile(
    r"(?:logo|kaavio|kartta|karttakuva|kuvio|taulukko|piirros|diagram|karta|tabell|figur|chart|map|table|figure|icon|ikoni|ikon)"
    r"(?:\s*\d{1,2})?[.:]?",
    re.IGNORECASE,
)
_SLUG = re.compile(r"\S*(?:[_\d-])\S*")
_IMAGES = "//img[@alt][not(@role='presentation' or @role='none')] | //area[@alt] | //input[@type='image'][@alt]"


def targets(page: HtmlElement) -> Iterator[HtmlElement]:
    yield from (image for image in exposed(page, _IMAGES) if _alt(image))


def expect(image: HtmlElement) -> bool | None:
    """A text that only names the kind of picture, or is the stem of its file, may do beside a caption: a person must look."""
    alt = _alt(image)
    if _FILE_NAME.fullmatch(alt) or _CAMERA_NAME.fullmatch(alt) or _PLACEHOLDER.fullmatch(alt):
        return False
    stem = image.get("src", "").rpartition("/")[2].partition(".")[0].casefold()
    is_slug = alt.casefold() == stem and _SLUG.fullmatch(alt)
    return None if is_slug or _KIND_ONLY.fullmatch(alt) else True


def _alt(image: HtmlElement) -> str:
    return folded(image.get("alt", ""))


RULE = Rule(criterion="1.1.1", clause="9.1.1.1", impact=Impact.SERIOUS, targets=targets, expect=expect)
