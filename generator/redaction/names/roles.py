"""Who acts in a public role by the words around the name: members and office-holders are left alone in what they do as such.

Laki viranomaisten toiminnan julkisuudesta 621/1999 does not make the name of an elected person or an office-holder secret.
"""

import re
from itertools import pairwise

from generator.redaction.names.nouns import is_title
from generator.redaction.names.reading import Field, Reading

ACTS = re.compile(
    r"esitti|esittivät|ehdotti|ehdottivat|kannatti|kannattivat|ilmoitti|poistui|saapui|jätti|jättivät|totesi|selosti|esitteli|"
    r"pyysi|äänesti|tiedusteli|muutti|luopui|täydensi|oli(?:vat)?|poissa|läsnä|föreslog|understödde|anmälde|avlägsnade|"
    r"anlände|reserverade|konstaterade|presenterade|röstade|jäävä"
)
OF = re.compile(
    r"ym|kannattama|kannatukse|esity|ehdotu|muutoseh|vastaeh|vastaes|lisäyseh|pöydälle|hylkäyseh|palautuse|eriäv|ponsi|ponne|"
    r"puheenvuoro|johdolla|ryhmä|aloit|poissa|varajäsen|varalla|tilalla|sijaan|förslag|motförslag|motion|understöd|reservation"
)
VOTES = re.compile(r"ään(?:i|tä|en|estivät)|jaa|ei|kyllä|tyhjä|poissa|röst|ja-|nej|blank|frånvarande", re.IGNORECASE)
ELECTED = re.compile(r"tarkastaj|jäsen|edustaj|puheenjohtaj|varalle|ledam|ersättar|justera|ordföran", re.IGNORECASE)
ELECTION = re.compile(r"(?i)vali|nime|ehdo|jäsen|varajäsen|henkilökohtai|varsinai|välj|utse|utsåg|ledam", re.IGNORECASE)
GROUP = re.compile(r"valtuustoryhm|fullmäktigegrupp", re.IGNORECASE)
NEAR, FAR = 3, 14
CHAIN = frozenset({",", "ja", "sekä", "och", "samt", "&"})
Mention = tuple[int, int]


def acting(reading: Reading, mentions: list[Mention]) -> list[Mention]:
    """Return those of *mentions* (from and to which word) that act in a public role in *reading*."""
    match reading.passage.field:
        case Field.PARTY | Field.TEXT:
            return []
        case Field.OFFICE:
            return mentions
    direct = [mention for mention in mentions if _is_acting(reading, mention)]
    return _with_chains(reading, mentions, direct)


def _is_acting(reading: Reading, mention: Mention) -> bool:
    start, end = mention
    if _follows_title(reading, start) or _precedes_title(reading, end):
        return True
    if reading.passage.field is not Field.ASSEMBLY:
        return _is_elected(reading, mention)
    after = [token.text.lower() for token in reading.tokens[end : end + NEAR]]
    if any(ACTS.match(word) for word in after[:2]) or (after and OF.match(after[0])):
        return True
    return _is_voter(reading, start) or _is_elected(reading, mention)


def _follows_title(reading: Reading, start: int) -> bool:
    before = reading.tokens[max(0, start - 1) : start]
    return bool(before) and not reading.tokens[start].opens and is_title(before[-1].text.lower())


def _precedes_title(reading: Reading, end: int) -> bool:
    """Tell whether a comma and a title follow: "Anna Niemi, vt. tekninen johtaja"."""
    after = reading.tokens[end : end + 8]
    if not after or after[0].text != "," or after[0].opens:
        return False
    for token in after[1:]:
        if token.text[:1].isupper() or token.text == ",":
            return False
        if is_title(token.text.lower()):
            return True
    return False


def _is_voter(reading: Reading, start: int) -> bool:
    """Tell whether the word at *start* stands in brackets that open after a word for votes."""
    for place in range(start - 1, max(-1, start - 120), -1):
        text = reading.tokens[place].text
        if text == ")":
            return False
        if text == "(":
            return any(VOTES.match(token.text) for token in reading.tokens[max(0, place - NEAR) : place])
        if text == ":" and VOTES.match(reading.tokens[place - 1].text):
            return True
    return False


def _is_elected(reading: Reading, mention: Mention) -> bool:
    """Tell whether *mention* stands with an office that is filled: "valitaan pöytäkirjantarkastajiksi", "jäseniksi"."""
    start, end = mention
    if any(GROUP.match(token.text) for token in reading.tokens[max(0, start - NEAR) : start]):
        return True
    around = [token.text for token in reading.tokens[max(0, start - FAR) : end + NEAR]]
    return any(map(ELECTION.match, around)) and any(map(ELECTED.search, around))


def _with_chains(reading: Reading, mentions: list[Mention], direct: list[Mention]) -> list[Mention]:
    """Return *direct* with the mentions that a comma, an "and" or a line joins to one of them."""
    found = set(direct)
    for one, other in (*pairwise(mentions), *pairwise(reversed(mentions))):
        if one in found and _is_joined(reading, *sorted((one, other))):
            found.add(other)
    return sorted(found)


def _is_joined(reading: Reading, first: Mention, second: Mention) -> bool:
    between = reading.tokens[first[1] : second[0]]
    if not between:
        return reading.tokens[second[0]].opens
    return all(token.text in CHAIN for token in between)
