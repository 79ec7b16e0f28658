"""Which appeals an item's instructions speak of, and how long the law gives for each."""

import re
from enum import StrEnum

import msgspec

from generator.model.meeting import Section, SectionKind
from generator.model.text import Heading, Paragraph, block_text, inline_text, text


class AppealKind(StrEnum):
    """Kinds of appeal in municipal decisions."""

    RECTIFICATION = "rectification"
    MUNICIPAL = "municipal"
    ADMINISTRATIVE = "administrative"
    PROCUREMENT = "procurement"
    PROHIBITED = "prohibited"


class Appeal(msgspec.Struct, frozen=True, kw_only=True):
    """One appeal: its kind, and the *points* of the decision that it concerns ("1–2"), where the instructions tell."""

    kind: AppealKind
    points: str = ""


# K 134 and 138 §: a request for rectification within 14 days; K 135 and 139 §: a municipal appeal within 30 days. Both run for
# a member of the municipality from the presumption of K 140 §. The others run from service on a party: no date is known here.
DAYS = {AppealKind.RECTIFICATION: 14, AppealKind.MUNICIPAL: 30}

WORDS = {
    AppealKind.PROHIBITED: re.compile(
        r"muutoksenhakukielto|valituskiel|ei saa (?:tehdä|hakea|valittaa)|ei muutoksenhakuoikeutta|ei voi hakea muutosta"
        r"|förbud mot sökande|får inte sökas|besvärsförbud"
    ),
    AppealKind.PROCUREMENT: re.compile(r"hankintaoikaisu|markkinaoikeu|upphandlingsrättelse|marknadsdomstol"),
    AppealKind.ADMINISTRATIVE: re.compile(r"hallintovalitu|förvaltningsbesvär"),
    AppealKind.MUNICIPAL: re.compile(r"kunnallisvalitu|kommunalbesvär"),
    AppealKind.RECTIFICATION: re.compile(r"oikaisuvaatimu|begäran om omprövning|omprövningsbegäran|rättelseyrkande"),
}
POINTS = re.compile(r"(?:kohd(?:at|issa|ista|an|asta)|kohta|punkt(?:erna|en)?)\s+(\d+(?:\s*[–,-]\s*\d+|\s+(?:ja|och)\s+\d+)*)")


def appeals(sections: tuple[Section, ...]) -> tuple[Appeal, ...]:
    """Return the appeals that the instructions in *sections* speak of, in their order; none where that is not clear."""
    parts = [part for section in sections if section.kind is SectionKind.APPEAL for part in _parts(section)]
    return tuple(dict.fromkeys(appeal for part in parts if (appeal := _appeal(*part))))


def _parts(section: Section) -> list[tuple[str, str]]:
    """Return (heading, first words) of the section and of each of its subheadings: one part an appeal."""
    parts = [[inline_text(section.heading), ""]]
    for block in section.blocks:
        if isinstance(block, Heading):
            parts.append([block_text(block), ""])
        elif isinstance(block, Paragraph) or not parts[-1][1]:
            parts[-1][1] += " " + text((block,))
    return [(heading, words) for heading, words in parts if heading or words]


def _appeal(heading: str, words: str) -> Appeal | None:
    """Return the appeal named by the heading, otherwise the only one that the words name. Instructions mention others too."""
    kinds = _kinds(heading) or _kinds(words)
    if len(kinds) != 1:
        return None
    points = POINTS.search(f"{heading} {words}".casefold())
    return Appeal(kind=kinds[0], points=points[1] if points else "")


def _kinds(words: str) -> list[AppealKind]:
    folded = words.casefold()
    if WORDS[AppealKind.PROHIBITED].search(folded):
        return [AppealKind.PROHIBITED]
    return [kind for kind, pattern in WORDS.items() if pattern.search(folded)]
