"""What persons say of accessibility, signed and chained: waivers, answers to what a machine cannot tell, the manual part."""

from collections.abc import Iterable, Mapping
from datetime import date
from enum import StrEnum

import msgspec

from generator.review import chain
from generator.review.chain import Chain, Signed

FILE = "assessments.jsonl"
SEAL_FILE = "assessments-seal.json"


class Judged(StrEnum):
    """What a person may say of a criterion or a place: EARL's words, without those that leave it open."""

    PASSED = "passed"
    FAILED = "failed"
    INAPPLICABLE = "inapplicable"


class Place(Signed, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Where one rule finds something. *element* is its name or its selector, empty for all; *page* is empty for all pages."""

    rule: str
    element: str
    page: str

    def covers(self, *, rule: str, page: str, element: str, selector: str) -> bool:
        """Tell whether a finding of *rule* on *page* at *element*, which is at *selector* today, is meant."""
        return self.rule == rule and self.page in {"", page} and self.element in {"", element, selector}


class Waiver(Place, frozen=True, kw_only=True, forbid_unknown_fields=True, tag="waiver", tag_field="kind"):
    """What is published although it failed a rule: *reasons* by language, for the public; *until* is its last day."""

    reasons: dict[str, str]
    until: date


class Ending(Signed, frozen=True, kw_only=True, forbid_unknown_fields=True, tag="ending", tag_field="kind"):
    """The end of the waiver called *waiver*, before its time."""

    waiver: str


class Answer(Place, frozen=True, kw_only=True, forbid_unknown_fields=True, tag="answer", tag_field="kind"):
    """What a person found where a rule cannot tell."""

    outcome: Judged
    note: str


class Record(Signed, frozen=True, kw_only=True, forbid_unknown_fields=True, tag="record", tag_field="kind"):
    """What a person found of a whole success criterion, by hand."""

    criterion: str
    outcome: Judged
    note: str


Line = Waiver | Ending | Answer | Record


class Standing(msgspec.Struct, frozen=True, kw_only=True):
    """What stands of all that was said: waivers that nobody ended, by name; the last word on each place and criterion."""

    waivers: Mapping[str, Waiver] = {}
    answers: Mapping[str, Answer] = {}
    records: Mapping[str, Record] = {}

    def waivers_on(self, day: date) -> dict[str, Waiver]:
        """Return the waivers that hold on *day*."""
        return {name: waiver for name, waiver in self.waivers.items() if day <= waiver.until}


NOTHING_SAID = Standing()
_CHAIN: "Chain[Line]" = Chain(file=FILE, seal_file=SEAL_FILE, decoder=msgspec.json.Decoder(Line))


def read(content: bytes, seal: bytes, key: bytes, reviewers: Mapping[str, str]) -> tuple[Line, ...]:
    """Return the lines in *content*, each signed by one of *reviewers* (public keys by name).

    Raises:
        ConfigurationError: a line was changed, moved, added, taken away, or signed by a key that is not known; says which.
    """
    return _CHAIN.read(content, seal, key, reviewers)


def standing(lines: Iterable[Line]) -> Standing:
    """Return what stands of *lines*: a later answer or record takes the place of an earlier one on the same."""
    waivers: dict[str, Waiver] = {}
    answers: dict[tuple[str, str, str], tuple[str, Answer]] = {}
    records: dict[str, Record] = {}
    for line in lines:
        match line:
            case Waiver():
                waivers[chain.name_of(line)] = line
            case Ending():
                waivers.pop(line.waiver, None)
            case Answer():
                answers.pop(place := (line.rule, line.element, line.page), None)
                answers[place] = (chain.name_of(line), line)  # the last word is the last in order
            case Record():
                records[line.criterion] = line
    return Standing(waivers=waivers, answers=dict(answers.values()), records=records)
