"""What the text itself marks as secret: sections, passages in them, and grounds that stand where nothing is marked."""

import re
from collections.abc import Iterator

import msgspec
from msgspec.structs import replace

from generator.model.meeting import Section, SectionKind
from generator.model.publicity import PersonalData, Publicity, PublicityClass
from generator.model.text import Block, Withheld, block_text, inline_text, text
from generator.redaction.grounds import NOT_PUBLISHED_ONLINE, PERSONAL_DATA, UNSPECIFIED, cited_point, ground_id
from generator.redaction.normal import normalise

CONTRADICTION = "redaction.contradiction"
# Where a source gives several grounds for one thing, they come with this between them.
GROUNDS_END = ";"
# At the start of a line these words mark what follows; in the middle of a sentence they only speak of secrecy.
SECRECY = r"salassa[\s-]?pidettävät?\b"
STARTS = rf"""(?:osittain\s|osin\s|delvis\s)?
    (?:{SECRECY}|sekretessbelag(?:d|t|da)\b|hemligstämpla(?:d|t|de)\b|salainen\s(?:asia|asiakirja|kohta|liite|osa|osuus)\b
      |(?:asia|asiakirja|kohta|ärendet|punkten)\s(?:ei\sole\sjulkinen|är\s(?:inte|ej|icke)\soffentlig)
      |ei(?:\s|-)julkinen\b|(?:icke|inte|ej)[\s-]offentligt?\b)"""
# "Salainen äänestys toimitettiin" is a vote: these mark only when they stand alone, or before a ground or a colon.
ALONE = r"""(?:salainen|salaista|hemligt?|sekretess|luottamuksellinen|luottamuksellista|konfidentiellt?|förtroligt?
    |ei\sjulkaista\s(?:verkossa|internetissä|netissä)|publiceras\s(?:inte|ej)\spå\s(?:nätet|webben)
    |henkilötietoja\ssisältävä|innehåller\spersonuppgifter)"""
# "Salassa pidettävää tietoa:" marks, too; "Salassa pidettävien tietojen käsittely" is what a policy is called.
PARTITIVE = r"salassa[\s-]?pidettäv(?:ää|iä)(?:\ \w+)?\s*(?:$|[(:])"
NUMBERED = r"(?:(?:\d{1,2}|[a-zåäö])[.)])?"
MARKER = re.compile(
    rf"^[^\w]*{NUMBERED}[^\w]*(?:{STARTS}|{ALONE}\s*(?:$|[(:;,.\-/])|{PARTITIVE})", re.VERBOSE | re.IGNORECASE | re.MULTILINE
)
CLASS_HEADING = re.compile(
    r"(?:asian |asiakirjan )?(?:julkisuus|salassapito)(?:luokka)?|(?:ärendets )?(?:offentlighet|sekretess)(?:sklass)?",
    re.IGNORECASE,
)
OFFLINE = re.compile(r"ei julkaista|publiceras (?:inte|ej)", re.IGNORECASE)
OF_PEOPLE = re.compile(r"henkilötietoja sisältävä|innehåller personuppgifter", re.IGNORECASE)
TITLE_MARKER = re.compile(rf"(?:[(\[,:;/]|\ -)\s*(?:{STARTS}|{ALONE}\s*(?:$|[)\](:;,.]))", re.VERBOSE | re.IGNORECASE)
MENTION = re.compile(
    rf"""\b{SECRECY}|\bon\s(?:\w+\s)?pidettävä\ssalassa\b|\bsekretessbelag[dt]\b|\bhemligstämpla(?:d|t|de)\b
    |\b(?:asia|asiakirja|kohta)\sei\sole\sjulkinen\b|\b(?:ärendet|punkten)\sär\s(?:inte|ej|icke)\soffentlig""",
    re.VERBOSE | re.IGNORECASE,
)
END = re.compile(
    r"""[^\w]*(?:salassa\ pidettävä\ (?:osuus|osa|teksti|kohta)\ (?:päättyy|loppuu)|salassa\ pidettävän\ (?:osuuden|osan)\ loppu
    |(?:den\ )?sekretessbelagda\ (?:delen|texten)\ (?:slutar|upphör)
    |julkinen(?:\ (?:osuus|osa|teksti))?|offentlig(?:\ (?:del|text))?)[\s.:)\]]*""",
    re.VERBOSE | re.IGNORECASE,
)
SPACES = re.compile(r"[^\S\n\t]+")
# A word in spaced letters: "S A L A I N E N".
SPACED = re.compile(r"(?<!\w)(?:[^\W\d_] ){5,}[^\W\d_](?!\w)")
WITHHOLDING = {PublicityClass.SECRET, PublicityClass.NOT_PUBLISHED_ONLINE}
# What the General Data Protection Regulation protects more than other personal data (art. 9 and 10): a person reads it first.
DELICATE = {PersonalData.SENSITIVE, PersonalData.SPECIAL, PersonalData.CRIMINAL}


