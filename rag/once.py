"""`rag.ask`: one question without an assistant of one's own."""

from collections.abc import Sequence

from rag.assistant import Assistant
from rag.followup.understand import Turn
from rag.settings import Settings
from rag.types import Answer


def ask(question: str, history: Sequence[Turn] = ()) -> Answer:
    """Answer a question about the bundled article under the settings of the environment."""
    return _bundled(Settings()).ask(question, history)


_assistants: dict[str, Assistant] = {}


def _bundled(settings: Settings) -> Assistant:
    key = settings.model_dump_json()
    if key not in _assistants:
        for old in _assistants.values():
            old.close()
        _assistants.clear()
        _assistants[key] = Assistant(settings=settings)
    return _assistants[key]
