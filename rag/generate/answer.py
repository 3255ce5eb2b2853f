"""From a model's text, as it comes, to the checked Answer."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from time import perf_counter

from corpus.fold import fold
from rag.chunk import Chunk, Unit
from rag.cite import CLOSEST, citation
from rag.extract import Candidate
from rag.followup.understand import Turn
from rag.generate.faults import FaultError, Reason, note
from rag.generate.marks import Said, SentenceReader
from rag.language import HAN, is_in
from rag.settings import OnUnsupported
from rag.short.shown import short_answer
from rag.types import Answer, Language, Passage, Short
from rag.wording import REFUSALS, UNSUPPORTED

# What only a refusal says, and what says it where nothing else is said.
_REFUSES = re.compile(r"信息不足|insufficient information|not enough information", re.IGNORECASE)
_UNANSWERED = re.compile(
    r"(?:没有|未)(?:提到|提及|提供|说明|涉及|给出|回答)|无法(?:回答|确定|得知)|不能回答"
    r"|\b(?:do(?:es)?|did) not (?:mention|say|state|provide|contain|specify|give|answer|include)\b"
    r"|\b(?:cannot|can't|unable to) (?:be )?(?:answer|determine|find)|\b(?:is|are) not (?:mentioned|stated|given)\b",
    re.IGNORECASE,
)
_DECLINES = re.compile(
    r"(?:抱歉|对不起).{0,20}(?:不能|无法)|我(?:不能|无法)(?:协助|提供|回答|满足)"
    r"|\b(?:i'm|i am) (?:sorry|unable)\b|\bi (?:cannot|can't|won't) (?:help|assist|answer|provide|comply)\b",
    re.IGNORECASE,
)
_CHINESE_ASIDE = re.compile(rf"\s*[(（][^()（）]*{HAN.pattern}[^()（）]*[)）]")

Supporting = Callable[[str, Sequence[Chunk]], Sequence[Unit]]


@dataclass(frozen=True, slots=True)
class Brief:
    """What a model is to answer from: the question as asked and understood, the conversation, the chunks it is shown.

    `extractive` is the answer without a model, `nearest` the passages to be offered where there is no answer.
    """

    question: str
    understood: str
    language: Language
    history: Sequence[Turn]
    shown: Sequence[Chunk]
    extractive: Answer
    nearest: Sequence[Passage]


@dataclass(frozen=True, slots=True)
class _Kept:
    said: Said
    units: tuple[Unit, ...]
    text: str


class Draft:
    """An answer in the making.

    A sentence is checked when it ends: only then do its marks show, and only where quotes support it. `supporting`
    gives the sentences of the article that support a claim, from the chunks that it is marked with (none where it has
    no mark). `model` is the name to be shown.
    """

    def __init__(self, brief: Brief, model: str, on_unsupported: OnUnsupported, supporting: Supporting) -> None:
        self._brief, self._model, self._on_unsupported, self._supporting = brief, model, on_unsupported, supporting
        self._reader = SentenceReader()
        self._said: list[Said] = []
        self._kept: list[_Kept] = []
        self._numbers: dict[Unit, int] = {}
        self._refused = False
        self._shown = ""  # of the open sentence
        self.seconds = 0.0

    def add(self, piece: str) -> Iterator[str]:
        """The text to be shown, now that this piece of the reply has come. Raises FaultError as `answer` does."""
        for said in self._reader.feed(piece):
            yield from self._finish(said)
        if self._on_unsupported == "mark" and self._reader.open.text:
            yield from self._show(self._parted(self._reader.open))

    def close(self) -> Iterator[str]:
        """The text still to be shown, now that the reply has ended. Raises FaultError as `answer` does."""
        for said in self._reader.close():
            yield from self._finish(said)

    def _finish(self, said: Said) -> Iterator[str]:
        started = perf_counter()
        self._said.append(said)
        kept = self._check(said)
        self.seconds += perf_counter() - started
        if kept:
            yield from self._show(kept.text)
            self._kept.append(kept)
        self._shown = ""

    def _show(self, text: str) -> Iterator[str]:
        """What of the sentence has not been shown yet."""
        if text.startswith(self._shown) and text != self._shown:
            yield text[len(self._shown) :]
            self._shown = text

    def _check(self, said: Said) -> _Kept | None:
        """The sentence with its marks, or with the word that it has none; None where it is withdrawn."""
        language = self._brief.language
        if language == "en":
            said = replace(said, text=_CHINESE_ASIDE.sub("", said.text))
        if self._says_no(said) or (language == "en" and HAN.search(said.text)) or self._is_repeated(said):
            return None
        shown = self._brief.shown
        marked = [shown[number - 1] for number in said.numbers if 1 <= number <= len(shown)]
        units = tuple(self._supporting(said.claim, marked))
        if not units and self._on_unsupported == "fall back":
            raise FaultError("declined" if _DECLINES.search(said.text) else "unsupported")
        if not units and self._on_unsupported == "drop":
            return None
        return _Kept(said, units, self._parted(said) + (self._marks(units) or UNSUPPORTED[language]))

    def _says_no(self, said: Said) -> bool:
        """Whether the sentence says that the passages do not answer, which no quote could confirm."""
        no = _REFUSES.search(said.text) if len(self._said) == 1 else None
        no = no or (None if said.numbers else _UNANSWERED.search(said.text) or _REFUSES.search(said.text))
        self._refused = self._refused or bool(no)
        return bool(no)

    def _is_repeated(self, said: Said) -> bool:
        return any(fold(kept.said.claim) == fold(said.claim) for kept in self._kept)

    def _parted(self, said: Said) -> str:
        """The sentence behind what parts it from the one before."""
        between = (said.before or (" " if self._brief.language == "en" else "")) if self._kept else ""
        return between + said.text

    def _marks(self, units: Sequence[Unit]) -> str:
        for unit in units:
            self._numbers.setdefault(unit, len(self._numbers) + 1)
        return "".join(f"[{number}]" for number in sorted(self._numbers[unit] for unit in units))

    def answer(self, seconds: Mapping[str, float], reason: Reason | None = None) -> Answer:
        """The Answer; the one without a model where there is a `reason`, or where what was said is none.

        What was said of a model that failed is not shown, even where it is supported: it may be half of an answer.
        """
        said = " ".join(said.text for said in self._said)
        if reason is None and self._refused and (not self._numbers or _REFUSES.search(self._said[0].text)):
            return self._refusal(seconds)
        if reason := reason or self._fault(said):
            return replace(
                self._brief.extractive, seconds=dict(seconds), note=note(reason, self._model, self._brief.language)
            )
        return self._answer(seconds)

    def _fault(self, said: str) -> Reason | None:
        language = self._brief.language
        if not said:
            return "empty"
        kept = "".join(kept.text for kept in self._kept)
        if not is_in(said, language) or (kept and language == "zh" and not HAN.search(kept)):
            return "language"
        if not self._numbers:
            return "declined" if _DECLINES.search(said) else "unsupported"
        return None

    def _answer(self, seconds: Mapping[str, float]) -> Answer:
        extractive, language = self._brief.extractive, self._brief.language
        text = "".join(kept.text for kept in self._kept)
        cited = ((number, Candidate(unit, extractive.confidence)) for unit, number in self._numbers.items())
        return replace(
            extractive,
            text=text,
            answered=True,
            short=self._short(text),
            citations=tuple(citation(number, candidate, language) for number, candidate in cited),
            closest=(),
            mode="generative",
            model=self._model,
            seconds=dict(seconds),
        )

    def _refusal(self, seconds: Mapping[str, float]) -> Answer:
        return replace(
            self._brief.extractive,
            text=REFUSALS[self._brief.language],
            answered=False,
            short=None,
            citations=(),
            closest=tuple(self._brief.nearest[:CLOSEST]),
            mode="generative",
            model=self._model,
            seconds=dict(seconds),
        )

    def _short(self, text: str) -> Short | None:
        """The short answer in a cited sentence that the text gives too."""
        brief = self._brief
        found = (short_answer(brief.question, brief.understood, brief.language, unit) for unit in self._numbers)
        return next((short for short in found if short and fold(short.text) in fold(text)), None)
