"""Waivers, answers and records by the commands that a clerk runs: what they let through, for how long, and who said so."""

import re
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from accessibility_rules import Outcome as RuleOutcome
from generator import assessing, config, pipeline
from generator.audit.findings import Finding
from generator.cli import main
from generator.config import Settings
from generator.errors import ReleaseError
from generator.model.redacted import PublicItem, RedactedMeeting
from generator.pipeline import Outcome
from generator.progress import silent
from generator.publishing.gate import blocking
from generator.review import assessments, chain
from generator.review.assessments import Judged, Record
from generator.store import Store
from generator.workshop import Workshop
from tests.exports import Item, casem
from tests.review.reviewers import KEYS, REVIEWERS
from tests.sites import DAY, SETTINGS, by_files

MEETING = "kaupunginhallitus/2026-09-14"
DECIDED = ("Decision", "<p>Hyväksyttiin.</p>")
PLAIN = Item(title="Kokouksen avaus", properties=(DECIDED,))
# A link that says nothing fails `link_text_vague`, on the item's page and in the whole minutes.
VAGUE = ("Description", '<p>Lue <a href="https://kuutamoniemi.example/a">tästä</a>.</p>')
ITEM, WHOLE = f"/{MEETING}/2.html", f"/{MEETING}/kokonaan.html"
RULE = "link_text_vague"
TWO = VAGUE[1].replace("tästä", "Pöytäkirja") + VAGUE[1].replace("kuutamoniemi", "kulma").replace("tästä", "Pöytäkirja")


class Site:
    """A site that is published without a browser, and the clerks who answer for it."""

    def __init__(self, settings: Settings, folder: Path) -> None:
        self.settings = settings
        self.folder = folder
        self.store = Store(settings.private_dir)

    def export(self, *items: Item, **more: object) -> None:
        casem(self.settings.sources[0].path / "casem", items, **more)  # type: ignore[arg-type]  # what casem takes

    def publish(self, day: date = DAY) -> Outcome:
        return pipeline.publish(self.settings, day, silent)

    def run(self, command: str, *arguments: str, who: str | None = "Aino", at: str = "2026-10-15") -> Result:
        key = ["--key", str(self.folder / f"{who}.key")] if who else []
        return CliRunner().invoke(main, [command, "-f", str(self.settings.config_file), "--at", at, *arguments, *key])

    def waive(self, *arguments: str, until: str = "2026-12-31", reason: str = "fi=Lähdejärjestelmän linkki.") -> Result:
        return self.run("waive", *arguments, "--reason", reason, "--until", until)

    def ids(self, command: str, rule: str = RULE, page: str = "") -> list[str]:
        """Return the ids of what *rule* found, on *page* if one is meant, as the command lists them."""
        lines = self.run(command, who=None).output.splitlines()
        found = [re.match(rf"  ([0-9a-f]{{10}})  {rule}  (?!.*\(Aino\))", line) for line in lines if page in line]
        return [match[1] for match in found if match]


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Site:
    monkeypatch.setattr("generator.workshop.audit.audit_site", by_files)
    (tmp_path / "content").mkdir()
    (tmp_path / "content" / "index.md").write_text("# Päätökset\n", encoding="utf-8")
    (tmp_path / "exports").mkdir()
    keys = "".join(f"        {name}: {key}\n" for name, key in REVIEWERS.items())
    (tmp_path / "mkdocs.yml").write_text(SETTINGS.replace("UNMARKED", "public") + f"      reviewers:\n{keys}", encoding="utf-8")
    for name, key in KEYS.items():
        (tmp_path / f"{name}.key").write_bytes(key)
        (tmp_path / f"{name}.key").chmod(0o600)
    made = Site(config.load(tmp_path / "mkdocs.yml"), tmp_path)
    made.export(PLAIN, Item(title="Lupa", properties=(VAGUE, DECIDED)))
    return made


