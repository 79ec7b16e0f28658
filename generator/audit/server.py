"""The audited folder at the root of localhost, for as long as the browser looks at it."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO
from os import PathLike
from pathlib import Path
from threading import Thread
from typing import BinaryIO

from lxml.html import tostring

from accessibility_rules import parse

# A page without styles, scripts or policy, in which pages of the folder can be framed; no file of the folder is there.
HOST = "/.pykala-audit/host.html"
# Added to the address of a page: as it is shown where no script runs.
WITHOUT_SCRIPTS = "?without-scripts"
_HOST_PAGE = b"<!doctype html><meta charset=utf-8><title>.</title><body>"


class _Handler(SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"  # one connection for a page and its styles
    # Said here, because what the machine's own list says differs from machine to machine.
    extensions_map = {  # noqa: RUF012 - the base class reads it so
        **SimpleHTTPRequestHandler.extensions_map,
        ".css": "text/css",
        ".html": "text/html",
        ".js": "text/javascript",
        ".json": "application/json",
        ".svg": "image/svg+xml",
        ".vtt": "text/vtt",
        ".wasm": "application/wasm",
        ".woff2": "font/woff2",
    }

    def send_head(self) -> BytesIO | BinaryIO | None:
        if self.path == HOST:
            return self._answered(_HOST_PAGE)
        if self.path.endswith(WITHOUT_SCRIPTS):
            return self._answered(_without_scripts(Path(self.translate_path(self.path)).read_bytes()))
        return super().send_head()

    def _answered(self, page: bytes) -> BytesIO:
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "text/html")
        self.send_header("Content-Length", str(len(page)))
        self.end_headers()
        return BytesIO(page)

    def list_directory(self, path: str | PathLike[str]) -> None:
        del path
        self.send_error(HTTPStatus.NOT_FOUND)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - named by the base class
        """Say nothing: addresses may be personal."""


def _without_scripts(markup: bytes) -> bytes:
    page = parse(markup)
    for script in page.xpath("//script"):
        script.drop_tree()
    for instead in page.xpath("//noscript"):
        instead.drop_tag()
    for handled in page.xpath("//*[@*[starts-with(name(), 'on')]]"):
        for name in [name for name in handled.keys() if name.startswith("on")]:  # noqa: SIM118 - an element is no mapping
            del handled.attrib[name]
    return bytes(tostring(page, doctype="<!doctype html>", encoding="utf-8"))


class _Server(ThreadingHTTPServer):
    daemon_threads = True  # a connection that the browser keeps open does not keep us from ending

    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing when the browser hangs up in the middle of a file."""


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """Serve *folder* on a free port of this machine only; yield the address of its root, without the last slash."""
    with _Server(("127.0.0.1", 0), partial(_Handler, directory=str(folder))) as server:
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}"
        finally:
            server.shutdown()
            thread.join()
