"""The page as its script sees it: functions of the server, called over HTTP."""

import json
from typing import Any

import httpx

PATIENCE = 120  # seconds


def post(site: str, name: str, *values: object) -> str:
    """Have the server begin with a function; the address of what will come of it."""
    address = f"{site}/gradio_api/call/page_{name}"
    reply = httpx.post(address, json={"data": values}, timeout=PATIENCE).raise_for_status()
    return f"{address}/{reply.json()['event_id']}"


def call(site: str, name: str, *values: object) -> Any:
    """The last result of a function of the server. Raises httpx.HTTPError where the server goes away meanwhile."""
    reply = httpx.get(post(site, name, *values), timeout=PATIENCE).raise_for_status()
    *_, last = (line for line in reply.text.splitlines() if line.startswith("data: "))
    return json.loads(last.removeprefix("data: "))[0]
