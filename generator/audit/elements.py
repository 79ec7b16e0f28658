"""Which element a finding is about, as a name that survives a new build: what it is made of, and how many alike come before it.

No text takes part in the name, nor any value that might be about somebody: it may stand in reports and in signed lines.
"""

import hashlib
import re
from collections import Counter
from pathlib import Path

from lxml.html import HtmlElement
from msgspec.structs import replace

from accessibility_rules import PageUnreadableError, parse
from generator.audit.findings import Audit, Finding
from generator.audit.snippets import SHOWN

LENGTH = 16  # hexadecimal digits: 64 bits tell the elements of a site apart
_STEP = re.compile(r"([a-z][a-z0-9-]*)(?::nth-child\((\d+)\))?")
# What holds the whole page is another with every word that changes: only its own tag tells it.
_WHOLE = {"html", "head", "body"}


def named(audit: Audit, folder: Path) -> Audit:
    """Return *audit*, made of the pages of *folder*, with the element of each finding that has none yet."""
    pages: dict[str, list[Finding]] = {}
    for finding in audit.findings:
        pages.setdefault(finding.page, []).append(finding)
    found = (finding for path, findings in pages.items() for finding in _named(findings, folder / path.lstrip("/")))
    return replace(audit, findings=tuple(sorted(found)))


def _named(findings: list[Finding], path: Path) -> list[Finding]:
    if all(finding.element for finding in findings):
        return findings
    page = _page(path)
    names = {} if page is None else _names(page)
    return [
        finding if finding.element else replace(finding, element=names.get(_at(page, finding.selector)) or _by_words(finding))
        for finding in findings
    ]


def _page(path: Path) -> HtmlElement | None:
    """Return None for what is no page of HTML: a file that a page leads to may have findings too."""
    if path.suffix.casefold() not in {".html", ".htm", ".xhtml"}:
        return None
    try:
        return parse(path.read_bytes())
    except (OSError, PageUnreadableError):
        return None


def _by_words(finding: Finding) -> str:
    """Return the name of an element that is not found in the file, such as one in a frame: by what the engine says of it."""
    return _short(f"{finding.selector}\n{finding.snippet}")


def _names(page: HtmlElement) -> dict[HtmlElement | None, str]:
    shapes: dict[HtmlElement, str] = {}
    # Children before their parents, so that each element is read once.
    for element in reversed([node for node in page.iter() if isinstance(node.tag, str)]):
        inner = [] if element.tag in _WHOLE else [shapes[child] for child in element if isinstance(child.tag, str)]
        shapes[element] = _short("\n".join([_tag(element), *inner]))
    before: Counter[str] = Counter()
    names: dict[HtmlElement | None, str] = {}
    for element in reversed(shapes):
        shape = shapes[element]
        names[element] = _short(f"{shape} {before[shape]}")
        before[shape] += 1
    return names


def _tag(element: HtmlElement) -> str:
    attributes = sorted((name, value if name in SHOWN else "") for name, value in element.attrib.items())
    return repr((element.tag, attributes))


def _at(page: HtmlElement | None, selector: str) -> HtmlElement | None:
    """Return the element at *selector*, which is a way from the root by names and positions; None where it is anything else."""
    steps = [_STEP.fullmatch(step) for step in selector.split(" > ")]
    here = [page] if page is not None else []
    for depth, step in enumerate(steps):
        if step is None:
            return None
        children = here if depth == 0 else [child for node in here for child in node if isinstance(child.tag, str)]
        here = [
            child
            for position, child in enumerate(children, 1)
            if child.tag == step[1] and (step[2] is None or depth == 0 or position == int(step[2]))
        ]
    return here[0] if len(here) == 1 else None


def _short(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:LENGTH]
