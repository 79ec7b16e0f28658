"""Nothing personal reaches a finding."""

import pytest

from generator.audit.snippets import as_written, without_text


@pytest.mark.parametrize(
    ("markup", "shown"),
    [
        ("<p>Tuntematon <b>Henkilö</b></p>", "<p>…<b>…</b></p>"),
        ('<img src="/henkilo.png" alt="Henkilö">', '<img src="…" alt="…">'),
        ('<img src="x" alt="">', '<img src="…" alt="">'),
        ('<td scope="row" colspan="2">131052-900Y</td>', '<td scope="row" colspan="2">…</td>'),
        ('<a id="henkilo" aria-label="Henkilö" href="#">x', '<a id="…" aria-label="…" href="…">…'),
        ("<p>a<!-- Henkilö -->b</p>", "<p>…</p>"),
        ("<script>var henkilo = 'Henkilö'</script>", "<script>…</script>"),
        ('<p data-henkilo="Henkilö">', '<p data-henkilo="…">'),
    ],
)
def test_text_and_telling_attributes_are_replaced(markup: str, shown: str) -> None:
    assert without_text(markup) == shown


@pytest.mark.parametrize("cut", range(len('<p class="a" title="Salainen nimi">Salainen nimi</p>')))
def test_a_snippet_cut_anywhere_shows_no_text(cut: int) -> None:
    assert "Salainen" not in without_text('<p class="a" title="Salainen nimi">Salainen nimi</p>'[:cut])


def test_what_is_shown_as_written_is_cut_to_length() -> None:
    assert len(as_written("<p>" + "sana " * 500)) == 300
