"""Votes in the text of an item: what is counted, what is named, and what is too unclear to be a vote."""

from pathlib import Path

import pytest

from generator import importers
from generator.importers._vote_words import number
from generator.importers._votes import vote_events
from generator.model.meeting import Section, SectionKind, VoteEvent, VoteOption
from generator.model.text import Block, Cell, Heading, ItemList, Paragraph, Run, Table

SAMPLES = Path(__file__).parents[2] / ".." / "shared" / "samples" / "fi"
K = SectionKind
Y, N = VoteOption.YES, VoteOption.NO


def paragraph(text: str) -> Paragraph:
    return Paragraph(content=(Run(text=text),))


def heading(text: str) -> Heading:
    return Heading(content=(Run(text=text),))


def listed(*texts: str) -> ItemList:
    return ItemList(items=tuple((paragraph(text),) for text in texts))


def section(kind: SectionKind, *blocks: str | Block, title: str = "") -> Section:
    content = tuple(paragraph(block) if isinstance(block, str) else block for block in blocks)
    return Section(kind=kind, heading=(Run(text=title),) if title else (), blocks=content)


def events(*blocks: str | Block, kind: SectionKind = K.HANDLING, language: str = "fi") -> tuple[VoteEvent, ...]:
    return vote_events([section(kind, *blocks)], language)


def counts(event: VoteEvent) -> tuple[int | None, ...]:
    """Return the numbers of JAA, EI, blank and absent."""
    told = {count.option: count.value for count in event.counts}
    return tuple(told.get(option) for option in VoteOption)


def voters(event: VoteEvent, option: VoteOption) -> list[str]:
    return [vote.voter for vote in event.votes if vote.option is option]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Äänestyksen tulos: JAA 61, EI 5, tyhjää 0, poissa 1.", (61, 5, 0, 1)),
        ("Äänestyksen tulos: JAA 61; EI 5; poissa 1", (61, 5, None, 1)),
        ("Äänestyksessä annettiin JAA-ääniä 8 ja EI-ääniä 4.", (8, 4, None, None)),
        ("JAA-ääniä annettiin 8 ja EI-ääniä 4. Valtuusto hyväksyi ehdotuksen 8 äänellä 4 ääntä vastaan.", (8, 4, None, None)),
        ("Äänestyksessä annettiin 8 JAA-ääntä ja 4 EI-ääntä, poissa oli 1.", (8, 4, None, 1)),
        ("Äänestyksen jälkeen todettiin, että äänin 47 JAA, 2 EI, 1 tyhjä asia otetaan käsittelyyn.", (47, 2, 1, None)),
        ("Äänestyksessä annettiin kahdeksan (8) JAA-ääntä ja neljä (4) EI-ääntä.", (8, 4, None, None)),
        ("Kahdeksan (8) jäsentä äänesti JAA ja neljä (4) jäsentä äänesti EI.", (8, 4, None, None)),
        ("JAA-ehdotus sai 8 ääntä, EI-ehdotus 4 ääntä.", (8, 4, None, None)),
        ("Äänestyksessä annettiin 11 kyllä ääntä ja 4 ei ääntä.", (11, 4, None, None)),
        ("Ehdotus hyväksyttiin äänin 5–4.", (5, 4, None, None)),
        ("Valtuusto hyväksyi vastaehdotuksen äänin 5 - 10.", (5, 10, None, None)),
        ("Valtuusto hyväksyi ehdotuksen äänin 41–12 (tyhjää 3).", (41, 12, 3, None)),
        ("Hallitus hylkäsi ehdotuksen 9 äänellä 6 ääntä vastaan.", (9, 6, None, None)),
        ("Hallitus hylkäsi ehdotuksen 9 äänellä 6 ääntä vastaan ja yhden äänestäessä tyhjää.", (9, 6, 1, None)),
        ("Hallitus hylkäsi ehdotuksen viidellä äänellä neljää vastaan.", (5, 4, None, None)),
    ],
)
def test_a_finnish_sentence_tells_how_many_voted_so(text: str, expected: tuple[int | None, ...]) -> None:
    assert [counts(event) for event in events(text)] == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Styrelsen godkände förslaget med rösterna 5–4.", (5, 4, None, None)),
        ("Styrelsen godkände förslaget med 5 röster mot 4.", (5, 4, None, None)),
        ("Styrelsen förkastade förslaget med fem röster mot fyra, en ledamot röstade blankt.", (5, 4, 1, None)),
        ("Omröstningens resultat: JA 8, NEJ 4, blanka 1, frånvarande 2.", (8, 4, 1, 2)),
        ("Vid omröstningen avgavs 8 JA-röster och 4 NEJ-röster.", (8, 4, None, None)),
    ],
)
def test_a_swedish_sentence_tells_how_many_voted_so(text: str, expected: tuple[int | None, ...]) -> None:
    assert [counts(event) for event in events(text, language="sv")] == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "Asiasta äänestettiin.",
        "Äänestyksessä annettiin JAA-ääniä 8.",
        "Äänestyksen tulos: JAA 61, EI 5, JAA 60, EI 6.",
        "Äänestyksessä annettiin viisi (6) JAA-ääntä ja neljä (4) EI-ääntä.",
        "Vaalissa Vilja Kuikkaniemi valittiin puheenjohtajaksi 9 äänellä 6 ääntä vastaan.",
        "Lippuäänestyksessä valittiin Onni Rantakari äänin 9–6.",
        "Merkittiin tiedoksi, että valtuusto on hyväksynyt talousarvion äänin 21–6.",
        "Äänestys ei ole tarpeen 5 §:n mukaan, ja ei 5 jäsenen muutenkaan.",
        "Ehdotus hyväksyttiin äänin 5–4–1.",
        "Kyselyyn vastasi kyllä 61 ja ei 5.",
        "JAA äänestivät Kuikkaniemi ja Rantakari. EI äänesti Suopursu.",
        "Ne, jotka kannattavat ehdotusta, äänestävät JAA ja ne, jotka vastustavat sitä, äänestävät EI.",
    ],
)
def test_what_is_unclear_is_no_vote(text: str) -> None:
    assert events(text) == ()


