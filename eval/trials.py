"""Questions whose truth is known, of public sets and of ours: which sentence answers, and whether the article does.

Articles are put together of paragraphs about like things, as those of one article are. From some an answer is taken
out, or the sentence that holds it: questions on the topic and yet not answered. A few are asked of a wrong article.
Pages are asked what is asked on them, some questions on another page, and some everyday ones (`assets/everyday.tsv`),
of which the reader learns from others (`eval.teach`).
"""

import random
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import files
from itertools import chain
from pathlib import Path
from typing import Any

import numpy as np

from corpus.article import Article, parse
from eval import squad
from eval.cases import Case, Place
from eval.metrics import overlap
from eval.pages import FORMS, Page, Use, cases
from rag.assistant import Assistant
from rag.chunk import Unit, split_sentences
from rag.colloquial import in_plain_words
from rag.embed import from_settings
from rag.errors import QuestionError
from rag.language import detect
from rag.reader.pair import Pair
from rag.reading import pairs
from rag.settings import Settings
from rag.signals.measure import Signals, measure
from rag.types import Language

LIMIT = 400  # paragraphs of each set; the reader learned from what is left of the Chinese ones (see `eval.teach`)
PARAGRAPHS_AN_ARTICLE = 20
# The first of every two is for the reader, the others in turn for the two other uses.
_EVERYDAY_ROWS: Mapping[Use, slice] = {
    "taught": slice(0, None, 2),
    "fitted": slice(1, None, 4),
    "held out": slice(3, None, 4),
}
ASTRAY = 0.08  # share of the questions that are asked of a wrong article as well
MOST_OF_SENTENCE = 0.5  # share of a sentence that may be missing of it
_BEGINNING = 250  # characters by which paragraphs are told to be alike
Paragraph = tuple[str, list[tuple[str, str, str]]]  # context, [(id, question, first answer)]


@dataclass(frozen=True, slots=True)
class Asked:
    """A question, the article that it is asked of, and the words that answer it there (None: not answered)."""

    question: str
    article: str
    answer: str | None
    paragraph: str


@dataclass(frozen=True, slots=True)
class Trial:
    """The signals of the candidates for one question, which of them answer, and whether the article does.

    `on_page` is whether it is a question of ours on a page, `pairs` are the candidates as the reader is given them.
    """

    language: Language
    signals: Sequence[Signals]
    gold: Sequence[bool]
    answerable: bool
    on_page: bool = False
    pairs: Sequence[Pair] = ()


def read_paragraphs(path: Path) -> list[Paragraph]:
    """The paragraphs of a file in SQuAD's format."""
    return [
        (part.context, [(qa.id, qa.question, qa.answers[0].text) for qa in part.qas if qa.answers])
        for part in squad.read_paragraphs(path)
    ]


def alike(paragraphs: Sequence[Paragraph]) -> list[Paragraph]:
    """The paragraphs in an order in which each is followed by the most similar one of those that are left."""
    embeddings = from_settings(Settings())
    vectors = np.array(embeddings.embed_documents([context[:_BEGINNING] for context, _ in paragraphs]))
    left, order = list(range(1, len(paragraphs))), [0]
    while left:
        nearest = int((vectors[left] @ vectors[order[-1]]).argmax())
        order.append(left.pop(nearest))
    return [paragraphs[place] for place in order]


def withhold(context: str, answers: Sequence[str], chance: random.Random) -> str:
    """The paragraph as it is half of the time; else without one of its answers, or without the sentences that hold it.

    A sentence that lacks no more than the answer is what makes a question a near miss: all its words are there.
    """
    if not answers or chance.random() < 0.5:
        return context
    gone = chance.choice(answers)
    sentences = [context[a:b] for a, b in split_sentences(context)]
    longest = MOST_OF_SENTENCE * min((len(one) for one in sentences if gone in one), default=0)
    if chance.random() < 0.5 and len(gone) <= longest:
        return context.replace(gone, "")
    kept = [one for one in sentences if gone not in one]
    return " ".join(kept) if kept else context


def questions(paragraphs: Sequence[Paragraph], name: str, seed: int) -> tuple[dict[str, Article], list[Asked]]:
    """Articles of neighbouring paragraphs, some with sentences withheld, and what is asked of them."""
    chance = random.Random(seed)
    articles: dict[str, Article] = {}
    asked: list[Asked] = []
    for start in range(0, len(paragraphs), PARAGRAPHS_AN_ARTICLE):
        group = paragraphs[start : start + PARAGRAPHS_AN_ARTICLE]
        article_id = f"{name}-{start}"
        kept = [withhold(" ".join(context.split()), [a for _, _, a in qas], chance) for context, qas in group]
        articles[article_id] = parse(article_id, "\n\n".join(kept))
        for text, (_, qas) in zip(kept, group, strict=True):
            asked += [Asked(q, article_id, answer if answer in text else None, text) for _, q, answer in qas]
    return articles, [*asked, *_astray(asked, list(articles), chance)]


