"""The words of votes in Finnish and Swedish: options, numbers, and the phrases that tell a result or what an option means."""

import re
from typing import NamedTuple

from generator.model.meeting import VoteOption

V = VoteOption

# Nominative, genitive, adessive and partitive: "kahdeksan (8) jäsentä", "yhden äänestäessä tyhjää", "viidellä äänellä neljää".
NUMERALS = {
    "fi": {
        1: "yksi yhden yhdellä yhtä", 2: "kaksi kahden kahdella kahta", 3: "kolme kolmen kolmella kolmea",
        4: "neljä neljän neljällä neljää", 5: "viisi viiden viidellä viittä", 6: "kuusi kuuden kuudella kuutta",
        7: "seitsemän seitsemällä seitsemää", 8: "kahdeksan kahdeksalla kahdeksaa", 9: "yhdeksän yhdeksällä yhdeksää",
        10: "kymmenen kymmenellä kymmentä", 11: "yksitoista", 12: "kaksitoista", 13: "kolmetoista", 14: "neljätoista",
        15: "viisitoista", 16: "kuusitoista", 17: "seitsemäntoista",
    },
    "sv": {
        1: "en ett", 2: "två", 3: "tre", 4: "fyra", 5: "fem", 6: "sex", 7: "sju", 8: "åtta", 9: "nio", 10: "tio", 11: "elva",
        12: "tolv", 13: "tretton", 14: "fjorton", 15: "femton", 16: "sexton", 17: "sjutton",
    },
}  # fmt: skip
VALUES = {word: value for words in NUMERALS.values() for value, row in words.items() for word in row.split()}
DIGITS = re.compile(r"\d{1,3}")

OPTIONS = {
    "fi": {V.YES: "jaa|kyllä", V.NO: "ei", V.ABSTAIN: "tyhjää|tyhjä|tyhjiä|tyhjät", V.ABSENT: "poissaolevia|poissa"},
    "sv": {V.YES: "ja", V.NO: "nej", V.ABSTAIN: "blanka|blankt|blank|avstod|nedlagda", V.ABSENT: "frånvarande"},
}
_OPTION = {word: option for words in OPTIONS.values() for option, row in words.items() for word in row.split("|")}


class Phrases(NamedTuple):
    """One language's patterns.

    *pair* is an option and its number, in either order; *lone* a line of nothing but an option; *named* the start of a list
    of who voted so, *total* its end; *result* tells what was decided by which numbers; *meanings* what options stand for.
    """

    about: re.Pattern[str]
    pair: re.Pattern[str]
    lone: re.Pattern[str]
    named: re.Pattern[str]
    total: re.Pattern[str]
    result: re.Pattern[str]
    blank: re.Pattern[str]
    meanings: tuple[re.Pattern[str], ...]
    meaning: re.Pattern[str]
    another: re.Pattern[str]
    election: re.Pattern[str]
    conjunction: re.Pattern[str]
    role: re.Pattern[str]


def option(word: str) -> VoteOption:
    return _OPTION[word.casefold()]


def number(words: str) -> int | None:
    """Return the number that "5", "viisi" or "viisi (5)" says, or None when word and digits disagree."""
    digits = DIGITS.search(words)
    spoken = VALUES.get(words.partition("(")[0].strip().casefold())
    if digits is None:
        return spoken
    told = int(digits[0])
    return told if spoken in {None, told} else None


def _any(language: str) -> str:
    return "|".join(OPTIONS[language].values())


def _number(language: str) -> str:
    words = "|".join(word for row in NUMERALS[language].values() for word in row.split())
    # Neither a part of a date, a sum or an hour, nor the number of a section.
    figure = r"(?<![\w.,:/])\d{1,3}(?!\w|[.,:/]\d|\s*[%§€])"
    return rf"(?:{figure}|\b(?:{words})\b(?:\s*\(\s*\d{{1,3}}\s*\))?)"


def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE | re.VERBOSE)


