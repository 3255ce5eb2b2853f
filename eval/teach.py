"""Make the bundled reader: `python -m eval.teach DEV_FOLDER NEWS [--work DIR] [--out DIR] [--start CHECKPOINT]`.

It learns from questions whose answers are known: those of `teaching.tsv` on the news corpus of `eval.news`, on lines
that no page of `eval.news` has, those on the pages that `eval.invented` has for this, those on the paragraphs of the
Chinese sets in DEV_FOLDER that `eval.calibrate` leaves alone, and everyday ones. What is fitted and what is measured
later is so of questions that the reader never saw.
"""

import argparse
import random
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from importlib.resources import files
from itertools import chain
from pathlib import Path
from typing import Any

from eval.dataset import LANGUAGES
from eval.invented import read_pages as read_invented
from eval.news import in_paragraphs, read_lines, tidy
from eval.pages import PARAGRAPH, Line, Page
from eval.texts import Text, in_both, text_of
from eval.trials import LIMIT, PARAGRAPHS_AN_ARTICLE, Paragraph, alike, read_everyday, read_paragraphs
from rag.chunk import split_sentences
from rag.reader.export import export
from rag.reader.learn import RATE, Group, Sentence, fit
from rag.reader.network import Network, place_of
from rag.reader.pair import Pair
from rag.types import OTHER, Language

TEACHING = "teaching.tsv"
WRONG = 2  # wrong candidates for a question: the likeliest, and others of the next likely
AMONG, AMONG_OF_NONE = 6, 4  # how many of the likeliest those are taken from, and how many where nothing answers
ACROSS = 0.26  # share of the questions put to the text in the other language as well
ASTRAY, EVERYDAY = 0.08, 0.04  # put to a text as well: share of the questions on the next, everyday ones for each own
SHOWN = 200  # questions at most by which the reader is shown what becomes large in it
BARE, GONE = 0.03, 0.12  # shares put as well to the sentence without the answer, and to text without the sentence
MOST_GONE = 0.4  # share of a sentence that the answer taken out of it may be


@dataclass(frozen=True, slots=True)
class Taught:
    """A question in both languages, the numbers of the lines that answer it, and the words that do."""

    questions: Mapping[Language, str]
    lines: Sequence[int]
    answers: Mapping[Language, str]


Asked = tuple[Mapping[Language, Text], Sequence[Taught]]  # a text in both languages, and questions on it


def answered(text: Text, question: str, right: Sequence[int], answer: str, chance: random.Random) -> Iterator[Group]:
    """The candidates for a question that a text answers, and now and then those of a near miss made of it; none where
    the answer lies behind what the reader sees of its sentence.
    """
    first = text.candidate(question, right[0], answer)
    if first.answer and not place_of(first.pair, *first.answer):
        return
    candidates = wrong(text, question, right, AMONG, chance)
    yield [first, *candidates]
    if first.answer and len(answer) <= MOST_GONE * len(first.pair.sentence) and chance.random() < BARE:
        yield [Sentence(Pair(question, first.pair.before, first.pair.sentence.replace(answer, ""))), *candidates]


def wrong(text: Text, question: str, left_out: Sequence[int], among: int, chance: random.Random) -> list[Sentence]:
    """The likeliest sentence but those left out, and others by chance of the next ones."""
    others = [number for number in text.likeliest(question) if number not in left_out][:among]
    more = chance.sample(others[1:], min(WRONG - 1, len(others[1:])))
    return [text.candidate(question, number) for number in (*others[:1], *more)]


def of_texts(asked: Sequence[Asked], chance: random.Random) -> Iterator[Group]:
    """The candidates for the questions on each of some texts, and for a few that have nothing to do with it: of those
    on the next text, and everyday ones.
    """
    everyday = [Taught({"zh": zh, "en": en}, (), {}) for zh, en in read_everyday("taught")]
    for number, (texts, own) in enumerate(asked):
        _, others = asked[(number + 1) % len(asked)]
        astray = [replace(one, lines=()) for one in others if others is not own and chance.random() < ASTRAY]
        astray += chance.sample(everyday, round(len(own) * EVERYDAY))
        for one in (*own, *astray):
            yield from on_texts(one, texts, chance)


def news(corpus: Path) -> list[Asked]:
    """The questions of `teaching.tsv`, each with the stretch of the news that it is on."""
    lines = read_lines(corpus)
    return [
        (_stretch(lines[start:end]), [_on_stretch(one, start) for one in questions])
        for (start, end), questions in read_teaching().items()
    ]


def _stretch(lines: Sequence[Line]) -> dict[Language, Text]:
    """Lines of the news as a text in both languages."""
    return in_both([(PARAGRAPH, own) for own in in_paragraphs(lines)])


def _on_stretch(asked: Taught, start: int) -> Taught:
    """A question of `teaching.tsv` as it is put to the stretch that begins with this line."""
    answers = {lang: tidy(answer) for lang, answer in asked.answers.items()}
    return replace(asked, lines=[line - start for line in asked.lines], answers=answers)


