"""On a site of a thousand items nothing is called a leak by chance, little is asked, and each planted leak is found."""

import random
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from generator import pipeline
from generator.audit.findings import Audit
from generator.model.redacted import PublicItem
from generator.pipeline import Outcome
from generator.progress import silent
from generator.redaction import leaks
from generator.redaction.names import statistics
from generator.redaction.needles import Needle, NeedleKind
from generator.redaction.withheld import COINCIDENCE, WITHHELD_IN_CASE
from tests.exports import Item, casem
from tests.released import DECIDED, Released, released

__all__ = ["released"]
UNAUDITED = Audit(pages=(), findings=(), rules=(), tools=())  # no page is asked for more here than what it says
MEETINGS, ITEMS, WITHHELD, PEOPLE = 20, 50, 300, 100
STATUTE = (
    "Päätös on perusteltava, ja perusteluissa on ilmoitettava, mitkä seikat ja selvitykset ovat vaikuttaneet ratkaisuun, "
    "sekä mainittava sovelletut säännökset."
)
WORDS = (
    "laituri", "ranta", "sopimus", "vuokra", "kaava", "suunnitelma", "hanke", "talous", "arvio", "urakka", "tarjous",
    "hankinta", "valtuusto", "lautakunta", "päätös", "esitys", "selvitys", "lausunto", "muutos", "kokous", "alue",
    "katu", "puisto", "koulu", "päiväkoti", "kirjasto", "uimahalli", "vesi", "viemäri", "rakennus", "tontti",
)  # fmt: skip
# What is planted: a full name elsewhere in its case and where all look, a surname on its own page, a passage and a number.
ASKING = frozenset({COINCIDENCE, WITHHELD_IN_CASE, "redaction.name_coincidence"})
PLANTED = ("inflected", "turned", "shared", "surname", "passage", "phone", "script", "attribute")


class Town:
    """What a thousand items withhold and show, drawn with a fixed seed."""

    def __init__(self, seed: int) -> None:
        self._source = random.Random(seed)  # noqa: S311 - names to measure with, not secrets
        first, last = self._drawn("first_names.txt.gz"), self._drawn("surnames.txt.gz")
        self.withheld = [f"{first()} {last()}" for _ in range(WITHHELD)]
        shared = [name.split()[1] for name in self.withheld[::6]]
        self.people = [f"{first()} {shared[n] if n < len(shared) else last()}" for n in range(PEOPLE)]

    def _drawn(self, file: str) -> Callable[[], str]:
        pairs = statistics.read(file)
        names, weights = [name.title() for name, _ in pairs], [count for _, count in pairs]
        return lambda: self._source.choices(names, weights)[0]

    def _some(self, count: int) -> str:
        return " ".join(self._source.choices(WORDS, k=count))

    def items(self, meeting: int) -> Iterator[Item]:
        for n in range(ITEMS):
            place = meeting * ITEMS + n
            text = f"<p>Valmistelussa käsiteltiin: {self._some(40)}.</p>"
            if place < WITHHELD:
                text += f"<p>Hakija {self.withheld[place]} on pyytänyt lupaa, puh. 040 7{place:06}.</p>"
            if place < WITHHELD and place % 3 == 0:
                text += f"<p>Salassa pidettävä (JulkL 24 § 1 mom. 25 k): hakijan tilanne on {self._some(30)}. {STATUTE}</p>"
            if place % 3 == 1:
                text += f"<p>{STATUTE}</p>"
            text += f"<p>Esittelijänä oli {self._source.choice(self.people)}, paikalla {self._source.choice(self.people)}.</p>"
            case = ("CaseNativeId", f"TesDno-2026-{place + 1}")
            yield Item(title=f"Asia {place + 1}: {self._some(3)}", properties=(case, ("Description", text), DECIDED))

    def write(self, folder: Path) -> None:
        per = PEOPLE // MEETINGS
        for meeting in range(MEETINGS):
            present = self.people[meeting * per : (meeting + 1) * per]
            items, name = list(self.items(meeting)), f"Jaosto {meeting}"
            casem(folder / f"{meeting:02}", items, members=present, organization=name, key=900 + meeting)


