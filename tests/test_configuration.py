"""A mistake in the configuration is one sentence in every language, says which option or line, and ends with status 2."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from generator import config
from generator.cli import main
from generator.errors import ConfigurationError
from generator.review import keys
from tests.sites import SETTINGS

RIGHT = SETTINGS.replace("UNMARKED", "public")
PUBLIC_KEY = keys.public_half(keys.new_key())


def changed(old: str, new: str) -> str:
    assert old in RIGHT
    return RIGHT.replace(old, new)


def with_option(line: str) -> str:
    return f"{RIGHT}      {line}\n"


MISTAKES = {
    "empty": ("", "config.option_missing"),
    "syntax": ("site_name: [a", "config.line_broken"),
    "tab": (RIGHT.replace("  - pykala", "\t- pykala"), "config.line_broken"),
    "list": ("- a\n", "config.line_broken"),
    "word": ("asetukset", "config.line_broken"),
    "encoding": ("site_name: Testil\udce4", "config.not_text"),
    "no plugin": (RIGHT.partition("plugins:")[0], "config.no_plugin"),
    "no sources": (RIGHT.partition("      sources:")[0], "config.no_sources"),
    "no municipality": (changed("      municipality: {fi: Testilä, sv: Testby}\n", ""), "config.option_missing"),
    "municipality is a word": (changed("{fi: Testilä, sv: Testby}", "Testilä"), "config.option_type"),
    "municipality is a number": (changed("{fi: Testilä, sv: Testby}", "{fi: 5, sv: 6}"), "config.option_by_language"),
    "municipality lacks a language": (changed("{fi: Testilä, sv: Testby}", "{fi: Testilä}"), "config.name_missing"),
    "unknown language": (changed("[fi, sv]", "[fi, ru]"), "config.option_choice"),
    "no language": (changed("[fi, sv]", "[]"), "config.languages"),
    "one language twice": (changed("[fi, sv]", "[fi, fi]"), "config.languages"),
    "unmarked is unknown": (changed("unmarked: public", "unmarked: maybe"), "config.option_choice"),
    "unmarked is not said": (changed(", unmarked: public", ""), "config.option_missing"),
    "path is not said": (changed("path: exports, ", ""), "config.option_missing"),
    "path is a number": (changed("path: exports", "path: 5"), "config.option_type"),
    "no such source": (changed("path: exports", "path: nowhere"), "config.source_missing"),
    "source holds everything": (changed("path: exports", "path: ."), "config.folders_overlap"),
    "sources are a word": (changed("- {path: exports, unmarked: public, minutes: checked}", "exports"), "config.option_type"),
    "misspelled option": (with_option("secret_title: []"), "config.option_unknown"),
    "organizations": (with_option("organizations: {lautakunta: Nämnd}"), "config.option_by_language"),
    "secret titles": (with_option("secret_titles: [{function_class: '01', title: {fi: 5}}]"), "config.option_by_language"),
    "feedback": (with_option("feedback: {email: 5}"), "config.option_type"),
    "registry office": (with_option("registry_office: {fi: [1]}"), "config.option_by_language"),
    "day": (with_option("statement: {drawn_up: eilen}"), "config.option_type"),
    "minutes are something else": (changed("minutes: checked", "minutes: all"), "config.option_choice"),
    "fewer than no releases": (with_option("keep_releases: -1"), "config.keep_releases"),
    "releases in the site": (with_option("releases_dir: site/releases"), "config.folders_nested"),
    "releases are private": (with_option("releases_dir: private/releases"), "config.folders_overlap"),
    "releases among exports": (with_option("releases_dir: exports/releases"), "config.folders_overlap"),
    "private under the site": (with_option("private_dir: site/private"), "config.folders_nested"),
    "a reviewer without a key": (with_option("reviewers: {Aino: abc}"), "config.reviewer_without_key"),
    "reviewers are a list": (with_option("reviewers: [Aino]"), "config.option_type"),
    "two reviewers with one key": (
        with_option(f"reviewers: {{Aino: {PUBLIC_KEY}, Outi: {PUBLIC_KEY}}}"),
        "config.reviewers_share_key",
    ),
    "two persons for nothing": (with_option("two_persons: [kaikki]"), "config.two_persons_unknown"),
    "two persons of one": (
        with_option(f"two_persons: [secret]\n      reviewers: {{Aino: {PUBLIC_KEY}}}"),
        "config.two_persons_too_few",
    ),
    "names for a time, and nobody looks for names": (
        with_option("named_decisions: [{function_class: '10.03'}]"),
        "config.named_not_looked_for",
    ),
    "work is private": (with_option("work_dir: private"), "config.folders_overlap"),
    "work among exports": (with_option("work_dir: exports/work"), "config.folders_overlap"),
    "private among pages": (with_option("private_dir: content/private"), "config.folders_overlap"),
    "unknown theme": (changed("name: material", "name: nowhere"), "config.option_unusable"),
    "unknown plugin": (changed("plugins:\n", "plugins:\n  - nowhere\n"), "config.option_unusable"),
    "no pages": (changed("docs_dir: content", "docs_dir: nowhere"), "config.option_unusable"),
}


@pytest.mark.parametrize(("written", "code"), MISTAKES.values(), ids=MISTAKES)
def test_a_mistake_is_told_by_its_own_sentence(written: str, code: str, tmp_path: Path) -> None:
    with pytest.raises(ConfigurationError) as error:
        config.load(made(tmp_path, written))

    assert error.value.code == code
    assert error.value.format_message().startswith("mkdocs.yml: ")
    assert "<class" not in error.value.format_message()


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_the_command_prints_one_sentence_and_ends_with_status_2(
    language: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PYKALA_LANGUAGE", language)
    path = made(tmp_path, MISTAKES["unmarked is not said"][0])
    result = CliRunner().invoke(main, ["publish", "-f", str(path)])

    assert result.exit_code == 2
    assert "«sources: unmarked»" in result.output
    assert len(result.output.splitlines()) == 1


def test_the_line_of_a_mistake_is_told(tmp_path: Path) -> None:
    with pytest.raises(ConfigurationError) as error:
        config.load(made(tmp_path, RIGHT.replace("theme:", "theme: [a")))

    assert error.value.arguments["line"] == 5


def made(folder: Path, written: str) -> Path:
    for part in ("content", "exports"):
        (folder / part).mkdir()
    path = folder / "mkdocs.yml"
    path.write_text(written, encoding="utf-8", errors="surrogateescape")
    return path