@pytest.mark.parametrize("kind", sorted(set(K) - {K.VOTE, K.HANDLING, K.DECISION}))
def test_only_the_parts_that_tell_of_this_meetings_votes_are_read(kind: SectionKind) -> None:
    assert events("Lautakunta hyväksyi ehdotuksen äänestyksessä äänin 5–4.", kind=kind) == ()


ROLL_CALL = (
    "JAA äänestivät Kuikkaniemi, Rantakari ja af Suopursu, yhteensä kolme (3).",
    "EI äänestivät Hiidenlampi ja Vilja Ahti-Koski, yhteensä kaksi (2).",
)


def test_a_roll_call_is_read_by_name() -> None:
    (event,) = events(*ROLL_CALL, kind=K.VOTE)

    assert counts(event) == (3, 2, None, None)
    assert voters(event, Y) == ["Kuikkaniemi", "Rantakari", "af Suopursu"]
    assert voters(event, N) == ["Hiidenlampi", "Vilja Ahti-Koski"]


def test_roles_are_no_part_of_the_names() -> None:
    (event,) = events(
        "Nimenhuutoäänestyksessä esittelijän ehdotuksen puolesta (JAA) äänestivät jäsen Vilja Kuikkaniemi, jäsenet Onni "
        "Rantakari ja Tuike Hiidenlampi sekä puheenjohtaja Aarni Suopursu, eli neljä (4) jäsentä.",
        "Vastaehdotuksen puolesta (EI) äänesti varajäsen Helka Ruokosuo, eli yksi (1) jäsen.",
    )

    assert voters(event, Y) == ["Vilja Kuikkaniemi", "Onni Rantakari", "Tuike Hiidenlampi", "Aarni Suopursu"]
    assert voters(event, N) == ["Helka Ruokosuo"]


