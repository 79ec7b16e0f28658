"""The rules of accessibility_rules on every page and among them, read from the files; in processes where there are many."""

import hashlib
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from functools import partial
from importlib.metadata import version
from importlib.resources import files
from importlib.resources.abc import Traversable
from multiprocessing import get_context
from pathlib import Path

import msgspec
from lxml.etree import tostring
from lxml.html import HtmlElement
from msgspec.structs import replace

import accessibility_rules
from accessibility_rules import (
    LINKED_RULES,
    RULES,
    SITE_RULES,
    Level,
    LookUp,
    Norm,
    Outcome,
    PageUnreadableError,
    Requirement,
    parse,
)
from accessibility_rules.criteria import is_asked
from accessibility_rules.messages import words
from generator.audit.findings import EngineRun, Finding, PageResult, Tool, clauses
from generator.audit.selectors import ancestry
from generator.audit.site_files import look_up_from
from generator.audit.snippets import Snippet
from generator.errors import AuditError

ENGINE = "accessibility_rules"
_MANY = 200  # pages, from which starting processes costs less than it saves
_ALL: dict[str, Requirement] = {**RULES, **LINKED_RULES, **SITE_RULES}
_SHOWN = (Outcome.FAILED, Outcome.CANT_TELL)


class _Compared(msgspec.Struct, frozen=True):
    """What a rule for the whole site reads from one page, and what is told if it does not stand the comparison."""

    rule: str
    fact: str
    finding: Finding


class _Page(msgspec.Struct, frozen=True):
    result: PageResult
    compared: tuple[_Compared, ...]


def check(folder: Path, pages: Sequence[str], *, snippet: Snippet, language: str, level: Level = Level.AA) -> EngineRun:
    """Return what the rules up to *level* say of each of *pages*, by itself and among the others.

    Raises:
        AuditError: a page cannot be read whole.

    """
    asked = [rule_id for rule_id, rule in _ALL.items() if is_asked(rule.criterion, level)]
    return _run(partial(_check_page, folder, asked=frozenset(asked), snippet=snippet, language=language), pages, asked)


def compare(folder: Path, pages: Sequence[str], *, snippet: Snippet, language: str) -> EngineRun:
    """Return what the rules for the whole site, and no others, say of *pages* among each other.

    Raises:
        AuditError: a page cannot be read whole.

    """
    return _run(partial(_compare_page, folder, snippet=snippet, language=language), pages, SITE_RULES)


def _run(one: "partial[_Page | None]", pages: Sequence[str], rules: Iterable[str]) -> EngineRun:
    read = _in_processes(one, pages) if len(pages) >= _MANY else map(one, pages)
    checked = {path: _whole(path, page) for path, page in zip(pages, read, strict=True)}
    facts: dict[str, Counter[str]] = {rule_id: Counter() for rule_id in SITE_RULES}
    for page in checked.values():
        for compared in page.compared:
            facts[compared.rule][compared.fact] += 1
    return EngineRun(
        engine=ENGINE,
        results={path: _among_all(page, facts) for path, page in checked.items()},
        rules={rule_id: _criteria(rule_id) for rule_id in rules},
        tools=(Tool(name=ENGINE, version=version("pykala"), sha256=rules_hash()),),
    )


def _whole(path: str, page: _Page | None) -> _Page:
    if page is None:
        raise AuditError("audit.page_unreadable", where=path)
    return page


def _among_all(page: _Page, facts: dict[str, Counter[str]]) -> PageResult:
    """Return the result of *page* with those of the rules that compare it with all others."""
    outcomes = [(c.finding, SITE_RULES[c.rule].outcome(c.fact, facts[c.rule])) for c in page.compared]
    found = (replace(finding, outcome=outcome) for finding, outcome in outcomes if outcome in _SHOWN)
    return PageResult(
        findings=(*page.result.findings, *found), applied=page.result.applied | {compared.rule for compared in page.compared}
    )


