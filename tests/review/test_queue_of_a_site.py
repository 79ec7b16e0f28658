"""The queue of a whole site, by the command that a clerk runs: what waits is in no file, and what is decided is as decided."""

import json
import os
import pty
import re
import stat
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from generator import config, pipeline
from generator.cli import main
from generator.config import Settings
from generator.model.redacted import HeldItem, PublicItem, SecretItem
from generator.pipeline import Outcome
from generator.progress import silent
from generator.redaction.marks import Mark
from generator.redaction.recognizers import RECOGNIZERS
from tests.exports import Item, casem
from tests.review.reviewers import KEYS, REVIEWERS
from tests.sites import DAY, SETTINGS, by_files

DECIDED = ("Decision", "<p>Hyväksyttiin.</p>")
WORD = "Kettunen"
PLAIN = Item(title="Kokouksen avaus", properties=(DECIDED,))


def doubted(name: str, *properties: tuple[str, str], title: str = "", words: str = "") -> Item:
    text = f"<p>Teksti {name}.</p><p>{words}</p>" if words else f"<p>Teksti {name}.</p>"
    return Item(title=title or f"Asia {name}", properties=(*properties, ("Description", text), DECIDED))


def said(name: str, words: str) -> Item:
    return doubted(name, words=words)


# Ten items, each with one doubt. The names are what the tests look for in the files.
TEN = (
    doubted("Alfahylje", ("PublicityClass", "kaksikymmentä")),
    doubted("Beetahylje", title="Ohje salassa pidettävä aineisto Beetahylje"),
    said("Gammahylje", "Liite on salassa pidettävä."),
    said("Deltahylje", "Katso JulkL 24 § 1 mom. 17 k."),
    doubted("Epsilonhylje", ("PublicityClass", "Osittain salassa pidettävä")),
    said("Zetahylje", f"Hakija on {WORD} Oy."),
    said("Eetahylje", f"Naapuri on {WORD}."),
    doubted("Theetahylje", title="Asia Theetahylje (salassa pidettävä)"),
    said("Jootahylje", "Pöytäkirja on salassa pidettävä."),
    doubted("Kappahylje", ("PublicityClass", "kolmekymmentä")),
)
NAMES = re.findall(r"\w+hylje", " ".join(item.title for item in TEN))


class Site:
    """A site that is published without a browser, and the clerks who decide on it."""

    def __init__(self, settings: Settings, keys: Path) -> None:
        self.settings = settings
        self.keys = keys

    def export(self, *items: Item) -> None:
        casem(self.settings.sources[0].path / "casem", items)

    def publish(self) -> Outcome:
        return pipeline.publish(self.settings, DAY, silent)

    def run(self, *arguments: str) -> Result:
        return CliRunner().invoke(main, ["review", "-f", str(self.settings.config_file), "--at", "2026-10-15", *arguments])

    def queue(self) -> dict[str, Any]:
        return dict(json.loads(self.run("--list", "--json").output))

    def ids(self, **wanted: object) -> list[str]:
        return [doubt["id"] for doubt in self.queue()["waiting"] if wanted.items() <= doubt.items()]

    def decide(self, *arguments: str, who: str = "Aino") -> Result:
        return self.run(*arguments, "--key", str(self.keys / f"{who}.key"))

    def configure(self, old: str, new: str) -> None:
        path = self.settings.config_file
        path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
        self.settings = config.load(path)

    def says(self, words: str) -> bool:
        """Tell whether *words* stand in any file that a run or a decision has written, but for replaced releases."""
        folders = (self.settings.site_dir, self.settings.private_dir, self.settings.work_dir)
        files = [path for folder in folders for path in folder.rglob("*") if path.is_file()]
        kept = self.settings.private_dir / "releases"
        return any(words.encode() in path.read_bytes() for path in files if kept not in path.parents)

    @property
    def decisions(self) -> Path:
        return self.settings.private_dir / "decisions.jsonl"


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Site:
    def find(words: str) -> Iterator[Mark]:
        return (Mark(found.start(), found.end(), "phone_number", is_doubtful=True) for found in re.finditer(WORD, words))

    monkeypatch.setitem(RECOGNIZERS, "phone_number", find)
    monkeypatch.setattr("generator.workshop.audit.audit_site", by_files)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "own"))
    (tmp_path / "content").mkdir()
    (tmp_path / "content" / "index.md").write_text("# Päätökset\n", encoding="utf-8")
    (tmp_path / "exports").mkdir()
    keys = "".join(f"        {name}: {key}\n" for name, key in REVIEWERS.items())
    (tmp_path / "mkdocs.yml").write_text(SETTINGS.replace("UNMARKED", "public") + f"      reviewers:\n{keys}", encoding="utf-8")
    for name, key in KEYS.items():
        (tmp_path / f"{name}.key").write_bytes(key)
        (tmp_path / f"{name}.key").chmod(0o600)
    return Site(config.load(tmp_path / "mkdocs.yml"), tmp_path)


