"""Texts that stand for something: alternatives of images, titles, links, languages, instructions."""

from tests.defects.seeding import DECISION, MEETING, Broken, Seen, defect

PARAGRAPH = f"{DECISION}//p"
IMAGE = "assets/kunta.svg"
LINK = f"{MEETING}//section//li/a"


def _image(broken: Broken, alt: str) -> str:
    return f'<img src="{broken.root}{IMAGE}" width="300" alt="{alt}">'


@defect("F65", "1.1.1", on=PARAGRAPH)
def image_has_no_alternative(broken: Broken) -> None:
    broken.put(f'<p><img src="{broken.root}{IMAGE}" width="300"></p>')


@defect("F30", "1.1.1", on=PARAGRAPH)
def alternative_is_a_file_name(broken: Broken) -> None:
    broken.put(f"<p>{_image(broken, 'kunta.svg')}</p>")


@defect("F30", "1.1.1", on=PARAGRAPH)
def alternative_is_the_word_image(broken: Broken) -> None:
    broken.put(f"<p>{_image(broken, 'kuva')}</p>")


@defect("F39", "1.1.1", on=PARAGRAPH)
def decoration_has_an_alternative(broken: Broken) -> None:
    broken.put(f"<p>{_image(broken, 'spacer')}</p>")


@defect("G94", "1.1.1", on=PARAGRAPH, seen=Seen.ASKED)
def image_of_meaning_is_called_decoration(broken: Broken) -> None:
    broken.put(f"<figure>{_image(broken, '')}<figcaption>Asemakaavan muutosalue</figcaption></figure>")


@defect("F30", "1.1.1", on=PARAGRAPH, seen=Seen.PERSON)
def alternative_is_untrue(broken: Broken) -> None:
    broken.put(f"<p>{_image(broken, 'Uimarannan laituri ja pukuhuoneet ilmasta')}</p>")


@defect("F13", "1.1.1", on=PARAGRAPH, seen=Seen.PERSON)
def alternative_leaves_out_what_colour_says(broken: Broken) -> None:
    broken.put(f"<p>{_image(broken, 'Kartta kaavan vaiheista alueittain')} Punaiset alueet odottavat päätöstä.</p>")


@defect("F3", "1.1.1", on=PARAGRAPH, seen=Seen.PERSON)
def style_shows_an_image_that_says_something(broken: Broken) -> None:
    broken.put('<div class="k-vaihe"></div>')
    broken.style(".k-vaihe { background: url(kunta.svg) no-repeat; width: 8rem; height: 8rem }")


@defect("F71", "1.1.1", on="//main//*[contains(@class, 'withheld')][contains(., '[')]")
def mask_is_black_bars(broken: Broken) -> None:
    broken.place.text = "████████"


@defect("F72", "1.1.1", on=PARAGRAPH, seen=Seen.PERSON)
def picture_is_drawn_with_signs(broken: Broken) -> None:
    broken.put("<pre>   /\\\n  /  \\\n /____\\\n |_[]_|</pre>")


@defect("F89", "2.4.4", on=LINK)
def link_of_an_image_has_no_name(broken: Broken) -> None:
    broken.replace(f'<a href="{broken.place.get("href")}">{_image(broken, "")}</a>')


@defect("F63", "2.4.4", on=LINK)
def link_says_here(broken: Broken) -> None:
    broken.replace(f'<a href="{broken.place.get("href")}">tästä</a>')


@defect("F63", "2.4.4", on=f"{MEETING}//ul[@class='k-files' and count(.//a) > 1]", seen=Seen.ASKED)
def two_links_say_the_same(broken: Broken) -> None:
    for link in broken.place.iter("a"):
        link.text = "Liite"


@defect("G91", "2.4.4", on=f"{MEETING}//ul[@class='k-files']//a[contains(., '(PDF')]", seen=Seen.POLICY)
def file_link_does_not_say_that_it_is_a_file(broken: Broken) -> None:
    name = broken.place.text_content().partition(" (PDF")[0]
    for part in broken.place:
        part.drop_tree()
    broken.place.text = name


@defect("G91", "2.4.4", on=LINK, seen=Seen.PERSON)
def link_leads_to_another_item(broken: Broken) -> None:
    broken.place.set("href", broken.all(LINK)[-1].get("href"))


@defect("H25", "2.4.2", on="//head[title]")
def page_has_no_title(broken: Broken) -> None:
    broken.one("//title").drop_tree()


@defect("F25", "2.4.2")
def title_is_the_name_of_a_file(broken: Broken) -> None:
    broken.one("//title").text = "211.html"


@defect("F25", "2.4.2", seen=Seen.PERSON)
def title_is_of_another_item(broken: Broken) -> None:
    broken.one("//title").text = "§ 199 Katuvalaistuksen hankinta – Kaupunginhallitus 1.9.2026 – Kuutamoniemi"


@defect("H57", "3.1.1")
def page_has_no_language(broken: Broken) -> None:
    del broken.page.attrib["lang"]


@defect("H57", "3.1.1")
def language_of_the_page_is_no_language(broken: Broken) -> None:
    broken.page.set("lang", "suomi")


@defect("H57", "3.1.1", on="//html[@lang='sv']//main[.//*[@id='decision']]")
def swedish_page_is_called_finnish(broken: Broken) -> None:
    broken.page.set("lang", "fi")


@defect("H58", "3.1.2", on=PARAGRAPH)
def swedish_passage_is_read_in_finnish(broken: Broken) -> None:
    broken.put(
        "<p>Stadsstyrelsen beslutar att godkänna förslaget och att den nya bryggan ska byggas på den plats som har angetts"
        " i ansökan, om det inte finns skäl att göra det på ett annat sätt.</p>"
    )


@defect("H58", "3.1.2", on="//html[@lang='fi']//main//*[@lang='sv']", seen=Seen.PERSON)
def swedish_title_is_read_in_finnish(broken: Broken) -> None:
    for element in broken.all("//main//*[@lang='sv']"):
        del element.attrib["lang"]


@defect("H58", "3.1.2", on="//html[@lang='fi']//main//*[@lang='sv']")
def language_of_a_part_is_no_language(broken: Broken) -> None:
    broken.place.set("lang", "ruotsi")


@defect("F14", "1.3.3", on=PARAGRAPH)
def instruction_goes_by_place_and_shape(broken: Broken) -> None:
    broken.put("<p>Lue päätös oikealla olevasta pyöreästä painikkeesta.</p>")


@defect("F26", "1.3.3", on=PARAGRAPH, seen=Seen.PERSON)
def sign_alone_says_what_was_decided(broken: Broken) -> None:
    broken.put("<p>Lausunnon antajat: rakennuslautakunta ✔ sivistyslautakunta ✘</p>")
