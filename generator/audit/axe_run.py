"""axe-core in a real browser on every page, wide and narrow, none sampled; a page without a whole result is an error."""

import re
from collections.abc import Callable, Iterable, Sequence
from importlib.resources import files
from pathlib import Path
from urllib.parse import quote, unquote, urlsplit

import msgspec
import selenium
from msgspec.structs import replace
from selenium.common.exceptions import TimeoutException
from selenium.webdriver import Chrome

from accessibility_rules import BROWSER_RULES, Level, Outcome, Window, axe
from accessibility_rules.criteria import is_asked
from accessibility_rules.messages import axe_words
from generator.audit import noticed, seen
from generator.audit.browser import VIEWPORTS, ZOOMED, Viewport, browser_with_axe, resize
from generator.audit.findings import EngineRun, Finding, PageResult, Tool, clauses
from generator.audit.hands import Judged, judge
from generator.audit.noticed import Noticed
from generator.audit.server import served
from generator.audit.snippets import Snippet
from generator.errors import AuditError

ENGINE = "axe-core"
# One browser at a time: with navigation, a second one gained nothing on two cores (Chromium uses 1.3 of them by itself).
_BROWSER_LASTS = 300  # pages; the memory that Chromium keeps comes back with a new one
_SCRIPT = files("generator.audit").joinpath("run_axe.js").read_text(encoding="utf-8")
_CRITERION = re.compile(r"wcag([1-4])([1-5])(\d{1,2})")
_HTTP_OK = 200
_MAY_ANSWER = "return accessibilityRules.mayAnswer()"
_TELLS_OR_NOT = {"css-orientation-lock"}  # cannot tell where a page has no style sheet, and then there is nothing to tell


class _Node(msgspec.Struct, frozen=True):
    selector: str
    html: str
    impact: str


class _RuleResult(msgspec.Struct, frozen=True):
    rule: str
    impact: str
    tags: tuple[str, ...]
    nodes: tuple[_Node, ...]


class _Answer(msgspec.Struct, frozen=True):
    """What run_axe.js returns for one page in one viewport."""

    status: int
    address: str
    width: int
    error: str = ""
    version: str = ""
    ran: int = 0
    applied: tuple[str, ...] = ()
    violations: tuple[_RuleResult, ...] = ()
    incomplete: tuple[_RuleResult, ...] = ()
    noticed: Noticed = Noticed()


class _Batch(msgspec.Struct, frozen=True):
    answers: dict[str, tuple[_Answer, ...]]
    judged: dict[str, dict[str, tuple[Judged, ...]]]
    rules: dict[str, tuple[str, ...]]
    tools: tuple[Tool, ...]


def check(
    folder: Path,
    pages: Sequence[str],
    *,
    snippet: Snippet,
    language: str,
    on_page: Callable[[str], None],
    level: Level = Level.AA,
) -> tuple[EngineRun, EngineRun]:
    """Return what axe says of each of *pages* up to *level* as a browser shows them, and what the browser itself notices.

    *on_page* is told of each page that is done.

    Raises:
        AuditError: the browser or axe did not give a whole result for every page.

    """
    starts = range(0, len(pages), _BROWSER_LASTS)
    with served(folder) as root:
        batches = [
            _check_batch(pages[start : start + _BROWSER_LASTS], root=root, on_page=on_page, level=level) for start in starts
        ]
    answers = {path: of_page for batch in batches for path, of_page in batch.answers.items()}
    viewports = tuple(map(str, VIEWPORTS))
    of_axe = EngineRun(
        engine=ENGINE,
        results={path: _result(path, of_page, snippet, language) for path, of_page in answers.items()},
        rules={rule: criteria for batch in batches for rule, criteria in batch.rules.items()},
        tools=tuple(sorted({tool for batch in batches for tool in batch.tools})),
        viewports=viewports,
    )
    by_viewport = {
        path: dict(zip(viewports, [answer.noticed for answer in of_page], strict=True)) for path, of_page in answers.items()
    }
    judged = {path: of_page for batch in batches for path, of_page in batch.judged.items()}
    of_browser = noticed.run(by_viewport, snippet=snippet, language=language)
    return of_axe, seen.with_judged(of_browser, judged, level=level, snippet=snippet, language=language)


def _check_batch(pages: Sequence[str], *, root: str, on_page: Callable[[str], None], level: Level) -> _Batch:
    with browser_with_axe() as browser:
        answers, judged = {}, {}
        for path in pages:
            answers[path], judged[path] = _ask(browser, root, path, level)
            on_page(path)
        return _Batch(answers, judged, _rules(browser, level), _tools(browser))


