"""Pages in our own theme with defects sown into them: what the fast mode must find as a navigation does, and nothing else."""

import random
import re
from collections.abc import Iterator
from pathlib import Path

STYLES, TURNED = "seeds.css", "turned.css"
CSS = """
.s-pale { color: #b5b5b5 }
.s-list li:nth-child(3) { color: #bcbcbc }
.s-dark { background: #333; color: #eee; padding: 1em }
.s-dark em { color: #555 }
.s-thin { opacity: 0.4 }
.s-over { position: relative } .s-over span { position: absolute; inset: 0; background: #777 }
.s-pulled { margin-top: -1.4em; background: #888; width: 30em }
.s-marked::before { content: ""; position: absolute; width: 100%; height: 100%; background: #999 }
.s-picture { background-image: linear-gradient(#fff, #ddd); color: #777 }
.s-scroll { overflow: auto; height: 4em; width: 12em }
.s-plain { text-decoration: none !important; color: #333 !important }
.s-close a { display: inline-block; font-size: 10px; line-height: 12px; margin: 0 }
@media (max-width: 30em) { .s-slim { color: #c4c4c4 } .s-narrow { overflow: auto; width: 10em; white-space: nowrap } }
@media (min-width: 30em) { .s-only-slim { display: none } .s-broad { color: #c8c8c8 } }
"""
# By the rule of axe that must see it; {n} makes ids unique.
SEEDS = {
    "area-alt": '<img src="/vaakuna.svg" alt="Kartta" usemap="#m{n}">'
    '<map name="m{n}"><area href="a.html" shape="rect" coords="0,0,9,9"></map>',
    "aria-allowed-attr": '<p role="listitem" aria-checked="true">Kohta</p>',
    "aria-braille-equivalent": '<button aria-braillelabel="x" aria-label="">Avaa</button>'
    '<div role="img" aria-braillelabel="k"></div>',
    "aria-command-name": '<span role="button" tabindex="0"></span>',
    "aria-conditional-attr": '<input type="checkbox" id="c{n}" aria-checked="true"><label for="c{n}">Valitse</label>',
    "aria-deprecated-role": '<div role="directory">Hakemisto</div>',
    "aria-hidden-focus": '<div aria-hidden="true"><a href="a.html">Piilossa</a></div>',
    "aria-input-field-name": '<div role="textbox" tabindex="0"></div>',
    "aria-meter-name": '<div role="meter" aria-valuenow="3"></div>',
    "aria-progressbar-name": '<div role="progressbar" aria-valuenow="3"></div>',
    "aria-prohibited-attr": '<span aria-label="Nimi">Teksti</span><div role="none" aria-label="Nimi">Teksti</div>',
    "aria-required-attr": '<div role="checkbox" tabindex="0" aria-label="Valitse"></div>',
    "aria-required-children": '<div role="list"><div role="button" tabindex="0">Avaa</div></div>',
    "aria-required-parent": '<div role="option">Vaihtoehto</div>',
    "aria-roles": '<div role="pöytä">Pöytä</div>',
    "aria-tab-name": '<div role="tablist"><div role="tab" tabindex="0"></div></div>',
    "aria-toggle-field-name": '<div role="switch" aria-checked="true" tabindex="0"></div>',
    "aria-tooltip-name": '<div role="tooltip"></div>',
    "aria-valid-attr": '<p aria-labeledbyy="x">Teksti</p>',
    "aria-valid-attr-value": '<p role="heading" aria-level="kaksi">Otsikko</p>',
    "autocomplete-valid": '<label>Nimi <input autocomplete="sukunimi"></label>',
    "button-name": "<button></button>",
    "color-contrast": '<p class="s-pale">Vaalea teksti</p>',
    "definition-list": "<dl><p>Ei kuulu</p><dt>Sana</dt><dd>Selitys</dd></dl>",
    "dlitem": "<div><dt>Sana</dt></div>",
    "duplicate-id-aria": '<p id="d{n}">Yksi</p><p id="d{n}">Kaksi</p><button aria-describedby="d{n}">Avaa</button>',
    "form-field-multiple-labels": '<label for="f{n}">Yksi</label><label for="f{n}">Kaksi</label><input id="f{n}">',
    "image-alt": '<img src="/vaakuna.svg">',
    "input-button-name": '<input type="button">',
    "label": "<input>",
    "label-content-name-mismatch": '<button aria-label="Tallenna">Lähetä hakemus</button>',
    "link-in-text-block": '<p>Lautakunta päättää <a class="s-plain" href="a.html">esityksen</a> mukaan.</p>',
    "link-name": '<a href="a.html"></a>',
    "list": "<ul><p>Ei kohta</p><li>Kohta</li></ul>",
    "listitem": "<div><li>Kohta</li></div>",
    "nested-interactive": '<div role="button" tabindex="0">Avaa <a href="a.html">linkki</a></div>',
    "role-img-alt": '<div role="img"></div>',
    "scrollable-region-focusable": '<div class="s-scroll"><p>Rivi</p><p>Rivi</p><p>Rivi</p><p>Rivi</p><p>Rivi</p></div>',
    "select-name": "<select><option>Yksi</option></select>",
    "server-side-image-map": '<a href="a.html"><img src="/vaakuna.svg" alt="Kartta" ismap></a>',
    "summary-name": "<details><summary></summary><p>Sisältö</p></details>",
    "svg-img-alt": '<svg role="img" width="9" height="9"><circle cx="4" cy="4" r="4"></circle></svg>',
    "td-headers-attr": '<table><tr><th id="t{n}">A</th></tr><tr><td headers="olematon{n}">1</td></tr></table>',
    "th-has-data-cells": "<table><tr><th>A</th><th>B</th></tr><tr><th>C</th><th>D</th></tr></table>",
    "valid-lang": '<p lang="suomi-ei">Teksti</p>',
    "video-caption": '<video preload="none" controls src="/vaakuna.svg"></video>',
    "target-size": '<p class="s-close"><a href="a.html">i</a><a href="b.html">j</a></p>',
    # What depends on looks, on what lies over it, or on the window.
    "contrast: by place": '<ul class="s-list"><li>Yksi</li><li>Kaksi</li><li>Kolme</li></ul>',
    "contrast: behind": '<p class="s-dark">Tummalla <em>harmaa</em></p>',
    "contrast: opacity": '<p class="s-thin">Haalea teksti</p>',
    "contrast: covered": '<p class="s-over">Alla oleva teksti <span></span></p>',
    "contrast: pulled": '<p>Tavallinen teksti</p><p class="s-pulled">Päällä oleva teksti</p>',
    "contrast: pseudo": '<p class="s-marked">Merkitty teksti</p>',
    "contrast: picture": '<p class="s-picture">Kuvan päällä</p>',
    "contrast: one sign": '<p class="s-pale">x</p>',
    "narrow: pale": '<p class="s-slim">Kapeassa vaalea</p>',
    "narrow: shown": '<div class="s-only-slim"><img src="/vaakuna.svg"><button></button></div>',
    "narrow: scrolls": '<div class="s-narrow">Hyvin pitkä rivi jota pitää vierittää sivusuunnassa kapeassa ikkunassa</div>',
    "wide: pale": '<p class="s-broad">Leveässä vaalea</p>',
}
# What a page may not hold to be put into another's document: these are navigated to.
FOREIGN = {
    "blink": "<blink>Vilkkuu</blink>",
    "frame-title": '<iframe src="a.html"></iframe>',
    "frame-title-unique": '<iframe src="a.html" title="Kartta"></iframe><iframe src="b.html" title="Kartta"></iframe>',
    "input-image-alt": '<input type="image" src="/vaakuna.svg">',
    "marquee": "<marquee>Liikkuu</marquee>",
    "no-autoplay-audio": '<audio autoplay src="/vaakuna.svg"></audio>',
    "object-alt": '<object data="/vaakuna.svg" type="image/svg+xml"></object>',
}
# Of the whole page: (pattern of what stands there, what is put in its place).
OF_PAGE = {
    "document-title": ("<title>.*?</title>", "<title></title>"),
    "html-has-lang": ('<html lang="fi"', "<html"),
    "html-lang-valid": ('<html lang="fi"', '<html lang="suomi"'),
    "html-xml-lang-mismatch": ('<html lang="fi"', '<html lang="fi" xml:lang="sv"'),
    "meta-viewport": ("width=device-width,initial-scale=1", "width=device-width,user-scalable=no"),
    "aria-hidden-body": ("<body", '<body aria-hidden="true"'),
    "avoid-inline-spacing": (  # the site's own policy lets no style stand in a page
        '(?s)<meta http-equiv="Content-Security-Policy"[^>]*>(.*)</body>',
        r'\1<p style="letter-spacing: 0.1em !important">Väli</p></body>',
    ),
    "bypass": ("(?s)<body.*</body>", "<body><p>Lautakunta <a href='a.html'>päättää</a> asiasta.</p></body>"),
    "css-orientation-lock": ("</head>", f'<link rel="stylesheet" href="/{TURNED}"></head>'),
    "meta-refresh": ('<meta charset="utf-8">', '<meta charset="utf-8"><meta http-equiv="refresh" content="60; url=a.html">'),
}
_FILLER = "<p>Lautakunta päättää hyväksyä esityksen sellaisena kuin se on liitteenä, ja antaa sen tiedoksi.</p>"
_ARMS = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><circle cx="4" cy="4" r="4"/></svg>'

