"""Every word a user reads, in Finnish, Swedish and English: {fi,sv,en}/PART.toml, flat keys; a code is "PART.key"."""

import os
import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

LANGUAGES = ("fi", "sv", "en")


@cache
def catalog(language: str) -> dict[str, str]:
    """Return {code: sentence} in *language*."""
    parts = sorted((p for p in files(__name__).joinpath(language).iterdir() if p.name.endswith(".toml")), key=lambda p: p.name)
    return {
        f"{part.name.removesuffix('.toml')}.{key}": value
        for part in parts
        for key, value in tomllib.loads(part.read_text(encoding="utf-8")).items()
    }


def command_language() -> str:
    """Return the language in which the commands speak: PYKALA_LANGUAGE, otherwise Finnish."""
    chosen = os.environ.get("PYKALA_LANGUAGE", "fi")
    return chosen if chosen in LANGUAGES else "fi"


def sentence(code: str, arguments: Mapping[str, str | int], *, where: str = "", language: str | None = None) -> str:
    """Return the sentence of *code*, with *arguments* in their places and *where* in front of it."""
    text = catalog(language or command_language())[code].format_map(arguments)
    return f"{where}: {text}" if where else text
