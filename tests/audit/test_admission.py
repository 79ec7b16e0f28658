"""What may stand in a page that is put into another's document, and what may not."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from selenium.webdriver import Chrome

from generator.audit.browser import browser_with_axe
from generator.audit.server import HOST, served

pytestmark = pytest.mark.browser
PAGE = '<!doctype html><html lang="fi"><head><meta charset="utf-8"><title>Kokous</title>{head}</head><body>{body}</body></html>'


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Chrome]:
    folder: Path = tmp_path_factory.mktemp("host")
    with served(folder) as root, browser_with_axe() as driver:
        driver.get(root + HOST)
        yield driver


def admits(browser: Chrome, page: str) -> bool:
    return bool(browser.execute_script("return pageAudit.admits(arguments[0])", page))


@pytest.mark.parametrize(
    "body",
    [
        '<main><h1>Kokous</h1><p>Teksti <a href="a.html">linkki</a></p><img src="a.png" alt="Kuva"></main>',
        '<form><label>Haku <input type="search"></label><button>Hae</button></form>',
        '<video preload="none" controls src="k.mp4"><track src="k.vtt"></video>',
        '<svg><title>S</title><circle r="1"></circle></svg>',
        "<table><caption>T</caption><tr><th scope=row>A</th><td>1</td></tr></table>",
        "<details open><summary>S</summary>X</details>",
    ],
)
def test_plain_content_is_admitted(browser: Chrome, body: str) -> None:
    assert admits(browser, PAGE.format(head='<link rel="stylesheet" href="s.css">', body=body))


@pytest.mark.parametrize(
    "body",
    [
        "<script>1</script>", "<noscript>x</noscript>", "<style>p { color: red }</style>", '<p style="color: red">x</p>',
        '<p onclick="x()">x</p>', '<img src="a.png" alt="" onerror="x()">', '<iframe src="a.html" title="x"></iframe>',
        '<object data="a.svg"></object>', '<embed src="a.svg">', "<canvas></canvas>", "<kunta-haku></kunta-haku>",
        '<p is="kunta-haku">x</p>', "<template><p>x</p></template>", "<dialog open>x</dialog>", "<marquee>x</marquee>",
        '<video src="k.mp4"></video>', '<video preload="none" poster="a.png" src="k.mp4"></video>',
        '<audio autoplay src="k.mp3"></audio>',
        '<img srcset="a.png 2x" src="a.png" alt="">', '<img loading="lazy" src="a.png" alt="">', "<input autofocus>",
        '<input type="image" src="a.png" alt="x">', '<link rel="stylesheet" href="s.css">', '<p popover id="x">x</p>',
        "<svg><foreignObject><p>x</p></foreignObject></svg>", "<svg><script>1</script></svg>", "<math><mi>x</mi></math>",
        '<table background="a.png"><tr><td>x</td></tr></table>',
    ],
)  # fmt: skip
def test_what_runs_starts_or_changes_by_itself_is_not(browser: Chrome, body: str) -> None:
    assert not admits(browser, PAGE.format(head="", body=body))


@pytest.mark.parametrize(
    "head",
    [
        '<base href="/x/">', '<meta http-equiv="refresh" content="60">', "<style>p { color: red }</style>",
        '<link rel="preload" href="a.js" as="script">', '<script src="a.js"></script>',
        '<link rel="stylesheet" disabled href="s.css">',
    ],
)  # fmt: skip
def test_nor_is_such_a_head(browser: Chrome, head: str) -> None:
    assert not admits(browser, PAGE.format(head=head, body="<p>x</p>"))


def test_nor_a_page_without_its_encoding_or_in_quirks_mode(browser: Chrome) -> None:
    whole = PAGE.format(head="", body="<p>x</p>")

    assert admits(browser, whole)
    assert not admits(browser, whole.replace('<meta charset="utf-8">', ""))
    assert not admits(browser, whole.replace("<!doctype html>", ""))
