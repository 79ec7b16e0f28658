"""A withheld name is found in its case and in what all share, in any order and inflection, and chance raises no alarm."""

import random
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.redaction.leaks import Coincidence, Examined, Leak, LeakKind, examined, scan
from generator.redaction.ledger import Secret
from generator.redaction.names import statistics
from generator.redaction.needles import Needle, needles
from generator.redaction.places import Places

MEETING, OTHER = "satamajaosto/2026-09-14", "satamajaosto/2026-10-12"
ITEM, SIBLING, NEXT = f"{MEETING}/1", f"{OTHER}/7", f"{MEETING}/2"
CASE = "kd/17/10.03.00/2026"
NAME = "Vilhelmiina Kurkiaura"
ITEMS = {ITEM: CASE, SIBLING: CASE, NEXT: "kd/18/01.02/2026", f"{OTHER}/8": ""}
PLACES = Places(meetings=frozenset({MEETING, OTHER}), items=ITEMS, people=frozenset({"Hilla Lumijoki"}))
SOUGHT = needles((Secret("person_name", NAME, ITEM),), MEETING, (), {ITEM: "KD/17/10.03.00/2026"})


def found(folder: Path, path: str, text: str, places: Places = PLACES) -> tuple[int, int]:
    """Return how many leaks and coincidences there are when *text* stands at *path*."""
    file = folder / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(f"<p>Asia käsiteltiin. {text} Asia päättyi.</p>", encoding="utf-8")
    result = examined(folder, SOUGHT, places=places)
    return len(result.leaks), len(result.coincidences)


@pytest.mark.parametrize(
    "written",
    [
        "hakija on Vilhelmiina Kurkiaura",
        "luvan saa Vilhelmiina Kurkiauralle myönnettynä",
        "Kurkiaura Vilhelmiina",
        "Kurkiaura, Vilhelmiina",
        "VILHELMIINA KURKIAURAN hakemus",
        "Vilhelmiina K. Kurkiauran hakemus",
        "Vilhelmiinan ja Kurkiauran Vilhelmiinalta saatu",
        "<td>Kurkiaura</td><td>Vilhelmiina</td>",
        "<a href='hakemus-vilhelmiina-kurkiaura.pdf'>hakemus</a>",
        "vilhelmiina.kurkiaura@kuutamoniemi.example",
        "aruaikruk aniimlehliv",
    ],
)
@pytest.mark.parametrize("path", [f"{ITEM}.html", "syote.xml", "sv/asiat/17.html"])
def test_a_full_name_is_found_in_any_order_and_inflection(path: str, written: str, tmp_path: Path) -> None:
    assert found(tmp_path, path, written) == (1, 0)


@pytest.mark.parametrize("inflected", ["Matille Virtaselle", "Matin Virtasen", "Matti Virtaseen", "Matti Virtanen"])
@pytest.mark.parametrize("withheld", ["Matti Virtanen", "Matille Virtaselle", "Matti Virtasesta"])
def test_two_inflections_of_a_name_are_one_name(withheld: str, inflected: str, tmp_path: Path) -> None:
    sought = needles((Secret("person_name", withheld, ITEM),), MEETING, (), {ITEM: None})
    (tmp_path / "sivu.html").write_text(f"Lupa annetaan {inflected} ehdoin.", encoding="utf-8")

    assert [leak.kind for leak in scan(tmp_path, sought)] == [LeakKind.NAME]


@pytest.mark.parametrize(
    "path",
    [f"{ITEM}.html", f"sv/{ITEM}.html", f"{ITEM}/liite-1.txt", f"{SIBLING}.html", f"{MEETING}.html", f"{MEETING}/kokonaan.html",
     f"{OTHER}.html", "index.html", "syote.xml", f"_expiry/2026-12-01/{SIBLING}.html"],
)  # fmt: skip
def test_a_full_name_is_a_leak_in_its_case_and_in_what_all_share(path: str, tmp_path: Path) -> None:
    assert found(tmp_path, path, NAME) == (1, 0)


@pytest.mark.parametrize("path", [f"{NEXT}.html", f"{OTHER}/8.html"])
def test_a_full_name_in_another_case_is_somebody_elses(path: str, tmp_path: Path) -> None:
    assert found(tmp_path, path, NAME) == (0, 0)


