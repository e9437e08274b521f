"""What keeps Mem0 from doing what a command asked, in sentences that say what to do."""

from ops.operator_error import OperatorError

GOES_ON = "Wait a minute and run it again: it goes on where it stopped."
_SENTENCES = {
    "http_401": "Mem0 does not take the key. Set another MEM0_API_KEY: python -m ops keys for a "
    "deployed stage, the environment for --stage local.",
    "http_403": "The key of Mem0 may not do this. Make one for the right project in Mem0's "
    "dashboard, and set it as MEM0_API_KEY.",
    "rate_limited": f"Mem0 asks to slow down. {GOES_ON}",
    "nonsense": "Mem0's answer can't be read. See that MEM0_HOST is Mem0's.",
}
_ANOTHERS = "the key belongs to another "  # org_id or project_id


def mem0_error(kind: str) -> OperatorError:
    """Return what to tell an operator when Mem0 failed; ``kind`` is MemoryStoreError's."""
    if kind in _SENTENCES:
        return OperatorError(_SENTENCES[kind])
    if kind.startswith(_ANOTHERS):
        return OperatorError(
            f"Mem0 says: {kind}. Correct MEM0_ORG_ID and MEM0_PROJECT_ID, or set a key of theirs."
        )
    if kind.startswith("http_"):
        status = kind.removeprefix("http_")
        return OperatorError(f"Mem0 is broken or does not understand (status {status}). {GOES_ON}")
    return OperatorError(
        f"Mem0 can't be reached ({kind}). See to this machine's network and to MEM0_HOST, then run "
        "it again: it goes on where it stopped."
    )