class Scanned:
    """A published site of a thousand items, and the search that found nothing in it."""

    def __init__(self, site: Released, seed: int) -> None:
        self.town = Town(seed)
        self.town.write(site.settings.sources[0].path)
        self.site = site
        self.search: dict[str, Any] = {}
        real = leaks.examined

        def examined(folder: Path, **search: Any) -> leaks.Examined:
            self.search = search
            return real(folder, **search)

        with pytest.MonkeyPatch.context() as patch:
            patch.setattr("generator.pipeline.leaks.examined", examined)
            self.outcome: Outcome = pipeline.publish(site.settings, site.day, silent)

    def find(self, folder: Path) -> set[str]:
        return {leak.path for leak in leaks.examined(folder, **self.search).leaks}


@pytest.fixture
def scanned(released: Released, monkeypatch: pytest.MonkeyPatch) -> Scanned:
    monkeypatch.setattr("generator.workshop.audit.audit_site", lambda *_, **__: UNAUDITED)
    monkeypatch.setattr("generator.workshop.audit.compared", lambda audited, *_, **__: audited)
    monkeypatch.setattr("generator.pipeline.reporting.write", lambda *_, **__: Path("report.html"))
    released.change(private_names="mask")
    return Scanned(released, seed=20261130)


@pytest.mark.slow
def test_a_thousand_items_raise_no_alarm_and_planted_leaks_are_found(scanned: Scanned, tmp_path: Path) -> None:
    items = [item for meeting in scanned.outcome.decision.new for item in meeting.items]
    names = {needle.item for needle in scanned.search["needles"] if needle.kind is NeedleKind.NAME}
    asked = [message for message in scanned.outcome.messages if message.code in ASKING]

    assert scanned.outcome.released
    assert (len(items), sum(isinstance(item, PublicItem) for item in items)) == (MEETINGS * ITEMS, MEETINGS * ITEMS)
    assert len(names) >= WITHHELD * 0.95
    assert len(asked) <= 5

    copy = tmp_path / "planted"
    shutil.copytree(scanned.site.settings.site_dir, copy)
    planted = _plant(copy, scanned)
    assert scanned.find(copy) == planted
    assert len(planted) >= len(PLANTED)


def _plant(site: Path, scanned: Scanned) -> set[str]:
    """Write something withheld into a file for each way, and return these files."""
    by_item = {n.item: n for n in scanned.search["needles"] if n.kind is NeedleKind.NAME and n.item and n.text.count(" ") == 1}
    chosen = [by_item[item] for item in sorted(by_item)][:: max(1, len(by_item) // 40)]
    planted: set[str] = set()
    public = frozenset(word for name in scanned.town.people for word in name.lower().split())
    private = [needle for needle in chosen if public.isdisjoint(needle.text.split())]
    for way, needle in zip(PLANTED, private, strict=False):
        path = "index.html" if way == "shared" else f"{needle.item}.html"
        file = site / path
        file.write_text(_with(file.read_text(encoding="utf-8"), way, needle, scanned), encoding="utf-8")
        planted.add(path)
    return planted


def _with(page: str, way: str, needle: Needle, scanned: Scanned) -> str:
    first, last = needle.text.title().split()
    passage = next(n.text for n in scanned.search["needles"] if n.kind is NeedleKind.PASSAGE and n.text.count(" ") == 7)
    number = next(n.text for n in scanned.search["needles"] if n.kind is NeedleKind.NUMBER)
    said = {
        "inflected": f"<p>Lupa annettiin {first}lle, siis {first} {last}in hakemuksesta {first} {last}.</p>",
        "turned": f"<p>{last.upper()} {first.upper()}</p>",
        "shared": f"<p>{first} {last}</p>",
        "surname": f"<p>Asiassa kuultiin, että {last} tulee.</p>",
        "passage": f"<p>{passage}</p>",
        "phone": f"<p>0{number[:2]}-{number[2:]}</p>",
        "script": "<p>" + "".join(f"&#{ord(c)};" for c in f"{first} {last}") + "</p>",
        "attribute": f"<img alt='{first} {last}'>",
    }
    return page.replace("</body>", f"{said[way]}</body>")
