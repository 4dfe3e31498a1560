"""Figures for Prometheus: what was asked for, how long it took, what came of questions, what is indexed.

Labels are of small, fixed sets (a route's template, never a path; a method; a status; an intent): no figure
can hold what somebody asked for. Each application has a registry of its own.
"""

from collections.abc import Callable

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, generate_latest
from prometheus_client.process_collector import ProcessCollector

__all__ = ["CONTENT_TYPE", "Metrics"]

CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8"
"""Of the text format (https://prometheus.io/docs/instrumenting/exposition_formats/)."""

_SECONDS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 20)
"""Bounds of the duration's buckets: an answer takes some tens of milliseconds, and is given up after 20 s."""
_METHODS = {"GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS"}
_OTHER = "other"


class Metrics:
    """The figures of one application. Safe from any number of threads."""

    def __init__(self) -> None:
        self._registry = CollectorRegistry()
        ProcessCollector(registry=self._registry)
        self._requests = Counter(
            "besluttet_requests",
            "Requests by the template of their route, method and status.",
            ["route", "method", "status"],
            registry=self._registry,
        )
        self._durations = Histogram(
            "besluttet_request_seconds",
            "How long requests took, by the template of their route.",
            ["route"],
            buckets=_SECONDS,
            registry=self._registry,
        )
        self._answers = Counter(
            "besluttet_answers",
            "Answers by what was asked for, and whether the minutes held one.",
            ["intent", "answerable"],
            registry=self._registry,
        )

    def requested(self, route: str, method: str, status: int, seconds: float) -> None:
        """Count a request that has been answered."""
        method = method if method in _METHODS else _OTHER
        self._requests.labels(route, method, str(status)).inc()
        self._durations.labels(route).observe(seconds)

    def answered(self, intent: str, *, answerable: bool) -> None:
        """Count an answer."""
        self._answers.labels(intent, str(answerable).lower()).inc()

    def watch(self, name: str, help_text: str, value: Callable[[], float]) -> None:
        """Have a figure read whenever the figures are; ``name`` without the prefix."""
        Gauge(f"besluttet_{name}", help_text, registry=self._registry).set_function(value)

    def text(self) -> bytes:
        """All figures as Prometheus reads them."""
        return generate_latest(self._registry)
