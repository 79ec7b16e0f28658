"""The municipality's own part of the accessibility statement, and who supervises, as mkdocs.yml says it."""

from collections.abc import Mapping
from datetime import date

import msgspec

from generator.errors import ConfigurationError

Texts = dict[str, str]


class Supervisor(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Who supervises accessibility; an empty *name* is Traficom's, which supervises since 2025-01-01."""

    name: Texts = {}
    url: str = "https://www.saavutettavuusvaatimukset.fi/"
    email: str = ""
    phone: str = ""


class Statement(msgspec.Struct, frozen=True, kw_only=True):
    """What only the municipality can say: (EU) 2018/1523 asks for each part, law 306/2019, 9 § too.

    *state* is less than what was found ("partially", "not"), never more. *known_issues* is what fails the requirements,
    *disproportionate_burden* what is left so because the burden would be too large (5 §), *out_of_scope* what the law leaves
    out (3 §). *assessed_by* is "self" or "third_party".
    """

    drawn_up: date | None = None
    reviewed: date | None = None
    assessed_by: str = "self"
    state: str | None = None
    known_issues: tuple[Texts, ...] = ()
    disproportionate_burden: tuple[Texts, ...] = ()
    out_of_scope: tuple[Texts, ...] = ()
    supervisor: Supervisor = Supervisor()


_LISTS = ("known_issues", "disproportionate_burden", "out_of_scope")


def read(values: Mapping[str, object], where: str) -> Statement:
    """Return the statement in the options *values* (`statement` in config.py).

    Raises:
        ConfigurationError: a part is no text by language, or the supervisor has a part that is not known.
    """
    for option in _LISTS:
        if not _fits(values[option], tuple[Texts, ...]):
            raise ConfigurationError("config.option_by_language", where=where, option=f"statement: {option}")
    if not _fits(values["supervisor"], Supervisor):
        raise ConfigurationError("config.supervisor", where=where)
    return msgspec.convert(dict(values), Statement)


def _fits(value: object, kind: object) -> bool:
    try:
        msgspec.convert(value, kind)
    except msgspec.ValidationError:
        return False
    return True
