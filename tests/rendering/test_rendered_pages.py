"""What every page of the site has, and what it must not have."""

import re
from itertools import pairwise
from pathlib import Path, PurePosixPath
from urllib.parse import urlsplit

import pytest
from lxml import etree, html

from generator.rendering import render_shared, urls
from generator.rendering.shell import Shells
from tests.rendering.conftest import Pages, words
from tests.rendering.council import COUNCIL
from tests.rendering.factory import MEETINGS, SITE, render

LINKS = ("href", "src")


@pytest.fixture(scope="module")
def item(pages: Pages) -> html.HtmlElement:
    return pages[f"{COUNCIL}/45.html"]


@pytest.fixture(scope="module")
def council(pages: Pages) -> html.HtmlElement:
    return pages[f"{COUNCIL}.html"]
SEARCH = {"haku.html", "sv/haku.html", "en/haku.html"}


def test_every_page_has_one_first_heading(pages: Pages) -> None:
    assert {path: len(page.findall(".//h1")) for path, page in pages.items()} == dict.fromkeys(pages, 1)


def test_no_heading_level_is_skipped(pages: Pages) -> None:
    levels = {path: [int(h.tag[1]) for h in page.xpath("//h1|//h2|//h3|//h4|//h5|//h6")] for path, page in pages.items()}
    skipped = {path: found for path, found in levels.items() if any(b > a + 1 for a, b in pairwise(found))}

    assert skipped == {}


def test_every_title_is_unique(pages: Pages) -> None:
    titles = [page.findtext(".//title") for page in pages.values()]

    assert sorted(titles) == sorted(set(titles))


def test_the_title_of_an_item_says_number_title_organization_day_and_municipality(item: html.HtmlElement) -> None:
    title = item.findtext(".//title")

    start = "§ 45 Talousarvion 2027 kehys ja Kuutamorannan koulun laajennuksen rahoitus"
    assert title == f"{start} – Kaupunginvaltuusto 28.9.2026 – Kuutamoniemi"


def test_no_page_but_the_search_has_a_script_or_a_form_control_and_none_a_style_of_its_own(pages: Pages) -> None:
    unwanted = "//script|//style|//*[@style]|//input|//label|//iframe|//@*[starts-with(name(), 'on')]"

    assert {path for path, page in pages.items() if page.xpath(unwanted)} == SEARCH
    assert [path for path in SEARCH if pages[path].xpath("//style|//*[@style]|//@*[starts-with(name(), 'on')]")] == []
    assert {src for path in SEARCH for src in pages[path].xpath("//script/@src")} == {"assets/search.js", "../assets/search.js"}
    assert [text for path in SEARCH for text in pages[path].xpath("//script/text()")] == []


def test_no_page_asks_a_third_party_for_anything(pages: Pages) -> None:
    loading = "//link[@rel='stylesheet' or @rel='icon' or @rel='preconnect']/@href|//img/@src|//source/@src|//track/@src"
    foreign = [(path, u) for path, page in pages.items() for u in page.xpath(loading) if urlsplit(u).netloc]

    assert foreign == []


def test_every_page_carries_a_strict_policy(pages: Pages) -> None:
    policies: dict[str, set[str]] = {}
    for path, page in pages.items():
        policies.setdefault(page.xpath("string(//meta[@http-equiv='Content-Security-Policy']/@content)"), set()).add(path)

    from_the_site = "style-src 'self'; img-src 'self'; media-src 'self'; font-src 'self'; base-uri 'none'; form-action 'none'"
    scripted = f"default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; {from_the_site}"
    assert policies == {f"default-src 'none'; {from_the_site}": pages.keys() - SEARCH, scripted: SEARCH}


def test_every_relative_link_leads_to_a_file_and_to_a_place_in_it(pages: Pages, built: Path) -> None:
    broken = []
    for path, page in pages.items():
        for name in LINKS:
            for link in page.xpath(f"//@{name}"):
                target = urlsplit(link)
                if target.scheme or target.netloc:
                    continue
                goal = (built / path).parent / target.path if not target.path.startswith("/") else built / target.path[1:]
                goal = goal if target.path else built / path
                if not goal.is_file():
                    broken.append((path, link))
                elif target.fragment and not target.fragment.startswith("t="):
                    there = pages[goal.resolve().relative_to(built.resolve()).as_posix()]
                    broken += [] if there.xpath("//*[@id=$id]", id=target.fragment) else [(path, link)]

    assert broken == []


def test_ids_are_unique_on_every_page(pages: Pages) -> None:
    ids = {path: page.xpath("//@id") for path, page in pages.items()}

    assert [path for path, found in ids.items() if len(found) != len(set(found))] == []


