"""Personal data goes on its day: out of every file of the site, of kept releases, and of what is remembered."""

import gzip
import json
import shutil
import subprocess
import sys
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from types import SimpleNamespace

import msgspec
import pytest
from click.testing import CliRunner, Result

from accessibility_rules import Outcome as RuleOutcome
from generator import audit, pipeline
from generator.audit import audit_site as _audit
from generator.audit.findings import Audit, Finding
from generator.cli import main
from generator.config import NamedDecision, Settings
from generator.deadlines.display import Display
from generator.errors import ReleaseError
from generator.model import expiry
from generator.pipeline import Outcome
from generator.progress import silent
from generator.publishing import expiry as release_expiry
from generator.redaction.decoding import texts
from generator.releases import rollback
from generator.store import KEY, Store
from tests import naming
from tests.exports import Item, casem, download
from tests.naming import NAME
from tests.redaction import pdfs

Town = Callable[..., Settings]
MEETING = "kaupunginhallitus/2026-09-14"
PERMIT, WHOLE = f"{MEETING}/2.html", f"{MEETING}/kokonaan.html"
PUBLISHED = date(2026, 10, 15)
# K 140 §: deemed informed on 22 October; 14 days from there are 5 November, a Thursday.
LAST = date(2026, 11, 5)
DAY = timedelta(days=1)
ROBOTS = '<meta name="robots" content="noindex, noarchive">'
INSTRUCTION = ("Correctioninstructions", "<p>Oikaisuvaatimusohje</p><p>Tähän päätökseen saa hakea oikaisua.</p>")
PLAIN = Item(title="Kokouksen avaus", properties=(("Decision", "<p>Avattiin.</p>"),))


def permit(text: str = f"Lupa myönnetään hakijalle {NAME}.", title: str = "Lupa laituriin", **more: str) -> Item:
    properties = (("Decision", f"<p>{text}</p>"), ("CaseNativeId", "TesDno-2026-77"), INSTRUCTION)
    return Item(title=title, properties=(*properties, *more.items()))


