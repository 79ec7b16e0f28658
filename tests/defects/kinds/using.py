"""Focus, keyboard and pointer."""

from tests.defects.seeding import DECISION, MEETING, Broken, Seen, defect

PARAGRAPH = f"{DECISION}//p"


@defect("F78", "2.4.7")
def outline_is_taken_off(broken: Broken) -> None:
    broken.style(":focus-visible, .md-typeset :focus-visible { outline: none !important }")


@defect("F78", "2.4.7")
def outline_has_the_colour_of_the_page(broken: Broken) -> None:
    broken.style(":focus-visible, .md-typeset :focus-visible { outline-color: var(--k-page) !important }")


@defect("F78", "2.4.7")
def outline_has_the_colour_of_the_page_in_the_dark(broken: Broken) -> None:
    broken.style(
        "@media (prefers-color-scheme: dark) {"
        " :focus-visible, .md-typeset :focus-visible { outline-color: #11171e !important } }"
    )


@defect("F78", "2.4.7")
def focus_is_a_shadow_that_forced_colours_take(broken: Broken) -> None:
    broken.style(
        "@media (forced-colors: active) { :focus-visible, .md-typeset :focus-visible { outline: none !important;"
        " box-shadow: 0 0 0 3px #8a1c8f } }"
    )


@defect("F55", "2.1.1", on=MEETING)
def script_takes_focus_away(broken: Broken) -> None:
    broken.script("document.querySelectorAll('main a').forEach((a) => { a.onfocus = () => a.blur(); });")


@defect("F44", "2.4.3", on=f"{MEETING}//li/a", seen=Seen.POLICY)
def order_of_focus_is_set_by_hand(broken: Broken) -> None:
    broken.place.set("tabindex", "5")


@defect("F85", "2.4.3", on=PARAGRAPH, seen=Seen.PERSON)
def opened_part_is_at_the_end_of_the_page(broken: Broken) -> None:
    broken.put('<p><button type="button" id="avaa">Näytä yhteystiedot</button></p>')
    broken.script(
        "avaa.onclick = () => document.body.insertAdjacentHTML('afterbegin', '<div role=dialog aria-label=Yhteystiedot>"
        "<a href=\"mailto:kirjaamo@kuutamoniemi.invalid\">kirjaamo@kuutamoniemi.invalid</a></div>');"
    )


@defect("F10", "2.1.2", on=PARAGRAPH)
def keyboard_is_trapped(broken: Broken) -> None:
    broken.put('<p><button type="button" id="kartta">Kartta</button></p>')
    broken.script("kartta.onkeydown = (event) => { if (event.key === 'Tab') event.preventDefault(); };")


@defect("F54", "2.1.1", on=PARAGRAPH)
def control_is_for_a_mouse_only(broken: Broken) -> None:
    broken.put('<p><span onclick="this.hidden = true">Näytä perustelut</span></p>')
    broken.script("")


@defect("F42", "2.1.1", on=PARAGRAPH)
def link_is_a_script_on_a_word(broken: Broken) -> None:
    broken.put("""<p>Lue <span onclick="location.href = '#decision'">päätös</span> kokonaan.</p>""")
    broken.script("")


@defect("G202", "2.1.1", on=f"{MEETING}//li/a", seen=Seen.ASKED)
def link_is_out_of_the_keyboards_way(broken: Broken) -> None:
    broken.place.set("tabindex", "-1")


@defect("G202", "2.1.1", on="//main//div[@class='table' and @tabindex][.//tr[count(*) > 3]]")
def wide_table_cannot_be_scrolled_by_keyboard(broken: Broken) -> None:
    broken.style(".md-typeset .table table:not([class]) { min-width: 60rem }")
    for box in broken.all("//main//div[@class='table']"):
        del box.attrib["tabindex"]


@defect("F99", "2.1.4", on=PARAGRAPH)
def single_letter_is_a_shortcut(broken: Broken) -> None:
    broken.script("addEventListener('keydown', (e) => { if (e.key === 'p') { e.preventDefault(); scrollTo(0, 0); } });")


@defect("F101", "2.5.2", on=PARAGRAPH, seen=Seen.PERSON)
def press_acts_before_it_is_let_go(broken: Broken) -> None:
    broken.put('<p><button type="button" id="tulosta">Tulosta</button></p>')
    broken.script("tulosta.onmousedown = () => { document.title = 'Tulostetaan'; };")


@defect("F105", "2.5.1", on=PARAGRAPH, seen=Seen.PERSON)
def only_a_swipe_turns_the_page(broken: Broken) -> None:
    broken.put('<div id="selaa"><p>Pyyhkäise sivulle, niin näet seuraavan liitteen.</p></div>')
    broken.script("selaa.ontouchmove = (event) => { selaa.dataset.x = event.touches[0].clientX; };")


@defect("F106", "2.5.4", on=PARAGRAPH)
def only_a_shake_shows_the_next(broken: Broken) -> None:
    broken.put('<p id="seuraava">Ravista puhelinta, niin näet seuraavan päätöksen.</p>')
    broken.script("window.ondevicemotion = () => { seuraava.textContent = 'Kaupunginhallitus hyväksyi ehdotuksen.'; };")


@defect("G107", "3.2.1", on=f"{MEETING}//li/a", seen=Seen.PERSON)
def focus_opens_another_page(broken: Broken) -> None:
    broken.script("document.querySelector('.k-neighbours a, .k-agenda a').onfocus = () => { location.hash = 'items'; };")