def test_names_in_parentheses_belong_to_the_number_before_them() -> None:
    (event,) = events(
        "Äänestyksessä annettiin 2 jaa-ääntä (Vilja Kuikkaniemi ja Onni Rantakari), 1 ei-ääni (Aarni Suopursu) ja poissa 1 "
        "(Helka Ruokosuo)."
    )

    assert [(vote.voter, vote.option.value) for vote in event.votes] == [
        ("Vilja Kuikkaniemi", "yes"),
        ("Onni Rantakari", "yes"),
        ("Aarni Suopursu", "no"),
        ("Helka Ruokosuo", "absent"),
    ]


def test_a_swedish_roll_call_is_read_by_name() -> None:
    (event,) = events(
        "För föredragandens förslag (JA) röstade ledamöterna Solveig Åkerbränn, Nils Björkskog och ordförande Greta Stenskär, "
        "sammanlagt tre (3) ledamöter.",
        "NEJ röstade Alva Sundgrund, sammanlagt en (1).",
        language="sv",
    )

    assert counts(event) == (3, 1, None, None)
    assert voters(event, Y) == ["Solveig Åkerbränn", "Nils Björkskog", "Greta Stenskär"]


def test_a_group_in_parentheses_is_told_apart_from_the_name() -> None:
    (event,) = events(
        "JAA: Kuikkaniemi (lumme), Rantakari (vihr.), yhteensä 2.", "EI: Suopursu (lumme), yhteensä 1.", kind=K.VOTE
    )

    assert [(vote.voter, vote.group) for vote in event.votes] == [
        ("Kuikkaniemi", "lumme"),
        ("Rantakari", "vihr."),
        ("Suopursu", "lumme"),
    ]


@pytest.mark.parametrize(
    "against",
    [
        "EI äänestivät Hiidenlampi ja Suopursu, yhteensä kolme (3).",
        "EI äänestivät Hiidenlampi, Suopursu ja pieni ryhmä, yhteensä kolme (3).",
        "EI äänestivät Hiidenlampi, Suopursu ja Kuikkaniemi, yhteensä kolme (3).",
    ],
    ids=["too few", "not a name", "named twice"],
)
def test_names_that_do_not_add_up_leave_the_counts_alone(against: str) -> None:
    (event,) = events(ROLL_CALL[0], against)

    assert counts(event) == (3, 3, None, None)
    assert event.votes == ()


def test_names_without_a_number_are_a_vote_when_the_result_confirms_them() -> None:
    handling = section(K.HANDLING, "Äänestys. JAA äänestivät Kuikkaniemi ja Rantakari.", "EI äänesti Suopursu.")
    (event,) = vote_events([handling, section(K.DECISION, "Ehdotus hyväksyttiin äänin 2–1.")], "fi")

    assert voters(event, Y) == ["Kuikkaniemi", "Rantakari"]
    assert not event.is_on_outcome


@pytest.mark.parametrize("text", ["JAA", "Kyllä:", "Jaa-äänet", "Kyllä 2 kpl 67 %", "Jaa: 2"])
def test_a_list_under_an_option_names_those_who_voted_so(text: str) -> None:
    blocks = (heading(text), listed("Kuikkaniemi Vilja", "Rantakari Onni"), heading("Ei"), listed("Suopursu Aarni"))
    (event,) = events(*blocks, kind=K.VOTE)

    assert counts(event) == (2, 1, None, None)
    assert len(event.votes) == 3


def test_a_line_of_names_under_a_count_names_those_who_voted_so() -> None:
    (event,) = events(
        "Jaa-äänet: 2", "Kuikkaniemi Vilja, Rantakari Onni", "Ei-äänet: 1", "Suopursu Aarni", "Tyhjää: 0", kind=K.VOTE
    )

    assert counts(event) == (2, 1, 0, None)
    assert len(event.votes) == 3