class Passage(msgspec.Struct, frozen=True, kw_only=True):
    """A withheld stretch: *section* counts from 1. *is_marked_in_text* is False where the source's metadata said it."""

    section: int
    ground: str
    text: str
    is_whole: bool
    is_marked_in_text: bool = True


class Structured(msgspec.Struct, frozen=True, kw_only=True):
    """Sections with `Withheld` in place of what they mark. *doubts* are codes of messages: not to be shown as it is."""

    sections: tuple[Section, ...] = ()
    passages: tuple[Passage, ...] = ()
    doubts: tuple[str, ...] = ()


def structured(sections: tuple[Section, ...], given: str = UNSPECIFIED) -> Structured:
    """Return *sections* without what they or their metadata mark as secret.

    *given* is the ground of their item, for what is marked without one (JulkL 25 §: a mark tells its ground).
    """
    shown: list[Section] = []
    passages: list[Passage] = []
    doubts: set[str] = set()
    open_ground: str | None = None
    for place, section in enumerate(sections, 1):
        if open_ground and section.kind is SectionKind.OTHER:
            # A bold line inside the secret passage looks like a heading that nobody knows: the passage goes on.
            passages.append(_whole(section, place, open_ground))
            continue
        kept, found = _withheld(section, place, _or(only_ground(section.publicity), given))
        shown.append(kept)
        passages += found
        open_ground = found[-1].ground if found and isinstance(kept.blocks[-1], Withheld) else None
        doubts |= set(_doubts(section, kept, found))
    return Structured(sections=tuple(shown), passages=tuple(passages), doubts=tuple(sorted(doubts)))


def is_marker(words: str) -> bool:
    """Tell whether a line or a cell of *words* begins with a marker of secrecy."""
    return MARKER.search(_plain(words).replace("\t", "\n")) is not None


def item_ground(sections: tuple[Section, ...]) -> str | None:
    """Return the ground when a section of its own ("Julkisuus: salassa pidettävä") says that the whole item is secret."""
    for section in sections:
        words = text(section.blocks)
        if CLASS_HEADING.fullmatch(_plain(inline_text(section.heading)).strip(" :\n")) and is_marker(words):
            return marked_ground(words)
    return None


def is_secret_title(title: str) -> bool:
    """Tell whether *title* says of its item that it is secret."""
    plain = _plain(title)
    return is_marker(title) or TITLE_MARKER.search(plain) is not None


def unmarked_title(title: str) -> str:
    """Return *title* up to the marker of secrecy at its end, as other places may quote it."""
    found = TITLE_MARKER.search(_plain(title))
    return _plain(title)[: found.start()].strip() if found else title


def mentions_secrecy(words: str) -> bool:
    """Tell whether *words* speak of secrecy anywhere: a marker in the middle of a sentence, or a ground."""
    plain = _plain(words)
    return MENTION.search(plain) is not None or cited_point(plain) is not None


def marked_ground(words: str) -> str:
    """Return the ground that *words*, which begin with a marker, give."""
    plain = _plain(words)
    ground = ground_id(plain)
    if ground != UNSPECIFIED:
        return ground
    if OF_PEOPLE.search(plain):
        return PERSONAL_DATA
    return NOT_PUBLISHED_ONLINE if OFFLINE.search(plain) else UNSPECIFIED


