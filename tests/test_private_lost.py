"""The private folder, lost whole or in part: nobody goes on by accident; work/ may be deleted at any time."""

import shutil

import pytest
from click.testing import CliRunner
from msgspec.structs import replace

from generator.cli import main
from generator.errors import ConfigurationError
from generator.folders import Folders
from generator.releases import loss, rollback
from generator.releases.expire import expire
from generator.store import Store
from tests.exports import Item
from tests.released import DECIDED, MEETING, Released, files, released, said
from tests.sites import DAY

__all__ = ["released"]
PLAIN = Item(title="Kokouksen avaus", properties=(DECIDED,))


def lose(released: Released, name: str) -> None:
    path = released.settings.private_dir / name
    shutil.rmtree(path) if path.is_dir() else path.unlink()


def refused(released: Released) -> tuple[str, str]:
    with pytest.raises(ConfigurationError) as error:
        released.publish()
    return error.value.code, error.value.where


def test_a_run_without_the_private_folder_is_refused_and_changes_nothing(released: Released) -> None:
    released.publish(PLAIN, said("Yksi."))
    site = files(released.settings.site_dir)
    shutil.rmtree(released.settings.private_dir)

    assert refused(released) == ("release.private_lost", "private")
    assert files(released.settings.site_dir) == site


def test_kept_releases_alone_tell_that_the_folder_is_lost(released: Released) -> None:
    released.publish(PLAIN, said("Yksi."))
    released.publish(PLAIN, said("Kaksi."))
    shutil.rmtree(released.settings.private_dir)
    shutil.rmtree(released.settings.site_dir)

    assert refused(released) == ("release.private_lost", "private")
    with pytest.raises(ConfigurationError):
        rollback.roll_back(released.settings, rollback.LATEST, DAY)
    assert len(list(released.settings.releases_dir.iterdir())) == 1


@pytest.mark.parametrize("name", ["addresses.jsonl", "publications.jsonl", "published", "releases.json", "withheld.jsonl"])
def test_a_part_that_is_lost_is_named(released: Released, name: str) -> None:
    released.publish(PLAIN, said("Yksi."))
    lose(released, name)

    assert refused(released) == ("release.private_part_lost", f"private/{name}")


def test_a_lost_key_is_named_because_nothing_withheld_is_found_without_it(released: Released) -> None:
    released.change(private_names="mask")
    released.publish(PLAIN, said("Hakija Vilhelmiina Kurkiaura pyytää lupaa."))
    lose(released, "key")
    refusal = refused(released)
    loss.begin_anew(released.settings)

    assert refusal == ("release.private_part_lost", "private/key")
    assert released.publish().decision.new


def test_one_lost_meeting_is_named(released: Released) -> None:
    released.publish(PLAIN, said("Yksi."))
    released.store.keep_releases(replace(released.releases, meetings=(MEETING, "lautakunta/2026-09-01")))

    assert refused(released) == ("release.private_part_lost", "private/published/lautakunta/2026-09-01.json")


def test_a_timer_says_that_site_and_folder_are_both_lost(released: Released) -> None:
    released.publish(PLAIN, said("Yksi."))
    folders = Folders(
        site_dir=released.settings.site_dir,
        private_dir=released.settings.private_dir,
        releases_dir=released.settings.releases_dir,
    )
    expire(folders, DAY)
    shutil.rmtree(released.settings.private_dir)
    shutil.rmtree(released.settings.site_dir)
    with pytest.raises(ConfigurationError) as error:
        expire(folders, DAY)

    assert (error.value.code, error.value.where, error.value.exit_code) == ("expiry.nothing_here", "site", 2)


def test_a_folder_that_was_lost_without_its_site_is_a_first_run(released: Released) -> None:
    released.publish(PLAIN, said("Yksi."))
    for folder in (released.settings.private_dir, released.settings.site_dir):
        shutil.rmtree(folder)

    assert released.publish().released


def test_addresses_of_a_first_run_that_broke_off_are_no_loss(released: Released) -> None:
    Store(released.settings.private_dir).keep_addresses([("casem:1", "hallitus/2026-09-14")])

    assert released.publish(PLAIN, said("Yksi.")).released


def test_new_private_says_what_it_forgets_and_goes_on(released: Released, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYKALA_LANGUAGE", "en")
    released.publish(PLAIN, said("Yksi."))
    released.publish(PLAIN, said("Kaksi."))
    shutil.rmtree(released.settings.private_dir)
    arguments = ["publish", "-f", str(released.settings.config_file), "--at", "2026-11-01", "--new-private"]
    done = CliRunner().invoke(main, arguments)

    assert done.exit_code == 0
    for word in ("addresses", "first publication", "last published versions", "kept releases", "decisions"):
        assert word in done.output
    assert not list(released.settings.releases_dir.iterdir())
    assert released.store.publications() == {MEETING: "2026-11-01"}
    assert released.publish().released


def test_new_private_keeps_what_is_not_lost(released: Released) -> None:
    released.publish(PLAIN, said("Yksi."))
    addresses = released.store.addresses()
    lose(released, "publications.jsonl")
    loss.begin_anew(released.settings)
    released.publish()

    assert released.store.addresses() == addresses
    assert [version.published for version in released.store.published()[MEETING].versions] == [DAY]


def test_new_private_forgets_nothing_that_is_there(released: Released) -> None:
    released.publish(PLAIN, said("Yksi."))
    before = files(released.settings.private_dir)
    loss.begin_anew(released.settings)

    assert files(released.settings.private_dir) == before


def test_without_work_the_next_run_makes_the_same_site_and_the_clocks_have_not_moved(released: Released) -> None:
    released.publish(PLAIN, said("Muutoksenhakukielto."))
    site, private = files(released.settings.site_dir), files(released.settings.private_dir)
    shutil.rmtree(released.settings.work_dir)
    released.day = DAY
    released.publish()

    assert files(released.settings.site_dir) == site
    assert files(released.settings.private_dir) == private


def test_without_work_on_a_later_day_nothing_but_that_day_changes(released: Released) -> None:
    released.publish(PLAIN, said("Yksi."))
    site, clocks = files(released.settings.site_dir), released.store.checked()
    shutil.rmtree(released.settings.work_dir)
    released.publish()
    now = files(released.settings.site_dir)

    assert {name for name in site.keys() | now.keys() if site.get(name) != now.get(name)} == {".well-known/pykala.json"}
    assert released.store.checked() == clocks == {MEETING: DAY}


def test_what_a_rollback_was_about_to_replace_when_it_broke_off_is_no_loss(
    released: Released, monkeypatch: pytest.MonkeyPatch
) -> None:
    released.publish(PLAIN, said("Yksi."))
    then = released.store.published()
    released.publish(PLAIN, said("Kaksi."))

    def crash(store: Store, _release: str) -> None:
        shutil.rmtree(store.folder / "published")
        raise KeyboardInterrupt

    with monkeypatch.context() as breaking:
        breaking.setattr(Store, "return_to", crash)
        with pytest.raises(KeyboardInterrupt):
            rollback.roll_back(released.settings, rollback.LATEST, released.day)
    loss.refuse(released.settings, released.store)
    with released.store.locked():
        rollback.recover(released.settings, released.store, released.day)

    assert released.store.published() == then
