"""Who may import whom: folders are stages, and a stage imports only what comes before it."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
GENERATOR = ROOT / "generator"
ANYONE = {"errors", "messages", "registry", "hidden_text", "pdf_objects"}
ALLOWED = {
    "model": set(),
    "messages": set(),
    "importers": {"model"},
    "attachments": {"model", "importers"},
    "media": {"model"},
    "redaction": {"model"},
    "deadlines": {"model"},
    "rendering": {"model", "deadlines", "config", "statement"},
    "search": {"model"},
    "audit": set(),
    "publishing": {"model", "audit"},
    "reports": {"model", "audit", "publishing", "review"},
    "review": {"model"},
    "releases": {
        "model", "deadlines", "redaction", "publishing", "rendering", "config", "folders", "store", "intake", "reviewing",
    },
    # What a command tells comes of what is put together beside the stages, and of the stages themselves.
    "commands": {
        "model", "importers", "redaction", "audit", "publishing", "reports", "review", "config", "store", "assessing", "causes",
        "reviewing", "signing", "progress", "pipeline",
    },
}  # fmt: skip
MKDOCS = {"generator/config.py", "generator/rendering/plugin.py"}
MADE_BY_REDACTION = {
    "RedactedMeeting", "PublicItem", "SecretItem", "HeldItem", "EndedItem", "PublicAttachment", "PublicRecording",
    "PublicCaptions", "PublicText", "PublicFile", "Mask", "Named", "Withheld",
}  # fmt: skip
MAX_LINES = 400


def modules() -> list[Path]:
    return sorted([*GENERATOR.rglob("*.py"), *(ROOT / "accessibility_rules").rglob("*.py")])


def imported(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module == "generator":
            yield from (f"generator.{name.name}" for name in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module


def stage_of(module: str) -> str | None:
    parts = module.split(".")
    return parts[1] if parts[0] == "generator" and len(parts) > 1 and parts[1] not in ANYONE else None


@pytest.mark.parametrize("stage", sorted(ALLOWED))
def test_a_stage_imports_only_what_comes_before_it(stage: str) -> None:
    wrong = [
        f"{path.relative_to(ROOT)}: imports {other}"
        for path in sorted((GENERATOR / stage).rglob("*.py"))
        for module in imported(path)
        if (other := stage_of(module)) and other not in ALLOWED[stage] | {stage}
    ]

    assert wrong == []


def test_every_folder_of_the_generator_is_a_stage_with_arrows() -> None:
    folders = {path.parent.name for path in GENERATOR.glob("*/__init__.py")}

    assert folders == set(ALLOWED)


def test_the_rules_import_nothing_of_the_generator() -> None:
    wrong = [path for path in (ROOT / "accessibility_rules").rglob("*.py") for m in imported(path) if m.startswith("generator")]

    assert wrong == []


def test_only_two_modules_import_mkdocs() -> None:
    users = {str(p.relative_to(ROOT)) for p in modules() if any(m.split(".")[0] == "mkdocs" for m in imported(p))}

    assert users == MKDOCS


def test_nobody_but_the_cli_and_the_preview_imports_the_pipeline() -> None:
    users = {path.name for path in modules() if "generator.pipeline" in imported(path)}

    assert users <= {"cli.py", "preview.py", "publish_summary.py"}


def test_only_redaction_makes_what_may_be_shown() -> None:
    makers = {
        str(path.relative_to(GENERATOR))
        for path in GENERATOR.rglob("*.py")
        if path.parts[len(GENERATOR.parts)] not in {"redaction", "model"}
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in MADE_BY_REDACTION
    }

    assert makers == set()


def test_modules_are_short() -> None:
    assert [f"{p.relative_to(ROOT)}" for p in modules() if len(p.read_text(encoding="utf-8").splitlines()) > MAX_LINES] == []
