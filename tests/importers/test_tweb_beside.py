"""TWeb: what lies beside meetings (office-holders' decisions, which are not read), and what documents call items otherwise."""

from pathlib import Path

import pytest

from tests.importers.test_tweb import COLUMNS, codes, meeting_page, results
from tests.importers.tweb.drawn import items, link, page, two_columns

HEAD = '<tr><td class="header">Viranhaltijapäätökset</td></tr>'
DECISIONS = f'<table class="list">{HEAD}<tr><td>{link(9, "Luvan myöntäminen")}</td></tr></table>'
SEARCH = '<form action="/ktwebbin/dbisa.dll/ktwebscr/vparhaku_tweb.htm"><input name="text"></form>'


def test_office_holders_decisions_are_one_clear_message_and_not_read(tmp_path: Path) -> None:
    document = two_columns("Luvan myöntäminen", ("Päätös", "Myönnän luvan."))
    files = {
        "a.html": meeting_page(("1", link(1, "Asia"), "-")),
        "vparhaku_tweb.htm": page(SEARCH + DECISIONS),
        "9.pdf": document,
    }
    meetings, messages = results(files, tmp_path)

    assert [item.title for item in meetings[0].items] == ["Asia"]
    assert ("tweb.decisions_not_read", "vparhaku_tweb.htm") in codes(messages)
    assert [place for code, place in codes(messages) if place == "9.pdf"] == []


@pytest.mark.parametrize("content", [SEARCH + items("", COLUMNS, [("1", link(9, "Lupa"), "-")]), DECISIONS])
def test_a_table_of_office_holders_decisions_is_no_meeting(tmp_path: Path, content: str) -> None:
    meetings, messages = results({"a.html": page(content)}, tmp_path)

    assert (meetings, codes(messages)) == ([], [("tweb.decisions_not_read", "a.html")])


def test_the_attachments_of_an_item_about_such_decisions_stay_its_own(tmp_path: Path) -> None:
    rows = ("1", link(1, "Viranhaltijapäätökset"), "1 kpl")
    files = {"a.html": meeting_page(rows), "epjattn_1.html": page(DECISIONS), "9.pdf": b"%PDF"}
    ((meeting,), messages) = results(files, tmp_path)

    assert [attachment.title for attachment in meeting.items[0].attachments] == ["Luvan myöntäminen"]
    assert "tweb.decisions_not_read" not in dict(codes(messages))


def test_the_search_form_for_office_holders_decisions_is_no_loss(tmp_path: Path) -> None:
    _, messages = results({"vparhaku_tweb.htm": page(SEARCH)}, tmp_path)

    assert codes(messages)[0] == ("tweb.page_not_used", "vparhaku_tweb.htm")
    assert "tweb.decisions_not_read" not in dict(codes(messages))


def test_an_item_about_office_holders_decisions_stays_an_item(tmp_path: Path) -> None:
    ((meeting,), _) = results({"a.html": meeting_page(("1", link(1, "Viranhaltijapäätökset"), "-"))}, tmp_path)

    assert [item.title for item in meeting.items] == ["Viranhaltijapäätökset"]


@pytest.mark.parametrize(
    ("named", "other"),
    [("Hakemus (salassa pidettävä)", "Hakemus (salassa pidettävä)"), ("Hakemus", None), ("HAKEMUS.", None)],
)
def test_what_the_document_calls_the_item_otherwise_is_kept_beside_the_rows_title(
    tmp_path: Path, named: str, other: str | None
) -> None:
    document = two_columns(named, ("Päätös", "Hyväksyttiin."))
    ((meeting,), _) = results({"a.html": meeting_page(("1", link(1, "Hakemus"), "-")), "1.pdf": document}, tmp_path)

    assert (meeting.items[0].title, meeting.items[0].other_title) == ("Hakemus", other)
