"""What a rule asks of whoever drives the browser: keys pressed, pictures taken; and what it judged in the end."""

from collections.abc import Iterable
from time import monotonic

import msgspec
from selenium.webdriver import Chrome

from accessibility_rules import Outcome
from generator.errors import AuditError

_MOST_STEPS = 2000  # of one page: a rule that asks for more does not end
_MOST_SECONDS = 300  # of one page: one that answers every key late may take hours for all of them
_BEGIN = "const done = arguments[1]; accessibilityRules.begin(arguments[0]).then(done, (e) => done({error: e.name}))"
_BEGIN_THOROUGHLY = _BEGIN.replace("begin(", "beginThoroughly(")
_GO_ON = "const done = arguments[1]; accessibilityRules.go_on(arguments[0]).then(done, (e) => done({error: e.name}))"
_MODIFIERS = {"alt": 1, "ctrl": 2, "control": 2, "shift": 8}  # DevTools protocol, Input.dispatchKeyEvent
_KEYS = {"tab": ("Tab", 9), "esc": ("Escape", 27), "escape": ("Escape", 27)}


class Judged(msgspec.Struct, frozen=True, order=True):
    """One element and what a rule says of it."""

    selector: str
    html: str
    outcome: Outcome


class _Asked(msgspec.Struct, frozen=True):
    press: str = ""
    modifier: str = ""


class _Step(msgspec.Struct, frozen=True):
    """What the page's side says next: it is done and has judged, by rule, or it asks for something."""

    done: bool = False
    error: str = ""
    judged: dict[str, tuple[Judged, ...]] = {}
    asked: _Asked = _Asked()


def judge(browser: Chrome, rule_ids: Iterable[str], page: str) -> dict[str, tuple[Judged, ...]]:
    """Return what each of *rule_ids* says of the page that *browser* shows, doing for them what they ask for.

    Raises:
        AuditError: a rule did not come to its end.

    """
    return _to_the_end(browser, _step(browser, _BEGIN, list(rule_ids), page), page)


def judge_thoroughly(browser: Chrome, rule_ids: Iterable[str], page: str) -> dict[str, tuple[Judged, ...]]:
    """Return what `judge` returns, of every control: the page is walked through even where no script listens to keys.

    Raises:
        AuditError: a rule did not come to its end.

    """
    return _to_the_end(browser, _step(browser, _BEGIN_THOROUGHLY, list(rule_ids), page), page)


def _to_the_end(browser: Chrome, step: "_Step", page: str) -> dict[str, tuple[Judged, ...]]:
    end = monotonic() + _MOST_SECONDS
    for _ in range(_MOST_STEPS):
        if step.done:
            return step.judged
        if monotonic() > end:
            raise AuditError("audit.page_timed_out", where=page)
        step = _step(browser, _GO_ON, _done_for(browser, step.asked), page)
    raise AuditError("audit.engine_failed", where=page, kind="Endless")


def _step(browser: Chrome, script: str, argument: object, page: str) -> _Step:
    step = msgspec.convert(browser.execute_async_script(script, argument), _Step)
    if step.error:
        raise AuditError("audit.engine_failed", where=page, kind=step.error)
    return step


def _done_for(browser: Chrome, asked: _Asked) -> str | None:
    if not asked.press:
        return str(browser.execute_cdp_cmd("Page.captureScreenshot", {"format": "png", "optimizeForSpeed": True})["data"])
    for kind in ("keyDown", "keyUp"):
        browser.execute_cdp_cmd("Input.dispatchKeyEvent", {"type": kind, **_key(asked)})
    return None


def _key(asked: _Asked) -> dict[str, object]:
    modifiers = _MODIFIERS.get(asked.modifier.lower(), 0)
    key, number = _KEYS.get(asked.press.lower(), (asked.press, ord(asked.press[0].upper()) if len(asked.press) == 1 else 0))
    if len(asked.press) > 1 and asked.press[0] in "fF" and asked.press[1:].isdecimal():
        key, number = asked.press.upper(), 111 + int(asked.press[1:])  # 112 is F1
    typed = {"text": key} if len(key) == 1 and modifiers in (0, 8) else {}
    letter = {"code": f"Key{key.upper()}"} if len(key) == 1 and key.isalpha() else {"code": key if len(key) > 1 else ""}
    return {"key": key, "windowsVirtualKeyCode": number, "modifiers": modifiers, **letter, **typed}
