"""The whole minutes on one page, the recording with its transcript, and what changed when."""

from datetime import date
from pathlib import Path

import pytest
from lxml import html
from msgspec.structs import replace

from generator.model.meeting import State
from generator.model.redacted import PublicCaptions, PublicCue, PublicItem, PublicRecording, Version
from generator.rendering import history, render_meetings, urls
from generator.rendering.labels import Label
from generator.rendering.moments import Moment, moments
from generator.rendering.shell import Shells
from generator.rendering.transcript import chapters
from generator.rendering.words import words as words_of
from tests.rendering.conftest import Pages, words
from tests.rendering.council import COUNCIL
from tests.rendering.factory import SITE, agenda, corrected, meeting

CORRECTED = "kaupunginhallitus/2026-08-24"
T = words_of("fi")


@pytest.fixture(scope="module")
def whole(pages: Pages) -> html.HtmlElement:
    return pages[f"{COUNCIL}/kokonaan.html"]


@pytest.fixture(scope="module")
def video(pages: Pages) -> html.HtmlElement:
    return pages[f"{COUNCIL}/tallenne.html"]


def test_the_whole_minutes_hold_every_item_in_order(whole: html.HtmlElement) -> None:
    numbers = [h.get("id") for h in whole.xpath("//article//h2") if h.get("id", "").startswith("asia-")]

    assert numbers == [f"asia-{n}" for n in ("43", "44", "45", "46", "47", "kohta-6", "kohta-7")]


def test_the_sections_of_the_whole_minutes_stand_in_the_order_of_the_minutes(whole: html.HtmlElement) -> None:
    item = whole.xpath("//article[h2/@id='asia-45']")[0]

    assert [words(h) for h in item.xpath("./div/section/h3")] == [
        "Valmistelija", "Selostus", "Päätösehdotus", "Käsittely", "Äänestys", "Päätös", "Eriävä mielipide", "Tiedoksi",
        "Valitusosoitus",
    ]  # fmt: skip


def test_the_whole_minutes_say_of_a_secret_item_only_that_it_is_one(whole: html.HtmlElement) -> None:
    item = whole.xpath("//article[h2/@id='asia-46']")[0]

    assert words(item).startswith("§ 46 Henkilöstöä koskeva asia Asia on salassa pidettävä. Peruste: ")
    assert words(whole.xpath("//article[h2/@id='asia-47']")[0]) == "§ 47 Asia odottaa tarkistusta"


def test_the_whole_minutes_are_in_both_languages_and_say_where_the_language_changes(pages: Pages) -> None:
    finnish = pages[f"{COUNCIL}/kokonaan.html"].xpath("//article[h2/@id='asia-44']/div/@lang")
    swedish = pages[f"sv/{COUNCIL}/kokonaan.html"].xpath("//article[h2/@id='asia-44']/div/@lang")

    assert (finnish, swedish) == (["sv"], [])


def test_the_whole_minutes_tell_until_when_an_item_may_be_appealed_as_its_page_does(pages: Pages) -> None:
    told = [pages[f"{COUNCIL}/{page}.html"].xpath("//*[@class='k-appeal']") for page in ("45", "kokonaan")]

    assert [len(found) for found in told] == [1, 1]
    assert words(told[0][0]) == words(told[1][0])


def test_the_whole_minutes_are_not_to_be_found_by_search(whole: html.HtmlElement) -> None:
    assert whole.xpath("//meta[@name='robots']/@content") == ["noindex"]


def test_the_whole_minutes_tell_who_was_there(whole: html.HtmlElement) -> None:
    assert len(whole.xpath("//section[h2/@id='attendance']//table")) == 2


@pytest.mark.parametrize(
    ("path", "text"),
    [
        (COUNCIL, "Koko pöytäkirja yhdellä sivulla"),
        ("kaupunginhallitus/2026-10-26", "Koko esityslista yhdellä sivulla"),
        ("rehtori/2026-09-10", "Päivän kaikki päätökset yhdellä sivulla"),
    ],
)
def test_a_meeting_leads_to_its_whole_document_by_its_name(pages: Pages, path: str, text: str) -> None:
    (link,) = pages[f"{path}.html"].xpath("//p[@class='k-whole']/a")

    assert words(link) == text
    assert link.get("href").endswith(f"{path}/kokonaan.html")


