"""A staged site with every hidden channel and every hostile file attached: nothing hidden is in a byte that is left or said."""

import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest
from lxml import html

from generator import pipeline
from generator.config import Settings
from generator.progress import silent
from tests.attachments.channels import ALL, CANARY, CODE, CONTROL, PHONE
from tests.attachments.hostile import HOSTILE
from tests.attachments.unpacked import unpacked
from tests.exports import Item, casem, download
from tests.sites import DAY

# Pictures wait for a person, and captions of an export belong to its recordings.
WITHOUT_PAGE = {"png", "jpg", "vtt"}
FIRST = 7001


@pytest.fixture
def staged(
    town: Callable[..., Settings], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> tuple[Path, Path, str]:
    """Return the folder of the staged site, that of temporary files, and all that was said."""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "tmp"))
    (tmp_path / "tmp").mkdir()
    attached = [(name, ending, content) for name, ending, content, _ in (*ALL, *HOSTILE)]
    attached.append(("tunnus", "txt", f"{CONTROL}\n\nHakija {CODE} asuu Kuutamoniemellä.".encode()))
    items = [
        Item(
            title=f"Asia {n}",
            properties=(("Description", "<p>Teksti.</p>"), ("Attachments", download(FIRST + n, f"Liite {n}.{ending}"))),
        )
        for n, (_, ending, _) in enumerate(attached)
    ]
    files = {f"{FIRST + n}.{ending}": content for n, (_, ending, content) in enumerate(attached)}
    casem(tmp_path / "casem", items, files=files)
    staging = pipeline.stage(town(tmp_path / "casem"), DAY, silent)
    said = capfd.readouterr()
    return staging, tmp_path / "tmp", said.out + said.err


def test_no_channel_of_any_file_comes_out(staged: tuple[Path, Path, str]) -> None:
    site, temporary, said = staged
    files = [path for path in site.rglob("*") if path.is_file()]
    shown = [html.document_fromstring(path.read_bytes()).text_content() for path in site.rglob("liite-1.html")]
    public = [channel for channel in ALL if channel[3] is None and channel[1] not in WITHOUT_PAGE]

    for secret in (CANARY, CODE, PHONE):
        assert [path.name for path in files if secret.encode() in unpacked(path.read_bytes()) or secret in path.name] == []
    assert CANARY not in said
    assert [path for path in temporary.rglob("*") if path.is_file()] == []
    # Every public one has its page, the text with a masked code among them, and nothing that is withheld has any.
    assert len(shown) == len(public) + 1
    # In a text and in the words for a picture; the link loses its address and keeps its words.
    assert sum("[henkilötunnus poistettu]" in text for text in shown) == len(("text", "picture"))
    assert sum("Lue lisää" in text for text in shown) == 1
