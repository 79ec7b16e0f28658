"""What the page's side says of one page in one window: whole, or not at all; and the findings that it makes."""

import re
from collections.abc import Iterable, Mapping
from urllib.parse import unquote, urlsplit

import msgspec
from msgspec.structs import replace

from accessibility_rules import Outcome, axe
from accessibility_rules.messages import axe_words
from generator.audit.browser import VIEWPORTS, Viewport
from generator.audit.findings import Finding, PageResult, clauses
from generator.audit.hands import Judged
from generator.audit.noticed import Noticed, Place
from generator.audit.opinion import Opinion
from generator.audit.snippets import Snippet
from generator.errors import AuditError

ENGINE = "axe-core"
_CRITERION = re.compile(r"wcag([1-4])([1-5])(\d{1,2})")
_HTTP_OK = 200
_TELLS_OR_NOT = {"css-orientation-lock"}  # cannot tell where a page has no style sheet, and then there is nothing to tell


class Node(msgspec.Struct, frozen=True):
    """An element in a result of axe."""

    selector: str
    html: str
    impact: str


class RuleResult(msgspec.Struct, frozen=True):
    """One rule of axe that failed or could not tell, with the elements."""

    rule: str
    impact: str
    tags: tuple[str, ...]
    nodes: tuple[Node, ...]


class Answer(msgspec.Struct, frozen=True):
    """What the page's side (in_page/answer.js) returns for one page in one window."""

    status: int
    address: str
    width: int
    error: str = ""
    version: str = ""
    ran: int = 0
    applied: tuple[str, ...] = ()
    violations: tuple[RuleResult, ...] = ()
    incomplete: tuple[RuleResult, ...] = ()
    noticed: Noticed = Noticed()


class Looked(msgspec.Struct, frozen=True):
    """All that was seen of one page: an answer for each of VIEWPORTS, and by rule what our own rules for the browser judged.

    Of a page that stands for others (shells.py), *further* holds what axe said of it by mode, and *walked* what our own rules
    judged in each. *opinion* is a second engine's, None where the page was not navigated to.
    """

    answers: tuple[Answer, ...]
    judged: dict[str, tuple[Judged, ...]]
    further: dict[str, Answer] = {}
    walked: dict[str, dict[str, tuple[Judged, ...]]] = {}
    opinion: Opinion | None = None


def whole(path: str, root: str, viewport: Viewport, answer: Answer) -> Answer:
    """Return *answer* if it is a result for *path* and nothing less: a page that was not looked at must not look clean.

    Raises:
        AuditError: it is less.

    """
    if answer.error:
        raise AuditError("audit.engine_failed", where=path, kind=answer.error)
    if answer.status != _HTTP_OK:
        raise AuditError("audit.page_not_served", where=path, status=answer.status)
    if not answer.address.startswith(f"{root}/") or unquote(urlsplit(answer.address).path) != path:
        raise AuditError("audit.page_left", where=path)
    if answer.version != axe.VERSION or not answer.ran:
        raise AuditError("audit.engine_empty", where=path)
    if answer.width != viewport.width:
        raise AuditError("audit.viewport_refused", where=path, width=viewport.width)
    return answer


def shown(looked: Looked, snippet: Snippet) -> Looked:
    """Return *looked* with what *snippet* lets stand of every element: nothing else is kept, or told."""
    return Looked(
        answers=tuple(shown_answer(answer, snippet) for answer in looked.answers),
        judged=shown_judged(looked.judged, snippet),
        opinion=shown_opinion(looked.opinion, snippet),
    )


def shown_opinion(opinion: Opinion | None, snippet: Snippet) -> Opinion | None:
    """Return *opinion* with what *snippet* lets stand of every element."""
    return opinion and Opinion({rule: _shown_places(places, snippet) for rule, places in opinion.found.items()})


def shown_judged(judged: Mapping[str, tuple[Judged, ...]], snippet: Snippet) -> dict[str, tuple[Judged, ...]]:
    """Return *judged* with what *snippet* lets stand of every element."""
    return {rule: tuple(replace(place, html=snippet(place.html)) for place in places) for rule, places in judged.items()}


def result(path: str, looked: Looked, language: str) -> PageResult:
    """Return one finding for what axe found in several windows or modes, with their names."""
    seen: dict[Finding, list[str]] = {}
    everywhere = (*zip(map(str, VIEWPORTS), looked.answers, strict=True), *looked.further.items())
    for viewport, answer in everywhere:
        found = {
            *_findings(path, answer.violations, Outcome.FAILED, language),
            *_findings(path, answer.incomplete, Outcome.CANT_TELL, language),
        }
        for finding in found:
            seen.setdefault(finding, []).append(viewport)
    return PageResult(
        findings=tuple(sorted(replace(finding, viewports=tuple(dict.fromkeys(names))) for finding, names in seen.items())),
        applied=frozenset(rule for answer in looked.answers for rule in answer.applied),
    )


def criteria(tags: Iterable[str]) -> tuple[str, ...]:
    """Return the success criteria that axe names in *tags*."""
    return tuple(sorted(".".join(match.groups()) for tag in tags if (match := _CRITERION.fullmatch(tag))))


def shown_answer(answer: Answer, snippet: Snippet) -> Answer:
    """Return *answer* with what *snippet* lets stand of every element."""

    def of_rules(results: Iterable[RuleResult]) -> tuple[RuleResult, ...]:
        return tuple(replace(one, nodes=tuple(replace(node, html=snippet(node.html)) for node in one.nodes)) for one in results)

    noticed = msgspec.structs.asdict(answer.noticed)
    told = Noticed(**{name: _shown_places(places, snippet) for name, places in noticed.items()})
    return replace(answer, violations=of_rules(answer.violations), incomplete=of_rules(answer.incomplete), noticed=told)


def _shown_places(places: Iterable[Place], snippet: Snippet) -> tuple[Place, ...]:
    return tuple(replace(place, html=snippet(place.html)) for place in places)


def _findings(path: str, results: Iterable[RuleResult], outcome: Outcome, language: str) -> list[Finding]:
    return [
        Finding(
            page=path,
            rule=result.rule,
            engine=ENGINE,
            criteria=criteria(result.tags),
            clauses=clauses(criteria(result.tags)),
            outcome=outcome,
            impact=node.impact or result.impact,
            selector=node.selector,
            snippet=node.html,
            message=axe_words(language)[result.rule]["message"],
        )
        for result in results
        if outcome is Outcome.FAILED or result.rule not in _TELLS_OR_NOT
        for node in result.nodes
    ]
