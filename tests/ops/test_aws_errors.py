"""What AWS refuses or can't be asked, in sentences."""

import pytest
from botocore.exceptions import (
    BotoCoreError,
    ClientError,
    EndpointConnectionError,
    NoCredentialsError,
    ProfileNotFound,
    UnauthorizedSSOTokenError,
)

from ops.aws_errors import archive_error, aws_error, check_endpoints
from ops.operator_error import OperatorError


@pytest.mark.parametrize(
    ("error", "sentence"),
    [
        (NoCredentialsError(), "there are no credentials. Set AWS_PROFILE"),
        (ProfileNotFound(profile="nobody"), "AWS_PROFILE names no profile of this machine"),
        (UnauthorizedSSOTokenError(), "have expired. Sign in again, with aws sso login"),
        (EndpointConnectionError(endpoint_url="https://x"), "AWS does not answer. See to this"),
        (BotoCoreError(), "AWS can't be asked: An unspecified error"),
    ],
)
def test_who_gets_no_answer_is_told_where_to_look(error, sentence):
    """Without an answer of AWS' the variable or the network to see to is named."""
    assert sentence in aws_error(error).message


@pytest.mark.parametrize(
    ("code", "sentence"),
    [
        ("ExpiredToken", "AWS' credentials have expired. Sign in again"),
        ("InvalidClientTokenId", "AWS does not accept these credentials."),
        ("RequestTimeTooSkewed", "This machine's clock is off by minutes"),
        ("AccessDenied", "These credentials may not do this in AWS."),
        ("Throttling", "AWS asks to slow down. Wait a minute"),
        ("NoSuchBucket", "There is no such archive"),
        ("Strange", "AWS refused: The moon is full."),
    ],
)
def test_a_refusal_names_what_was_asked_for(code, sentence):
    """Whoever has to ask for a permission is told for which, and AWS' own code."""
    answer = {"Error": {"Code": code, "Message": "The moon is full."}}
    said = aws_error(ClientError(answer, "GetFunctionConfiguration")).message
    assert said.startswith(sentence)
    assert said.endswith(f" It was asked for GetFunctionConfiguration ({code}).")


@pytest.mark.parametrize(
    ("reason", "sentence"),
    [
        ("NoSuchBucket", "There is no such archive"),
        ("EndpointConnectionError", "AWS does not answer."),
        ("ParamValidationError", "AWS can't take a name that it was given."),
        ("InternalError", "S3 refused (InternalError). Run it again."),
    ],
)
def test_an_archive_that_fails_is_told_like_any_of_aws(reason, sentence):
    """The reason of an ArchiveError is AWS' code or boto3's name, and is read as such."""
    assert archive_error(reason).message.startswith(sentence)


def test_only_urls_say_where_aws_is():
    """An address without http:// is named by its variable, before boto3 chokes on it."""
    check_endpoints({"AWS_ENDPOINT_URL_S3": "http://127.0.0.1:8002", "OTHER": "nonsense"})
    with pytest.raises(OperatorError, match=r"^AWS_ENDPOINT_URL must begin with"):
        check_endpoints({"AWS_ENDPOINT_URL": "127.0.0.1:8002"})