def shown(outcome: Outcome, kind: type) -> list[str | None]:
    """Return the numbers of the items of *kind*."""
    (meeting,) = outcome.decision.new
    return [item.number for item in meeting.items if isinstance(item, kind)]


def test_none_of_ten_planted_doubts_is_published_and_five_approved_are_exactly_those(site: Site) -> None:
    site.export(PLAIN, *TEN)
    before = shown(site.publish(), PublicItem)
    leaked = [name for name in NAMES if site.says(name)]
    waiting = site.queue()["waiting"]
    five = [doubt for doubt in waiting if doubt["number"] in {"2", "4", "6", "7", "11"}]
    result = site.decide("--approve", *[doubt["id"] for doubt in five])
    after = site.publish()

    assert (before, leaked, sorted(int(doubt["number"]) for doubt in waiting)) == (["1"], [], list(range(2, 12)))
    assert (result.exit_code, len(five)) == (0, 5)
    assert shown(after, PublicItem) == ["1", "2", "4", "6", "7", "11"]
    assert shown(after, HeldItem) == ["3", "5", "8", "9", "10"]
    assert [name for name in NAMES if site.says(name)] == [NAMES[n] for n in (0, 2, 4, 5, 9)]
    assert len(site.queue()["waiting"]) == 5


def test_what_is_rejected_is_masked_or_only_mentioned(site: Site) -> None:
    site.export(PLAIN, *TEN)
    marks = site.ids(reason="redaction.doubtful_mark")
    items = [doubt["id"] for doubt in site.queue()["waiting"] if doubt["subject"] != "mark"]
    results = [
        site.decide("--reject", *marks),
        site.decide("--reject", *items, "--ground", "julkl-24-1-25", "--title", "fi=Henkilöstöasia", "--title", "sv=Ärende"),
    ]
    outcome = site.publish()
    (meeting,) = outcome.decision.new
    titles = {item.titles["fi"] for item in meeting.items if isinstance(item, SecretItem)}

    assert [result.exit_code for result in results] == [0, 0]
    assert (shown(outcome, PublicItem), len(shown(outcome, SecretItem)), titles) == (["1", "7", "8"], 8, {"Henkilöstöasia"})
    assert not site.says(WORD)
    assert [name for name in NAMES if site.says(name)] == ["Zetahylje", "Eetahylje"]


def test_decisions_hold_for_the_next_export_of_the_same_text_and_not_for_another(site: Site) -> None:
    site.export(PLAIN, *TEN[2:4])
    site.decide("--approve", *site.ids())
    first = shown(site.publish(), PublicItem)
    site.export(PLAIN, TEN[2], said("Deltahylje", "Katso JulkL 24 § 1 mom. 18 k."))
    second = shown(site.publish(), PublicItem)
    queue = site.queue()

    assert (first, second) == (["1", "2", "3"], ["1", "2"])
    assert (len(queue["waiting"]), len(queue["decided"]), queue["lapsed"]) == (1, 1, 1)
    assert "1" in site.run("--list").output.splitlines()[-2]


def test_the_list_says_where_and_why_without_the_text(site: Site) -> None:
    site.export(PLAIN, *TEN)
    told = site.run("--list").output

    assert [name for name in (*NAMES, WORD) if name in told] == []
    assert all(f"kaupunginhallitus/2026-09-14  § {n}" in told for n in range(2, 12))
    assert "sections/1/blocks/2, merkit 10–18" in told


