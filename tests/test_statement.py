"""The accessibility statement: what it says of the site follows from what was found and who recorded what, and from no less."""

from datetime import date, timedelta

import pytest
from lxml import html as lxml_html
from msgspec.structs import replace

from generator import stating
from generator.audit.findings import Audit
from generator.rendering.conformance import State, Unmet, Waived
from generator.reports.criteria import LEVELS
from generator.review.assessments import Judged, Standing
from generator.statement import Statement
from tests.reports.made import DAY, all_recorded, an_audit, finding, waiver
from tests.test_assessments import ITEM, MEETING, PLAIN, VAGUE, Item, Site, held, site

__all__ = ["site"]  # a fixture
OWN = Statement(drawn_up=date(2026, 9, 1), reviewed=date(2026, 10, 1))
ISSUE = ({"fi": "Kartoilla ei ole tekstivastinetta."},)


def state(audit: Audit, said: Standing | None = None, own: Statement = OWN, day: date = DAY) -> State:
    return stating.conformance(audit, said or Standing(), own, day).state


def test_a_clean_machine_run_alone_is_not_assessed() -> None:
    assert state(an_audit()) is State.NOT_ASSESSED


@pytest.mark.parametrize("missing", list(LEVELS))
def test_without_a_persons_record_of_any_one_criterion_nothing_fully_conforms(missing: str) -> None:
    records = {number: record for number, record in all_recorded().records.items() if number != missing}

    assert state(an_audit(), Standing(records=records)) is State.NOT_ASSESSED


def test_a_site_fully_conforms_when_a_person_recorded_every_criterion_and_nothing_failed() -> None:
    assert state(an_audit(), all_recorded()) is State.FULLY
    assert state(an_audit(), all_recorded(c_1_2_4=Judged.INAPPLICABLE)) is State.FULLY


def test_what_failed_what_is_waived_and_what_the_municipality_knows_leave_it_partial() -> None:
    whole = all_recorded()
    waived = replace(whole, waivers={"a1": waiver()})

    assert state(an_audit(finding()), whole) is State.PARTIALLY
    assert state(an_audit(finding())) is State.PARTIALLY
    assert state(an_audit(finding(waiver="a1")), waived) is State.PARTIALLY
    assert state(an_audit(finding(waiver="a1", criteria=())), waived) is State.PARTIALLY
    assert state(an_audit(), all_recorded(c_2_4_3=Judged.FAILED)) is State.PARTIALLY
    assert state(an_audit(), whole, replace(OWN, known_issues=ISSUE)) is State.PARTIALLY
    assert state(an_audit(), whole, replace(OWN, disproportionate_burden=ISSUE)) is State.PARTIALLY


def test_an_open_question_leaves_it_unassessed_and_what_the_law_leaves_out_takes_nothing_away() -> None:
    assert state(an_audit(finding(outcome="cantTell")), all_recorded()) is State.NOT_ASSESSED
    assert state(an_audit(), all_recorded(), replace(OWN, out_of_scope=ISSUE)) is State.FULLY


def test_the_municipality_may_say_less_and_never_more() -> None:
    assert state(an_audit(), all_recorded(), replace(OWN, state="partially")) is State.PARTIALLY
    assert state(an_audit(), all_recorded(), replace(OWN, state="not")) is State.NOT
    assert state(an_audit(finding()), None, replace(OWN, state="partially")) is State.PARTIALLY


def test_what_is_not_met_is_told_by_criterion_with_its_pages() -> None:
    found = [finding(page=f"/{n}.html") for n in (1, 2)] + [finding(page="/_expiry/2026-11-02/2.html")]
    told = stating.conformance(an_audit(*found), all_recorded(c_2_4_3=Judged.FAILED), OWN, DAY)

    assert told.unmet == (Unmet(criterion="1.1.1", pages=2), Unmet(criterion="2.4.3", pages=0))


def test_a_waiver_is_told_with_its_end_as_long_as_it_holds_and_meets_something() -> None:
    said = Standing(waivers={"a1": waiver(), "b2": waiver(page="/b.html"), "c3": waiver(until=DAY - timedelta(days=1))})
    found = an_audit(finding(waiver="a1"), finding(waiver="c3"))

    assert stating.conformance(found, said, OWN, DAY).waived == (
        Waived(reasons={"fi": "Kuva tulee lähdejärjestelmästä."}, until=date(2026, 12, 31)),
    )


def words(site: Site, language: str = "fi") -> lxml_html.HtmlElement:
    folder = site.settings.site_dir if language == "fi" else site.settings.site_dir / language
    return lxml_html.document_fromstring((folder / "saavutettavuusseloste.html").read_bytes())


def text(page: lxml_html.HtmlElement) -> str:
    return " ".join(page.xpath("//article")[0].text_content().split())


def test_the_statement_of_a_published_site_tells_its_waivers_in_each_language_and_is_audited(site: Site) -> None:
    site.publish()
    site.waive(*site.ids("waive"))
    outcome = site.publish()
    finnish, swedish = words(site), words(site, "sv")

    assert held(outcome) == []
    assert "osittain" in text(finnish)
    assert "WCAG 2.4.4 Linkin tarkoitus (kontekstissa): sivuja 2" in text(finnish)
    assert "Lähdejärjestelmän linkki. Korjataan viimeistään 31.12.2026" in text(finnish)
    assert swedish.xpath("//span[@lang='fi'][.='Lähdejärjestelmän linkki.']")
    assert {"/saavutettavuusseloste.html", "/sv/saavutettavuusseloste.html"} <= {page.path for page in outcome.audit.pages}


def test_the_statement_tells_nothing_of_what_was_held_back(site: Site) -> None:
    clean = Item(title="Lupa", properties=(("Decision", "<p>Hyväksyttiin.</p>"),))
    site.export(PLAIN, clean)
    site.publish()
    site.export(PLAIN, Item(title="Lupa", properties=(VAGUE, ("Decision", "<p>Hyväksyttiin.</p>"))))
    outcome = site.publish()

    assert held(outcome) == [MEETING]
    assert [finding.page for finding in outcome.audit.findings if finding.page == ITEM] != []
    staged = site.settings.work_dir / "3-staging" / "saavutettavuusseloste.html"
    assert "2.4.4" not in staged.read_text(encoding="utf-8")
    assert "2.4.4" not in text(words(site))


def test_recorded_criteria_are_told_with_the_day_of_the_last(site: Site) -> None:
    site.export(PLAIN, Item(title="Lupa", properties=(("Decision", "<p>Hyväksyttiin.</p>"),)))
    site.publish()
    site.run("record", *LEVELS, "--outcome", "passed", at="2026-10-14")
    questions = site.ids("record", r"\S+")
    if questions:  # as many as the rules of the day ask
        assert site.run("record", *questions, "--everywhere", "--outcome", "passed").exit_code == 0
    outcome = site.publish()

    assert [finding.rule for finding in outcome.audit.findings if finding.outcome in {"failed", "cantTell"}] == []
    assert "Ihminen on arvioinut 50 vaatimusta, kaikkiaan 50. Viimeisin arvio on tehty 14.10.2026." in text(words(site))
    assert "kokonaan. Ihminen on arvioinut jokaisen vaatimuksen." in text(words(site))
    assert "Mikä ei ole saavutettavaa" not in text(words(site))
