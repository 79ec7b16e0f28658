"""Organizations by year, office-holders, and the front page that leads to them."""

from datetime import date
from pathlib import Path

import pytest

from generator.model.redacted import SecretItem
from generator.rendering import render_shared
from generator.rendering.shell import Shells
from tests.rendering.conftest import Pages, words
from tests.rendering.factory import MEETINGS, SITE, decisions, item, of_board

DAY = "rehtori/2026-09-10"


def listed(pages: Pages, path: str) -> list[str]:
    return [words(link) for link in pages[path].xpath("//ul[@class='k-meetings']//a")]


def test_an_organizations_page_shows_its_newest_year(pages: Pages) -> None:
    assert listed(pages, "kaupunginhallitus.html") == ["26.10.2026", "14.9.2026", "24.8.2026"]


def test_each_year_of_several_has_a_page(pages: Pages) -> None:
    assert listed(pages, "kaupunginhallitus/2025.html") == ["1.12.2025"]
    assert listed(pages, "kaupunginhallitus/2026.html") == listed(pages, "kaupunginhallitus.html")


def test_years_lead_to_each_other_and_the_one_that_is_shown_is_marked(pages: Pages) -> None:
    (years,) = pages["kaupunginhallitus/2025.html"].xpath("//nav[@class='k-years']")

    assert [words(link) for link in years.iter("a")] == ["Vuosi 2026"]
    assert words(years.xpath(".//*[@aria-current='page']")[0]) == "Vuosi 2025"


def test_an_organization_of_one_year_has_no_pages_of_years(pages: Pages) -> None:
    assert "kaupunginvaltuusto/2026.html" not in pages
    assert not pages["kaupunginvaltuusto.html"].xpath("//nav[@class='k-years']")


def test_a_new_meeting_changes_as_many_pages_with_ten_years_as_with_two(shells: Shells, tmp_path: Path) -> None:
    def changed(years: int) -> int:
        old = [of_board(f"kh/{y}-01-07", date(y, 1, 7), item(f"kh/{y}-01-07", "1", "Asia")) for y in range(2026 - years, 2026)]
        now = [of_board(f"kh/2026-01-{d:02}", date(2026, 1, d), item(f"kh/2026-01-{d:02}", "1", "Asia")) for d in (7, 8)]
        before, after = tmp_path / f"{years}-a", tmp_path / f"{years}-b"
        render_shared([*old, now[0]], SITE, shells, before)
        render_shared([*old, *now], SITE, shells, after)
        names = [path.relative_to(after) for path in after.rglob("*.html")]
        return sum(1 for name in names if (before / name).read_bytes() != (after / name).read_bytes())

    assert changed(2) == changed(10)


def test_an_office_holders_page_lists_decisions_the_newest_first(pages: Pages) -> None:
    rows = pages["rehtori.html"].xpath("//ol[contains(@class, 'k-agenda')]/li")

    assert [words(row) for row in rows] == [
        "§ 14 Hankinta: soittimet 10.9.2026",
        "§ 13 Koulun tilojen luovuttaminen 10.9.2026",
        "§ 12 Opettajan sijaisen ottaminen 3.9.2026",
    ]


def test_a_decision_says_its_office_holder_day_and_number(pages: Pages) -> None:
    page = pages[f"{DAY}/13.html"]

    facts = [words(fact) for fact in page.xpath("//dl[@class='k-facts']/div")]
    assert facts[:2] == ["Viranhaltija Kuutamorannan koulun rehtori", "Päätöspäivä 10.9.2026"]
    assert words(page.find(".//h1")) == "§ 13 Koulun tilojen luovuttaminen"


def test_the_way_to_a_decision_speaks_of_decisions_and_not_of_a_meeting(pages: Pages) -> None:
    crumbs = pages[f"{DAY}/13.html"].xpath("//nav[@class='k-crumbs']//li")

    assert [words(crumb) for crumb in crumbs] == ["Etusivu", "Kuutamorannan koulun rehtori", "Päätökset 10.9.2026", "§ 13"]


@pytest.mark.parametrize("path", [f"{DAY}.html", f"{DAY}/13.html", f"{DAY}/kokonaan.html", "rehtori.html"])
def test_no_page_of_an_office_holder_speaks_of_a_meeting(pages: Pages, path: str) -> None:
    text = words(pages[path].find(".//article")) + pages[path].findtext(".//title")

    assert "kokou" not in text.casefold()
    assert "pöytäkirja" not in text.casefold()


def test_a_days_page_lists_its_decisions(pages: Pages) -> None:
    page = pages[f"{DAY}.html"]

    assert words(page.find(".//h1")) == "Kuutamorannan koulun rehtori, päätökset 10.9.2026"
    assert words(page.xpath("//h2[@id='items']")[0]) == "Päätökset"


def test_the_front_page_has_office_holders_in_a_section_of_their_own(pages: Pages) -> None:
    (section,) = pages["index.html"].xpath("//section[h2='Viranhaltijat']")

    assert words(section.xpath(".//ul[@class='k-bodies']/li")[0]) == "Kuutamorannan koulun rehtori 3 päätöstä"
    assert not any("rehtori" in words(row) for row in pages["index.html"].xpath("//section[h2='Uusimmat kokoukset']//li"))


def test_a_secret_decision_is_a_mention_in_words_that_fit(shells: Shells, tmp_path: Path) -> None:
    secret = SecretItem(
        id="rehtori/2026-09-17/15",
        source_id="15",
        order=1,
        number="15",
        titles={"fi": "Oppilasta koskeva asia"},
        language="fi",
        ground="julkl-24-1-30",
    )
    render_shared([decisions(date(2026, 9, 17), secret)], SITE, shells, tmp_path)

    assert "Oppilasta koskeva asia" in (tmp_path / "rehtori.html").read_text(encoding="utf-8")


@pytest.mark.parametrize("language", ["sv", "en"])
def test_navigation_pages_exist_in_every_language(pages: Pages, language: str) -> None:
    ours = {"index", "salatut-tiedot", "saavutettavuusseloste", "kaupunginhallitus", "kaupunginhallitus/2025", "rehtori"}

    assert {f"{language}/{name}.html" for name in ours} <= set(pages)


def test_the_english_front_page_is_in_english_and_leads_to_finnish_meetings(pages: Pages) -> None:
    front = pages["en/index.html"]

    assert words(front.find(".//h1")) == "Decisions and meetings"
    link = front.xpath("//ul[@class='k-meetings']//a")[0]
    assert (link.get("href"), link.get("hreflang")) == ("../kaupunginhallitus/2026-10-26.html", "fi")
    assert link.xpath(".//*[@lang]/@lang") == ["fi"]


def test_a_known_issue_without_english_says_its_language(pages: Pages) -> None:
    (issue,) = pages["en/saavutettavuusseloste.html"].xpath("//li[contains(., 'Vanhimmissa')]/span")

    assert issue.get("lang") == "fi"


def test_every_meeting_is_on_a_page_of_its_organization(pages: Pages) -> None:
    links = {link for path in pages for link in pages[path].xpath("//@href")}

    assert {f"../{m.id}.html" for m in MEETINGS if m.organization.id == "kaupunginhallitus"} <= links
