"""The command line: one file a command, each thin. Only this package prints, and only it exits.

Exit codes: 0 done, 1 a quality gate failed, 2 the input or the command is wrong, 130 interrupted.
"""

from __future__ import annotations

import importlib
import os
import pkgutil
import sys

import click

from mtqa import __version__
from mtqa.cli._output import spare_what_cannot_be_encoded
from mtqa.errors import MtqaError


class Commands(click.Group):
    """Finds its commands in this package: module ``check`` holds the command ``check`` under the name ``command``."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        """The names of the modules beside this one."""
        return sorted(info.name.replace("_", "-") for info in pkgutil.iter_modules(__path__) if info.name[0] != "_")

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of that module; None where there is none."""
        if cmd_name not in self.list_commands(ctx):
            return None
        command = importlib.import_module(f"{__name__}.{cmd_name.replace('-', '_')}").command
        return command if isinstance(command, click.Command) else None

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """As click does, with the nearest right name where there is no such command."""
        if args and args[0] not in self.list_commands(ctx) and not args[0].startswith("-"):
            from difflib import get_close_matches

            near = get_close_matches(args[0], self.list_commands(ctx), n=1)
            hint = f"did you mean {near[0]!r}?" if near else f"there are {', '.join(self.list_commands(ctx))}."
            ctx.fail(f"no command is called {args[0]!r}: {hint}")
        return super().resolve_command(ctx, args)


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="mtqa")
def cli() -> None:
    """Say what is wrong with a translation, where, how badly, and whether it may ship.

    Start with:  mtqa check target.de.txt source.en.txt --out report
    """


def main() -> None:
    """Run the command line, and turn what can go wrong into one sentence and an exit code."""
    spare_what_cannot_be_encoded()
    try:
        cli.main(prog_name="mtqa", standalone_mode=False)
        if sys.stdout is not None:  # a closed one
            sys.stdout.flush()
    except click.ClickException as error:
        error.show()
        raise SystemExit(2) from error
    except MtqaError as error:
        click.echo(f"Error: {error}", err=True)
        raise SystemExit(2) from error
    except (KeyboardInterrupt, click.Abort) as error:
        click.echo("Interrupted; nothing was written.", err=True)
        raise SystemExit(130) from error
    except BrokenPipeError as error:
        _close_output()
        raise SystemExit(0) from error
    except OSError as error:
        click.echo(f"Error: {error.filename or 'standard output'}: expected to write or read it, found "
                   f"{error.strerror or error}; free space or choose another place.", err=True)  # fmt: skip
        _close_output()
        raise SystemExit(2) from error


def _close_output() -> None:
    """Let what is still to be written to a closed or full output go nowhere, or Python would complain at its end."""
    if sys.stdout is not None:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
