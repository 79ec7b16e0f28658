"""What mkdocs and YAML say of a configuration that they cannot use, as one sentence of ours on one option or line."""

import re
from collections.abc import Sequence

from generator.errors import ConfigurationError

# As in: Config value 'plugins': Plugin 'pykala' option 'sources': Sub-option 'unmarked': Required configuration not provided.
NAMES = re.compile(r"(?:Config value|[Oo]ption|[Ss]ub-option) '(?P<name>[^']*)'")
CHOICES = re.compile(r"Expected one of: \((?P<choices>.*)\) but")
UNKNOWN = re.compile(r"Plugin 'pykala'.*Unrecognised configuration name: (?P<name>\S+)")
SAID = (
    ("Required configuration not provided", "config.option_missing"),
    ("Expected one of", "config.option_choice"),
    ("Expected type", "config.option_type"),
    ("Expected a list", "config.option_type"),
    ("Expected a string", "config.option_type"),
)


def unusable(where: str, error: BaseException, complaints: Sequence[str]) -> ConfigurationError:
    """Return what to tell of a configuration that could not be loaded because of *error*, about which mkdocs complained."""
    if complaints:
        return _of_option(where, " ".join(complaints[0].split()))
    line = _line(error)
    return ConfigurationError("config.line_broken", where=where, line=line) if line else _not_text(where)


def unknown_option(where: str, complaints: Sequence[str]) -> ConfigurationError | None:
    """Return what to tell of an option of ours that there is not: what is misspelled would be left out in silence."""
    found = next((name for said in complaints if (name := UNKNOWN.search(said))), None)
    return ConfigurationError("config.option_unknown", where=where, option=found["name"]) if found else None


def _of_option(where: str, said: str) -> ConfigurationError:
    names = [name for name in NAMES.findall(said) if name != "plugins"] or ["plugins"]
    option = ": ".join(names)
    code = next((code for words, code in SAID if words in said), "config.option_unusable")
    choices = CHOICES.search(said)
    reason = said.rpartition("': ")[2].rstrip(".")
    return ConfigurationError(code, where=where, option=option, choices=choices["choices"] if choices else "", reason=reason)


def _line(error: BaseException | None) -> int:
    """Return the line at which YAML stopped, 1 where it is no mapping at all, and 0 when the file is no text."""
    is_text = True
    while error is not None:
        mark = getattr(error, "problem_mark", None)
        if mark is not None:
            return int(mark.line) + 1
        is_text = is_text and type(error).__name__ not in {"UnicodeDecodeError", "ReaderError"}
        error = error.__cause__ or error.__context__
    return 1 if is_text else 0


def _not_text(where: str) -> ConfigurationError:
    return ConfigurationError("config.not_text", where=where)