def of_page(page: Page) -> Asked:
    """The questions on a page, but for those that only a heading answers, with what its paragraphs say."""
    paragraphs = [lines for mark, lines in page.blocks if mark == PARAGRAPH]
    numbers, questions = [line[0] for lines in paragraphs for line in lines], []
    for one in page.questions:
        right = [numbers.index(line) for line in one["lines"] if line in numbers]
        if right or not one["answerable"]:
            answers = {lang: next(chain(*one["answers"][lang]), "") for lang in LANGUAGES}
            questions.append(Taught({lang: one[lang] for lang in LANGUAGES}, right, answers))
    return in_both(page.blocks), questions


def on_texts(asked: Taught, texts: Mapping[Language, Text], chance: random.Random) -> Iterator[Group]:
    """The candidates for a question on text in its own language, and now and then on that in the other."""
    for lang, question in asked.questions.items():
        for other in (lang, OTHER[lang]) if chance.random() < ACROSS else (lang,):
            if asked.lines:
                yield from answered(texts[other], question, asked.lines, asked.answers[other], chance)
            else:
                yield wrong(texts[other], question, (), AMONG_OF_NONE, chance)


def read_teaching() -> dict[tuple[int, int], list[Taught]]:
    """The questions of ours by the lines of the corpus that they are on, first and last, that exclusive.

    A line of the file: first line, last line, type, Chinese, English, lines that answer (none: -), the words that do
    in Chinese and in English.
    """
    found: defaultdict[tuple[int, int], list[Taught]] = defaultdict(list)
    for row in (files("eval") / "assets" / TEACHING).read_text(encoding="utf-8").splitlines():
        start, end, _, zh, en, lines, answer, english = row.split("\t")
        right = [int(line) for line in lines.split(",")] if lines != "-" else []
        found[int(start), int(end)].append(Taught({"zh": zh, "en": en}, right, {"zh": answer, "en": english}))
    return dict(found)


def of_paragraphs(paragraphs: Sequence[Paragraph], chance: random.Random) -> Iterator[Group]:
    """The candidates for the questions on some paragraphs, of articles made of neighbouring ones."""
    for start in range(0, len(paragraphs), PARAGRAPHS_AN_ARTICLE):
        group = paragraphs[start : start + PARAGRAPHS_AN_ARTICLE]
        cut = [_cut(context) for context, _ in group]
        text, places = text_of([(PARAGRAPH, own) for own in cut]), [at for at, own in enumerate(cut) for _ in own]
        for place, (_, questions) in enumerate(group):
            for _, question, answer in questions:
                saying = [number for number in text.likeliest(question) if answer in text.sentences[number]]
                right = [number for number in saying if places[number] == place]
                if right:
                    yield from answered(text, question, [*right, *saying], answer, chance)
                if right and chance.random() < GONE:
                    yield wrong(text, question, saying, AMONG_OF_NONE, chance)


def _cut(context: str) -> list[str]:
    plain = " ".join(context.split())
    return [plain[start:end] for start, end in split_sentences(plain)]


def collect(folder: Path, corpus: Path, seed: int, share: float = 1.0) -> list[Group]:
    """Everything that the reader learns from; of the questions on news and paragraphs a share by chance."""
    chance = random.Random(seed)
    sets = [alike(read_paragraphs(folder / name))[LIMIT:] for name in ("cmrc2018_dev.json", "DRCD_dev.json")]

    def some(texts: Iterable[tuple[Any, Sequence[Any]]]) -> list[tuple[Any, list[Any]]]:
        return [(text, [one for one in questions if chance.random() < share]) for text, questions in texts]

    groups: Iterable[Group] = chain(
        of_texts(some(news(corpus)), chance),
        of_texts([of_page(page) for page in read_invented("taught")], chance),
        *(of_paragraphs(some(own), chance) for own in sets),
    )
    return [group for group in groups if group]


def main() -> None:
    """Read the arguments, let the reader learn, and write it."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("news", type=Path)
    parser.add_argument("--work", type=Path, default=Path("build/reader"), help="where checkpoints are kept")
    parser.add_argument("--out", type=Path, default=Path("build/reader/model"), help="where the reader is written")
    parser.add_argument("--start", type=Path, help="go on from the weights of this checkpoint, of an earlier round")
    parser.add_argument("--rate", type=float, default=RATE, help="of learning, at its highest")
    parser.add_argument("--share", type=float, default=1.0, help="of the news and paragraphs, that it goes through")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    checkpoint = options.work / "reader.pt"
    if options.start and options.start.resolve() == checkpoint.resolve():
        parser.error("--start: this round keeps its own checkpoint there; give another --work")
    options.work.mkdir(parents=True, exist_ok=True)
    network, groups = Network(), collect(options.folder, options.news, options.seed, options.share)
    fit(network, groups, options.seed, checkpoint, options.rate, options.start)
    export(network.eval(), options.out, [group[0].pair for group in groups[:: len(groups) // SHOWN + 1]])


if __name__ == "__main__":
    main()