@pytest.mark.parametrize(
    "rows",
    [
        (("JAA", "EI", "Tyhjää", "Poissa"), ("8", "4", "1", "2")),
        (("JAA", "8"), ("EI", "4"), ("Tyhjää", "1"), ("Poissa", "2")),
        (("Ääni", "Määrä"), ("JAA", "8"), ("EI", "4"), ("Tyhjää", "1"), ("Poissa", "2")),
    ],
    ids=["side by side", "one below the other", "with a head"],
)
def test_a_table_tells_how_many_voted_so(rows: tuple[tuple[str, ...], ...]) -> None:
    table = Table(rows=tuple(tuple(Cell(content=(Run(text=text),)) for text in row) for row in rows))

    assert [counts(event) for event in events(table, kind=K.VOTE)] == [(8, 4, 1, 2)]


@pytest.mark.parametrize(
    ("text", "yes", "no"),
    [
        (
            "Ne, jotka kannattavat esittelijän ehdotusta, äänestävät JAA ja ne, jotka vastustavat sitä, äänestävät EI.",
            "Ne, jotka kannattavat esittelijän ehdotusta",
            "ne, jotka vastustavat sitä",
        ),
        (
            "Äänestettiin seuraavasti: esittelijän esitystä kannattavat JAA, Aarni Suopursun esitystä kannattavat EI.",
            "esittelijän esitystä kannattavat",
            "Aarni Suopursun esitystä kannattavat",
        ),
        ("Kaupunginhallituksen ehdotus JAA, Suopursun ehdotus EI.", "Kaupunginhallituksen ehdotus", "Suopursun ehdotus"),
        ("JAA = asian käsittely kiireellisenä. EI = Suopursun ehdotus.", "asian käsittely kiireellisenä", "Suopursun ehdotus"),
        ("Jatketaan käsittelyä on kyllä, palautetaan valmisteluun on ei", "Jatketaan käsittelyä", "palautetaan valmisteluun"),
    ],
)
def test_the_meaning_of_the_options_is_told_in_the_words_of_the_source(text: str, yes: str, no: str) -> None:
    (event,) = events(text, "Äänestyksen tulos: JAA 5, EI 4.")

    assert event.meaning == ((Y, yes), (N, no))


def test_the_meaning_of_swedish_options_is_told() -> None:
    (event,) = events(
        "De som understöder föredragandens förslag röstar JA och de som understöder Stenskärs förslag röstar NEJ.",
        "Omröstningens resultat: JA 5, NEJ 4.",
        language="sv",
    )

    assert event.meaning == (
        (Y, "De som understöder föredragandens förslag"),
        (N, "de som understöder Stenskärs förslag"),
    )


def test_sections_named_for_the_proposals_tell_what_the_options_mean() -> None:
    sections = (
        section(K.VOTE, "Esityksen mukaan", title="JAA-ehdotus"),
        section(K.VOTE, "Palautetaan valmisteltavaksi", title="EI-ehdotus:"),
        section(K.VOTE, "JAA 8, EI 4", title="Äänestys"),
    )
    (event,) = vote_events(sections, "fi")

    assert event.meaning == ((Y, "Esityksen mukaan"), (N, "Palautetaan valmisteltavaksi"))


def test_the_same_vote_in_three_parts_of_the_minutes_is_one_vote() -> None:
    sections = (
        section(K.HANDLING, "Esittelijän esitystä kannattavat JAA, Suopursun esitystä kannattavat EI. Äänestettiin."),
        section(K.VOTE, "JAA 3, EI 2, poissa 1", *ROLL_CALL),
        section(K.DECISION, "Lautakunta hyväksyi esityksen äänin 3–2."),
    )
    (event,) = vote_events(sections, "fi")

    assert counts(event) == (3, 2, None, 1)
    assert len(event.votes) == 5
    assert len(event.meaning) == 2


@pytest.mark.parametrize("first", [K.DECISION, K.HANDLING])
def test_the_order_of_the_parts_does_not_make_two_votes_of_one(first: SectionKind) -> None:
    sections = [
        section(K.DECISION, "Hyväksyttiin äänin 3–2."),
        section(K.HANDLING, "Äänestyksessä annettiin 3 JAA-ääntä ja 2 EI-ääntä."),
    ]
    sections.sort(key=lambda one: one.kind is not first)

    assert [counts(event) for event in vote_events(sections, "fi")] == [(3, 2, None, None)]


