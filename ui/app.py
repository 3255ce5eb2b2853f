"""The web page as a Gradio application: a conversation on the left, the articles on the right."""

import json
import logging
import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from corpus.article import Article
from corpus.errors import RagError
from rag.types import Answer
from ui import labels, render
from ui.labels import Label

if TYPE_CHECKING:
    import gradio
    from fastapi import FastAPI

_ASSETS = Path(__file__).parent / "assets"
_FONTS = ("system-ui", "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "sans-serif")
_VISITORS_AT_ONCE = 2
_VISITORS_WAITING = 64

# In the browser: a button inside an HTML part sends its text to the server.
_SEND_BUTTON_TEXT = """
element.addEventListener("click", (event) => {
  const button = event.target.closest("button");
  if (button) trigger("click", { text: button.textContent });
});
"""

Message = dict[str, str]


class Answerer(Protocol):
    """What the page needs of an assistant."""

    @property
    def articles(self) -> Sequence[Article]:
        """The articles that answers are taken from."""

    def stream(self, question: str, *, history: list[Message]) -> Iterator[str | Answer]:
        """Yield the answer's text bit by bit, and the finished answer last."""


@dataclass(frozen=True, slots=True)
class Conversation:
    """One visitor's conversation: the messages as shown (HTML), and as the assistant is told of them (plain text)."""

    shown: tuple[Message, ...] = ()
    history: tuple[Message, ...] = ()


def converse(assistant: Answerer, question: str, before: Conversation) -> Iterator[Conversation]:
    """Yield the conversation as it grows: first with the question, then with more and more of the answer.

    A blank question leaves it as it was. An error takes the answer's place, and that turn is not part of the history.
    """
    if not question.strip():
        yield before
        return
    asked = (*before.shown, _message("user", render.question(question)))
    yield Conversation((*asked, _message("assistant", render.waiting())), before.history)
    text = ""
    try:
        for part in assistant.stream(question, history=list(before.history)):
            if isinstance(part, Answer):
                turn = (_message("user", question), _message("assistant", part.text))
                shown = _message("assistant", render.answer(part, assistant.articles))
                yield Conversation((*asked, shown), (*before.history, *turn))
            else:
                text += part
                yield Conversation((*asked, _message("assistant", render.draft(text))), before.history)
    except Exception as error:
        yield Conversation((*asked, _message("assistant", _explain(error))), before.history)


def _message(role: str, content: str) -> Message:
    return {"role": role, "content": content}


def _explain(error: Exception) -> str:
    if isinstance(error, RagError):
        return render.problem(str(error))
    logging.getLogger(__name__).error("a question was not answered", exc_info=error)
    return render.failure()


def build(assistant: Answerer, examples: Sequence[Label] = labels.EXAMPLES) -> "FastAPI":
    """The page as a web application that asks nothing of any other host.

    `examples` are questions offered to a visitor who has not asked anything yet.
    """
    os.environ.update(GRADIO_ANALYTICS_ENABLED="False", HF_HUB_DISABLE_TELEMETRY="1")
    import gradio as gr
    from fastapi import FastAPI

    application = FastAPI(docs_url=None, redoc_url=None, openapi_url=None)
    page = _page(assistant, examples)
    page.queue(default_concurrency_limit=_VISITORS_AT_ONCE, max_size=_VISITORS_WAITING)
    gr.mount_gradio_app(
        application,
        page,
        path="/",
        theme=gr.themes.Base(font=_FONTS, font_mono=("ui-monospace", "monospace")),
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


def _page(assistant: Answerer, examples: Sequence[Label]) -> "gradio.Blocks":
    import gradio as gr

    page = gr.Blocks(title=labels.TITLE.en, fill_width=True, analytics_enabled=False)
    with page:
        gr.HTML(render.header(), elem_id="header")
        with gr.Row(elem_id="panes"):
            with gr.Column(elem_id="chat-pane"):
                conversation = gr.State(Conversation())
                chat = gr.Chatbot(
                    elem_id="conversation", show_label=False, container=False, buttons=[], latex_delimiters=[],
                    autoscroll=False, height=None,
                )  # fmt: skip
                welcome = gr.HTML(render.welcome(examples), elem_id="welcome", js_on_load=_SEND_BUTTON_TEXT)
                question = gr.Textbox(
                    elem_id="question", show_label=False, container=False, submit_btn=True, max_lines=6, autofocus=True
                )
                again = gr.HTML(render.again(), elem_id="again", js_on_load=_SEND_BUTTON_TEXT)
            with gr.Column(elem_id="article-pane"):
                gr.HTML(render.reader(assistant.articles), elem_id="reader")
        _connect(assistant, conversation, chat, welcome, question, again)
    return page


def _connect(assistant: Answerer, conversation: Any, chat: Any, welcome: Any, question: Any, again: Any) -> None:
    import gradio as gr

    def ask(text: str, before: Conversation) -> Iterator[tuple[Any, Conversation, list[Message]]]:
        for step, now in enumerate(converse(assistant, text, before)):
            # Emptied once only: the visitor may type the next question while the answer arrives.
            yield gr.skip() if step else "", now, list(now.shown)

    def ask_example(before: Conversation, event: gr.EventData) -> Iterator[tuple[Any, Conversation, list[Message]]]:
        yield from ask(event.text, before)

    def start_again() -> tuple[Conversation, list[Message]]:
        return Conversation(), []

    outputs = [question, conversation, chat]
    quietly: dict[str, Any] = {"show_progress": "hidden", "api_visibility": "private"}
    running = [
        # Enter is not lost while an answer is still arriving: the question is asked after it.
        question.submit(ask, [question, conversation], outputs, trigger_mode="always_last", **quietly),
        welcome.click(ask_example, conversation, outputs, **quietly),
    ]
    again.click(start_again, None, [conversation, chat], cancels=running, **quietly)


def _head() -> str:
    """Style and script inside the page itself, so that it is in one language and one piece from the first moment."""
    attributes = [(selector, name, label._asdict()) for selector, name, label in labels.ATTRIBUTES]
    data = json.dumps({"attributes": attributes, "title": labels.TITLE._asdict()}).replace("<", "\\u003c")
    style, script = ((_ASSETS / name).read_text(encoding="utf-8") for name in ("page.css", "page.js"))
    return f"<style>{style}</style><script>window.pageLabels = {data};</script><script>{script}</script>"
