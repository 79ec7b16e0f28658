"""`pykala preview`: the site as it would be published, on localhost, made again when an input changes."""

import time
from collections.abc import Callable
from datetime import date
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

from generator import config, pipeline
from generator.config import Settings
from generator.errors import PykalaError
from generator.messages import sentence
from generator.progress import silent
from generator.publishing import release

SECONDS_BETWEEN_LOOKS = 1.0


class _QuietHandler(SimpleHTTPRequestHandler):
    def log_message(self, *_arguments: object) -> None:
        """Log no request: an address may be looked for by a person's name."""


def serve(config_file: Path, day: date, port: int, say: Callable[[str], None]) -> None:
    """Serve the staged site until stopped; nothing is published and nothing private is written."""
    settings = config.load(config_file)
    shown = settings.work_dir / "preview" / "site"
    shown.mkdir(parents=True, exist_ok=True)
    server = ThreadingHTTPServer(("127.0.0.1", port), partial(_QuietHandler, directory=str(shown)))
    Thread(target=server.serve_forever, daemon=True).start()
    seen: dict[str, int] | None = None
    say(sentence("cli.preview_serving", {"port": server.server_port}))
    try:
        while True:
            now = _inputs(settings)
            if now != seen:
                seen = now
                _again(config_file, day, shown, say)
            time.sleep(SECONDS_BETWEEN_LOOKS)
    except KeyboardInterrupt:
        server.shutdown()


def _again(config_file: Path, day: date, shown: Path, say: Callable[[str], None]) -> None:
    say(sentence("cli.preview_again", {}))
    try:
        staged = pipeline.stage(config.load(config_file), day, silent)
    except PykalaError as error:
        say(error.format_message())
        say(sentence("cli.preview_failed", {}))
        return
    release.swap(staged, shown)


def _inputs(settings: Settings) -> dict[str, int]:
    """Return {path: time of change} of everything that a preview is made of."""
    folders = [settings.config_file.parent / "content", *(source.path for source in settings.sources)]
    files = [settings.config_file, *(p for folder in folders for p in ([folder] if folder.is_file() else folder.rglob("*")))]
    return {str(path): path.stat().st_mtime_ns for path in files if path.is_file()}
