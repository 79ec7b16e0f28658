"""axe-core in a real browser on every page, wide and narrow, none sampled; a page without a whole result is an error.

A second engine is asked about the pages that are navigated to, which those that stand for others are.
"""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import msgspec
import selenium
from selenium.webdriver import Chrome

from accessibility_rules import Level, accesslint, axe
from generator.audit import answers, kept, noticed, opinion, realm, seen, shells
from generator.audit.answers import ENGINE, Looked
from generator.audit.browser import VIEWPORTS, browser_with_axe
from generator.audit.findings import EngineRun, Tool
from generator.audit.kept import Kept
from generator.audit.server import HOST, served
from generator.audit.shells import Chosen, Full
from generator.audit.snippets import Snippet, without_text
from generator.audit.visiting import visit

# One browser at a time: with navigation, a second one gained nothing on two cores (Chromium uses 1.3 of them by itself).
_BROWSER_LASTS = 300  # pages; the memory that Chromium keeps comes back with a new one


class _Seen(msgspec.Struct, frozen=True):
    """What was seen of pages; *put_in* names those that stood in another's document, the others were navigated to."""

    looked: dict[str, Looked]
    put_in: frozenset[str]
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
) -> tuple[EngineRun, EngineRun, EngineRun]:
    """Return what axe says of each of *pages* up to *level* as a browser shows them, and what the browser itself notices.

    *on_page* is told of each page that is done.

    Raises:
        AuditError: the browser or axe did not give a whole result for every page.

    """
    seen_now = _look(folder, pages, snippet=snippet, on_page=on_page, level=level)
    return _runs(seen_now.looked, seen_now.rules, seen_now.tools, language=language, level=level)


def check_remembering(
    folder: Path,
    pages: Sequence[str],
    *,
    language: str,
    on_page: Callable[[str], None],
    memory: Path,
    level: Level = Level.AA,
) -> tuple[EngineRun, EngineRun, EngineRun]:
    """Return what `check` returns, without text; what the file *memory* remembers of a page is not asked again.

    Raises:
        AuditError: the browser or axe did not give a whole result for every page.

    """
    before, keys = kept.read(memory, level), kept.page_keys(folder, pages)
    known = {path: before.pages[key] for path, key in keys.items() if key in before.pages}
    standing = shells.chosen(folder, pages)
    remembered = {path: before.full[keys[path]] for path in standing.pages if keys.get(path) in before.full}
    known_full = {path: one for path, one in remembered.items() if shells.is_whole(one, path, standing)}
    for path in sorted(known):
        on_page(path)
    unknown = [path for path in pages if path not in known]
    seen_now = _look(folder, unknown, snippet=without_text, on_page=on_page, level=level)
    full_now = _look_in_full(folder, standing.without(known_full), level=level)
    looked, full = known | seen_now.looked, known_full | full_now
    now = Kept(
        pages={keys[path]: looked[path] for path in (*known, *seen_now.put_in) if path in keys},
        full={keys[path]: one for path, one in full.items() if path in {*known, *seen_now.put_in}},
        rules=seen_now.rules or before.rules,
        tools=seen_now.tools or before.tools,
        engine=before.engine,
    )
    kept.write(memory, kept.joined(before, now))
    looked |= {path: shells.with_full(looked[path], one) for path, one in full.items()}
    return _runs(looked, now.rules, now.tools, language=language, level=level)


def _look_in_full(folder: Path, standing: Chosen, *, level: Level) -> dict[str, Full]:
    if not standing.pages:
        return {}
    with served(folder) as root, browser_with_axe() as browser:
        browser.get(root + HOST)
        found = shells.look(browser, root, folder, standing, level=level, rules=_rules(browser, level))
    return {path: shells.shown(one, without_text) for path, one in found.items()}


def _look(folder: Path, pages: Sequence[str], *, snippet: Snippet, on_page: Callable[[str], None], level: Level) -> _Seen:
    starts = range(0, len(pages), _BROWSER_LASTS)
    with served(folder) as root:
        batches = [
            _look_at_batch(folder, pages[start : start + _BROWSER_LASTS], root=root, on_page=on_page, level=level)
            for start in starts
        ]
    return _Seen(
        looked={path: answers.shown(one, snippet) for batch in batches for path, one in batch.looked.items()},
        put_in=frozenset().union(*(batch.put_in for batch in batches)),
        rules={rule: criteria for batch in batches for rule, criteria in batch.rules.items()},
        tools=tuple(sorted({tool for batch in batches for tool in batch.tools})),
    )


def _look_at_batch(folder: Path, pages: Sequence[str], *, root: str, on_page: Callable[[str], None], level: Level) -> _Seen:
    """Look at each of *pages*: first at those that can be put into one document, then at the others."""
    with browser_with_axe() as browser:
        browser.get(root + HOST)
        rules, looked = _rules(browser, level), {}
        others = []
        for path, one in realm.look(browser, root, folder, pages, level=level, rules=rules):
            if one is None:
                others.append(path)
                continue
            looked[path] = one
            on_page(path)
        put_in = frozenset(looked)
        for path in others:
            looked[path] = visit(browser, root, path, level)
            on_page(path)
        return _Seen(looked, put_in, rules, _tools(browser))


def _runs(
    looked: Mapping[str, Looked],
    rules: Mapping[str, tuple[str, ...]],
    tools: tuple[Tool, ...],
    *,
    language: str,
    level: Level,
) -> tuple[EngineRun, EngineRun, EngineRun]:
    viewports = tuple(map(str, VIEWPORTS))
    of_axe = EngineRun(
        engine=ENGINE,
        results={path: answers.result(path, one, language) for path, one in looked.items()},
        rules=dict(rules),
        tools=tools,
        viewports=viewports,
    )
    by_viewport = {
        path: dict(zip(viewports, [answer.noticed for answer in one.answers], strict=True)) for path, one in looked.items()
    }
    of_browser = noticed.run(by_viewport, language=language)
    second = {path: one.opinion for path, one in looked.items() if one.opinion is not None}
    of_second = opinion.run(second, level=level, language=language)
    return of_axe, seen.with_judged(of_browser, looked, level=level, language=language), of_second


def _rules(browser: Chrome, level: Level) -> dict[str, tuple[str, ...]]:
    options = axe.run_options(level)
    rules = browser.execute_script("return axe.getRules(arguments[0])", options["runOnly"]["values"])
    is_run = {rule["ruleId"]: rule["enabled"] or rule["ruleId"] in options["rules"] for rule in rules}
    return {rule["ruleId"]: answers.criteria(rule["tags"]) for rule in rules if is_run[rule["ruleId"]]}


def _tools(browser: Chrome) -> tuple[Tool, ...]:
    return (
        Tool(name=ENGINE, version=axe.VERSION, sha256=axe.SHA256),
        Tool(name=opinion.ENGINE, version=accesslint.VERSION, sha256=accesslint.SHA256),
        Tool(name=noticed.ENGINE, version=str(browser.capabilities["browserVersion"])),
        Tool(name="selenium", version=selenium.__version__),
    )