def test_no_token_is_left_on_any_page(built: Path) -> None:
    assert [path for path in built.rglob("*.html") if re.search("@@|{{|{%", path.read_text(encoding="utf-8"))] == []


def test_pages_say_their_language(pages: Pages) -> None:
    assert {path: page.get("lang") for path, page in pages.items()} == {
        path: first if (first := path.partition("/")[0]) in {"sv", "en"} else "fi" for path in pages
    }


def test_a_page_in_two_languages_names_both(pages: Pages) -> None:
    found = pages[f"sv/{COUNCIL}.html"].xpath("//link[@rel='alternate']")

    assert [(link.get("hreflang"), link.get("href")) for link in found] == [
        ("fi", f"../../{COUNCIL}.html"),
        ("sv", f"../../sv/{COUNCIL}.html"),
    ]


def test_a_title_with_markup_is_shown_as_text(pages: Pages) -> None:
    page = pages[f"sv/{COUNCIL}/44.html"]

    assert words(page.find(".//h1")).endswith("Detaljplan för Solgränd <script>alert(1)</script>")


def test_the_decision_stands_before_everything_else(item: html.HtmlElement) -> None:
    headings = [words(h) for h in item.xpath("//h2")]

    assert headings[0] == "Päätös"
    assert headings[2:] == [
        "Valmistelija", "Selostus", "Päätösehdotus", "Käsittely", "Äänestys", "Eriävä mielipide", "Tiedoksi",
        "Asian aikaisempi käsittely", "Muutoksenhakuaika", "Valitusosoitus", "Liitteet", "Oheismateriaali",
    ]  # fmt: skip


def test_an_agenda_says_that_nothing_is_decided_and_shows_the_proposal(pages: Pages) -> None:
    page = pages["kaupunginhallitus/2026-10-26/3.html"]

    box = page.xpath("//*[contains(@class, 'k-decision')]")[0]
    assert "Päätöstä ei ole vielä julkaistu" in words(box)
    assert "antaa liitteen mukaisen lausunnon" in words(box)


def test_the_number_is_written_with_the_sign_and_read_as_a_word(item: html.HtmlElement) -> None:
    hidden = item.xpath("//h1/*[@aria-hidden='true']")[0]
    spoken = item.xpath("//h1/*[@class='visually-hidden']")[0]

    assert (words(hidden), words(spoken)) == ("§ 45", "Pykälä 45")


def test_no_sign_of_a_number_is_left_to_a_speech_synthesizer(pages: Pages) -> None:
    numbers = [number for page in pages.values() for number in page.xpath("//*[@class='k-number'][starts-with(., '§')]")]

    assert len(numbers) > 20
    assert {number.get("aria-hidden") for number in numbers} == {"true"}
    assert {words(number.getnext()).split()[0] for number in numbers} <= {"Pykälä", "Paragraf", "Section"}


def test_an_attachment_says_title_type_size_and_language_in_its_link(item: html.HtmlElement) -> None:
    assert [words(a) for a in item.xpath("//ul[@class='k-files']//a")] == [
        "Liite 1: Talousarvion kehys 2027 (PDF, 120 kt, suomeksi)"
    ]


def test_an_attachment_without_a_file_says_why(item: html.HtmlElement) -> None:
    assert [words(reason) for reason in item.xpath("//*[@class='k-files__reason']")] == [
        "Tiedosto on salassa pidettävä: JulkL 24 § 1 mom. 20 k",
        "Tiedosto ei ole aineistossa. Voit pyytää sitä kunnan kirjaamosta.",
    ]


def test_the_notice_counts_what_was_withheld_by_ground(item: html.HtmlElement) -> None:
    notice = item.xpath("//*[@class='k-withheld']")[0]

    assert [words(line) for line in notice.iter("li")] == [
        "1 kohta: yksityisen liikesalaisuus (JulkL 24 § 1 mom. 20 k)",
        "2 kohtaa: henkilötieto, jota ei julkaista verkossa",
    ]
    assert notice.xpath(".//a/@href") == ["../../salatut-tiedot.html"]


def test_every_table_has_a_caption_and_a_box_that_the_keyboard_reaches(pages: Pages) -> None:
    tables = [table for page in pages.values() for table in page.iter("table")]

    assert len(tables) >= 4
    for table in tables:
        box = table.getparent()
        assert (box.get("tabindex"), box.get("role")) == ("0", "region")
        assert box.get("aria-labelledby") == table.find("caption").get("id")


