"""The server that the browser reads from."""

import http.client
from urllib.parse import urlsplit

import pytest

from generator.audit.server import served
from tests.audit.conftest import Folder


def _get(root: str, path: str) -> tuple[int, str | None]:
    connection = http.client.HTTPConnection(urlsplit(root).netloc, timeout=10)
    connection.request("GET", path)
    response = connection.getresponse()
    response.read()
    connection.close()
    return response.status, response.getheader("Content-Type")


@pytest.mark.parametrize(
    ("name", "content_type"), [("a.html", "text/html"), ("t.vtt", "text/vtt"), ("s.css", "text/css"), ("f.woff2", "font/woff2")]
)
def test_a_file_has_its_own_content_type(folder: Folder, name: str, content_type: str) -> None:
    site = folder({"/a.html": ""})
    (site / name).touch()

    with served(site) as root:
        assert _get(root, f"/{name}") == (200, content_type)


def test_a_folder_is_never_listed(folder: Folder) -> None:
    with served(folder({"/sv/a.html": ""})) as root:
        assert _get(root, "/sv/")[0] == 404


@pytest.mark.parametrize("path", ["/../secret.txt", "/%2e%2e/secret.txt", "/sv/../../secret.txt"])
def test_nothing_outside_the_folder_is_served(folder: Folder, path: str) -> None:
    site = folder({"/sv/a.html": ""})
    (site.parent / "secret.txt").write_text("salainen", encoding="utf-8")

    with served(site) as root:
        assert _get(root, path)[0] == 404


def test_only_this_machine_is_served(folder: Folder) -> None:
    with served(folder({"/a.html": ""})) as root:
        assert urlsplit(root).hostname == "127.0.0.1"


def test_the_server_says_nothing(folder: Folder, capfd: pytest.CaptureFixture[str]) -> None:
    with served(folder({"/a.html": ""})) as root:
        _get(root, "/nobody.html")

    assert capfd.readouterr() == ("", "")