def _finnish() -> Phrases:
    n, options = _number("fi"), _any("fi")
    of_option = r"(?:[-\s]?(?:ään\w*|ehdotu\w*))?"
    who = r"(?:jäsentä|jäsen|valtuutettua|ääntä|kpl)"
    gave = r"(?:annettiin|saatiin|äänesti(?:vät)?|oli(?:vat)?|sai)"
    return Phrases(
        about=_compiled(r"äänes[^\s]|ään(?:in|ellä|tä|iä|et)\b"),
        pair=_compiled(
            rf"""\b(?P<before>{options})\b{of_option}\s*(?:{gave}\b)?\s*[:=]?\s*(?P<after_number>{n})
            |(?P<number>{n})\s*(?:{who}\b)?\s*(?:{gave}\b)?\s*\(?\b(?P<after>{options})\b\)?{of_option}"""
        ),
        lone=_compiled(rf"\s*(?P<option>{options})(?:-?ään\w*)?\s*:?\s*"),
        named=_compiled(
            rf"""(?:^|(?<=[\s(]))(?P<option>{options})\)?(?:-äänen)?
            (?:\s+(?:äänesti(?:vät)?|antoi(?:vat)?|oli(?:vat)?)\b\s*:?|(?:-?ään\w+)?\s*:)\s+"""
        ),
        total=_compiled(rf"[,\s]*\(?(?:\b(?:yhteensä|eli)\s+)(?P<count>{n})\s*(?:{who}\b)?\)?[\s.,;]*(?:ja|sekä)?\s*$"),
        result=_compiled(
            rf"""(?P<first>{n})\s+äänellä\s+(?P<second>{n})(?::\w+)?(?:\s+ääntä)?\s+vastaan
            |\bäänin\s+(?P<for>\d{{1,3}})\s*[-–—]\s*(?P<against>\d{{1,3}})(?!\d|\s*[-–—.,]\s*\d|\s*(?:jaa|ei)\b)"""
        ),
        blank=_compiled(
            rf"""(?P<a>{n})(?::n)?(?:\s+\w+)?\s+äänest(?:äessä|i|ivät)\s+tyhjää
            |(?P<b>{n})\s+tyhjää|\btyhj(?:ää|iä|ä)(?:\s+ään\w+)?:?\s+(?P<c>{n})"""
        ),
        meanings=(
            _compiled(
                r"""(?P<yes>ne,?\ jotka\ [^.;]{1,300}?),?\s+äänestävät\ \(?(?:jaa|kyllä)\b\)?[,;]?\s+(?:(?:ja|sekä)\s+)?
                (?P<no>ne,?\ jotka\ [^.;]{1,300}?),?\s+äänestävät\ \(?ei\b"""
            ),
            _compiled(
                r"""(?P<yes>[^.:;,]{1,200}\ kannattavat)(?:\ äänestävät)?\ (?:jaa|kyllä)\b,?\s+(?:ja\s+)?
                (?P<no>[^.:;,]{1,200}\ kannattavat)(?:\ äänestävät)?\ ei\b"""
            ),
            _compiled(
                r"""(?P<yes>[^.:;,]{1,200}(?:ehdotus|esitys))\ (?:on\ |=\ )?(?:jaa|kyllä)\b,?\s+(?:ja\s+)?
                (?P<no>[^.:;,]{1,200}(?:ehdotus|esitys))\ (?:on\ |=\ )?ei\b"""
            ),
            _compiled(r"^(?P<yes>[^.:;,]{1,200})\ on\ (?:jaa|kyllä),?\s+(?:ja\s+)?(?P<no>[^.:;,]{1,200})\ on\ ei\W*$"),
        ),
        meaning=_compiled(
            r"""(?:^|(?<=[\s:]))(?P<option>jaa|ei)(?:-ehdotus\s*[:=]|\s*=)\s*(?P<told>[^.;=]{1,300}?)
            (?=[.;,]?\s+(?:jaa|ei)(?:-ehdotus)?\s*[:=]|[.;]|$)"""
        ),
        another=_compiled(
            r"""^\W*(?:\d\.?\s*äänestys\b|äänestys\s*(?:nro\s*)?\d\b|(?:ensimmäinen|toinen|kolmas|neljäs|viides)\s+äänestys\b)"""
        ),
        election=_compiled(r"\bvaali(?:ssa|n|lla|toimitu\w+)?\b|lippuäänest|suljetuin\ lipuin|merk\w+\ tiedoksi"),
        conjunction=_compiled(r"\s+(?:ja|sekä)\s+"),
        role=_compiled(
            r"""^(?:(?:jäsenet|jäsen|valtuutetut|valtuutettu|varajäsenet|varajäsen
            |(?:kokouksen\s+)?puheenjohtaja|(?:(?:ensimmäinen|toinen|[123]\.)\s+)?varapuheenjohtaja)(?:\s+|$))+"""
        ),
    )


