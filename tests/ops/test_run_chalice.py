"""Chalice's commands as ours run them: whatever goes wrong in them is an error here."""

import json

import pytest

from ops.operator_error import OperatorError
from ops.run_chalice import run_chalice


@pytest.fixture
def project(tmp_path):
    """A project of which an API is deployed, as Chalice wrote it down."""
    (tmp_path / "app.py").write_text("import chalice\n\napp = chalice.Chalice('invented')\n")
    folder = tmp_path / ".chalice"
    (folder / "deployed").mkdir(parents=True)
    (folder / "config.json").write_text('{"version": "2.0", "app_name": "invented", "stages": {}}')
    api = {"name": "rest_api", "resource_type": "rest_api", "rest_api_id": "abc"}
    record = {"schema_version": "2.0", "backend": "api", "resources": [api]}
    (folder / "deployed" / "dev.json").write_text(json.dumps(record))
    return tmp_path


def test_what_chalice_could_not_do_is_an_error(project):
    """An exception in Chalice, here an AWS that is away, ends our command, with its last lines."""
    away = {
        "AWS_ENDPOINT_URL": "http://127.0.0.1:9",
        "AWS_ACCESS_KEY_ID": "invented",
        "AWS_SECRET_ACCESS_KEY": "invented",
        "AWS_DEFAULT_REGION": "us-east-1",
    }
    with pytest.raises(OperatorError, match=r"^chalice delete failed; in .* it said:"):
        run_chalice("delete", "dev", project, away)
    kept = json.loads((project / ".chalice" / "deployed" / "dev.json").read_text())
    assert kept["resources"]


def test_a_command_that_chalice_does_not_know_is_an_error(project):
    """What Chalice refuses to begin is told, too."""
    with pytest.raises(OperatorError, match="No such command"):
        run_chalice("undeploy", "dev", project, {})
