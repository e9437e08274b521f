"""What AWS may answer instead of doing what was asked, in sentences that say what to do.

A reason is AWS' own code of an error (``AccessDenied``), or the name of boto3's exception
(``NoCredentialsError``) where no answer came.
"""

from collections.abc import Mapping

from botocore.exceptions import BotoCoreError, ClientError

from ops.operator_error import OperatorError

NO_CREDENTIALS = (
    "AWS does not know who asks: there are no credentials. Set AWS_PROFILE, or AWS_ACCESS_KEY_ID "
    "and AWS_SECRET_ACCESS_KEY."
)
EXPIRED = "AWS' credentials have expired. Sign in again, with aws sso login or new keys."
WRONG_KEYS = (
    "AWS does not accept these credentials. Compare AWS_PROFILE, or AWS_ACCESS_KEY_ID, "
    "AWS_SECRET_ACCESS_KEY and AWS_SESSION_TOKEN, with what AWS gave you."
)
WRONG_CLOCK = "This machine's clock is off by minutes, so AWS refuses it. Set the clock by NTP."
NOT_ALLOWED = "These credentials may not do this in AWS. Have whoever gave them to you allow it."
NO_BUCKET = (
    "There is no such archive: no bucket of that name. For the lab see ARCHIVE_BUCKET; a stage "
    "gets its archive by make deploy."
)
NO_NAME = "AWS can't take a name that it was given. Compare ARCHIVE_BUCKET and AWS_REGION."
AWAY = "AWS does not answer. See to this machine's network, to AWS_REGION, and to AWS_ENDPOINT_URL"
BUSY = "AWS asks to slow down. Wait a minute and run it again: it goes on where it stopped."

_SENTENCES = {
    NO_CREDENTIALS: "NoCredentialsError PartialCredentialsError CredentialRetrievalError",
    EXPIRED: "ExpiredToken ExpiredTokenException TokenRefreshRequired UnauthorizedSSOTokenError "
    "SSOTokenLoadError TokenRetrievalError",
    WRONG_KEYS: "InvalidClientTokenId InvalidAccessKeyId UnrecognizedClientException "
    "SignatureDoesNotMatch AuthFailure InvalidToken",
    WRONG_CLOCK: "RequestTimeTooSkewed RequestExpired",
    NOT_ALLOWED: "AccessDenied AccessDeniedException UnauthorizedOperation 403",
    NO_BUCKET: "NoSuchBucket",
    NO_NAME: "ParamValidationError InvalidBucketName InvalidRegionError",
    f"{AWAY} if it is set.": "EndpointConnectionError ConnectTimeoutError ReadTimeoutError "
    "ConnectionClosedError HTTPClientError SSLError ProxyConnectionError",
    BUSY: "SlowDown Throttling ThrottlingException TooManyRequestsException RequestLimitExceeded",
}
_BY_REASON = {reason: said for said, reasons in _SENTENCES.items() for reason in reasons.split()}


def aws_error(error: BotoCoreError | ClientError) -> OperatorError:
    """Return what to tell an operator of ``error``."""
    if isinstance(error, ClientError):
        code = str(error.response["Error"]["Code"])
        asked = f" It was asked for {error.operation_name} ({code})."
        return OperatorError(f"{_BY_REASON.get(code, f'AWS refused: {_words(error)}.')}{asked}")
    kind = type(error).__name__
    if kind == "ProfileNotFound":
        named = "aws configure list-profiles names those that there are"
        return OperatorError(f"AWS_PROFILE names no profile of this machine; {named}.")
    return OperatorError(_BY_REASON.get(kind, f"AWS can't be asked: {error}"))


def archive_error(reason: str) -> OperatorError:
    """Return what to tell an operator when the archive failed with ``reason``."""
    return OperatorError(_BY_REASON.get(reason, f"S3 refused ({reason}). Run it again."))


def check_endpoints(environ: Mapping[str, str]) -> None:
    """Raise OperatorError when a variable that says where AWS is holds no URL."""
    for name, value in environ.items():
        if name.startswith("AWS_ENDPOINT_URL") and not value.startswith(("http://", "https://")):
            raise OperatorError(f"{name} must begin with http:// or https://; correct or unset it.")


def _words(error: ClientError) -> str:
    return str(error.response["Error"].get("Message") or "it does not say why").rstrip(".")
