"""What is wrong with the pages of a folder, as they are written there; knows nothing of meetings."""

import hashlib
from collections.abc import Callable, Sequence
from pathlib import Path

from accessibility_rules import Level
from generator.audit import axe_run, elements, file_rules, offered, static
from generator.audit.findings import Audit, EngineRun, assemble, joined, of_files, with_run
from generator.audit.offered import WAITING, Files
from generator.audit.snippets import Snippet, without_text
from generator.errors import AuditError

_PAGES = {".html", ".htm", ".xhtml"}

__all__ = ["Level", "audit", "audit_files", "audit_site", "compared", "pages_in"]


def audit(
    folder: Path,
    pages: Sequence[str] | None = None,
    *,
    language: str,
    level: Level = Level.AA,
    snippet: Snippet = without_text,
    on_page: Callable[[str], None] = lambda _: None,
) -> Audit:
    """Audit *pages* by our own rules and, in a browser, by axe; when None, all of *folder*, where there must be one.

    Criteria above *level* are not asked for; *snippet* decides what of a page may stand in a finding; *on_page* is told of
    each page that the browser has done.

    Raises:
        AuditError: a page has no whole result.

    """
    chosen = _chosen(folder, pages)
    ours = static.check(folder, chosen, snippet=snippet, language=language, level=level)
    in_browser = axe_run.check(folder, chosen, snippet=snippet, language=language, on_page=on_page, level=level)
    of_pages = _audit(folder, chosen, [ours, *in_browser])
    return joined(of_pages, _files(folder, _files_to_check(folder, pages), language, level))


def audit_site(
    folder: Path, pages: Sequence[str], *, language: str, memory: Path, on_page: Callable[[str], None] = lambda _: None
) -> Audit:
    """Audit *pages* of a site of our own, at level AA and without text; the file *memory* spares those that did not change.

    Raises:
        AuditError: a page has no whole result.

    """
    chosen = _chosen(folder, pages)
    ours = static.check(folder, chosen, snippet=without_text, language=language)
    in_browser = axe_run.check_remembering(folder, chosen, language=language, on_page=on_page, memory=memory)
    of_pages = _audit(folder, chosen, [ours, *in_browser])
    return joined(of_pages, _files(folder, _files_to_check(folder, pages), language, Level.AA))


def audit_files(
    folder: Path,
    pages: Sequence[str] | None = None,
    *,
    language: str,
    level: Level = Level.AA,
    snippet: Snippet = without_text,
) -> Audit:
    """Audit *pages* by our own rules up to *level* only, without a browser.

    Raises:
        AuditError: there is no page, or one of them cannot be read.

    """
    chosen = _chosen(folder, pages)
    of_pages = _audit(folder, chosen, [static.check(folder, chosen, snippet=snippet, language=language, level=level)])
    return joined(of_pages, _files(folder, _files_to_check(folder, pages), language, level))


def compared(parts: Audit, folder: Path, pages: Sequence[str], *, language: str, snippet: Snippet = without_text) -> Audit:
    """Return *parts*, an audit made in several, with what only the whole site shows: *pages* are all of it.

    The rules that compare pages are run over them, and files that no page led to are checked.

    Raises:
        AuditError: a page or a file cannot be read.

    """
    run = static.compare(folder, _chosen(folder, pages), snippet=snippet, language=language)
    left = offered.held(folder, pages).without({file.path for file in parts.files})
    whole = with_run(parts, run)
    return elements.named(joined(whole, _files(folder, left, language, Level.AA)) if left.paths else whole, folder)


def pages_in(folder: Path) -> tuple[str, ...]:
    """Return the address of every page of *folder*, redirects and the 404 page included, in order.

    What waits for its day (docs/expiry.md) is no page yet: nothing there finds its styles.
    """
    found = (path for path in folder.rglob("*") if path.suffix.casefold() in _PAGES and path.is_file())
    pages = (path.relative_to(folder) for path in found)
    return tuple(sorted(f"/{page.as_posix()}" for page in pages if page.parts[0] != WAITING))


def _chosen(folder: Path, pages: Sequence[str] | None) -> tuple[str, ...]:
    if pages is not None:
        return tuple(sorted(set(pages)))
    found = pages_in(folder)
    if not found:
        raise AuditError("audit.no_pages", where=folder.name)
    return found


def _files_to_check(folder: Path, pages: Sequence[str] | None) -> Files:
    """Return the files that *pages* lead to; all of *folder*, where that is what is audited."""
    return offered.held(folder, pages_in(folder)) if pages is None else offered.offered(folder, pages)


def _files(folder: Path, files: Files, language: str, level: Level) -> Audit:
    run = file_rules.check(folder, files, language=language, level=level)
    return elements.named(of_files({path: _sha256(folder, path) for path in files.paths}, run), folder)


def _audit(folder: Path, pages: Sequence[str], runs: Sequence[EngineRun]) -> Audit:
    for run in runs:
        missing = set() if run.is_partial else set(pages) - set(run.results)
        if missing or (pages and not run.rules):
            raise AuditError("audit.pages_missing", engine=run.engine, count=len(missing))
    return elements.named(assemble({path: _sha256(folder, path) for path in pages}, runs), folder)


def _sha256(folder: Path, path: str) -> str:
    return hashlib.sha256((folder / path.lstrip("/")).read_bytes()).hexdigest()
