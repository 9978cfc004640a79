"""``mtqa explain``: one check, with its examples."""

from __future__ import annotations

import click


@click.command(short_help="Explain one check, with examples.")
@click.argument("check", metavar="CODE|NAME")
def command(check: str) -> None:
    """Say what a check finds, why it matters, and show examples with the flagged words marked.

    CHECK is a code (LIN007) or a name (repeated-word); `mtqa checks` lists them.
    """
    import sys

    from mtqa.flag.catalogue import find
    from mtqa.flag.explain import explained

    click.echo(explained(find(check), bold=_bold if sys.stdout.isatty() else str))


def _bold(text: str) -> str:
    return click.style(text, bold=True, fg="red")
