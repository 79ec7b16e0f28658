"""`pykala check`: what it says of itself that may be sent on, and of what is not there."""

import json
from pathlib import Path

from click.testing import CliRunner

from generator.cli import main
from tests.exports import Item, casem


def test_a_shape_tells_endings_and_no_names(tmp_path: Path) -> None:
    files = {"8001 Virtanen hakemus": b"a", "8002.virtanen matti": b"a", "8003.pdf": b"a"}
    casem(tmp_path / "vienti", [Item(title="Asia")], files=files)
    result = CliRunner().invoke(main, ["check", "--shape", str(tmp_path / "vienti")])

    assert json.loads(result.output)["exports"][0]["files"] == {"?": 2, "json": 5, "pdf": 1}
    assert "irtanen" not in result.output


def test_an_export_that_is_not_there_is_wrong_use(tmp_path: Path) -> None:
    result = CliRunner().invoke(main, ["check", str(tmp_path / "puuttuu")])

    assert (result.exit_code, result.output) == (2, "puuttuu: tiedostoa tai kansiota ei ole; tarkista nimi.\n")
