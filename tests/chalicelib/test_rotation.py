"""Keys that change in the secret while the app runs: nobody deploys, and nobody is refused."""

import json
import time

import pytest

from chalicelib import current_settings, doors, signature, work
from chalicelib.container import container
from chalicelib.keys import KEYS
from lab.faults import Fault
from lab.mem0.server import Mem0Lab
from tests.conftest import HMAC_KEY, SARAH, STEFAN, WORKSPACE_KEY

KEY = "post-call/conv_4201examplecall000000000001/post_call_transcription.json"


@pytest.fixture
def secret(environment, s3, monkeypatch):
    """Have the app's keys in a secret, and return how to change them there."""
    held = {name: environment[name] for name in KEYS if name in environment}
    client = s3.client("secretsmanager")
    arn = client.create_secret(Name="keys", SecretString=json.dumps(held))["ARN"]
    monkeypatch.setenv("AWS_ENDPOINT_URL_SECRETS_MANAGER", s3.url)
    monkeypatch.setenv("SECRETS_ARN", arn)
    for name in held:
        monkeypatch.delenv(name)
    container.cache_clear()

    def change(**keys: str) -> None:
        held.update(keys)
        client.put_secret_value(SecretId=arn, SecretString=json.dumps(held))

    return change


@pytest.fixture
def at_once(monkeypatch):
    """Let a refused key be looked up at once, however lately the keys were read."""
    monkeypatch.setattr(current_settings, "REFUSED_SECS", 0.0)


def _signed(payload: bytes, key: str) -> str:
    return signature.sign(payload, key, int(time.time()))


def test_the_keys_are_read_from_the_secret(secret, door, first_call, s3, memories_of):
    """With every key in the secret and none in the environment, a whole call works."""
    door("/post-call")(first_call, ElevenLabs_Signature=_signed(first_call, HMAC_KEY))
    work.remember(container(), KEY, None)
    assert memories_of(SARAH)
    told = door("/client-data", X_Workspace_Key=WORKSPACE_KEY)({"caller_id": SARAH})
    assert told.json_body["dynamic_variables"]["caller_name"] == "Sarah"


def test_the_secret_is_read_once(secret, door, s3):
    """A container asks Secrets Manager once, and by the warm-up's request if that comes first."""
    door("/health", method="GET")()
    s3.client("secretsmanager").delete_secret(SecretId="keys", ForceDeleteWithoutRecovery=True)
    for _ in range(3):
        answer = door("/client-data", X_Workspace_Key=WORKSPACE_KEY)({"caller_id": STEFAN})
        assert answer.status_code == 200


def test_a_new_workspace_key_is_accepted_at_once(secret, at_once, door):
    """The first request with the new key is answered, and the old key is refused from then on."""
    old = door("/client-data", X_Workspace_Key=WORKSPACE_KEY)
    assert old({"caller_id": STEFAN}).status_code == 200
    secret(ELEVENLABS_WORKSPACE_KEY="new-key")
    new = door("/client-data", X_Workspace_Key="new-key")
    assert new({"caller_id": STEFAN}).status_code == 200
    assert old({"caller_id": STEFAN}).status_code == 401


def test_a_payload_with_a_new_signature_is_kept(secret, at_once, door, first_call, box):
    """A payload signed with a key that was set a moment ago is archived, not thrown away."""
    door("/health", method="GET")()
    secret(ELEVENLABS_HMAC_KEY="new-hmac-key")
    door("/post-call")(first_call, ElevenLabs_Signature=_signed(first_call, "new-hmac-key"))
    stored = container().archive.read(KEY)
    assert stored
    assert stored.body == first_call


@pytest.mark.parametrize("path", ["/client-data", "/retrieve"])
def test_a_new_mem0_key_is_used_at_once(log_lines, secret, at_once, door, monkeypatch, path):
    """When Mem0 refuses the key, the one in the secret is tried before anybody is told so."""
    with Mem0Lab(api_key="new-mem0-key") as other:
        monkeypatch.setenv("MEM0_HOST", other.url)
        door("/health", method="GET")()
        secret(MEM0_API_KEY="new-mem0-key")
        before, asked = len(log_lines()), len(other.requests)
        ask = door(path, X_Workspace_Key=WORKSPACE_KEY)
        assert "message" not in ask({"caller_id": STEFAN, "query": "pizza"}).json_body
        assert [line["message"] for line in log_lines()[before:]] == ["answered"]
        assert len(other.requests) > asked + 1  # refused, and asked again


