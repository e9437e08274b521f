"""``python -m ops COMMAND``: what an operator can do with a stage. ``--help`` tells of each."""

import os
from importlib import import_module
from typing import Any

import click
from botocore.exceptions import BotoCoreError, ClientError

from chalicelib.archive import ArchiveError
from chalicelib.mem0_errors import MemoryStoreError
from chalicelib.patience import RememberLaterError
from ops.aws_errors import archive_error, aws_error, check_endpoints
from ops.mem0_refusal import mem0_error
from ops.operator_error import OperatorError

# Each is a module of this folder whose ``command`` is what is run; loaded when it is asked for.
COMMANDS = (
    "backfill",
    "connect",
    "deploy",
    "destroy",
    "doctor",
    "explain",
    "export",
    "forget",
    "keys",
    "parked",
    "replay",
    "show",
    "smoke",
)
NOT_AGREED = "Not agreed to, so nothing more was done. --yes answers beforehand."


class _Contents(click.Group):
    """The table of contents: a command is its module's, and what AWS refuses ends any of them."""

    def invoke(self, ctx: click.Context) -> Any:
        os.environ["POWERTOOLS_METRICS_DISABLED"] = "true"  # CloudWatch reads them
        check_endpoints(os.environ)
        try:
            return super().invoke(ctx)
        except (BotoCoreError, ClientError) as error:
            raise aws_error(error) from error
        except ArchiveError as error:
            raise archive_error(error.reason) from error
        except MemoryStoreError as error:
            raise mem0_error(error.kind) from error
        except RememberLaterError as error:
            raise OperatorError("The time was up. Run it again: it goes on from there.") from error
        except click.Abort as error:
            raise OperatorError(NOT_AGREED) from error

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = import_module(f"ops.{cmd_name}").command
        return command


@click.command(cls=_Contents, context_settings={"help_option_names": ["-h", "--help"]})
def ops() -> None:
    """Operate Agentic Memory in an AWS account; AWS_PROFILE and AWS_REGION say in which.

    With --stage local, the commands that look at callers and calls work on the lab, without an
    account: docs/operating.md tells how.
    """
    os.environ.setdefault("POWERTOOLS_METRICS_DISABLED", "true")  # they are for CloudWatch


if __name__ == "__main__":
    ops(prog_name="python -m ops")