class Site:
    """A site that is published without a browser; *failing* are pages on which the next run finds a blocking error."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.failing: set[str] = set()
        self.audited: set[str] = set()

    def export(self, *items: Item, **more: object) -> None:
        casem(self.settings.sources[0].path / "casem", items or (PLAIN, permit()), **more)  # type: ignore[arg-type]  # what it takes

    def publish(self, day: date = PUBLISHED) -> Outcome:
        return pipeline.publish(self.settings, day, silent)

    def expire(self, day: date) -> str:
        done = CliRunner().invoke(main, ["expire", "-f", str(self.settings.config_file), "--at", day.isoformat()])
        assert done.exit_code == 0, done.output
        return done.output

    def keep(self, name: str) -> Path:
        """Keep the site as it is as an older release, which shares its files."""
        return Path(shutil.copytree(self.settings.site_dir, self.settings.releases_dir / name, copy_function=_linked))

    def named(self) -> list[str]:
        """Return the files in which the name stands, in any form that our own leak scan can read, and in plain bytes."""
        folders = (self.settings.site_dir, self.settings.releases_dir, self.settings.private_dir)
        paths = (path for folder in folders for path in sorted(folder.rglob("*")) if path.is_file())
        root = self.settings.config_file.parent
        return [path.relative_to(root).as_posix() for path in paths if _says(path)]

    def read(self, path: str) -> str:
        return (self.settings.site_dir / path).read_text(encoding="utf-8")


def _linked(source: str, target: str) -> str:
    Path(target).hardlink_to(source)
    return target


def _says(path: Path) -> bool:
    content = path.read_bytes()
    # The key is random bytes, which nothing reads as a text.
    return NAME.encode() in content or (path.name != KEY and any(NAME in text for text in texts(content)))


def files(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


@pytest.fixture
def site(town: Town, monkeypatch: pytest.MonkeyPatch) -> Site:
    naming.install(monkeypatch)
    settings = town()
    (source,) = settings.sources
    made = Site(
        msgspec.structs.replace(
            settings,
            sources=(msgspec.structs.replace(source, minutes="checked"),),
            private_names="ask",
            named_decisions=(NamedDecision(function_class="TesDno-2026", organization=None),),
            registry_office={"fi": "Testilän kirjaamo, Torikatu 1"},
            url="https://testila.example/",
        )
    )

    def audited(folder: Path, pages: list[str], *, language: str, **_: object) -> Audit:
        made.audited |= set(pages)
        found = audit.audit_files(folder, pages, language=language)
        own = tuple(_finding(page) for page in pages if page in made.failing)
        return msgspec.structs.replace(found, findings=(*(f for f in found.findings if f.outcome is RuleOutcome.FAILED), *own))

    monkeypatch.setattr("generator.workshop.audit.audit_site", audited)
    return made


def _finding(page: str) -> Finding:
    return Finding(
        page=page, rule="link_text_vague", engine="pykala", criteria=("2.4.4",), clauses=("9.2.4.4",),
        outcome=RuleOutcome.FAILED, impact="serious", selector="a", snippet="<a>", message="",
    )  # fmt: skip


def test_the_name_stands_on_the_page_of_its_item_and_in_the_whole_minutes_and_nowhere_else(site: Site) -> None:
    site.export()
    outcome = site.publish()

    assert outcome.decision.held == ()
    assert [path for path in site.named() if not path.startswith("private")] == [f"site/{PERMIT}", f"site/{WHOLE}"]
    assert [path for path in site.named() if path.startswith("private")] == [f"private/published/{MEETING}.json"]


@pytest.mark.parametrize(("day", "is_there"), [(LAST - DAY, True), (LAST, True), (LAST + DAY, False)])
def test_the_day_before_and_on_the_last_day_it_is_there_and_on_the_day_after_in_no_file(
    site: Site, day: date, *, is_there: bool
) -> None:
    site.export()
    site.publish()
    site.keep("2026-10-14-1")
    before = files(site.settings.site_dir)
    site.expire(day)

    assert bool(site.named()) is is_there
    assert (files(site.settings.site_dir) == before) is is_there


def test_a_name_goes_also_when_its_meeting_is_held_back_and_when_everything_is(site: Site) -> None:
    site.export()
    site.publish()
    site.export(PLAIN, permit(title="Uusi otsikko"))
    site.failing = {f"/{PERMIT}", "/index.html"}
    held = site.publish(LAST)
    was_there = site.named()
    site.expire(LAST + DAY)

    assert held.decision.new == ()
    assert was_there
    assert site.named() == []


@pytest.mark.parametrize("failing", [{f"/{PERMIT}"}, {"/index.html"}], ids=["meeting held", "all held"])
def test_a_later_run_takes_an_overdue_name_off_by_itself_whatever_is_held(site: Site, failing: set[str]) -> None:
    site.export()
    site.publish()
    site.export(PLAIN, permit(title="Uusi otsikko"))
    site.failing = failing
    outcome = site.publish(LAST + DAY)

    assert outcome.decision.new == ()
    assert site.named() == []


def test_the_page_after_the_day_is_the_one_that_a_later_run_makes_and_no_clock_moves(site: Site) -> None:
    site.export()
    site.publish()
    site.expire(LAST + DAY)
    expired = site.read(PERMIT)
    versions = Store(site.settings.private_dir).published()[MEETING].versions
    site.publish(LAST + 30 * DAY)

    assert "[nimi poistettu]" in expired
    assert site.read(PERMIT) == expired
    assert Store(site.settings.private_dir).published()[MEETING].versions == versions
    assert site.named() == []


def test_a_deleted_work_folder_changes_nothing(site: Site) -> None:
    site.export()
    site.publish()
    before = files(site.settings.site_dir)
    shutil.rmtree(site.settings.work_dir)
    site.publish()

    assert files(site.settings.site_dir) == before


def test_an_item_that_comes_back_after_its_last_day_names_nobody(site: Site) -> None:
    site.export()
    site.publish()
    site.export(PLAIN)
    site.publish(PUBLISHED + 7 * DAY)
    site.export()
    site.publish(LAST + DAY)

    assert "[nimi poistettu]" in site.read(PERMIT)
    assert site.named() == []


def test_a_published_meeting_whose_export_is_gone_loses_its_names_too(site: Site) -> None:
    site.export()
    site.publish()
    (site.settings.sources[0].path / "casem").rename(site.settings.config_file.parent / "pois")
    before = site.publish(LAST)
    was_there = site.named()
    site.publish(LAST + DAY)

    assert before.decision.new == ()
    assert was_there
    assert site.named() == []


def test_the_script_of_the_web_host_does_the_same_as_the_command(site: Site, tmp_path: Path) -> None:
    site.export()
    site.publish()
    served = Path(shutil.copytree(site.settings.site_dir, tmp_path / "served"))
    site.expire(LAST + DAY)
    subprocess.run(["sh", str(served / "expire.sh"), (LAST + DAY).isoformat()], check=True, capture_output=True)

    assert files(served) == files(site.settings.site_dir)


@pytest.mark.parametrize("expired_before", [True, False], ids=["expired, then rolled back", "rolled back, overdue"])
def test_a_release_that_is_put_back_brings_no_name_back(site: Site, *, expired_before: bool) -> None:
    site.export()
    site.publish()
    site.export(PLAIN, permit(), Item(title="Uusi asia", properties=(("Decision", "<p>Hyväksyttiin.</p>"),)))
    site.publish(PUBLISHED + DAY)
    kept = [path for path in site.named() if path.startswith("releases/")]
    if expired_before:
        site.expire(LAST + DAY)
    rollback.roll_back(site.settings, rollback.LATEST, LAST + DAY)

    assert len(kept) == 2
    assert "Uusi asia" not in site.read(f"{MEETING}.html")
    assert site.named() == []


def test_names_go_where_one_remembered_file_is_damaged(site: Site) -> None:
    site.export()
    site.publish()
    (site.settings.private_dir / "published" / "a.json").write_bytes(b"{")
    done = CliRunner().invoke(main, ["expire", "-f", str(site.settings.config_file), "--at", (LAST + DAY).isoformat()])

    assert (done.exit_code, "a.json" in done.output) == (2, True)
    assert site.named() == []


def test_a_run_that_broke_off_leaves_no_name_behind(site: Site) -> None:
    site.export()
    site.publish()
    remembered = site.settings.private_dir / "published" / f"{MEETING}.json"
    shutil.copy(remembered, remembered.with_name(f".{remembered.name}-next"))
    site.expire(LAST + DAY)

    assert site.named() == []


def _tried(site: Site) -> Result:
    return CliRunner().invoke(main, ["expire", "-f", str(site.settings.config_file), "--at", (LAST + DAY).isoformat()])


def test_a_site_that_is_not_in_its_place_is_told_and_all_else_is_taken_off(site: Site) -> None:
    site.export()
    site.publish()
    site.keep("2026-10-14-1")
    site.settings.site_dir.rename(site.settings.site_dir.with_name("muualla"))
    done = _tried(site)

    assert (done.exit_code, "site: sivuston kansiota ei ole" in done.output) == (2, True)
    assert site.named() == []


def test_a_site_that_cannot_be_written_keeps_no_name_elsewhere(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    site.export()
    site.publish()
    site.keep("2026-10-14-1")
    real = release_expiry.apply

    def apply(folder: Path, day: date) -> tuple[str, ...]:
        if folder == site.settings.site_dir:
            raise PermissionError(13, "Permission denied", str(folder / PERMIT))
        return real(folder, day)

    monkeypatch.setattr(release_expiry, "apply", apply)
    done = _tried(site)

    assert (done.exit_code, "2.html" in done.output) == (1, True)
    assert site.named() == [f"site/{PERMIT}", f"site/{WHOLE}"]


@pytest.mark.parametrize("name", ["vanhat", "20261101", "2026-99-99"])
def test_a_strange_folder_among_the_days_keeps_no_name_on_the_site(site: Site, name: str) -> None:
    site.export()
    site.publish()
    (site.settings.site_dir / "_expiry" / name).mkdir()
    site.expire(LAST + DAY)

    assert site.named() == []
    assert not (site.settings.site_dir / "_expiry").exists()


def test_a_command_waits_for_no_other_run_and_says_so(site: Site) -> None:
    site.export()
    site.publish()
    with Store(site.settings.private_dir).locked():
        done = CliRunner().invoke(main, ["expire", "-f", str(site.settings.config_file), "--at", (LAST + DAY).isoformat()])

    assert done.exit_code == 2
    assert "toinen ajo on käynnissä" in done.output


def test_what_waits_for_its_day_is_no_page_when_a_folder_is_audited(site: Site) -> None:
    site.export()
    site.publish()

    assert (site.settings.site_dir / "_expiry").is_dir()
    assert not [page for page in audit.pages_in(site.settings.site_dir) if "_expiry" in page]


def test_a_packed_copy_beside_a_page_goes_with_it(site: Site) -> None:
    site.export()
    site.publish()
    packed = site.settings.site_dir / f"{PERMIT}.gz"
    packed.write_bytes(gzip.compress(site.read(PERMIT).encode()))
    was_there = f"site/{PERMIT}.gz" in site.named()
    site.expire(LAST + DAY)

    assert was_there
    assert not packed.exists()


def test_only_pages_that_name_somebody_for_a_time_tell_machines_to_keep_away(site: Site) -> None:
    site.export()
    site.publish()
    told = {name for name, content in files(site.settings.site_dir).items() if ROBOTS.encode() in content}
    site.expire(LAST + DAY)
    after = {name for name, content in files(site.settings.site_dir).items() if ROBOTS.encode() in content}

    assert (told, after) == ({PERMIT, WHOLE}, set())


def test_the_search_and_the_sitemap_never_learn_of_a_name(site: Site) -> None:
    site.export()
    site.publish()

    assert f"<span data-pagefind-ignore>{NAME}</span>" in site.read(PERMIT)
    assert site.read("sitemap.xml").count(PERMIT) == 0
    assert f"{MEETING}/1.html" in site.read("sitemap.xml")


def test_a_monitor_sees_when_something_goes_next(site: Site) -> None:
    site.export()
    site.publish()
    before = json.loads(site.read(".well-known/pykala.json"))
    site.expire(LAST + DAY)

    assert before == {"release": "2026-10-15", "next_expiry": "2026-11-06"}
    assert json.loads(site.read(".well-known/pykala.json")) == {"release": "2026-10-15", "next_expiry": None}


def test_the_command_says_what_went_and_what_goes_next(site: Site) -> None:
    site.export()
    site.publish()

    assert site.expire(LAST) == "Mitään ei ollut poistettavana. Seuraavan kerran poistetaan 2026-11-06.\n"
    assert site.expire(LAST + DAY) == "Poistettu, mitä piti poistaa: 2026-11-06. Muuta ajastettua ei ole.\n"
    assert site.expire(LAST + DAY) == "Mitään ei ollut poistettavana. Muuta ajastettua ei ole.\n"


def test_every_page_that_waits_for_its_day_is_audited(site: Site) -> None:
    site.export()
    site.publish()
    waiting = {f"/{name}" for name in files(site.settings.site_dir) if name.startswith("_expiry") and name.endswith(".html")}

    assert waiting == {f"/_expiry/2026-11-06/{name}" for name in (PERMIT, WHOLE)}
    assert waiting <= site.audited


def test_an_error_on_a_page_that_waits_holds_its_meeting_back(site: Site) -> None:
    site.export()
    site.failing = {f"/_expiry/2026-11-06/{PERMIT}"}
    outcome = site.publish()

    assert [held.meeting for held in outcome.decision.held] == [MEETING]
    assert site.named() == []


def test_a_name_on_a_page_that_waits_stops_the_release(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    site.export()
    forgetful = SimpleNamespace(**{**vars(expiry), "at": lambda meeting, _: msgspec.structs.replace(meeting, number="9")})
    monkeypatch.setattr("generator.rendering.variants.expiry", forgetful)

    with pytest.raises(ReleaseError, match="_expiry/2026-11-06"):
        site.publish()
    assert not site.settings.site_dir.exists()


@pytest.mark.parametrize(
    "changed",
    [
        permit(Muutoksenhaku="").properties[:2],
        (*permit().properties[:2], ("Correctioninstructions", "<p>Muutoksenhakukielto</p>")),
    ],
    ids=["no instruction", "prohibited"],
)
def test_nobody_is_named_where_no_last_day_is_known(site: Site, changed: tuple[tuple[str, str], ...]) -> None:
    site.export(PLAIN, Item(title="Lupa", properties=changed))
    site.publish()

    assert site.named() == []
    assert "[nimi poistettu]" in site.read(PERMIT)


def test_minutes_that_are_not_checked_name_nobody(site: Site) -> None:
    (source,) = site.settings.sources
    site.settings = msgspec.structs.replace(site.settings, sources=(msgspec.structs.replace(source, minutes="as_marked"),))
    site.export()
    site.publish()

    assert site.named() == []


def test_a_site_is_brought_to_its_day_without_mkdocs_browser_and_detectors(site: Site) -> None:
    site.export()
    site.publish()
    script = (
        "import sys\n"
        "from click.testing import CliRunner\n"
        "from generator.cli import main\n"
        f"done = CliRunner().invoke(main, ['expire', '-f', {str(site.settings.config_file)!r}, '--at', '2026-11-06'])\n"
        "heavy = {'mkdocs', 'selenium', 'pikepdf', 'lingua', 'pypdfium2', 'pycrfsuite', 'lxml', 'jinja2'}\n"
        "loaded = {name.split('.')[0] for name in sys.modules}\n"
        "print(done.exit_code, sorted(loaded & heavy), 'generator.redaction' in sys.modules)\n"
    )
    done = subprocess.run([sys.executable, "-c", script], check=True, capture_output=True, text=True)

    assert done.stdout == "0 [] False\n"
    assert site.named() == []


class TestEndOfThePage:
    """The text of a meeting goes as a whole, by the municipality's own policy."""

    LAST = PUBLISHED + timedelta(days=60)

    @pytest.fixture(autouse=True)
    def _sixty_days(self, site: Site) -> None:
        rules = msgspec.structs.replace(site.settings.deadlines, display={"*": Display(page_days=60)})
        site.settings = msgspec.structs.replace(site.settings, deadlines=rules)
        site.export(PLAIN, permit(Attachments=download(8001, "Kartta.pdf")), files={"8001.pdf": pdfs.pdf("Kartta alueesta.")})
        site.publish()

    def test_the_text_stands_on_its_last_day(self, site: Site) -> None:
        site.expire(self.LAST)

        assert "Lupa myönnetään" in site.read(PERMIT)
        assert (site.settings.site_dir / MEETING / "2" / "liite-1.pdf").is_file()

    def test_on_the_day_after_text_files_and_titles_are_gone_and_the_addresses_answer(self, site: Site) -> None:
        site.expire(self.LAST + DAY)
        left = files(site.settings.site_dir)

        words = ("Lupa", "Kartta", "Kokouksen avaus", "Avattiin", NAME)
        assert [(name, word) for name, content in left.items() for word in words if word.encode() in content] == []
        assert not [name for name in left if name.endswith(".pdf")]
        assert "Nähtävilläoloaika on päättynyt" in site.read(PERMIT)
        assert "Testilän kirjaamo" in site.read(PERMIT)
        assert {f"{MEETING}.html", f"{MEETING}/1.html", PERMIT, WHOLE} <= left.keys()

    def test_what_is_remembered_is_as_short(self, site: Site) -> None:
        site.expire(self.LAST + DAY)

        assert not any("Lupa" in content.decode() for content in files(site.settings.private_dir / "published").values())

    def test_a_later_run_makes_the_same_pages(self, site: Site) -> None:
        site.expire(self.LAST + DAY)
        expired = files(site.settings.site_dir)
        versions = Store(site.settings.private_dir).published()[MEETING].versions
        site.publish(self.LAST + DAY)
        again = files(site.settings.site_dir)

        passing = {".well-known/pykala.json", "sitemap.xml"}
        differing = {name for name in expired.keys() | again.keys() if expired.get(name) != again.get(name)}
        shared = ("index.html", "haku.html", "saavutettavuusseloste.html")
        assert differing - passing == {*shared, *(f"sv/{name}" for name in shared)}
        assert Store(site.settings.private_dir).published()[MEETING].versions == versions

    def test_every_page_that_waits_is_audited(self, site: Site) -> None:
        waiting = {f"/{name}" for name in files(site.settings.site_dir) if name.startswith("_expiry") and name.endswith("html")}

        assert f"/{expiry.prepared(self.LAST + DAY)}/{MEETING}.html" in waiting
        assert waiting <= site.audited


@pytest.mark.browser
def test_pages_with_names_and_those_that_take_their_place_pass_the_audit_in_the_browser(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("generator.workshop.audit.audit_site", _audit)
    rules = msgspec.structs.replace(site.settings.deadlines, display={"*": Display(page_days=60)})
    site.settings = msgspec.structs.replace(site.settings, deadlines=rules)
    site.export()
    outcome = site.publish()
    waiting = [page for page in outcome.audit.pages if page.path.startswith("/_expiry")]

    assert [finding for finding in outcome.audit.findings if finding.outcome is RuleOutcome.FAILED] == []
    assert len(waiting) >= 6
    assert {page.engines[:3] for page in waiting} == {("accessibility_rules", "axe-core", "Chromium")}