def failed(outcome: Outcome) -> list[Finding]:
    return [finding for finding in outcome.audit.findings if finding.outcome is RuleOutcome.FAILED]


def held(outcome: Outcome) -> list[str]:
    return [held.meeting for held in outcome.decision.held]


def test_a_waived_finding_holds_nothing_back_and_stays_in_the_report(site: Site) -> None:
    assert held(site.publish()) == [MEETING]
    result = site.waive(*site.ids("waive"))
    after = site.publish()

    assert result.exit_code == 0, result.output
    assert held(after) == []
    assert {finding.page for finding in failed(after)} == {ITEM, WHOLE}
    assert all(finding.waiver for finding in failed(after))


def test_a_waiver_is_for_its_page_only(site: Site) -> None:
    site.publish()
    [on_item] = site.ids("waive", page=ITEM)
    assert site.waive(on_item, "--page", WHOLE).exit_code == 2
    site.waive(on_item)
    after = site.publish()

    assert [finding.page for finding in failed(after) if not finding.waiver] == [WHOLE]
    assert held(after) == [MEETING]


def test_a_waiver_survives_a_new_build_in_which_the_place_moved(site: Site) -> None:
    site.publish()
    site.waive(*site.ids("waive"))
    before = {finding.selector for finding in failed(site.publish()) if finding.page == ITEM}
    words = ("Description", "<p>Ensin muuta.</p><p>Ja vielä.</p>" + VAGUE[1].replace("Lue", "Katso"))
    site.export(PLAIN, Item(title="Lupa", properties=(words, DECIDED)))
    after = site.publish()

    assert {finding.selector for finding in failed(after) if finding.page == ITEM} != before
    assert (held(after), [finding for finding in failed(after) if not finding.waiver]) == ([], [])


def test_another_place_of_the_same_rule_is_not_waived_with_it(site: Site) -> None:
    site.publish()
    site.waive(*site.ids("waive"))
    second = (
        '<p>Lue <a href="https://kuutamoniemi.example/a">tästä</a>.</p><table><tr><td><a href="https://k.example">tästä</a>'
    )
    site.export(PLAIN, Item(title="Lupa", properties=(("Description", second + "</td></tr></table>"), DECIDED)))

    assert held(site.publish()) == [MEETING]


def test_a_place_can_be_named_by_its_selector(site: Site) -> None:
    site.publish()
    for finding in failed(site.publish()):
        result = site.waive("--rule", RULE, "--element", finding.selector, "--page", finding.page)
        assert result.exit_code == 0, result.output

    assert held(site.publish()) == []


def test_a_waiver_that_ended_blocks_what_is_new_and_never_a_removal(site: Site) -> None:
    site.publish()
    site.waive(*site.ids("waive"), until="2026-10-20")
    assert site.publish(date(2026, 10, 20)).released
    secret = Item(title="Kokouksen avaus", properties=(("PublicityClass", "Salassa pidettävä"), DECIDED))
    site.export(secret, Item(title="Lupa", properties=(VAGUE, ("Decision", "<p>Hylättiin uutena.</p>"))))
    after = site.publish(date(2026, 10, 21))
    [kept] = after.decision.kept
    pages = {path.name: path.read_text(encoding="utf-8") for path in (site.settings.site_dir / MEETING).iterdir()}

    assert (held(after), after.released) == ([MEETING], True)
    assert not isinstance(next(item for item in kept.items if item.number == "1"), PublicItem)
    assert "1.html" not in pages
    assert "Hyväksyttiin" in pages["2.html"]
    assert not any("Hylättiin uutena" in page for page in pages.values())