def test_no_text_is_in_any_file_that_review_writes(site: Site) -> None:
    site.export(PLAIN, *TEN)
    site.run("--list")
    site.decide("--approve", *site.ids(subject="item"))

    assert site.decisions.exists()
    assert [name for name in (*NAMES, WORD) if site.says(name)] == []


def test_the_key_of_fingerprints_is_its_owners_only(site: Site) -> None:
    site.export(PLAIN, TEN[0])
    site.run("--list")
    key = site.settings.private_dir / "key"

    assert (len(key.read_bytes()), stat.S_IMODE(key.stat().st_mode)) == (32, 0o600)


def test_a_decision_can_be_changed_by_another(site: Site) -> None:
    site.export(PLAIN, TEN[5])
    (name,) = site.ids()
    site.decide("--approve", name)
    site.publish()
    was_there = site.says(WORD)
    site.decide("--reject", name, who="Väinö")
    site.publish()

    assert (was_there, site.says(WORD)) == (True, False)
    assert len(site.decisions.read_bytes().splitlines()) == 2


def test_a_class_that_two_must_agree_on_waits_for_the_second(site: Site) -> None:
    site.configure("      reviewers:", "      two_persons: [redaction.doubtful_mark]\n      reviewers:")
    site.export(PLAIN, TEN[5])
    (name,) = site.ids(two_persons=True)
    alone = site.decide("--approve", name)
    site.decide("--approve", name)
    held = shown(site.publish(), HeldItem)
    is_asked = site.queue()["waiting"][0]["one_has_decided"]
    site.decide("--approve", name, who="Väinö")

    assert (held, is_asked, "1 odottaa" in alone.output) == (["2"], True, True)
    assert shown(site.publish(), PublicItem) == ["1", "2"]


def test_minutes_that_nobody_marked_are_published_when_a_person_says_that_they_are_checked(site: Site) -> None:
    site.configure("minutes: checked", "minutes: as_marked")
    site.export(PLAIN)
    before = site.publish().decision
    (name,) = site.ids(subject="minutes", reason="publishing.minutes_unchecked", item=None)
    site.decide("--approve", name)

    assert (before.new, [held.reasons for held in before.held]) == ((), [("publishing.minutes_unchecked",)])
    assert [meeting.state for meeting in site.publish().decision.new] == ["checked"]


def publish_refused(site: Site) -> str:
    """Return the one sentence with which `publish` refuses to run."""
    result = CliRunner().invoke(main, ["publish", "-f", str(site.settings.config_file)])
    assert result.exit_code == 2
    (sentence,) = result.output.splitlines()[1:]  # the first line tells that the exports are read
    return sentence


def _flipped(content: bytes) -> bytes:
    return content.replace(b"approve", b"bpprove", 1)


def _swapped(content: bytes) -> bytes:
    return b"".join(reversed(content.splitlines(keepends=True)))


def _cut(content: bytes) -> bytes:
    return content[: content.index(b"\n") + 30]


@pytest.mark.parametrize(("change", "line"), [(_flipped, 1), (_swapped, 1), (_cut, 2)], ids=["flipped", "swapped", "cut"])
def test_a_run_refuses_a_file_of_decisions_that_was_changed(site: Site, change: Callable[[bytes], bytes], line: int) -> None:
    site.export(PLAIN, *TEN[:2])
    site.decide("--approve", *site.ids())
    site.decisions.write_bytes(change(site.decisions.read_bytes()))
    result = publish_refused(site)

    assert result.startswith(f"decisions.jsonl:{line}: ")
    assert not site.settings.site_dir.exists()


@pytest.mark.parametrize("lost", ["decisions.jsonl", "decisions-seal.json", "key"])
def test_a_run_refuses_decisions_of_which_a_part_is_lost(site: Site, lost: str) -> None:
    site.export(PLAIN, TEN[0])
    site.decide("--approve", *site.ids())
    (site.settings.private_dir / lost).unlink()
    result = publish_refused(site)

    assert lost in result
    assert not site.settings.site_dir.exists()


