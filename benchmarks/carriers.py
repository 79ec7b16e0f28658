"""What stands around the names of the grid: invented sentences, rows and headings as in minutes, in sets by name.

The detector was tuned on the first set only.
"""

from collections.abc import Callable
from typing import NamedTuple

from benchmarks import inflected

Frames = dict[str, tuple[str, ...]]


class Carriers(NamedTuple):
    """One set in *language*. {name} is the form inflected by *inflect* in the cases that *frames* has; the rest by form."""

    language: str
    frames: Frames
    rows: tuple[str, ...]
    capitals: tuple[str, ...]
    estate: str
    couple: str
    inflect: Callable[[str, str], str]


def swedish(name: str, case: str) -> str:
    """Return a *name* or a word in *case* as Swedish has it."""
    return f"{name}s" if case == "genitive" and name[-1] not in "sxz" else name


TUNED = Carriers(
    language="fi",
    frames={
        "nominative": ("{name} on hakenut rakennuslupaa.", "Asiaa on esittänyt {name} kirjeessään."),
        "genitive": ("Päätetään {name} osalta toisin.", "{name} mukaan tontti on rakennettu."),
        "partitive": ("Lautakunta kuuli asiassa {name} ennen päätöstä.", "Päätös koskee {name} ja tämän perhettä."),
        "allative": ("Avustus myönnetään {name} hakemuksen mukaisesti.", "Päätös annetaan tiedoksi {name} kirjeellä."),
        "ablative": ("Kunta ostaa määräalan {name} hintaan 12 000 euroa.", "Selvitys on saatu {name} keväällä."),
        "elative": ("Lastensuojeluilmoitus {name} on käsitelty.", "Lausunnossa todetaan {name} seuraavaa."),
        "adessive": ("Kiinteistö on ollut {name} vuokralla.", "{name} on oikeus saada palvelua."),
        "illative": ("Viranhaltija on ottanut yhteyttä {name} asiassa.", "Vaatimus kohdistuu {name} kokonaan."),
        "essive": ("Hakijaa on {name} kuultu.", "Hän on esiintynyt {name} asiakirjoissa."),
    },
    rows=("Avustuksen saajat\n{last} {first}\t12.3.2024\t450 €\nYhteensä\t450 €",),
    capitals=("HAKIJA: {last} {first}\nRakennuslupahakemus",),
    estate="kuolinpesä",
    couple="ja",
    inflect=inflected.inflected,
)
OTHER = Carriers(
    language="fi",
    frames={
        "nominative": ("Kuulemisessa hanketta vastusti {name}.", "{name} pyytää korvausta rikkoutuneesta aidasta."),
        "genitive": ("{name} hakemus hylätään.", "Kunnanhallitus hyväksyi {name} oikaisuvaatimuksen."),
        "partitive": (
            "Toimielin pyysi {name} täydentämään hakemustaan.",
            "Rakennusvalvonta on kehottanut {name} korjaamaan aidan.",
        ),
        "allative": ("Päätettiin myöntää {name} kuljetustukea.", "Korvaus maksetaan {name} tilille."),
        "ablative": ("Maa-alue lunastetaan {name} käyvästä hinnasta.", "Maksu peritään {name} takaisin."),
        "elative": ("Naapurit ovat valittaneet {name} useita kertoja.", "Koulu on kertonut {name} huoltajille."),
        "adessive": ("Perheessä {name} on kaksi lasta.", "Tontti on {name} hallinnassa."),
        "illative": ("Valvontakäynti kohdistettiin {name} viime vuonna.", "Sosiaalityöntekijä tutustui {name} kotikäynnillä."),
        "essive": ("Haastattelussa {name} esiintynyt henkilö poistui.", "Hän allekirjoitti sopimuksen {name} vuonna 2019."),
    },
    rows=("Nimi\tTuki\n{last} {first}\t300 €\nYhteensä\t300 €", "Stipendin saavat seuraavat oppilaat:\n{last} {first}, 200 €"),
    capitals=("OSTAJA: {last} {first}\nKAUPPAHINTA 12 000 EUROA", "VALITTAJA: {last} {first}, 99999 KUUTAMONIEMI"),
    estate="perikunta",
    couple="sekä",
    inflect=inflected.inflected,
)
SWEDISH = Carriers(
    language="sv",
    frames={
        "nominative": (
            "{name} har ansökt om bygglov.",
            "Beslutet delges {name} per brev.",
            "Staden köper tomten av {name} för 12 000 euro.",
        ),
        "genitive": ("Nämnden avslår {name} ansökan.", "Enligt {name} utredning är tomten bebyggd."),
    },
    rows=("Mottagare av bidrag\n{last} {first}\t12.3.2024\t450 €\nSammanlagt\t450 €",),
    capitals=("SÖKANDE: {last} {first}\nAnsökan om bygglov",),
    estate="dödsbo",
    couple="och",
    inflect=swedish,
)
SETS = {"tuned": TUNED, "other": OTHER, "swedish": SWEDISH}
