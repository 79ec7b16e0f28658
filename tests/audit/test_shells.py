"""What pages share is looked at in full, once for each shell and each kind of element."""

from pathlib import Path

import pytest

from accessibility_rules import Outcome
from generator.audit import audit_site, shells
from generator.audit.findings import Finding

PAGE = """<!doctype html>
<html lang="fi"><head><meta charset="utf-8"><title>{title}</title><link rel="stylesheet" href="/s.css"></head>
<body><header><nav><ul><li><a href="a.html">Etusivu</a></li>{more}</ul></nav></header>
<main><h1>Kokous {title}</h1>{content}</main><footer><p class="foot">Kunta</p>{foot}</footer></body></html>
"""
LIGHT = "html { color-scheme: light dark; background: Canvas; color: CanvasText } li { margin: 2em } "


def made(folder: Path, styles: str = "", foot: str = "", **contents: str) -> Path:
    (folder / "s.css").write_text(LIGHT + styles, encoding="utf-8")
    for name, content in contents.items():
        more = f'<li><a href="{name}.html">{name}</a></li>' * (len(name) % 3)
        text = PAGE.format(title=name, more=more, content=content, foot=foot)
        (folder / f"{name}.html").write_text(text, encoding="utf-8")
    return folder


def found(folder: Path, tmp_path: Path) -> list[Finding]:
    pages = sorted(f"/{path.name}" for path in folder.glob("*.html"))
    audited = audit_site(folder, pages, language="fi", memory=tmp_path / "seen.msgpack")
    return [finding for finding in audited.findings if finding.outcome is Outcome.FAILED]


def in_all_widths(colours: str) -> tuple[str, ...]:
    return tuple(f"{width} {colours}" for width in ("1280x1024", "320x256", "500x400"))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "site").mkdir()
    return tmp_path / "site"


def test_one_page_stands_for_all_of_its_shell_and_the_one_with_most_kinds_of_content_does(folder: Path) -> None:
    made(folder, a="<p>Yksi</p>", bb="<p>Kaksi</p>", ccc="<p>Kolme</p><ul class='x'><li>Kohta</li></ul>", dddd="<p>Neljä</p>")
    (folder / "e.html").write_text("<!doctype html><html lang=sv><title>e</title><main><h1>E</h1></main>", encoding="utf-8")

    chosen = shells.chosen(folder, ["/a.html", "/bb.html", "/ccc.html", "/dddd.html", "/e.html"])

    assert chosen.shells == ("/ccc.html", "/e.html")
    assert chosen.samples == ("/ccc.html", "/e.html")


@pytest.mark.browser
@pytest.mark.parametrize(
    ("styles", "modes"),
    [
        ("@media (prefers-color-scheme: dark) { .foot { color: #555; background: #222 } }", in_all_widths("dark")),
        (
            "@media (forced-colors: active) { .foot { forced-color-adjust: none; color: #bbb; background: #fff } }",
            in_all_widths("forced-colors"),
        ),
        ("@media (width: 500px) { .foot { color: #bbb } }", ("500x400",)),
        (
            "@media (width: 500px) and (prefers-color-scheme: dark) { .foot { color: #555; background: #222 } }",
            ("500x400 dark",),
        ),
        (
            "@media (width: 320px) and (forced-colors: active) { .foot { forced-color-adjust: none; color: #bbb } }",
            ("320x256 forced-colors",),
        ),
    ],
)
def test_what_fails_in_other_colours_or_at_another_width_is_found_once_for_a_shell(
    folder: Path, tmp_path: Path, styles: str, modes: tuple[str, ...]
) -> None:
    made(folder, styles, a="<p>Yksi</p>", b="<p>Kaksi</p>")

    assert [(finding.page, finding.rule, finding.viewports) for finding in found(folder, tmp_path)] == [
        ("/a.html", "color-contrast", modes)
    ]


@pytest.mark.browser
def test_what_is_painted_in_forced_colours_is_judged_and_not_what_the_page_wanted(folder: Path, tmp_path: Path) -> None:
    made(folder, ".foot { color: #fff; background: #333 } .pale { color: #bbb }", a="<p class='pale'>Yksi</p>")

    in_light = {mode.name for mode in shells.MODES if not mode.colours}
    assert [(one.selector.split()[-1], set(one.viewports)) for one in found(folder, tmp_path)] == [("p:nth-child(2)", in_light)]


