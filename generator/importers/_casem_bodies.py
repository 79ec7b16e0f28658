"""Which content each file of extended properties belongs to."""

from collections.abc import Iterable, Mapping, Sequence

from generator.importers._casem_holdings import Answer, Holdings, Unreadable
from generator.importers._casem_item import Body, value
from generator.importers._casem_records import Content, title_text
from generator.model.message import Level, Message


def matched(holdings: Holdings, contents: Mapping[int, Content]) -> tuple[dict[int, Body], list[Message]]:
    """Return the body of each content that has one: by the id in the file's address or name, otherwise by an equal title."""
    found: dict[int, Body] = {}
    messages: list[Message] = []
    homeless: list[Answer] = []
    for answer in holdings.answers:
        content_id = next((i for i in _ids(answer) if i in contents), None)
        where = holdings.where(answer.feed.name)
        if content_id is None:
            homeless.append(answer)
        elif content_id in found:
            found[content_id] = _doubted(found[content_id], answer)
            messages.append(_warning("casem.properties_twice", where, content=content_id))
        else:
            found[content_id] = _body(answer, where)
    for answer in homeless:
        where = holdings.where(answer.feed.name)
        content_id = _by_title(answer, [c for c in contents.values() if c.content_id not in found])
        if content_id is None:
            messages += [] if holdings.lost_rows else [_warning("casem.properties_unmatched", where)]
        else:
            found[content_id] = _body(answer, where)
    return found, messages


def doubts(unreadable: Iterable[Unreadable], contents: Mapping[int, Content]) -> dict[int, str]:
    """Return, by content, why its body could not be read: nobody knows whether it would have said that it is secret."""
    return {i: file.code for file in unreadable for i in file.ids[:1] if i in contents}


def _ids(answer: Answer) -> tuple[int, ...]:
    about = () if answer.feed.about is None else (answer.feed.about,)
    return (*about, *answer.feed.ids)


def _body(answer: Answer, where: str) -> Body:
    return Body(where=where, properties=answer.properties, doubts=answer.doubts)


def _doubted(first: Body, second: Answer) -> Body:
    if first.properties == second.properties:
        return first
    return Body(where=first.where, properties=first.properties, doubts=(*first.doubts, "casem.properties_twice"))


def _by_title(answer: Answer, contents: Sequence[Content]) -> int | None:
    title = title_text(value(answer.properties, "name"))
    same = [content.content_id for content in contents if title and content.subject == title]
    return same[0] if len(same) == 1 else None


def _warning(code: str, where: str, **arguments: str | int) -> Message:
    return Message(level=Level.WARNING, code=code, where=where, arguments=arguments)
