"""Measure the question answering: `python -m eval`, or from Python

    from eval import evaluate
    evaluate("my-set.csv")[0]["contains_gold"]

The name is imported when it is first used, so that `python -m eval --help` answers at once.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from eval.records import evaluate

__all__ = ["evaluate"]


def __getattr__(name: str) -> Any:
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return import_module("eval.records").evaluate
