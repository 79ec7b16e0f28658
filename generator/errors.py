"""Errors that end a command or set an input aside; each prints as one sentence and never as a trace.

PykalaError
├── ConfigurationError      the configuration cannot be used as it is
├── ExportError             one export (or one file of it) cannot be read; the run goes on
├── ReadingError            what reads files apart from the run does not start: nothing new may be published
├── RenderingError          the pages cannot be made: nothing new may be published
├── AuditError              the audit could not be carried out: the gate fails
└── ReleaseError            the new site could not be put in place; the old one stands
"""

import sys
from typing import IO

import click

from generator.messages import sentence


class PykalaError(click.ClickException):
    """Never raised itself. *code* names the sentence in generator/messages; *arguments* fill it and hold no personal text."""

    def __init__(self, code: str, where: str = "", **arguments: str | int) -> None:
        self.code = code
        self.where = where
        self.arguments = arguments
        super().__init__(sentence(code, arguments, where=where))

    def show(self, file: IO[str] | None = None) -> None:
        """Print the sentence as it is: click's own prefix is English."""
        click.echo(self.format_message(), file=file or sys.stderr)


class ConfigurationError(PykalaError):
    """The configuration is missing, incomplete or contradicts itself."""

    exit_code = 2


class ExportError(PykalaError):
    """An export, or a file in it, cannot be read: it is set aside and named, and the run goes on."""


class ReadingError(PykalaError):
    """The process that reads attachments does not start: of that no file is guilty, and the old site stands."""


class RenderingError(PykalaError):
    """mkdocs or the theme is not as we know it, so no page can be made; the old site stands."""


class AuditError(PykalaError):
    """The audit could not be carried out on every page, so nothing new may be published."""


class ReleaseError(PykalaError):
    """The new site could not be put in place, or holds what must not go out; the old one stands."""
