"""Ask an article in Chinese or English; get a short true answer with the exact words that prove it.

    from rag import ask
    ask("两江新区规划面积有多大？").citations[0].quote

Names are imported when they are first used, so that `import rag` costs next to nothing.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from rag.assistant import Assistant
    from rag.errors import RagError
    from rag.once import ask
    from rag.settings import Settings
    from rag.types import Answer, Citation, Passage, Short
    from rag.where import Where

__all__ = ["Answer", "Assistant", "Citation", "Passage", "RagError", "Settings", "Short", "Where", "ask"]

_HOMES = {"Assistant": "assistant", "ask": "once", "RagError": "errors", "Settings": "settings", "Where": "where"}


def __getattr__(name: str) -> Any:
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"rag.{_HOMES.get(name, 'types')}"), name)