def test_on_paper_an_attachment_has_its_address(whole: html.HtmlElement) -> None:
    assert whole.xpath("//ul[@class='k-files']//a/@data-address") == [
        f"https://paatokset.kuutamoniemi.example/{COUNCIL}/45/liite-1.pdf"
    ]


def test_the_recording_has_captions_on(video: html.HtmlElement) -> None:
    tracks = video.xpath("//*[contains(@class, 'k-player--whole')]//track")

    assert [(track.get("kind"), track.get("default") is not None) for track in tracks] == [("captions", True)]


def test_a_chapter_leads_to_its_player_and_its_text_stands_under_its_heading(video: html.HtmlElement) -> None:
    assert video.xpath("//ol[@class='k-moments']//a/@href") == ["#hetki-43", "#hetki-44", "#hetki-45"]
    heading = video.xpath("//h3[@id='asia-45']")[0]
    assert words(heading).startswith("0:41:10 § 45 Talousarvion 2027 kehys")
    assert "Siirrymme pykälään 45." in words(heading.getnext().getnext())


def test_the_transcript_says_its_language_where_it_is_not_the_pages(pages: Pages) -> None:
    own = pages[f"{COUNCIL}/tallenne.html"].xpath("//section[contains(@class, 'k-transcript')]/div/@lang")
    other = pages[f"sv/{COUNCIL}/tallenne.html"].xpath("//section[contains(@class, 'k-transcript')]/div/@lang")

    assert (own, other) == ([], ["fi", "fi"])


def test_the_caption_file_can_be_had(video: html.HtmlElement) -> None:
    (link,) = video.xpath("//section[contains(@class, 'k-transcript')]//li/a")

    assert (words(link), link.get("href")) == ("Tekstitystiedosto (WebVTT, suomeksi)", f"../../{COUNCIL}/tallenne.fi.vtt")


def test_a_recording_that_is_only_a_link_has_no_page_of_its_own(pages: Pages) -> None:
    assert not urls.has_video(agenda())
    assert "kaupunginhallitus/2026-10-26/tallenne.html" not in pages


def test_a_recording_elsewhere_has_its_captions_as_text_here(shells: Shells, tmp_path: Path) -> None:
    whole = meeting().recording or PublicRecording()
    elsewhere = replace(whole, file=None, link="https://tallenteet.kuutamoniemi.example/kv-7")
    render_meetings([meeting(recording=elsewhere)], SITE, shells, tmp_path)

    page = html.document_fromstring((tmp_path / COUNCIL / "tallenne.html").read_bytes())
    assert not page.xpath("//video")
    assert "Siirrymme pykälään 45." in words(page)


def track(*cues: tuple[int, int, str]) -> PublicCaptions:
    return PublicCaptions(language="fi", path="x.vtt", cues=tuple(PublicCue(start=s, end=e, text=x) for s, e, x in cues))


def at(seconds: int) -> Moment:
    title = Label("Asia")
    return Moment(id=f"hetki-{seconds}", anchor=f"asia-{seconds}", seconds=seconds, time="", number="", title=title)


def test_captions_that_follow_each_other_are_one_paragraph() -> None:
    (chapter,) = chapters(track((0, 2000, "Avaan"), (2000, 4000, "kokouksen.\nTervetuloa.")), [])

    assert chapter.paragraphs == ("Avaan kokouksen. Tervetuloa.",)


def test_a_pause_and_a_new_speaker_begin_a_paragraph() -> None:
    (chapter,) = chapters(track((0, 1000, "Yksi."), (5000, 6000, "Kaksi."), (6000, 7000, "– Kolme.")), [])

    assert chapter.paragraphs == ("Yksi.", "Kaksi.", "– Kolme.")


