"""Decides anew, for an invented clerk, what a person must decide in the example: run it, then `make site`, and commit both.

It empties examples/private but for the key. It ends with the words that still wait, if any do, and with those that nobody asks
about. The clerk's own key is made of the clerk's name, which everybody can read here: it guards nothing.
"""

import re
import shutil
import sys
from datetime import date
from hashlib import sha256
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat

from generator import config, reviewing
from generator.model.decision import Verdict
from generator.reviewing import Answer
from generator.signing import Signer
from generator.store import KEY, Store

HERE = Path(__file__).parent
CLERK = "Kuutamoniemen kirjaaja"
DAY = date(2026, 10, 14)
MARKED = re.compile("«([^»]*)»")  # as the queue shows what is asked about


def main() -> None:
    """Approve what the list beside this script says is nobody's name."""
    not_names = set((HERE / "not_names.txt").read_text(encoding="utf-8").split())
    settings = config.load(HERE.parent / "mkdocs.yml")
    store = Store(settings.private_dir)
    _empty(settings.private_dir)
    with store.locked():
        queue = reviewing.queue(settings, store)
        asked = {doubt: _marked(queue.texts[doubt.id]) for doubt in queue.waiting}
        answers = [Answer(doubt=doubt, verdict=Verdict.APPROVE) for doubt, word in asked.items() if word in not_names]
        reviewing.decide(settings, store, answers, _signer(), DAY)
    if not_names != set(asked.values()):
        sys.exit(f"Waiting: {set(asked.values()) - not_names}; not asked about: {not_names - set(asked.values())}")


def _empty(folder: Path) -> None:
    for path in folder.iterdir():
        if path.is_dir():
            shutil.rmtree(path)
        elif path.name != KEY:
            path.unlink()


def _marked(text: str) -> str:
    found = MARKED.search(text)
    return found[1] if found else text


def _signer() -> Signer:
    key = Ed25519PrivateKey.from_private_bytes(sha256(CLERK.encode()).digest())
    return Signer(name=CLERK, key=key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()))


if __name__ == "__main__":
    main()
