"""Rules that only a browser can judge: `<rule>.py` says what is asked, and `<rule>.js` beside it how to tell.

A script is an async generator. It may yield `{ press: "Tab" }` or `{ picture: {…} }`, which only who drives the browser can do,
and returns what it judged: `[{ selector, html, outcome }]`, nothing where there is nothing to judge.
"""

from collections.abc import Iterable
from importlib.resources import files

_ASSEMBLED = """(() => {{
{helpers}
const rules = {{
{rules}
}};
window.accessibilityRules = driven(rules);
}})();
"""


def script(rule_ids: Iterable[str]) -> str:
    """Return what must run in a page before its own scripts do, so that *rule_ids* can be asked of it afterwards.

    It leaves `accessibilityRules` there: `begin(ids)` and then `go_on(answer)` return a promise of the next step, an object
    with *done*, and with either what is *asked* for or what was *judged*, by rule. `mayAnswer()` says whether the page has
    scripts that may have changed it meanwhile.
    """
    folder = files(__name__)
    helpers = sorted(file.name for file in folder.iterdir() if file.name.startswith("_") and file.name.endswith(".js"))
    return _ASSEMBLED.format(
        helpers="".join(folder.joinpath(name).read_text(encoding="utf-8") for name in helpers),
        rules="".join(f"{i}:\n{folder.joinpath(f'{i}.js').read_text(encoding='utf-8').rstrip()},\n" for i in rule_ids),
    )
