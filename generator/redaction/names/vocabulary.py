"""Words of Finnish and Swedish that the rules on names go by, from `data/vocabulary.toml`."""

import tomllib
from functools import cache
from importlib.resources import files

PACKAGE = "generator.redaction.names"


def words(name: str) -> tuple[str, ...]:
    """Return the words listed under *name*."""
    return tuple(_vocabulary()[name].split())


@cache
def _vocabulary() -> dict[str, str]:
    return tomllib.loads((files(PACKAGE) / "data" / "vocabulary.toml").read_text(encoding="utf-8"))