def _ask(browser: Chrome, root: str, path: str, level: Level) -> tuple[tuple[_Answer, ...], dict[str, tuple[Judged, ...]]]:
    """Load the page, and ask in each window; a page with scripts is loaded anew when rules have pressed keys in it."""
    first, second = VIEWPORTS
    try:
        resize(browser, first)
        browser.get(root + quote(path))
        wide = _ask_in(browser, first, root, path, level)
        judged = judge(browser, _rules_in(Window.WIDE, level), path)
        if browser.execute_script(_MAY_ANSWER):
            browser.get(root + quote(path))
        resize(browser, ZOOMED)
        judged |= judge(browser, _rules_in(Window.ZOOMED, level), path)
        return (wide, _ask_in(browser, second, root, path, level)), judged
    except TimeoutException as error:
        raise AuditError("audit.page_timed_out", where=path) from error


def _rules_in(window: Window, level: Level) -> list[str]:
    return [i for i, rule in BROWSER_RULES.items() if rule.window is window and is_asked(rule.criterion, level)]


def _ask_in(browser: Chrome, viewport: Viewport, root: str, path: str, level: Level) -> _Answer:
    resize(browser, viewport)
    answer = browser.execute_async_script(_SCRIPT, axe.run_options(level))
    return _whole(path, root, viewport, msgspec.convert(answer, _Answer))


def _whole(path: str, root: str, viewport: Viewport, answer: _Answer) -> _Answer:
    """Return *answer* if it is a result for *path* and nothing less: a page that was not looked at must not look clean."""
    if answer.status != _HTTP_OK:
        raise AuditError("audit.page_not_served", where=path, status=answer.status)
    if not answer.address.startswith(f"{root}/") or unquote(urlsplit(answer.address).path) != path:
        raise AuditError("audit.page_left", where=path)
    if answer.error:
        raise AuditError("audit.engine_failed", where=path, kind=answer.error)
    if answer.version != axe.VERSION or not answer.ran:
        raise AuditError("audit.engine_empty", where=path)
    if answer.width != viewport.width:
        raise AuditError("audit.viewport_refused", where=path, width=viewport.width)
    return answer


def _result(path: str, answers: Sequence[_Answer], snippet: Snippet, language: str) -> PageResult:
    """Return one finding for what is found in several viewports, with their names."""
    seen: dict[Finding, list[str]] = {}
    for viewport, answer in zip(VIEWPORTS, answers, strict=True):
        found = {
            *_findings(path, answer.violations, Outcome.FAILED, snippet, language),
            *_findings(path, answer.incomplete, Outcome.CANT_TELL, snippet, language),
        }
        for finding in found:
            seen.setdefault(finding, []).append(str(viewport))
    return PageResult(
        findings=tuple(sorted(replace(finding, viewports=tuple(names)) for finding, names in seen.items())),
        applied=frozenset(rule for answer in answers for rule in answer.applied),
    )


def _findings(
    path: str, results: Iterable[_RuleResult], outcome: Outcome, snippet: Snippet, language: str
) -> list[Finding]:
    return [
        Finding(
            page=path,
            rule=result.rule,
            engine=ENGINE,
            criteria=_criteria(result.tags),
            clauses=clauses(_criteria(result.tags)),
            outcome=outcome,
            impact=node.impact or result.impact,
            selector=node.selector,
            snippet=snippet(node.html),
            message=axe_words(language)[result.rule]["message"],
        )
        for result in results
        if outcome is Outcome.FAILED or result.rule not in _TELLS_OR_NOT
        for node in result.nodes
    ]


def _criteria(tags: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(".".join(match.groups()) for tag in tags if (match := _CRITERION.fullmatch(tag))))


def _rules(browser: Chrome, level: Level) -> dict[str, tuple[str, ...]]:
    options = axe.run_options(level)
    rules = browser.execute_script("return axe.getRules(arguments[0])", options["runOnly"]["values"])
    is_run = {rule["ruleId"]: rule["enabled"] or rule["ruleId"] in options["rules"] for rule in rules}
    return {rule["ruleId"]: _criteria(rule["tags"]) for rule in rules if is_run[rule["ruleId"]]}


def _tools(browser: Chrome) -> tuple[Tool, ...]:
    return (
        Tool(name=ENGINE, version=axe.VERSION, sha256=axe.SHA256),
        Tool(name=noticed.ENGINE, version=str(browser.capabilities["browserVersion"])),
        Tool(name="selenium", version=selenium.__version__),
    )
