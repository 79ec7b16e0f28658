"""Colours: contrast in light, dark and forced colours, in every window, and what colour alone says."""

from tests.defects.seeding import DECISION, IN_THE_DARK, MEETING, Broken, Seen, defect

FACTS = f"{DECISION}//dl[@class='k-facts']"


@defect("G18", "1.4.3", on=FACTS)
def quiet_text_is_too_pale(broken: Broken) -> None:
    broken.style(".md-typeset .k-facts dt { color: #9aa7b4 }")


@defect("G18", "1.4.3", on=FACTS)
def quiet_text_is_too_dark_in_the_dark(broken: Broken) -> None:
    broken.style("@media (prefers-color-scheme: dark) { .md-typeset .k-facts dt { color: #485869 } }")


@defect("G18", "1.4.3", on=FACTS)
def quiet_text_is_too_pale_in_a_middling_window(broken: Broken) -> None:
    broken.style("@media (min-width: 450px) and (max-width: 600px) { .md-typeset .k-facts dt { color: #9aa7b4 } }")


@defect("G18", "1.4.3", on=FACTS)
def quiet_text_is_too_pale_in_a_narrow_window(broken: Broken) -> None:
    broken.style("@media (max-width: 400px) { .md-typeset .k-facts dt { color: #9aa7b4 } }")


@defect("F24", "1.4.3", on=FACTS)
def background_is_set_without_the_text(broken: Broken) -> None:
    broken.style("@media (prefers-color-scheme: dark) { .k-decision { background: #edf6f0 } }")


@defect("G18", "1.4.3", on=FACTS)
def colours_are_kept_against_forced_ones(broken: Broken) -> None:
    broken.style(
        "@media (forced-colors: active) {"
        " .md-typeset .k-facts dt { forced-color-adjust: none; color: #777; background: #666 } }"
    )


@defect("F83", "1.4.3", on=FACTS)
def text_stands_on_a_picture(broken: Broken) -> None:
    broken.style(".md-typeset .k-facts { background: url(kunta.svg) center / cover }")


@defect("F73", "1.4.1", on=f"{DECISION}//p")
def link_differs_by_colour_only(broken: Broken) -> None:
    broken.put('<p>Asiaa käsiteltiin <a class="k-pelkka" href="#decision">aiemmassa kokouksessa</a> syyskuussa.</p>')
    broken.style(".md-typeset a.k-pelkka { color: #1c4f33; text-decoration: none }")


@defect("G14", "1.4.1", on=MEETING, seen=Seen.PERSON)
def urgent_items_are_red_only(broken: Broken) -> None:
    urgent = ".k-agenda li:first-child .k-number"
    broken.style(f"{urgent} {{ color: #b00020 }} {IN_THE_DARK % urgent}")


@defect("G207", "1.4.11", on=f"{DECISION}//p", seen=Seen.PERSON)
def field_has_a_pale_border(broken: Broken) -> None:
    broken.put('<p><label>Hae asioista <input type="text" class="k-haku" autocomplete="off"></label></p>')
    broken.style(".k-haku { border: 1px solid #e3e3e3; background: #fff; color: #111 }")


@defect("C22", "1.4.5", on=f"{DECISION}//p")
def text_is_a_picture(broken: Broken) -> None:
    words = "Kaupunginhallitus hyväksyi ehdotuksen muutettuna"
    (broken.folder / "assets" / "paatos.svg").write_text(
        f'<svg xmlns="http://www.w3.org/2000/svg" width="500" height="40"><text x="0" y="25">{words}</text></svg>'
    )
    broken.put(f'<p><img src="{broken.root}assets/paatos.svg" alt="{words}"></p>')


@defect("G19", "2.3.1", on=f"{DECISION}//h1", seen=Seen.PERSON)
def heading_flashes(broken: Broken) -> None:
    broken.style("@keyframes v { 50% { outline: 10rem solid #f00 } } h1 { animation: v .2s 15 }")
