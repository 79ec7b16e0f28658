"""The rules of accessibility_rules on every page, read from the file; in processes where there are many."""

import hashlib
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from functools import partial
from importlib.metadata import version
from importlib.resources import files
from importlib.resources.abc import Traversable
from multiprocessing import get_context
from pathlib import Path

from lxml.etree import tostring
from lxml.html import HtmlElement

import accessibility_rules
from accessibility_rules import RULES, Norm, Outcome, PageUnreadableError, parse
from accessibility_rules.messages import words
from generator.audit.findings import EngineRun, Finding, PageResult, Tool, clauses
from generator.audit.selectors import ancestry
from generator.audit.snippets import Snippet
from generator.errors import AuditError

ENGINE = "accessibility_rules"
_MANY = 200  # pages, from which starting processes costs less than it saves
_SHOWN = (Outcome.FAILED, Outcome.CANT_TELL)


def check(folder: Path, pages: Sequence[str], *, snippet: Snippet, language: str) -> EngineRun:
    """Return what the rules say of each of *pages*.

    Raises:
        AuditError: a page cannot be read whole.

    """
    one = partial(_check_page, folder, snippet=snippet, language=language)
    results = _in_processes(one, pages) if len(pages) >= _MANY else map(one, pages)
    return EngineRun(
        engine=ENGINE,
        results={path: _read(path, result) for path, result in zip(pages, results, strict=True)},
        rules={rule_id: _criteria(rule_id) for rule_id in RULES},
        tools=(Tool(name=ENGINE, version=version("pykala"), sha256=_rules_hash()),),
    )


def _read(path: str, result: PageResult | None) -> PageResult:
    if result is None:
        raise AuditError("audit.page_unreadable", where=path)
    return result


def _in_processes(one: "partial[PageResult | None]", pages: Sequence[str]) -> Iterator[PageResult | None]:
    # forkserver: a fork of a process with threads (progress, server) may wait for ever for a lock that one of them holds.
    with ProcessPoolExecutor(mp_context=get_context("forkserver")) as pool:
        try:
            yield from pool.map(one, pages, chunksize=50)
        except BrokenProcessPool as error:
            raise AuditError("audit.workers_died") from error


def _check_page(folder: Path, path: str, *, snippet: Snippet, language: str) -> PageResult | None:
    """Return None for a page that cannot be read: an error of ours would not survive the way back from a process."""
    try:
        page = parse((folder / path.lstrip("/")).read_bytes())
    except (OSError, PageUnreadableError):
        return None
    outcomes = [(rule_id, target, outcome) for rule_id, rule in RULES.items() for target, outcome in rule.outcomes(page)]
    return PageResult(
        findings=tuple(
            _finding(path, rule_id, target, outcome, snippet=snippet, language=language)
            for rule_id, target, outcome in outcomes
            if outcome in _SHOWN
        ),
        applied=frozenset(rule_id for rule_id, _, outcome in outcomes if outcome is not Outcome.INAPPLICABLE),
    )


def _finding(path: str, rule_id: str, target: HtmlElement, outcome: Outcome, *, snippet: Snippet, language: str) -> Finding:
    return Finding(
        page=path,
        rule=rule_id,
        engine=ENGINE,
        criteria=_criteria(rule_id),
        clauses=clauses(_criteria(rule_id)),
        outcome=outcome,
        impact=RULES[rule_id].impact,
        selector=ancestry(target),
        snippet=snippet(tostring(target, encoding="unicode", method="html", with_tail=False)),
        message=words(language)[rule_id]["message"],
    )


def _criteria(rule_id: str) -> tuple[str, ...]:
    """Policy is not WCAG: what fails it fails no criterion."""
    return (RULES[rule_id].criterion,) if RULES[rule_id].norm is Norm.REQUIREMENT else ()


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
