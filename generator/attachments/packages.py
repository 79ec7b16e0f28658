"""Documents of Office and OpenDocument as packages: what they are, what makes them unsafe, and what in them nobody sees."""

import re

from generator.attachments.archive import Archive, attribute, first, local, members, parsed
from generator.attachments.unreadable import UnreadableFileError

CONTENT_TYPES = "[Content_Types].xml"
MACROS = re.compile(r"(?:^|/)(?:vbaProject|vbaData|vbaProjectSignature)\b|(?:^|/)activeX/|^(?:Basic|Scripts)/", re.IGNORECASE)
EMBEDDED = re.compile(r"(?:^|/)embeddings/|(?:^|/)oleObject|(?:^|/)afchunk|^Object(?:Replacements)?\b[^/]*/", re.IGNORECASE)
# A link that a reader follows, or not, by a click. All others the program follows by itself: templates, frames, pictures.
CLICKED = frozenset({"hyperlink"})
CHANNELS = {
    "comments": re.compile(r"(?:^|/)(?:comments|threadedComments|commentAuthors|people|persons)", re.IGNORECASE),
    "metadata": re.compile(r"^(?:docProps/|meta\.xml$)|^customXml/|^_xmlsignatures/", re.IGNORECASE),
    "notes": re.compile(r"(?:^|/)notesSlides/", re.IGNORECASE),
    "thumbnail": re.compile(r"(?:^|/)thumbnails?\b", re.IGNORECASE),
    "old_revisions": re.compile(r"^(?:Versions/|VersionList\.xml$)|(?:^|/)revisions/", re.IGNORECASE),
}
TRACKED = frozenset({"ins", "del", "moveFrom", "moveTo", "tracked-changes"})


def is_office(folder: str, content: bytes) -> bool:
    """Tell whether *content* is a package of Office whose main part is in *folder* ("word", "xl", "ppt")."""
    names = members(content)
    return CONTENT_TYPES in names and any(name.startswith(f"{folder}/") for name in names)


def is_open_document(kind: str, content: bytes) -> bool:
    """Tell whether *content* is an OpenDocument *kind* ("text", "spreadsheet", "presentation"), by its own statement."""
    if "content.xml" not in members(content):
        return False
    try:
        stated = Archive(content).bytes("mimetype")
    except UnreadableFileError:
        return True  # it says so by its parts, and why it is not read is told when it is
    return stated == f"application/vnd.oasis.opendocument.{kind}".encode()


def opened(content: bytes) -> Archive:
    """Return the package in *content*.

    Raises:
        UnreadableFileError: it has a macro, another document inside, or something that its program fetches from outside.

    """
    archive = Archive(content)
    if any(MACROS.search(name) for name in archive.names) or b"macroEnabled" in archive.bytes(CONTENT_TYPES):
        raise UnreadableFileError("macros")
    if any(EMBEDDED.search(name) for name in archive.names):
        raise UnreadableFileError("embedded_files")
    for name in archive.names:
        if name.endswith(".rels"):
            outside = (one for one in parsed(archive.bytes(name)) if one.get("TargetMode") == "External")
            if any(one.get("Type", "").rpartition("/")[2] not in CLICKED for one in outside):
                raise UnreadableFileError("external_links")
    _refuse_open_document(archive)
    return archive


def _refuse_open_document(archive: Archive) -> None:
    manifest = archive.part("META-INF/manifest.xml")
    if manifest is not None and any(local(one) == "encryption-data" for one in manifest.iter()):
        raise UnreadableFileError("encrypted")
    for part in ("content.xml", "styles.xml"):
        tree = archive.part(part)
        for one in tree.iter() if tree is not None else ():
            name, target = local(one), attribute(one, "href")
            if name in {"event-listener", "script"} or target.casefold().startswith(("macro:", "vnd.sun.star.script")):
                raise UnreadableFileError("macros")
            if name in {"object", "object-ole", "plugin", "applet", "floating-frame"}:
                raise UnreadableFileError("embedded_files")
            if name in {"image", "section-source", "dde-source", "table-source", "cell-range-source"} and "://" in target:
                raise UnreadableFileError("external_links")


def channels(archive: Archive, main: str) -> tuple[str, ...]:
    """Return what the package holds and its reader does not see, as far as its parts and the part *main* tell."""
    found = {channel for channel, pattern in CHANNELS.items() if any(pattern.search(name) for name in archive.names)}
    tree = archive.part(main)
    names = {local(one) for one in tree.iter()} if tree is not None else set()
    found |= {"tracked_changes"} if names & TRACKED else set()
    found |= {"comments"} if "annotation" in names or first(tree, "comments") is not None else set()
    return tuple(sorted(found))
