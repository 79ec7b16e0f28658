"""The index of the site's search against the one that mkdocs-material's own search would load, on the same texts.

python -m benchmarks.search [PAGES]    prints what making each costs, and what a reader loads before the first result
"""

import json
import random
import resource
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.publish import PEER, measured
from generator.search import bundle, write_index

SECTIONS, WORDS_A_SECTION = 9, 70
STEMS, CASES = 2500, ("", "n", "ssa", "sta", "lla", "lle", "ksi", "t", "ja", "issa", "ista", "ihin")
SYLLABLES = ["ka", "ta", "lo", "ri", "me", "su", "vi", "no", "pä", "tö", "lau", "kou", "tie", "raken", "hal", "lin", "toi"]
PAGE = """<!doctype html><html lang="fi"><body><nav>Valikko</nav><div data-pagefind-body data-title="§ {number} {title}"
data-organization="kaupunginhallitus" data-year="{year}" data-kind="minutes" data-day="{year}-01-01"
data-pagefind-meta="title[data-title], day[data-day]" data-pagefind-sort="day[data-day]"
data-pagefind-filter="organization[data-organization], year[data-year], kind[data-kind]"><h1>§ {number} {title}</h1>
{sections}</div></body></html>"""
MEASURED = "import sys; from pathlib import Path; from benchmarks.search import own; own(*map(Path, sys.argv[1:]))"


def main() -> None:
    """Make the pages, index them both ways, and print the figures."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 300
    with tempfile.TemporaryDirectory() as scratch:
        site, peer = Path(scratch) / "site", Path(scratch) / "peer"
        _write(count, site, peer)
        started = time.monotonic()
        seconds, megabytes = measured(sys.executable, "-c", MEASURED, str(site), str(site.parent / "work"))
        wall = time.monotonic() - started
        made = json.loads((site / "made.json").read_text())
        of_peer = measured(sys.executable, "-m", "mkdocs", "build", "-q", "-f", str(peer / "mkdocs.yml"))
        lunr = (peer / "site" / "search" / "search_index.json").stat().st_size
        sizes = [path.stat().st_size for path in (site / "haku").rglob("*") if path.is_file()]
        first = _first_load(site / "haku" / "fi")
    print(f"{count} pages of {SECTIONS * WORDS_A_SECTION} words; whole processes")
    print(f"pagefind         {seconds:7.2f} CPU s {wall:7.2f} s {max(megabytes, made['children']):7.0f} MB")
    print(f"  index          {sum(sizes) / 1e6:7.2f} MB in {len(sizes)} files; {first / 1e3:.0f} kB before the first result")
    print(f"mkdocs, search   {of_peer[0]:7.2f} CPU s           {of_peer[1]:7.0f} MB, the pages made with it")
    print(f"  index          {lunr / 1e6:7.2f} MB, all of it before the first result")
    print(f"ratio            {first / lunr:7.3f} of what a reader loads")


def own(site: Path, work: Path) -> None:
    """Index *site*, and leave beside it what the program took at most, in megabytes."""
    write_index(site, work)
    children = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    (site / "made.json").write_text(json.dumps({"children": children}))


def _first_load(folder: Path) -> int:
    """Return the bytes that a search for one word loads: programs, lists, the largest shard, ten pages' fragments."""
    fixed = [folder / bundle.PROGRAM, folder / bundle.ENTRY, *folder.glob("wasm.*"), *folder.glob("*.pf_meta")]
    shard = max(path.stat().st_size for path in (folder / "index").iterdir())
    fragments = sorted(path.stat().st_size for path in (folder / "fragment").rglob("*.pf_fragment"))
    return sum(path.stat().st_size for path in fixed) + shard + sum(fragments[-10:])


def _write(count: int, site: Path, peer: Path) -> None:
    source = random.Random(633)  # noqa: S311 - texts to measure with, not secrets
    stems = ["".join(source.choices(SYLLABLES, k=source.randint(2, 4))) for _ in range(STEMS)]
    weights = [1 / (place + 2) for place in range(STEMS)]
    for folder in (site, peer / "docs"):
        folder.mkdir(parents=True)
    (peer / "mkdocs.yml").write_text(PEER.replace("plugins: []", "plugins: [{search: {lang: fi}}]"))
    (peer / "docs" / "index.md").write_text("# Mittaus\n")
    for number in range(count):
        texts = [_text(source, stems, weights) for _ in range(SECTIONS)]
        title = " ".join(texts[0].split()[:4])
        sections = "".join(f"<h2>Osa {n}</h2><p>{text}</p>" for n, text in enumerate(texts, 1))
        folder = site / "kaupunginhallitus" / f"{2000 + number // 400}-01-01"
        folder.mkdir(parents=True, exist_ok=True)
        page = PAGE.format(number=number, title=title, year=2000 + number // 400, sections=sections)
        (folder / f"{number}.html").write_text(page)
        own_sections = "\n\n".join(f"## Osa {n}\n\n{text}" for n, text in enumerate(texts, 1))
        (peer / "docs" / f"{number:05}.md").write_text(f"# {title}\n\n{own_sections}\n")


def _text(source: random.Random, stems: list[str], weights: list[float]) -> str:
    chosen = source.choices(stems, weights, k=WORDS_A_SECTION)
    return " ".join(stem + source.choice(CASES) for stem in chosen).capitalize() + "."


if __name__ == "__main__":
    main()
