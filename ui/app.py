"""The web page as a Gradio application: Gradio serves, queues and frames; the page itself lies in `assets`."""

import json
import os
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from platformdirs import user_data_path

from ui import labels
from ui.feedback import Feedback
from ui.health import add_health
from ui.labels import Label
from ui.service import Service
from ui.shelf import Answerer, Shelf

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
_VISITORS_AT_ONCE = 2
_VISITORS_WAITING = 64


def feedback_file() -> Path:
    """Where thumbs are kept unless another file is named."""
    return user_data_path("yinju") / "feedback.jsonl"


def build(assistant: Answerer, examples: Sequence[Label] = labels.EXAMPLES, feedback: Path | None = None) -> "FastAPI":
    """The page as a web application that asks nothing of any other host.

    `examples` are questions written for the articles of `assistant`; `feedback` is the file for the visitors' thumbs.
    """
    os.environ.update(GRADIO_ANALYTICS_ENABLED="False", HF_HUB_DISABLE_TELEMETRY="1")
    import gradio as gr
    from fastapi import FastAPI

    application = FastAPI(docs_url=None, redoc_url=None, openapi_url=None)
    add_health(application, assistant)
    page = _page(Service(Shelf(assistant), Feedback(feedback or feedback_file()), examples))
    page.queue(default_concurrency_limit=_VISITORS_AT_ONCE, max_size=_VISITORS_WAITING)
    gr.mount_gradio_app(
        application,
        page,
        path="/",
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
    return application


def _page(service: Service) -> "gradio.Blocks":
    import gradio as gr
    from gradio.events import api

    page = gr.Blocks(title=labels.TITLE.en, fill_width=True, analytics_enabled=False)
    with page:
        gr.HTML(_asset("page.html"), elem_id="yinju", apply_default_css=False, js_on_load="window.startPage(element);")
        for function in (service.shelf, service.read, service.ask, service.add, service.remove, service.suggest):
            api(function, api_name=f"page_{function.__name__}", api_visibility="private")
        # Thumbs are small and must not wait behind answers.
        api(service.rate, api_name="page_rate", api_visibility="private", concurrency_limit=None)
    return page


def _head() -> str:
    """Style and script inside the page itself, so that it is in one language and one piece from the first moment."""
    data = json.dumps({name: label._asdict() for name, label in labels.every().items()}).replace("<", "\\u003c")
    style = "\n".join(map(_asset, _STYLES))
    script = "\n".join(map(_asset, _SCRIPTS))
    return f'<style>{style}</style><script>(() => {{\n"use strict";\nconst labels = {data};\n{script}\n}})();</script>'


def _asset(name: str) -> str:
    return (_ASSETS / name).read_text(encoding="utf-8")
