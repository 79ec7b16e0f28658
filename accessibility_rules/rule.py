"""The shapes that every rule file uses: what it looks at, what it expects, and what may come of it."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, Protocol, TypeVar

from lxml.html import HtmlElement


class Outcome(StrEnum):
    """EARL's words; *cantTell* means that a person must look."""

    PASSED = "passed"
    FAILED = "failed"
    CANT_TELL = "cantTell"
    INAPPLICABLE = "inapplicable"


class Impact(StrEnum):
    """How hard a failure hits the reader, in axe's words."""

    MINOR = "minor"
    MODERATE = "moderate"
    SERIOUS = "serious"
    CRITICAL = "critical"


class Norm(StrEnum):
    """Who asks for it: WCAG itself, or the publisher's own policy in support of the criterion."""

    REQUIREMENT = "requirement"
    POLICY = "policy"


Target = TypeVar("Target", HtmlElement, tuple[HtmlElement, ...])


@dataclass(frozen=True, kw_only=True)
class Requirement:
    """What every rule says of itself: the criterion it serves, and how hard a failure hits."""

    criterion: str
    clause: str
    impact: Impact
    norm: Norm = Norm.REQUIREMENT
    act: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Rule(Requirement, Generic[Target]):
    """One thing that can be wrong: *targets* finds what it applies to, *expect* says whether one of them is right.

    A target is an element, or several that are judged together, of which the first is where a finding is shown.
    """

    targets: Callable[[HtmlElement], Iterable[Target]]
    expect: Callable[[Target], bool | None]

    def outcomes(self, page: HtmlElement) -> Iterator[tuple[HtmlElement, Outcome]]:
        """Yield every target with its outcome; a page without a target is itself inapplicable."""
        return _judged(page, self.targets, self.expect)


LookUp = Callable[[str], bytes | None]


@dataclass(frozen=True, kw_only=True)
class LinkedRule(Requirement, Generic[Target]):
    """One thing that can be wrong between a page and the files of its site that it leads to.

    *expect* is given the target and a function that returns the file at an address as the page writes it: None where the
    address leads out of the site, or to nothing.
    """

    targets: Callable[[HtmlElement], Iterable[Target]]
    expect: Callable[[Target, LookUp], bool | None]

    def outcomes(self, page: HtmlElement, look_up: LookUp) -> Iterator[tuple[HtmlElement, Outcome]]:
        """Yield every target with its outcome; a page without a target is itself inapplicable."""
        return _judged(page, self.targets, lambda target: self.expect(target, look_up))


class Placed(Protocol):
    """A part of a file that can be pointed to; *place* is a fragment of its address, empty for the whole file."""

    @property
    def place(self) -> str: ...


File = TypeVar("File")
Part = TypeVar("Part", bound=Placed)


@dataclass(frozen=True, kw_only=True)
class FileRule(Requirement, Generic[File, Part]):
    """One thing that can be wrong in a file that is no page: a PDF (pdf/), or captions (media/)."""

    targets: Callable[[File], Iterable[Part]]
    expect: Callable[[Part], bool | None]

    def outcomes(self, file: File) -> Iterator[tuple[str, Outcome]]:
        """Yield the place of every target with its outcome; a file without a target is itself inapplicable."""
        applicable = False
        for target in self.targets(file):
            applicable = True
            yield target.place, _OUTCOMES[self.expect(target)]
        if not applicable:
            yield "", Outcome.INAPPLICABLE


class Window(StrEnum):
    """How large the window is in which a rule sees the page."""

    WIDE = "wide"
    ZOOMED = "zoomed"  # the wide one at 200 %


@dataclass(frozen=True, kw_only=True)
class BrowserRule(Requirement):
    """One thing that only a browser can tell: the script beside the rule's file, of the same name, says how (browser/)."""

    window: Window = Window.WIDE


@dataclass(frozen=True, kw_only=True)
class SiteRule(Requirement):
    """One thing that can be wrong between pages: *expect* judges the *fact* of a page among those of all pages.

    A fact is a short text, so that a site of any size can be compared without holding its pages; *target* is the element
    that it is read from, and where a finding is shown.
    """

    target: Callable[[HtmlElement], HtmlElement | None]
    fact: Callable[[HtmlElement], str]
    expect: Callable[[str, Counter[str]], bool | None]

    def outcome(self, fact: str, facts: Counter[str]) -> Outcome:
        return _OUTCOMES[self.expect(fact, facts)]


_OUTCOMES = {True: Outcome.PASSED, False: Outcome.FAILED, None: Outcome.CANT_TELL}


def _judged(
    page: HtmlElement, targets: Callable[[HtmlElement], Iterable[Target]], expect: Callable[[Target], bool | None]
) -> Iterator[tuple[HtmlElement, Outcome]]:
    applicable = False
    for target in targets(page):
        applicable = True
        yield target[0] if isinstance(target, tuple) else target, _OUTCOMES[expect(target)]
    if not applicable:
        yield page, Outcome.INAPPLICABLE
