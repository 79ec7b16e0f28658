"""The rules for files that are no pages, on every PDF and every file of captions that pages lead to or a folder holds."""

from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from functools import partial
from multiprocessing import get_context
from pathlib import Path

from accessibility_rules import (
    CAPTIONS_RULES,
    PDF_RULES,
    Level,
    Norm,
    Outcome,
    Requirement,
    media_length,
    read_captions,
    read_pdf,
)
from accessibility_rules.criteria import is_asked
from accessibility_rules.messages import words
from generator.audit.findings import EngineRun, Finding, PageResult
from generator.audit.offered import Files, Track, Unread
from generator.errors import AuditError

ENGINE = "accessibility_rules"
_MANY = 20  # files, from which starting processes costs less than it saves
_RULES: dict[str, Requirement] = {**PDF_RULES, **CAPTIONS_RULES}
_UNREAD = "captions_unreadable"
_SHOWN = (Outcome.FAILED, Outcome.CANT_TELL)


def check(folder: Path, files: Files, *, language: str, level: Level = Level.AA) -> EngineRun:
    """Return what the rules for files up to *level* say of each of *files*.

    Raises:
        AuditError: a file cannot be read from the disk, or a process died over one.

    """
    asked = frozenset(rule_id for rule_id, rule in _RULES.items() if is_asked(rule.criterion, level))
    one = partial(_check_one, folder, asked=asked, language=language)
    jobs: list[str | Track] = [*files.pdfs, *files.tracks]
    found = _in_processes(one, jobs) if len(jobs) >= _MANY else map(one, jobs)
    results = _unread(files.unread, language)
    for job, result in zip(jobs, found, strict=True):
        path = job.path if isinstance(job, Track) else job
        if result is None:
            raise AuditError("audit.file_unreadable", where=path)
        before = results.get(path, PageResult(findings=(), applied=frozenset()))
        findings = dict.fromkeys((*before.findings, *result.findings))
        results[path] = PageResult(findings=tuple(findings), applied=before.applied | result.applied)
    return EngineRun(engine=ENGINE, results=results, rules={rule_id: _criteria(_RULES[rule_id]) for rule_id in asked}, tools=())


def _in_processes(one: "partial[PageResult | None]", jobs: Sequence[str | Track]) -> Iterator[PageResult | None]:
    # A file of somebody else's may end the process that reads it: then the audit ends with an error, and no file looks clean.
    with ProcessPoolExecutor(mp_context=get_context("forkserver")) as pool:
        try:
            yield from pool.map(one, jobs, chunksize=4)
        except BrokenProcessPool as error:
            raise AuditError("audit.workers_died") from error


def _check_one(folder: Path, job: str | Track, *, asked: frozenset[str], language: str) -> PageResult | None:
    path = job.path if isinstance(job, Track) else job
    file = folder / path.lstrip("/")
    try:
        content = file.read_bytes()
    except OSError:
        return None
    outcomes = _of_captions(folder, job, content) if isinstance(job, Track) else _of_pdf(content)
    told = [(rule_id, place, outcome) for rule_id, place, outcome in outcomes if rule_id in asked]
    return PageResult(
        findings=tuple(
            _finding(path, rule_id, place, outcome, language) for rule_id, place, outcome in told if outcome in _SHOWN
        ),
        applied=frozenset(rule_id for rule_id, _, outcome in told if outcome is not Outcome.INAPPLICABLE),
    )


def _of_pdf(content: bytes) -> Iterator[tuple[str, str, Outcome]]:
    document = read_pdf(content)
    for rule_id, rule in PDF_RULES.items():
        yield from ((rule_id, place, outcome) for place, outcome in rule.outcomes(document))


def _of_captions(folder: Path, track: Track, content: bytes) -> Iterator[tuple[str, str, Outcome]]:
    seconds = media_length.seconds(folder / track.recording.lstrip("/")) if track.recording else None
    captions = read_captions(content, language=track.language, seconds=seconds, moments=track.moments)
    for rule_id, rule in CAPTIONS_RULES.items():
        yield from ((rule_id, place, outcome) for place, outcome in rule.outcomes(captions))


def _unread(tracks: Sequence[Unread], language: str) -> dict[str, PageResult]:
    """Return the results of pages whose captions are not in the folder: those of another site are for a person."""
    results: dict[str, PageResult] = {}
    for track in tracks:
        outcome = Outcome.CANT_TELL if track.is_elsewhere else Outcome.FAILED
        found = _finding(track.page, _UNREAD, track.selector, outcome, language)
        before = results.get(track.page, PageResult(findings=(), applied=frozenset({_UNREAD})))
        results[track.page] = PageResult(findings=(*before.findings, found), applied=before.applied)
    return results


def _finding(path: str, rule_id: str, place: str, outcome: Outcome, language: str) -> Finding:
    rule = _RULES[rule_id]
    return Finding(
        page=path,
        rule=rule_id,
        engine=ENGINE,
        criteria=_criteria(rule),
        clauses=(rule.clause,) if _criteria(rule) else (),
        outcome=outcome,
        impact=rule.impact,
        selector=place,
        snippet="",
        message=words(language)[rule_id]["message"],
    )


def _criteria(rule: Requirement) -> tuple[str, ...]:
    """Policy is not WCAG: what fails it fails no criterion."""
    return (rule.criterion,) if rule.norm is Norm.REQUIREMENT else ()
