"""The agents that a stage is connected to, looked at one by one for ``doctor``."""

from ops.agent_checks import agent_checks
from ops.check import Check
from ops.elevenlabs_account import read_account
from ops.elevenlabs_errors import ElevenLabsError, KeyRefusedError, NotFoundError
from ops.reached_stage import ReachedStage


def check_agents(stage: ReachedStage, only: str = "") -> dict[str, list[Check]]:
    """Return the checks of each agent that ``connect`` has connected, by the agent's id.

    Or of the agent ``only``, whoever has connected it.

    Raises OperatorError when the stage can't be read; what ElevenLabs refuses is a check's.
    """
    app, record = stage.read_app(), stage.edges.keeper.read()
    checks = {}
    for agent_id in [only] if only else sorted(record.agents):
        try:
            account = read_account(stage.edges.api, agent_id, with_usage=False)
            checks[agent_id] = agent_checks(app, account, record)
        except NotFoundError:
            connect = f"make connect AGENT={agent_id} STAGE={app.stage}"
            undo = (
                "See that the id and ELEVENLABS_API_KEY are of one workspace."
                if only
                else f"{connect} UNDO=1"
            )
            checks[agent_id] = [Check("agent", "gone", undo)]
        except KeyRefusedError as error:
            checks[agent_id] = [Check("ElevenLabs' key", "refused", error.message)]
        except ElevenLabsError as error:
            checks[agent_id] = [Check("ElevenLabs", "no answer", error.message)]
    return checks
