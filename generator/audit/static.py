"""The rules of accessibility_rules on every page and among them, read from the files; in processes where there are many."""

import hashlib
from collections import Counter
from collections.abc import Iterator, Sequence
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
from accessibility_rules import RULES, SITE_RULES, Norm, Outcome, PageUnreadableError, Requirement, parse
from accessibility_rules.messages import words
from generator.audit.findings import EngineRun, Finding, PageResult, Tool, clauses
from generator.audit.selectors import ancestry
from generator.audit.snippets import Snippet
from generator.errors import AuditError

ENGINE = "accessibility_rules"
_MANY = 200  # pages, from which starting processes costs less than it saves
_ALL: dict[str, Requirement] = {**RULES, **SITE_RULES}
_SHOWN = (Outcome.FAILED, Outcome.CANT_TELL)


class _Compared(msgspec.Struct, frozen=True):
    """What a rule for the whole site reads from one page, and what is told if it does not stand the comparison."""

    rule: str
    fact: str
    finding: Finding


class _Page(msgspec.Struct, frozen=True):
    result: PageResult
    compared: tuple[_Compared, ...]


def check(folder: Path, pages: Sequence[str], *, snippet: Snippet, language: str) -> EngineRun:
    """Return what the rules say of each of *pages*, by itself and among the others.

    Raises:
        AuditError: a page cannot be read whole.

    """
    one = partial(_check_page, folder, snippet=snippet, language=language)
    read = _in_processes(one, pages) if len(pages) >= _MANY else map(one, pages)
    checked = {path: _whole(path, page) for path, page in zip(pages, read, strict=True)}
    facts: dict[str, Counter[str]] = {rule_id: Counter() for rule_id in SITE_RULES}
    for page in checked.values():
        for compared in page.compared:
            facts[compared.rule][compared.fact] += 1
    return EngineRun(
        engine=ENGINE,
        results={path: _among_all(page, facts) for path, page in checked.items()},
        rules={rule_id: _criteria(rule_id) for rule_id in _ALL},
        tools=(Tool(name=ENGINE, version=version("pykala"), sha256=_rules_hash()),),
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


def _check_page(folder: Path, path: str, *, snippet: Snippet, language: str) -> _Page | None:
    """Return None for a page that cannot be read: an error of ours would not survive the way back from a process."""
    try:
        page = parse((folder / path.lstrip("/")).read_bytes())
    except (OSError, PageUnreadableError):
        return None
    told = partial(_finding, path, snippet=snippet, language=language)
    outcomes = [(rule_id, target, outcome) for rule_id, rule in RULES.items() for target, outcome in rule.outcomes(page)]
    return _Page(
        result=PageResult(
            findings=tuple(told(rule_id, target, outcome) for rule_id, target, outcome in outcomes if outcome in _SHOWN),
            applied=frozenset(rule_id for rule_id, _, outcome in outcomes if outcome is not Outcome.INAPPLICABLE),
        ),
        compared=tuple(
            _Compared(rule_id, rule.fact(target), told(rule_id, target, Outcome.INAPPLICABLE))
            for rule_id, rule in SITE_RULES.items()
            if (target := rule.target(page)) is not None
        ),
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


def _rules_hash() -> str:
    total = hashlib.sha256()
    for file in _rule_files(files(accessibility_rules)):
        total.update(file.read_bytes())
    return total.hexdigest()


def _rule_files(folder: Traversable) -> Iterator[Traversable]:
    for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if entry.is_dir():
            yield from _rule_files(entry)
        elif entry.name.endswith((".py", ".toml", ".json")):
            yield entry
