"""What an audit has to say: the pages that were read, the rules that were run, and what they found."""

from collections.abc import Iterable, Sequence

import msgspec
from msgspec.structs import replace

from accessibility_rules import PDF_RULES, Outcome
from accessibility_rules.criteria import clause, is_beside


class Finding(msgspec.Struct, frozen=True, kw_only=True, order=True):
    """One place on one page that failed a rule, or that a person must look at.

    *criteria* is empty for our own policy; *viewports* for what was read from the file, where the browser's size is nothing.
    *element* names what it is about, in the next build too (elements.py). *answer* names the signed line in which a person
    settled what a machine cannot tell, and *outcome* is then that person's; *waiver* the one under which a failure goes out.
    """

    page: str
    rule: str
    engine: str
    criteria: tuple[str, ...]
    clauses: tuple[str, ...]
    outcome: Outcome
    impact: str
    selector: str
    snippet: str
    message: str
    viewports: tuple[str, ...] = ()
    element: str = ""
    answer: str = ""
    waiver: str = ""


class AuditedPage(msgspec.Struct, frozen=True, kw_only=True, order=True):
    """One page, the hash of the file, and every engine that has a result for it."""

    path: str
    sha256: str
    engines: tuple[str, ...]


class RuleRun(msgspec.Struct, frozen=True, kw_only=True, order=True):
    """One rule that was run on every page; *applied_on* counts the pages that had something for it to look at."""

    engine: str
    rule: str
    criteria: tuple[str, ...]
    applied_on: int


class Tool(msgspec.Struct, frozen=True, kw_only=True, order=True):
    """What was run; *sha256* is empty where the installation is not ours to hash."""

    name: str
    version: str
    sha256: str = ""


class Audit(msgspec.Struct, frozen=True, kw_only=True):
    """Everything that was found on *pages*, each shown in all of *viewports*; these are none when no browser looked.

    *files* are no pages: PDFs and captions, which have rules of their own.
    """

    pages: tuple[AuditedPage, ...]
    findings: tuple[Finding, ...]
    rules: tuple[RuleRun, ...]
    tools: tuple[Tool, ...]
    viewports: tuple[str, ...] = ()
    files: tuple[AuditedPage, ...] = ()


NOTHING_FOUND = Audit(pages=(), findings=(), rules=(), tools=())


class PageResult(msgspec.Struct, frozen=True, kw_only=True):
    """What one engine says of one page; *applied* names the rules that had something to look at."""

    findings: tuple[Finding, ...]
    applied: frozenset[str]


class EngineRun(msgspec.Struct, frozen=True, kw_only=True):
    """What one engine says of all pages, with the criteria of each rule that it ran; *is_partial* says it of some of them."""

    engine: str
    results: dict[str, PageResult]
    rules: dict[str, tuple[str, ...]]
    tools: tuple[Tool, ...]
    viewports: tuple[str, ...] = ()
    is_partial: bool = False


def clauses(criteria: Sequence[str]) -> tuple[str, ...]:
    """Return the clauses of EN 301 549 V3.2.1 for *criteria*; it has none for what WCAG 2.2 added."""
    return tuple(dict.fromkeys(clause(criterion) for criterion in criteria if not is_beside(criterion)))


def blocks(finding: Finding) -> bool:
    """Say whether *finding* keeps its page from being published.

    It does if it failed, unless only WCAG 2.2 asks for it: that is told beside what the law asks for. What a machine cannot
    tell is for a person, and blocks nothing.
    """
    is_of_law = not finding.criteria or not all(map(is_beside, finding.criteria))
    return finding.outcome is Outcome.FAILED and is_of_law


class Totals(msgspec.Struct, frozen=True, kw_only=True):
    """How many findings there are of each kind: *failed* against what the law asks for, *beside* it against WCAG 2.2 only."""

    failed: int
    beside: int
    waived: int
    to_check: int


