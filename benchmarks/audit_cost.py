"""What the audit costs a page, against pa11y-ci and @axe-core/cli on the same pages of about 1,200 words in our own theme.

python -m benchmarks.audit_cost [PAGES]    prints CPU milliseconds a page of the whole process tree, medians of three runs each

Starting a browser costs as much as many pages do. So what each page more costs is told, too, from ten times as many; when that
is over the limit, it fails.

The other two are installed into work/ with npm; where that is missing, a sentence says so and our own figure stands alone.
"""

import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from benchmarks import publish
from generator.audit.browser import installed
from generator.audit.server import served

RUNS = 3
PAGES = 20
TIMES = 10  # as many pages, for what each page more costs
LIMIT = 110  # CPU milliseconds for each page more: ten thousand are audited in less than twenty minutes
BETWEEN_LOOKS = 0.05  # seconds
TOOLS = Path("work") / "audit-peers"
PEERS = ("pa11y-ci@4.1.1", "@axe-core/cli@4.13.0")
OURS = """
import sys
from pathlib import Path
from generator.audit import axe_run
from generator.audit.snippets import without_text
folder, pages = Path(sys.argv[1]), sys.argv[2:]
axe_run.check(folder, pages, snippet=without_text, language="fi", on_page=lambda _: None)
"""
NAVIGATED = OURS.replace(
    "folder, pages =", "axe_run.realm.look = lambda *given, **_: ((path, None) for path in given[3])\nfolder, pages ="
)


def main() -> None:
    """Make the pages, let each tool audit them in turn, and print the figures."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else PAGES
    with tempfile.TemporaryDirectory() as scratch:
        folder, more = _pages(Path(scratch), count * TIMES)
        pages = more[:count]
        with served(folder) as root:
            ways: dict[str, Callable[[], float]] = {
                "pykala": lambda: _measured([sys.executable, "-c", OURS, str(folder), *pages]),
                "pykala, navigating": lambda: _measured([sys.executable, "-c", NAVIGATED, str(folder), *pages]),
                **_peers(Path(scratch), [root + page for page in pages]),
            }
            runs = [{name: way() for name, way in ways.items()} for _ in range(RUNS)]
            long = statistics.median(_measured([sys.executable, "-c", OURS, str(folder), *more]) for _ in range(RUNS))
    print(f"{count} pages; CPU ms a page, the browser's start included; medians of {RUNS} runs in turn")
    for name in ways:
        ratio = statistics.median(run[name] / run["pykala"] for run in runs)
        print(f"{name:20} {statistics.median(run[name] for run in runs) * 1000 / count:8.0f}   {ratio:6.2f} x")
    each = (long - statistics.median(run["pykala"] for run in runs)) * 1000 / (len(more) - count)
    print(f"pykala, each page more, up to {len(more)}: {each:.0f}")
    if each > LIMIT:
        sys.exit(f"That is more than {LIMIT}.")


def _pages(scratch: Path, count: int) -> tuple[Path, list[str]]:
    """Return a folder with the pages that Pykälä makes of *count* items of some 1,200 words, and their addresses."""
    for _ in publish.write_town(scratch / "town", count, paragraphs=17):
        pass
    stage = [sys.executable, "-c", publish.STAGE, str(scratch / "town" / "mkdocs.yml")]
    subprocess.run(stage, check=True, env=os.environ | {"NO_MKDOCS_2_WARNING": "1"})
    folder = scratch / "town" / "work" / "preview" / "3-staging"
    items = sorted(path for path in folder.glob("*/*/*.html") if path.stem.isdecimal())
    return folder, [f"/{path.relative_to(folder).as_posix()}" for path in items][:count]


def _peers(scratch: Path, addresses: list[str]) -> dict[str, Callable[[], float]]:
    if not shutil.which("npm"):
        print("npm is not here; pa11y-ci and @axe-core/cli are not measured.")
        return {}
    TOOLS.mkdir(parents=True, exist_ok=True)
    environment = os.environ | {"PUPPETEER_SKIP_DOWNLOAD": "1"}
    npm = ["npm", "install", "--silent", "--no-save", "--no-audit", "--no-fund", "--ignore-scripts", "--prefix", str(TOOLS)]
    if subprocess.run([*npm, *PEERS], check=False, env=environment).returncode:
        print("pa11y-ci and @axe-core/cli could not be installed; they are not measured.")
        return {}
    found = installed()
    if found is None:
        return {}
    flags = ["--no-sandbox", "--headless"] if os.geteuid() == 0 else ["--headless"]
    settings = scratch / "pa11y.json"
    launch = {"executablePath": found.browser, "args": flags}
    defaults = {"concurrency": 1, "runners": ["axe"], "standard": "WCAG2AA", "chromeLaunchConfig": launch}
    settings.write_text(json.dumps({"defaults": defaults, "urls": addresses}))
    programs = TOOLS / "node_modules" / ".bin"
    chrome = [f"--chrome-options={','.join(flag.removeprefix('--') for flag in flags)}"]
    paths = [f"--chrome-path={found.browser}", f"--chromedriver-path={found.driver}"]
    return {
        "pa11y-ci": lambda: _measured([str(programs / "pa11y-ci"), "--config", str(settings)]),
        "@axe-core/cli": lambda: _measured([str(programs / "axe"), *addresses, "--tags=wcag2a,wcag2aa", *chrome, *paths]),
    }


def _measured(command: list[str]) -> float:
    """Return the CPU seconds of *command* and of everything that it started, orphans too: looked up while they run."""
    seconds: dict[int, float] = {}
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as child:
        while child.poll() is None:
            seconds |= _tree({child.pid, *seconds})
            time.sleep(BETWEEN_LOOKS)
    if child.returncode not in (0, 1, 2):  # a tool that found something says so with its status
        raise subprocess.CalledProcessError(child.returncode, command)
    return sum(seconds.values())


def _tree(roots: set[int]) -> dict[int, float]:
    """Return {process: CPU seconds} of *roots* and all that stem from them."""
    parents, seconds = {}, {}
    for status in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = status.read_text().rpartition(")")[2].split()
        except OSError:  # it has ended meanwhile
            continue
        process = int(status.parent.name)
        parents[process], seconds[process] = int(fields[1]), (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
    found, more = set(), roots & parents.keys()
    while more:
        found |= more
        more = {process for process, parent in parents.items() if parent in more} - found
    return {process: seconds[process] for process in found}


if __name__ == "__main__":
    main()
