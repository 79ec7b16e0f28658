"""Puts a browser on this machine if there is none: what `make site` and `make test` call first."""

import os
import shutil
import subprocess
import sys

import click

from generator.audit.browser import by_selenium_manager, installed
from generator.messages import sentence

_APT_GET = (
    ("apt-get", "-qq", "update"),
    ("apt-get", "-qq", "--yes", "--no-install-recommends", "install", "chromium", "chromium-driver"),
)


def main() -> int:
    """Return 0 when a browser is there at the end, else 1 after one sentence on what to install."""
    if installed() or _by_apt() or by_selenium_manager():
        return 0
    click.echo(sentence("audit.browser_missing", {}), err=True)
    return 1


def _by_apt() -> bool:
    if os.geteuid() != 0 or not shutil.which("apt-get"):
        return False
    click.echo(sentence("audit.browser_installing", {}), err=True)
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for command in _APT_GET:
        if subprocess.run(command, env=environment, stdout=subprocess.DEVNULL, check=False).returncode:  # noqa: S603 - constants
            return False
    return installed() is not None


if __name__ == "__main__":
    sys.exit(main())
