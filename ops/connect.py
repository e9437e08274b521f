"""``connect``: an agent of ElevenLabs and a deployed stage, connected or taken apart again."""

import json
from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass

import click

from ops import agent_settings, connection_plan, disconnecting
from ops.connecting import Connecting
from ops.connection_record import Record
from ops.connection_words import Change, changes, changes_back, label
from ops.disconnecting import Disconnecting
from ops.elevenlabs_account import Account, read_account
from ops.elevenlabs_errors import ElevenLabsError, NotFoundError
from ops.operator_error import OperatorError
from ops.reached_stage import ReachedStage, reach
from ops.stage_option import deployed_stage_option

EXAMPLES = """\b
Examples:
  python -m ops connect agent_0123 --dry-run
  python -m ops connect agent_0123 --stage prod
  python -m ops connect agent_0123 --stage prod --yes --json
  python -m ops connect agent_0123 --undo
"""


@dataclass(frozen=True)
class Wishes:
    """What the command line asks for. What is for people goes to stderr when JSON is wanted."""

    yes: bool = False
    replace: bool = False
    dry_run: bool = False
    as_json: bool = False

    def say(self, line: str) -> None:
        """Say something to a person."""
        click.echo(line, err=self.as_json)

    def agreed(self, question: str) -> None:
        """Ask, unless ``--yes`` has answered; go on only with a yes."""
        if not self.yes:
            click.confirm(question, abort=True, err=self.as_json)


def build(reach_stage: Callable[[str], ReachedStage]) -> click.Command:
    """Return the command; ``reach_stage`` finds a stage by its name."""

    @click.command(epilog=EXAMPLES)
    @deployed_stage_option
    @click.argument("agent_id")
    @click.option("--yes", is_flag=True, help="Do not ask.")
    @click.option("--replace", is_flag=True, help="Take the place of others' webhooks and tools.")
    @click.option("--dry-run", is_flag=True, help="Show what would change, and change nothing.")
    @click.option("--undo", is_flag=True, help="Take back what was connected.")
    @click.option("--json", "as_json", is_flag=True, help="Print what changes as JSON.")
    def command(stage_name: str, agent_id: str, *, undo: bool, **wishes: bool) -> None:
        """Connect the agent AGENT_ID to a deployed stage.

        Reads what is there, shows what would change, and asks. What others have set up stays; a
        second run changes nothing. ELEVENLABS_API_KEY is a key of the agent's workspace, and
        ELEVENLABS_API_URL the API's host, if it is not the usual one.
        """
        (_disconnect if undo else _connect)(reach_stage(stage_name), agent_id, Wishes(**wishes))

    return command


def _connect(stage: ReachedStage, agent_id: str, wishes: Wishes) -> None:
    app, record = stage.read_app(), stage.edges.keeper.read()
    account = _read(stage, agent_id)
    todo = connection_plan.plan(app, account, record)
    shown = changes(app, account, todo)
    wishes.say(f"Agent {agent_id} ({account.agent['name']}), stage {app.stage}, {app.api_url}")
    _show(shown, wishes)
    if todo.is_done:
        wishes.say("It is connected; nothing is to do.")
    elif not wishes.dry_run:
        _agree(shown, wishes)
        account = account if wishes.yes else _read(stage, agent_id)
        _raise_unless_same(todo, connection_plan.plan(app, account, record))
        refused = Connecting(app, account, record, stage.edges).do(todo)
        _check(stage, account, refused)
        wishes.say("Connected, read back and compared.")
    _print_json(agent_id, shown, [], wishes)


def _disconnect(stage: ReachedStage, agent_id: str, wishes: Wishes) -> None:
    account, record = _read_if_there(stage, agent_id), stage.edges.keeper.read()
    todo = _undoing(agent_id, account, record)
    shown = changes_back(account, todo) if account else []
    wishes.say(f"Agent {agent_id}{'' if account else ', which is gone'}, stage {stage.name}")
    _show(shown, wishes)
    for path in todo.stays:
        wishes.say(f"  {label(path)}: stays, somebody changed it since")
    if todo.is_last:
        wishes.say("  and what was made for this stage goes: tool, webhook and secret")
    going = Disconnecting(record, stage.edges)
    if not wishes.dry_run:
        wishes.agreed("Take this back?")
        account = account if wishes.yes else _read_if_there(stage, agent_id)
        _raise_unless_same(todo, _undoing(agent_id, account, record))
        _take_back(going, todo, wishes)
    _print_json(agent_id, shown, going.stayed, wishes)


def _undoing(agent_id: str, account: Account | None, record: Record) -> disconnecting.Undoing:
    return disconnecting.plan(agent_id, account.agent if account else None, record)


def _take_back(going: Disconnecting, todo: disconnecting.Undoing, wishes: Wishes) -> None:
    refused = going.do(todo)
    for sentence in going.stayed:
        wishes.say(sentence)
    _raise_unless_empty(_refused(refused))
    wishes.say("Taken back.")


def _read(stage: ReachedStage, agent_id: str) -> Account:
    return read_account(stage.edges.api, agent_id, with_usage=True)


def _read_if_there(stage: ReachedStage, agent_id: str) -> Account | None:
    try:
        return _read(stage, agent_id)
    except NotFoundError:
        return None


def _raise_unless_same(shown: object, now: object) -> None:
    if shown != now:
        raise OperatorError("Somebody changed the agent in the meantime. Run it again.")


def _show(shown: Iterable[Change], wishes: Wishes) -> None:
    for one in shown:
        wishes.say(f"  {one.what}: {one.before} -> {one.after}")
        if one.takes_over:
            wishes.say(f"    takes the place of {one.takes_over}")


def _agree(shown: Iterable[Change], wishes: Wishes) -> None:
    """Go on if the operator agrees, to each thing of others by itself; raise click.Abort."""
    others = [one for one in shown if one.takes_over]
    if others and wishes.yes and not wishes.replace:
        named = "; ".join(f"{one.what}: {one.takes_over}" for one in others)
        raise OperatorError(f"Somebody else is there ({named}). Add --replace to take their place.")
    for one in () if wishes.replace else others:
        wishes.agreed(f"{one.what}: take the place of {one.takes_over}?")
    wishes.agreed("Connect?")


def _check(stage: ReachedStage, before: Account, refused: agent_settings.Settings) -> None:
    """Return if everything reads back as wanted and nothing else has changed."""
    app, after = stage.read_app(), _read(stage, before.agent_id)
    left = changes(app, after, connection_plan.plan(app, after, stage.edges.keeper.read()))
    elsewhere = agent_settings.changed_elsewhere(before.agent, after.agent)
    _raise_unless_empty(
        [
            *_refused(refused),
            *(f"{one.what} is {one.before}" for one in left),
            *(f"{path} has changed too" for path in elsewhere),
        ]
    )


def _refused(refused: agent_settings.Settings) -> list[str]:
    return [f"{label(path)}: not as shown above" for path in refused]


def _raise_unless_empty(problems: list[str]) -> None:
    if problems:
        raise ElevenLabsError(
            "ElevenLabs took the changes and answers otherwise. See to these in the dashboard: "
            f"{'; '.join(problems)}."
        )


def _print_json(agent_id: str, shown: list[Change], stayed: list[str], wishes: Wishes) -> None:
    if wishes.as_json:
        told = {"agent_id": agent_id, "is_dry_run": wishes.dry_run, "stayed": stayed}
        click.echo(json.dumps({**told, "changes": [asdict(one) for one in shown]}, indent=1))


command = build(reach)