@pytest.mark.browser
def test_a_kind_of_element_is_judged_in_dark_colours_wherever_it_first_stands(folder: Path, tmp_path: Path) -> None:
    styles = "@media (prefers-color-scheme: dark) { .note { color: #555; background: #222 } }"
    made(folder, styles, a="<p>Yksi</p>", b="<p>Kaksi</p><p class='note'>Huomaa</p>", c="<p class='note'>Huomaa</p>")

    assert [finding.page for finding in found(folder, tmp_path)] == ["/b.html"]


@pytest.mark.browser
def test_what_is_folded_is_unfolded_once(folder: Path, tmp_path: Path) -> None:
    folded = '<details><summary>Valikko</summary><p class="pale">Vaalea</p></details>'
    made(folder, ".pale { color: #bbb }", foot=folded, a="<p>Yksi</p>", b="<p>Kaksi</p>")

    assert {(finding.page, finding.rule) for finding in found(folder, tmp_path)} == {("/a.html", "color-contrast")}


@pytest.mark.browser
def test_what_is_shown_only_without_scripts_is_found(folder: Path, tmp_path: Path) -> None:
    script = "<script>document.querySelector('.foot').append('!')</script>"
    made(folder, foot=f"{script}<noscript><button></button></noscript>", a="<p>Yksi</p>")

    modes = tuple(f"{mode.name} without scripts" for mode in shells.MODES)
    assert len(modes) == 9
    assert [(finding.rule, finding.viewports) for finding in found(folder, tmp_path)] == [("button-name", modes)]


@pytest.mark.browser
def test_every_control_of_a_shell_must_show_its_focus(folder: Path, tmp_path: Path) -> None:
    styles = "li:nth-child(2) a:focus { outline: none }"
    made(folder, styles, a="<p>Yksi</p>", b="<p>Kaksi</p>", bb="<p>Kolme</p>")

    walked = [(finding.page, finding.rule) for finding in found(folder, tmp_path)]

    assert walked == [("/a.html", "focus_invisible")]


@pytest.mark.browser
@pytest.mark.parametrize(
    ("styles", "modes"),
    [
        ("@media (prefers-color-scheme: dark) { a:focus { outline: none } }", in_all_widths("dark")),
        (
            "@media (forced-colors: active) { a:focus { outline: none; box-shadow: 0 0 0 3px #808 } }",
            in_all_widths("forced-colors"),
        ),
        ("@media (width: 500px) { a:focus { outline: none } }", ("500x400", "500x400 dark", "500x400 forced-colors")),
    ],
)
def test_focus_must_show_in_all_colours_and_widths(folder: Path, tmp_path: Path, styles: str, modes: tuple[str, ...]) -> None:
    made(folder, styles, a="<p>Yksi</p>")

    assert [(finding.rule, finding.viewports) for finding in found(folder, tmp_path)] == [("focus_invisible", modes)] * 2


@pytest.mark.browser
def test_a_page_that_stood_for_its_content_and_now_stands_for_a_shell_is_looked_at_anew(folder: Path, tmp_path: Path) -> None:
    styles = "@media (width: 320px) and (prefers-color-scheme: dark) { .foot { color: #555; background: #222 } }"
    made(folder, styles, a="<p>Yksi</p><ul class='x'><li>Kohta</li></ul>", b="<p class='y'>Kaksi</p>")
    assert [finding.page for finding in found(folder, tmp_path)] == ["/a.html"]

    (folder / "a.html").unlink()

    assert [(finding.page, finding.viewports) for finding in found(folder, tmp_path)] == [("/b.html", ("320x256 dark",))]


def test_the_same_shell_with_other_styles_is_another(folder: Path) -> None:
    made(folder, a="<p>Yksi</p>", b="<p>Kaksi</p>")
    (folder / "other.css").write_text(".foot { color: red }", encoding="utf-8")
    other = (folder / "b.html").read_text(encoding="utf-8").replace("/s.css", "/other.css")
    (folder / "b.html").write_text(other, encoding="utf-8")

    assert shells.chosen(folder, ["/a.html", "/b.html"]).shells == ("/a.html", "/b.html")
