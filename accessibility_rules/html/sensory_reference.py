"""An instruction points to a part of the page by place, shape or colour only ("oikealla oleva valikko").

Why: who does not see the page has no right and left there; "the green button" is for those who see green.
Remedy: add the name of the part, and give the part that name: "oikealla oleva valikko Päätökset".
"""

import re
from collections.abc import Iterator

from lxml.html import HtmlElement

from accessibility_rules.html._exposed import exposed, name, text_of
from accessibility_rules.rule import Impact, Rule

_MENU = (
    r"(?P<menu>valik\w+|meny\w*|menu|navigation|navigointi\w*|nav ?bar|side ?bar|tool ?bar|sivupalk\w+|työkaluri\w+|sidofält\w*"
    r"|verktygsfält\w*)"
)
_BUTTON = r"(?P<button>painik\w+|nap\w+|knapp\w*|button)"
_SHAPES = (
    r"(?:vihreä\w*|punai\w+|sini\w+|kelta\w+|pyöreä\w*|kolmio\w*|neliö\w*|grön\w*|röd\w*|blå\w*|gul\w*|rund\w*|fyrkantig\w*"
    r"|green|red|blue|yellow|orange|round|square|triang\w+|circular)"
)
_SIDES = (
    r"(?:(?:on|to|at|in) the (?:upper |lower |top |bottom )?(?:left|right|top|bottom)\b"
    r"|(?:till|på|uppe till|nere till) (?:höger|vänster)\b"
    r"|(?:oikealla|vasemmalla|ylhäällä|alhaalla)(?: ylhäällä| alhaalla)?"
    r"|(?:oikeassa|vasemmassa)(?: ylä| ala)?(?:reunassa| laidassa))"
)
_LOOKS = re.compile(
    r"\bthe (wide|narrow|tall|large|small|big|round|square|circular|triangular|left|right)"
    r" (?:images?|pictures?|photos?)\b"
    r"|\bden (bred|smal|stor|lill|rund|fyrkantig|höger|vänster)\w* (?:bilden|fotot)\b"
    r"|\b(leveä|kapea|pyöreä|suur|piene|oikeanpuolei|vasemmanpuolei)\w* (?:kuva|valokuva)(?:sta|ssa|n|a|an)?\b",
    re.IGNORECASE,
)
_REFERENCES = [
    re.compile(rf"\b{_SHAPES}\s+(?:{_MENU}|{_BUTTON})\b", re.IGNORECASE),
    re.compile(rf"\b(?:{_MENU}|{_BUTTON})\s+{_SIDES}", re.IGNORECASE),
    re.compile(rf"\b(?:oikealla|vasemmalla|ylhäällä|alhaalla)\s+(?:olevas?\w*\s+)?(?:{_MENU}|{_BUTTON})\b", re.IGNORECASE),
]
# Nearly no paragraph has one of these in it, and looking for them costs a tenth of looking for the words themselves.
_STEMS = ("valik", "meny", "menu", "navig", "bar", "sivupalk", "työkalur", "sidofält", "verktygsf", "painik", "nap", "button")
_ANY = re.compile(f"{_MENU}|{_BUTTON}", re.IGNORECASE)
_NAMED = re.compile(
    r"[\"”“»']|\b(?:labell?ed|named|called|nimeltä|nimeltään|jossa lukee|märkt|som heter|kallad)\b", re.IGNORECASE
)
_MENUS = "//nav | //*[@role='navigation' or @role='menu' or @role='menubar']"
_BUTTONS = "//button | //input[@type='button' or @type='submit' or @type='image'] | //*[@role='button']"
_NAMES = "//h1 | //h2 | //h3 | //h4 | //h5 | //h6 | //*[@role='heading'] | //a | //*[@aria-label] | //img[@alt]"


def targets(page: HtmlElement) -> Iterator[HtmlElement]:
    """Yield the paragraphs, points and cells that point to a menu, a button or one of several images in such a way."""
    several = len(list(exposed(page, "//img"))) > 1
    blocks = exposed(page, "//*[self::p or self::li or self::td or self::dd or self::label or self::legend]")
    for block in blocks:
        text = "".join(block.itertext())
        if not _has_any(text) and not (several and _LOOKS.search(text)):
            continue
        if not block.xpath("boolean(.//p | .//li)") and (_reference(block) or (several and _LOOKS.search(text_of(block)))):
            yield block


def _has_any(text: str) -> bool:
    lowered = text.lower()
    return any(stem in lowered for stem in _STEMS) and bool(_ANY.search(text))


def expect(block: HtmlElement) -> bool | None:
    """What is pointed to can be found without eyes when it has a name there and here, or is the only one of its kind."""
    match = _reference(block)
    if match is None:
        return _is_said_of_an_image(block)
    if _NAMED.search(text_of(block)):
        return True
    kind, word = (_MENUS, match["menu"]) if match["menu"] else (_BUTTONS, match["button"])
    found = list(exposed(block, kind))
    named = [name(one) for one in (*exposed(block, _NAMES), *found)]
    if len(found) == 1 or any(word.casefold() in one.casefold() for one in named):
        return True
    return None if found or block.xpath("boolean(.//a[@href])") else False


def _is_said_of_an_image(block: HtmlElement) -> bool | None:
    """Say whether an alternative text has the word by which *block* tells one image from others."""
    words = {word.casefold() for match in _LOOKS.finditer(text_of(block)) for word in match.groups() if word}
    told = " ".join(image.get("alt", "").casefold() for image in exposed(block, "//img"))
    if all(word in told for word in words):
        return True
    return None if block.xpath("boolean(.//img | .//a[@href])") else False


def _reference(block: HtmlElement) -> re.Match[str] | None:
    text = text_of(block)
    return next((match for pattern in _REFERENCES if (match := pattern.search(text))), None)


RULE = Rule(criterion="1.3.3", clause="9.1.3.3", impact=Impact.SERIOUS, act=("9bd38c",), targets=targets, expect=expect)
