"""What each rule says to a person: {fi,sv,en}.toml, a table a rule, *message* and *remedy*; engines' in axe/, accesslint/."""

import tomllib
from functools import cache
from importlib.resources import files

LANGUAGES = ("fi", "sv", "en")

Words = dict[str, dict[str, str]]


@cache
def words(language: str) -> Words:
    """Return {rule: {"message": …, "remedy": …}} in *language*."""
    return _read(f"{language}.toml")


@cache
def axe_words(language: str) -> Words:
    """Return the same of axe-core's rules: axe has no Finnish, and its English is written for programmers."""
    return _read(f"axe/{language}.toml")


@cache
def accesslint_words(language: str) -> Words:
    """Return the same of the second engine's rules that are asked."""
    return _read(f"accesslint/{language}.toml")


def _read(name: str) -> Words:
    return tomllib.loads(files(__name__).joinpath(name).read_text(encoding="utf-8"))
