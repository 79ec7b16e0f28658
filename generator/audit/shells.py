"""What all pages share is looked at in full, once for each distinct shell and for each kind of element in a content.

Every page is judged in light colours, at two widths (axe_run.py). Here one page for each shell is navigated to, with a walk by
the Tab key through every control; and pages that together hold every kind of element are judged at 500 pixels, in dark and in
forced colours, with all that is folded unfolded. A page for a shell that has scripts is judged without them, too.
"""

from collections.abc import Collection, Sequence
from pathlib import Path
from urllib.parse import quote

import msgspec
from lxml.html import HtmlElement
from msgspec.structs import replace
from selenium.common.exceptions import TimeoutException
from selenium.webdriver import Chrome

from accessibility_rules import Level, parse
from generator.audit import answers, realm, skeletons
from generator.audit.answers import Answer, Looked
from generator.audit.browser import VIEWPORTS, Viewport, colours
from generator.audit.hands import Judged, judge_thoroughly
from generator.audit.server import WITHOUT_SCRIPTS
from generator.audit.snippets import Snippet
from generator.audit.visiting import ask_at, visit
from generator.errors import AuditError

_WALKED = ("keyboard_trapped", "focus_invisible")
_OF_COLOURS = ("color-contrast", "link-in-text-block")  # what other colours can change
_SCRIPTS = ".//script | .//noscript"


class Mode(msgspec.Struct, frozen=True):
    """One more way in which a reader may see a page; *rules* are those of axe that it can change, all when none is named."""

    name: str
    viewport: Viewport
    media: dict[str, str] = {}
    rules: tuple[str, ...] = ()


MODES = (
    Mode("500x400", Viewport(500, 400)),
    Mode("1280x1024 dark", VIEWPORTS[0], {"prefers-color-scheme": "dark"}, _OF_COLOURS),
    Mode("1280x1024 forced-colors", VIEWPORTS[0], {"forced-colors": "active"}, _OF_COLOURS),
)
_WITHOUT = "1280x1024 without scripts"


class Chosen(msgspec.Struct, frozen=True):
    """The pages to look at in full: *shells* stand for a shell each, *samples* hold every kind of element between them."""

    shells: tuple[str, ...]
    samples: tuple[str, ...]

    @property
    def pages(self) -> tuple[str, ...]:
        return tuple(sorted({*self.shells, *self.samples}))

    def without(self, known: Collection[str]) -> "Chosen":
        """Return the pages that are not *known*."""
        return Chosen(*(tuple(path for path in paths if path not in known) for paths in (self.shells, self.samples)))


class Full(msgspec.Struct, frozen=True):
    """What was seen of a page beyond what is seen of every page: by window or mode, and by our own rules for the browser."""

    answers: dict[str, Answer] = {}
    judged: dict[str, tuple[Judged, ...]] = {}


def chosen(folder: Path, pages: Sequence[str]) -> Chosen:
    """Return which of *pages* stand for the others: those with the most kinds of elements first."""
    shells: dict[str, str] = {}
    seen: set[str] = set()
    samples: list[str] = []
    held = {path: _held(parse((folder / path.lstrip("/")).read_bytes())) for path in pages}
    for path in sorted(held, key=lambda path: (-len(held[path][1]), path)):
        shell, kinds = held[path]
        if shell and (shell not in shells or not kinds <= seen):
            samples.append(path)
            shells.setdefault(shell, path)
            seen |= kinds
    return Chosen(tuple(shells.values()), tuple(samples))


def _held(page: HtmlElement) -> tuple[str, frozenset[str]]:
    return skeletons.skeleton(page), skeletons.kinds(page)


def look(browser: Chrome, root: str, folder: Path, pages: Chosen, *, level: Level, rules: Collection[str]) -> dict[str, Full]:
    """Return what is seen of each of *pages* in full. *rules* of axe are run, up to *level*.

    Raises:
        AuditError: a page has no whole result.

    """
    said: dict[str, dict[str, Answer]] = {path: {} for path in pages.pages}
    judged: dict[str, dict[str, tuple[Judged, ...]]] = {}
    for mode in MODES:
        run = [rule for rule in rules if not mode.rules or rule in mode.rules]
        with colours(browser, mode.media):
            put_in = realm.look_further(browser, root, folder, pages.samples, viewport=mode.viewport, level=level, rules=run)
            for path in pages.samples:
                said[path][mode.name] = put_in.get(path) or ask_at(browser, mode.viewport, root, path, level)
    for path in pages.shells:
        looked = visit(browser, root, path, level)
        said[path] |= {str(viewport): answer for viewport, answer in zip(VIEWPORTS, looked.answers, strict=True)}
        judged[path] = looked.judged | _walk(browser, root, path)
        if parse((folder / path.lstrip("/")).read_bytes()).xpath(_SCRIPTS):
            said[path][_WITHOUT] = ask_at(browser, VIEWPORTS[0], root, path, level, query=WITHOUT_SCRIPTS)
    return {path: Full(answers=said[path], judged=judged.get(path, {})) for path in said}


def shown(full: Full, snippet: Snippet) -> Full:
    """Return *full* with what *snippet* lets stand of every element."""
    return Full(
        answers={name: answers.shown_answer(answer, snippet) for name, answer in full.answers.items()},
        judged=answers.shown_judged(full.judged, snippet),
    )


def with_full(looked: Looked, full: Full) -> Looked:
    """Return *looked* with what was seen of its page in full."""
    judged = {rule: (*looked.judged.get(rule, ()), *places) for rule, places in full.judged.items()}
    return replace(looked, further=full.answers, judged=looked.judged | judged)


def _walk(browser: Chrome, root: str, path: str) -> dict[str, tuple[Judged, ...]]:
    try:
        browser.get(root + quote(path))
        return judge_thoroughly(browser, _WALKED, path)
    except TimeoutException as error:
        raise AuditError("audit.page_timed_out", where=path) from error
