"""Finnish or Swedish, sentence by sentence, by its small words: minutes quote one in the other."""

import re

from generator.redaction.names.tokens import Token
from generator.redaction.names.vocabulary import words

UNKNOWN = ""
LIKE_FINNISH = re.compile(r"aa|ää|uu|yy|öö|ii|ee|(?:[st][st]a|[st][st]ä|lla|llä|lle|lta|ltä|ksi|inen|sen|uus|yys|ut|yt)$")
LIKE_SWEDISH = re.compile(r"å|(?:ning|ningen|het|heten|arna|erna|orna|else|elsen|tion|ande|ende|skt|ska|ligt|lig)$")
FINNISH = frozenset(words("finnish_small_words"))
SWEDISH = frozenset(words("swedish_small_words"))


def language_of(sentences: list[list[Token]], hint: str | None) -> list[str]:
    """Return the language of each of *sentences*: its own, else the one before's, else *hint* or what most are in.

    Where nothing tells, it is UNKNOWN.
    """
    own = [_language(sentence) for sentence in sentences]
    current = hint if hint in {"fi", "sv"} else _most(own)
    found: list[str] = []
    for language in own:
        current = language or current
        found.append(current)
    return found


def _language(sentence: list[Token]) -> str | None:
    said = [token.text.lower() for token in sentence]
    finnish = sum(word in FINNISH or bool(LIKE_FINNISH.search(word)) for word in said)
    swedish = sum(word in SWEDISH or bool(LIKE_SWEDISH.search(word)) for word in said)
    if finnish == swedish:
        return None
    return "fi" if finnish > swedish else "sv"


def _most(languages: list[str | None]) -> str:
    finnish, swedish = languages.count("fi"), languages.count("sv")
    if finnish == swedish:
        return UNKNOWN
    return "sv" if swedish > finnish else "fi"
