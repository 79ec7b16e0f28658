"""A page is navigated to and judged in each window: the full way, for what cannot be put into another's document."""

from urllib.parse import quote

import msgspec
from selenium.webdriver import Chrome

from accessibility_rules import BROWSER_RULES, Level, Window, axe
from accessibility_rules.criteria import is_asked
from generator.audit import opinion
from generator.audit.answers import Answer, Looked, whole
from generator.audit.browser import VIEWPORTS, ZOOMED, Viewport, in_time, resize
from generator.audit.hands import judge

_ASK = """
const [options, done] = arguments;
const failed = (error) => done({ status: 0, address: "", width: innerWidth, error: (error && error.name) || "Error" });
if (typeof axe === "undefined") failed({ name: "AxeMissing" });
else pageAudit.visited(options).then(done, failed);
"""
_UNFOLD = "for (const details of document.querySelectorAll('details')) details.open = true"
_TO_THE_TOP = "document.activeElement?.blur(); scrollTo(0, 0)"
_MAY_ANSWER = "return accessibilityRules.mayAnswer()"


def visit(browser: Chrome, root: str, path: str, level: Level) -> Looked:
    """Load the page, and ask in each window; a page with scripts is loaded anew when rules have pressed keys in it.

    Raises:
        AuditError: there is no whole result.

    """
    first, narrow = VIEWPORTS
    with in_time(path):
        resize(browser, first)
        browser.get(root + quote(path))
        wide = ask(browser, first, root, path, level)
        second = opinion.ask(browser, path, level)
        judged = judge(browser, rules_in(Window.WIDE, level), path)
        if browser.execute_script(_MAY_ANSWER):
            browser.get(root + quote(path))
        resize(browser, ZOOMED)
        judged |= judge(browser, rules_in(Window.ZOOMED, level), path)
        return Looked(answers=(wide, ask(browser, narrow, root, path, level)), judged=judged, opinion=second)


def ask(browser: Chrome, viewport: Viewport, root: str, path: str, level: Level) -> Answer:
    """Return what axe says of the page that *browser* shows, in *viewport*.

    Raises:
        AuditError: it is no whole result.

    """
    resize(browser, viewport)
    answer = browser.execute_async_script(_ASK, axe.run_options(level))
    return whole(path, root, viewport, msgspec.convert(answer, Answer))


def ask_at(browser: Chrome, viewport: Viewport, root: str, path: str, level: Level, *, query: str = "") -> Answer:
    """Load the page, at *query* of its address, and return what axe says of it in *viewport*, with what is folded unfolded.

    Raises:
        AuditError: it is no whole result.

    """
    with in_time(path):
        resize(browser, viewport)
        browser.get(root + quote(path) + query)
        browser.execute_script(_UNFOLD)
        return ask(browser, viewport, root, path, level)


def ask_again(browser: Chrome, viewport: Viewport, root: str, path: str, level: Level) -> Answer:
    """Return what axe says, in *viewport*, of the page that `ask_at` has loaded.

    Raises:
        AuditError: it is no whole result.

    """
    with in_time(path):
        browser.execute_script(_TO_THE_TOP)
        return ask(browser, viewport, root, path, level)


def rules_in(window: Window, level: Level) -> list[str]:
    """Return the ids of our own rules for the browser that are asked in *window* up to *level*."""
    return [i for i, rule in BROWSER_RULES.items() if rule.window is window and is_asked(rule.criterion, level)]
