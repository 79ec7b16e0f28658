"""The index of the search: what is in it, what never is, and that the same pages give the same bytes."""

import gzip
import json
import shutil
from datetime import date
from pathlib import Path

import pytest

from generator.errors import RenderingError
from generator.publishing import expiry
from generator.redaction.leaks import LeakKind, scan
from generator.redaction.needles import Needle, NeedleKind
from generator.rendering import search_page
from generator.rendering.shell import Shells
from generator.search import bundle, pagefind, write_index
from generator.search.extract import extracted
from tests.rendering.factory import SITE
from tests.search.town import BOARD, ENDING, MEETINGS, NAME, TIMED, staged

PAGE = '<html lang="fi"><body><p>Valikko</p><div data-pagefind-body>{}</div></body></html>'


def files(folder: Path) -> dict[str, bytes]:
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


def fragments(site: Path, language: str) -> dict[str, dict[str, str]]:
    """Return {page: what the index says of it}."""
    paths = (site / "haku" / language / "fragment").rglob("*.pf_fragment")
    read = (json.loads(gzip.decompress(path.read_bytes()).removeprefix(bundle.MARK)) for path in paths)
    return {fragment["url"]: fragment for fragment in read}


def test_the_same_pages_give_the_same_bytes(town_site: Path, shells: Shells, tmp_path: Path) -> None:
    again = staged(shells, tmp_path / "again")

    assert files(again / "haku") == files(town_site / "haku")


def test_every_item_that_stays_is_in_the_index_of_its_language_with_its_attachments_and_nothing_else(town_site: Path) -> None:
    indexed = {(language, url) for language in ("fi", "sv") for url in fragments(town_site, language)}
    staying = (i for meeting in MEETINGS if not meeting.page_until for i in meeting.items)
    of_items = {("sv", f"/sv/{i.id}.html") if i.language == "sv" else ("fi", f"/{i.id}.html") for i in staying}

    assert indexed == of_items | {("fi", f"/{BOARD}/210/liite-1.html")}


def test_an_attachment_says_whose_it_is(town_site: Path) -> None:
    found = fragments(town_site, "fi")[f"/{BOARD}/210/liite-1.html"]

    assert found["meta"]["title"] == "Liite 1: Selvitys – § 210 Tervakankaan päiväkoti"
    assert "Kuikkalammen ranta" in found["content"]


def test_the_attachment_of_an_item_that_names_somebody_for_a_time_is_not_found(town_site: Path) -> None:
    assert "Silkkiuikun" in (town_site / "kaupunginhallitus/2026-09-21/301/liite-1.html").read_text(encoding="utf-8")
    assert f"/{TIMED}/301/liite-1.html" not in fragments(town_site, "fi")


def test_a_text_that_leaves_the_site_one_day_is_in_no_file_of_the_index(town_site: Path) -> None:
    inside = b"".join(gzip.decompress(c) if c.startswith(b"\x1f\x8b") else c for c in files(town_site / "haku").values())

    assert ENDING.encode() not in inside
    assert b"haahkarin" not in inside.lower()
    assert [word for word in NAME.text.encode().split() if word.lower() in inside.lower()] == []


def test_expiry_leaves_the_index_as_it_is_and_no_result_leads_nowhere(town_site: Path, tmp_path: Path) -> None:
    site = tmp_path / "site"
    shutil.copytree(town_site, site)
    applied = expiry.apply(site, date(2027, 12, 31))
    left = b"".join(files(site).values())

    assert applied == ("2026-11-01", "2027-09-29")
    assert (NAME.text.encode() in left, b"Haahkarinteen" in left) == (False, False)
    assert files(site / "haku") == files(town_site / "haku")
    assert [u for language in ("fi", "sv") for u in fragments(site, language) if not (site / u.lstrip("/")).is_file()] == []


def test_the_leak_scan_finds_what_pagefind_packed(tmp_path: Path) -> None:
    site = tmp_path / "site"
    site.mkdir()
    (site / "a.html").write_text(PAGE.format("<h1>Tontti</h1><p>Hakija 010190-913V, Kuunari Sinikettu.</p>"))
    write_index(site, tmp_path / "scratch")
    (site / "a.html").unlink()
    needles = (
        Needle(NeedleKind.IDENTIFIER, "010190913v", "kh/2026-09-14"),
        Needle(NeedleKind.NAME, "kuunari sinikettu", "kh/2026-09-14", "kh/2026-09-14/210", "12/2026"),
    )
    found = {(Path(leak.path).suffix, leak.kind) for leak in scan(site, needles)}

    assert found == {
        (".pf_fragment", LeakKind.IDENTIFIER), (".pf_fragment", LeakKind.NAME), (".pf_index", LeakKind.IDENTIFIER),
    }  # fmt: skip


