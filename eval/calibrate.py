"""Fit the weights by which a sentence is judged an answer: `python -m eval.calibrate DEV_FOLDER`.

Public question sets are asked of articles put together from their own paragraphs, from some of which the sentence that
holds the answer was taken out: those questions are on the topic and yet not answered. A logistic model over the signals
of `rag.extract` learns which sentence answers; its scale is then set so that the best sentence's probability is the
probability that the article answers (Platt 1999), for text in the question's language and in the other one apart.
"""

import argparse
import json
import random
import sys
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import astuple, dataclass, fields
from pathlib import Path
from typing import Any

import numpy as np

from corpus.article import Article, parse
from rag.assistant import Assistant
from rag.chunk import split_sentences
from rag.errors import QuestionError
from rag.extract import Signals, measure
from rag.language import detect
from rag.settings import Settings
from rag.types import Language

PARAGRAPHS_AN_ARTICLE = 20
ANSWERED = 0.95  # refusing what the article does answer is the worse fault; chosen by judgement, not fitted
NAMES = [field.name for field in fields(Signals) if field.name != "foreign"]


@dataclass(frozen=True, slots=True)
class Asked:
    """A question, the article that it is asked of, and the words that answer it there (None: not answered)."""

    question: str
    article: str
    answer: str | None
    paragraph: str


@dataclass(frozen=True, slots=True)
class Measured:
    """The signals (sentences, signals) of one asked question, and which sentences answer (sentences,)."""

    signals: Any
    gold: Any
    foreign: bool
    answerable: bool


def read_paragraphs(path: Path) -> list[tuple[str, list[tuple[str, str, str]]]]:
    """(context, [(id, question, first answer)]) of a file in SQuAD's format."""
    data = json.loads(path.read_text(encoding="utf-8"))["data"]
    return [
        (part["context"], [(qa["id"], qa["question"], qa["answers"][0]["text"]) for qa in part["qas"] if qa["answers"]])
        for entry in data
        for part in entry["paragraphs"]
    ]


def withhold(context: str, answers: Sequence[str], chance: random.Random) -> str:
    """The paragraph without the sentences that hold one of its answers, half of the time; else as it is."""
    if not answers or chance.random() < 0.5:
        return context
    gone = chance.choice(answers)
    kept = [context[a:b] for a, b in split_sentences(context) if gone not in context[a:b]]
    return " ".join(kept) if kept else context


def questions(
    paragraphs: Sequence[tuple[str, list[tuple[str, str, str]]]], name: str, seed: int
) -> tuple[dict[str, Article], list[Asked]]:
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
    return articles, asked


def across(own: Iterable[Asked], foreign: dict[str, str]) -> Iterator[Asked]:
    """The same questions put in the other language, where the other file has them (question to question)."""
    for item in own:
        if item.question in foreign:
            yield Asked(foreign[item.question], item.article, item.answer, item.paragraph)


def measure_all(articles: dict[str, Article], asked: Sequence[Asked], folder: Path) -> list[Measured]:
    """The signals of the sentences retrieved for every question; questions that are not read are left out."""
    found = []
    for article_id, article in articles.items():
        assistant = Assistant([article], Settings(index_dir=folder))
        for item in asked:
            if item.article == article_id and (one := _measure(assistant, item)):
                found.append(one)
        print(f"{article_id}: {len(found)} questions", file=sys.stderr)
    return found


def _measure(assistant: Assistant, item: Asked) -> Measured | None:
    try:
        language: Language = detect(item.question)
    except QuestionError:
        return None
    searcher = assistant._searcher
    hits = searcher.search(item.question, assistant.settings.top_k)
    pairs = measure(item.question, item.question, language, hits, searcher)
    signals = np.array([astuple(signals) for _, signals in pairs])
    gold = [_answers(unit.text, item, assistant.articles[0].paragraph_text(unit.paragraph)) for unit, _ in pairs]
    return Measured(signals[:, :-1], np.array(gold), bool(signals[0, -1]), item.answer is not None)


def _answers(sentence: str, item: Asked, paragraph: str) -> bool:
    return item.answer is not None and item.answer in sentence and paragraph == item.paragraph


