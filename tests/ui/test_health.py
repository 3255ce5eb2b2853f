"""What the page tells of itself to whoever watches it."""

import subprocess
import sys
from pathlib import Path

import httpx

from tests.ui.client import call, post


def test_health_is_told_while_answers_that_never_end_are_being_made(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "tests.ui.fake", str(tmp_path / "feedback.jsonl")]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as server:
        assert server.stdout
        site = server.stdout.readline().split()[1]
        for visitor in "abcd":
            post(site, "ask", visitor, "first", "slow", [])
        told = httpx.get(f"{site}/health").json()
        server.terminate()
    assert (told["status"], told["articles"], told["chunks"]) == ("ok", 2, 42)
    assert told["uptime_seconds"] > 0


def test_health_counts_what_visitors_ask_and_says_nothing_of_it(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "ui", "--port", "0", "--feedback", str(tmp_path / "feedback.jsonl")]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as server:
        assert server.stdout
        site = server.stdout.readline().split()[1]
        call(site, "suggest", "anne", "first", "zh")
        call(site, "ask", "anne", "first", "两江新区规划面积有多大？", [])
        reply = httpx.get(f"{site}/health")
        server.terminate()
    counted = reply.json()["counters"]
    assert (counted["questions"], counted["answered"]) == (1, 1)
    assert "两江" not in reply.text
    assert str(tmp_path.parent) not in reply.text
