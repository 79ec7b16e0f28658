"""What single sentences, lists and tables say of a vote, each for itself; `_votes` puts them together."""

import re
from collections.abc import Iterator, Mapping, Sequence

import msgspec

from generator.importers._vote_words import PHRASES, Phrases, number, option
from generator.model.meeting import Section, SectionKind, Vote, VoteOption
from generator.model.text import Block, Cell, Heading, ItemList, Paragraph, Table, block_text, inline_text

# Longer than a sentence that names a whole council: nothing is read from what no person wrote as a sentence.
LONGEST = 8000
SENTENCE_END = re.compile(r"(?<!\b[A-ZÅÄÖ]\.)(?<=[.!?])\s+(?=[A-ZÅÄÖ0-9(\"”’])")
SPACES = re.compile(r"\s+")
NAME = re.compile(
    r"(?:(?:von|af|de|van|der|den|di)\s+)*[^\W\d_a-zåäö][\w'’.-]*(?:\s+(?:(?:von|af|de|van|der|den|di)\s+)*[^\W\d_a-zåäö][\w'’.-]*){0,4}"
)
GROUP = re.compile(r"(?P<name>[^()]+?)\s*\((?P<group>[^()\d]{1,40})\)")
SEPARATOR = re.compile(r"\s*[,;]\s*(?![^()]*\))")
AFTER_PAIR = re.compile(
    r"\s*(?:kpl|ääntä|jäsentä|röster|ledamöter)?\s*(?:\(\s*(?P<inside>[^()]*)\)|:\s*(?P<after>[^:;]*?)\s*(?=[.;]\s*$|;|$))"
)
# The stop, or the word that leads to the next option.
LIST_END = re.compile(r"[\s.,;(]*(?:\b(?:ja|sekä|och|samt)\s*)?$")
SHARE = re.compile(r"\s*(?:kpl|st)?\.?\s*\d{1,3}(?:[.,]\d+)?\s*%\s*$")


class Another(msgspec.Struct, frozen=True):
    """A line that begins another vote: "2. äänestys"."""


class Meaning(msgspec.Struct, frozen=True):
    """What options stand for, in the words of the source."""

    told: Mapping[VoteOption, str]


class Tally(msgspec.Struct, frozen=True, kw_only=True):
    """Votes by option. *counts* are those that the source states, or shows as a list; *voters* those that it names."""

    text: str
    counts: Mapping[VoteOption, int]
    voters: Mapping[VoteOption, tuple[Vote, ...]]


class Result(msgspec.Struct, frozen=True, kw_only=True):
    """Numbers for and against what was decided. In "äänin 5–10" the smaller stands first, so that they are JAA and EI."""

    text: str
    yes: int
    no: int
    abstain: int | None
    is_by_numbers: bool


Statement = Another | Meaning | Tally | Result


def statements(section: Section, language: str) -> Iterator[Statement]:
    """Yield what *section* says of votes, in its order."""
    phrases = PHRASES[language]
    pieces = list(_pieces(section))
    if (
        not any(phrases.about.search(piece) for piece in pieces if isinstance(piece, str))
        and section.kind is not SectionKind.VOTE
    ):
        return
    place = 0
    while place < len(pieces):
        piece = pieces[place]
        following = pieces[place + 1] if place + 1 < len(pieces) else ""
        place += 1
        if isinstance(piece, tuple):
            continue
        listed = _listed(piece, following, phrases)
        if listed:
            place += 1
            yield listed
        else:
            yield from _of_line(piece, phrases)


def _pieces(section: Section) -> Iterator[str | tuple[str, ...]]:
    """Yield lines of text, and each list as the texts of its items."""
    lead = inline_text(section.heading).strip().rstrip(":")
    blocks = section.blocks
    if lead and blocks and lead.casefold().endswith(("ehdotus", "förslag")):
        yield f"{lead}: {block_text(blocks[0])}"
        blocks = blocks[1:]
    for block in blocks:
        yield from _of_block(block)


def _of_block(block: Block) -> Iterator[str | tuple[str, ...]]:
    match block:
        case ItemList():
            yield tuple(" ".join(block_text(part) for part in item) for item in block.items)
        case Table():
            yield from _of_table(block.rows)
        case Paragraph() | Heading():
            yield from (line for line in block_text(block).split("\n") if line.strip() and len(line) <= LONGEST)


def _of_table(rows: Sequence[Sequence[Cell]]) -> Iterator[str]:
    """Yield a table of options and numbers as lines, also one whose options stand side by side."""
    texts = [[SPACES.sub(" ", inline_text(cell.content)).strip() for cell in row] for row in rows]
    if len(texts) == 2 and len(texts[0]) == len(texts[1]) and all(text.isdecimal() for text in texts[1]):  # noqa: PLR2004
        yield ", ".join(f"{head} {count}" for head, count in zip(*texts, strict=True))
        return
    yield from (" ".join(row) for row in texts)