def test_a_name_without_a_case_is_a_leak_in_its_whole_meeting(tmp_path: Path) -> None:
    sought = needles((Secret("person_name", NAME, ITEM),), MEETING, (), {ITEM: None})
    for path in (NEXT, SIBLING):
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / f"{path}.html").write_text(NAME, encoding="utf-8")

    assert scan(tmp_path, sought, places=PLACES) == (Leak(f"{NEXT}.html", LeakKind.NAME, MEETING),)


def test_a_name_that_another_text_of_the_case_shows_is_a_leak_all_the_same(tmp_path: Path) -> None:
    (tmp_path / "asia.html").write_text(f"Hakija on {NAME}.", encoding="utf-8")

    assert scan(tmp_path, SOUGHT, public=[f"Hakija on {NAME}."], places=PLACES)


@pytest.mark.parametrize(
    ("text", "leaks", "coincidences"),
    [
        ("Hakija Kurkiauran mukaan", 1, 0),
        ("KURKIAURA on hakenut", 1, 0),
        ("<img src='kurkiaura-lupa.png'>", 1, 0),
        ("Vilhelmiinan mukaan", 0, 0),
        ("kurkiaura kyntää", 0, 0),
        ("Kurkiauranmäen tie", 0, 0),
        ("kuten Sulo Kurkiaura esitti", 0, 1),
        ("ja Kurkiaura Oy teki", 0, 1),
    ],
)
def test_a_bare_surname_is_looked_for_on_the_pages_of_its_item(
    text: str, leaks: int, coincidences: int, tmp_path: Path
) -> None:
    assert found(tmp_path, f"{ITEM}.html", text) == (leaks, coincidences)


@pytest.mark.parametrize("surname", ["Li", "Lang", "Line", "Max", "Mark", "Aria"])
def test_a_surname_that_is_a_word_of_html_is_looked_for_in_what_people_read(surname: str, tmp_path: Path) -> None:
    sought = needles((Secret("person_name", f"Vilhelmiina {surname}", ITEM),), MEETING, (), {ITEM: CASE})
    markup = (
        '<ul lang="fi" aria-label="Asiat"><li>asia</li></ul><mark>asia</mark>'
        '<meter min="0" max="3"></meter><svg><line x1="0"/></svg>'
    )
    file = tmp_path / f"{ITEM}.html"
    file.parent.mkdir(parents=True)
    file.write_text(f"<html>{markup}</html>", encoding="utf-8")
    before = examined(tmp_path, sought, places=PLACES)
    file.write_text(f'<html>{markup}<img alt="Asiassa on kuultu: {surname}"></html>', encoding="utf-8")

    assert before == Examined(leaks=(), coincidences=())
    assert len(scan(tmp_path, sought, places=PLACES)) == 1


@pytest.mark.parametrize("surname", ["Li", "Mark", "Max"])
@pytest.mark.parametrize(
    ("file", "written"),
    [
        ("html", "<p>&lt;{0} Vilhelmiina&gt;</p>"),
        ("txt", "Hakija <{0} Vilhelmiina> pyytää lupaa."),
        ("csv", "<{0} Vilhelmiina>;lupa"),
        ("html", '<img alt="Vilhelmiina {0}=hakija">'),
        ("html", "<img alt='Vilhelmiina {0}=\"hakija\"'>"),
        ("html", "<img title='a' alt='Vilhelmiina {0}' {0}='1'>"),
    ],
)
def test_markup_that_is_none_hides_no_name(file: str, written: str, surname: str, tmp_path: Path) -> None:
    sought = needles((Secret("person_name", f"Vilhelmiina {surname}", ITEM),), MEETING, (), {ITEM: CASE})
    (tmp_path / f"sivu.{file}").write_text(written.format(surname), encoding="utf-8")

    assert len(scan(tmp_path, sought, places=PLACES)) == 1


@pytest.mark.parametrize("path", [f"{SIBLING}.html", f"{MEETING}.html", "syote.xml"])
def test_a_bare_surname_elsewhere_is_nothing(path: str, tmp_path: Path) -> None:
    assert found(tmp_path, path, "Hakija Kurkiauran mukaan") == (0, 0)


