"""The shell, and the guard of mkdocs."""

from pathlib import Path

import pytest

from generator.errors import RenderingError
from generator.rendering import fragments, shell
from generator.rendering.plugin import DecisionPages
from generator.rendering.plugin import shells as build_shells
from generator.rendering.shell import Shells
from tests.rendering.factory import configuration

PAGE = "".join(shell.LEFTOVERS) + "".join(f"<{shell.token(slot)}>" for slot in (*shell.SLOTS, shell.ROOT, "current-index"))


def test_a_page_is_cut_at_its_slots_and_stamped() -> None:
    values = {slot: slot.upper() for slot in (*shell.SLOTS, shell.ROOT)}

    stamped = shell.cut(PAGE, ("index",), "material 0").stamp(values, "index")

    assert stamped == '<POLICY><TITLE><DESCRIPTION><HEAD><SWITCH><BREADCRUMB><CONTENT><ROOT>< aria-current="page">'


def test_a_token_in_a_text_is_left_alone() -> None:
    values = {**dict.fromkeys((*shell.SLOTS, shell.ROOT), ""), "content": "@@title@@"}

    assert "@@title@@" in shell.cut(PAGE, ("index",), "material 0").stamp(values, "")


@pytest.mark.parametrize("page", [PAGE.replace("@@title@@", ""), PAGE + "@@title@@", PAGE.replace("@@root@@", "")])
def test_a_theme_without_the_expected_slots_is_named(page: str) -> None:
    with pytest.raises(RenderingError) as error:
        shell.cut(page, ("index",), "material 0")

    assert error.value.code == "rendering.theme_changed"
    assert error.value.arguments["theme"] == "material 0"


def test_a_theme_whose_checkboxes_changed_is_named() -> None:
    with pytest.raises(RenderingError):
        shell.cut(PAGE.replace("__drawer", "__other"), ("index",), "material 0")


def test_there_is_a_shell_for_every_language(shells: Shells) -> None:
    assert sorted(shells.shells) == ["en", "fi", "sv"]


def test_the_municipalitys_own_words_are_found_by_page_and_language(shells: Shells) -> None:
    assert "Månudden" in shells.own_words("index", "sv")
    assert shells.own_words("saavutettavuusseloste", "fi") == ""


def test_mkdocs_itself_writes_no_page(shells: Shells) -> None:
    assert sorted(path.name for path in shells.assets.rglob("*.html")) == []


@pytest.mark.parametrize("command", ["build", "gh-deploy"])
def test_mkdocs_started_by_hand_is_refused(command: str) -> None:
    with pytest.raises(RenderingError) as error:
        DecisionPages().on_startup(command=command, dirty=False)  # type: ignore[arg-type]  # parametrised

    assert error.value.code == "rendering.use_publish"


def test_mkdocs_serve_is_let_through() -> None:
    DecisionPages().on_startup(command="serve", dirty=False)


def test_two_builds_make_the_same_shells(shells: Shells, tmp_path: Path) -> None:
    again = build_shells(configuration(tmp_path), tmp_path / "built")

    assert again.shells == shells.shells
    assert again.written == shells.written


def test_pages_in_a_language_that_the_site_does_not_have_are_left_alone(tmp_path: Path) -> None:
    settings = configuration(tmp_path)
    settings.write_text(settings.read_text(encoding="utf-8").replace("[fi, sv, en]", "[fi, sv]"), encoding="utf-8")

    assert {page.language for page in build_shells(settings, tmp_path / "built").written} == {"fi", "sv"}


def test_the_theme_is_found_where_the_package_is() -> None:
    assert (fragments.theme_folder() / "mkdocs_theme.yml").is_file()
    assert (fragments.theme_folder() / "fragments" / "item.html").is_file()
