"""The published example, broken in every way, and audited in one run."""

from collections.abc import Mapping
from functools import partial
from pathlib import Path

import msgspec
import pytest

from accessibility_rules import SITE_RULES
from generator import audit
from generator.audit.findings import Audit, Finding
from generator.config import Settings
from generator.pipeline import Outcome
from tests.defects.seeding import WHOLE, Defect, Seeded, kinds, seed
from tests.reports.made import written


class Shown(msgspec.Struct, frozen=True):
    """What an audit said of broken pages: *new* is what it did not say of the same pages whole."""

    seeded: Mapping[str, Seeded]
    whole: tuple[Finding, ...]
    new: Mapping[str, tuple[Finding, ...]]


def shown(site: Path, folder: Path, chosen: Mapping[str, Defect], *, in_browser: bool) -> Shown:
    """Break *site* in every one of the *chosen* ways, each in a site of its own, and audit the broken pages in one run."""
    seeded = seed(site, folder, chosen)
    pages = sorted({page for each in seeded for page in (each.address, each.whole)})
    run = partial(audit.audit_site, memory=folder.with_name("audited.msgpack")) if in_browser else audit.audit_files
    audited = run(folder, pages, language="fi")
    by_site: dict[str, list[Finding]] = {}
    for finding in audited.findings:
        if finding.rule not in SITE_RULES:  # copies of one page have one title: what compares pages says nothing here
            by_site.setdefault(finding.page.split("/")[1], []).append(finding)
    whole = by_site.get(WHOLE, [])
    before = {_place(finding) for finding in whole}
    new = {name: tuple(found for found in by_site.get(name, []) if _place(found) not in before) for name in chosen}
    return Shown(seeded={each.defect.name: each for each in seeded}, whole=tuple(whole), new=new)


def _place(finding: Finding) -> tuple[str, ...]:
    """Where a finding stands in the site that it was found in: on a page, or in a file that the page leads to."""
    return (finding.page.split("/", 2)[2], finding.rule, finding.outcome, finding.selector, *finding.viewports)


@pytest.fixture(scope="session")
def everything(example: tuple[Settings, Outcome], tmp_path_factory: pytest.TempPathFactory) -> Shown:
    """Every kind of defect, as the gate's whole audit sees it."""
    return shown(example[0].site_dir, tmp_path_factory.mktemp("broken"), kinds(), in_browser=True)


@pytest.fixture(scope="session")
def audited_whole(example: tuple[Settings, Outcome]) -> Audit:
    return example[1].audit


@pytest.fixture(scope="session")
def report_rows(audited_whole: Audit, tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, str]:
    """The rows of the auditors' report on the example, by the first word of each: the number of a criterion."""
    report = written(audited_whole, tmp_path_factory.mktemp("report"), "en")
    return {row.xpath("string(th)").split(" ")[0]: row.text_content() for row in report.xpath("//tr[th]")}
