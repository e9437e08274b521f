"""The whole life of a call, through the deployed functions: what they answer, and what they do."""

import base64
import json
import time
from dataclasses import dataclass
from typing import Any

from chalice.test import Client

import app
from bench import api_gateway
from chalicelib.layout import record_key, unsettled_key
from chalicelib.record import Record
from chalicelib.warm_up import health_request
from lab.aws.account import OPERATOR, AwsAccount
from lab.aws.calls import Call
from lab.functions import Functions
from tests.conftest import SARAH
from tests.invented import payload

API = "agentic-memory-dev"
FOLDER = "conv_4201examplecall000000000001"
PARKED = "post-call/conv_parked1/post_call_transcription.json"
PARKED_LATER = "post-call/conv_parked2/post_call_transcription.json"
FORGOTTEN = "post-call/conv_forgotten1/post_call_transcription.json"
FORGOTTEN_LATER = "post-call/conv_forgotten2/post_call_transcription.json"


@dataclass(frozen=True)
class Story:
    """What came of it: the answers by what was asked, the permissions that were needed."""

    answers: dict[str, Any]
    calls: set[Call]


def play(functions: Functions, aws: AwsAccount, bucket: str) -> Story:
    """Have one caller ring twice, and everything happen that the functions are there for."""
    _forget(aws.client("s3"), bucket)
    aws.calls()
    answers = {"warmed": functions.invoke(f"{API}-warm_up", _scheduled())}
    answers["healthy"] = _body(functions.invoke(API, health_request()))
    answers["stranger"] = _body(functions.invoke(API, api_gateway.client_data(SARAH)))
    call, audio = json.dumps(payload()).encode(), json.dumps(_audio()).encode()
    for name, raw in (("kept", call), ("duplicate", call), ("kept again", call + b" ")):
        answers[name] = _body(functions.invoke(API, api_gateway.post_call(raw, int(time.time()))))
    forged = {**api_gateway.post_call(call, int(time.time())), "body": "{}"}
    answers["forged"] = _body(functions.invoke(API, forged))
    functions.invoke(API, api_gateway.post_call(audio, int(time.time())))
    for kind in ("post_call_transcription", "post_call_audio"):
        functions.invoke(f"{API}-remember", created(bucket, f"post-call/{FOLDER}/{kind}.json"))
    repeated = created(bucket, f"post-call/{FOLDER}/post_call_transcription.json")
    functions.invoke(f"{API}-remember", repeated)
    functions.invoke(f"{API}-remember", created(bucket, "post-call/gone/x.json"))
    functions.invoke(f"{API}-remember", created(bucket, FORGOTTEN))
    _leave_behind(aws.client("s3"), bucket)
    functions.invoke(f"{API}-remember", created(bucket, PARKED))
    functions.invoke(f"{API}-sweep", _scheduled(), ahead_secs=3_600)
    answers["known"] = _body(functions.invoke(API, api_gateway.client_data(SARAH)))
    answers["found"] = _body(functions.invoke(API, api_gateway.retrieve(SARAH, "favorite pizza")))
    calls = aws.calls() | functions.calls.needed()
    return Story(answers, {call for call in calls if call.who != OPERATOR})


def _leave_behind(s3: Any, bucket: str) -> None:
    """Leave what the sweep is there for: what nobody told of, and what fails for ever."""
    hopeless = json.dumps({"status": "failed", "owner": "x", "attempts": 99}).encode()
    lost, sound = json.dumps(payload(conversation_id="conv_2")), json.dumps(_audio())
    for key, body in (
        ("post-call/conv_2/post_call_transcription.json", lost.encode()),
        ("post-call/conv_2/post_call_audio.json", sound.encode()),
        (PARKED, lost.encode()),
        (PARKED.replace("post-call/", "remembered/"), hopeless),
        (PARKED_LATER, lost.encode()),
        (PARKED_LATER.replace("post-call/", "remembered/"), hopeless),
        (PARKED_LATER.replace("post-call/", "unsettled/"), b""),
    ):
        s3.put_object(Bucket=bucket, Key=key, Body=body)


def _forget(s3: Any, bucket: str) -> None:
    """Archive payloads of somebody who was forgotten; of one the sweep will see the mark."""
    tombstone = Record("forgotten", owner="").to_json()
    for key in (FORGOTTEN, FORGOTTEN_LATER):
        s3.put_object(Bucket=bucket, Key=key, Body=b"{}")
        s3.put_object(Bucket=bucket, Key=record_key(key), Body=tombstone)
    s3.put_object(Bucket=bucket, Key=unsettled_key(FORGOTTEN_LATER), Body=b"")


def _audio() -> dict[str, Any]:
    sound = base64.b64encode(b"an invented sound").decode()
    data = {"conversation_id": FOLDER, "agent_id": "agent_1", "full_audio": sound}
    return {"type": "post_call_audio", "event_timestamp": 1, "data": data}


def _body(answer: Any) -> Any:
    assert answer["statusCode"] == 200, answer
    return json.loads(answer["body"])


def _scheduled() -> dict[str, Any]:
    return dict(Client(app.app).events.generate_cw_event("aws.events", "Scheduled Event", {}, []))


def created(bucket: str, key: str) -> dict[str, Any]:
    """Return S3's notification of a new object."""
    return dict(Client(app.app).events.generate_s3_event(bucket, key))
