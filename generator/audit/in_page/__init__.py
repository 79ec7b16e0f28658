"""What the audit does inside a page: scripts that are one, installed in every document before its own scripts run.

It leaves `pageAudit` there. `visited(options)` judges the page that was navigated to; `admits(text)` says whether a page can be
put into another's document. In the frame of a host page, `begun(page)` says whether this document can take in others, and
`judgedAll(pages, asked)` puts each in and judges it; `judgedFurther` does so in one more window or colours.
`opinions(engine, rules)` says what a second engine finds.
"""

from functools import cache
from importlib.resources import files

_OPEN = "(() => {\n"
_CLOSE = "window.pageAudit = { visited, admits, begun, judgedAll, judgedFurther, opinions };\n})();\n"


@cache
def script() -> str:
    """Return the script to install."""
    folder = files(__name__)
    names = sorted(file.name for file in folder.iterdir() if file.name.endswith(".js"))
    return _OPEN + "".join(folder.joinpath(name).read_text(encoding="utf-8") for name in names) + _CLOSE
