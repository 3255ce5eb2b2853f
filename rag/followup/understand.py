"""Follow-up questions: what they leave out is taken from an earlier question."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from typing import Any, cast

from rag.colloquial import in_plain_words
from rag.errors import QuestionError
from rag.followup import chinese, english
from rag.followup.deeds import of_deed
from rag.followup.ellipsis import COURTESY, Gap
from rag.followup.items import of_item
from rag.followup.there import of_place
from rag.language import check, detect
from rag.types import Language

# {"role": "user" or "assistant", "content": a text, or parts of the form {"type": "text", "text": ...}}
Turn = Mapping[str, Any]

_GRAMMARS: dict[Language, Any] = {"zh": chinese, "en": english}
_LONG: dict[Language, int] = {"zh": 40, "en": 80}  # characters: a longer question says what it is about


def understand(question: str, language: Language, history: Sequence[Turn]) -> str:
    """The question in plain words, with what it leaves out taken from the conversation.

    >>> understand("那天府新区呢？", "zh", [{"role": "user", "content": "两江新区有多大？"}])
    '天府新区有多大？'
    """
    earlier: str | None = None
    for asked in _questions(history):
        whole = _complete(asked, detect(asked), earlier)
        # What has no subject leaves the one before in its place.
        if not COURTESY.fullmatch(whole) and (earlier is None or _has_subject(whole) or not _has_subject(earlier)):
            earlier = whole
    return _complete(in_plain_words(question, language), language, earlier)


def _complete(question: str, language: Language, earlier: str | None) -> str:
    """The question with what it leaves out taken from the earlier one; side by side where they do not fit together."""
    ours = _GRAMMARS[language]
    if earlier and (whole := of_deed(question, language, earlier) or of_item(question, language, earlier)):
        return whole
    missing = ours.gap(question) if earlier and len(question) <= _LONG[language] else None
    if missing is None or earlier is None:
        return question
    fits = missing.missing == "rest" or _has_subject(earlier)
    if fits and (whole := _fill(question, ours, missing, earlier)):
        return whole
    placed = of_place(question, language, earlier)
    return placed if placed != question or not fits else f"{_carried(missing, earlier)} {question}".lstrip()


def _carried(missing: Gap, earlier: str) -> str:
    """What goes before a question that the earlier one does not fit: all of that where the question only names
    something, else what that is about, as another question word would ask for what is not wanted.
    """
    return earlier if missing.missing == "rest" else " ".join(_grammar(earlier).topics(earlier))


def _has_subject(question: str) -> bool:
    return any(_grammar(question).subject(question, about) is not None for about in ("several", "person"))


def _fill(question: str, ours: Any, missing: Gap, earlier: str) -> str | None:
    theirs = _grammar(earlier)
    if missing.missing == "all":
        return earlier
    if missing.missing == "rest":
        return cast("str | None", theirs.replace(earlier, missing.words))
    if missing.missing == "topic" and ours is theirs:
        return cast(str, ours.ask_instead(earlier, missing.words))
    subject = theirs.subject(earlier, "event" if missing.missing == "topic" else missing.about)
    if subject is None:
        return None
    return cast(
        str,
        ours.beside(subject, missing.words) if missing.missing == "topic" else ours.insert(question, missing, subject),
    )


def _grammar(question: str) -> Any:
    return _GRAMMARS[detect(question)]


def _questions(history: Sequence[Turn]) -> Iterator[str]:
    """What the user asked, oldest first; turns without a text that could be a question are passed over."""
    for turn in history:
        content = turn.get("content") if isinstance(turn, Mapping) and turn.get("role") == "user" else None
        parts = [content] if isinstance(content, str) else content if isinstance(content, list) else []
        texts = (part.get("text", "") if isinstance(part, Mapping) else part for part in parts)
        with suppress(QuestionError):
            question = check(" ".join(text for text in texts if isinstance(text, str)))
            yield in_plain_words(question, detect(question))
