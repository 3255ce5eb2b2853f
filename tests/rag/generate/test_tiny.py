"""A chat model of a few thousand random parameters behind a server: its nonsense never comes out as cited fact."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest

from rag import Assistant, Settings
from tests.rag.generate.conftest import PARK
from tests.rag.generate.servers import Server, served
from tests.rag.test_assistant import hold

LETTERS = "公园面积是亩年天游客门票名的0123456789[]，。 "
ASKED = "公园面积有多大？"


@pytest.fixture(scope="module")
def babble() -> Callable[[list[dict[str, str]]], str]:
    """Goes on from the messages, a character a token, as a Llama of random weights does."""
    import torch
    from transformers import LlamaConfig, LlamaForCausalLM

    torch.manual_seed(7)
    size: dict[str, Any] = {
        "hidden_size": 16,
        "intermediate_size": 32,
        "num_hidden_layers": 1,
        "num_attention_heads": 2,
    }
    model: Any = LlamaForCausalLM(LlamaConfig(vocab_size=len(LETTERS), **size))

    def says(messages: list[dict[str, str]]) -> str:
        read = [LETTERS.index(c) for message in messages for c in message["content"] if c in LETTERS][-64:]
        with torch.no_grad():
            written = model.generate(torch.tensor([read]), do_sample=True, max_new_tokens=120, pad_token_id=0)
        return "".join(LETTERS[token] for token in written[0, len(read) :].tolist())

    return says


@pytest.fixture
def server(babble: Callable[[list[dict[str, str]]], str]) -> Iterator[Server]:
    with served() as running:
        running.says = babble
        yield running


@pytest.mark.parametrize("on_unsupported", ["mark", "drop", "fall back"])
def test_nonsense_gives_the_quoted_answer_and_one_line(server: Server, on_unsupported: str) -> None:
    settings = Settings(llm="openai:tiny", llm_base_url=f"{server.address}/v1", on_unsupported=on_unsupported)
    assistant = Assistant.from_texts(PARK, settings)
    answer = assistant.ask(ASKED, [{"role": "user", "content": "公园何时开园？"}])
    hold(answer, assistant)
    assert (answer.mode, answer.text) == ("extractive", Assistant.from_texts(PARK).ask(ASKED).text)
    assert answer.note
    assert len(server.asked) == 2
