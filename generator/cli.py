"""The `pykala` command: each command reads its arguments, makes one call, and prints."""

import errno
import os
import signal
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Any

import click

from generator import __version__
from generator.errors import PykalaError
from generator.messages import command_language, sentence

FOLDER = click.Path(exists=True, file_okay=False, path_type=Path)
CONFIG = click.option(
    "-f", "--config-file", type=click.Path(path_type=Path, readable=False), default=Path("mkdocs.yml"), help="mkdocs.yml"
)
DAY = click.option("--at", type=click.DateTime(["%Y-%m-%d"]), default=None, help="YYYY-MM-DD")


def _later(name: str) -> ModuleType:
    """Import a stage only for the command that needs it: `pykala --help` should not wait for mkdocs and Selenium."""
    return import_module(f"generator.{name}")


def _day(at: datetime | None) -> date:
    """Return the day of the run, in Finland. The only place that asks the clock."""
    return at.date() if at else _later("deadlines.clock").helsinki_day(datetime.now(UTC))


class Commands(click.Group):
    """The commands, with the one boundary at which a mistake of ours becomes a sentence and not a trace."""

    def invoke(self, ctx: click.Context) -> Any:  # noqa: ANN401 - click's own signature
        """Run a command; what nobody foresaw is told by its kind and place in our code, never by its text (rule 5)."""
        try:
            with _told_to_stop():
                return super().invoke(ctx)
        except KeyboardInterrupt as error:
            raise PykalaError("cli.stopped") from error
        except (click.ClickException, click.exceptions.Exit, click.Abort, BrokenPipeError):
            raise
        except OSError as error:
            if os.environ.get("PYKALA_TRACE"):
                raise
            raise _refused(error) from error
        except Exception as error:
            if os.environ.get("PYKALA_TRACE"):
                raise
            raise PykalaError("cli.unforeseen", kind=type(error).__name__, place=_place(error)) from error


@contextmanager
def _told_to_stop() -> Iterator[None]:
    """Let a run that the machine ends (a time limit, a closed terminal) end as one that is ended by hand does: in order."""
    heard = [number for number in (signal.SIGTERM, signal.SIGHUP) if signal.getsignal(number) is signal.SIG_DFL]
    for number in heard:
        signal.signal(number, signal.default_int_handler)
    try:
        yield
    finally:
        for number in heard:
            signal.signal(number, signal.SIG_DFL)


def _refused(error: OSError) -> PykalaError:
    """Return what to tell of a disk that is full, or of a file or folder that may not be read or written."""
    if error.errno in {errno.ENOSPC, errno.EDQUOT}:
        return PykalaError("cli.disk_full")
    name = Path(os.fsdecode(error.filename)).name if isinstance(error.filename, str | bytes) else "?"
    return PykalaError("cli.file_refused", name=name, reason=error.strerror or type(error).__name__)


def _place(error: Exception) -> str:
    """Return file and line of our own code where *error* came up."""
    ours = [frame for frame in traceback.extract_tb(error.__traceback__) if "generator" in Path(frame.filename).parts]
    return f"{Path(ours[-1].filename).name}:{ours[-1].lineno}" if ours else "?"


@click.group(cls=Commands, help=sentence("cli.pykala", {}), context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="pykala")
def main() -> None:
    """Run one of the commands below."""


@main.command(help=sentence("cli.new", {}))
@click.argument("folder", type=click.Path(path_type=Path))
@click.option("--unmarked", type=click.Choice(["public", "hold"]), prompt=sentence("cli.ask_unmarked", {}))
@click.option("--name", prompt=sentence("cli.ask_name", {}))
def new(folder: Path, unmarked: str, name: str) -> None:
    """Make a municipality's own site."""
    _later("commands.new").make(folder, name=name, unmarked=unmarked)
    click.echo(sentence("cli.new_made", {"folder": str(folder)}))


@main.command(help=sentence("cli.check", {}))
@click.argument("exports", nargs=-1, required=True, type=click.Path(path_type=Path, readable=False))
@click.option("--json", "form", flag_value="json", help=sentence("cli.check_json", {}))
@click.option("--shape", "form", flag_value="shape", help=sentence("cli.check_shape", {}))
@click.pass_context
def check(context: click.Context, exports: tuple[Path, ...], form: str | None) -> None:
    """Say which importer reads an export and what it reads."""
    checking = _later("commands.check")
    read = checking.read(exports)
    click.echo(checking.told(read, form or "lines"))
    context.exit(checking.exit_code(read))


