"""People in roles: from records that name nothing else, and from sections where name and post stand in a known form."""

import re
from collections.abc import Iterable, Iterator, Sequence

from generator.model.meeting import PersonInRole, Role, Section, SectionKind
from generator.model.text import Block, ItemList, Paragraph, block_text

ROLES = {
    SectionKind.PREPARER: Role.PREPARER,
    SectionKind.PRESENTER: Role.PRESENTER,
    SectionKind.MORE_INFORMATION: Role.INFORMANT,
}
# A post ends with one of these; without one, "Kuutamoniemen kaupunki" would be a person.
POST = (
    r"[^\W\d_][\w-]*(?:johtaja|päällikkö|sihteeri|insinööri|arkkitehti|controller|lakimies|juristi|suunnittelija|asiantuntija"
    r"|geodeetti|koordinaattori|tarkastaja|mestari|rehtori|esihenkilö|esimies|valmistelija|pormestari|hoitaja|kamreeri"
    r"|direktör(?:en)?|chef(?:en)?|sekreterare(?:n)?|ingenjör(?:en)?|arkitekt(?:en)?|inspektör(?:en)?|planerare(?:n)?|jurist(?:en)?|rektor(?:n)?"
    r"|expert(?:en)?|samordnare(?:n)?|koordinator(?:n)?|borgmästare(?:n)?|kamrer(?:en)?)"
)
TITLE = rf"(?:(?:vs|va|vt|tf|t\.f)\.?\s+)?(?:[^\W\d_][\w-]*\s+)?{POST}"
WORD = r"[A-ZÅÄÖ][\w'’-]*[a-zåäö]"
NAME = rf"{WORD}(?:\s+(?:(?:von|af|de)\s+)?{WORD}){{1,3}}"
TITLE_FIRST = re.compile(rf"(?P<title>(?i:{TITLE}))\s+(?P<name>{NAME})")
NAME_FIRST = re.compile(rf"(?P<name>{NAME}),\s*(?P<title>(?i:{TITLE}))")
# Of three words the first may be a post that is not among ours.
NAME_ALONE = re.compile(rf"(?P<name>{WORD}\s+{WORD})(?P<title>)")
# A contact after a person says that it is one, and is no part of the name.
CONTACT = re.compile(
    r"[,;]?\s*(?:(?:puh(?:elin)?|p|tel|tfn|gsm)\b[.:]?\s*(?=[\d+])|[+\d(][\d\s()/-]{5,}|\S+@\S+).*$", re.IGNORECASE
)
BETWEEN_PEOPLE = re.compile(r"\s*;\s*|,\s+|\s+(?:ja|sekä|och|samt)\s+")
LONGEST = 400


def recorded(records: Iterable[Sequence[str]], role: Role) -> Iterator[PersonInRole]:
    """Yield the person of each record of fields (name, title …)."""
    for name, *rest in records:
        if name:
            yield PersonInRole(name=name, role=role, title=(rest[0] if rest else "") or None)


def written(sections: Iterable[Section]) -> Iterator[PersonInRole]:
    """Yield the people of *sections* of preparers, presenters and informants, and the presenter at the head of a proposal."""
    for section in sections:
        role = ROLES.get(section.kind)
        if role:
            for line in _lines(section.blocks):
                yield from _people(line, role)
        elif section.kind is SectionKind.PROPOSAL and section.blocks and isinstance(section.blocks[0], Paragraph):
            # Dynasty: "Päätösehdotus   Kaupunginjohtaja N N", the proposal itself below.
            found = TITLE_FIRST.fullmatch(block_text(section.blocks[0]).strip())
            if found:
                yield _person(found, Role.PRESENTER)


def unique(people: Iterable[PersonInRole]) -> tuple[PersonInRole, ...]:
    """Return *people*, each once in a role."""
    return tuple({(person.name, person.role): person for person in people}.values())


def _lines(blocks: Sequence[Block]) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, Paragraph | ItemList):
            yield from (" ".join(line.split()) for line in block_text(block).split("\n") if 0 < len(line.strip()) <= LONGEST)


def _people(line: str, role: Role) -> Iterator[PersonInRole]:
    """Yield the person of a *line* that names one, or those of a line that names several, each with a title before it."""
    plain = CONTACT.sub("", line).strip(" ,;.")
    whole = TITLE_FIRST.fullmatch(plain) or NAME_FIRST.fullmatch(plain) or NAME_ALONE.fullmatch(plain)
    if whole:
        yield _person(whole, role)
        return
    for piece in BETWEEN_PEOPLE.split(line):
        found = TITLE_FIRST.fullmatch(CONTACT.sub("", piece).strip(" ,;."))
        if found:
            yield _person(found, role)


def _person(found: re.Match[str], role: Role) -> PersonInRole:
    return PersonInRole(name=found["name"], role=role, title=found["title"] or None)
