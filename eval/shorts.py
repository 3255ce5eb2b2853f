"""The short answer, measured on sets in SQuAD's form: `python -m eval.shorts FILE...`.

A question that asks for a date, a number, a person or a place is put to the sentence that holds its gold answer, where
finding nothing is a fault, and to the other sentences of that paragraph, where finding anything mostly is one. The
paragraphs fall into two halves, one to look at and one that is only measured.
"""

import argparse
import hashlib
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from time import process_time

from rich.console import Console
from rich.table import Table

from corpus.fold import fold
from eval.squad import SquadParagraph, read_paragraphs
from rag.chunk import split_sentences
from rag.errors import QuestionError
from rag.language import detect, is_in
from rag.short.asked import Kind, asked
from rag.short.find import find
from rag.types import Language

KINDS: tuple[Kind, ...] = ("date", "number", "person", "place")
_TOKEN = re.compile(r"[\u3400-\u9fff]|[^\W\u3400-\u9fff]+(?:[.:]\d+)*")


@dataclass(frozen=True, slots=True)
class Probe:
    """A question put to a sentence; `gold` is what answers there, "" in a sentence that does not hold the answer."""

    question: str
    language: Language
    kind: Kind
    sentence: str
    gold: str
    seen: bool


@dataclass(frozen=True, slots=True)
class Figures:
    """Of sentences that answer: the shares with nothing found and with gold met, mean F1; of others: anything found."""

    asked: int
    missing: float
    met: float
    f1: float
    elsewhere: float


def probes(paragraphs: Sequence[SquadParagraph]) -> Iterator[Probe]:
    """Every question of one of the KINDS with every sentence of its paragraph that is in its language."""
    for part in paragraphs:
        seen = hashlib.sha256(part.context.encode()).digest()[0] % 2 == 0
        spans = split_sentences(part.context)
        for qa in part.qas:
            language = _language(qa.question)
            wanted = asked(qa.question, language) if language else None
            if not (qa.answers and language and wanted and wanted.kind in KINDS):
                continue
            gold, at = qa.answers[0].text, qa.answers[0].answer_start
            for start, end in spans:
                sentence = part.context[start:end]
                holds = start <= at < end and gold in sentence
                if is_in(sentence, language) and (holds or gold not in sentence):
                    yield Probe(qa.question, language, wanted.kind, sentence, gold if holds else "", seen)


def _language(question: str) -> Language | None:
    try:
        return detect(question)
    except QuestionError:
        return None


def given(probe: Probe) -> str:
    """The short answer found in the sentence, "" where none is."""
    span = find(probe.question, probe.question, probe.language, probe.sentence)
    return probe.sentence[span.start : span.end] if span else ""


def f1(said: str, gold: str) -> float:
    """F1 of two answers over words, of Chinese over characters (Rajpurkar et al. 2016; Cui et al. 2019).

    >>> round(f1("约150万人", "150万"), 2), f1("in 1985", "1985 年")
    (0.67, 0.5)
    """
    one, other = (Counter(_TOKEN.findall(fold(text))) for text in (said, gold))
    shared = (one & other).total()
    return 2 * shared / (one.total() + other.total()) if shared else 0.0


def figures(tried: Sequence[tuple[Probe, str]]) -> Figures:
    """The figures of probes and what was found for each."""
    holding = [(probe, said) for probe, said in tried if probe.gold]
    others = [said for probe, said in tried if not probe.gold]
    scores = [f1(said, probe.gold) for probe, said in holding]
    return Figures(
        asked=len(holding),
        missing=_share([not said for _, said in holding]),
        met=_share([score > 0 for score in scores]),
        f1=sum(scores) / max(len(scores), 1),
        elsewhere=_share([bool(said) for said in others]),
    )


def _share(flags: Sequence[bool]) -> float:
    return sum(flags) / max(len(flags), 1)


def table(tried: Sequence[tuple[Probe, str]], title: str) -> Table:
    """The figures by language and kind, in percent."""
    shown = Table("", "asked", "missing", "met", "F1", "elsewhere", title=title)
    for language in ("zh", "en"):
        for kind in (*KINDS, "all"):
            own = [(p, said) for p, said in tried if p.language == language and kind in (p.kind, "all")]
            row = figures(own)
            shares = (row.missing, row.met, row.f1, row.elsewhere)
            shown.add_row(f"{language} {kind}", str(row.asked), *(f"{100 * share:.1f}" for share in shares))
    return shown


def main() -> None:
    """Print a table for each half."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="+", type=Path, metavar="FILE")
    options = parser.parse_args()
    asked_of = [probe for file in options.files for probe in probes(read_paragraphs(file))]
    started = process_time()
    tried = [(probe, given(probe)) for probe in asked_of]
    spent = 1e6 * (process_time() - started) / max(len(tried), 1)
    for seen, title in ((True, "looked at"), (False, "only measured")):
        Console().print(table([(p, said) for p, said in tried if p.seen == seen], title))
    Console().print(f"{spent:.0f} microseconds a sentence")


if __name__ == "__main__":
    main()
