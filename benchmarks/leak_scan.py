"""The leak scan over generated pages, against `grep -F` looking for the same texts in the same files.

python -m benchmarks.leak_scan [PAGES]    prints CPU and wall-clock seconds and peak memory of both, medians of three runs
"""

import os
import random
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import msgspec

from generator.redaction.ledger import Secret
from generator.redaction.needles import Needle, needles
from generator.redaction.register import Register, encoded, grown

ITEMS_A_MEETING, PARAGRAPHS, WORDS = 15, 9, 70
NAMES, PASSAGES, PASSAGE = 300, 500, 90
RUNS = 3
LOOK = 0.05  # seconds between looks at what a process holds
SYLLABLES = [
    "ka", "la", "ma", "na", "pa", "ra", "sa", "ta", "va", "ki", "li", "mi", "ni", "si", "ti", "ku", "lu", "mu", "nu", "su",
    "tu", "kä", "lä", "mä", "nä", "sä", "tä", "kö", "lö", "yh", "te", "se", "ne", "on", "en", "in", "us",
]  # fmt: skip
SHELL = """<!doctype html><html lang="fi"><head><meta charset="utf-8"><title>{title} - Mittaus</title>
<link rel="stylesheet" href="../../assets/stylesheets/main.css"><meta name="viewport" content="width=device-width"></head>
<body><a class="md-skip" href="#main">Siirry sisältöön</a><header class="md-header">
<nav class="md-header__inner">{links}</nav></header><main id="main" class="md-main">
<article class="md-content__inner md-typeset"><h1>{title}</h1>{text}</article></main>
<footer class="md-footer"><p>Mittauskunta, puh. 0100 100 100, <a href="mailto:kirjaamo@mittaus.example">kirjaamo</a></p>
{links}</footer></body></html>"""
SCAN = """
import sys
from pathlib import Path
import msgspec
from generator.redaction.leaks import examined
from generator.redaction.needles import Needle
from generator.redaction.register import decoded
sought = msgspec.json.decode(Path(sys.argv[2]).read_bytes(), type=tuple[Needle, ...])
register = decoded(Path(sys.argv[3]).read_bytes(), b"key")
print(len(examined(Path(sys.argv[1]), sought, register=register).leaks))
"""


class Figures(NamedTuple):
    """What a whole process, with all that it started, took: seconds of the processors and of the clock, megabytes at most."""

    cpu: float
    wall: float
    megabytes: float


def main() -> None:
    """Make the pages, scan them in both ways in turn, and print the figures."""
    pages = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    with tempfile.TemporaryDirectory() as scratch:
        site, sought, plain = Path(scratch) / "site", Path(scratch) / "needles.json", Path(scratch) / "needles.txt"
        made = _write(pages, site)
        sought.write_bytes(msgspec.json.encode(made))
        plain.write_text("".join(f"{needle.text}\n" for needle in made))
        # What earlier runs withheld, too: on pages of no meeting all of it is looked for, which is the most that can be.
        sealed = Path(scratch) / "withheld.jsonl"
        sealed.write_bytes(encoded(grown(Register(key=b"key"), made)))
        ours = (sys.executable, "-c", SCAN, str(site), str(sought), str(sealed))
        peer = ("grep", "-r", "-l", "-F", "-f", str(plain), str(site))
        pairs = [(_measured(*ours), _measured(*peer)) for _ in range(RUNS)]
        size = sum(path.stat().st_size for path in site.rglob("*") if path.is_file())
    print(f"{pages} pages, {size / 2**20:.0f} MB, {len(made)} needles; {os.cpu_count()} cores, medians of {RUNS} runs")
    for name, place in (("pykala", 0), ("grep -F", 1)):
        cpu, wall, megabytes = (statistics.median(pair[place][n] for pair in pairs) for n in range(3))
        print(f"{name:16} {cpu:7.2f} CPU s {wall:7.2f} s {megabytes:7.0f} MB")
    print(f"ratio            {statistics.median(a.cpu / b.cpu for a, b in pairs):7.2f}")


def _write(pages: int, site: Path) -> tuple[Needle, ...]:
    source = random.Random(610)  # noqa: S311 - texts to measure with, not secrets
    vocabulary = sorted({"".join(source.choices(SYLLABLES, k=source.randint(1, 6))) for _ in range(30_000)})
    source.shuffle(vocabulary)
    weights = [1 / (rank + 3) for rank in range(len(vocabulary))]
    draw = _drawn(source, vocabulary, weights)
    links = "\n".join(f'<a class="md-nav__link" href="../../{word}.html">{word.capitalize()}</a>' for word in vocabulary[:40])
    for page in range(pages):
        meeting = f"toimielin-{page // ITEMS_A_MEETING % 20}/2026-{page // ITEMS_A_MEETING:05}"
        path = site / meeting / f"{page % ITEMS_A_MEETING + 1}.html"
        path.parent.mkdir(parents=True, exist_ok=True)
        text = "".join(f"<h2>Osa {n}</h2><p>{_words(draw, WORDS)}.</p>" for n in range(PARAGRAPHS))
        path.write_text(
            SHELL.format(title=f"Asia {page} § {page % 28 + 1}.{page % 12 + 1}.2026", text=text, links=links), encoding="utf-8"
        )
    names = [f"{next(draw)}lo {next(draw)}nen" for _ in range(NAMES)]
    secrets = [Secret("passage", _words(draw, PASSAGE)) for _ in range(PASSAGES)]
    secrets += [Secret("person_name", name.title()) for name in names]
    secrets += [Secret("phone_number", f"040 {n:03} {source.randint(1000, 9999)}") for n in range(100)]
    secrets += [Secret("personal_identity_code", f"{n % 28 + 1:02}01{n % 90 + 10}-9{n % 99:02}X") for n in range(100)]
    return needles(secrets, "toimielin-0/2026-00000", ())


def _drawn(source: random.Random, vocabulary: list[str], weights: list[float]) -> Iterator[str]:
    while True:
        yield from source.choices(vocabulary, weights, k=10_000)


def _words(draw: Iterator[str], count: int) -> str:
    return " ".join(next(draw) for _ in range(count)).capitalize()


def _measured(*command: str) -> Figures:
    """Return what *command* took; memory is the most that it and all that it started held, shared pages counted once."""
    started = time.perf_counter()
    child = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=sys.stderr, env=os.environ | {"LC_ALL": "C"})
    ticks: dict[int, int] = {}
    most = 0.0
    while child.poll() is None:
        family = (child.pid, *_descendants(child.pid))
        most = max(most, sum(map(_held, family)) / 1024)
        # A process that another one waits for leaves its time nowhere else: the last look at each is what it took.
        ticks |= {pid: used for pid in family if (used := _used(pid))}
        time.sleep(LOOK)
    return Figures(sum(ticks.values()) / os.sysconf("SC_CLK_TCK"), time.perf_counter() - started, most)


def _used(pid: int) -> int:
    """Return the ticks that *pid* itself has had of the processors."""
    try:
        return sum(map(int, Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[11:13]))
    except OSError:
        return 0


def _held(pid: int) -> int:
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    except (OSError, ProcessLookupError):
        return 0
    return sum(int(line.split()[1]) for line in lines if line.startswith("Pss:"))


def _descendants(pid: int) -> Iterator[int]:
    try:
        children = [
            int(child) for task in Path(f"/proc/{pid}/task").iterdir() for child in (task / "children").read_text().split()
        ]
    except OSError:
        return
    for child in children:
        yield child
        yield from _descendants(child)


if __name__ == "__main__":
    main()
