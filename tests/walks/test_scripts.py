"""A page is the same with scripts on and off, so that what the audit finds with them on holds for a reader without them.

The search page alone is not: tests/search/test_search_page.py reads it both ways.
"""

from pathlib import Path

import pytest

from tests.walks.conftest import switch_scripts
from tests.walks.pages import LANGUAGES, kinds, page
from tests.walks.reader import Reader
from tests.walks.tree import tree

pytestmark = pytest.mark.browser
_AS_IT_STANDS = """
const box = (node) => Object.values(node.getBoundingClientRect().toJSON()).join();
const boxes = [...document.querySelectorAll("body *")].map(box);
return [document.documentElement.outerHTML, boxes.join(";")];
"""


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_kind_of_page_is_the_same_with_scripts_on_and_off(site: Path, reader: Reader, language: str) -> None:
    for address in _unscripted(site, language):
        seen = []
        for on in (False, True):
            switch_scripts(reader.browser, on=on)
            reader.open(address)
            heard = [(node.role, node.name, node.level) for node in tree(reader.browser)]
            seen.append((reader.ask(_AS_IT_STANDS), heard))

        assert seen[0] == seen[1], address


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_kind_of_page_holds_a_script_or_an_event_handler(site: Path, language: str) -> None:
    for address in _unscripted(site, language):
        root = page(site, address)

        assert root.xpath("//script | //@*[starts-with(name(), 'on')] | //a[starts-with(@href, 'javascript:')]") == [], address


def _unscripted(site: Path, language: str) -> list[str]:
    return [address for address in kinds(site, language) if not address.endswith("/haku.html")]