def test_a_leak_cannot_be_waived(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    site.publish()
    site.waive(*site.ids("waive"))
    before = site.store.assessments()

    for rule in ("leak", "publishing.leaks", "kanaria"):
        assert site.waive("--rule", rule, "--element", "html", "--everywhere").exit_code == 2
    assert site.store.assessments() == before

    words = VAGUE[1].replace("Lue", "Soita 050 123 4567 tai lue")
    site.export(PLAIN, Item(title="Lupa", properties=(("Description", words), DECIDED)))
    complete = Workshop.complete

    def complete_and_leak(shop: Workshop, meetings: Sequence[RedactedMeeting]) -> None:
        complete(shop, meetings)
        with (shop.staging / ITEM.lstrip("/")).open("a", encoding="utf-8") as page:
            page.write("050 123 4567")

    assert held(site.publish()) == []
    monkeypatch.setattr(Workshop, "complete", complete_and_leak)
    with pytest.raises(ReleaseError) as caught:
        site.publish()
    assert caught.value.code == "publishing.leaks"


def test_a_waiver_needs_reason_end_and_a_person(site: Site) -> None:
    site.publish()
    [first, *_] = site.ids("waive")
    until = ("--until", "2026-12-31")
    reason = ("--reason", "fi=Lähdejärjestelmän linkki.")
    wrong = [
        site.run("waive", first, *reason),
        site.run("waive", first, *until),
        site.run("waive", first, *until, *reason, who=None),
        site.run("waive", first, *until, *reason, who="Vieras"),
        site.waive(first, until="2026-10-14"),
        site.waive(first, reason="Lähdejärjestelmän linkki."),
        site.waive(first, reason="fi=Soita 050 123 4567."),
        site.waive("0123456789"),
        site.waive("--rule", RULE, "--page", ITEM),
        site.waive("--rule", RULE, "--element", "html"),
    ]

    assert [result.exit_code for result in wrong] == [2] * len(wrong)
    assert all(len(result.output.strip().splitlines()) == 1 for result in wrong)
    assert site.store.assessments() == b""


def test_a_waiver_is_listed_told_when_it_meets_nothing_and_ended(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYKALA_LANGUAGE", "en")
    site.publish()
    site.waive(*site.ids("waive"))
    site.publish()
    listed = site.run("waive", who=None).output
    assert "Waivers (2):" in listed
    assert "(Aino): holds" in listed
    site.export(PLAIN, Item(title="Lupa", properties=(DECIDED,)))
    site.publish()
    assert site.run("waive", who=None).output.count("meets nothing any more") == 2
    assert site.run("waive", who=None, at="2027-01-01").output.count("has ended") == 2

    names = re.findall(rf"^  ([0-9a-f]{{10}})  {RULE}  .*Aino", site.run("waive", who=None).output, re.MULTILINE)
    assert site.run("waive", "--end", *names, who="Väinö").exit_code == 0
    assert "Waivers (0):" in site.run("waive", who=None).output
    assert site.run("waive", "--end", names[0]).exit_code == 2
    site.export(PLAIN, Item(title="Lupa", properties=(VAGUE, DECIDED)))
    assert held(site.publish()) == [MEETING]


@pytest.mark.parametrize("said", ["passed", "inapplicable", "failed"])
def test_a_person_settles_what_a_machine_cannot_tell(site: Site, said: str) -> None:
    site.export(PLAIN, Item(title="Lupa", properties=(("Description", TWO), DECIDED)))
    before = site.publish()
    asked = [finding for finding in before.audit.findings if finding.rule == "link_text_ambiguous"]
    assert {finding.outcome for finding in asked} == {RuleOutcome.CANT_TELL}
    assert held(before) == []

    ids = site.ids("record", "link_text_ambiguous")
    result = site.run("record", *ids, "--outcome", said, "--note", "Luettu ympäristöineen.")
    after = site.publish()
    settled = [finding for finding in after.audit.findings if finding.rule == "link_text_ambiguous"]

    assert result.exit_code == 0, result.output
    assert {finding.outcome for finding in settled} == {RuleOutcome(said)}
    assert all(finding.answer for finding in settled)
    assert held(after) == ([MEETING] if said == "failed" else [])
    assert site.ids("record", "link_text_ambiguous") == []


def test_all_that_a_rule_asks_on_one_page_is_answered_at_once(site: Site) -> None:
    site.export(PLAIN, Item(title="Lupa", properties=(("Description", TWO), DECIDED)))
    site.publish()
    result = site.run("record", "--rule", "link_text_ambiguous", "--page", ITEM, "--outcome", "passed")
    asked = [finding for finding in site.publish().audit.findings if finding.rule == "link_text_ambiguous"]

    assert result.exit_code == 0, result.output
    assert {(finding.page, str(finding.outcome)) for finding in asked} == {(ITEM, "passed"), (WHOLE, "cantTell")}


def test_a_criterion_is_recorded_with_who_and_when(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYKALA_LANGUAGE", "en")
    site.publish()
    assert site.run("record", "2.4.3", "1.4.1", "--outcome", "passed", "--note", "Sarkaimella läpi.").exit_code == 0
    assert site.run("record", "2.4.3", "--outcome", "failed", who="Väinö", at="2026-10-16").exit_code == 0
    told = site.run("record", who=None).output

    assert "recorded by a person: 2 of 50." in told
    assert "  2.4.3 Focus Order: failed (Väinö, 2026-10-16)" in told
    assert "  1.4.1 Use of Color: passed (Aino, 2026-10-15)" in told
    assert "  2.4.7 Focus Visible: not recorded" in told


def test_what_cannot_be_recorded_is_refused_in_one_sentence(site: Site) -> None:
    site.publish()
    wrong = [
        site.run("record", "2.4.3"),
        site.run("record", "1.4.6", "--outcome", "passed"),  # AAA
        site.run("record", "9.9.9", "--outcome", "passed"),
        site.run("record", "2.4.3", "--outcome", "passed", "--note", "Kysy 050 123 4567."),
        site.run("record", "2.4.3", "--outcome", "passed", who=None),
        site.run("record", "0123456789", "--outcome", "passed"),
    ]

    assert [result.exit_code for result in wrong] == [2] * len(wrong)
    assert all(len(result.output.strip().splitlines()) == 1 for result in wrong)
    assert site.store.assessments() == b""


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (lambda content: content.replace(b"2026-12-31", b"2027-12-31"), "review.decision_changed"),
        (lambda content: content[content.index(b"\n") + 1 :], "review.decision_out_of_order"),
        (lambda content: content[: content.index(b"\n") + 1], "review.decisions_missing"),
    ],
    ids=["a later end", "the first line gone", "the last line gone"],
)
def test_what_was_signed_cannot_be_changed(site: Site, change: Callable[[bytes], bytes], code: str) -> None:
    site.publish()
    site.waive(*site.ids("waive"))
    site.store.keep_assessments(change(site.store.assessments()))

    with pytest.raises(config.ConfigurationError) as caught:
        site.publish()
    assert (caught.value.code, caught.value.where.split(":")[0]) == (code, "assessments.jsonl")


def test_a_decision_is_no_assessment_and_nobody_signs_for_another() -> None:
    line = Record(criterion="2.4.3", outcome=Judged.PASSED, note="", who="Väinö", day=DAY)
    content = chain.appended(b"", [line], KEYS["Aino"])

    with pytest.raises(config.ConfigurationError) as caught:
        assessments.read(content, chain.sealed(content, b"k"), b"k", REVIEWERS)
    assert caught.value.code == "review.decision_changed"


def test_a_page_that_waits_for_its_day_is_the_page_whose_place_it_takes() -> None:
    def on(page: str) -> Finding:
        return Finding(
            page=page, rule=RULE, engine="e", criteria=(), clauses=(), outcome=RuleOutcome.FAILED, impact="serious",
            selector="a", snippet="<a>", message="",
        )  # fmt: skip

    assert assessing.page_of(on(f"/_expiry/2026-11-02{ITEM}")) == ITEM
    assert assessing.page_of(on(ITEM)) == ITEM
    assert blocking([on(ITEM)]) == (on(ITEM),)
