"""Metrics: one line of JSON each, which CloudWatch turns into numbers by itself.

https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Embedded_Metric_Format.html

Values are numbers and dimensions are words of ours: nothing of a caller can stand in either. Beside
them stands the id of the conversation, for reading; it is no dimension.
"""

import json
import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager

from aws_lambda_powertools.metrics import EphemeralMetrics, MetricUnit
from aws_lambda_powertools.metrics.functions import is_metrics_disabled

from chalicelib import correlation

NAMESPACE, SERVICE = "AgenticMemory", "agentic-memory"


def emit(dimensions: dict[str, str], **values: float) -> None:
    """Write ``values``, each under its name.

    Names that end in ``Ms`` are milliseconds, in ``Secs`` seconds, others counts. ``dimensions``
    tell values of one name apart: ``{"door": "client-data"}``.
    """
    if is_metrics_disabled():
        return
    service = os.environ.get("POWERTOOLS_SERVICE_NAME", SERVICE)  # names the stage where deployed
    metrics = EphemeralMetrics(namespace=NAMESPACE, service=service)
    for name, value in values.items():
        metrics.add_metric(name=name, unit=_unit(name), value=value)
    for name, word in dimensions.items():
        metrics.add_dimension(name=name, value=word)
    if conversation_id := correlation.current():
        metrics.add_metadata("correlation_id", conversation_id)
    # In one piece, which Powertools' own print is not: other threads write lines as well.
    sys.stdout.write(f"{json.dumps(metrics.serialize_metric_set(), separators=(',', ':'))}\n")


@contextmanager
def timed(dependency: str, operation: str) -> Iterator[None]:
    """Measure how long ``dependency`` (``"mem0"``, ``"s3"``) takes, whether it fails or not."""
    started = time.monotonic()
    try:
        yield
    finally:
        latency_ms = round((time.monotonic() - started) * 1_000, 1)
        emit({"dependency": dependency, "operation": operation}, LatencyMs=latency_ms)


def _unit(name: str) -> MetricUnit:
    if name.endswith("Ms"):
        return MetricUnit.Milliseconds
    return MetricUnit.Seconds if name.endswith("Secs") else MetricUnit.Count
