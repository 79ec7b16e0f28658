"""Writes the lists of common words of Finnish and Swedish: words in small letters of simplemma's dictionaries that texts use.

python -m benchmarks.common_words FOLDER    FOLDER holds the packages simplemma and wordfreq (`make names-words`)

Forms of names with many bearers have lists of their own: as words they speak neither for a name nor against it.
So have places whose name people have too.
simplemma tells names (capital letter) from other words, wordfreq tells which forms are met with in texts; neither is needed to
run Pykälä. The same versions of both give the same bytes.
"""

import gzip
import sys
from importlib import import_module
from pathlib import Path

import msgspec

from generator.redaction.names.lexicon import DATA, listed
from generator.redaction.names.statistics import Strength, indexed, read, strength

LANGUAGES = ("fi", "sv")
SHORTEST = 2
# wordfreq's bins: a word of bin n is met with once in 10 ** (n / 100) words.
USED, EVERYWHERE = 700, 400
FEWEST = 60  # bearers of a name


def main() -> None:
    """Write both lists into the package."""
    folder = Path(sys.argv[1])
    sys.path.insert(0, str(folder))
    dictionaries = import_module("simplemma.strategies.dictionaries")
    first, last = ([pair for pair in read(name) if pair[1] >= FEWEST] for name in ("first_names.txt.gz", "surnames.txt.gz"))
    names = indexed(first, last)
    _write_namesakes({name.lower() for name, _ in (*first, *last)})
    for language in LANGUAGES:
        known = frozenset(dictionaries.StreamDictionaryFactory().get_dictionary(language))
        bins = _bins(folder / "wordfreq" / "data" / f"large_{language}.msgpack.gz")
        used = (word for words in bins[: USED + 1] for word in words if word in known)
        # simplemma lacks some of the commonest, but has the names among them.
        missing = (word for words in bins[: EVERYWHERE + 1] for word in words if word.title() not in known)
        found = {word for word in (*used, *missing) if word.isalpha() and word.islower() and len(word) >= SHORTEST}
        shared = {word for word in found if strength(word, names) != Strength()}
        _write(found - shared, f"words_{language}.txt.gz")
        _write(shared, f"shared_{language}.txt.gz")


def _write_namesakes(names: set[str]) -> None:
    """Write the places, in the nominative, that are among *names*."""
    found = sorted(place for place in listed("places.txt") if place in names)
    lines = ["# Places whose name people have too, in the nominative; written by `make names-words`.", *dict.fromkeys(found)]
    (Path(str(DATA)) / "namesakes.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")


def _write(words: set[str], name: str) -> None:
    with (Path(str(DATA)) / name).open("wb") as raw, gzip.GzipFile("", "wb", 9, raw, mtime=0) as file:
        file.write("\n".join(sorted(words)).encode("utf-8"))


def _bins(path: Path) -> list[list[str]]:
    """Return the words of wordfreq's list in *path*, in bins of falling frequency."""
    _, *bins = msgspec.msgpack.decode(gzip.decompress(path.read_bytes()))
    return bins


if __name__ == "__main__":
    main()