def _in_processes(one: "partial[_Page | None]", pages: Sequence[str]) -> Iterator[_Page | None]:
    # forkserver: a fork of a process with threads (progress, server) may wait for ever for a lock that one of them holds.
    with ProcessPoolExecutor(mp_context=get_context("forkserver")) as pool:
        try:
            yield from pool.map(one, pages, chunksize=50)
        except BrokenProcessPool as error:
            raise AuditError("audit.workers_died") from error


def _check_page(folder: Path, path: str, *, asked: frozenset[str], snippet: Snippet, language: str) -> _Page | None:
    page = _parsed(folder, path)
    if page is None:
        return None
    told = partial(_finding, path, snippet=snippet, language=language)
    outcomes = list(_outcomes(page, look_up_from(folder, path), asked))
    return _Page(
        result=PageResult(
            findings=tuple(told(rule_id, target, outcome) for rule_id, target, outcome in outcomes if outcome in _SHOWN),
            applied=frozenset(rule_id for rule_id, _, outcome in outcomes if outcome is not Outcome.INAPPLICABLE),
        ),
        compared=_compared(page, told),
    )


def _outcomes(page: HtmlElement, look_up: LookUp, asked: frozenset[str]) -> Iterator[tuple[str, HtmlElement, Outcome]]:
    for rule_id in RULES.keys() & asked:
        yield from ((rule_id, target, outcome) for target, outcome in RULES[rule_id].outcomes(page))
    for rule_id in LINKED_RULES.keys() & asked:
        yield from ((rule_id, target, outcome) for target, outcome in LINKED_RULES[rule_id].outcomes(page, look_up))


def _compare_page(folder: Path, path: str, *, snippet: Snippet, language: str) -> _Page | None:
    page = _parsed(folder, path)
    if page is None:
        return None
    told = partial(_finding, path, snippet=snippet, language=language)
    return _Page(result=PageResult(findings=(), applied=frozenset()), compared=_compared(page, told))


def _parsed(folder: Path, path: str) -> HtmlElement | None:
    """Return None for a page that cannot be read: an error of ours would not survive the way back from a process."""
    try:
        return parse((folder / path.lstrip("/")).read_bytes())
    except (OSError, PageUnreadableError):
        return None


def _compared(page: HtmlElement, told: Callable[[str, HtmlElement, Outcome], Finding]) -> tuple[_Compared, ...]:
    return tuple(
        _Compared(rule_id, rule.fact(target), told(rule_id, target, Outcome.INAPPLICABLE))
        for rule_id, rule in SITE_RULES.items()
        if (target := rule.target(page)) is not None
    )


def _finding(path: str, rule_id: str, target: HtmlElement, outcome: Outcome, *, snippet: Snippet, language: str) -> Finding:
    return Finding(
        page=path,
        rule=rule_id,
        engine=ENGINE,
        criteria=_criteria(rule_id),
        clauses=clauses(_criteria(rule_id)),
        outcome=outcome,
        impact=_ALL[rule_id].impact,
        selector=ancestry(target),
        snippet=snippet(tostring(target, encoding="unicode", method="html", with_tail=False)),
        message=words(language)[rule_id]["message"],
    )


def _criteria(rule_id: str) -> tuple[str, ...]:
    """Policy is not WCAG: what fails it fails no criterion."""
    return (_ALL[rule_id].criterion,) if _ALL[rule_id].norm is Norm.REQUIREMENT else ()


def rules_hash() -> str:
    """Return the hash of every file of accessibility_rules, axe and its options among them."""
    total = hashlib.sha256()
    for file in _rule_files(files(accessibility_rules)):
        total.update(file.read_bytes())
    return total.hexdigest()


def _rule_files(folder: Traversable) -> Iterator[Traversable]:
    for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if entry.is_dir():
            yield from _rule_files(entry)
        elif entry.name.endswith((".py", ".toml", ".json", ".js")):
            yield entry