def test_a_run_refuses_decisions_of_a_person_who_is_no_reviewer_any_more(site: Site) -> None:
    site.export(PLAIN, TEN[0])
    site.decide("--approve", *site.ids(), who="Väinö")
    site.configure(f"        Väinö: {REVIEWERS['Väinö']}\n", "")
    result = publish_refused(site)

    assert result.startswith("decisions.jsonl:1: ")


@pytest.mark.parametrize(
    "wrong",
    [
        ("--approve", "0000000000"),
        ("--approve", "ID", "--reject", "ID"),
        ("--approve", "ID", "--ground", "julkl-24-1-25"),
        ("--reject", "ID", "--ground", "julkl-99"),
        ("--reject", "ID", "--title", "Otsikko"),
        ("--reject", "ID", "--title", "de=Titel"),
        ("--reject", "ID", "--title", "fi=Hakija 010190-900X"),
        ("ID",),
    ],
)
def test_what_does_not_fit_is_refused_in_a_sentence_and_nothing_is_written(site: Site, wrong: tuple[str, ...]) -> None:
    site.export(PLAIN, TEN[0])
    (name,) = site.ids()
    result = site.decide(*(part.replace("ID", name) for part in wrong))

    assert (result.exit_code, result.output.count("\n")) == (2, 1)
    assert not site.decisions.exists()


@pytest.mark.parametrize("who", ["Vieras", "Kukaan"])
def test_a_stranger_decides_nothing(site: Site, who: str) -> None:
    site.export(PLAIN, TEN[0])
    result = site.decide("--approve", *site.ids(), who=who)

    assert result.exit_code == 2
    assert not site.decisions.exists()


def test_nobody_decides_without_saying_who(site: Site) -> None:
    site.export(PLAIN, TEN[0])

    assert site.run("--approve", *site.ids()).exit_code == 2


def test_the_text_is_shown_on_a_terminal_only(site: Site) -> None:
    site.export(PLAIN, TEN[0])
    (name,) = site.ids()
    piped = site.run("--show", name)
    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "generator", "review", "-f", str(site.settings.config_file), "--show", name]
    subprocess.run(command, stdout=theirs, check=True)
    os.close(theirs)
    told = os.read(ours, 100_000).decode()

    assert (piped.exit_code, NAMES[0] in piped.output) == (2, False)
    assert NAMES[0] in told


def test_a_new_key_is_its_owners_only_and_its_public_half_goes_into_the_configuration(site: Site, tmp_path: Path) -> None:
    made = CliRunner().invoke(main, ["key", "new", "Outi Ohje"])
    path = tmp_path / "own" / "pykala" / "Outi Ohje.key"
    site.configure("      reviewers:\n", "      reviewers:\n      " + made.output.splitlines()[-1] + "\n")
    site.export(PLAIN, TEN[0])
    result = site.run("--approve", *site.ids(), "--as", "Outi Ohje")

    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert path.read_text(encoding="ascii") not in made.output
    assert result.exit_code == 0


def test_a_key_is_never_written_over(tmp_path: Path) -> None:
    path = tmp_path / "a.key"
    first = CliRunner().invoke(main, ["key", "new", "Aino", "--to", str(path)])
    before = path.read_bytes()
    second = CliRunner().invoke(main, ["key", "new", "Aino", "--to", str(path)])

    assert (first.exit_code, second.exit_code, path.read_bytes()) == (0, 2, before)


def test_a_key_that_others_may_read_signs_nothing(site: Site) -> None:
    site.export(PLAIN, TEN[0])
    (site.keys / "Aino.key").chmod(0o644)

    assert site.decide("--approve", *site.ids()).exit_code == 2
    assert not site.decisions.exists()


@pytest.mark.parametrize("name", ["../Aino", "a/b", ".", "", "a\nb"])
def test_a_name_that_is_no_file_makes_no_key(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))

    assert CliRunner().invoke(main, ["key", "new", name]).exit_code == 2
    assert list(tmp_path.rglob("*.key")) == []
