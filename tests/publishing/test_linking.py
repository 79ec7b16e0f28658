"""Copies of folders that share unchanged files."""

import errno
from pathlib import Path

import pytest

from generator.publishing import linking
from generator.publishing.linking import linked_copy, share_unchanged, unshared


def folder(path: Path, **contents: str) -> Path:
    for name, content in contents.items():
        file = path / "sub" / f"{name}.html"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(content)
    return path


def texts(path: Path) -> dict[str, str]:
    return {file.stem: file.read_text() for file in path.rglob("*.html")}


def test_a_copy_is_made_of_links(tmp_path: Path) -> None:
    source = folder(tmp_path / "a", one="1", two="2")
    linked_copy(source, tmp_path / "deep" / "b")

    assert unshared(tmp_path / "deep" / "b", source) == []
    assert texts(tmp_path / "deep" / "b") == {"one": "1", "two": "2"}


def test_a_copy_that_is_there_is_left_as_it_is(tmp_path: Path) -> None:
    linked_copy(folder(tmp_path / "a", one="1"), folder(tmp_path / "b", one="old"))

    assert texts(tmp_path / "b") == {"one": "old"}


def test_what_a_crash_left_of_a_copy_is_not_part_of_the_next(tmp_path: Path) -> None:
    folder(tmp_path / ".b-next", half="?")
    linked_copy(folder(tmp_path / "a", one="1"), tmp_path / "b")

    assert texts(tmp_path / "b") == {"one": "1"}
    assert not (tmp_path / ".b-next").exists()


def test_only_files_with_the_same_bytes_are_shared(tmp_path: Path) -> None:
    old, new = (
        folder(tmp_path / "old", same="1", longer="1", other="1"),
        folder(tmp_path / "new", same="1", longer="12", other="2"),
    )
    is_same = share_unchanged(new, old)

    assert unshared(new, old) == ["sub/longer.html", "sub/other.html"]
    assert (is_same, texts(new)) == (False, {"same": "1", "longer": "12", "other": "2"})


@pytest.mark.parametrize(
    ("old", "new", "is_same"),
    [
        ({"a": "1"}, {"a": "1"}, True),
        ({"a": "1"}, {"a": "1", "b": "2"}, False),
        ({"a": "1", "b": "2"}, {"a": "1"}, False),
        ({"a": "1", "day": "1"}, {"a": "1", "day": "2"}, True),
        ({"a": "1", "day": "1"}, {"a": "1"}, True),
    ],
)
def test_two_sites_are_the_same_but_for_what_may_differ(
    tmp_path: Path,
    old: dict[str, str],
    new: dict[str, str],
    is_same: bool,  # noqa: FBT001 - one fact a row
) -> None:
    assert share_unchanged(folder(tmp_path / "new", **new), folder(tmp_path / "old", **old), ["day.html"]) is is_same


def test_without_links_files_are_copied(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_arguments: object, **_options: object) -> None:
        raise OSError(errno.EXDEV, "Invalid cross-device link")

    monkeypatch.setattr(linking.os, "link", refuse)
    old = folder(tmp_path / "old", one="1")
    linked_copy(old, tmp_path / "copy")

    assert share_unchanged(folder(tmp_path / "new", one="1"), old)
    assert (texts(tmp_path / "copy"), texts(tmp_path / "new")) == ({"one": "1"}, {"one": "1"})
    assert unshared(tmp_path / "copy", old) == ["sub/one.html"]
