"""What all pages share is looked at in full, once for each distinct shell and for each kind of element in a content.

Every page is judged in light colours, at two widths (axe_run.py). Here one page for each shell is judged at three widths, each
in light, dark and forced colours, with every control focused, and again without scripts where it has some; and it is walked
through by the Tab key. Pages that together hold every kind of element are judged at 500 pixels, in dark and in forced colours.
All that is folded is unfolded.
"""

import hashlib
from collections.abc import Collection, Sequence
from pathlib import Path
from urllib.parse import quote

import msgspec
from lxml.html import HtmlElement
from msgspec.structs import replace
from selenium.webdriver import Chrome

from accessibility_rules import Level, parse
from generator.audit import answers, realm, skeletons
from generator.audit.answers import Answer, Looked
from generator.audit.browser import VIEWPORTS, Viewport, colours, in_time
from generator.audit.hands import Judged, judge_thoroughly
from generator.audit.opinion import Opinion
from generator.audit.server import WITHOUT_SCRIPTS
from generator.audit.site_files import look_up_from
from generator.audit.snippets import Snippet
from generator.audit.visiting import ask_again, ask_at, visit

_TRAP, _FOCUS = "keyboard_trapped", "focus_invisible"
_OF_COLOURS = ("color-contrast", "link-in-text-block")  # what other colours can change in a content
_SCRIPTS = ".//script | .//noscript"
_STYLES = "//style/text() | //link[contains(concat(' ', normalize-space(@rel), ' '), ' stylesheet ')]/@href"


class Mode(msgspec.Struct, frozen=True):
    """One way in which a reader may see a page: how large, and in what colours."""

    viewport: Viewport
    colours: str = ""

    @property
    def name(self) -> str:
        return f"{self.viewport} {self.colours}".strip()

    @property
    def media(self) -> dict[str, str]:
        return _MEDIA[self.colours]


_MEDIA = {"": {}, "dark": {"prefers-color-scheme": "dark"}, "forced-colors": {"forced-colors": "active"}}
_WIDE = VIEWPORTS[0]
_MIDDLING = Mode(Viewport(500, 400))
MODES = tuple(Mode(viewport, colours) for colours in _MEDIA for viewport in (*VIEWPORTS, _MIDDLING.viewport))
# In which a content is seen that stands in a shell already seen, with the rules that these can change; all where none is named.
_OF_CONTENT = {_MIDDLING: (), Mode(_WIDE, "dark"): _OF_COLOURS, Mode(_WIDE, "forced-colors"): _OF_COLOURS}


class Chosen(msgspec.Struct, frozen=True):
    """The pages to look at in full: *shells* stand for a shell each, *samples* hold every kind of element between them."""

    shells: tuple[str, ...]
    samples: tuple[str, ...]

    @property
    def pages(self) -> tuple[str, ...]:
        return tuple(sorted({*self.shells, *self.samples}))

    @property
    def contents(self) -> tuple[str, ...]:
        """The samples that stand for their content alone."""
        return tuple(path for path in self.samples if path not in self.shells)

    def without(self, known: Collection[str]) -> "Chosen":
        """Return the pages that are not *known*."""
        return Chosen(*(tuple(path for path in paths if path not in known) for paths in (self.shells, self.samples)))


class Full(msgspec.Struct, frozen=True):
    """What was seen of a page beyond what is seen of every page: by mode, also of our own rules for the browser."""

    answers: dict[str, Answer] = {}
    judged: dict[str, tuple[Judged, ...]] = {}
    walked: dict[str, dict[str, tuple[Judged, ...]]] = {}
    opinion: Opinion | None = None


def chosen(folder: Path, pages: Sequence[str]) -> Chosen:
    """Return which of *pages* stand for the others: those with the most kinds of elements first."""
    shells: dict[tuple[str, str], str] = {}
    seen: dict[str, set[str]] = {}
    samples: list[str] = []
    held = {path: _held(folder, path, parse((folder / path.lstrip("/")).read_bytes())) for path in pages}
    for path in sorted(held, key=lambda path: (-len(held[path].kinds), path)):
        one = held[path]
        known = seen.setdefault(one.styles, set())
        if one.shell and ((one.shell, one.styles) not in shells or not one.kinds <= known):
            samples.append(path)
            shells.setdefault((one.shell, one.styles), path)
            known |= one.kinds
    return Chosen(tuple(shells.values()), tuple(samples))


