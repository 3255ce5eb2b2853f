"""The endpoints of Gradio, called by its own client as the READMEs show it."""

import json
import re
from dataclasses import asdict
from pathlib import Path
from typing import Any

import pytest
from gradio_client import Client
from gradio_client.exceptions import AppError

from tests.ui.fake import EMPTY, ERROR, reply
from ui import labels

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def client(site: str) -> Client:
    return Client(site, verbose=False, analytics_enabled=False)


@pytest.mark.parametrize("readme", ["README.md", "README.zh.md"])
def test_the_example_of_the_readme_works(site: str, readme: str) -> None:
    (example,) = re.findall(r"```python\n(from gradio_client.*?)```", (ROOT / readme).read_text("utf-8"), re.S)
    names: dict[str, Any] = {}
    exec(example.replace("http://127.0.0.1:7860", site), names)
    assert names["answer"]["citations"] == []
    assert [passage["article_id"] for passage in names["passages"]] == ["bridge"]


def test_an_answer_is_the_record(client: Client) -> None:
    history = [{"role": "user", "content": "石桥？"}]
    answer = client.predict(question="ferry", history=history, api_name="/ask")
    assert answer == json.loads(json.dumps(reply("ferry").to_dict()))


def test_passages_are_records(client: Client) -> None:
    assert client.predict("ferry", 2, api_name="/search") == [asdict(passage) for passage in reply("nothing").closest]


@pytest.mark.parametrize(
    ("endpoint", "values", "said"),
    [
        ("/ask", ("error", []), ERROR),
        ("/ask", ("crash", []), labels.FAILED.en),
        ("/ask", ("ferry", [{"role": "user"}]), "history.0.content"),
        ("/search", (" ", 5), EMPTY),
        ("/search", ("ferry", 0), "k: "),
    ],
)
def test_what_is_wrong_is_one_line(client: Client, endpoint: str, values: tuple[Any, ...], said: str) -> None:
    with pytest.raises(AppError) as caught:
        client.predict(*values, api_name=endpoint)
    assert said in str(caught.value)
    assert "\n" not in str(caught.value)


def test_only_the_two_endpoints_are_public(client: Client) -> None:
    endpoints = client.view_api(return_format="dict", print_info=False)["named_endpoints"]
    assert set(endpoints) == {"/ask", "/search"}
    assert endpoints["/ask"]["description"]