def fit(measured: Sequence[Measured]) -> dict[str, float]:
    """Weights by signal name, and `bias`: fitted sentence by sentence, then scaled on each question's best sentence."""
    from sklearn.linear_model import LogisticRegression

    x = np.concatenate([one.signals for one in measured])
    y = np.concatenate([one.gold for one in measured])
    sentence = LogisticRegression(max_iter=2000, C=10.0, class_weight="balanced").fit(x, y)
    tops = np.array([(one.signals @ sentence.coef_[0] + sentence.intercept_[0]).max() for one in measured])
    answerable = np.array([one.answerable for one in measured])
    platt = LogisticRegression(C=1e6, class_weight="balanced").fit(tops[:, None], answerable)
    scale, shift = platt.coef_[0, 0], platt.intercept_[0]
    weights = {name: round(float(scale * value), 4) for name, value in zip(NAMES, sentence.coef_[0], strict=True)}
    return weights | {"bias": round(float(scale * sentence.intercept_[0] + shift), 4)}


def confidences(weights: dict[str, float], measured: Sequence[Measured]) -> Any:
    """The confidence in the best sentence of each question, (questions,)."""
    vector = np.array([weights[name] for name in NAMES])
    return np.array([1 / (1 + np.exp(-(one.signals @ vector + weights["bias"]).max())) for one in measured])


def threshold(weights: dict[str, float], measured: Sequence[Measured]) -> float:
    """The confidence that ANSWERED of the answerable questions reach."""
    answerable = [one for one in measured if one.answerable]
    return round(float(np.quantile(confidences(weights, answerable), 1 - ANSWERED)), 2)


def report(name: str, weights: dict[str, float], least: float, measured: Sequence[Measured]) -> None:
    """Print how good the weights are on questions they were not fitted on."""
    confidence = confidences(weights, measured)
    answerable = np.array([one.answerable for one in measured])
    vector = np.array([weights[name] for name in NAMES])
    best = [one.gold[(one.signals @ vector).argmax()] for one in measured if one.answerable]
    kept, refused = (confidence[answerable] >= least).mean(), (confidence[~answerable] < least).mean()
    print(f"{name}: {len(measured)} questions, {answerable.mean():.0%} answerable")
    print(
        f"  best sentence right {np.mean(best):.1%}; answered {kept:.1%} of answerable, refused {refused:.1%} of others"
    )
    for low in np.arange(0, 1, 0.2):
        inside = (confidence >= low) & (confidence < low + 0.2)
        if inside.any():
            print(f"  {low:.1f}-{low + 0.2:.1f}: {answerable[inside].mean():.2f} answerable of {inside.sum()}")


def collect(folder: Path, limit: int) -> tuple[list[Measured], list[Measured]]:
    """What is measured on the dev sets: (text in the question's language, text in the other)."""
    mlqa = {lang: read_paragraphs(folder / "mlqa-r" / f"{lang}.json") for lang in ("en", "zh")}
    asked_as = {lang: {i: q for _, qas in parts for i, q, _ in qas} for lang, parts in mlqa.items()}
    shared = asked_as["en"].keys() & asked_as["zh"].keys()
    mlqa = {lang: [part for part in parts if shared & {i for i, _, _ in part[1]}] for lang, parts in mlqa.items()}
    sets = {"cmrc": read_paragraphs(folder / "cmrc2018_dev.json"), "drcd": read_paragraphs(folder / "DRCD_dev.json")}
    same: list[Measured] = []
    foreign: list[Measured] = []
    with tempfile.TemporaryDirectory() as index:
        for name, parts in (sets | {f"mlqa-{lang}": parts for lang, parts in mlqa.items()}).items():
            articles, asked = questions(parts[:limit], name, seed=1)
            same += measure_all(articles, asked, Path(index))
            if name.startswith("mlqa"):
                lang, other = ("en", "zh") if name.endswith("en") else ("zh", "en")
                translated = {q: asked_as[other][i] for i, q in asked_as[lang].items() if i in asked_as[other]}
                foreign += measure_all(articles, list(across(asked, translated)), Path(index))
    return same, foreign


def main() -> None:
    """Fit on three quarters, report on the last, and print the JSON that `rag/calibration.json` holds."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--limit", type=int, default=400, help="paragraphs of each set")
    parser.add_argument("--out", type=Path, help="write the calibration here")
    options = parser.parse_args()
    result: dict[str, Any] = {}
    for name, measured in zip(("same", "foreign"), collect(options.folder, options.limit), strict=True):
        random.Random(2).shuffle(measured)
        cut = len(measured) * 3 // 4
        result[name] = fit(measured[:cut])
        result.setdefault("threshold", threshold(result[name], measured[:cut]))
        report(name, result[name], result["threshold"], measured[cut:])
    content = json.dumps(result, indent=2) + "\n"
    print(content)
    if options.out:
        options.out.write_text(content, encoding="utf-8")


if __name__ == "__main__":
    main()
