"""The caller who is measured: remembered as everybody is, by one archived call."""

from bench.in_process import App
from chalicelib import work
from chalicelib.layout import payload_key
from lab.story import FIRST_CALL, read_story

NAME = "Sarah"
QUESTION = "Which pizza does the caller like?"
REMEMBERING_SECS = 60.0


def remember_caller(app: App) -> str:
    """Archive and remember the lab's own call; return the caller's number.

    Mem0 then has memories of the caller, and the archive a caller card.
    """
    story, box = read_story(FIRST_CALL), app.box
    box.archive.keep(story.payload, story.raw)
    work.rememberer(box, REMEMBERING_SECS).remember(payload_key(story.payload))
    return story.conversation.caller_id


def name_in(told: dict[str, object]) -> str:
    """Return the name by which an answer of /client-data greets, or ``""``."""
    variables = told["dynamic_variables"]
    return str(variables["caller_name"]) if isinstance(variables, dict) else ""
