"""The shells and the site of the invented meetings, made once for all tests."""

from copy import deepcopy
from pathlib import Path

import pytest
from lxml import html

from generator.rendering.plugin import shells as build_shells
from generator.rendering.shell import Shells
from tests.rendering.factory import configuration, render

Pages = dict[str, html.HtmlElement]


def words(element: html.HtmlElement) -> str:
    """Return what *element* shows; what is said instead of a sign is for the ear only."""
    shown = deepcopy(element)
    for said in shown.xpath(".//*[@class='visually-hidden'][preceding-sibling::*[1][@aria-hidden='true']]"):
        said.drop_tree()
    return " ".join(shown.text_content().split())


@pytest.fixture(scope="session")
def shells(tmp_path_factory: pytest.TempPathFactory) -> Shells:
    folder = tmp_path_factory.mktemp("mkdocs")
    return build_shells(configuration(folder), folder / "built")


@pytest.fixture(scope="session")
def built(shells: Shells, tmp_path_factory: pytest.TempPathFactory) -> Path:
    staging = tmp_path_factory.mktemp("staging")
    render(shells, staging)
    return staging


@pytest.fixture(scope="session")
def pages(built: Path) -> Pages:
    paths = sorted(built.rglob("*.html"))
    return {path.relative_to(built).as_posix(): html.document_fromstring(path.read_bytes()) for path in paths}
