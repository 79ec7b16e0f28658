"""Releases that were replaced: kept at the cost of what changed, put back whole, and gone when they show what must not be."""

import errno
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner
from msgspec.structs import replace

from generator.cli import main
from generator.errors import ConfigurationError, ReleaseError
from generator.publishing import release
from generator.releases import kept, rollback
from generator.releases.rollback import LATEST, roll_back
from tests.exports import Item, download
from tests.redaction import pdfs
from tests.released import CHECKED, DECIDED, MEETING, Released, files, released, said
from tests.sites import DAY

__all__ = ["released"]
FIRST, SECOND, THIRD = "2026-10-15-1", "2026-10-16-1", "2026-10-17-1"
PLAIN = Item(title="Kokouksen avaus", properties=(DECIDED,))
OLD = "Vanha teksti kertoo hakijan tilanteesta niin laajasti, että siitä tulee monta sanaa."
NEW = "Uusi teksti kertoo jostain aivan muusta."
SECRET = ("PublicityClass", "Salassa pidettävä")


def inodes(folder: Path) -> dict[str, int]:
    return {path.relative_to(folder).as_posix(): path.stat().st_ino for path in folder.rglob("*") if path.is_file()}


def test_the_replaced_site_is_kept_with_all_its_bytes(released: Released) -> None:
    released.publish(PLAIN, said(OLD))
    before = files(released.settings.site_dir)
    released.publish(PLAIN, said(NEW))

    assert files(released.kept(FIRST)) == before
    assert (released.releases.current, released.releases.kept) == (SECOND, (FIRST,))


def test_a_kept_release_costs_only_what_changed(released: Released) -> None:
    released.publish(PLAIN, said(OLD))
    released.publish(PLAIN, said(NEW))
    site, old = files(released.settings.site_dir), files(released.kept(FIRST))
    now = inodes(released.settings.site_dir)
    shared = {name for name, inode in inodes(released.kept(FIRST)).items() if now.get(name) == inode}

    assert shared == {name for name in old if old[name] == site.get(name)}
    assert 0 < len(old) - len(shared) < len(old) / 2


def test_a_run_that_changes_nothing_but_the_day_keeps_nothing(released: Released) -> None:
    released.publish(PLAIN, said(OLD))
    released.publish()
    released.publish()

    assert (released.releases.current, released.releases.kept) == (FIRST, ())
    assert not released.settings.releases_dir.exists() or not list(released.settings.releases_dir.iterdir())


def test_no_more_are_kept_than_wanted(released: Released) -> None:
    for text in ("Yksi asia.", "Kaksi asiaa.", "Kolme asiaa.", "Neljä asiaa."):
        released.publish(PLAIN, said(text))

    assert released.releases.kept == (SECOND, THIRD)
    assert sorted(path.name for path in released.settings.releases_dir.iterdir()) == [SECOND, THIRD]
    assert sorted(path.name for path in released.store.snapshots.iterdir()) == [SECOND, THIRD]


def test_none_are_kept_where_none_are_wanted(released: Released) -> None:
    released.change(keep_releases=0)
    released.publish(PLAIN, said(OLD))
    released.publish(PLAIN, said(NEW))

    assert (released.releases.kept, released.settings.releases_dir.exists()) == ((), False)


def test_releases_of_one_day_are_counted(released: Released) -> None:
    released.publish(PLAIN, said(OLD))
    released.day = DAY
    released.publish(PLAIN, said(NEW))

    assert (released.releases.current, released.releases.kept) == ("2026-10-15-2", (FIRST,))


def test_a_site_that_was_lost_is_made_again_under_its_name(released: Released) -> None:
    released.publish(PLAIN, said(OLD))
    before = released.releases
    shutil.rmtree(released.settings.site_dir)
    released.day = DAY
    released.publish()

    assert released.releases == before


