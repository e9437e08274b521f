"""The pump carries notifications as Lambda's event source would."""

import json

import pytest

from lab.pump import MOST_TRIES, Pump


@pytest.fixture
def queue(s3):
    """The queue that hears of new payloads, whose messages come back at once."""
    sqs = s3.client("sqs")
    Pump(sqs, s3.queue_url, lambda *_: None).drain()
    sqs.set_queue_attributes(QueueUrl=s3.queue_url, Attributes={"VisibilityTimeout": "0"})
    return sqs


def _put(s3, key: str) -> None:
    s3.client().put_object(Bucket=s3.bucket, Key=key, Body=b"{}")


def test_new_payloads_are_handed_on(s3, queue):
    """The handler gets S3's own notification of each new payload, and of nothing else."""
    seen: list[str] = []
    pump = Pump(queue, s3.queue_url, lambda event, _: seen.append(json.dumps(event)))
    for key in ("post-call/conv_1/a.json", "post-call/conv_1/a.mp3", "remembered/conv_1/a.json"):
        _put(s3, key)
    pump.drain()
    (event,) = seen
    assert json.loads(event)["Records"][0]["s3"]["object"]["key"] == "post-call%2Fconv_1%2Fa.json"


def test_a_handler_that_fails_is_called_again_and_then_given_up(s3, queue):
    """A handler that always raises is called three times in all."""
    calls: list[int] = []

    def fail(*_: object) -> None:
        calls.append(1)
        raise RuntimeError

    pump = Pump(queue, s3.queue_url, fail)
    _put(s3, "post-call/conv_1/a.json")
    for _ in range(MOST_TRIES + 2):
        pump.drain()
    assert len(calls) == MOST_TRIES
    assert len(pump.given_up) == 1


def test_the_handler_knows_its_time(s3, queue):
    """The handler's context tells how much time is left, as Lambda's does."""
    left: list[int] = []
    pump = Pump(
        queue, s3.queue_url, lambda _, context: left.append(context.get_remaining_time_in_millis())
    )
    _put(s3, "post-call/conv_1/a.json")
    pump.drain()
    assert 0 < left[0] <= 300_000