def _listed(line: str, following: str | tuple[str, ...], phrases: Phrases) -> Tally | None:
    """Return the votes of an option that stands alone on its *line*, with the names that follow it."""
    told = SHARE.sub("", line).strip()
    pair = phrases.pair.fullmatch(told.rstrip(":. "))
    lone = phrases.lone.fullmatch(told)
    if pair:
        chosen, count = _option(pair), _count(pair)
    elif lone:
        chosen, count = option(lone["option"]), None
    else:
        return None
    if isinstance(following, tuple):
        voters = tuple(vote for text in following for vote in _voters(text, chosen, phrases))
        is_whole = len(voters) == len(following)
    else:
        voters = _voters(following, chosen, phrases)
        is_whole = count is not None and len(voters) == count
    if not voters or not is_whole:
        return None
    stated = len(voters) if count is None else count
    who = ", ".join(following) if isinstance(following, tuple) else following
    return Tally(text=f"{told.rstrip(':')}: {who}", counts={chosen: stated}, voters={chosen: voters})


def _of_line(line: str, phrases: Phrases) -> Iterator[Statement]:
    if phrases.another.search(line):
        yield Another()
    for sentence in SENTENCE_END.split(SPACES.sub(" ", line).strip()):
        found = _meaning(sentence, phrases)
        if found:
            yield Meaning(found)
            continue
        tally = _named(sentence, phrases) or _counted(sentence, phrases)
        if tally:
            yield tally
        else:
            yield from _results(sentence, phrases)


def _meaning(sentence: str, phrases: Phrases) -> dict[VoteOption, str]:
    for pattern in phrases.meanings:
        found = pattern.search(sentence)
        if found:
            return {VoteOption.YES: _trimmed(found["yes"]), VoteOption.NO: _trimmed(found["no"])}
    told = {option(one["option"]): _trimmed(one["told"]) for one in phrases.meaning.finditer(sentence)}
    return told if not any(number(words) is not None for words in told.values()) else {}


def _trimmed(words: str) -> str:
    return words.strip(" ,:;–-")


def _named(sentence: str, phrases: Phrases) -> Tally | None:
    """Return who voted how, from "JAA äänestivät A, B ja C, yhteensä kolme (3)"."""
    heads = list(phrases.named.finditer(sentence))
    if not heads:
        return None
    counts: dict[VoteOption, int] = {}
    voters: dict[VoteOption, tuple[Vote, ...]] = {}
    for head, after in zip(heads, [*heads[1:], None], strict=True):
        chosen = option(head["option"])
        listed = sentence[head.end() : after.start() if after else len(sentence)]
        total = phrases.total.search(listed)
        count = number(total["count"]) if total else None
        found = _voters(listed[: total.start()] if total else LIST_END.sub("", listed), chosen, phrases)
        if chosen in voters or (count is None and (total or not found)):
            return None
        voters[chosen] = found
        if count is not None:
            counts[chosen] = count
    return Tally(text=sentence, counts=counts, voters={one: who for one, who in voters.items() if who})


def _counted(sentence: str, phrases: Phrases) -> Tally | None:
    """Return the numbers of a sentence that tells both JAA and EI, or that tells one option and nothing else."""
    found = list(phrases.pair.finditer(sentence))
    chosen = [_option(pair) for pair in found]
    if not found or len(set(chosen)) < len(chosen):
        return None
    counts: dict[VoteOption, int] = {}
    voters: dict[VoteOption, tuple[Vote, ...]] = {}
    end = 0
    for pair, one in zip(found, chosen, strict=True):
        count = _count(pair)
        if count is None:
            return None
        counts[one] = count
        end = pair.end()
        listed = AFTER_PAIR.match(sentence, pair.end())
        if listed:
            voters[one] = _voters((listed["inside"] or listed["after"] or "").rstrip(". "), one, phrases)
            end = listed.end()
    is_alone = found[0].start() == 0 and not SHARE.sub("", sentence[end:]).strip(" .:;,")
    if not is_alone and not {VoteOption.YES, VoteOption.NO} <= counts.keys():
        return None
    return Tally(text=sentence, counts=counts, voters={one: who for one, who in voters.items() if who})


def _option(pair: re.Match[str]) -> VoteOption:
    return option(pair["before"] or pair["after"])


def _count(pair: re.Match[str]) -> int | None:
    return number(pair["after_number"] or pair["number"])


def _results(sentence: str, phrases: Phrases) -> Iterator[Result]:
    if phrases.election.search(sentence):
        return
    found = list(phrases.result.finditer(sentence))
    blank = phrases.blank.search(sentence) if len(found) == 1 else None
    for one in found:
        yes, no = number(one["first"] or one["for"]), number(one["second"] or one["against"])
        if yes is not None and no is not None:
            abstain = number(blank["a"] or blank["b"] or blank["c"]) if blank else None
            yield Result(text=sentence, yes=yes, no=no, abstain=abstain, is_by_numbers=one["for"] is not None)


def _voters(text: str, chosen: VoteOption, phrases: Phrases) -> tuple[Vote, ...]:
    pieces = [part for piece in SEPARATOR.split(text.strip()) for part in phrases.conjunction.split(piece)]
    found = [_voter(piece.strip(), chosen, phrases) for piece in pieces if piece.strip()]
    real = [vote for vote in found if vote.voter]
    return tuple(real) if real and all(_is_name(vote.voter) for vote in real) else ()


def _voter(piece: str, chosen: VoteOption, phrases: Phrases) -> Vote:
    plain = phrases.role.sub("", piece)
    grouped = GROUP.fullmatch(plain)
    if not grouped:
        return Vote(voter=plain, option=chosen)
    return Vote(voter=grouped["name"], option=chosen, group=grouped["group"].strip())


def _is_name(text: str) -> bool:
    return NAME.fullmatch(text) is not None