def doubts_of_metadata(publicity: Publicity) -> Iterator[str]:
    """Yield why nobody but a person can tell from *publicity* alone whether the thing is public."""
    if publicity.is_contradictory:
        yield CONTRADICTION
    elif publicity.classification is PublicityClass.UNKNOWN:
        yield "redaction.unknown_publicity"
    if publicity.personal_data in DELICATE:
        yield "redaction.special_personal_data"


def metadata_ground(publicity: Publicity) -> str:
    """Return the ground that the source's metadata gives for withholding."""
    if publicity.classification is PublicityClass.NOT_PUBLISHED_ONLINE and not publicity.ground:
        return NOT_PUBLISHED_ONLINE
    return ground_id(publicity.ground or "")


def _plain(words: str) -> str:
    return SPACED.sub(lambda found: found[0].replace(" ", ""), SPACES.sub(" ", normalise(words).text))


def only_ground(publicity: Publicity) -> str:
    """Return the ground that the source's metadata gives where it gives one alone, so that nothing else can be meant."""
    return UNSPECIFIED if GROUNDS_END in (publicity.ground or "") else metadata_ground(publicity)


def _or(ground: str, given: str) -> str:
    return given if ground == UNSPECIFIED else ground


def _withheld(section: Section, place: int, given: str) -> tuple[Section, list[Passage]]:
    heading = inline_text(section.heading)
    if section.publicity.classification in WITHHOLDING:
        ground = metadata_ground(section.publicity)
        return _emptied(section, ground), [replace(_whole(section, place, ground), is_marked_in_text=False)]
    if is_secret_title(heading) or (section.blocks and is_marker(block_text(section.blocks[0]))):
        ground = _first_ground(f"{heading}\n{block_text(section.blocks[0]) if section.blocks else ''}", section)
        return _emptied(section, _or(ground, given)), [_whole(section, place, _or(ground, given))]
    return _partly(section, place, given)


def _first_ground(marker: str, section: Section) -> str:
    ground = marked_ground(marker)
    return ground if ground != UNSPECIFIED else cited_point(_plain(text(section.blocks))) or UNSPECIFIED


def _whole(section: Section, place: int, ground: str) -> Passage:
    words = f"{inline_text(section.heading)}\n{text(section.blocks)}"
    return Passage(section=place, ground=ground, text=words, is_whole=True)


def _emptied(section: Section, ground: str) -> Section:
    """Return what may stand in the place of *section*: its kind, and never a word of the source."""
    return Section(kind=section.kind, blocks=(Withheld(ground=ground),), language=section.language)


def _partly(section: Section, place: int, given: str) -> tuple[Section, list[Passage]]:
    """Withhold from each marker to the end that the text itself gives, otherwise to the end of the section."""
    kept: list[Block] = []
    passages: list[Passage] = []
    hidden: list[Block] = []
    ground = ""
    for block in section.blocks:
        words = block_text(block)
        if hidden and END.fullmatch(_plain(words).strip()):
            passages.append(Passage(section=place, ground=ground, text=text(tuple(hidden)), is_whole=False))
            hidden = []
        elif hidden:
            hidden.append(block)
        elif is_marker(words):
            ground = _or(marked_ground(words), given)
            kept.append(Withheld(ground=ground))
            hidden = [block]
        else:
            kept.append(block)
    if hidden:
        passages.append(Passage(section=place, ground=ground, text=text(tuple(hidden)), is_whole=False))
    return replace(section, blocks=tuple(kept)), passages


def _doubts(section: Section, kept: Section, found: list[Passage]) -> Iterator[str]:
    classification = section.publicity.classification
    if classification not in WITHHOLDING:
        yield from doubts_of_metadata(section.publicity)
    if classification is PublicityClass.PARTLY_SECRET and not found:
        yield "redaction.nothing_marked"
    if classification is PublicityClass.PUBLIC and found:
        yield CONTRADICTION
    rest = _plain(f"{inline_text(kept.heading)}\n{text(kept.blocks)}")
    if cited_point(rest):
        yield "redaction.ground_outside_mark"
    if section.kind is not SectionKind.APPEAL and MENTION.search(rest):
        yield "redaction.marker_in_text"
