"""Where a site lies is read without mkdocs as mkdocs reads it."""

from collections.abc import Callable
from pathlib import Path

import pytest

from generator import config, folders
from generator.config import Settings
from generator.errors import ConfigurationError

PLUGIN = "plugins:\n  - pykala:\n      private_dir: yksityinen\n      releases_dir: vanhat\n"


def written(folder: Path, text: str, name: str = "mkdocs.yml") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def names(folder: Path, config_file: Path) -> tuple[str, ...]:
    found = folders.read(config_file)
    return tuple(path.relative_to(folder).as_posix() for path in (found.site_dir, found.private_dir, found.releases_dir))


def test_the_folders_are_those_of_the_settings(town: Callable[..., Settings]) -> None:
    settings = town()
    found = folders.read(settings.config_file)

    assert (found.site_dir, found.private_dir, found.releases_dir) == (
        settings.site_dir,
        settings.private_dir,
        settings.releases_dir,
    )


def test_the_folders_of_the_repositorys_own_example_are_those_of_its_settings() -> None:
    config_file = Path(__file__).parents[1] / "mkdocs.yml"
    settings, found = config.load(config_file), folders.read(config_file)

    assert (found.site_dir, found.private_dir) == (settings.site_dir, settings.private_dir)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("plugins: [pykala]\n", ("site", "private", "releases")),
        (f"site_dir: julkinen\n{PLUGIN}", ("julkinen", "yksityinen", "vanhat")),
        ("plugins:\n  pykala: {private_dir: muualla}\n", ("site", "muualla", "releases")),
        ("plugins:\n  pykala:\n", ("site", "private", "releases")),
        (f"site_dir: !ENV [PYKALA_TEST_NOT_SET, oletus]\n{PLUGIN}", ("oletus", "yksityinen", "vanhat")),
        (f"site_dir: !ENV PYKALA_TEST_SET\n{PLUGIN}", ("asetettu", "yksityinen", "vanhat")),
        (f"markdown_extensions:\n  - x: !!python/name:os.system\n{PLUGIN}", ("site", "yksityinen", "vanhat")),
    ],
    ids=["defaults", "all", "mapping", "empty", "default of a variable", "variable", "tag of a plugin"],
)
def test_every_form_of_the_file_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: str, expected: tuple[str, ...]
) -> None:
    monkeypatch.setenv("PYKALA_TEST_SET", "asetettu")

    assert names(tmp_path, written(tmp_path, text)) == expected


def test_what_is_inherited_holds_where_the_file_says_nothing(tmp_path: Path) -> None:
    written(tmp_path, f"site_dir: peritty\n{PLUGIN}", "base.yml")

    assert names(tmp_path, written(tmp_path, "INHERIT: base.yml\nsite_name: x\n")) == ("peritty", "yksityinen", "vanhat")


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("site_name: x\n", "config.no_plugin"),
        ("- a\n", "config.no_plugin"),
        ("a: [\n", "config.line_broken"),
        ("plugins: [pykala]\nsite_dir: [a]\n", "expiry.unreadable_option"),
        ("plugins: [pykala]\nsite_dir: !ENV PYKALA_TEST_NOT_SET\n", "expiry.unreadable_option"),
    ],
)
def test_a_file_that_cannot_be_used_is_one_sentence(tmp_path: Path, text: str, code: str) -> None:
    with pytest.raises(ConfigurationError) as refused:
        folders.read(written(tmp_path, text))

    assert refused.value.code == code


def test_a_missing_file_is_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(ConfigurationError) as refused:
        folders.read(tmp_path / "mkdocs.yml")

    assert refused.value.code == "config.missing"
