"""From chosen sentences to an Answer: marks, citations, and the plain no."""

import re
from collections.abc import Mapping, Sequence

from rag.chunk import END_MARKS, Unit
from rag.colloquial import in_plain_words
from rag.extract import Candidate
from rag.field import field_asked, value_of
from rag.language import is_in
from rag.match import glosses
from rag.short.pinyin import name_told
from rag.short.retold import retold
from rag.short.shown import short_answer
from rag.types import OTHER, Answer, Citation, Language, Passage, Short
from rag.wording import ABOUT, BETWEEN, END, ONE_OR_MORE, ONLY_QUOTED, OTHERWISE_QUOTED, QUOTED, REFUSALS, VALUE

CLOSEST = 3
MOST_GLOSSES = 4
MOST_OF_NO_SENTENCE = 20  # characters
_VALUE = re.compile("[:：|]")
_ROW = re.compile(r"\|(.+)\||(.*(?: \| |\t).*)")
_BARS = re.compile(r"[|\t]")
_TASK = re.compile(r"(?<=^[-*+] )\[[ xX]\] ")
_BOLD = re.compile(r"(\*\*|__)(?=\S)(.+?)(?<=\S)\1")
_MARK = re.compile(r"[\[［【]\s*\d+(?:\s*[,，-]\s*\d+)*\s*[\]］】]")


def compose(
    question: str,
    understood: str,
    language: Language,
    candidates: Sequence[Candidate],
    chosen: Sequence[Candidate],
    lines: bool,
    closest: Sequence[Passage],
    threshold: float,
    seconds: Mapping[str, float],
    fingerprint: str,
) -> Answer:
    """The Answer that says the `chosen` sentences, each on one of its own `lines` or run on; a refusal where the
    likeliest of the candidates, which come likeliest first, is below the threshold. Of the `closest` passages, nearest
    first, whole sentences go before what is none.
    """
    confidence = candidates[0].probability if candidates else 0.0
    answered = bool(candidates) and confidence >= threshold
    said = chosen if answered else ()
    has_one = answered and not _has_several(understood, language, said)
    short = _short(question, understood, language, candidates[0].sentence) if has_one else None
    value = _value(short, candidates[0].sentence, language) if short else None
    return Answer(
        question=question,
        language=language,
        text=_text(said, understood, language, lines, value) if answered else REFUSALS[language],
        answered=answered,
        short=short,
        understood=understood,
        confidence=confidence,
        citations=tuple(citation(number, candidate, language) for number, candidate in enumerate(said, 1)),
        closest=() if answered else tuple(sorted(closest, key=_is_no_sentence)[:CLOSEST]),
        mode="extractive",
        model=None,
        seconds=dict(seconds),
        fingerprint=fingerprint,
    )


def _text(chosen: Sequence[Candidate], question: str, language: Language, lines: bool, value: str | None) -> str:
    """The sentences in the language of the question, each with its mark; of those that can only be quoted the `value`
    that they give.

    Two neighbours of one paragraph run on, unless each is to have `lines` of its own.
    """
    only_quoted = [one.sentence.text for one in chosen if _is_only_quoted(one.sentence, language)]
    gloss, amount = _gloss(" ".join(only_quoted), question, language), ONE_OR_MORE[len(only_quoted) > 1]
    gloss += VALUE[language].format(value) if value else ""
    text, before, said_before = "", None, ""
    for number, candidate in enumerate(chosen, 1):
        unit = candidate.sentence
        said = _said(unit, language, gloss, amount)
        if said != said_before:
            if before:
                runs_on = _same_paragraph(before, unit) and not lines and unit.head is None
                text += (" " if language == "en" else "") if runs_on else "\n\n"
            text += said
        text += f"[{number}]"
        before, said_before = unit, said
    return text


def _short(question: str, understood: str, language: Language, unit: Unit) -> Short | None:
    return short_answer(in_plain_words(question, language), understood, language, unit)


def _has_several(question: str, language: Language, said: Sequence[Candidate]) -> bool:
    """Whether each of several sentences has a value for the label that is all that a question asks for."""
    name = field_asked(question, language) if len(said) > 1 else ""
    return bool(name) and all(value_of(name, one.sentence.text) for one in said)


def _value(short: Short, unit: Unit, language: Language) -> str | None:
    """What the short answer of a sentence that can only be quoted says to the reader; None where that is unsure."""
    if not _is_only_quoted(unit, language):
        return None
    return retold(short.text, language) or name_told(short.text, unit.text, language)


def _is_no_sentence(passage: Passage) -> bool:
    """Whether it is short and ends without a stop, as a salutation, a by-line or a date does."""
    text = passage.text.rstrip()
    return len(text) <= MOST_OF_NO_SENTENCE and text[-1:] not in END_MARKS and not _VALUE.search(text)


def _same_paragraph(one: Unit, other: Unit) -> bool:
    return (one.article_id, one.paragraph) == (other.article_id, other.paragraph)


def _is_only_quoted(unit: Unit, language: Language) -> bool:
    return unit.translation is None and not is_in(unit.text, language)


def _said(unit: Unit, language: Language, gloss: str, amount: str) -> str:
    if _is_only_quoted(unit, language):
        heading = unmarked(unit.section).strip()
        section = f" ({heading})" if heading and is_in(heading, language) else ""
        introduction = ONLY_QUOTED if is_in(unit.text, OTHER[language]) else OTHERWISE_QUOTED
        return f"{introduction[language].format(amount)}{section}{gloss}{END[language]}"
    return unmarked(plain(unit.text if is_in(unit.text, language) else str(unit.translation)))


def _gloss(text: str, question: str, language: Language) -> str:
    words = [
        QUOTED[language].format(word) for word in glosses(question, text) if len(word) > 1 and is_in(word, language)
    ]
    return ABOUT[language].format(BETWEEN[language].join(words[:MOST_GLOSSES])) if words else ""


def plain(text: str) -> str:
    """The text of a sentence without the marks of Markdown: bold, tasks, and what parts the cells of a table's row.

    >>> plain("| **Kafka** | 3 days |"), plain("- [ ] Ask Amy")
    ('Kafka · 3 days', '- Ask Amy')
    """
    row = _ROW.fullmatch(text)
    text = " · ".join(map(str.strip, _BARS.split(row[1] or row[2]))) if row else _TASK.sub("", text)
    return _BOLD.sub(r"\2", text)


def unmarked(text: str) -> str:
    """The text without reference marks of its own, which would be taken for ours."""
    return _MARK.sub("", text)


def citation(number: int, candidate: Candidate, language: Language) -> Citation:
    """The candidate's sentence as the citation with this number, for an answer in this language."""
    unit = candidate.sentence
    return Citation(
        number=number,
        article_id=unit.article_id,
        section=unit.section,
        paragraph=unit.paragraph,
        start=unit.start,
        end=unit.end,
        quote=unit.text,
        translation=None if is_in(unit.text, language) else unit.translation,
        score=candidate.probability,
    )
