"""Follow-up questions: what they leave out is taken from an earlier question."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from corpus.fold import fold
from rag.errors import QuestionError
from rag.language import check
from rag.lexical import content_words
from rag.types import Language

# {"role": "user" or "assistant", "content": a text, or parts of the form {"type": "text", "text": ...}}
Turn = Mapping[str, Any]

_LEANS: dict[Language, re.Pattern[str]] = {
    "zh": re.compile(
        r"^(那|还有|以及|另外)|呢[？?。]?$|它们?|他们|她|其(?!他|中|实|它|次|余)|该[区地市省县镇]"
        r"|这(个|里)|那(里|个)|上述|前者|后者"
    ),
    "en": re.compile(
        r"^(and|or|but|what about|how about)\b|\b(it|its|they|them|their|he|she|his|her)\b"
        r"|\b(that|this|those|these)\W*$"
    ),
}
_SHORT = {"zh": 40, "en": 80}  # characters: a longer question says what it is about


def understand(question: str, language: Language, history: Sequence[Turn]) -> str:
    """The question, with the last one that stood alone in front where it leans on it.

    >>> understand("那天府新区呢？", "zh", [{"role": "user", "content": "两江新区有多大？"}])
    '两江新区有多大？ 那天府新区呢？'
    """
    if not _leans(question, language):
        return question
    asked = list(_questions(history))
    alone = (text for text in reversed(asked) if not _leans(text, language))
    subject = next(alone, None)
    return f"{subject} {question}" if subject else question


def _leans(question: str, language: Language) -> bool:
    if len(question) > _SHORT[language]:
        return False
    return bool(_LEANS[language].search(fold(question))) or not content_words(question)


def _questions(history: Sequence[Turn]) -> Iterator[str]:
    """What the user asked, oldest first; turns without a text that could be a question are passed over."""
    for turn in history:
        content = turn.get("content") if isinstance(turn, Mapping) and turn.get("role") == "user" else None
        parts = [content] if isinstance(content, str) else content if isinstance(content, list) else []
        texts = (part.get("text", "") if isinstance(part, Mapping) else part for part in parts)
        try:
            yield check(" ".join(text for text in texts if isinstance(text, str)))
        except QuestionError:
            continue
