"""Pages put one after the other into one document with the site's styles: a navigation costs more than all else together.

in_page/admission.js says what must hold of a page for that to be sound; whatever does not hold is navigated to instead.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from pathlib import Path
from urllib.parse import quote

import msgspec
from selenium.common.exceptions import TimeoutException
from selenium.webdriver import Chrome

from accessibility_rules import Level, Window, axe
from generator.audit.answers import Answer, Looked, whole
from generator.audit.browser import VIEWPORTS, ZOOMED, Viewport, in_time, resize, time_for
from generator.audit.server import HOST
from generator.audit.visiting import rules_in
from generator.errors import AuditError

_AT_ONCE = 10  # pages in one call of the driver
_MOST_SIGNS = 400_000  # in one call
_CONTRAST = ("color-contrast", "color-contrast-enhanced")
_DECIDED_BY_SIZE = ("scrollable-region-focusable", "target-size")
_ELSEWHERE = "setting"
_BEGIN = """
const [first, size, done] = arguments;
if (!pageAudit.admits(first.text)) return done(false);
const frame = document.createElement("iframe");
frame.style.cssText = `position: absolute; inset: 0 auto auto 0; border: 0; width: ${size.width}px; height: ${size.height}px`;
frame.addEventListener("load", () => frame.contentWindow.pageAudit.begun(first).then(done, () => done(false)));
frame.src = first.address;
document.body.replaceChildren(frame);
"""
_GO_ON = """
const [pages, asked, done] = arguments;
const failed = (error) => done({ error: error && error.name ? error.name : "Error" });
document.querySelector("iframe").contentWindow.pageAudit.judgedAll(pages, asked).then((all) => done({ all }), failed);
"""

_FURTHER = _GO_ON.replace("judgedAll(", "judgedFurther(")


class _Page(msgspec.Struct, frozen=True):
    path: str
    text: str

    @property
    def told(self) -> dict[str, str]:
        return {"address": quote(self.path), "text": self.text}


class _Said(msgspec.Struct, frozen=True):
    looked: Looked | None = None
    refused: str = ""


class _Told(msgspec.Struct, frozen=True):
    all: object = ()
    error: str = ""


def look(
    browser: Chrome, root: str, folder: Path, paths: Sequence[str], *, level: Level, rules: Collection[str]
) -> Iterator[tuple[str, Looked | None]]:
    """Yield each of *paths* with what was seen of it; None for one that must be navigated to. *rules* of axe are run.

    Raises:
        AuditError: a page that was put in has no whole result.

    """
    asked = _asked(level, rules)
    waiting = [path for path in paths if _text(folder, path) is not None]
    yield from ((path, None) for path in paths if path not in set(waiting))
    alike = {"": waiting} if waiting else {}  # by their setting, once a document of another has refused them for it
    while alike:
        setting, paths = alike.popitem()
        if not _begin(browser, root, next(_pages(folder, paths))):
            yield paths[0], None
            alike |= {setting: paths[1:]} if paths[1:] else {}
            continue
        for batch in _batches(_pages(folder, paths)):
            for page, said in zip(batch, _go_on(browser, batch, asked), strict=True):
                if said.refused.startswith(_ELSEWHERE):
                    alike.setdefault(said.refused, []).append(page.path)
                else:
                    yield page.path, said.looked and _whole(page.path, root, said.looked)


def look_further(
    browser: Chrome,
    root: str,
    folder: Path,
    paths: Sequence[str],
    *,
    viewport: Viewport,
    level: Level,
    rules: Collection[str],
) -> dict[str, Answer]:
    """Return what *rules* of axe say of those of *paths* that can be put into a document, in one more window.

    Raises:
        AuditError: a page that was put in has no whole result.

    """
    options = {**axe.run_options(level), "runOnly": {"type": "rule", "values": sorted(rules)}, "rules": {}}
    asked = {
        "options": options,
        "size": msgspec.structs.asdict(viewport),
        "contrast": [rule for rule in _CONTRAST if rule in rules],
    }
    said: dict[str, Answer] = {}
    waiting = [path for path in paths if _text(folder, path) is not None]
    while waiting:
        if _begin(browser, root, next(_pages(folder, waiting))):
            for batch in _batches(_pages(folder, waiting)):
                said |= _further(browser, root, batch, asked, viewport)
        waiting = [path for path in waiting[1:] if path not in said]
    return said


def _further(
    browser: Chrome, root: str, batch: Sequence[_Page], asked: Mapping[str, object], viewport: Viewport
) -> dict[str, Answer]:
    said = msgspec.convert(_told(browser, _FURTHER, batch, asked), dict[str, Answer])
    return {page.path: whole(page.path, root, viewport, said[page.path]) for page in batch if page.path in said}


def _asked(level: Level, run: Collection[str]) -> dict[str, object]:
    windows = {"wide": VIEWPORTS[0], "zoomed": ZOOMED, "narrow": VIEWPORTS[1]}
    options = axe.run_options(level)
    return {
        "options": options,
        "windows": {name: msgspec.structs.asdict(viewport) for name, viewport in windows.items()},
        "rules": {"wide": rules_in(Window.WIDE, level), "zoomed": rules_in(Window.ZOOMED, level)},
        "contrast": [rule for rule in _CONTRAST if rule in run],
        "sized": [rule for rule in _DECIDED_BY_SIZE if rule in run],
    }


def _begin(browser: Chrome, root: str, first: _Page) -> bool:
    """Let *first* begin a document; tell whether others can be put into it."""
    resize(browser, VIEWPORTS[0])
    browser.get(root + HOST)
    try:
        return bool(browser.execute_async_script(_BEGIN, first.told, msgspec.structs.asdict(VIEWPORTS[0])))
    except TimeoutException:
        return False


def _go_on(browser: Chrome, batch: Sequence[_Page], asked: Mapping[str, object]) -> tuple[_Said, ...]:
    said = msgspec.convert(_told(browser, _GO_ON, batch, asked), tuple[_Said, ...])
    if len(said) != len(batch):
        raise AuditError("audit.engine_empty", where=batch[0].path)
    return said


def _told(browser: Chrome, script: str, batch: Sequence[_Page], asked: Mapping[str, object]) -> object:
    """Return what *script* comes to for the pages of *batch*."""
    with in_time(batch[0].path), time_for(browser, len(batch)):
        answer = browser.execute_async_script(script, [page.told for page in batch], asked)
    said = msgspec.convert(answer, _Told)
    if said.error:
        raise AuditError("audit.engine_failed", where=batch[0].path, kind=said.error)
    return said.all


def _whole(path: str, root: str, looked: Looked) -> Looked:
    for viewport, answer in zip(VIEWPORTS, looked.answers, strict=True):
        whole(path, root, viewport, answer)
    return looked


def _batches(pages: Iterator[_Page]) -> Iterator[list[_Page]]:
    batch: list[_Page] = []
    for page in pages:
        if batch and (len(batch) == _AT_ONCE or sum(len(one.text) for one in (*batch, page)) > _MOST_SIGNS):
            yield batch
            batch = []
        batch.append(page)
    if batch:
        yield batch


def _pages(folder: Path, paths: Sequence[str]) -> Iterator[_Page]:
    for path in paths:
        text = _text(folder, path)
        if text is None:  # it was there a moment ago
            raise AuditError("audit.page_unreadable", where=path)
        yield _Page(path, text)


def _text(folder: Path, path: str) -> str | None:
    """Return the page, or None where its encoding would have to be guessed."""
    try:
        return (folder / path.lstrip("/")).read_bytes().decode("utf-8")
    except (OSError, UnicodeDecodeError):
        return None
