"""Workspaces in which others were at work before us: beside our place, and in it."""

from tests.ops.operator_at_work import AGENT, CLIENT_DATA, new_agent

THEIR_URL = "https://crm.example.com/hook?token=invented-token-of-others"
THEIR_HEADERS = {"Authorization": "Bearer invented-key-of-others"}


def platform(**webhooks):
    """Return the parts of an agent that say this of its post-call webhook."""
    return {"platform": {"workspace_overrides": {"webhooks": webhooks}}}


def initiation(url, **headers):
    """Return the parts of an agent with this initiation webhook."""
    webhook = {"url": url, "request_headers": headers}
    inside = {"conversation_initiation_client_data_webhook": webhook}
    return {"platform": {"workspace_overrides": inside}}


def webhook_tool(url=THEIR_URL, name="search_memory"):
    """Return a webhook tool of somebody else."""
    return {"type": "webhook", "name": name, "description": "Theirs.", "api_schema": {"url": url}}


def with_tools(**tools):
    """Return a workspace whose agent has these tools."""
    listed = {"agent": {"prompt": {"tool_ids": list(tools)}}}
    workspace = new_agent(conversation=listed)
    for tool_id, config in tools.items():
        workspace.put_tool(tool_id, config)
    return workspace


def with_other_overrides():
    """Return a workspace whose agent allows other overrides than ours."""
    inside = {"agent": {"language": True, "prompt": {"llm": True}}}
    theirs = {"conversation_config_override": inside, "custom_llm_extra_body": True}
    return new_agent(platform={"overrides": theirs})


def with_webhook_by_hand():
    """Return a workspace whose agent asks our URL, as somebody has set it up by hand."""
    return new_agent(**initiation(CLIENT_DATA, **{"x-workspace-key": "typed", "X-Trace": "on"}))


def without_a_word():
    """Return a workspace whose agent says nothing of its settings."""
    workspace = new_agent()
    del workspace.agents[AGENT]["platform_settings"]
    return workspace


LEFT_BY_OTHERS = {
    "other tools": lambda: with_tools(
        tool_crm=webhook_tool(name="look_up_order"),
        tool_hang_up={"type": "client", "name": "hang_up", "description": "Hangs up."},
    ),
    "other overrides": with_other_overrides,
    "events of no webhook": lambda: new_agent(**platform(events=["audio"])),
    "a webhook that is gone": lambda: new_agent(**platform(post_call_webhook_id="webhook_gone")),
    "the initiation webhook made by hand": with_webhook_by_hand,
    "an agent that says nothing": without_a_word,
}


def with_webhook(**at):
    """Return a workspace in which somebody else's post-call webhook is at the agent, or at all."""
    workspace = new_agent(**platform(post_call_webhook_id=at.get("agent"), events=["audio"]))
    workspace.add_webhook("webhook_crm", "CRM", THEIR_URL)
    workspace.settings = {"webhooks": {"post_call_webhook_id": at.get("workspace")}}
    return workspace


def with_shared_initiation():
    """Return a workspace whose own initiation webhook serves the agent, and is somebody else's."""
    workspace = new_agent(
        platform={"overrides": {"enable_conversation_initiation_client_data_from_webhook": True}}
    )
    shared = {"url": THEIR_URL, "request_headers": THEIR_HEADERS}
    workspace.settings["conversation_initiation_client_data_webhook"] = shared
    return workspace


IN_THE_WAY = {
    "another tool of that name": ("tools", lambda: with_tools(tool_theirs=webhook_tool())),
    "another initiation webhook": (
        "initiation webhook",
        lambda: new_agent(**initiation(THEIR_URL, **THEIR_HEADERS)),
    ),
    "the workspace's initiation webhook": ("initiation webhook", with_shared_initiation),
    "another post-call webhook": ("post-call webhook", lambda: with_webhook(agent="webhook_crm")),
    "the workspace's post-call webhook": (
        "post-call webhook",
        lambda: with_webhook(workspace="webhook_crm"),
    ),
}
