"""Measures the search for names and identifiers in invented items, with nothing remembered, beside `grep -F` on the same texts.

python -m benchmarks.name_speed [ITEMS]    10,000 items if not said; exits with 1 when they would take more than six minutes
"""

import os
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import NamedTuple

from generator.model.meeting import AgendaItem, Meeting, Organization, Section, SectionKind, Stage, State
from generator.model.text import Paragraph, Run
from generator.redaction import Names, Policy, Unmarked, all_cases, redact
from generator.redaction import cases as reading_together
from generator.redaction.names.lexicon import common_words
from generator.redaction.names.statistics import read
from generator.redaction.people import texts_of

ITEMS, ITEMS_A_MEETING = 10_000, 15
SENTENCES = range(25, 46)  # of an item; with eleven words each, as long as the items of the labelled towns are
WORDS = range(6, 17)
PHRASES = (
    "Hakija: {first} {last}, puh. 040 555 0{n:03}.", "{last}n mukaan tontti on rakennettu.", "Lausunnon antoi {first} {last}.",
    "Tiedoksi: {first} {last}, Kuutamokatu {n}, 99999 Kuutamoniemi.", "Kiinteistö 999-403-{n}-7.",
)  # fmt: skip
OFTEN = 8  # sentences, of which one names somebody
LIMIT = 360.0  # seconds for ITEMS on two cores


class Cost(NamedTuple):
    """Seconds of the processor, of all processes, and on the wall."""

    processor: float
    wall: float


def main() -> None:
    """Print the figures, and fail when they are above the limit."""
    items = int(sys.argv[1]) if sys.argv[1:] else ITEMS
    meetings = list(_meetings(items))
    texts = [passage.text for meeting in meetings for item in meeting.items for passage in texts_of(item)]
    words = sum(len(text.split()) for text in texts)
    print(f"{items} items, {words} words")
    reading_together._MANY = items + 1  # noqa: SLF001 - one process, whose time is told whole: a pool's is nobody's
    before = _now()
    cases = all_cases(meetings, Names.ASK)
    names = _since(before)
    before = _now()
    policy = Policy(unmarked=Unmarked.PUBLIC, names=Names.ASK)
    for meeting in meetings:
        redact(meeting, policy, _no_file, cases)
    rest = _since(before)
    peer = _grep(texts)
    for told, cost in (("names", names), ("identifiers and masks", rest), ("grep -F", peer)):
        print(f"{told:22} {cost.processor:8.1f} CPU s {cost.wall:8.1f} s")
    whole = Cost(names.processor + rest.processor, names.wall + rest.wall)
    print(f"words a CPU second     {words / names.processor:8.0f} names, {words / whole.processor:.0f} whole")
    print(f"ratio to grep -F       {whole.processor / peer.processor:8.1f}")
    on_two_cores = whole.processor / 2
    print(f"on two cores           {on_two_cores:8.1f} s of each processor, {whole.wall:.1f} s on the wall here")
    sys.exit(on_two_cores > LIMIT * items / ITEMS)


def _meetings(items: int) -> Iterator[Meeting]:
    """Yield meetings with *items* in all; the same ones each time."""
    chance = random.Random(140)  # noqa: S311 - texts to measure with, not secrets
    common = sorted(common_words("fi"))
    firsts, lasts = (read(name) for name in ("first_names.txt.gz", "surnames.txt.gz"))
    for start in range(0, items, ITEMS_A_MEETING):
        own = tuple(_item(start + n, chance, common, firsts, lasts) for n in range(min(ITEMS_A_MEETING, items - start)))
        yield Meeting(
            id=f"lautakunta/{start}",
            source_id=str(start),
            organization=Organization(id="lautakunta", name="Lautakunta"),
            day=date(2026, 9, 14),
            stage=Stage.MINUTES,
            state=State.CHECKED,
            language="fi",
            items=own,
        )


Counts = tuple[tuple[str, int], ...]


def _item(number: int, chance: random.Random, common: list[str], firsts: Counts, lasts: Counts) -> AgendaItem:
    said = [_sentence(chance, common, firsts, lasts) for _ in range(chance.choice(SENTENCES))]
    blocks = tuple(Paragraph(content=(Run(text=" ".join(said[n : n + 5])),)) for n in range(0, len(said), 5))
    return AgendaItem(
        id=f"lautakunta/{number}",
        source_id=str(number),
        order=number,
        title="Laiturin korjaus",
        language="fi",
        number=str(number),
        register_number=f"KD/{number}/2026",
        sections=(Section(kind=SectionKind.BACKGROUND, blocks=blocks),),
    )


def _sentence(chance: random.Random, common: list[str], firsts: Counts, lasts: Counts) -> str:
    if chance.randrange(OFTEN) == 0:
        first, last = chance.choice(firsts)[0], chance.choice(lasts)[0]
        return chance.choice(PHRASES).format(first=first, last=last, n=chance.randrange(1, 999))
    return f"{' '.join(chance.choices(common, k=chance.choice(WORDS))).capitalize()}."


def _no_file(name: str) -> bytes:
    raise FileNotFoundError(name)


def _grep(texts: list[str]) -> Cost:
    """Return the cost of looking for every name of the statistics in *texts* with grep, which reads them as they stand."""
    with tempfile.TemporaryDirectory() as scratch:
        patterns, text = Path(scratch, "names"), Path(scratch, "texts")
        known = (name for source in ("first_names.txt.gz", "surnames.txt.gz") for name, _ in read(source))
        patterns.write_text("\n".join(known), encoding="utf-8")
        text.write_text("\n".join(texts), encoding="utf-8")
        before = _now()
        subprocess.run(["grep", "-F", "-o", "-f", str(patterns), str(text)], check=False, stdout=subprocess.DEVNULL)
        return _since(before)


def _now() -> Cost:
    spent = os.times()
    return Cost(spent.user + spent.system + spent.children_user + spent.children_system, time.perf_counter())


def _since(before: Cost) -> Cost:
    now = _now()
    return Cost(now.processor - before.processor, now.wall - before.wall)


if __name__ == "__main__":
    main()
