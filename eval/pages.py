"""Pages in two languages, line for line, and what is asked of them in both."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from statistics import fmean
from typing import Any, Literal

from corpus.article import Article, parse
from corpus.load import translated
from eval.cases import Case, Gold
from eval.dataset import LANGUAGES, Answers, Question, places, spots
from eval.run import Result, measure
from rag.assistant import Assistant
from rag.settings import Settings
from rag.types import Language

# In Chinese with a translation as the packaged article, or in one language alone.
Form = Literal["both", "zh", "en"]
FORMS: tuple[Form, ...] = ("both", "en", "zh")
Use = Literal["taught", "fitted", "held out"]  # the reader learns from it, the calibration is fitted on it, or nothing
HEADING, PARAGRAPH = "## ", ""
Line = tuple[int, str, str]  # its number, its Chinese and its English
Block = tuple[str, Sequence[Line]]  # a heading or a paragraph, after what marks it


@dataclass(frozen=True, slots=True)
class Page:
    """A page of text, and the questions on it as they are kept."""

    name: str
    blocks: Sequence[Block]
    questions: Sequence[Mapping[str, Any]]

    @property
    def lines(self) -> Iterator[Line]:
        """All lines, from the top."""
        return chain.from_iterable(lines for _, lines in self.blocks)


def words_in(line: Line, language: Language) -> str:
    """What a line says in a language."""
    _, chinese, english = line
    return english if language == "en" else chinese


def cases(page: Page, form: Form) -> tuple[Article, list[Case]]:
    """The page as an article, and its questions, each in both languages."""
    article = _article(page, form)
    texts = {line[0]: words_in(line, "en" if form == "en" else "zh") for line in page.lines}
    return article, [case for asked in page.questions for case in _question(asked).cases(_gold(asked, texts, article))]


def _question(asked: Mapping[str, Any]) -> Question:
    """The question without its evidence, which are lines."""
    own = {name: asked[name] for name in ("id", "type", "zh", "en", "answerable", "answers")}
    return Question.model_construct(**own | {"answers": Answers.model_validate_json(json.dumps(asked["answers"]))})


def _gold(asked: Mapping[str, Any], texts: Mapping[int, str], article: Article) -> Gold:
    """Where the lines that answer stand; a headline stands in no paragraph."""
    spans = [places(texts[at], article) for at in asked["lines"]]
    spans = [tuple(chain(*spans))] if asked["any"] else spans
    return Gold(tuple(spans), tuple(spots(found, article) for found in spans))


def _article(page: Page, form: Form) -> Article:
    chinese = "\n\n".join(mark + "".join(zh for _, zh, _ in lines) for mark, lines in page.blocks)
    english = "\n\n".join(mark + " ".join(en for _, _, en in lines) for mark, lines in page.blocks)
    if form == "both":
        return translated(page.name, chinese, english)
    return parse(page.name, english if form == "en" else chinese)


def ask(page: Page, form: Form, index: Path) -> list[Result]:
    """What comes of every question on a page; its index is kept in the folder `index`."""
    article, asked = cases(page, form)
    assistant = Assistant([article], Settings(index_dir=index))
    found = [measure(assistant, case) for case in asked]
    assistant.close()
    return found


def rates(results: Sequence[Result]) -> dict[str, float]:
    """Shares (0..1): of answerable questions the answers with the gold words, those that cite the gold, and those
    refused; of the others those refused.
    """
    answerable = [one.scores for one in results if one.answerable]
    return {
        "contains gold": fmean(one.contains_gold or 0 for one in answerable),
        "citation hits gold": fmean(one.citation_hit or 0 for one in answerable),
        "refused wrongly": fmean(one.wrong_refusal or 0 for one in answerable),
        "near misses refused": fmean(one.scores.right_refusal or 0 for one in results if not one.answerable),
    }


def show_rates(pages: Sequence[Page], index: Path) -> None:
    """Ask all questions on some pages, and print the rates by form of the page and language of the question."""
    for form in FORMS:
        results = [result for page in pages for result in ask(page, form, index)]
        for language in LANGUAGES:
            own = [result for result in results if result.language == language]
            print(f"page in {form}, asked in {language}: {said_rates(own, form in ('both', language))}")


def said_rates(results: Sequence[Result], readable: bool) -> str:
    """The rates in words; that of the gold words only where the text is `readable` in the language of the questions."""
    found = rates(results)
    if not readable:
        del found["contains gold"]  # they are in the language of the text, the answer is not
    return ", ".join(f"{name} {share:.1%}" for name, share in found.items())
