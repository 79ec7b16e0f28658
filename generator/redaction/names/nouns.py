"""Words beside a name that tell what it is of: titles of public posts, nouns of places and houses; in any inflection."""

from functools import lru_cache

from generator.redaction.names.inflection import splits, stems, word_stems
from generator.redaction.names.vocabulary import words

FARMS = ("maa", "pää", "suo")  # ends of names of farms, which many surnames were
HOMES = ("la", "lä")  # the same, by who lived there
# A managing director is a company's.
NOT_TITLES = frozenset({"toimitusjohtaja", "verkställande"})
SHORTEST_TITLE, SHORTEST_PLACE, SHORTEST_SURE_PLACE = 5, 4, 6
REMEMBERED = 65536


@lru_cache(REMEMBERED)
def is_title(lower: str) -> bool:
    """Tell whether *lower* is or ends in the title of a public post."""
    found = splits(lower)
    if any(stem in EXCEPT for stem in found):
        return False
    return any(_ends_in(stem, TITLES, SHORTEST_TITLE) for stem in found)


@lru_cache(REMEMBERED)
def is_place_noun(text: str) -> bool:
    """Tell whether *text*, in small letters, is or ends in what stands after the name of a place: "kunta", "tiekunta"."""
    return text.islower() and any(_ends_in(stem, PLACES, SHORTEST_PLACE) for stem in splits(text))


@lru_cache(REMEMBERED)
def follows_place(text: str) -> bool:
    """Tell whether *text* stands after names of places only; "valtakunta" may be anybody's."""
    return text.islower() and any(_ends_in(stem, PLACES, SHORTEST_SURE_PLACE) for stem in splits(text))


@lru_cache(REMEMBERED)
def is_house(lower: str) -> bool:
    """Tell whether *lower* stands before the name of a house, a paper or a company."""
    return any(stem in HOUSES for stem in splits(lower))


@lru_cache(REMEMBERED)
def is_label(lower: str) -> bool:
    """Tell whether *lower* is what a party of a case is called."""
    return any(stem in LABELS for stem in splits(lower))


@lru_cache(REMEMBERED)
def is_surname_built(lower: str) -> bool:
    """Tell whether *lower* is built as many Finnish surnames are: it is or ends in a word of nature or of farms."""
    return any(_ends_in(stem, NATURE, SHORTEST_PLACE) for stem in splits(lower))


@lru_cache(REMEMBERED)
def is_farm_built(lower: str) -> bool:
    """Tell whether *lower* is built so, or ends in a short word of which many farms are made."""
    return is_surname_built(lower) or any(stem.endswith(FARMS) for stem in splits(lower))


@lru_cache(REMEMBERED)
def ends_as_surname(lower: str) -> bool:
    """Tell whether *lower* is built so, or ends as a farm called after who lives there."""
    return is_surname_built(lower) or any(stem.endswith(HOMES) for stem in splits(lower))


def _ends_in(stem: str, known: frozenset[str], shortest: int) -> bool:
    return stem in known or any(stem[at:] in known for at in range(1, len(stem) - shortest + 1))


TITLES = frozenset(stem for title in words("titles") for stem in stems(title))
EXCEPT = frozenset(stem for title in NOT_TITLES for stem in stems(title))
PLACES = frozenset(stem for word in words("place_nouns") for stem in word_stems(word) if len(stem) >= SHORTEST_PLACE - 1)
LABELS = frozenset(stem for label in words("party_labels") for stem in stems(label))
HOUSES = frozenset(stem for word in words("houses") for stem in stems(word))
NATURE = frozenset(stem for word in words("surname_words") for stem in stems(word) if len(stem) >= SHORTEST_PLACE - 1)