def test_votes_of_the_same_numbers_one_after_the_other_are_several() -> None:
    found = events(
        "1. äänestys: esittelijän ehdotus JAA, Suopursun ehdotus EI.",
        "JAA 8, EI 4",
        "2. äänestys: esittelijän ehdotus JAA, Hiidenlammen ehdotus EI.",
        "JAA 8, EI 4",
        kind=K.VOTE,
    )

    assert [dict(event.meaning)[N] for event in found] == ["Suopursun ehdotus", "Hiidenlammen ehdotus"]


def test_results_without_options_are_votes_on_what_was_decided() -> None:
    found = events(
        "Puheenjohtaja totesi hallituksen 9 äänellä 6 ääntä vastaan hylänneen ehdotuksen nro 1.",
        "Puheenjohtaja totesi hallituksen 9 äänellä 6 ääntä vastaan hylänneen ehdotuksen nro 2.",
    )

    assert [(counts(event), event.is_on_outcome) for event in found] == [((9, 6, None, None), True)] * 2
    assert found[1].text.endswith("hylänneen ehdotuksen nro 2.")


@pytest.mark.parametrize(("text", "expected"), [("5", 5), ("viisi", 5), ("Viisi (5)", 5), ("viisi (6)", None), ("", None)])
def test_a_number_is_read_in_words_and_in_digits(text: str, expected: int | None) -> None:
    assert number(text) == expected


@pytest.mark.parametrize("who", ["vihreiden ryhmä", "Aho ja muut", "Kuikkaniemi 5", "Kuikkaniemi, ym.", "Aho: Rantakari"])
def test_what_is_not_a_name_makes_no_list_of_names(who: str) -> None:
    (event,) = events(f"JAA äänestivät {who}, yhteensä kaksi (2).", "EI äänesti Suopursu, yhteensä yksi (1).")

    assert counts(event) == (2, 1, None, None)
    assert event.votes == ()


@pytest.mark.parametrize(
    "text",
    [
        "ne, jotka äänestävät JAA " * 4000,
        "ne, jotka " * 700 + "äänestävät JAA ja ",
        "JAA äänestivät " + "Kuikkaniemi, " * 550,
        "JAA 5 " * 1200,
        "äänin " * 1300,
        "Äänestys (" + "Kuikkaniemi ja " * 500,
    ],
)
@pytest.mark.parametrize("language", ["fi", "sv"])
def test_a_long_text_is_read_in_time(text: str, language: str) -> None:
    assert events(text, kind=K.VOTE, language=language) == ()


def of_samples(*path: str) -> list[VoteEvent]:
    folder = SAMPLES.joinpath("paatos-scraper", *path)
    if not folder.is_dir():
        pytest.skip("the real exports are not on this machine")
    meetings = [meeting for export in importers.read_all(folder) for meeting in export.meetings]
    texts = [s for m in meetings for i in m.items for s in (i.sections, *(h.sections for h in i.earlier_handlings))]
    return [event for sections in texts for event in vote_events(sections, "fi")]


def test_five_votes_of_one_real_dynasty_item_are_told_by_their_results() -> None:
    found = of_samples("espoo")

    assert [counts(event)[:3] for event in found] == [(9, 6, None), (11, 3, 1), (8, 7, None), (10, 5, None), (10, 1, None)]


def test_the_roll_calls_in_real_casem_texts_add_up() -> None:
    found = of_samples("mikkeli", "casem")

    assert [(counts(event), len(event.votes)) for event in found] == [
        ((5, 5, None, 3), 13),
        ((11, 4, None, None), 15),
        ((11, 4, None, None), 15),
    ]


@pytest.mark.parametrize("path", [("oulu",), ("tampere", "casem")])
def test_real_exports_without_votes_have_none(path: tuple[str, ...]) -> None:
    assert of_samples(*path) == []
