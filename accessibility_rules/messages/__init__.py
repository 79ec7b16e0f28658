"""What each rule says to a person: {fi,sv,en}.toml, one table a rule, with *message* and *remedy*."""

import tomllib
from functools import cache
from importlib.resources import files

LANGUAGES = ("fi", "sv", "en")


@cache
def words(language: str) -> dict[str, dict[str, str]]:
    """Return {rule: {"message": …, "remedy": …}} in *language*."""
    return tomllib.loads(files(__name__).joinpath(f"{language}.toml").read_text(encoding="utf-8"))