def _astray(asked: Sequence[Asked], articles: Sequence[str], chance: random.Random) -> Iterator[Asked]:
    """Some of the questions, asked of an article half the set away, which is about other things."""
    for item in chance.sample(asked, round(len(asked) * ASTRAY)) if len(articles) > 1 else ():
        other = articles[(articles.index(item.article) + len(articles) // 2) % len(articles)]
        yield Asked(item.question, other, None, "")


def across(own: Iterable[Asked], foreign: dict[str, str]) -> Iterator[Asked]:
    """The same questions put in the other language, where the other file has them (question to question)."""
    for item in own:
        if item.question in foreign:
            yield Asked(foreign[item.question], item.article, item.answer, item.paragraph)


def try_all(articles: dict[str, Article], asked: Sequence[Asked], folder: Path) -> list[Trial]:
    """What comes of every question; those that are not read are left out. Indexes are kept in `folder`."""
    found: list[Trial] = []
    for article_id, article in articles.items():
        assistant = Assistant([article], Settings(index_dir=folder))
        found += filter(None, (_try(assistant, item) for item in asked if item.article == article_id))
        assistant.close()
        print(f"{article_id}: {len(found)} questions", file=sys.stderr)
    return found


def _try(assistant: Assistant, item: Asked) -> Trial | None:
    article = assistant.articles[0]

    def answers(unit: Unit) -> bool:
        text, paragraph = unit.text, article.paragraph_text(unit.paragraph)
        return item.answer is not None and item.answer in text and paragraph == item.paragraph

    return _measured(assistant, item.question, answers, item.answer is not None)


def _measured(
    assistant: Assistant, question: str, answers: Callable[[Unit], bool], answerable: bool, on_page: bool = False
) -> Trial | None:
    try:
        language = detect(question)
    except QuestionError:
        return None
    searcher, question = assistant._searcher, in_plain_words(question, language)
    hits = searcher.search(question, assistant.settings.top_k)
    measured = measure(question, question, language, hits, searcher)
    units, signals = [unit for unit, _ in measured], [one for _, one in measured]
    gold, read = [answers(unit) for unit in units], pairs(question, language, units, hits)
    return Trial(language, signals, gold, answerable, on_page, read)


def collect_pages(pages: Sequence[Page], index: Path, use: Use) -> list[Trial]:
    """The trials on pages, each page in all forms: its own questions, some of those on another page, and some of the
    everyday ones for this use.
    """
    chance, everyday = random.Random(1), list(chain(*read_everyday(use)))
    trials: list[Trial | None] = []
    for page, other in zip(pages, [*pages[len(pages) // 2 :], *pages[: len(pages) // 2]], strict=True):
        for form in FORMS:
            article, asked = cases(page, form)
            assistant = Assistant([article], Settings(index_dir=index))
            trials += [_of_case(assistant, case) for case in asked]
            foreign = [case.question for case in cases(other, form)[1]]
            astray = chance.sample(foreign, round(len(foreign) * 2 * ASTRAY)) if other != page else []
            astray += chance.sample(everyday, round(len(asked) * 2 * ASTRAY))
            trials += [_measured(assistant, question, lambda unit: False, False, True) for question in astray]
            assistant.close()
        print(f"{page.name}: {len(trials)} questions", file=sys.stderr)
    return [trial for trial in trials if trial and trial.signals]


def read_everyday(use: Use) -> list[tuple[str, str]]:
    """The everyday questions for this use, in Chinese and English."""
    rows = (files("eval") / "assets" / "everyday.tsv").read_text(encoding="utf-8").splitlines()
    return [(zh, en) for zh, en in (row.split("\t") for row in rows[_EVERYDAY_ROWS[use]])]


def _of_case(assistant: Assistant, case: Case) -> Trial | None:
    places = [place for group in case.gold.spans for place in group]

    def answers(unit: Unit) -> bool:
        return any(overlap(place, Place(unit.article_id, unit.start, unit.end)) > 1 for place in places)

    return _measured(assistant, case.question, answers, case.answerable, True)


def collect(folder: Path, limit: int, index: Path) -> list[Trial]:
    """The trials on the dev sets in `folder`, of at most `limit` paragraphs each."""
    mlqa = {lang: read_paragraphs(folder / "mlqa-r" / f"{lang}.json") for lang in ("en", "zh")}
    asked_as: dict[str, Any] = {lang: {i: q for _, qas in parts for i, q, _ in qas} for lang, parts in mlqa.items()}
    sets = {"cmrc": read_paragraphs(folder / "cmrc2018_dev.json"), "drcd": read_paragraphs(folder / "DRCD_dev.json")}
    trials: list[Trial] = []
    for name, parts in (sets | {f"mlqa-{lang}": parts for lang, parts in mlqa.items()}).items():
        # Three of the four sets are Chinese.
        articles, asked = questions(alike(parts)[: limit * 3 if name == "mlqa-en" else limit], name, seed=1)
        trials += try_all(articles, asked, index)
        if name in ("mlqa-en", "mlqa-zh"):
            lang, other = ("en", "zh") if name == "mlqa-en" else ("zh", "en")
            translated = {q: asked_as[other][i] for i, q in asked_as[lang].items() if i in asked_as[other]}
            trials += try_all(articles, list(across(asked, translated)), index)
    return [trial for trial in trials if trial.signals]