def _swedish() -> Phrases:
    n, options = _number("sv"), _any("sv")
    of_option = r"(?:[-\s]?(?:röst\w*|förslag\w*))?"
    who = r"(?:ledamöter|ledamot|fullmäktige|röster|röst|st\.?)"
    gave = r"(?:avgavs|gavs|röstade|var|fick)"
    return Phrases(
        about=_compiled(r"röst"),
        pair=_compiled(
            rf"""\b(?P<before>{options})\b{of_option}\s*(?:{gave}\b)?\s*[:=]?\s*(?P<after_number>{n})
            |(?P<number>{n})\s*(?:{who}(?!\w))?\s*(?:{gave}\b)?\s*\(?\b(?P<after>{options})\b\)?{of_option}"""
        ),
        lone=_compiled(rf"\s*(?P<option>{options})(?:-?röst\w*)?\s*:?\s*"),
        named=_compiled(
            rf"""(?:^|(?<=[\s(]))(?P<option>{options})\)?(?:-röst)?
            (?:\s+(?:röstade|gav|var)\b\s*:?|(?:-?röst\w+)?\s*:)\s+"""
        ),
        total=_compiled(
            rf"""[,\s]*\(?(?:\b(?:sammanlagt|totalt|alltså|dvs\.?|d\.v\.s\.|det\ vill\ säga)\s+)(?P<count>{n})\s*
            (?:{who}(?!\w))?\)?[\s.,;]*(?:och|samt)?\s*$"""
        ),
        result=_compiled(
            rf"""\bmed\s+(?:rösterna\s+)?(?P<first>{n})\s+(?:röster\s+)?mot\s+(?P<second>{n})(?!\w)
            |\bmed\s+rösterna\s+(?P<for>\d{{1,3}})\s*[-–—]\s*(?P<against>\d{{1,3}})(?!\d|\s*[-–—.,]\s*\d|\s*(?:ja|nej)\b)"""
        ),
        blank=_compiled(
            rf"""(?P<a>{n})(?:\s+(?:ledamöter|ledamot))?\s+(?:röstade\s+blankt|avstod)
            |(?P<b>{n})\s+blank\w*|\bblank\w*(?:\s+röst\w*)?:?\s+(?P<c>{n})"""
        ),
        meanings=(
            _compiled(
                r"""(?P<yes>de,?\ som\ [^.;]{1,300}?),?\s+röstar\ \(?ja\b\)?[,;]?\s+(?:(?:och|medan)\s+)?
                (?P<no>de,?\ som\ [^.;]{1,300}?),?\s+röstar\ \(?nej\b"""
            ),
            _compiled(
                r"""(?P<yes>[^.:;,]{1,200}\sförslag)\ (?:är\ |=\ )?ja\b,?\s+(?:och\s+)?
                (?P<no>[^.:;,]{1,200}\sförslag)\ (?:är\ |=\ )?nej\b"""
            ),
        ),
        meaning=_compiled(
            r"""(?:^|(?<=[\s:]))(?P<option>ja|nej)(?:-förslag(?:et)?\s*[:=]|\s*=)\s*(?P<told>[^.;=]{1,300}?)
            (?=[.;,]?\s+(?:ja|nej)(?:-förslag(?:et)?)?\s*[:=]|[.;]|$)"""
        ),
        another=_compiled(
            r"""^\W*(?:\d\.?\s*omröstning(?:en)?\b|omröstning\s*(?:nr\s*)?\d\b
            |(?:(?:den\ )?(?:första|andra|tredje|fjärde|femte))\s+omröstning(?:en)?\b)"""
        ),
        election=_compiled(r"\bval(?:et)?\b|slutna\ sedlar|sluten\ omröstning|till\ kännedom|anteckna\w+"),
        conjunction=_compiled(r"\s+(?:och|samt)\s+"),
        role=_compiled(
            r"""^(?:(?:ledamöterna|ledamot(?:en)?|fullmäktigeledamot|ersättarna|ersättare(?:n)?
            |(?:sammanträdets\s+)?ordförande(?:n)?|(?:(?:första|andra|[123]:a|[I]+)\s+)?vice\s?ordförande(?:n)?)(?:\s+|$))+"""
        ),
    )


PHRASES = {"fi": _finnish(), "sv": _swedish()}