def test_remembering_goes_on_with_a_new_mem0_key(secret, at_once, first_call, monkeypatch):
    """An addition that Mem0 refuses for its key is sent again with the new one, and done once."""
    with Mem0Lab(api_key="new-mem0-key") as other:
        monkeypatch.setenv("MEM0_HOST", other.url)
        container().archive.create(KEY, first_call)
        secret(MEM0_API_KEY="new-mem0-key")
        work.remember(container(), KEY, None)
        record = json.loads(container().archive.read(KEY.replace("post-call", "remembered")).body)
        stored = container().memory_store.known(SARAH, "conv_4201examplecall000000000001")
        verbatim = [memory.text for memory in stored if memory.kind != "extracted"]
        assert record["status"] == "remembered"
        assert len(verbatim) == len(set(verbatim)) == record["memories"]


def test_a_mem0_key_that_stays_wrong_is_tried_once_more_at_most(secret, at_once, door, mem0):
    """Without another key in the secret, a refused request is not repeated."""
    secret(MEM0_API_KEY="wrong")
    told = door("/retrieve")({"query": "pizza", "user_id": STEFAN}).json_body
    assert "message" in told
    assert [request.operation for request in mem0.requests] == ["search"]


def test_old_keys_are_read_again_beside_a_request(secret, door, monkeypatch):
    """After four minutes the next request has the secret read, and is answered by what it has."""
    knock = door("/client-data", X_Workspace_Key=WORKSPACE_KEY)
    knock({"caller_id": STEFAN})
    secret(ELEVENLABS_WORKSPACE_KEY="new-key")
    monkeypatch.setattr(current_settings, "FRESH_SECS", 0.0)
    assert knock({"caller_id": STEFAN}).status_code == 200
    until = time.monotonic() + 10
    while container().settings.workspace_keys != ("new-key",) and time.monotonic() < until:
        time.sleep(0.01)  # nobody waits for it but this test
    assert container().settings.workspace_keys == ("new-key",)


def test_the_warm_up_reads_the_keys_again(secret, door, monkeypatch):
    """A container that is kept warm has what the secret holds, without a caller's request."""
    door("/health", method="GET")()
    secret(ELEVENLABS_WORKSPACE_KEY="new-key")
    monkeypatch.setattr(doors, "WARM_FOR_SECS", 0.0)
    door("/health", method="GET")()
    assert container().settings.workspace_keys == ("new-key",)


def test_no_keys_are_a_refusal_that_is_worth_a_retry(log_lines, secret, door, s3):
    """With the secret out of reach every door answers 503, and the log says why."""
    s3.client("secretsmanager").delete_secret(SecretId="keys", ForceDeleteWithoutRecovery=True)
    for path in ("/client-data", "/retrieve", "/post-call"):
        answer = door(path)({})
        assert answer.status_code == 503
        assert answer.json_body == {"error": "This service can't read its keys now. Try again."}
    assert "ResourceNotFoundException" in log_lines()[-1]["message"]


def test_a_key_that_the_secret_lacks_is_named_in_the_log(log_lines, secret, door):
    """A key that neither has is a missing setting: 500, and the log names it."""
    secret(ELEVENLABS_HMAC_KEY="")
    assert door("/health", method="GET")().status_code == 500
    assert "ELEVENLABS_HMAC_KEY is not set" in log_lines()[-1]["message"]


def test_what_fails_while_reading_again_changes_nothing(secret, at_once, door, s3, mem0):
    """When the secret goes out of reach later, the keys that were read go on to hold."""
    knock = door("/client-data", X_Workspace_Key=WORKSPACE_KEY)
    assert knock({"caller_id": STEFAN}).status_code == 200
    s3.client("secretsmanager").delete_secret(SecretId="keys", ForceDeleteWithoutRecovery=True)
    wrong = door("/client-data", X_Workspace_Key="wrong")
    assert wrong({"caller_id": STEFAN}).status_code == 401
    assert knock({"caller_id": STEFAN}).status_code == 200


def test_a_refused_mem0_key_keeps_nobody_from_being_greeted(secret, at_once, door, mem0):
    """A Mem0 that refuses the key leaves the answer as it is without Mem0, not an error."""
    mem0.faults.add(Fault(status=401))
    told = door("/client-data", X_Workspace_Key=WORKSPACE_KEY)({"caller_id": STEFAN}).json_body
    assert told["dynamic_variables"]["returning_caller"] == "no"
