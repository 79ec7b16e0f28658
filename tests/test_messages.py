"""Every sentence exists in Finnish, Swedish and English, takes the same arguments, and every code that is used has one."""

import ast
import re
import string
from pathlib import Path

import pytest

from generator.messages import LANGUAGES, catalog, sentence

GENERATOR = Path(__file__).parents[1] / "generator"
PARTS = {code.split(".")[0] for code in catalog("fi")}
# A code that ends with "_" is completed at run time; the values that complete it are tested where they are made.
CODE = re.compile(rf"(?:{'|'.join(sorted(PARTS))})\.[a-z0-9_]*[a-z0-9]")
# File names and modules that look like codes.
NOT_CODES = {
    "deadlines.clock",
    "report.html",
    "todo.html",
    "search.html",
    "criteria.csv",
    "pages.csv",
    "audit.findings",
    "audit.snippets",
    "audit.summary",
}


def fields(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_every_sentence(language: str) -> None:
    assert set(catalog(language)) == set(catalog("fi"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_sentence_takes_the_same_arguments_in_every_language(language: str) -> None:
    sentences = {code: text for code, text in catalog(language).items() if not code.startswith("new.")}  # files, not sentences
    differing = [code for code, text in sentences.items() if fields(text) != fields(catalog("fi")[code])]

    assert differing == []


def test_every_code_in_the_program_has_its_sentence() -> None:
    used = {
        node.value
        for path in GENERATOR.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and CODE.fullmatch(node.value)
    }

    assert used - NOT_CODES - set(catalog("fi")) == set()


def test_the_place_stands_in_front_of_the_sentence() -> None:
    assert sentence("importers.zip_unsafe", {}, where="vienti.zip").startswith("vienti.zip: ")