def totals(findings: Iterable[Finding]) -> Totals:
    """Return how many of *findings* are what."""
    found = tuple(findings)
    failed = tuple(map(blocks, found))
    return Totals(
        failed=sum(failed),
        beside=sum(finding.outcome is Outcome.FAILED for finding in found) - sum(failed),
        waived=sum(bool(finding.waiver) and fails for finding, fails in zip(found, failed, strict=True)),
        to_check=sum(finding.outcome is Outcome.CANT_TELL for finding in found),
    )


def in_attached_files(audit: Audit) -> tuple[Finding, ...]:
    """Return what *audit* found in attached PDFs, which the municipality got as they are: it holds nothing back."""
    return tuple(finding for finding in audit.findings if finding.rule in PDF_RULES)


def assemble(hashes: dict[str, str], runs: Sequence[EngineRun]) -> Audit:
    """Return one audit of the pages in *hashes* from what the engines say."""

    def engines(path: str) -> tuple[str, ...]:
        return tuple(run.engine for run in runs if not run.is_partial or path in run.results)

    return Audit(
        pages=tuple(AuditedPage(path=path, sha256=sha256, engines=engines(path)) for path, sha256 in sorted(hashes.items())),
        findings=tuple(sorted(finding for run in runs for result in run.results.values() for finding in result.findings)),
        rules=tuple(sorted(rule for run in runs for rule in _rule_runs(run))),
        tools=tuple(sorted(tool for run in runs for tool in run.tools)),
        viewports=next((run.viewports for run in runs if run.viewports), ()),
    )


def joined(first: Audit, second: Audit) -> Audit:
    """Return one audit of two sets of pages, such as the meetings and then what all pages share."""
    applied = {(rule.engine, rule.rule, rule.criteria): 0 for rule in (*first.rules, *second.rules)}
    for rule in (*first.rules, *second.rules):
        applied[rule.engine, rule.rule, rule.criteria] += rule.applied_on
    return Audit(
        # A page that was made again counts as it was seen last.
        pages=tuple(sorted(({page.path: page for page in (*first.pages, *second.pages)}).values())),
        findings=tuple(sorted({*first.findings, *second.findings})),
        rules=tuple(
            RuleRun(engine=engine, rule=rule, criteria=criteria, applied_on=count)
            for (engine, rule, criteria), count in sorted(applied.items())
        ),
        tools=tuple(sorted({*first.tools, *second.tools})),
        viewports=first.viewports or second.viewports,
        files=tuple(sorted(({file.path: file for file in (*first.files, *second.files)}).values())),
    )


def of_files(hashes: dict[str, str], run: EngineRun) -> Audit:
    """Return what *run* says of the files in *hashes*, as an audit without pages, to be joined with that of pages."""
    files = tuple(AuditedPage(path=path, sha256=sha256, engines=(run.engine,)) for path, sha256 in sorted(hashes.items()))
    return replace(assemble({}, [run]), files=files)


def with_run(audit: Audit, run: EngineRun) -> Audit:
    """Return *audit* with the results of *run* instead of all that it had of the same rules."""
    found = (finding for result in run.results.values() for finding in result.findings)
    others = (finding for finding in audit.findings if finding.rule not in run.rules)
    rules = (rule for rule in audit.rules if rule.rule not in run.rules)
    return replace(audit, findings=tuple(sorted((*others, *found))), rules=tuple(sorted((*rules, *_rule_runs(run)))))


def to_json(audit: Audit) -> str:
    """Return what `pykala audit --json` writes."""
    return msgspec.json.format(msgspec.json.encode(audit), indent=2).decode() + "\n"


def _rule_runs(run: EngineRun) -> list[RuleRun]:
    return [
        RuleRun(
            engine=run.engine,
            rule=rule,
            criteria=criteria,
            applied_on=sum(rule in result.applied for result in run.results.values()),
        )
        for rule, criteria in run.rules.items()
    ]