class _Held(msgspec.Struct, frozen=True):
    """A page's shell, what its styles say, and the kinds of elements in its content, which look otherwise in other styles."""

    shell: str
    styles: str
    kinds: frozenset[str]


def _held(folder: Path, path: str, page: HtmlElement) -> _Held:
    look_up = look_up_from(folder, path)
    total = hashlib.sha256()
    for styles in page.xpath(_STYLES):
        total.update((look_up(styles) or b"") if styles.attrname == "href" else styles.encode())
    return _Held(skeletons.skeleton(page), total.hexdigest(), skeletons.kinds(page))


def look(browser: Chrome, root: str, folder: Path, pages: Chosen, *, level: Level, rules: Collection[str]) -> dict[str, Full]:
    """Return what is seen of each of *pages* in full. *rules* of axe are run, up to *level*.

    Raises:
        AuditError: a page has no whole result.

    """
    said: dict[str, dict[str, Answer]] = {path: {} for path in pages.pages}
    for mode, run in _OF_CONTENT.items():
        asked = [rule for rule in rules if not run or rule in run]
        with colours(browser, mode.media):
            put_in = realm.look_further(browser, root, folder, pages.contents, viewport=mode.viewport, level=level, rules=asked)
            for path in pages.contents:
                said[path][mode.name] = put_in.get(path) or ask_at(browser, mode.viewport, root, path, level)
    found = {path: Full(answers=answers) for path, answers in said.items() if path not in pages.shells}
    return found | {path: _look_in_full(browser, root, folder, path, level) for path in pages.shells}


def _look_in_full(browser: Chrome, root: str, folder: Path, path: str, level: Level) -> Full:
    """Return what is seen of the page in every mode."""
    answers: dict[str, Answer] = {}
    walked: dict[str, dict[str, tuple[Judged, ...]]] = {}
    has_scripts = bool(parse((folder / path.lstrip("/")).read_bytes()).xpath(_SCRIPTS))
    for mode in MODES:
        # A page without scripts needs no loading for another width; the colours are told to it before it loads.
        ask_in = ask_at if has_scripts or mode.viewport == _WIDE else ask_again
        with colours(browser, mode.media), in_time(path):
            answers[mode.name] = ask_in(browser, mode.viewport, root, path, level)
            walked[mode.name] = judge_thoroughly(browser, [_FOCUS], path)
            if has_scripts:
                name = f"{mode.name} without scripts"
                answers[name] = ask_at(browser, mode.viewport, root, path, level, query=WITHOUT_SCRIPTS)
    looked = visit(browser, root, path, level)
    return Full(answers=answers, judged=looked.judged | _walk(browser, root, path), walked=walked, opinion=looked.opinion)


def is_whole(full: Full, path: str, pages: Chosen) -> bool:
    """Say whether *full* is all that is asked of the page at *path*: what stood for its content may stand for a shell now."""
    return path not in pages.shells or full.answers.keys() >= {mode.name for mode in MODES}


def shown(full: Full, snippet: Snippet) -> Full:
    """Return *full* with what *snippet* lets stand of every element."""
    return Full(
        answers={name: answers.shown_answer(answer, snippet) for name, answer in full.answers.items()},
        judged=answers.shown_judged(full.judged, snippet),
        walked={name: answers.shown_judged(judged, snippet) for name, judged in full.walked.items()},
        opinion=answers.shown_opinion(full.opinion, snippet),
    )


def with_full(looked: Looked, full: Full) -> Looked:
    """Return *looked* with what was seen of its page in full."""
    judged = {rule: (*looked.judged.get(rule, ()), *places) for rule, places in full.judged.items()}
    opinion = full.opinion or looked.opinion
    return replace(looked, further=full.answers, judged=looked.judged | judged, walked=full.walked, opinion=opinion)


def _walk(browser: Chrome, root: str, path: str) -> dict[str, tuple[Judged, ...]]:
    with in_time(path):
        browser.get(root + quote(path))
        return judge_thoroughly(browser, [_TRAP], path)
