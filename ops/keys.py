"""``keys``: which keys a stage has, and setting one of them, without a deployment."""

import sys

import click

from chalicelib.keys import KEYS
from ops.operator_error import OperatorError
from ops.secret import Secret
from ops.stage import running_outputs, session
from ops.stage_option import deployed_stage_option
from ops.wishes import Wishes, dry_run_option, json_option

EXAMPLES = """\b
Examples:
  python -m ops keys
  python -m ops keys --stage prod MEM0_API_KEY
  python -m ops keys --stage prod ELEVENLABS_HMAC_KEY < new_and_old
  python -m ops keys --stage prod --json
"""


@click.command(epilog=EXAMPLES)
@deployed_stage_option
@click.argument("name", required=False, type=click.Choice(KEYS), metavar="[NAME]")
@dry_run_option
@json_option
def command(stage_name: str, name: str | None, **wishes: bool) -> None:
    """Tell which keys the stage has, or set one.

    NAME is MEM0_API_KEY, ELEVENLABS_WORKSPACE_KEY, ELEVENLABS_HMAC_KEY or CALLER_SALT: it asks for
    that key, or takes what is piped in, and sets that one alone. No value is ever shown. Running
    containers have it within minutes; one that meets the new key before looks at once.
    """
    told, aws = Wishes(**wishes), session()
    arn = running_outputs(stage_name, aws)["SecretsArn"]
    secret = Secret(aws.client("secretsmanager"), arn)
    if name:
        value = _asked(name)
        if told.dry_run:
            told.say(f"{name} would be set. Nothing was changed.")
        else:
            secret.put(**{name: value})
    _tell(stage_name, secret.read(), told)


def _asked(name: str) -> str:
    piped = not sys.stdin.isatty()
    value = sys.stdin.read() if piped else click.prompt(name, hide_input=True)
    if not (value := value.strip()):
        raise OperatorError(f"{name} would be empty; nothing was changed.")
    return str(value)


def _tell(stage_name: str, kept: dict[str, str], told: Wishes) -> None:
    """Tell how many values each key has, and none of them."""
    counts = {name: _count(kept.get(name, "")) for name in KEYS}
    words = {0: "missing", 1: "set"}
    rows = [(name, words.get(count, f"set, {count} at once")) for name, count in counts.items()]
    told.show(("key", "is"), rows)
    told.result({"stage": stage_name, "is_dry_run": told.dry_run, "values": counts})


def _count(value: str) -> int:
    return len([part for part in value.split(",") if part.strip()])
