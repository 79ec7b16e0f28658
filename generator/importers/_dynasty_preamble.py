"""What stands above the sections of an item: number, register number, task class, title, and lines that name a handling."""

import re
from typing import NamedTuple

from generator.importers._dates import finnish_date
from generator.model.meeting import EarlierHandling
from generator.model.text import Block, Heading, Run, Table, block_text, inline_text

REGISTER = re.compile(
    r"""
    (?:[A-ZÅÄÖa-zåäö]{2,8}D(?:no)?-\d{4}-\d{1,6}                                        # KAJDno-2018-1022
      | (?:[A-ZÅÄÖ]{1,10}\s?[:/]\s?)?\d{1,6}/(?P<middle>\d{2}(?:\.\d{2}){1,5})/\d{4}     # 3700/11.01.00/2011
      | (?:[A-ZÅÄÖ]{1,10}\s?[:/]?\s?)?\d{1,6}/\d{4}                                      # 730/2017
      | \d{1,6}-\d{4}(?:\ \(\d{2,4}\))?)                                                 # 3720-2013 (611)
    """,
    re.VERBOSE,
)
FUNCTION_CLASS = re.compile(r"\d{2}(?:\.\d{2}){1,5}")
LABEL = re.compile(
    r"(?:dno|dnro|diaarinumero|asianro|asianumero|asiatunnus|dnr|diarienummer|ärendenummer)\b\.?:?\s*", re.IGNORECASE
)
FIGURE = r"\d{1,5}(?:\s?[a-z])?"
OWN_NUMBER = re.compile(
    rf"(?:(?:pykälä|paragraf|asianro|asia|ärendenr|ärende)\.?\s*|§\s*)?(?P<number>{FIGURE})\s*§?\.?", re.IGNORECASE
)
NUMBERED_TITLE = re.compile(rf"(?:§\s*(?P<after>{FIGURE})|(?P<before>{FIGURE})\s*§)[\s.:–-]+(?P<title>[^\W\d].+)")
DAY = r"(?P<day>\d{1,2}\.\d{1,2}\.\d{4})"
PARAGRAPH = rf"(?:(?:§|pykälä|paragraf|asia(?:nro)?)\s*(?P<after>{FIGURE})|(?P<before>{FIGURE})\s*§)"
ORGANIZATION = r"(?P<organization>[A-ZÅÄÖ][\w .&/-]{1,100}?)"
# "Kaupunginhallitus 10.4.2017 § 105", "Kaupunginhallitus 105 § 10.4.2017", "KH, 10.4.2017, § 105".
HANDLED = tuple(
    re.compile(rf"{ORGANIZATION}[\s,/–-]+{first}[\s,/–-]*{second}\.?", re.IGNORECASE)
    for first, second in ((DAY, PARAGRAPH), (PARAGRAPH, DAY))
)


class Reference(NamedTuple):
    """A register number and a task class, as one line gives them."""

    register_number: str | None
    function_class: str | None


def reference(text: str) -> Reference | None:
    """Return the register number and the task class of *text* ("Dnro 730/2017 00.01.01.00"), or None when it says more."""
    rest = LABEL.sub("", text, count=1)
    found = REGISTER.search(rest)
    left = (rest[: found.start()] + rest[found.end() :]).strip(" ,;") if found else rest
    classes = FUNCTION_CLASS.fullmatch(left)
    if (left and not classes) or not (found or classes):
        return None
    return Reference(found.group() if found else None, left if classes else found["middle"] if found else None)


def own_number(text: str) -> str | None:
    """Return the number that *text* is ("§ 127", "127 §", "Asianro 4", "4"), or None."""
    found = OWN_NUMBER.fullmatch(text)
    return found["number"] if found else None


def numbered_title(text: str) -> tuple[str, str] | None:
    """Return the number and the title of a line that has both ("§ 127 Talousarvio"), or None."""
    found = NUMBERED_TITLE.fullmatch(text)
    return (found["after"] or found["before"], found["title"].strip()) if found else None


def is_bold(block: Block) -> bool:
    """Tell whether all of *block* is bold, as a title is."""
    if isinstance(block, Heading):
        return True
    content = getattr(block, "content", ())
    return bool(content) and all(run.strong for run in content if isinstance(run, Run) and run.text.strip())


def squeezed(text: str) -> str:
    """Return *text* as titles are compared: letters and digits only."""
    return "".join(filter(str.isalnum, text.casefold()))


def handlings(block: Block) -> tuple[EarlierHandling, ...]:
    """Return the handlings that *block* names, one a line or row, when it names nothing else."""
    if isinstance(block, Table):
        named = [" ".join(inline_text(cell.content) for cell in row) for row in block.rows]
    else:
        named = block_text(block).split("\n")
    found = [_handling(" ".join(line.split())) for line in named if line.strip()]
    return tuple(handling for handling in found if handling) if all(found) else ()


def _handling(line: str) -> EarlierHandling | None:
    for pattern in HANDLED:
        found = pattern.fullmatch(line)
        day = finnish_date(found["day"]) if found else None
        if found and day:
            name = found["organization"].strip(" ,/–-")
            return EarlierHandling(organization=name, day=day, number=found["after"] or found["before"])
    return None
