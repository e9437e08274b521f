"""``keys``: which keys a stage has, and setting one of them, without a deployment."""

import sys

import click
from rich.console import Console
from rich.table import Table

from chalicelib.keys import KEYS
from ops.operator_error import OperatorError
from ops.secret import Secret
from ops.stage import running_outputs, session, stage_option


@click.command()
@stage_option
@click.argument("name", required=False, type=click.Choice(KEYS))
def command(stage_name: str, name: str | None) -> None:
    """Tell which keys the stage has; with NAME, ask for that key and set it.

    A value that is piped in is taken as it is. Running containers have it within minutes; one that
    meets the new key before looks at once.
    """
    aws = session()
    arn = running_outputs(stage_name, aws)["SecretsArn"]
    secret = Secret(aws.client("secretsmanager"), arn)
    if name:
        secret.put(**{name: _asked(name)})
    Console().print(_table(secret.read()))


def _asked(name: str) -> str:
    piped = not sys.stdin.isatty()
    value = sys.stdin.read() if piped else click.prompt(name, hide_input=True)
    if not (value := value.strip()):
        raise OperatorError(f"{name} would be empty; nothing was changed.")
    return str(value)


def _table(kept: dict[str, str]) -> Table:
    table = Table("key", "is", box=None)
    for name in KEYS:
        several = len([part for part in kept.get(name, "").split(",") if part.strip()])
        table.add_row(name, {0: "missing", 1: "set"}.get(several, f"set, {several} at once"))
    return table
