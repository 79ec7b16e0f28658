"""A reader with a keyboard only: Tab, Shift, Enter, Space; who must always see where they are."""

from collections.abc import Callable
from typing import Any
from urllib.parse import urlsplit

import msgspec
from selenium.webdriver import ActionChains, Chrome, Keys
from selenium.webdriver.support.ui import WebDriverWait

_MANY = 400  # presses of Tab; no page has so many places to stop at
_PARTS_OF_A_PLAYER = 10  # play, time, sound, captions, full screen, more: the browser's own, all inside one element
_FOCUSED = """
const node = document.activeElement, style = getComputedStyle(node), box = node.getBoundingClientRect();
const path = [];
for (let step = node; step.parentElement; step = step.parentElement) path.push([...step.parentElement.children].indexOf(step));
return {
  tag: node.localName,
  text: node.innerText || node.getAttribute("aria-label") || "",
  address: node.href || "",
  is_outlined: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2,
  is_in_view: box.width > 0 && box.height > 0
    && box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth,
  path,
};
"""


class Focus(msgspec.Struct, frozen=True):
    """Where the keyboard is."""

    tag: str
    text: str
    address: str
    is_outlined: bool
    is_in_view: bool
    path: tuple[int, ...]

    @property
    def is_nowhere(self) -> bool:
        return self.tag in {"body", "html"}


class Reader:
    """Reads the site at *root* in *browser*."""

    def __init__(self, browser: Chrome, root: str) -> None:
        self.browser = browser
        self.root = root

    def open(self, address: str) -> None:
        self.browser.get(self.root + address)

    @property
    def address(self) -> str:
        return urlsplit(self.browser.current_url).path

    def focus(self) -> Focus:
        return msgspec.convert(self.ask(_FOCUSED), Focus)

    def ask(self, script: str) -> Any:
        return self.browser.execute_script(script)

    def press(self, key: str) -> None:
        ActionChains(self.browser).send_keys(key).perform()

    def tab(self) -> Focus:
        """Press Tab, and see where that led."""
        self.press(Keys.TAB)
        focus = self.focus()
        assert focus.is_nowhere or focus.is_outlined, f"focus cannot be seen on {focus.tag} ({self.address})"
        assert focus.is_nowhere or focus.is_in_view, f"focus is out of view on {focus.tag} ({self.address})"
        return focus

    def tab_to(self, wanted: Callable[[Focus], bool]) -> Focus:
        """Press Tab until *wanted* is reached; coming round without it is a failure."""
        for _ in range(_MANY):
            focus = self.tab()
            assert not focus.is_nowhere, f"the keyboard does not reach it on {self.address}"
            if wanted(focus):
                return focus
        raise AssertionError(f"the keyboard is trapped on {self.address}")

    def follow(self, address: str) -> None:
        """Go by keyboard to a link that leads to *address* of the site, and open it."""
        self.tab_to(lambda focus: urlsplit(focus.address).path == address)
        self.press(Keys.ENTER)
        WebDriverWait(self.browser, 10).until(lambda _: self.address == address)

    def stops(self) -> list[Focus]:
        """Press Tab through the whole page, and return where it stopped; it must come out at the end."""
        stops: list[Focus] = []
        again = 0
        for _ in range(_MANY):
            focus = self.tab()
            if focus.is_nowhere or (stops and focus.path == stops[0].path and focus.path != stops[-1].path):
                return stops
            again = again + 1 if stops and focus.path == stops[-1].path else 0
            assert again < _PARTS_OF_A_PLAYER, f"the keyboard is trapped in {focus.tag} on {self.address}"
            if not again:
                stops.append(focus)
        raise AssertionError(f"the keyboard is trapped on {self.address}")
