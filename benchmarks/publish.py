"""Pykälä from exports to scanned pages (without the browser's audit) against mkdocs-material on the same texts as Markdown.

python -m benchmarks.publish [ITEMS]    prints CPU seconds, peak memory and the ratio, medians of three runs each
"""

import json
import os
import random
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

ITEMS_A_MEETING = 15
RUNS = 3
WORDS = [
    "kaupunginhallitus", "päättää", "hyväksyä", "esityksen", "mukaisesti", "talousarvion", "lautakunta", "valmistelu",
    "kustannukset", "vuoden", "aikana", "rakentaminen", "kaava", "alueen", "asukkaat", "koulu", "liikenne", "palvelut",
    "kehittäminen", "suunnitelma", "hanke", "ja", "on", "että", "selvitys", "raportti", "merkitään",
]  # fmt: skip
STAGE = """
import sys
from datetime import date
from pathlib import Path
from generator import config, pipeline
from generator.progress import silent
pipeline.stage(config.load(Path(sys.argv[1])), date(2026, 10, 15), silent)
"""
SETTINGS = """site_name: Mittaus
docs_dir: content
theme: {name: material, font: false}
plugins:
  - pykala:
      municipality: {fi: Mittaus}
      sources: [{path: exports, unmarked: public, minutes: checked}]
      private_names: leave  # `benchmarks.name_speed` measures names
"""
PEER = "site_name: Mittaus\ntheme: {name: material, font: false}\nplugins: []\nnot_in_nav: '*'\nnav: [index.md]\n"


def main() -> None:
    """Make both inputs, run both in turn, and print the figures."""
    items = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    with tempfile.TemporaryDirectory() as scratch:
        ours, peer = Path(scratch) / "ours", Path(scratch) / "peer"
        _write(items, ours, peer)
        pairs = [(measured(sys.executable, "-c", STAGE, str(ours / "mkdocs.yml")), _mkdocs(peer)) for _ in range(RUNS)]
    print(f"{items} items; medians of {RUNS} runs, whole processes")
    for name, place in (("pykala", 0), ("mkdocs-material", 1)):
        seconds, megabytes = (statistics.median(pair[place][n] for pair in pairs) for n in (0, 1))
        print(f"{name:16} {seconds:7.2f} CPU s {megabytes:7.0f} MB")
    print(f"ratio            {statistics.median(a[0] / b[0] for a, b in pairs):7.2f}       {_ratio_of_memory(pairs):7.2f}")


def _ratio_of_memory(pairs: list[tuple[tuple[float, float], tuple[float, float]]]) -> float:
    return statistics.median(a[1] / b[1] for a, b in pairs)


def _mkdocs(folder: Path) -> tuple[float, float]:
    return measured(sys.executable, "-m", "mkdocs", "build", "-q", "-f", str(folder / "mkdocs.yml"))


def measured(*command: str) -> tuple[float, float]:
    """Return CPU seconds and peak megabytes of *command*, as the operating system counts them."""
    environment = os.environ | {"NO_MKDOCS_2_WARNING": "1"}
    child = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=sys.stderr, env=environment)
    _, status, usage = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode:
        raise subprocess.CalledProcessError(child.returncode, command)
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def write_town(folder: Path, items: int, *, paragraphs: int) -> Iterator[tuple[int, list[list[str]]]]:
    """Make a municipality of *items* of 70 words a paragraph in *folder*; yield each meeting's number and texts."""
    source = random.Random(410)  # noqa: S311 - texts to measure with, not secrets
    for part in ("content", "exports"):
        (folder / part).mkdir(parents=True)
    (folder / "mkdocs.yml").write_text(SETTINGS)
    (folder / "content" / "index.md").write_text("Mittaus.\n")
    for first in range(0, items, ITEMS_A_MEETING):
        number = first // ITEMS_A_MEETING
        texts = [[_paragraph(source) for _ in range(paragraphs)] for _ in range(min(ITEMS_A_MEETING, items - first))]
        _write_casem(folder / "exports" / f"{number:05}", number, texts)
        yield number, texts


def _write(items: int, ours: Path, peer: Path) -> None:
    (peer / "docs").mkdir(parents=True)
    (peer / "mkdocs.yml").write_text(PEER)
    (peer / "docs" / "index.md").write_text("# Mittaus\n")
    for number, texts in write_town(ours, items, paragraphs=9):
        for place, paragraphs in enumerate(texts, 1):
            sections = "\n\n".join(f"## Osa {n}\n\n{p}" for n, p in enumerate(paragraphs, 1))
            (peer / "docs" / f"{number:05}-{place}.md").write_text(f"# Asia {place}\n\n{sections}\n")


def _paragraph(source: random.Random) -> str:
    return " ".join(source.choices(WORDS, k=70)).capitalize() + "."


def _write_casem(folder: Path, number: int, texts: list[list[str]]) -> None:
    folder.mkdir()
    node, day = 1000 + number, f"{number % 28 + 1}.{number // 28 % 12 + 1}.{2000 + number // 336}"
    _odata(folder / "nodes.json", "Nodes", [_node(1, 0, "Toimielimet")])
    _odata(folder / "1_subnodes.json", "Nodes", [_node(2, 1, "Kaupunginhallitus")])
    _odata(folder / "1_2_subnodes.json", "Nodes", [_node(3, 2, "Kokoukset")])
    _odata(folder / "1_2_3_subnodes.json", "Nodes", [_node(node, 3, f"Kokous {day}")])
    contents = [_content(node * 100 + place, node, f"Asia {place}", f"Kokous {day}") for place in range(1, len(texts) + 1)]
    _odata(folder / f"node_{node}_contents.json", "Contents", contents)
    for place, paragraphs in enumerate(texts, 1):
        parts = (paragraphs[:5], paragraphs[5:7], paragraphs[7:])
        values = {"Name": f"Asia {place}", "Article": str(place)} | {
            name: "".join(f"<p>{text}</p>" for text in part)
            for name, part in zip(("Description", "Decisionproposal", "Decision"), parts, strict=True)
        }
        properties = [
            {"Id": n, "Name": name, "Text": text, "Number": None, "Date": None} for n, (name, text) in enumerate(values.items())
        ]
        _odata(folder / f"contents_{node * 100 + place}_extended_properties.json", "ExtendedProperties", properties)


def _node(identity: int, parent: int, name: str) -> dict[str, object]:
    return {"NodeId": identity, "ParentId": parent, "Names": [{"LanguageId": 1, "Name": name}], "SortOrder": 0, "Type": 8}


def _content(identity: int, node: int, subject: str, name: str) -> dict[str, object]:
    classifications = [{"NodeId": node, "NodeName": name, "Type": 7}]
    return {"ContentId": identity, "Subject": subject, "LanguageId": 1, "Classifications": classifications, "FileLinks": []}


def _odata(path: Path, kind: str, value: list[dict[str, object]]) -> None:
    address = f"http://mittaus.example/api/opennc/v1/$metadata#{kind}"
    path.write_text(json.dumps({"odata.metadata": address, "value": value}))


if __name__ == "__main__":
    main()
