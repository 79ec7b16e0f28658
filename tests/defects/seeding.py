"""One thing broken on one page of the published example, in a copy of the site that is that defect's own."""

import os
import shutil
from collections.abc import Callable, Iterator, Mapping
from enum import StrEnum
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from urllib.parse import unquote, urljoin, urlsplit

import lxml.html
import msgspec
from lxml.html import HtmlElement, fragments_fromstring

from accessibility_rules import parse

_KINDS = Path(__file__).parent / "kinds"
WHOLE = "whole"
_STYLES = "assets/kunta.css"
_SCRIPT = "assets/rikottu.js"
# What is written into a page is Finnish, so that its language is no second defect.
DECISION = "//html[@lang='fi']//main[.//*[@id='decision']]"
# Red that is told from the page in dark colours, too.
IN_THE_DARK = "@media (prefers-color-scheme: dark) { %s { color: #ff9aa8 } }"
MEETING = "//html[@lang='fi']//main[.//*[@id='items']]"


class Seen(StrEnum):
    """Who can see a defect: how far a machine comes with it."""

    HELD = "held"  # it is called a failure of its criterion, and the meeting is held back
    POLICY = "policy"  # it is held back by our own policy, which is no failure of WCAG and names no criterion
    ASKED = "asked"  # its place is shown to a person, and nothing is held back
    PERSON = "person"  # no machine sees it: the report says that its criterion needs a person


class Broken:
    """A page while it is broken: its elements, the *place* that the kind asked for, and the files of its own site."""

    def __init__(self, folder: Path, address: str, place: str) -> None:
        self.folder = folder
        self.address = address
        self.page = parse((folder / address.lstrip("/")).read_bytes())
        self.place: HtmlElement = self.page.xpath(place)[0]
        self.root = "../" * address.strip("/").count("/")

    def all(self, xpath: str) -> list[HtmlElement]:
        found: list[HtmlElement] = self.page.xpath(xpath)
        assert found, f"{self.address} has no {xpath}"
        return found

    def one(self, xpath: str) -> HtmlElement:
        return self.all(xpath)[0]

    def put(self, html: str) -> None:
        """Put *html* after the place."""
        for element in reversed(fragments_fromstring(html)):
            self.place.addnext(element)

    def replace(self, html: str) -> None:
        """Put *html* where the place is."""
        self.put(html)
        self.place.drop_tree()

    def style(self, rules: str) -> None:
        """Add *rules* at the end of the theme's styles."""
        path = self._own(_STYLES)
        path.write_text(f"{path.read_text(encoding='utf-8')}\n{rules}\n", encoding="utf-8")

    def script(self, code: str) -> None:
        """Add a script to the page, and let it run, as somebody would who wants one."""
        (self.folder / _SCRIPT).write_text(code, encoding="utf-8")
        self.one("//meta[@http-equiv='Content-Security-Policy']").drop_tree()
        script = self.one("//body").makeelement("script", src=f"{self.root}{_SCRIPT}")
        self.one("//body").append(script)

    def file(self, address: str) -> Path:
        """Return the file at *address*, as the page writes it; it may be changed."""
        return self._own(unquote(urlsplit(urljoin(self.address, address)).path).lstrip("/"))

    def _own(self, path: str) -> Path:
        """The copy shares its files with the site until one is changed."""
        file = self.folder / path
        content = file.read_bytes()
        file.unlink()
        file.write_bytes(content)
        return file

    def save(self) -> None:
        written(self.page, self.folder / self.address.lstrip("/"))


class Defect(msgspec.Struct, frozen=True):
    """One kind, *on* an XPath; *technique* is WCAG's failure (F), or the sufficient one (G, H, C) that was not kept to."""

    name: str
    technique: str
    criterion: str
    seen: Seen
    on: str
    breaks: Callable[[Broken], None]


def defect(
    technique: str, criterion: str, *, on: str = DECISION, seen: Seen = Seen.HELD
) -> Callable[[Callable[[Broken], None]], Defect]:
    """Make a kind of a function that breaks a page at the first place that *on* finds on the site."""

    def made(breaks: Callable[[Broken], None]) -> Defect:
        return Defect(breaks.__name__, technique, criterion, seen, on, breaks)

    return made


def kinds() -> dict[str, Defect]:
    """Return every kind by its name."""
    modules = [import_module(f"tests.defects.kinds.{module.name}") for module in iter_modules([str(_KINDS)])]
    found = [value for module in modules for value in vars(module).values() if isinstance(value, Defect)]
    by_name = {kind.name: kind for kind in found}
    assert len(by_name) == len(found), "two kinds have one name"
    return by_name


class Seeded(msgspec.Struct, frozen=True):
    """A defect at its *address* in a folder of broken sites; *whole* is the same page there, unbroken, *own* the site's."""

    defect: Defect
    address: str
    whole: str
    own: str


def seed(site: Path, folder: Path, chosen: Mapping[str, Defect]) -> list[Seeded]:
    """Make a site for each of *chosen* in *folder*, and one that is whole; all pages are written by the same hand."""
    pages = {address: parse((site / address.lstrip("/")).read_bytes()) for address in _addresses(site)}
    whole = _copy(site, folder / WHOLE)
    seeded = []
    for name, kind in chosen.items():
        address = next((address for address, page in pages.items() if page.xpath(kind.on)), None)
        assert address, f"no page of the example has what {name} breaks: {kind.on}"
        broken = Broken(_copy(site, folder / name), address, kind.on)
        kind.breaks(broken)
        broken.save()
        written(pages[address], whole / address.lstrip("/"))
        seeded.append(Seeded(kind, f"/{name}{address}", f"/{WHOLE}{address}", address))
    return seeded


def written(page: HtmlElement, file: Path) -> None:
    file.unlink()
    file.write_bytes(lxml.html.tostring(page, encoding="utf-8", doctype="<!doctype html>"))


def _addresses(site: Path) -> Iterator[str]:
    """The pages of the site: first those of meetings, the deepest first, then what they share."""
    files = [file.relative_to(site) for file in site.rglob("*.html") if "_expiry" not in file.parts]
    yield from (f"/{file.as_posix()}" for file in sorted(files, key=lambda file: (-len(file.parts), file)))


def _copy(site: Path, folder: Path) -> Path:
    shutil.copytree(site, folder, copy_function=os.link, ignore=shutil.ignore_patterns("_expiry"))
    return folder
