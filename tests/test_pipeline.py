"""The whole run: the example in, an audited site out."""

import html
import json
import re
import shutil
import zipfile
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pypdfium2
import pytest

from generator import pipeline, workshop
from generator.commands import publish_summary as summary
from generator.config import Settings
from generator.model.message import Level
from generator.model.redacted import PublicItem, SecretItem
from generator.pipeline import Outcome
from generator.progress import silent
from tests.sites import DAY, ROOT, copied_example

Published = tuple[Settings, Outcome]
Town = Callable[..., Settings]
MINUTES = ROOT / "tests" / "importers" / "casem" / "minutes" / "export"
# Secret item, its attachment, marked passage, metadata of a PDF, personal data: nothing of these may be in any file.
CANARIES = (
    "Hiisivuoren Malmi", "Sinikettu", "4 321 000", "KuuDno-2026-633", "Kvartsisammakko", "845 000", "Tunturikettu",
    "Kanarialintu", "Kanervikko", "170468-934V", "050 000 4417", "kanaria-4472", "Kanaria-4473", "Kanaria-4474",
)  # fmt: skip


def decoded(path: Path) -> list[str]:
    """Return the text of a file of the example in every way in which its system writes it."""
    content = path.read_bytes()
    texts = [html.unescape(content.decode(encoding, "replace")) for encoding in ("utf-8", "cp1252")]
    if path.suffix == ".docx":
        with zipfile.ZipFile(path) as archive:
            texts += [archive.read(name).decode() for name in archive.namelist()]
    if path.suffix == ".pdf":
        with pypdfium2.PdfDocument(content) as document:
            texts += [page.get_textpage().get_text_bounded() for page in document]
            texts += document.get_metadata_dict().values()
    return texts


def files(folder: Path) -> dict[str, bytes]:
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


@pytest.mark.browser
def test_the_example_is_published_whole(example: Published) -> None:
    _, outcome = example
    items = [item for meeting in outcome.decision.new for item in meeting.items]

    assert outcome.decision.held == ()
    assert [m.code for m in outcome.messages if m.level is Level.ERROR] == []
    assert len(outcome.decision.new) >= 6
    assert len({meeting.organization.id for meeting in outcome.decision.new}) >= 3
    assert sum(isinstance(item, PublicItem | SecretItem) for item in items) >= 40
    assert summary.exit_code(outcome) == 0


@pytest.mark.browser
def test_what_fails_in_a_file_is_counted_apart_from_what_fails_in_a_page(example: Published) -> None:
    settings, outcome = example
    told = json.loads(summary.as_json(outcome, settings))["findings"]
    pdfs = {finding.page for finding in outcome.audit.findings if finding.outcome == "failed"}

    assert (told["failed"], told["files"]) == (0, len(pdfs))
    assert {path.rpartition(".")[2] for path in pdfs} == {"pdf"}


@pytest.mark.browser
def test_every_page_that_was_built_was_audited_by_every_engine(example: Published) -> None:
    settings, outcome = example
    built = {f"/{name}" for name in files(settings.site_dir) if name.endswith(".html")}

    assert {page.path for page in outcome.audit.pages} == built
    # The second engine is asked of each shell, not of each page.
    of_page = ("accessibility_rules", "axe-core", "Chromium")
    assert {page.engines for page in outcome.audit.pages} == {of_page, (*of_page, "accesslint")}


@pytest.mark.browser
def test_every_pdf_and_all_captions_that_were_built_were_checked(example: Published) -> None:
    settings, outcome = example
    built = {f"/{name}" for name in files(settings.site_dir) if name.endswith((".pdf", ".vtt"))}

    assert {file.path for file in outcome.audit.files} == {path for path in built if not path.startswith("/_expiry/")}
    assert {path.rpartition(".")[2] for path in built} == {"pdf", "vtt"}


@pytest.mark.browser
def test_no_canary_of_the_example_is_in_any_byte(example: Published) -> None:
    settings, _ = example
    told = [path.read_text(encoding="utf-8") for path in (settings.work_dir / "4-findings").iterdir()]
    kept = [path.read_text(encoding="utf-8") for path in settings.private_dir.rglob("*.json*")]
    written = [*files(settings.site_dir).values(), *(text.encode() for text in (*told, *kept))]

    assert [canary for canary in CANARIES for content in written if canary.encode() in content] == []