def test_a_rollback_brings_the_old_bytes_back_and_keeps_the_new_ones(released: Released) -> None:
    released.publish(PLAIN, said(OLD))
    old = files(released.settings.site_dir)
    released.publish(PLAIN, said(NEW))
    new = files(released.settings.site_dir)
    roll_back(released.settings, LATEST, released.day)

    assert files(released.settings.site_dir) == old
    assert files(released.kept(SECOND)) == new
    assert (released.releases.current, released.releases.kept) == (FIRST, (SECOND,))


def test_a_rollback_of_a_rollback_is_where_it_was(released: Released) -> None:
    released.publish(PLAIN, said(OLD))
    released.publish(PLAIN, said(NEW))
    new, published = files(released.settings.site_dir), released.store.published()
    roll_back(released.settings, LATEST, released.day)
    roll_back(released.settings, LATEST, released.day)

    assert files(released.settings.site_dir) == new
    assert released.store.published() == published


def test_after_a_rollback_the_private_folder_says_what_the_site_does(released: Released) -> None:
    released.publish(PLAIN, said(OLD))
    then = released.store.published()
    released.publish(PLAIN, said(NEW))
    roll_back(released.settings, FIRST, released.day)

    assert released.store.published() == then


def test_after_a_rollback_a_held_meeting_stays_as_the_site_shows_it(released: Released) -> None:
    links = ("Attachments", download(8001, "Kartta.pdf"))
    released.publish(PLAIN, said(OLD, links), files={"8001.pdf": pdfs.pdf("Kartta alueesta.")})
    before = files(released.settings.site_dir / MEETING)
    released.publish(PLAIN, said(NEW, links), files={"8001.pdf": pdfs.pdf("Uusi kartta.")})
    roll_back(released.settings, FIRST, released.day)
    source = released.settings.sources[0]
    released.change(sources=(replace(source, minutes="as_marked"),))
    outcome = released.publish()

    assert [held.reasons for held in outcome.decision.held] == [("publishing.minutes_unchecked",)]
    assert files(released.settings.site_dir / MEETING) == before


def test_after_a_rollback_the_next_run_publishes_what_is_exported(released: Released) -> None:
    released.publish(PLAIN, said(OLD))
    released.publish(PLAIN, said(NEW))
    new = files(released.settings.site_dir / MEETING)
    roll_back(released.settings, LATEST, released.day)
    released.day = DAY.replace(day=16)
    released.publish()

    assert files(released.settings.site_dir / MEETING) == new
    assert released.releases.kept == (SECOND, FIRST)


def test_a_rollback_does_not_move_the_day_on_which_checked_minutes_were_published(released: Released) -> None:
    source = released.settings.sources[0]
    released.change(sources=(replace(source, minutes="as_marked"),))
    released.publish(Item(title="Kokouksen avaus"), Item(title="Hakemus"))
    released.publish(PLAIN, said(NEW), cover=[CHECKED])
    roll_back(released.settings, FIRST, released.day)
    released.day = DAY.replace(day=25)
    released.publish()
    versions = released.store.published()[MEETING].versions

    assert [version.published.day for version in versions] == [15, 16]


def test_what_became_secret_leaves_the_kept_releases_in_the_same_run(released: Released) -> None:
    released.publish(PLAIN, said(OLD))
    released.publish(PLAIN, said(OLD, title="Toinen otsikko"))
    had = released.says(OLD)
    outcome = released.publish(PLAIN, said(OLD, SECRET, title="Toinen otsikko"))

    assert had == {"site", "kept", "private"}
    assert released.says(OLD) == set()
    assert outcome.deleted == (FIRST, SECOND)
    assert released.releases.kept == ()


