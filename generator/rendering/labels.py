"""What organizations, meetings and items are called on the pages."""

import msgspec

from generator.model.meeting import Classification, Stage, State
from generator.model.redacted import EndedItem, HeldItem, PublicItem, RedactedMeeting, SecretItem, ShownItem
from generator.rendering.site import Site
from generator.rendering.words import Words, words


class Label(msgspec.Struct, frozen=True):
    """A text, and its *language* where that is not the page's."""

    text: str
    language: str | None = None


def other(language: str | None, page_language: str) -> str | None:
    """Return *language* where it must be marked on a page in *page_language*."""
    return language if language != page_language else None


def organization(meeting: RedactedMeeting, language: str, site: Site) -> Label:
    own = site.organization_names.get(meeting.organization.id, {})
    if language in own:
        return Label(own[language])
    return Label(meeting.organization.name, other(meeting.language, language))


def day(meeting: RedactedMeeting, t: Words) -> str:
    """Return the day of *meeting*; a second meeting of the same day has its number after it, as in its address."""
    date = t.date(meeting.day)
    address = meeting.id.rpartition("/")[2]
    second = address.removeprefix(f"{meeting.day.isoformat()}-")
    return f"{date} ({second})" if second != address else date


def meeting(shown: RedactedMeeting, language: str, site: Site) -> str:
    name = organization(shown, language, site).text
    return words(language)(f"pages.name_{kind(shown)}", organization=name, day=day(shown, words(language)))


def kind(meeting: RedactedMeeting) -> str:
    """Return which words fit: `body` for a meeting, `post` for the decisions of an office-holder."""
    return meeting.organization.classification.value


def document(meeting: RedactedMeeting) -> str:
    """Return what the whole is: `agenda`, `minutes`, or `post` for the decisions of an office-holder."""
    return kind(meeting) if is_post(meeting) else meeting.stage.value


def is_post(meeting: RedactedMeeting) -> bool:
    return meeting.organization.classification is Classification.POST


def state(meeting: RedactedMeeting, t: Words) -> str:
    """Return how far the document is, in a sentence."""
    return t(f"pages.state_{kind(meeting)}_{meeting.state}")


def short_state(meeting: RedactedMeeting, state: State, t: Words) -> str:
    """Return what the document is called in *state*, in a word or two."""
    return t(f"pages.state_short_{kind(meeting)}_{state}")


def count(meeting: RedactedMeeting, t: Words) -> str:
    """Return how many items or decisions there are, in words."""
    number = len(meeting.items)
    return t(f"pages.one_{kind(meeting)}") if number == 1 else t(f"pages.many_{kind(meeting)}", count=number)


def number(item: ShownItem, meeting: RedactedMeeting, t: Words) -> str:
    """Return "§ 45" in minutes and "Asia 45" on an agenda, where the paragraphs have no numbers yet."""
    if item.number is None:
        return ""
    return t("pages.number_agenda" if meeting.stage is Stage.AGENDA else "pages.number_minutes", number=item.number)


def title(item: ShownItem, t: Words) -> Label:
    match item:
        case PublicItem():
            return Label(item.title, other(item.language, t.language))
        case SecretItem():
            language = t.language if t.language in item.titles else min(item.titles)
            return Label(item.titles[language], other(language, t.language))
        case HeldItem():
            return Label(t("pages.held"))
        case EndedItem():
            return Label(t("expiry.ended"))


def moment_id(item: ShownItem) -> str:
    """Return the id of the item's player on the meeting's page."""
    return f"hetki-{item.id.rpartition('/')[2]}"


def anchor(item: ShownItem) -> str:
    """Return the id of the item on a page that holds several."""
    return f"asia-{item.id.rpartition('/')[2]}"


def page_title(item: ShownItem, meeting: RedactedMeeting, site: Site) -> str:
    """Return the title of the item's page, which no other page has."""
    t = words(site.chrome(item.language))
    own = " ".join(part for part in (number(item, meeting, t), title(item, t).text) if part)
    alike = sum(1 for i in meeting.items if (i.number, title(i, t).text) == (item.number, title(item, t).text))
    place = f" ({item.order})" if alike > 1 else ""
    body = organization(meeting, t.language, site).text
    return f"{own}{place} – {body} {day(meeting, t)} – {site.name(t.language)}"