def test_the_leak_scan_knows_every_file_of_an_index(town_site: Path) -> None:
    assert scan(town_site / "haku", ()) == ()


def test_the_names_that_are_left_out_stand_on_their_page(town_site: Path) -> None:
    assert NAME.text in (town_site / "kaupunginhallitus/2026-09-21/301.html").read_text(encoding="utf-8")
    assert "Haahkarinteen" in (town_site / f"{ENDING}/320.html").read_text(encoding="utf-8")


def test_a_secret_item_is_found_by_its_allowed_words(town_site: Path) -> None:
    found = fragments(town_site, "fi")[f"/{BOARD}/219.html"]

    assert found["meta"]["title"] == "§ 219 Henkilöstöä koskeva asia"
    assert "register_number" not in found["meta"]


def test_a_fragment_is_named_by_its_page(town_site: Path) -> None:
    names = [path for path in files(town_site / "haku" / "fi" / "fragment") if path.startswith(f"{BOARD}/210.")]

    assert len(names) == 1


def test_instructions_and_links_that_stand_on_every_page_are_not_searched() -> None:
    page = PAGE.format("<p>ennen</p><nav data-pagefind-ignore>Seuraava asia</nav><p>jälkeen</p>")

    assert "Seuraava" not in extracted("a.html", page.encode()).html
    assert "Valikko" not in extracted("a.html", page.encode()).html


def test_the_title_of_a_result_is_found_in_its_other_forms_too() -> None:
    page = PAGE.replace("data-pagefind-body", 'data-pagefind-body data-title="Päiväkoti"').format("<p>Selvitys</p>")

    assert "päiväkodi" in extracted("a.html", page.encode()).html


def test_what_stood_around_an_ignored_part_does_not_grow_together() -> None:
    page = PAGE.format("<p>hakijan <span data-pagefind-ignore>nimi</span>puolesta</p>")

    assert "hakijan  puolesta" in extracted("a.html", page.encode()).html


@pytest.mark.parametrize("page", [PAGE.replace(' lang="fi"', ""), PAGE.replace("<p>", "<p data-pagefind-body>")])
def test_a_page_that_does_not_say_what_is_searched_stops_the_run(page: str) -> None:
    with pytest.raises(RenderingError):
        extracted("a.html", page.encode())


def test_pages_that_wait_for_their_day_are_not_indexed(town_site: Path, tmp_path: Path) -> None:
    site = tmp_path / "site"
    shutil.copytree(town_site / BOARD, site / BOARD)
    before = write_index(site, tmp_path / "scratch") and files(site / "haku")
    shutil.copytree(town_site / "kaupunginhallitus/2025-05-05", site / "_expiry/2026-11-01/kaupunginhallitus/2025-05-05")
    write_index(site, tmp_path / "scratch")

    assert files(site / "haku") == before


def test_an_index_that_lacks_a_page_stops_the_run(tmp_path: Path) -> None:
    (tmp_path / "pages").mkdir()
    (tmp_path / "pages" / "a.html").write_text(PAGE.format("<p>Sana</p>"))
    pagefind.run(tmp_path / "pages", tmp_path / "made")
    bundle.publish(tmp_path / "made", "fi", 1, tmp_path / "whole")

    with pytest.raises(RenderingError):
        bundle.publish(tmp_path / "made", "fi", 2, tmp_path / "lacking")


def test_a_program_that_fails_is_told_in_a_sentence_without_its_words(tmp_path: Path) -> None:
    with pytest.raises(RenderingError) as error:
        pagefind.run(tmp_path / "nowhere", tmp_path / "made")

    assert "make site" in error.value.format_message()
    assert "nowhere" not in error.value.format_message()


def test_scratch_is_cleared(town_site: Path) -> None:
    assert not (town_site.parent / f"{town_site.name}-scratch").exists()


def test_the_page_says_that_what_ends_is_not_searched(shells: Shells) -> None:
    said = "poistuvat sivustolta määräpäivänä"
    staying = [meeting for meeting in MEETINGS if meeting.page_until is None]

    assert said in search_page.page(MEETINGS, "fi", SITE, shells).content
    assert said not in search_page.page(staying, "fi", SITE, shells).content


def test_a_site_with_nothing_to_search_has_no_script_and_no_form(shells: Shells) -> None:
    page = search_page.page([meeting for meeting in MEETINGS if meeting.page_until], "fi", SITE, shells)

    assert (page.script, "<form" in page.content) == ("", False)
