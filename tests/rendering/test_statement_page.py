"""The accessibility statement as a page: every field of the law, in each language, and itself without a finding."""

from datetime import date
from pathlib import Path

import pytest
from lxml import html
from msgspec.structs import replace

from generator.audit import audit
from generator.messages import LANGUAGES
from generator.rendering import render_statement
from generator.rendering.conformance import Conformance, State, Unmet, Waived
from generator.rendering.shared import copy_assets
from generator.rendering.shell import Shells
from generator.rendering.site import Site
from generator.statement import Statement, Supervisor
from tests.rendering.conftest import words
from tests.rendering.factory import SITE

ISSUE = ({"fi": "Kartoilla ei ole tekstivastinetta."},)
FOUND = Conformance(
    state=State.PARTIALLY,
    unmet=(Unmet(criterion="1.1.1", pages=2), Unmet(criterion="2.4.3", pages=0)),
    waived=(Waived(reasons={"fi": "Kuva tulee lähdejärjestelmästä."}, until=date(2026, 12, 31)),),
    recorded=3,
    last_recorded=date(2026, 9, 30),
)
OWN = Statement(
    drawn_up=date(2026, 9, 1),
    reviewed=date(2026, 10, 1),
    known_issues=ISSUE,
    disproportionate_burden=({"fi": "Vanhojen karttojen korjaaminen olisi kohtuutonta."},),
    out_of_scope=({"fi": "Ennen 23.9.2020 julkaistut tallenteet."},),
)
WHOLE = replace(SITE, statement=OWN, conformance=FOUND)


def statements(site: Site, shells: Shells, folder: Path) -> dict[str, html.HtmlElement]:
    paths = render_statement(site, shells, folder)
    return dict(zip(site.languages, (html.document_fromstring((folder / path).read_bytes()) for path in paths), strict=True))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_field_of_the_law_is_there_in_each_language(shells: Shells, tmp_path: Path, language: str) -> None:
    """306/2019, 9 §, and (EU) 2018/1523: state, what is not met and why, alternatives, making, feedback, supervision."""
    page = statements(WHOLE, shells, tmp_path)[language]
    article = page.xpath("//article")[0]
    headings = [heading.text_content() for heading in article.xpath(".//h2 | .//h3")]

    assert len(headings) == len(set(headings)) == 11
    assert all(day in words(article) for day in ("1.9.2026", "1.10.2026", "30.9.2026", "31.12.2026")) or language == "en"
    assert article.xpath(".//time/@datetime") == ["2026-12-31", "2026-09-01", "2026-10-01", "2026-09-30"]
    assert article.xpath(".//a/@href") == [
        "mailto:saavutettavuus@kuutamoniemi.example",
        "https://www.saavutettavuusvaatimukset.fi/",
    ]
    assert "Traficom" in words(article)
    assert "306/2019" in words(article)
    assert "14" in words(article)
    assert "1.1.1" in words(article)
    assert len(article.xpath(".//*[@lang='fi']")) == (0 if language == "fi" else 4 + (language == "en"))


def test_the_supervisor_can_be_another(shells: Shells, tmp_path: Path) -> None:
    other = Supervisor(name={"fi": "Uusi virasto"}, url="https://virasto.example/", email="v@virasto.example", phone="09 123")
    article = statements(replace(WHOLE, statement=replace(OWN, supervisor=other)), shells, tmp_path)["fi"].xpath("//article")[0]

    assert "Uusi virasto" in words(article)
    assert "Traficom" not in words(article)
    assert "virasto.example" in article.xpath("string(.//a[@href='https://virasto.example/'])")
    assert article.xpath(".//a[@href='mailto:v@virasto.example']")


@pytest.mark.parametrize("state", [state for state in State if state is not State.PARTIALLY])
def test_each_state_has_its_own_words(shells: Shells, tmp_path: Path, state: State) -> None:
    bare = replace(SITE, statement=Statement(drawn_up=date(2026, 9, 1)), conformance=Conformance(state=state))
    told = {language: words(page) for language, page in statements(bare, shells, tmp_path).items()}
    other = {language: words(page) for language, page in statements(WHOLE, shells, tmp_path).items()}

    assert all(told[language] != other[language] for language in told)


@pytest.mark.browser
def test_the_statement_passes_its_own_audit(shells: Shells, tmp_path: Path) -> None:
    paths = render_statement(WHOLE, shells, tmp_path)
    copy_assets(shells, tmp_path)
    found = audit(tmp_path, [f"/{path}" for path in paths], language="fi").findings

    assert [(each.page, each.rule, each.selector) for each in found if each.rule != "fragment_target_missing"] == []