@main.command(help=sentence("cli.publish", {}))
@CONFIG
@DAY
@click.option("--json", "as_json", is_flag=True, help=sentence("cli.publish_json", {}))
@click.option("--new-private", is_flag=True, help=sentence("cli.publish_new_private", {}))
@click.pass_context
def publish(context: click.Context, config_file: Path, at: datetime | None, *, as_json: bool, new_private: bool) -> None:
    """Run the whole pipeline."""
    settings = _later("config").load(config_file)
    if new_private:
        click.echo(_later("releases.loss").begin_anew(settings), err=True)
    with _later("progress").told() as say:
        outcome = _later("pipeline").publish(settings, _day(at), say)
    summary = _later("commands.publish_summary")
    click.echo(summary.as_json(outcome, settings) if as_json else summary.lines(outcome, settings))
    context.exit(summary.exit_code(outcome))


@main.command(help=sentence("expiry.expire", {}))
@CONFIG
@DAY
def expire(config_file: Path, at: datetime | None) -> None:
    """Take off what its time has come for."""
    expiring = _later("releases.expire")
    expired = expiring.expire(_later("folders").read(config_file), _day(at))
    click.echo(expiring.told(expired))


@main.command(help=sentence("cli.release", {}))
@CONFIG
@DAY
@click.option("--list", "listed", is_flag=True, help=sentence("cli.release_list", {}))
@click.option("--rollback", is_flag=False, flag_value="latest", metavar="[ID]", help=sentence("cli.release_rollback", {}))
@click.pass_context
def release(context: click.Context, config_file: Path, at: datetime | None, rollback: str | None, *, listed: bool) -> None:
    """List the releases that are kept, or put one back."""
    if listed == bool(rollback):
        raise click.UsageError(context.get_help())
    settings = _later("config").load(config_file)
    if rollback:
        click.echo(_later("releases.rollback").roll_back(settings, rollback, _day(at)))
    else:
        click.echo(_later("releases.kept").told(settings))


@main.command(help=sentence("cli.preview", {}))
@CONFIG
@DAY
@click.option("--port", type=int, default=8000, show_default=True)
def preview(config_file: Path, at: datetime | None, port: int) -> None:
    """Serve the staged site on localhost, rebuilt on change."""
    _later("commands.preview").serve(config_file, _day(at), port, click.echo)


@main.command(help=sentence("review.review", {}))
@CONFIG
@DAY
@click.argument("ids", nargs=-1)
@click.option("--list", "is_list", is_flag=True, expose_value=False, help=sentence("review.review_list", {}))
@click.option("--json", "as_json", is_flag=True, help=sentence("review.review_json", {}))
@click.option("--approve", multiple=True, metavar="ID…", help=sentence("review.review_approve", {}))
@click.option("--reject", multiple=True, metavar="ID…", help=sentence("review.review_reject", {}))
@click.option("--show", multiple=True, metavar="ID", help=sentence("review.review_show", {}))
@click.option("--ground", help=sentence("review.review_ground", {}))
@click.option("--title", "titles", multiple=True, help=sentence("review.review_title", {}))
@click.option("--as", "name", help=sentence("review.review_as", {}))
@click.option("--key", "key_file", type=click.Path(path_type=Path), help=sentence("review.review_key", {}))
def review(config_file: Path, at: datetime | None, **asked: Any) -> None:  # noqa: ANN401 - click's values, as Asked names them
    """Show what waits for a person, or decide on it."""
    command = _later("commands.review")
    click.echo(command.review(_later("config").load(config_file), command.Asked(**asked), _day(at)))


@main.group(help=sentence("review.key", {}))
def key() -> None:
    """Run one of the commands on keys."""


@key.command("new", help=sentence("review.key_new", {}))
@click.argument("name")
@click.option("--to", type=click.Path(dir_okay=False, path_type=Path), help=sentence("review.key_to", {}))
def key_new(name: str, to: Path | None) -> None:
    """Make a person's key."""
    click.echo(_later("commands.review").make_key(name, to))


