"""How long the tests with made-up input go on: `YINJU_FUZZ=20000 pytest tests -k fuzz` tries as many new ones."""

import os

from hypothesis import HealthCheck, settings

_WANTED = os.environ.get("YINJU_FUZZ")


def fuzz(cases: int) -> settings:
    """So many cases, the same on each run, unless the environment asks for more and new ones."""
    return settings(
        max_examples=int(_WANTED or cases),
        derandomize=not _WANTED,
        database=None,
        deadline=None,
        suppress_health_check=list(HealthCheck),
    )
