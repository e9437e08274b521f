"""What Chalice wrote down of a deployment, wherever it was made from."""

import json

import pytest

from ops.deployed import KEY, Deployed, chalices_file, resources, write_down

ACCOUNT = "us-east-1:123456789012"
RECORD = {
    "resources": [
        {"resource_type": "rest_api", "rest_api_id": "abc"},
        {"resource_type": "lambda_function", "lambda_arn": f"arn:aws:lambda:{ACCOUNT}:function:a"},
    ]
}


@pytest.fixture
def deployed(s3):
    """The record in the archive, where there is none yet."""
    return Deployed(s3.client(), s3.bucket)


@pytest.fixture
def file(tmp_path):
    """Chalice's own file, which is not there yet."""
    return chalices_file(tmp_path, "dev")


def test_nothing_is_deployed_at_first(deployed):
    """An empty archive says that nothing is deployed."""
    assert deployed.read() is None


def test_another_machine_learns_of_it(deployed, file, tmp_path):
    """What one checkout has deployed, another finds and writes down, whatever it had of its own."""
    write_down(file, RECORD)
    deployed.keep(file)
    elsewhere = chalices_file(tmp_path / "elsewhere", "dev")
    write_down(elsewhere, {"resources": []})
    write_down(elsewhere, deployed.read())
    assert json.loads(elsewhere.read_text()) == RECORD


def test_what_is_taken_down_is_forgotten(deployed, s3):
    """Afterwards nothing is deployed."""
    s3.client().put_object(Bucket=s3.bucket, Key=KEY, Body=json.dumps(RECORD))
    deployed.forget()
    assert deployed.read() is None


def test_resources_are_told_by_their_type():
    """Each resource is found under Chalice's word for its kind."""
    assert [one["rest_api_id"] for one in resources(RECORD, "rest_api")] == ["abc"]
    assert resources(RECORD, "log_group") == []
