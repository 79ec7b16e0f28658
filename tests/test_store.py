"""The private folder: what cannot be made again."""

from datetime import date
from pathlib import Path

import pytest

from generator.errors import ConfigurationError
from generator.store import Store


def test_an_address_once_given_is_not_given_again(tmp_path: Path) -> None:
    store = Store(tmp_path)
    store.keep_addresses([("casem:1", "hallitus/2026-09-14")])
    store.keep_addresses([("casem:1", "hallitus/2026-09-15"), ("casem:2", "hallitus/2026-09-28")])

    assert store.addresses() == {"casem:1": "hallitus/2026-09-14", "casem:2": "hallitus/2026-09-28"}


def test_the_folder_is_for_its_owner_alone(tmp_path: Path) -> None:
    store = Store(tmp_path / "private")
    with store.locked():
        assert (tmp_path / "private").stat().st_mode & 0o777 == 0o700


def test_two_runs_at_once_are_refused_in_one_sentence(tmp_path: Path) -> None:
    with Store(tmp_path).locked(), pytest.raises(ConfigurationError) as error, Store(tmp_path).locked():
        pass

    assert error.value.code == "publishing.locked"


def test_a_damaged_file_is_named(tmp_path: Path) -> None:
    (tmp_path / "addresses.jsonl").write_text('{"source": "a", "id"\n')

    with pytest.raises(ConfigurationError, match=r"addresses\.jsonl: "):
        Store(tmp_path).addresses()


def test_nothing_is_written_when_nothing_changed(tmp_path: Path) -> None:
    store = Store(tmp_path)
    store.keep_addresses([("casem:1", "hallitus/2026-09-14")])
    before = (tmp_path / "addresses.jsonl").stat().st_mtime_ns
    store.keep_addresses([("casem:1", "hallitus/2026-09-14")])
    store.keep_published([], date(2026, 10, 15))

    assert (tmp_path / "addresses.jsonl").stat().st_mtime_ns == before
