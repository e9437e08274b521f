"""The pump carries notifications as Lambda's event source would."""

import json
import threading

import pytest

from lab.pump import MOST_TRIES, Pump


@pytest.fixture
def queue(s3):
    """The queue that hears of new payloads, and of nothing else so far."""
    sqs = s3.client("sqs")
    Pump(sqs, s3.queue_url, lambda *_: None).drain()
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

    pump = Pump(queue, s3.queue_url, fail, retry_secs=0)
    _put(s3, "post-call/conv_1/a.json")
    for _ in range(MOST_TRIES + 2):
        pump.drain()
    assert len(calls) == MOST_TRIES
    assert len(pump.given_up) == 1


def test_what_is_given_up_goes_where_it_is_wanted(s3, queue):
    """An event that is given up is handed to whoever asked for it, as Lambda's failure target."""
    letters: list[dict[str, object]] = []

    def fail(*_: object) -> None:
        raise RuntimeError

    pump = Pump(queue, s3.queue_url, fail, retry_secs=0, give_up=letters.append)
    _put(s3, "post-call/conv_1/a.json")
    pump.drain()
    assert ["Records" in letter for letter in letters] == [True]
    assert pump.given_up == []


def test_a_failed_event_waits_before_it_is_tried_again(s3, queue):
    """An event whose handler raised is not there again before its time."""
    calls: list[int] = []

    def fail(*_: object) -> None:
        calls.append(1)
        raise RuntimeError

    pump = Pump(queue, s3.queue_url, fail, retry_secs=300)
    _put(s3, "post-call/conv_1/a.json")
    pump.drain()
    pump.drain()
    assert len(calls) == 1


def test_several_handlers_run_side_by_side(s3, queue):
    """Three invocations are under way at once where three are allowed, and a fourth is not."""
    together, done = threading.Barrier(3), threading.Semaphore(0)
    places, too_many = threading.Semaphore(3), list[bool]()

    def meet(*_: object) -> None:
        too_many.append(not places.acquire(blocking=False))
        together.wait(timeout=30)  # is broken, and the handler raises, unless three are here
        places.release()
        done.release()

    for number in range(6):
        _put(s3, f"post-call/conv_{number}/a.json")
    with Pump(queue, s3.queue_url, meet, at_once=3) as pump:
        assert all(done.acquire(timeout=60) for _ in range(6))
    assert pump.given_up == []
    assert too_many == [False] * 6


def test_the_handler_knows_its_time(s3, queue):
    """The handler's context tells how much time is left, as Lambda's does."""
    left: list[int] = []
    pump = Pump(
        queue, s3.queue_url, lambda _, context: left.append(context.get_remaining_time_in_millis())
    )
    _put(s3, "post-call/conv_1/a.json")
    pump.drain()
    assert 0 < left[0] <= 300_000
