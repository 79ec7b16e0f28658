"""What axe finds is said in our words, in the language that was asked for."""

import pytest

from accessibility_rules.messages import axe_words
from generator.audit import audit
from tests.audit.conftest import Folder

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("language", ["fi", "sv"])
def test_a_finding_of_axe_speaks_the_language_of_the_command(language: str, folder: Folder) -> None:
    found = audit(folder({"/a.html": '<p><img src="vaakuna.svg"></p>'}), language=language).findings

    messages = [finding.message for finding in found if finding.rule == "image-alt"]
    assert messages == [axe_words(language)["image-alt"]["message"]]
