"""The web page as a Gradio application: Gradio serves, queues and frames; the page itself lies in `assets`."""

import json
import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from platformdirs import user_data_path

from ui import labels, tools
from ui.client import Endpoints
from ui.desk import AT_ONCE, WAITING, Desk
from ui.feedback import Feedback
from ui.health import add_health
from ui.labels import Label
from ui.service import Service
from ui.shelf import Answerer, Shelf
from ui.users import Users

if TYPE_CHECKING:
    import gradio
    from fastapi import FastAPI

_ASSETS = Path(__file__).parent / "assets"
_STYLES = ("frame.css", "chat.css", "reader.css", "dialogs.css")
# In the order in which one needs the other; together they are one script with one scope.
_SCRIPTS = (
    "dom.js", "server.js", "places.js", "answer.js", "reader.js", "map.js", "store.js", "export.js", "chat.js",
    "conversations.js", "articles.js", "start.js",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Options:
    """How the page is served.

    `root_path` is the path under which a proxy shows it, such as /yinju. `hosts` are the names that it may be asked
    under, any where there are none. `at_once` questions are answered at the same time and `waiting` more wait.
    """

    root_path: str = ""
    hosts: tuple[str, ...] = ()
    users: Users | None = None
    at_once: int = AT_ONCE
    waiting: int = WAITING
    mcp: bool = False


def feedback_file() -> Path:
    """Where thumbs are kept unless another file is named."""
    return user_data_path("yinju") / "feedback.jsonl"


def build(
    assistant: Answerer,
    examples: Sequence[Label] = labels.EXAMPLES,
    feedback: Path | None = None,
    options: Options | None = None,
) -> "FastAPI":
    """Page, API and tools as a web application that asks nothing of any other host.

    `examples` are questions written for the articles of `assistant`; `feedback` is the file for the visitors' thumbs.
    Its `state.desk` knows how many questions are being answered; the server is to be told its `state.root_path`.
    """
    os.environ.update(GRADIO_ANALYTICS_ENABLED="False", HF_HUB_DISABLE_TELEMETRY="1")
    options = options or Options()
    desk = Desk(assistant, options.at_once, options.waiting)
    application = _application(desk, options)
    page = _page(Service(desk, Shelf(assistant), Feedback(feedback or feedback_file()), examples), Endpoints(desk))
    page.queue(default_concurrency_limit=desk.at_once, max_size=desk.waiting)
    _mount(application, page, options.root_path)
    return application


def _application(desk: Desk, options: Options) -> "FastAPI":
    from fastapi import FastAPI

    from ui.api import add_api
    from ui.guard import add_guard

    server = tools.mcp_app(desk, options.hosts) if options.mcp else None
    application = FastAPI(
        title=labels.TITLE.en,
        description=labels.TAGLINE.en,
        docs_url=None,  # FastAPI's pages for it load their script from another host.
        redoc_url=None,
        lifespan=server.router.lifespan_context if server else None,
    )
    application.state.desk, application.state.root_path = desk, options.root_path
    if server:
        application.router.routes.extend(server.routes)
    add_health(application, desk.assistant)
    add_api(application, desk)
    add_guard(application, options.hosts, options.users)
    return application


def _mount(application: "FastAPI", page: "gradio.Blocks", root_path: str) -> None:
    import gradio as gr

    gr.mount_gradio_app(
        application,
        page,
        path="/",
        root_path=root_path or None,
        head=_head(),
        favicon_path=str(_ASSETS / "icon.svg"),
        footer_links=[],
        run_history=False,
        enable_monitoring=False,
        show_error=False,
        max_file_size=1,  # Bytes: Gradio's upload route stays open, and nothing is to come in through it.
        ssr_mode=False,
        pwa=False,
        mcp_server=False,
    )


def _page(service: Service, endpoints: Endpoints) -> "gradio.Blocks":
    import gradio as gr
    from gradio.events import api

    page = gr.Blocks(title=labels.TITLE.en, fill_width=True, analytics_enabled=False)
    with page:
        gr.HTML(_asset("page.html"), elem_id="yinju", apply_default_css=False, js_on_load="window.startPage(element);")
        for function in (service.shelf, service.read, service.add, service.remove, service.suggest):
            api(function, api_name=f"page_{function.__name__}", api_visibility="private")
        # Thumbs are small and must not wait behind answers.
        api(service.rate, api_name="page_rate", api_visibility="private", concurrency_limit=None)
        api(service.ask, api_name="page_ask", api_visibility="private", concurrency_id="answers")
        api(endpoints.ask, api_name="ask", concurrency_id="answers")
        api(endpoints.search, api_name="search", concurrency_id="answers")
    return page


def _head() -> str:
    """Style and script inside the page itself, so that it is in one language and one piece from the first moment."""
    data = json.dumps({name: label._asdict() for name, label in labels.every().items()}).replace("<", "\\u003c")
    style = "\n".join(map(_asset, _STYLES))
    script = "\n".join(map(_asset, _SCRIPTS))
    return f'<style>{style}</style><script>(() => {{\n"use strict";\nconst labels = {data};\n{script}\n}})();</script>'


def _asset(name: str) -> str:
    return (_ASSETS / name).read_text(encoding="utf-8")
