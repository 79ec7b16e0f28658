"""Finnish names in nine cases, for the grid; its own rules, not the detector's."""

from collections.abc import Callable

BACK = frozenset("aou")
FRONT = frozenset("äöy")
E_NAMES = (
    "koski", "mäki", "niemi", "järvi", "joki", "lahti", "saari", "lampi", "salmi", "suvi", "hanhi", "talvi", "kivi", "lehti",
)  # fmt: skip
NEUTRAL = ("niemi", "kivi", "lehti")  # the last part has the say: Kangasniemellä
GRADES = (
    ("kk", "k"), ("pp", "p"), ("tt", "t"), ("nk", "ng"), ("nt", "nn"), ("lt", "ll"), ("rt", "rr"), ("mp", "mm"),
)  # fmt: skip
SINGLE = {"t": "d", "p": "v", "k": ""}
VOWELS = "aeiouyäöå"


def inflected(name: str, case: str) -> str:
    """Return *name* in *case*; of a compound the last part is inflected."""
    head, hyphen, last = name.rpartition("-")
    return f"{head}{hyphen}{CASES[case](last)}"


def _strong(name: str) -> str:
    """Return the stem that the essive and the illative have."""
    lower = name.lower()
    if lower.endswith("nen") and len(name) > len("nen") + 1:
        return f"{name[:-3]}se"
    if lower.endswith(E_NAMES):
        return f"{name[:-1]}e"
    if lower[-1] in VOWELS:
        return name
    if lower.endswith(("us", "ys", "as", "is")) and len(name) > len("Aus"):
        return f"{name[:-1]}kse"
    return f"{name}i"


def _weak(name: str) -> str:
    """Return the stem that the genitive and the other local cases have."""
    stem = _strong(name)
    body = stem.rstrip(VOWELS)
    vowels = stem[len(body) :]
    if stem != name and not name.lower().endswith(E_NAMES):
        return stem
    for strong, weak in GRADES:
        if body.endswith(strong):
            return f"{body[: -len(strong)]}{weak}{vowels}"
    # A single consonant changes in names made of Finnish words only; those are the commonest.
    if name.lower().endswith(E_NAMES) and body[-1:] in SINGLE and body[-2:-1] in f"{VOWELS}h":
        return f"{body[:-1]}{SINGLE[body[-1]]}{vowels}"
    return stem


def _a(name: str) -> str:
    """Return the vowel of an ending of *name*: a or ä."""
    if name.lower().endswith(NEUTRAL):
        return "ä"
    for letter in reversed(name.lower()):
        if letter in BACK:
            return "a"
        if letter in FRONT:
            return "ä"
    return "ä"


def _genitive(name: str) -> str:
    return f"{_weak(name)}n"


def _partitive(name: str) -> str:
    if name.lower().endswith("nen"):
        return f"{name[:-3]}st{_a(name)}"
    stem = _strong(name)
    return f"{name}t{_a(name)}" if stem.endswith("kse") else f"{stem}{_a(name)}"


def _illative(name: str) -> str:
    stem = _strong(name)
    return f"{stem}h{stem[-1]}n" if stem[-2:-1] in VOWELS else f"{stem}{stem[-1]}n"


def _local(ending: str) -> Callable[[str], str]:
    return lambda name: f"{_weak(name)}{ending.replace('A', _a(name))}"


CASES: dict[str, Callable[[str], str]] = {
    "nominative": lambda name: name,
    "genitive": _genitive,
    "partitive": _partitive,
    "allative": _local("lle"),
    "ablative": _local("ltA"),
    "elative": _local("stA"),
    "adessive": _local("llA"),
    "illative": _illative,
    "essive": lambda name: f"{_strong(name)}n{_a(name)}",
}
