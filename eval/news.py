"""Questions of ours on news pages: `python -m eval.news wmt-news.en-zh.tsv`.

The news are those of the WMT translation tasks of 2017 to 2020 (https://www.statmt.org/wmt20/), line for line in
English and Chinese: a tab between them, most lines a sentence. They are not in the package: `assets/news.jsonl` holds
1,600 questions written for this, each in both languages, with the numbers of the lines that answer it, and
`assets/news-pages.json` which lines are the stories of each of 32 pages. Of 50 questions on a page 14 are near misses.

`eval.calibrate` fits on all pages but those HELD_OUT, for which this prints how many answers are right or refused.
"""

import argparse
import json
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import files
from itertools import chain, cycle, islice
from pathlib import Path
from statistics import fmean
from typing import Any, Literal

from corpus.article import Article, parse
from corpus.clean import clean
from corpus.load import translated
from eval.cases import Case, Gold
from eval.dataset import Answers, Question, places, spots
from eval.run import Result, measure
from rag.assistant import Assistant
from rag.settings import Settings
from rag.types import Language

HELD_OUT = (4, 8, 12, 16)
# In Chinese with a translation as the packaged article, or in one language alone.
Form = Literal["both", "zh", "en"]
FORMS: tuple[Form, ...] = ("both", "en", "zh")
PARAGRAPHS = (2, 3, 1, 3, 2)  # sentences; the corpus does not say where paragraphs end
Line = tuple[int, str, str]  # its number, counted from 0, its Chinese and its English


@dataclass(frozen=True, slots=True)
class Page:
    """The stories of a page, each of lines of which the first is the headline, and the questions on them as kept."""

    number: int
    stories: tuple[tuple[Line, ...], ...]
    questions: tuple[Mapping[str, Any], ...]


def read_pages(corpus: Path) -> list[Page]:
    """The pages, from the parallel corpus."""
    lines = [line.split("\t") for line in corpus.read_text(encoding="utf-8").splitlines()]
    folder = files("eval") / "assets"
    asked = [json.loads(line) for line in (folder / "news.jsonl").read_text(encoding="utf-8").splitlines()]
    stories = json.loads((folder / "news-pages.json").read_text(encoding="utf-8"))
    return [
        Page(
            number,
            tuple(tuple((at, tidy(lines[at][1]), tidy(lines[at][0])) for at in range(*story)) for story in page),
            tuple(one for one in asked if one["id"].startswith(f"p{number:02}-")),
        )
        for number, page in enumerate(stories, 1)
    ]


def cases(page: Page, form: Form) -> tuple[Article, list[Case]]:
    """The page as an article, and its questions, each in both languages."""
    article = _article(page, form)
    texts = {at: english if form == "en" else chinese for story in page.stories for at, chinese, english in story}
    return article, [case for asked in page.questions for case in _question(asked).cases(_gold(asked, texts, article))]


def _question(asked: Mapping[str, Any]) -> Question:
    """The question without its evidence, which is a line of another corpus."""
    own = {name: asked[name] for name in ("id", "type", "zh", "en", "answerable", "answers")}
    return Question.model_construct(**own | {"answers": Answers.model_validate_json(json.dumps(asked["answers"]))})


def _gold(asked: Mapping[str, Any], texts: Mapping[int, str], article: Article) -> Gold:
    """Where the lines that answer stand; a headline stands in no paragraph."""
    spans = [places(texts[at], article) for at in asked["lines"]]
    spans = [tuple(chain(*spans))] if asked["any"] else spans
    return Gold(tuple(spans), tuple(spots(found, article) for found in spans))


def _article(page: Page, form: Form) -> Article:
    name, blocks = f"news-{page.number}", [block for story in page.stories for block in _blocks(story)]
    chinese = "\n\n".join(mark + "".join(zh for _, zh, _ in lines) for mark, lines in blocks)
    english = "\n\n".join(mark + " ".join(en for _, _, en in lines) for mark, lines in blocks)
    if form == "both":
        return translated(name, chinese, english)
    return parse(name, english if form == "en" else chinese)


def _blocks(story: Sequence[Line]) -> Iterator[tuple[str, Sequence[Line]]]:
    """The headline and the paragraphs of a story, each with what marks it."""
    yield "## ", story[:1]
    rest = iter(story[1:])
    for size in cycle(PARAGRAPHS):
        if not (paragraph := list(islice(rest, size))):
            return
        yield "", paragraph


def tidy(line: str) -> str:
    return " ".join(clean(line.strip()).text.split("\n"))


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


def main(arguments: Sequence[str] | None = None) -> None:
    """Ask the pages that nothing is fitted on, and print the rates by form of the page and language of the question."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--page", type=int, action="append", help=f"number of a page (default: {HELD_OUT})")
    options = parser.parse_args(arguments)
    pages = [page for page in read_pages(options.corpus) if page.number in (options.page or HELD_OUT)]
    languages: tuple[Language, ...] = ("zh", "en")
    with tempfile.TemporaryDirectory() as index:
        for form in FORMS:
            results = [result for page in pages for result in ask(page, form, Path(index))]
            for language in languages:
                found = rates([result for result in results if result.language == language])
                if form not in ("both", language):
                    del found["contains gold"]  # the gold words are in the language of the page, the answer is not
                said = ", ".join(f"{name} {share:.1%}" for name, share in found.items())
                print(f"page in {form}, asked in {language}: {said}")


if __name__ == "__main__":
    main()
