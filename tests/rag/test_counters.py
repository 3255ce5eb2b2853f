"""How many questions were asked, and what became of them."""

from concurrent.futures import ThreadPoolExecutor

import pytest

from rag import Assistant
from rag.counters import Counters, counters
from rag.errors import QuestionError


def test_questions_are_counted_by_what_became_of_them(two_articles: Assistant) -> None:
    before = counters.snapshot()
    two_articles.ask("茶园的面积是多少？")
    list(two_articles.stream("量子计算机有多少量子比特？"))
    next(two_articles.stream("茶园的面积是多少？"))
    with pytest.raises(QuestionError):
        two_articles.ask("")
    after = counters.snapshot()
    asked = {name: after[name] - before[name] for name in after if name != "seconds"}
    assert asked == {"questions": 4, "answered": 1, "refused": 1, "stopped": 1, "failed": 1}
    assert after["seconds"] > before["seconds"]


def test_threads_count_together() -> None:
    mine = Counters()
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda _: mine.add("answered", 0.5), range(1_000)))
    assert (mine.snapshot()["answered"], mine.snapshot()["seconds"]) == (1_000, 500)
