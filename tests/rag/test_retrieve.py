"""Hybrid retrieval, and the retriever as LangChain knows it."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from langchain_tests.integration_tests import RetrieversIntegrationTests

from rag import Assistant
from rag.retrieve import HybridRetriever, Searcher, fuse

SCORES = st.dictionaries(st.text(max_size=3), st.floats(-10, 10), min_size=1)


class TestAsLangChainRetriever(RetrieversIntegrationTests):
    searcher: Searcher

    @pytest.fixture(autouse=True)
    def with_assistant(self, assistant: Assistant) -> None:
        type(self).searcher = assistant.retriever.searcher

    @property
    def retriever_constructor(self) -> type[HybridRetriever]:
        return HybridRetriever

    @property
    def retriever_constructor_params(self) -> dict[str, object]:
        return {"searcher": self.searcher}

    @property
    def retriever_query_example(self) -> str:
        return "两江新区规划面积有多大？"


@pytest.mark.parametrize("question", ["天府新区何时获批？", "天府新區何時獲批？", "When was Tianfu New Area approved?"])
def test_the_same_question_in_both_scripts_and_languages_finds_the_paragraph(
    assistant: Assistant, question: str
) -> None:
    assert 40 in [passage.paragraph for passage in assistant.search(question, 2)]


def test_passages_come_best_first_and_are_what_stands_there(assistant: Assistant) -> None:
    passages = assistant.search("公园城市", 10)
    assert len(passages) == 10
    assert [p.score for p in passages] == sorted((p.score for p in passages), reverse=True)
    assert all(assistant.article(p.article_id).text[p.start : p.end] == p.text for p in passages)


def test_more_passages_than_there_are_is_all_of_them(two_articles: Assistant) -> None:
    assert len(two_articles.search("茶园", 100)) == 4


def test_documents_say_where_they_stand(assistant: Assistant) -> None:
    (document, *_) = assistant.retriever.invoke("天府新区何时获批？")
    place = document.metadata
    assert assistant.article(place["article_id"]).text[place["start"] : place["end"]] == document.page_content


@given(SCORES)
def test_a_leg_in_which_all_are_equal_changes_no_order(scores: dict[str, float]) -> None:
    fused = fuse([(1.0, scores), (1.0, dict.fromkeys(scores, 1.0))])
    ranked = sorted(scores, key=lambda name: scores[name])
    assert all(fused[a] <= fused[b] for a, b in pairwise(ranked))


def test_ties_are_broken_by_place(two_articles: Assistant) -> None:
    runs = [[(p.article_id, p.start) for p in two_articles.search("zzz", 4)] for _ in range(3)]
    assert runs[0] == runs[1] == runs[2]
