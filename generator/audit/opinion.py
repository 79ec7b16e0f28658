"""What a second engine thinks of a page that was navigated to: always a question to a person, never a failure."""

from collections.abc import Mapping
from functools import cache

import msgspec
from selenium.webdriver import Chrome

from accessibility_rules import Impact, Level, Outcome, accesslint
from accessibility_rules.messages import accesslint_words
from accessibility_rules.vendored import VendoredFileChangedError
from generator.audit.browser import VIEWPORTS
from generator.audit.findings import EngineRun, Finding, PageResult, clauses
from generator.audit.noticed import Place
from generator.errors import AuditError

ENGINE = "accesslint"
_FAILED = "{ error: (error && error.name) || 'Error' }"
_ASK = f"try {{ return pageAudit.opinions(AccessLint, arguments[0]) }} catch (error) {{ return {_FAILED} }}"


class Opinion(msgspec.Struct, frozen=True):
    """What was *found* in the window that is the first for every page, by rule."""

    found: dict[str, tuple[Place, ...]] = {}


class _Said(msgspec.Struct, frozen=True):
    version: str = ""
    asked: int = 0
    found: dict[str, tuple[Place, ...]] = {}
    error: str = ""


def ask(browser: Chrome, page: str, level: Level) -> Opinion:
    """Return the places that the engine finds by its rules up to *level* on *page*, which *browser* shows.

    Raises:
        AuditError: the engine did not run, or is not the one that was vendored.

    """
    rules = accesslint.rules(level)
    said = msgspec.convert(browser.execute_script(_script(), list(rules)), _Said)
    if said.error:
        raise AuditError("audit.engine_failed", where=page, kind=said.error)
    if (said.version, said.asked) != (accesslint.VERSION, len(rules)):
        raise AuditError("audit.engine_empty", where=page)
    return Opinion(said.found)


def run(opinions: Mapping[str, Opinion], *, level: Level, language: str) -> EngineRun:
    """Return the findings from *opinions*, by page."""
    return EngineRun(
        engine=ENGINE,
        results={path: _result(path, opinion, language) for path, opinion in opinions.items()},
        rules=accesslint.rules(level),
        tools=(),
        is_partial=True,
    )


def _result(path: str, opinion: Opinion, language: str) -> PageResult:
    found = [
        Finding(
            page=path,
            rule=rule,
            engine=ENGINE,
            criteria=accesslint.RULES[rule],
            clauses=clauses(accesslint.RULES[rule]),
            outcome=Outcome.CANT_TELL,
            impact=Impact.MODERATE,
            selector=place.selector,
            snippet=place.html,
            message=accesslint_words(language)[rule]["message"],
            viewports=(str(VIEWPORTS[0]),),
        )
        for rule, places in opinion.found.items()
        for place in sorted(set(places))
    ]
    return PageResult(findings=tuple(found), applied=frozenset(opinion.found))


@cache
def _script() -> str:
    try:
        return f"{accesslint.source()}\n{_ASK}"
    except VendoredFileChangedError as error:
        raise AuditError("audit.accesslint_changed") from error
