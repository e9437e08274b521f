"""Metrics: one line of JSON each, which CloudWatch turns into numbers by itself.

https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Embedded_Metric_Format.html

Values are numbers and dimensions are words of ours: nothing of a caller can stand in either.
"""

from aws_lambda_powertools.metrics import EphemeralMetrics, MetricUnit

NAMESPACE, SERVICE = "AgenticMemory", "agentic-memory"


def emit(dimensions: dict[str, str], **values: float) -> None:
    """Write ``values``, each under its name.

    Names that end in ``Ms`` are milliseconds, in ``Secs`` seconds, others counts. ``dimensions``
    tell values of one name apart: ``{"door": "client-data"}``.
    """
    metrics = EphemeralMetrics(namespace=NAMESPACE, service=SERVICE)
    for name, value in values.items():
        metrics.add_metric(name=name, unit=_unit(name), value=value)
    for name, word in dimensions.items():
        metrics.add_dimension(name=name, value=word)
    metrics.flush_metrics()


def _unit(name: str) -> MetricUnit:
    if name.endswith("Ms"):
        return MetricUnit.Milliseconds
    return MetricUnit.Seconds if name.endswith("Secs") else MetricUnit.Count
