"""What auditors and the public are told of the site, from what the other stages found."""

from collections.abc import Sequence
from pathlib import Path

from generator.reports import audit_report, earl, evidence, openacr, tables, todo, wcag_em
from generator.reports.evidence import FOLDER, DatedAudit, Evidence, last

__all__ = ["FOLDER", "DatedAudit", "Evidence", "last", "write"]


def write(found: Evidence, folder: Path, languages: Sequence[str]) -> tuple[Path, ...]:
    """Write findings.json and every report into *folder*, and return their paths, the report in the first language first.

    The HTML is in each of *languages*, of which the first has the plain name; all else is in the first.
    """
    evidence.write(found.audit, folder)
    first = languages[0]
    texts = {
        **{_name("report", language, first): audit_report.html(found, language) for language in languages},
        **{_name("todo", language, first): todo.html(found, language) for language in languages},
        **tables.all_of(found, first),
        earl.FILE: earl.jsonld(found, first),
        wcag_em.FILE: wcag_em.jsonld(found, first),
        openacr.FILE: openacr.document(found),
    }
    for name, text in texts.items():
        (folder / name).write_text(text, encoding="utf-8")
    return tuple(folder / name for name in texts)


def _name(stem: str, language: str, first: str) -> str:
    return f"{stem}.html" if language == first else f"{stem}.{language}.html"