def test_a_long_speech_is_parted_where_a_sentence_ends() -> None:
    sentence = "Tämä on pitkän puheen yksi virke, joka kestää hetken ja päättyy pisteeseen."
    (chapter,) = chapters(track(*((n * 1000, n * 1000 + 999, sentence) for n in range(10))), [])

    assert len(chapter.paragraphs) == 2


def test_text_stands_under_the_item_that_was_handled_when_it_was_said() -> None:
    parts = chapters(track((0, 900, "Alku."), (10_000, 11_000, "Yksi."), (20_000, 21_000, "Kaksi.")), [at(10), at(20)])

    assert [(part.moment and part.moment.seconds, part.paragraphs) for part in parts] == [
        (None, ("Alku.",)),
        (10, ("Yksi.",)),
        (20, ("Kaksi.",)),
    ]


def test_captions_out_of_order_are_read_in_order_of_time() -> None:
    (chapter,) = chapters(track((2000, 3000, "kaksi"), (0, 1900, "yksi")), [])

    assert chapter.paragraphs == ("yksi kaksi",)


def test_an_item_of_which_nothing_was_said_has_no_heading_in_the_transcript() -> None:
    assert [part.moment and part.moment.seconds for part in chapters(track((25_000, 26_000, "x")), [at(10), at(20)])] == [20]


def test_moments_are_in_order_of_time() -> None:
    assert [moment.seconds for moment in moments(meeting(), T)] == [12, 911, 2470]


def test_a_meeting_tells_its_versions_the_newest_first(pages: Pages) -> None:
    versions = pages[f"{CORRECTED}.html"].xpath("//section[h2/@id='history']/ol/li")

    assert [words(version) for version in versions] == [
        "1.10.2026: korjattu pöytäkirja Muuttuneet asiat: § 180 Avustukset seuroille Poistettuja asioita: 1",
        "31.8.2026: tarkastettu pöytäkirja Kaikki asiat muuttuivat.",
        "18.8.2026: esityslista",
    ]
    assert versions[0].xpath(".//a/@href") == [f"../{CORRECTED}/180.html"]


def test_an_item_that_was_corrected_says_when(pages: Pages) -> None:
    facts = [words(fact) for fact in pages[f"{CORRECTED}/180.html"].xpath("//dl[@class='k-facts']/div")]

    assert "Muutos Korjattu 1.10.2026" in facts
    assert "Asiakirjan tila Pöytäkirjaa on korjattu julkaisemisen jälkeen" in facts


def test_an_item_that_the_latest_version_left_alone_says_nothing(pages: Pages) -> None:
    assert "Korjattu" not in words(pages[f"{CORRECTED}/181.html"].find(".//article"))


def test_a_meeting_published_once_has_no_history(pages: Pages) -> None:
    once = replace(corrected(), versions=(Version(published=date(2026, 9, 1), state=State.CHECKED),))

    assert history.publications(once, T, SITE) == []
    assert not pages[f"{COUNCIL}.html"].xpath("//*[@id='history']")


@pytest.mark.parametrize(
    ("version", "expected"),
    [
        (Version(published=date(2026, 9, 1), state=State.CHECKED, changed=(f"{CORRECTED}/180",)), "changed"),
        (Version(published=date(2026, 9, 1), state=State.CORRECTED, changed=(f"{CORRECTED}/180",)), "corrected"),
        (Version(published=date(2026, 9, 1), state=State.CHECKED, added=(f"{CORRECTED}/180",)), "added"),
        (Version(published=date(2026, 9, 1), state=State.CORRECTED), ""),
    ],
)
def test_what_the_latest_version_did_to_an_item(version: Version, expected: str) -> None:
    first = Version(published=date(2026, 8, 1), state=State.AGENDA)
    item = PublicItem(id=f"{CORRECTED}/180", source_id="180", order=1, title="x", language="fi")

    assert history.latest(item, replace(corrected(), versions=(first, version))) == expected
