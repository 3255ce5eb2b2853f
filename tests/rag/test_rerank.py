"""Passages in the order of a cross-encoder."""

from itertools import pairwise
from pathlib import Path

import pytest
from sentence_transformers import CrossEncoder

from rag import Assistant, Settings
from rag.errors import ModelError
from rag.rerank import Reranker
from tests.rag.conftest import TEXTS
from tests.rag.test_assistant import hold
from tests.rag.tiny import save_tiny_reranker

ASKED = "茶园的面积有多大？"


@pytest.fixture(scope="module")
def reranker(tmp_path_factory: pytest.TempPathFactory) -> str:
    return str(save_tiny_reranker(tmp_path_factory.mktemp("reranker")))


def test_passages_come_in_the_order_of_the_cross_encoder(reranker: str) -> None:
    passages = Assistant.from_texts(TEXTS, Settings(reranker=reranker)).search(ASKED, 9)
    model = CrossEncoder(reranker, device="cpu", local_files_only=True)
    scores = model.predict([(ASKED, passage.text) for passage in passages]).tolist()
    assert all(one >= other for one, other in pairwise(scores))
    assert len(passages) == 4


def test_scores_stay_on_the_scale_that_the_calibration_knows(reranker: str) -> None:
    plain, reranked = (Assistant.from_texts(TEXTS, Settings(reranker=name)) for name in (None, reranker))
    before, after = ([passage.score for passage in one.search(ASKED, 9)] for one in (plain, reranked))
    assert sum(after) == pytest.approx(sum(before))
    assert sum(x * x for x in after) == pytest.approx(sum(x * x for x in before))


def test_answers_hold_the_contract_and_have_another_fingerprint(reranker: str) -> None:
    assistant = Assistant.from_texts(TEXTS, Settings(reranker=reranker))
    hold(assistant.ask(ASKED), assistant)
    assert assistant.fingerprint != Assistant.from_texts(TEXTS).fingerprint


def test_a_reranker_that_is_not_there_is_one_clear_line_when_it_is_needed() -> None:
    assistant = Assistant.from_texts(TEXTS, Settings(reranker="no-such/reranker"))
    with pytest.raises(ModelError, match=r"reranker 'no-such/reranker'.*RAG_OFFLINE") as caught:
        assistant.ask(ASKED)
    assert "\n" not in str(caught.value)


def test_a_classifier_is_no_reranker(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="sorts into classes"):
        Reranker(str(save_tiny_reranker(tmp_path, labels=3)), offline=True).scores(ASKED, ["茶园"])