@pytest.mark.parametrize("canary", CANARIES)
def test_each_canary_is_really_in_the_example(canary: str) -> None:
    read = (text for source in (ROOT / "examples" / "exports").rglob("*") if source.is_file() for text in decoded(source))

    assert any(canary in text for text in read)


@pytest.mark.browser
@pytest.mark.parametrize("remembered", [pytest.param((), marks=pytest.mark.slow), (workshop.AUDITED,)])
def test_the_same_input_gives_the_same_bytes(example: Published, tmp_path: Path, remembered: tuple[str, ...]) -> None:
    settings, _ = example
    again = copied_example(tmp_path)
    again.work_dir.mkdir(exist_ok=True)
    for name in remembered:  # what was seen of these very pages
        shutil.copy(settings.work_dir / name, again.work_dir / name)
    pipeline.publish(again, DAY, silent)

    assert files(again.site_dir) == files(settings.site_dir)


@pytest.mark.browser
def test_the_examples_private_folder_is_as_a_run_leaves_it(example: Published) -> None:
    """Otherwise `make site` changes files that git tracks: run examples/make_decisions.py, then it, and commit."""
    settings, _ = example
    made, tracked = (
        {name: content for name, content in files(folder).items() if name != "lock" and not name.startswith("audits/")}
        for folder in (settings.private_dir, ROOT / "examples" / "private")
    )

    assert made == tracked


@pytest.mark.browser
def test_no_page_but_the_search_has_a_script_and_none_asks_another_server_for_anything(example: Published) -> None:
    settings, _ = example
    outside = re.compile(
        rb'<(?:script|link|img|source|track|video|audio|iframe)[^>]*(?:src|href)="(?:https?:)?//', re.IGNORECASE
    )

    pages = {name: content for name, content in files(settings.site_dir).items() if name.endswith(".html")}

    assert [name for name, content in pages.items() if outside.search(content)] == []
    assert {name for name, content in pages.items() if b"<script" in content} == {"haku.html", "sv/haku.html", "en/haku.html"}


@pytest.mark.usefixtures("by_rules_alone")
def test_broken_exports_are_one_sentence_each_and_the_rest_is_published(town: Town, tmp_path: Path) -> None:
    settings = town(MINUTES)
    exports = tmp_path / "exports"
    (exports / "tyhja.json").write_bytes(b"")
    with zipfile.ZipFile(tmp_path / "whole.zip", "w") as archive:
        for path in MINUTES.glob("*.json"):
            archive.write(path, path.name)
    (exports / "katkennut.zip").write_bytes((tmp_path / "whole.zip").read_bytes()[:900])
    shutil.copytree(MINUTES, exports / "paivaton")
    for path in (exports / "paivaton").glob("*subnodes.json"):
        path.write_text(re.sub(r"\d{1,2}\.\d{1,2}\.\d{4}", "", path.read_text(encoding="utf-8")), encoding="utf-8")
    for path in (exports / "paivaton").glob("*_contents.json"):
        path.write_text(re.sub(r"\d{1,2}\.\d{1,2}\.\d{4}", "", path.read_text(encoding="utf-8")), encoding="utf-8")
    outcome = pipeline.publish(settings, DAY, silent)
    errors = Counter(message.where.split("/")[0] for message in outcome.messages if message.level is Level.ERROR)

    assert len(outcome.decision.new) == 1
    assert {name: errors[name] for name in ("tyhja.json", "katkennut.zip")} == {"tyhja.json": 1, "katkennut.zip": 1}
    assert errors["paivaton"] >= 1
    assert summary.exit_code(outcome) == 3


@pytest.mark.usefixtures("by_rules_alone")
def test_a_source_whose_unmarked_items_wait_publishes_nothing(town: Town) -> None:
    settings = town(MINUTES, unmarked="hold")
    outcome = pipeline.publish(settings, DAY, silent)

    assert (outcome.released, summary.exit_code(outcome)) == (False, 1)
    assert not settings.site_dir.exists()
