"""What reports are made from in tests: one page, its findings, and what persons said."""

from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path

import msgspec
from lxml import html as lxml_html

from accessibility_rules import Outcome
from generator import reports
from generator.audit.findings import Audit, AuditedPage, Finding, RuleRun, Tool
from generator.reports import DatedAudit, Evidence, history
from generator.reports.criteria import LEVELS
from generator.reports.evidence import Publisher
from generator.reports.history import NOTHING_BEFORE, Entry, Past
from generator.review.assessments import Judged, Record, Standing, Waiver

DAY = date(2026, 10, 15)
PUBLISHER = Publisher(
    names={"fi": "Kuutamoniemi", "sv": "Månudden", "en": "Kuutamoniemi"},
    url="https://paatokset.kuutamoniemi.example/",
    email="saavutettavuus@kuutamoniemi.example",
    reviewed=date(2026, 10, 1),
)


def finding(**overrides: object) -> Finding:
    """Return a whole finding, with *overrides*."""
    whole: dict[str, object] = {
        "page": "/a.html",
        "rule": "image-alt",
        "engine": "axe-core",
        "criteria": ("1.1.1",),
        "clauses": ("9.1.1.1",),
        "outcome": Outcome.FAILED,
        "impact": "critical",
        "selector": "html > body > img",
        "snippet": '<img src="…">',
        "message": "Images must have alternative text",
        "viewports": ("320x256",),
    }
    return msgspec.convert(whole | overrides, Finding)


def an_audit(*findings: Finding) -> Audit:
    """Return the audit of one page with *findings*."""
    return Audit(
        pages=(AuditedPage(path="/a.html", sha256="0" * 64, engines=("accessibility_rules", "axe-core")),),
        findings=findings,
        rules=(
            RuleRun(engine="accessibility_rules", rule="link_text_vague", criteria=("2.4.4",), applied_on=0),
            RuleRun(engine="axe-core", rule="image-alt", criteria=("1.1.1",), applied_on=1),
            RuleRun(engine="axe-core", rule="scrollable-region-focusable", criteria=("2.1.1", "2.1.3"), applied_on=0),
        ),
        tools=(Tool(name="axe-core", version="4.14.1", sha256="f" * 64), Tool(name="Chromium", version="156.0")),
        viewports=("1280x1024", "320x256"),
    )


def record(criterion: str, outcome: Judged = Judged.PASSED, note: str = "Sarkaimella läpi.") -> Record:
    return Record(criterion=criterion, outcome=outcome, note=note, who="Aino", day=date(2026, 9, 30))


def all_recorded(**others: Judged) -> Standing:
    """Return what stands when Aino has passed all criteria but *others* ("c_2_4_3" is 2.4.3)."""
    judged = {name.removeprefix("c_").replace("_", "."): outcome for name, outcome in others.items()}
    return Standing(records={number: record(number, judged.get(number, Judged.PASSED)) for number in LEVELS})


def waiver(**more: object) -> Waiver:
    whole: dict[str, object] = {
        "rule": "image-alt",
        "element": "",
        "page": "/a.html",
        "reasons": {"fi": "Kuva tulee lähdejärjestelmästä."},
        "until": date(2026, 12, 31),
        "who": "Aino",
        "day": date(2026, 9, 30),
    }
    return Waiver(**(whole | more))  # type: ignore[arg-type]  # what a waiver has


def evidence(
    audit: Audit, said: Standing | None = None, past: Past = NOTHING_BEFORE, day: date = DAY, **more: object
) -> Evidence:
    dated = DatedAudit(**msgspec.structs.asdict(audit), date=day, configuration="c" * 64)
    standing = said or Standing()
    return Evidence(
        audit=msgspec.structs.replace(dated, **more),
        publisher=PUBLISHER,
        entry=history.entry(audit, day, past, recorded=len(standing.records)),
        said=standing,
        past=past,
    )


def before(*entries: Entry) -> Past:
    return history.past(entries, DAY)


def written(made: Audit | Evidence, folder: Path, language: str = "en", name: str = "report.html") -> lxml_html.HtmlElement:
    """Return the report on *made* as a page."""
    write(made, folder, [language])
    return lxml_html.document_fromstring((folder / name).read_bytes())


def write(made: Audit | Evidence, folder: Path, languages: Sequence[str]) -> tuple[Path, ...]:
    return reports.write(made if isinstance(made, Evidence) else evidence(made), folder, languages)


def texts(elements: Iterable[lxml_html.HtmlElement]) -> list[str]:
    return [" ".join(element.text_content().split()) for element in elements]