@pytest.mark.parametrize("sense", ["shows_what_must_go", "_leaks"])
def test_a_passage_that_is_marked_now_leaves_the_kept_releases_by_either_sense(
    released: Released, sense: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The model tells that a passage went, and the words that went are looked for in every file: each alone is enough."""
    monkeypatch.setattr(f"generator.releases.releasing.{sense}", lambda *_arguments: False)
    released.publish(PLAIN, said(OLD))
    released.publish(PLAIN, said(OLD), said(NEW))
    marked = f"<p>Alku.</p><p>Salassa pidettävä:</p><p>{OLD}</p>"
    outcome = released.publish(PLAIN, Item(title="Hakemus", properties=(("Description", marked), DECIDED)), said(NEW))

    assert outcome.deleted == (FIRST, SECOND)
    assert released.says(OLD) == set()


def test_a_withdrawn_attachment_leaves_the_kept_releases(released: Released) -> None:
    content = {"8001.pdf": pdfs.pdf("Kartta alueesta.")}
    released.publish(PLAIN, said(OLD, ("Attachments", download(8001, "Kartta.pdf"))), files=content)
    released.publish(PLAIN, said(NEW, ("Attachments", download(8001, "Kartta.pdf"))), files=content)
    outcome = released.publish(
        PLAIN, said(NEW, ("Attachments", download(8001, "Kartta (salassa pidettävä).pdf"))), files=content
    )

    assert outcome.deleted == (FIRST, SECOND)
    assert not list(released.settings.releases_dir.rglob("*.pdf"))


def test_releases_that_show_nothing_withheld_stay(released: Released) -> None:
    released.publish(PLAIN, said(OLD, SECRET))
    released.publish(PLAIN, said(OLD, SECRET), said(NEW))
    outcome = released.publish(PLAIN, said(OLD, SECRET), said("Kolmas teksti."))

    assert (outcome.deleted, released.releases.kept) == ((), (FIRST, SECOND))


def test_a_release_that_is_not_kept_is_refused_in_one_sentence(released: Released) -> None:
    released.publish(PLAIN, said(OLD))
    for name in (LATEST, "2020-01-01-1", "../site"):
        with pytest.raises(ConfigurationError) as error:
            roll_back(released.settings, name, released.day)
        assert error.value.code == "release.not_kept"


def test_the_list_says_day_pages_and_state(released: Released, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYKALA_LANGUAGE", "en")
    released.publish(PLAIN, said(OLD))
    released.publish(PLAIN, said(NEW))
    pages = len(list(released.settings.site_dir.rglob("*.html")))
    listed = CliRunner().invoke(main, ["release", "--list", "-f", str(released.settings.config_file)])

    assert listed.output == f"{SECOND}  {pages} pages  on the site\n{FIRST}  {pages} pages  kept\n"
    assert CliRunner().invoke(main, ["release", "-f", str(released.settings.config_file)]).exit_code == 2


def test_the_command_rolls_back_to_the_last_one(released: Released) -> None:
    released.publish(PLAIN, said(OLD))
    released.publish(PLAIN, said(NEW))
    done = CliRunner().invoke(main, ["release", "-f", str(released.settings.config_file), "--at", "2026-10-20", "--rollback"])

    assert (done.exit_code, released.releases.current) == (0, FIRST)


@pytest.mark.parametrize("broken", ["swap", "return_to", "clear"])
def test_a_rollback_that_breaks_off_is_finished_by_the_next_run(
    released: Released, broken: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    released.publish(PLAIN, said(OLD))
    old, then = files(released.settings.site_dir), released.store.published()
    released.publish(PLAIN, said(NEW))
    new = files(released.settings.site_dir)
    owner: object = {"swap": release, "return_to": type(released.store), "clear": kept}[broken]

    def crash(*_arguments: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as breaking:
        whole = kept.clear
        calls: list[None] = []

        def crash_later(*arguments: object) -> None:
            calls.append(None)
            if len(calls) > 1:
                raise KeyboardInterrupt
            whole(*arguments)  # type: ignore[arg-type]  # its own arguments

        breaking.setattr(owner, broken, crash_later if broken == "clear" else crash)
        with pytest.raises(KeyboardInterrupt):
            roll_back(released.settings, LATEST, released.day)
    site = files(released.settings.site_dir)
    with released.store.locked():
        rollback.recover(released.settings, released.store, released.day)

    assert site in (old, new)
    assert files(released.settings.site_dir) == old
    assert released.store.published() == then
    assert files(released.kept(SECOND)) == new
    assert sorted(path.name for path in released.settings.releases_dir.iterdir()) == [SECOND]


@pytest.mark.parametrize("broken", ["prepare_published", "remember", "keep_published", "keep_releases"])
def test_a_publication_that_breaks_off_leaves_the_same_after_the_next_run(
    released: Released, broken: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    released.publish(PLAIN, said(OLD))
    old = files(released.settings.site_dir)

    def crash(*_arguments: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as breaking:
        breaking.setattr(type(released.store), broken, crash)
        with pytest.raises(KeyboardInterrupt):
            released.publish(PLAIN, said(NEW))
    broken_off = files(released.settings.site_dir)
    released.publish()

    assert broken_off == old or broken == "keep_published"
    assert files(released.kept(FIRST)) == old
    assert (released.releases.current, released.releases.kept) == (SECOND, (FIRST,))
    assert released.store.published_with(FIRST)[MEETING] != released.store.published()[MEETING]
    assert not [path for path in tmp_path.rglob(".*-next*") if "work" not in path.parts]


def test_a_kept_release_is_for_links_and_not_for_copies(released: Released) -> None:
    """What a run writes, it renames into place: a file that two releases share is never written in place."""
    released.publish(PLAIN, said(OLD))
    released.publish(PLAIN, said(NEW))
    before = files(released.kept(FIRST))
    released.publish(PLAIN, said("Kolmas teksti."))

    assert files(released.kept(FIRST)) == before
    assert {path.stat().st_nlink for path in released.kept(FIRST).rglob("*.css")} == {3}


def expiring(site: Path) -> None:
    """Let the front page of *site* be another from 20 October on."""
    prepared = site / "_expiry" / "2026-10-20"
    prepared.mkdir(parents=True)
    (prepared / "index.html").write_text("Aika on ohi.")


@pytest.mark.parametrize(("day", "front"), [(19, "Testilä"), (20, "Aika on ohi."), (21, "Aika on ohi.")])
def test_what_time_has_taken_does_not_come_back_with_a_rollback(released: Released, day: int, front: str) -> None:
    released.publish(PLAIN, said(OLD))
    expiring(released.settings.site_dir)
    released.publish(PLAIN, said(NEW))
    roll_back(released.settings, FIRST, DAY.replace(day=day))

    assert front in (released.settings.site_dir / "index.html").read_text()
    assert (released.settings.site_dir / "_expiry").exists() is (day == 19)


def test_a_run_takes_off_kept_releases_what_time_has_taken(released: Released) -> None:
    released.publish(PLAIN, said(OLD))
    expiring(released.settings.site_dir)
    released.publish(PLAIN, said(NEW))
    released.day = DAY.replace(day=20)
    released.publish()

    assert (released.kept(FIRST) / "index.html").read_text() == "Aika on ohi."


def test_minutes_count_as_checked_only_where_the_export_or_the_source_says_so(released: Released) -> None:
    source = released.settings.sources[0]
    released.change(sources=(replace(source, minutes="as_marked"),))
    unmarked = released.publish(PLAIN, said(NEW))
    marked = released.publish(PLAIN, said(NEW), cover=[CHECKED])

    assert [held.reasons for held in unmarked.decision.held] == [("publishing.minutes_unchecked",)]
    assert (unmarked.released, marked.decision.held, released.store.checked()) == (False, (), {MEETING: DAY.replace(day=16)})


def test_a_site_that_cannot_be_replaced_leaves_everything_as_it_was(
    released: Released, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_arguments: object) -> None:
        raise OSError(errno.EACCES, "Permission denied")

    with monkeypatch.context() as breaking:
        breaking.setattr(release, "_exchange", refuse)
        with pytest.raises(ReleaseError):
            released.publish(PLAIN, said(OLD))
    released.publish()
    released.publish(PLAIN, said(NEW))
    before, site, known = released.store.published(), files(released.settings.site_dir), released.releases
    monkeypatch.setattr(release, "_exchange", refuse)
    with pytest.raises(ReleaseError):
        roll_back(released.settings, LATEST, released.day)

    assert (released.store.published(), files(released.settings.site_dir), released.releases) == (before, site, known)
    assert [path.name for path in released.settings.releases_dir.iterdir()] == list(known.kept)
