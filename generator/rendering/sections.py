"""The sections of an item, ready for a template: decision first, the rest in the order of the minutes."""

from collections.abc import Iterable, Sequence

import msgspec
from markupsafe import Markup
from msgspec.structs import replace

from generator.model.meeting import EarlierHandling, Section, SectionKind, Stage, State
from generator.model.redacted import PublicItem
from generator.model.text import Block, Inline, ItemList, Paragraph, Run, Withheld, inline_text, text
from generator.rendering import handled, urls
from generator.rendering.labels import other
from generator.rendering.markup import NamingWriter, Tables, Writer
from generator.rendering.site import Site
from generator.rendering.words import words

ENDS = (".", "!", "?")


class SectionView(msgspec.Struct, frozen=True, kw_only=True):
    """A heading and the text under it. A heading is empty where the text goes on with the part before it."""

    id: str
    kind: str
    heading: Markup
    body: Markup
    language: str | None


class EarlierView(msgspec.Struct, frozen=True, kw_only=True):
    """An earlier handling, with its *sections* where the source repeats them.

    *path* is that of its own page, empty where the site has none; *hreflang* its language where that is not its teller's.
    """

    handling: EarlierHandling
    path: str
    hreflang: str | None
    sections: tuple[SectionView, ...]

    @property
    def is_told(self) -> bool:
        return bool(self.sections)


class Parted(msgspec.Struct, frozen=True, kw_only=True):
    """An item's sections: what is said *first*, the *rest*, the *appeal*. *decided* tells a decision from a proposal."""

    decided: bool
    first: tuple[Section, ...]
    rest: tuple[Section, ...]
    appeal: tuple[Section, ...]


def writer_of(item: PublicItem, tables: Tables | None = None) -> Writer:
    """Return the writer of the text of *item*, on its own page or among all items of its meeting."""
    kind = NamingWriter if item.personal_data_until else Writer
    return kind(words(item.language), tables)


def parted(item: PublicItem, stage: Stage, state: State) -> Parted:
    """Part the decision from the rest; where an agenda has none yet, its proposal comes first."""
    shown = in_order(item)
    has_decision = any(section.kind is SectionKind.DECISION for section in shown)
    agenda = not has_decision and (stage is Stage.AGENDA or state is State.AGENDA)
    leading = SectionKind.PROPOSAL if agenda else SectionKind.DECISION
    return Parted(
        decided=not agenda,
        first=tuple(section for section in shown if section.kind is leading),
        rest=tuple(section for section in shown if section.kind not in {leading, SectionKind.APPEAL}),
        appeal=tuple(section for section in shown if section.kind is SectionKind.APPEAL),
    )


def in_order(item: PublicItem) -> tuple[Section, ...]:
    """Return the sections of *item* that say something, in the order of the minutes."""
    return tuple(section for section in item.sections if section.heading or section.blocks)


def outcome(parts: Parted) -> tuple[Block, ...]:
    """Return the first paragraph of what was decided or is proposed, with what finishes its sentence."""
    said = [block for section in parts.first for block in section.blocks if isinstance(block, Paragraph | ItemList | Withheld)]
    match said:
        case [Paragraph() as lead, rest, *_] if not inline_text(lead.content).rstrip().endswith(ENDS):
            return (lead, rest)
        case [first, *_]:
            return (first,)
        case _:
            return ()


def summary(sections: Sequence[Section]) -> str:
    """Return the plain text of *sections*, what is masked left out."""
    return " ".join(text(section.blocks) for section in sections)


def views(sections: Iterable[Section], writer: Writer, level: int, prefix: str = "") -> tuple[SectionView, ...]:
    """Return *sections* with headings of *level*; ids start with *prefix* and are permanent within the page."""
    found: list[SectionView] = []
    counts: dict[str, int] = {}
    before: SectionKind | None = None
    for section in sections:
        counts[section.kind] = counts.get(section.kind, 0) + 1
        count = counts[section.kind]
        found.append(
            SectionView(
                id=f"{prefix}{section.kind}" if count == 1 else f"{prefix}{section.kind}-{count}",
                kind=section.kind.value,
                heading=_heading(section, before, writer),
                body=writer.blocks(section.blocks, under=level),
                language=other(section.language, writer.words.language) if section.language else None,
            )
        )
        before = section.kind
    return tuple(found)


def earlier(item: PublicItem, writer: Writer, site: Site, level: int, prefix: str = "") -> tuple[EarlierView, ...]:
    """Return the earlier handlings; the headings of their sections are of *level*."""
    return tuple(
        _earlier(handling, item, views(handling.sections, writer, level, f"{prefix}earlier-{number}-"), site)
        for number, handling in enumerate(item.earlier_handlings, 1)
    )


def _earlier(handling: EarlierHandling, item: PublicItem, parts: tuple[SectionView, ...], site: Site) -> EarlierView:
    """Return *handling* with the way to its page, unless that is the very page of *item*."""
    own = urls.item(item, site)
    place = handled.place(handling, site)
    if place is None or place.path == own:
        return EarlierView(handling=handling, path="", hreflang=None, sections=parts)
    hreflang = other(place.language, site.chrome(item.language))
    return EarlierView(handling=handling, path=place.path, hreflang=hreflang, sections=parts)


def _heading(section: Section, before: SectionKind | None, writer: Writer) -> Markup:
    if section.heading:
        return writer.inline(_without_colon(section.heading))
    if section.kind is before:
        return Markup("")
    return Markup.escape(writer.words(f"rendering.section_{section.kind}"))


def _without_colon(heading: tuple[Inline, ...]) -> tuple[Inline, ...]:
    """Return *heading* without the colon that led into the text on the same line, in the source."""
    last = heading[-1]
    return (*heading[:-1], replace(last, text=last.text.rstrip().rstrip(":"))) if isinstance(last, Run) else heading
