"""A stage's own project folder."""

import json

import pytest

from ops.build import code_bytes, copy_app, write_config
from ops.operator_error import OperatorError
from ops.policies import Own
from ops.project import Config

NAMES = {"ARCHIVE_BUCKET": "invented-archive", "SECRETS_ARN": "arn:invented"}
OWN = Own("arn:aws:s3:::invented-archive", "arn:invented", "arn:q", "arn:aws:lambda:r:1:function:a")
READS = {"Statement": [{"Action": ["s3:GetObject"], "Resource": "arn:aws:s3:::*/callers/*"}]}
CONFIG = Config(
    {
        "version": "2.0",
        "app_name": "a",
        "stages": {
            "dev": {
                "api_gateway_stage": "dev",
                "iam_policy_file": "policy.json",
                "lambda_functions": {
                    "api_handler": {
                        "iam_policy_file": "policy.json",
                        "environment_variables": {"LOG_LEVEL": "DEBUG"},
                    }
                },
            },
            "prod": {"lambda_functions": {}},
        },
    }
)


@pytest.fixture
def project(tmp_path):
    """A checkout, with what lies about in a developer's folder."""
    (tmp_path / ".chalice").mkdir()
    (tmp_path / ".chalice" / "policy.json").write_text(json.dumps(READS))
    (tmp_path / "chalicelib" / "__pycache__").mkdir(parents=True)
    (tmp_path / "chalicelib" / "__pycache__" / "a.pyc").write_bytes(b"x" * 100)
    (tmp_path / "chalicelib" / "a.py").write_text("a = 1\n")
    (tmp_path / "app.py").write_text("pass\n")
    (tmp_path / "requirements.txt").write_text("-c constraints.txt\nhttpx==0.28.1\n")
    (tmp_path / "constraints.txt").write_text("httpx==0.28.1\n")
    return tmp_path


def test_the_app_is_copied_and_nothing_else(project):
    """The folder holds the app without byte-code, and is made anew each time."""
    build = copy_app(project, "dev")
    (build / "left-over.py").write_text("")
    assert copy_app(project, "dev") == build
    names = {str(path.relative_to(build)) for path in build.rglob("*") if path.is_file()}
    assert names == {"app.py", "chalicelib/a.py", "requirements.txt", "constraints.txt"}
    assert code_bytes(build) == len("pass\n") + len("a = 1\n")


def test_what_is_deployed_is_known_in_the_checkout_too(project):
    """Chalice's record, and the layer it packed, are those of the checkout."""
    build = copy_app(project, "dev")
    (build / ".chalice" / "deployed" / "dev.json").write_text("{}")
    (build / ".chalice" / "deployments" / "layer.zip").write_text("")
    copy_app(project, "dev")
    assert (project / ".chalice" / "deployed" / "dev.json").exists()
    assert (project / ".chalice" / "deployments" / "layer.zip").exists()


def test_another_pin_is_another_layer(project):
    """Chalice tells layers apart by requirements.txt: a change of constraints.txt shows in it."""
    first = (copy_app(project, "dev") / "requirements.txt").read_text()
    assert first.startswith("-c constraints.txt\nhttpx==0.28.1\n")
    (project / "constraints.txt").write_text("httpx==0.28.1\nanyio==4.16.0\n")
    assert (copy_app(project, "dev") / "requirements.txt").read_text() != first


def test_the_configuration_is_the_stages(project):
    """It holds this stage alone, with narrowed policies and the names that each function needs."""
    build = copy_app(project, "dev")
    policies = write_config(project, CONFIG, "dev", OWN, NAMES)
    written = json.loads((build / ".chalice" / "config.json").read_text())
    assert written["stages"].keys() == {"dev"}
    function = written["stages"]["dev"]["lambda_functions"]["api_handler"]
    told = {"LOG_LEVEL": "DEBUG", "ARCHIVE_BUCKET": "invented-archive"}
    assert function["environment_variables"] == told
    assert function["iam_policy_file"] == "policy-a-dev.json"
    policy = json.loads((build / ".chalice" / "policy-a-dev.json").read_text())
    assert policy == policies["api_handler"]
    assert policy["Statement"][0]["Resource"] == ["arn:aws:s3:::invented-archive/callers/*"]


def test_the_checkouts_configuration_stays_as_it_is(project):
    """Nothing of a deployment is written into what is checked out."""
    before = (project / ".chalice" / "policy.json").read_text()
    copy_app(project, "dev")
    write_config(project, CONFIG, "dev", OWN, NAMES)
    assert (project / ".chalice" / "policy.json").read_text() == before
    assert not (project / ".chalice" / "config.json").exists()


def test_a_policy_that_can_not_be_read_is_named(project):
    """A policy that is no JSON ends the deployment with its path."""
    copy_app(project, "dev")
    (project / ".chalice" / "policy.json").write_text("{")
    with pytest.raises(OperatorError, match=r"policy\.json can't be read"):
        write_config(project, CONFIG, "dev", OWN, NAMES)
