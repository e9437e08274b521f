"""``doctor``: how a stage and its agents are, a line a check, with what to do. Changes nothing."""

import json
from collections.abc import Callable, Mapping

import click
import httpx
from botocore.exceptions import ClientError

from ops.check import STATES, Check, unmade
from ops.connected_agents import check_agents
from ops.deployed_version import checkout_version
from ops.elevenlabs_errors import ElevenLabsError
from ops.operator_error import OperatorError
from ops.progress import say
from ops.project import PROJECT, read_config
from ops.reached_stage import ReachedStage, reach
from ops.stage import NotDeployedError, find_stage, session
from ops.stage_checks import stage_checks
from ops.stage_facts import read_facts
from ops.stage_option import deployed_stage_option

EXAMPLES = """\b
Examples:
  python -m ops doctor
  python -m ops doctor --stage prod
  python -m ops doctor --stage prod --agent agent_0123
  python -m ops doctor --stage prod --json | jq '.[] | select(.state != "ok")'
"""
ANSWERING_SECS = 20.0  # as long as the API's function may take

Checks = Mapping[str, list[Check]]  # by what they are of: the stage, or an agent's id


def build(
    check_stage: Callable[[str], list[Check]], reach_stage: Callable[[str], ReachedStage]
) -> click.Command:
    """Return the command. ``check_stage`` looks at a stage, ``reach_stage`` opens ElevenLabs."""

    @click.command(epilog=EXAMPLES)
    @deployed_stage_option
    @click.option("--agent", "agent_id", default="", help="This agent, connected by us or not.")
    @click.option("--json", "as_json", is_flag=True, help="Print the checks as JSON.")
    @click.pass_context
    def command(context: click.Context, stage_name: str, agent_id: str, *, as_json: bool) -> None:
        """Look at a stage and its agents, and tell what to do. Nothing is changed.

        Exits with 1 when something is not ok. A check that can't be made says so, and what it
        lacks; those of agents need ELEVENLABS_API_KEY.
        """
        stage = check_stage(stage_name)
        found = {f"stage {stage_name}": stage, **_agents(reach_stage, stage_name, agent_id)}
        (_print_json if as_json else _print)(found)
        is_wrong = any(check.is_wrong for checks in found.values() for check in checks)
        context.exit(1 if is_wrong else 0)

    return command


def check_stage(name: str) -> list[Check]:
    """Return the checks of stage ``name`` in the environment's AWS account."""
    aws, config = session(), read_config()
    try:
        stage = find_stage(name, aws)
    except NotDeployedError:
        return [Check("stage", f"not deployed in {aws.region_name}", f"make deploy STAGE={name}")]
    except ClientError as error:  # what is deployed is written down there
        found = f"can't be read ({error.response['Error']['Code']})"
        return [Check("archive", found, "See that it is there, and that you may read it.")]
    with httpx.Client(timeout=ANSWERING_SECS) as http:
        return stage_checks(read_facts(stage, checkout_version(PROJECT, config, name), aws, http))


def _agents(reach_stage: Callable[[str], ReachedStage], name: str, agent_id: str) -> Checks:
    """Return the checks of the agents, or why there are none."""
    try:
        checks = check_agents(reach_stage(name), agent_id)
    except NotDeployedError:
        checks = {"agents": [unmade("agents", "there is no stage", "Deploy it first.")]}
    except ElevenLabsError as error:
        checks = {"agents": [unmade("agents", "ElevenLabs can't be asked", error.message)]}
    except OperatorError as error:
        checks = {"agents": [unmade("agents", "the stage can't be read", error.message)]}
    to_do = f"make connect AGENT=agent_... STAGE={name}; or name one with --agent"
    return checks or {"agents": [unmade("agents", "none was connected by make connect", to_do)]}


def _print(found: Checks) -> None:
    for of, checks in found.items():
        say(of)
        for check in checks:
            say(f"  {check.line}")
    states = [check.state for checks in found.values() for check in checks]
    say(", ".join(f"{states.count(state)} {state}" for state in STATES))


def _print_json(found: Checks) -> None:
    told = [{"of": of, **one.told} for of, checks in found.items() for one in checks]
    click.echo(json.dumps(told, indent=1))


command = build(check_stage, reach)