def test_header_cells_say_what_they_head(item: html.HtmlElement) -> None:
    table = item.xpath("//table[thead]")[0]

    assert {th.get("scope") for th in table.find("thead").iter("th")} == {"col"}
    assert {th.get("scope") for th in table.find("tbody").iter("th")} == {"row"}


def test_a_secret_item_is_a_mention_and_nothing_else(pages: Pages) -> None:
    article = pages[f"{COUNCIL}/46.html"].find(".//article")

    assert words(article).startswith(
        "§ 46 Henkilöstöä koskeva asia Toimielin Kaupunginvaltuusto Kokous 28.9.2026 Asia on salassa pidettävä"
    )
    assert "Peruste: sosiaalihuollon asiakkuus" in words(article)


def test_a_held_item_is_a_number_on_its_meeting_and_has_no_page(pages: Pages, council: html.HtmlElement) -> None:
    assert f"{COUNCIL}/47.html" not in pages
    assert words(council.xpath("//ol[contains(@class, 'k-agenda')]/li")[4]) == "§ 47 Asia odottaa tarkistusta"


def test_an_item_without_text_is_named_without_a_link(council: html.HtmlElement) -> None:
    row = council.xpath("//ol[contains(@class, 'k-agenda')]/li")[5]

    assert words(row) == "Ilmoitusasiat Asian teksti ei ole aineistossa."
    assert row.find(".//a") is None


def test_an_item_links_to_its_moment_and_the_player_there_shows_captions(
    item: html.HtmlElement, council: html.HtmlElement
) -> None:
    (link,) = item.xpath("//a[@class='k-watch']")
    player = council.xpath("//*[@id='hetki-45']//video")[0]

    assert link.get("href") == f"../../{COUNCIL}.html#hetki-45"
    assert player.find("source").get("src").endswith("tallenne.webm#t=2470")
    assert player.find(".//track").get("default") is not None
    assert player.find(".//track").get("kind") == "captions"


def test_attendance_is_a_table_with_arrivals(council: html.HtmlElement) -> None:
    rows = council.xpath("//section[h2/@id='attendance']//table")[0].findall("tbody/tr")

    assert [words(cell) for cell in rows[1]] == ["Aarni Suopursu", "jäsen", "läsnä", "17.40", ""]


def test_previous_and_next_pass_over_items_without_a_page(pages: Pages) -> None:
    page = pages[f"{COUNCIL}/46.html"]

    ways = page.xpath("//a[@rel='prev']/@href|//a[@rel='next']/@href")
    assert ways == [
        f"../../{COUNCIL}/45.html",
        f"../../{COUNCIL}/kohta-7.html",
    ]


def test_the_menu_is_a_disclosure_of_plain_links(item: html.HtmlElement) -> None:
    menu = item.find(".//header//details")

    assert menu.find("summary") is not None
    assert next(words(a) for a in menu.iter("a")) == "Etusivu"


def test_the_current_page_is_marked_in_the_menu(pages: Pages) -> None:
    marked = pages["sv/muutoksenhaku.html"].xpath("//header//a[@aria-current='page']")

    assert [words(a) for a in marked] == ["Så söker du ändring i ett beslut"]


def test_the_sitemap_names_every_page_that_is_to_be_found(pages: Pages, built: Path) -> None:
    sitemap = etree.parse(built / "sitemap.xml")
    found = [loc.text for loc in sitemap.iter("{*}loc")]

    hidden = {path for path, page in pages.items() if page.xpath("//meta[@name='robots' and @content='noindex']")}
    assert found == [SITE.url + path for path in sorted(set(pages) - hidden)]
    assert urls.NOT_FOUND in hidden


def test_the_paths_returned_are_the_pages_written(shells: Shells, tmp_path: Path) -> None:
    paths = render(shells, tmp_path)

    assert sorted(paths) == sorted(p.relative_to(tmp_path).as_posix() for p in tmp_path.rglob("*.html"))


def test_the_same_site_twice_is_the_same_bytes(shells: Shells, built: Path, tmp_path: Path) -> None:
    render(shells, tmp_path)

    assert contents(tmp_path) == contents(built)


def test_the_meetings_in_another_order_make_the_same_shared_pages(shells: Shells, tmp_path: Path) -> None:
    render_shared(MEETINGS, SITE, shells, tmp_path / "a")
    render_shared(MEETINGS[::-1], SITE, shells, tmp_path / "b")

    assert contents(tmp_path / "a") == contents(tmp_path / "b")


def contents(folder: Path) -> dict[PurePosixPath, bytes]:
    return {path.relative_to(folder): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}
