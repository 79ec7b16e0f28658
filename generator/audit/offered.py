"""The files of a folder that are no pages and have rules of their own: PDFs, and captions as players offer them."""

from collections.abc import Collection, Iterator, Sequence
from pathlib import Path
from urllib.parse import urldefrag

import msgspec
from lxml.html import HtmlElement
from msgspec.structs import replace

from accessibility_rules import PageUnreadableError, parse
from generator.audit.selectors import ancestry
from generator.audit.site_files import file_at, leads_out

PDF, CAPTIONS = ".pdf", ".vtt"
WAITING = "_expiry"  # what waits there for its day (docs/expiry.md) is copied from what is audited
# HTML 4.8.11.11: without a kind that the browser knows, a track is subtitles. libxml2 puts a second track inside the first.
_TRACKS = ".//track[@src][not(@kind='chapters' or @kind='metadata' or @kind='descriptions')]"
_SOURCE = "string((@src | .//source/@src)[1])"


class Track(msgspec.Struct, frozen=True, order=True):
    """A file of captions as a page offers it: in which language, beside which recording, played from which seconds."""

    path: str
    language: str
    recording: str = ""
    moments: tuple[float, ...] = ()


class Unread(msgspec.Struct, frozen=True, order=True):
    """A track on a page whose file is not in the folder."""

    page: str
    selector: str
    is_elsewhere: bool


class Files(msgspec.Struct, frozen=True):
    """What is to be checked, by address from the root of the folder."""

    pdfs: tuple[str, ...] = ()
    tracks: tuple[Track, ...] = ()
    unread: tuple[Unread, ...] = ()

    @property
    def paths(self) -> tuple[str, ...]:
        return tuple(sorted({*self.pdfs, *(track.path for track in self.tracks)}))

    def without(self, known: Collection[str]) -> "Files":
        """Return those that are not *known*."""
        return Files(
            pdfs=tuple(path for path in self.pdfs if path not in known),
            tracks=tuple(track for track in self.tracks if track.path not in known),
        )


def offered(folder: Path, pages: Sequence[str]) -> Files:
    """Return the files of *folder* that *pages* lead to: PDFs by links, captions by the tracks of players."""
    read = [_on_page(folder, page) for page in pages]
    tracks: dict[tuple[str, str], Track] = {}
    for track in (track for files in read for track in files.tracks):
        known = tracks.get((track.path, track.language), track)
        moments = tuple(sorted({*known.moments, *track.moments}))
        recording = known.recording or track.recording
        tracks[track.path, track.language] = Track(track.path, track.language, recording, moments)
    return Files(
        pdfs=tuple(sorted({pdf for files in read for pdf in files.pdfs})),
        tracks=tuple(sorted(tracks.values())),
        unread=tuple(sorted({unread for files in read for unread in files.unread})),
    )


def held(folder: Path, pages: Sequence[str]) -> Files:
    """Return every PDF and every file of captions in *folder*; what *pages* say of one is known with it."""
    led_to = offered(folder, pages)
    captioned = {track.path for track in led_to.tracks}
    paths = (path.relative_to(folder) for path in folder.rglob("*") if path.is_file())
    found = sorted(f"/{path.as_posix()}" for path in paths if path.parts[0] != WAITING)
    pdfs = {path for path in found if path.casefold().endswith(PDF)}
    alone = (Track(path, "") for path in found if path.casefold().endswith(CAPTIONS) and path not in captioned)
    return replace(led_to, pdfs=tuple(sorted({*led_to.pdfs, *pdfs})), tracks=(*led_to.tracks, *alone))


def _on_page(folder: Path, path: str) -> Files:
    content = (folder / path.lstrip("/")).read_bytes()
    if b".pdf" not in content.lower() and b"<track" not in content.lower():
        return Files()
    try:
        page = parse(content)
    except PageUnreadableError:
        return Files()  # the rules for pages say so
    links = (str(link) for link in page.xpath("//a/@href | //area/@href"))
    pdfs = {at for link in links if (at := file_at(folder, path, link)) and at.casefold().endswith(PDF)}
    tracks = list(_tracks(folder, path, page))
    return Files(
        pdfs=tuple(sorted(pdfs)),
        tracks=tuple(track for track in tracks if isinstance(track, Track)),
        unread=tuple(track for track in tracks if isinstance(track, Unread)),
    )


def _tracks(folder: Path, path: str, page: HtmlElement) -> Iterator[Track | Unread]:
    for player in page.xpath("//video | //audio"):
        source, fragment = urldefrag(str(player.xpath(_SOURCE)).strip())
        recording = (file_at(folder, path, source) or "") if source else ""
        for track in player.xpath(_TRACKS):
            address = str(track.get("src"))
            at = file_at(folder, path, address)
            if at is None:
                yield Unread(page=path, selector=ancestry(track), is_elsewhere=leads_out(path, address))
            else:
                yield Track(at, str(track.get("srclang", "")).strip(), recording, _moments(fragment))


def _moments(fragment: str) -> tuple[float, ...]:
    """Return the second from which a media fragment plays (W3C, Media Fragments URI 1.0): "t=83.5"."""
    written = fragment.removeprefix("t=").partition(",")[0]
    return (float(written),) if fragment.startswith("t=") and written.replace(".", "", 1).isdecimal() else ()
