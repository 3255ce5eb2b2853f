import json
from collections.abc import Iterator
from dataclasses import asdict
from typing import Any

import httpx
import pytest

from tests.ui.conftest import PATIENCE
from tests.ui.fake import EMPTY, ERROR, reply
from ui import labels
from ui.asked import MOST_TURNS

TURN = {"role": "user", "content": "石桥？"}


@pytest.fixture
def client(site: str) -> Iterator[httpx.Client]:
    with httpx.Client(base_url=site, timeout=PATIENCE / 1000) as client:
        yield client


def plain(record: Any) -> Any:
    """A record as JSON has it."""
    return json.loads(json.dumps(record))


@pytest.mark.parametrize("question", ["石桥", "road", "hostile", "nothing"])
def test_the_answer_is_the_record_as_json(client: httpx.Client, question: str) -> None:
    response = client.post("/api/ask", json={"question": question})
    assert response.status_code == 200
    assert response.json() == plain(reply(question).to_dict())
    assert list(response.json()) == list(reply(question).to_dict())


def test_passages_come_as_they_are(client: httpx.Client) -> None:
    response = client.post("/api/search", json={"question": "ferry", "k": 3})
    assert response.json() == [plain(asdict(passage)) for passage in reply("nothing").closest]


@pytest.mark.parametrize(
    ("path", "body", "said"),
    [
        ("ask", {}, "question"),
        ("ask", {"question": 7}, "question"),
        ("ask", {"question": "x" * 2001}, "2000"),
        ("ask", {"question": "error"}, ERROR),
        ("ask", {"question": "ferry", "history": [{"role": "system", "content": "x"}]}, "history.0.role"),
        ("ask", {"question": "ferry", "history": [TURN] * (MOST_TURNS + 1)}, "history"),
        ("ask/stream", {"question": ""} | {"history": "x"}, "history"),
        ("search", {"question": "ferry", "k": 0}, "k: "),
        ("search", {"question": "ferry", "k": 51}, "k: "),
        ("search", {"question": "  "}, EMPTY),
    ],
)
def test_what_is_wrong_with_a_request_is_said_in_one_line(
    client: httpx.Client, path: str, body: dict[str, Any], said: str
) -> None:
    response = client.post(f"/api/{path}", json=body)
    assert response.status_code == 422
    assert list(response.json()) == ["error"]
    assert said in response.json()["error"]
    assert "\n" not in response.json()["error"]


def test_broken_json_and_forms_of_other_sites_are_refused(client: httpx.Client) -> None:
    as_json = {"Content-Type": "application/json"}
    assert client.post("/api/ask", content="{", headers=as_json).status_code == 422
    simple = client.post("/api/ask", content='{"question": "ferry"}', headers={"Content-Type": "text/plain"})
    assert simple.status_code == 422
    assert "error" in simple.json()


def test_what_nobody_foresaw_is_one_line_without_a_trace(client: httpx.Client) -> None:
    response = client.post("/api/ask", json={"question": "crash"})
    assert (response.status_code, response.json()) == (500, {"error": labels.FAILED.en})


def events(client: httpx.Client, question: str) -> list[tuple[str, Any]]:
    text = client.post("/api/ask/stream", json={"question": question}).text
    pairs = [event.split("\n") for event in text.strip().split("\n\n")]
    return [(name.removeprefix("event: "), json.loads(data.removeprefix("data: "))) for name, data in pairs]


def test_a_streamed_answer_comes_in_pieces_and_whole_at_last(client: httpx.Client) -> None:
    *drafts, (kind, answer) = events(client, "road")
    assert "".join(piece for _, piece in drafts) == reply("road").text
    assert {name for name, _ in drafts} == {"draft"}
    assert (kind, answer) == ("answer", plain(reply("road").to_dict()))


@pytest.mark.parametrize(("question", "said"), [("error", ERROR), ("crash", labels.FAILED.en)])
def test_a_stream_that_fails_says_so_in_its_last_event(client: httpx.Client, question: str, said: str) -> None:
    assert events(client, question) == [("problem", {"error": said})]


def test_the_description_has_every_endpoint_and_the_fields_of_an_answer(client: httpx.Client) -> None:
    described = client.get("/openapi.json").json()
    assert {"/api/ask", "/api/ask/stream", "/api/search"} <= set(described["paths"])
    assert list(described["components"]["schemas"]["Answer"]["properties"]) == list(reply("road").to_dict())
    assert {client.get(path).status_code for path in ("/docs", "/redoc")} == {404}


@pytest.mark.parametrize("path", ["/api/../ui/app.py", "/api/%2e%2e/%2e%2e/etc/passwd", "/gradio_api/file=/etc/passwd"])
def test_no_file_is_read(client: httpx.Client, path: str) -> None:
    assert 400 <= client.get(path).status_code < 500


@pytest.mark.parametrize("path", ["/api/ask", "/gradio_api/info", "/openapi.json"])
def test_no_other_site_may_read_what_is_answered(client: httpx.Client, path: str) -> None:
    asking = {"Origin": "https://evil.example", "Access-Control-Request-Method": "POST"}
    for response in (client.options(path, headers=asking), client.get(path, headers={"Origin": asking["Origin"]})):
        assert response.headers.get("access-control-allow-origin") is None
