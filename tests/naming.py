"""A finder of two invented names: stands in for the one that finds any, where tests ask what becomes of names."""

import re
from collections.abc import Sequence

import pytest

from generator.redaction.marks import Mark
from generator.redaction.names import Known, Passage

KIND = "person_name"
NAME = "Vilhelmiina Kurkiaura"
DOUBTFUL = "Hilla"
FOUND = re.compile(rf"{NAME}|{DOUBTFUL}")


def find_in_case(passages: Sequence[Passage], _known: Known) -> tuple[tuple[Mark, ...], ...]:
    return tuple(
        tuple(Mark(*found.span(), KIND, is_doubtful=found[0] == DOUBTFUL) for found in FOUND.finditer(passage.text))
        for passage in passages
    )


def install(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have the names found, in the test that asks for it, and no others."""
    monkeypatch.setattr("generator.redaction.people.find_in_case", find_in_case)