_TURN = "@media (orientation: portrait) { main { transform: rotate(90deg) } }"


def sow(page: str, folder: Path, count: int, seeds_a_page: int) -> tuple[str, ...]:
    """Write *count* pages made of *page* into *folder*, each seed in turn; return their addresses."""
    (folder / STYLES).write_text(CSS, encoding="utf-8")
    (folder / TURNED).write_text(_TURN, encoding="utf-8")
    (folder / "vaakuna.svg").write_text(_ARMS, encoding="utf-8")
    page = page.replace("</head>", f'<link rel="stylesheet" href="/{STYLES}"></head>')
    head, rest = page.split("<h1", 1)
    tail = rest[rest.index("</article>") :]
    turn, source = _turn(), random.Random(306)  # noqa: S311 - where defects stand, no secret
    paths = []
    for number in range(count):
        parts = [next(turn).format(n=f"{number}-{n}") for n in range(seeds_a_page)]
        if number % 10 == 7:
            parts.append(list(FOREIGN.values())[number // 10 % len(FOREIGN)])
        parts += [_FILLER] * source.randrange(1, 6)
        source.shuffle(parts)
        text = f"{head}<h1>Asia {number}</h1><div>{''.join(parts)}</div>{tail}"
        if number % 10 == 3:
            text = re.sub(*list(OF_PAGE.values())[number // 10 % len(OF_PAGE)], text)
        (folder / f"s{number:03}.html").write_text(text, encoding="utf-8")
        paths.append(f"/s{number:03}.html")
    return tuple(paths)


def _turn() -> Iterator[str]:
    while True:
        yield from SEEDS.values()
