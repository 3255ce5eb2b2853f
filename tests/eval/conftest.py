"""A short bilingual article, questions on it, and a system that really answers them (by shared character pairs)."""

import pytest

from corpus.article import Article, parse
from eval.cases import Case
from eval.dataset import Answers, Question, locate
from eval.run import Result, measure
from rag.types import Answer, Citation, Passage

_SOURCE = """# 双城

两江新区于2010年5月5日设立，Liangjiang was founded on May 5, 2010.

天府新区规划面积1578平方公里，Tianfu covers 1,578 square kilometres."""


class PairReader:
    """Cites the whole paragraph that shares most character pairs with the question; refuses where few are shared."""

    def __init__(self, article: Article) -> None:
        self._article = article

    def search(self, question: str, k: int) -> list[Passage]:
        found = [
            Passage(self._article.id, "", p.number, p.start, p.end, text, self._shared(question, text))
            for p in self._article.paragraphs
            if (text := self._article.paragraph_text(p.number))
        ]
        return sorted(found, key=lambda passage: (-passage.score, passage.paragraph))[:k]

    def ask(self, question: str) -> Answer:
        best = self.search(question, k=1)[0]
        answered = best.score > 0.5
        cited = Citation(1, best.article_id, "", best.paragraph, best.start, best.end, best.text, None, best.score)
        return Answer(
            question=question,
            language="en" if question.isascii() else "zh",
            text=f"{best.text}[1]" if answered else "信息不足",
            answered=answered,
            short=None,
            understood=question,
            confidence=best.score,
            citations=(cited,) if answered else (),
            closest=() if answered else (best,),
            mode="extractive",
            model=None,
            seconds={"retrieve": 0.25},
            fingerprint="pairs",
        )

    @staticmethod
    def _shared(question: str, text: str) -> float:
        pairs = {question[i : i + 2] for i in range(len(question) - 1)}
        return sum(pair in text for pair in pairs) / len(pairs)


@pytest.fixture
def article() -> Article:
    return parse("short", _SOURCE)


@pytest.fixture
def reader(article: Article) -> PairReader:
    return PairReader(article)


@pytest.fixture
def cases(article: Article) -> list[Case]:
    questions = [
        Question(
            id="founded",
            type="date",
            section="双城",
            zh="两江新区于哪年设立",
            en="When was Liangjiang founded",
            answerable=True,
            evidence=("2010年5月5日",),
            answers=Answers(zh=(("2010年",),), en=(("2010",),)),
        ),
        Question(id="mayor", type="person", section="双城", zh="谁任市长", en="Who is mayor", answerable=False),
    ]
    return [case for question in questions for case in question.cases(locate(question, [article]))]


@pytest.fixture
def results(reader: PairReader, cases: list[Case]) -> list[Result]:
    return [measure(reader, case) for case in cases]
