"""What a finding is about, by a name that survives a new build and tells nothing of the text."""

from generator.audit import audit_files
from tests.audit.conftest import Folder

VAGUE = '<p>Lue <a href="a.html">tästä</a>.</p>'


def names(folder: Folder, *bodies: str) -> list[list[str]]:
    """Return the names of the elements that fail, page by page."""
    pages = {f"/{n}.html": body for n, body in enumerate(bodies)}
    found = [finding for finding in audit_files(folder(pages), language="fi").findings if finding.rule == "link_text_vague"]
    return [[finding.element for finding in found if finding.page == page] for page in pages]


def test_the_same_element_elsewhere_on_its_page_and_in_other_words_keeps_its_name(folder: Folder) -> None:
    [[one], [moved], [other_words]] = names(folder, VAGUE, f"<p>Ensin.</p>{VAGUE}", VAGUE.replace("Lue", "Katso lupaa"))

    assert one == moved == other_words
    assert len(one) == 16


def test_another_element_has_another_name(folder: Folder) -> None:
    [first, [other]] = names(folder, VAGUE + VAGUE.replace("a.html", "b.html"), VAGUE.replace("<a", '<a class="k-more"'))

    assert len({*first, other}) == 3


def test_many_audits_give_the_same_names(folder: Folder) -> None:
    assert len({tuple(map(tuple, names(folder, VAGUE, VAGUE + VAGUE))) for _ in range(5)}) == 1
