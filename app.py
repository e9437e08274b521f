"""Agentic Memory: every door of the app, from before a call to after it."""

import os

from chalice.app import Chalice, CloudWatchEvent, Rate, Response, S3Event

from chalicelib import doors, refusal, work
from chalicelib.container import container

app = Chalice(app_name="agentic-memory", configure_logs=False)
app.register_middleware(refusal.one_shape, "http")

# Chalice needs the bucket's name while it imports this file; nothing else is read here.
ARCHIVE_BUCKET = os.environ.get("ARCHIVE_BUCKET", "agentic-memory-archive")


@app.route("/client-data", methods=["POST"])
def client_data() -> Response:
    """Before the agent speaks: who is calling, and how to greet them."""
    return refusal.answer(doors.before_call, app.current_request)


@app.route("/retrieve", methods=["POST"])
def retrieve() -> Response:
    """While they talk: what the caller said before."""
    return refusal.answer(doors.during_call, app.current_request)


@app.route("/post-call", methods=["POST"], content_types=["*/*"])
def post_call() -> Response:
    """After they hang up: the signed payload, archived."""
    return refusal.answer(doors.after_call, app.current_request)


@app.route("/health", methods=["GET"], content_types=["*/*"])
def health() -> Response:
    """Up, and warm."""
    return refusal.answer(doors.health, app.current_request)


@app.on_s3_event(
    bucket=ARCHIVE_BUCKET, events=["s3:ObjectCreated:*"], prefix="post-call/", suffix=".json"
)
def remember(event: S3Event) -> None:
    """Remembering: what was archived becomes memories."""
    work.remember(container(), event.key, event.context)


@app.schedule(Rate(5, unit=Rate.MINUTES))
def warm_up(event: CloudWatchEvent) -> None:
    """Staying awake: no caller waits for a cold start."""
    work.warm_up(event.context)


@app.schedule(Rate(1, unit=Rate.HOURS))
def sweep(event: CloudWatchEvent) -> None:
    """Nothing is lost: what was not remembered yet is."""
    work.sweep(container(), event.context)