@pytest.mark.parametrize(
    ("text", "coincidences"),
    [("esitteli Sulo Kurkiaura", 0), ("Kurkiaura Sulo", 0), ("esittelijä Kurkiaura", 1), ("Sulon ja Kurkiauran esitys", 1)],
)
def test_a_public_person_of_the_same_surname_is_no_leak(text: str, coincidences: int, tmp_path: Path) -> None:
    places = Places(meetings=PLACES.meetings, items=ITEMS, people=frozenset({"Sulo Kurkiaura"}))

    assert found(tmp_path, f"{ITEM}.html", text, places) == (0, coincidences)


def test_a_public_person_of_the_same_name_is_for_a_person_to_look_at(tmp_path: Path) -> None:
    places = Places(meetings=PLACES.meetings, items=ITEMS, people=frozenset({"Kurkiaura Vilhelmiina"}))
    found(tmp_path, f"{MEETING}.html", NAME, places)

    result = examined(tmp_path, SOUGHT, places=places)

    assert result.coincidences == (Coincidence(f"{MEETING}.html", MEETING, ITEM),)
    assert result.coincidences[0].message().code == "redaction.name_coincidence"


def _drawn(source: random.Random, file: str) -> Callable[[], str]:
    pairs = statistics.read(file)
    names, weights = [name.title() for name, _ in pairs], [count for _, count in pairs]
    return lambda: source.choices(names, weights)[0]


STATUTE = (
    "Viranomaisen asiakirja on salassa pidettävä, jos siihen sisältyy tietoja henkilön terveydentilasta taikka hänen "
    "saamastaan sosiaalihuollon palvelusta, eikä sitä saa näyttää eikä luovuttaa sivulliselle."
)
PEOPLE, WITHHELD, PAGES = 100, 300, 1000


@pytest.mark.parametrize("seed", [2, 7])
def test_a_large_site_without_a_leak_raises_no_alarm_and_few_questions(seed: int, tmp_path: Path) -> None:
    source = random.Random(seed)  # noqa: S311 - names to measure with, not secrets
    first, last = _drawn(source, "first_names.txt.gz"), _drawn(source, "surnames.txt.gz")
    withheld = [f"{first()} {last()}" for _ in range(WITHHELD)]
    shared = [name.split()[1] for name in withheld[::6]]
    people = [f"{first()} {shared[n] if n < len(shared) else last()}" for n in range(PEOPLE)]
    items = {f"satamajaosto/2026-{n // 20:02}/{n % 20}": f"kd/{n}/10/2026" for n in range(PAGES)}
    meetings = frozenset(item.rpartition("/")[0] for item in items)
    sought: list[Needle] = []
    public = []
    for n, item in enumerate(items):
        words = " ".join(f"sana{source.randrange(9999)}" for _ in range(60))
        present = source.sample(people, 8)
        role = f"Esittelijä {present[0]}. Paikalla: {', '.join(present)}. Siellä lyö laine, ja mäen takana on joki."
        text = f"Hakija [nimi poistettu] on hakenut lupaa. {words}. {STATUTE} {role}"
        public.append(text)
        if n < WITHHELD:
            secrets = (
                Secret("person_name", withheld[n], item),
                Secret("passage", f"Hakijan salainen tilanne {words[:40]}. {STATUTE}"),
            )
            sought += needles(secrets, item.rpartition("/")[0], (), items)
        path = tmp_path / f"{item}.html"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"<p>{text}</p>", encoding="utf-8")
    (tmp_path / "luottamushenkilot.html").write_text("".join(f"<li>{name}</li>" for name in people), encoding="utf-8")

    result = examined(tmp_path, sought, public, places=Places(meetings=meetings, items=items, people=frozenset(people)))

    assert result.leaks == ()
    assert len(result.coincidences) <= 5


def test_many_files_give_the_same_in_several_processes_as_in_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for n in range(40):
        (tmp_path / f"{n}.html").write_text(NAME if n % 7 == 0 else "Esityslista", encoding="utf-8")
    (tmp_path / "tuntematon.bin").write_bytes(bytes(range(256)))
    one = examined(tmp_path, SOUGHT, places=PLACES)
    monkeypatch.setattr("generator.redaction.leaks.MANY", 1)

    assert examined(tmp_path, SOUGHT, places=PLACES) == one
    assert len(one.leaks) == 7