SIGNED_AS = click.option("--as", "name", help=sentence("assess.as", {}))
SIGNED_WITH = click.option("--key", "key_file", type=click.Path(path_type=Path), help=sentence("review.review_key", {}))
RULE = click.option("--rule", help=sentence("assess.rule", {}))
ELEMENT = click.option("--element", help=sentence("assess.element", {}))
PAGE = click.option("--page", help=sentence("assess.page", {}))
EVERYWHERE = click.option("--everywhere", is_flag=True, help=sentence("assess.everywhere", {}))
PLACES = ("ids", "rule", "element", "page", "everywhere")


@main.command(help=sentence("assess.waive", {}))
@CONFIG
@DAY
@click.argument("ids", nargs=-1)
@RULE
@ELEMENT
@PAGE
@EVERYWHERE
@click.option("--reason", "reasons", multiple=True, help=sentence("assess.reason", {}))
@click.option("--until", type=click.DateTime(["%Y-%m-%d"]), help=sentence("assess.until", {}))
@click.option("--end", "ended", multiple=True, metavar="ID", help=sentence("assess.end", {}))
@SIGNED_AS
@SIGNED_WITH
def waive(config_file: Path, at: datetime | None, **asked: Any) -> None:  # noqa: ANN401 - click's values, as named above
    """Let what fails a rule be published until a day, end that, or list it."""
    command, settings, day = _later("commands.assess"), _later("config").load(config_file), _day(at)
    where = command.Where(**{name: asked[name] for name in PLACES})
    who = command.Who(name=asked["name"], key_file=asked["key_file"])
    until = asked["until"].date() if asked["until"] else None
    if asked["ended"]:
        click.echo(command.end(settings, (*asked["ended"], *where.ids), who, day))
    elif where == command.Where():
        click.echo(command.waivers_told(settings, day))
    else:
        click.echo(command.waive(settings, where, who, day, reasons=asked["reasons"], until=until))


@main.command(help=sentence("assess.record", {}))
@CONFIG
@DAY
@click.argument("ids", nargs=-1)
@RULE
@ELEMENT
@PAGE
@EVERYWHERE
@click.option("--outcome", type=click.Choice(["passed", "failed", "inapplicable"]), help=sentence("assess.outcome", {}))
@click.option("--note", default="", help=sentence("assess.note", {}))
@SIGNED_AS
@SIGNED_WITH
def record(config_file: Path, at: datetime | None, **asked: Any) -> None:  # noqa: ANN401 - click's values, as named above
    """Record what a person checked of a criterion or a question, or list it."""
    command, settings, day = _later("commands.assess"), _later("config").load(config_file), _day(at)
    where = command.Where(**{name: asked[name] for name in PLACES})
    who = command.Who(name=asked["name"], key_file=asked["key_file"])
    if where == command.Where():
        click.echo(command.records_told(settings, day))
    else:
        click.echo(command.record(settings, where, who, day, outcome=asked["outcome"], note=asked["note"]))


@main.command(help=sentence("cli.audit", {}))
@click.argument("folder", type=FOLDER)
@click.option("--json", "json_file", type=click.Path(dir_okay=False, path_type=Path), help=sentence("cli.audit_json", {}))
@click.option("--level", type=click.Choice(["A", "AA", "AAA"]), default="AA", help=sentence("cli.audit_level", {}))
@click.option("--no-browser", is_flag=True, help=sentence("cli.audit_no_browser", {}))
@click.pass_context
def audit(context: click.Context, folder: Path, json_file: Path | None, level: str, *, no_browser: bool) -> None:
    """Audit any folder of built HTML, also another generator's."""
    auditing, told = _later("audit"), _later("audit.summary")
    run = auditing.audit_files if no_browser else auditing.audit
    asked = {"level": auditing.Level(level), "snippet": _later("audit.snippets").as_written}
    found = run(folder, language=command_language(), **asked)
    if json_file:
        json_file.write_text(_later("audit.findings").to_json(found), encoding="utf-8")
    click.echo(told.lines(found))
    context.exit(told.has_failed(found))


@main.command(help=sentence("cli.report", {}))
@CONFIG
def report(config_file: Path) -> None:
    """Write the auditors' reports again from the last findings."""
    for path in _later("reporting").again(_later("config").load(config_file)):
        click.echo(str(path))
