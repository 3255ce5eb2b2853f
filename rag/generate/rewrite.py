"""Follow-up questions made whole by a language model, as a field of JSON where its provider has structured output."""

from collections.abc import Sequence
from contextlib import suppress
from typing import Any

from rag.errors import QuestionError
from rag.followup.understand import Turn
from rag.generate import support
from rag.generate.faults import FaultError
from rag.generate.prompts import conversation, rewriting
from rag.generate.structured import one_field, schema
from rag.language import check, is_in
from rag.match import words_of
from rag.types import Language

LONGEST = 200  # characters: a longer reply is no question
_WANTED = schema("question", "the question, rewritten so that it can be understood without the conversation")


def rewrite(model: Any, question: str, language: Language, history: Sequence[Turn], seconds: float) -> str | None:
    """The question with what it leaves out, as the model puts it within `seconds`.

    None where there was no conversation, or the model gives no question of the language that says what was asked and
    nothing that was never said.
    """
    asking = rewriting(question, language, history)
    with suppress(FaultError, QuestionError):
        whole = check(one_field(model, asking, _WANTED, seconds)) if asking else ""
        if 0 < len(whole) <= LONGEST and is_in(whole, language):
            said = "\n".join([question, *(turn.text for turn in conversation(history))])
            if _says(said, whole, language) and _says(whole, question, language):
                return whole
    return None


def _says(text: str, question: str, language: Language) -> bool:
    """Whether a text has every number, name and other word of the question, in either language."""
    matched = words_of(question, language, lambda *_: 1.0).matched(text)
    return not support.lacks(question, [text], language) and bool((matched >= support.SLIGHT).all())
