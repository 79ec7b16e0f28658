"""Zoom, reflow, spacing, orientation and what moves."""

from tests.defects.seeding import DECISION, MEETING, Broken, Seen, defect

PARAGRAPH = f"{DECISION}//p"


@defect("F69", "1.4.4", on=f"{DECISION}//section[.//h2]", seen=Seen.ASKED)
def text_is_cut_off_when_enlarged(broken: Broken) -> None:
    broken.style("@media (max-width: 700px) { .k-decision { height: 3rem; overflow: hidden } }")


@defect("F94", "1.4.4")
def text_is_sized_by_the_window(broken: Broken) -> None:
    broken.style(".md-typeset p { font-size: 1.3vw }")


@defect("G142", "1.4.4")
def page_cannot_be_zoomed(broken: Broken) -> None:
    broken.one("//meta[@name='viewport']").set("content", "width=device-width, initial-scale=1, user-scalable=no")


@defect("C31", "1.4.10", seen=Seen.ASKED)
def page_is_wider_than_a_narrow_window(broken: Broken) -> None:
    broken.style("#sisalto { min-width: 60rem }")


@defect("F102", "1.4.10", seen=Seen.PERSON)
def facts_are_lost_in_a_narrow_window(broken: Broken) -> None:
    broken.style("@media (max-width: 600px) { .md-typeset .k-facts { display: none } }")


@defect("F104", "1.4.12", on=f"{DECISION}//dl[@class='k-facts']/div[1]/dd")
def spaced_text_is_cut_off(broken: Broken) -> None:
    signs = len(broken.place.text_content().strip())  # of text, a little narrower than a digit, which is a ch
    broken.style(f".k-facts div:first-child dd {{ width: {signs}ch; white-space: nowrap; overflow: hidden }}")


@defect("F95", "1.4.13", seen=Seen.PERSON)
def hint_goes_when_it_is_pointed_at(broken: Broken) -> None:
    broken.style("time:hover::after { content: 'virka-aikana'; position: absolute; margin-top: 3rem; pointer-events: none }")


@defect("F97", "1.3.4")
def page_is_turned_on_its_side(broken: Broken) -> None:
    broken.style("@media (orientation: portrait) { body { transform: rotate(90deg) } }")


@defect("F100", "1.3.4", on=PARAGRAPH, seen=Seen.PERSON)
def page_asks_to_be_turned(broken: Broken) -> None:
    broken.put('<p class="k-kaanna">Käännä laite vaakasuoraan.</p>')
    broken.style(".k-kaanna { display: none } @media (orientation: portrait) { .k-kaanna { display: block } }")


@defect("F16", "2.2.2", on=PARAGRAPH)
def notice_scrolls_by_itself(broken: Broken) -> None:
    broken.put("<marquee>Pöytäkirja on tarkastettu ja nähtävillä.</marquee>")


@defect("F50", "2.2.2", on=PARAGRAPH, seen=Seen.ASKED)
def script_makes_a_text_blink(broken: Broken) -> None:
    broken.put('<p id="uutta">Uutta</p>')
    broken.script("setInterval(() => { uutta.textContent = uutta.textContent === 'Uutta' ? 'Lue tämä' : 'Uutta'; }, 500);")


@defect("G11", "2.2.2", on=PARAGRAPH, seen=Seen.ASKED)
def style_moves_a_text_for_ever(broken: Broken) -> None:
    broken.put('<p class="k-uutta">Uutta</p>')
    broken.style("@keyframes k-liike { 50% { transform: translateX(1rem) } } .k-uutta { animation: k-liike 1s infinite }")


@defect("F41", "2.2.1", on=MEETING)
def page_loads_itself_again(broken: Broken) -> None:
    broken.one("//head").append(broken.page.makeelement("meta", {"http-equiv": "refresh", "content": "60"}))


@defect("F40", "2.2.1", on=MEETING)
def page_leads_elsewhere_after_a_while(broken: Broken) -> None:
    refresh = {"http-equiv": "refresh", "content": "30; url=../index.html"}
    broken.one("//head").append(broken.page.makeelement("meta", refresh))
