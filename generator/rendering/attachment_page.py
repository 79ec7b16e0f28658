"""The page of an attachment: its text with the marks of what is withheld, and the original beside it where that goes out."""

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

import msgspec
from markupsafe import Markup

from generator.model import expiry
from generator.model.redacted import PublicAttachment, PublicItem, PublicText, RedactedMeeting
from generator.model.text import Block, text
from generator.rendering import attachments, found, fragments, item_page, labels, paging, urls, withheld
from generator.rendering.attachments import AttachmentView
from generator.rendering.labels import Label
from generator.rendering.markup import Writer
from generator.rendering.site import Site
from generator.rendering.words import Words, words
from generator.rendering.write import Crumb, Page


class PartLink(msgspec.Struct, frozen=True, kw_only=True):
    """The way to a part of a long text: *path* from the root of the site."""

    path: str
    label: str


class _Part(NamedTuple):
    """What one page shows: part *number* of *total* of the text *told* of the attachment *shown*, which belongs to *owner*.

    *twin* tells attachments of one name apart: the place of this one among all of its owner; 0 where it is alone.
    """

    owner: PublicItem | None
    shown: PublicAttachment
    told: PublicText
    blocks: tuple[Block, ...]
    number: int
    total: int
    twin: int


def pages(meeting: RedactedMeeting, site: Site) -> list[Page]:
    """Return the pages of all attachments of *meeting* and of its items that have a text."""
    owners = (None, *(item for item in meeting.items if isinstance(item, PublicItem)))
    return [_page(part, meeting, site) for owner in owners for part in _parts_of(owner, (owner or meeting).attachments)]


def _parts_of(owner: PublicItem | None, attached: tuple[PublicAttachment, ...]) -> Iterator[_Part]:
    names = Counter((shown.number, shown.title) for shown in attached)
    for place, shown in enumerate(attached, 1):
        if shown.text is None:
            continue
        parts = paging.parts(shown.text.blocks)
        twin = place if names[shown.number, shown.title] > 1 else 0
        for number, blocks in enumerate(parts, 1):
            yield _Part(owner, shown, shown.text, blocks, number, len(parts), twin)


def _page(part: _Part, meeting: RedactedMeeting, site: Site) -> Page:
    language = site.chrome(part.shown.language or meeting.language)
    t = words(language)
    path = urls.attachment(part.shown, site, part.number)
    view = attachments.view(part.shown, t, site)
    name = _name(part, view)
    return Page(
        path=path,
        language=language,
        title=" – ".join(word for word in (name, _part_name(part, t), _place(part.owner, meeting, site)) if word),
        description=text(part.blocks) or name,
        content=_content(part, view, path, meeting, site),
        crumbs=(
            *item_page.crumbs(meeting, language, site),
            *_way(part.owner, meeting, site, t),
            Crumb(name, language=view.title.language),
        ),
        alternates={language: path},
        switch=urls.in_every_language(meeting.organization.id, site),
        # What stands beside an item that names a person for a time is found by the item, or not at all.
        is_timed=part.owner is not None and expiry.is_timed(part.owner),
    )


def _name(part: _Part, view: AttachmentView) -> str:
    return ": ".join(word for word in (view.number, view.title.text) if word) + (f" ({part.twin})" if part.twin else "")


def _content(part: _Part, view: AttachmentView, path: str, meeting: RedactedMeeting, site: Site) -> Markup:
    language = site.chrome(part.shown.language or meeting.language)
    t = words(language)
    told = part.told
    owner_path, owner = _owner(part.owner, meeting, site, t)
    return fragments.render(
        "attachment.html",
        t=t,
        root=urls.root(path),
        view=view,
        found=found.of_attachment(f"{_name(part, view)} {_part_name(part, t)}".rstrip(), part.owner, meeting, t, site),
        part=_part_name(part, t),
        kind=labels.kind(meeting),
        owner=owner,
        owner_path=owner_path,
        original=t(f"rendering.original_{told.original}", type=t.file_type(told.media_type)) if told.original else "",
        notes=_notes(part, t),
        is_picture=attachments.is_picture(part.shown),
        withheld=withheld.counts_in(told.blocks, t) if part.number == 1 else (),
        withheld_path=urls.page(urls.WITHHELD, language, site.languages),
        text_language=labels.other(part.shown.language, language),
        body=Writer(words(part.shown.language or language)).blocks(part.blocks, under=1),
        parts=_links(part, site, t),
        number=part.number,
    )


def _place(owner: PublicItem | None, meeting: RedactedMeeting, site: Site) -> str:
    if owner is not None:
        return labels.page_title(owner, meeting, site)
    language = site.chrome(meeting.language)
    return f"{labels.meeting(meeting, language, site)} – {site.name(language)}"


def _part_name(part: _Part, t: Words) -> str:
    return t("pages.attachment_part", number=part.number, count=part.total) if part.total > 1 else ""


def _owner(owner: PublicItem | None, meeting: RedactedMeeting, site: Site, t: Words) -> tuple[str, Label]:
    """Return where the attachment belongs: a path, empty where there is no page, and what that is called."""
    if owner is None:
        return urls.meeting(meeting, t.language, site), Label(labels.meeting(meeting, t.language, site))
    called = labels.title(owner, t)
    number = labels.number(owner, meeting, t)
    name = Label(" ".join(part for part in (number, called.text) if part), called.language)
    return (urls.item(owner, site) if urls.has_page(owner) else ""), name


def _way(owner: PublicItem | None, meeting: RedactedMeeting, site: Site, t: Words) -> tuple[Crumb, ...]:
    if owner is None or not urls.has_page(owner):
        return ()
    number = labels.number(owner, meeting, t)
    called = labels.title(owner, t)
    return (Crumb(number or called.text, urls.item(owner, site), None if number else called.language),)


def _notes(part: _Part, t: Words) -> list[str]:
    """Return what a reader must know of the text: how it was read, and what it cannot hold."""
    told = part.told
    notes = [t("pages.attachment_machine_read")] if told.is_machine_read else []
    if attachments.is_picture(part.shown):
        return [*notes, t("pages.attachment_undescribed_picture")]
    if not told.blocks:
        return [*notes, t("pages.attachment_scan")]
    if told.undescribed == 1:
        return [*notes, t("pages.attachment_undescribed_one")]
    if told.undescribed:
        return [*notes, t("pages.attachment_undescribed_many", count=told.undescribed)]
    return [*notes, t("pages.attachment_left_out")] if told.left_out else notes


def _links(part: _Part, site: Site, t: Words) -> list[PartLink]:
    if part.total == 1:
        return []
    numbers = range(1, part.total + 1)
    return [
        PartLink(path=urls.attachment(part.shown, site, n), label=t("pages.attachment_part", number=n, count=part.total))
        for n in numbers
    ]
