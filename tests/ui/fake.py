"""A small assistant for the page, with two articles and an answer for each of a few key words."""

import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from itertools import count
from time import sleep

from corpus.article import Article, parse
from rag.errors import QuestionError
from rag.types import Answer, Citation, Passage, Short
from rag.wording import UNSUPPORTED
from ui import app
from ui.__main__ import listen, options_of, parser, run
from ui.labels import Label

INJECTIONS = (
    "<script>window.taken = 1</script>",
    '<img src=x onerror="window.taken = 1">',
    '"><svg onload="window.taken = 1">',
    "</p></article></div><iframe srcdoc='<script>parent.taken = 1</script>'></iframe>",
    "<details open ontoggle='window.taken = 1'>",
    "[1](javascript:window.taken=1) [1](#cite-0-0-3)",
    "<a href=https://example.org>x</a> ![x](https://example.org/x.png)",
    "{{constructor.constructor('window.taken = 1')()}} ${window.taken = 1} <%= 1 %>",
    "&lt;b&gt; &#60;b&#62; `x` **x** $$x$$",
    "\u202e</style><style>*{display:none}",
)
HOSTILE = " ".join(INJECTIONS)
AFTER_EMOJI = "当时只有一条路通到河边"
LAST = "今天每天有3200人走过石桥。"
FERRY = "It carried forty people."
ERROR = "The question is too long: 20000 characters. Ask in fewer than 2000."
EMPTY = "The question has no words in it: please type one."
SLOW = "A word "

_FILLING = "\n\n".join(f"这是第{n}段闲话，好让文章长得要滚动才能读到末尾。" for n in range(1, 40))
BRIDGE = parse(
    "bridge",
    f"# 桥与😀河\n\n## 历史\n\n石桥建于1905年，😀{AFTER_EMOJI}。\n\n{HOSTILE}\n\n"
    f"## 今天\n\n图为石桥。记者 王山 摄\n\n{_FILLING}\n\n{LAST}",
    translations={1: "The stone bridge was built in 1905, when a single road led to the river."},
)
BOAT = parse("ferry", f"The ferry stopped in 1950.\n{FERRY}", title="The <b>ferry</b>")
EXAMPLES = (
    Label("石桥建于哪一年？", "Which road led to the river?"),
    Label("渡轮（ferry）能坐多少人？", "How many people did the ferry carry?"),
    Label("这个问题没有答案吧？", "Is there no answer to this?"),
)

REPLIES: Mapping[str, tuple[str, Article, Sequence[str], str | None]] = {
    "石桥": ("石桥建于1905年[1]，今天每天有3200人走过[2]。", BRIDGE, ("石桥建于1905年", LAST), None),
    "road": ("A single road led to the river [1].", BRIDGE, (AFTER_EMOJI,), "A single road led to the river"),
    "ferry": ("It carried forty people [1].", BOAT, (FERRY,), None),
    "written": (f"It was built in 1905.[1] It is of glass.{UNSUPPORTED['en']}", BRIDGE, ("石桥建于1905年",), None),
    "写成": (f"建于1905年。[1]是玻璃的。{UNSUPPORTED['zh']}", BRIDGE, ("石桥建于1905年",), None),
    "hostile": (f"{HOSTILE} [1] [2]", BRIDGE, (HOSTILE,), HOSTILE),
}
WRITTEN = ("written", "写成")  # by a language model
REFUSALS = {"zh": "文章信息不足，无法回答。", "en": "The article has insufficient information to answer this."}


class FakeAssistant:
    """Answers by key word, refuses what holds none, fails on "error" (foreseen) and "crash" (not foreseen).

    The answer to "slow" never ends, and that to "a while" takes two seconds.
    """

    articles = (BRIDGE, BOAT)
    chunks = 42

    def __init__(self) -> None:
        self.histories: list[Sequence[dict[str, str]]] = []

    @property
    def extractive(self) -> "FakeAssistant":
        """Itself: there is no language model here."""
        return self

    def stream(self, question: str, *, history: Sequence[dict[str, str]]) -> Iterator[str | Answer]:
        """The answer's text in two pieces, then the answer."""
        self.histories.append(history)
        if question == "error":
            raise QuestionError(ERROR)
        if question == "crash":
            raise ZeroDivisionError("nobody foresaw this")
        for _ in count() if question == "slow" else range(20 * ("a while" in question)):
            yield SLOW
            sleep(0.1)
        result = reply(question)
        middle = len(result.text) // 2
        yield from (result.text[:middle], result.text[middle:], result)

    def search(self, question: str, k: int) -> list[Passage]:
        """The bridge's last sentence, where it is asked for at all; a QuestionError where it is not."""
        if not question.strip():
            raise QuestionError(EMPTY)
        return list(reply("nothing").closest)[:k]


def reply(question: str) -> Answer:
    """The answer to the question's key word, or a refusal with one passage close to it."""
    key = next((key for key in REPLIES if key in question), None)
    language = "zh" if "桥" in question or "么" in question else "en"
    text, article, quotes, translation = REPLIES[key] if key else (REFUSALS[language], BRIDGE, (), None)
    near = _citation(1, BRIDGE, LAST, None)
    return Answer(
        question=question,
        language="zh" if language == "zh" else "en",
        text=text,
        answered=bool(quotes),
        short=_short("1905年") if key == "石桥" else None,
        understood=f"{question} (of the stone bridge)" if question == "And the road?" else question,
        confidence=0.87 if quotes else 0.12,
        citations=tuple(_citation(n, article, quote, translation) for n, quote in enumerate(quotes, start=1)),
        closest=() if quotes else (Passage("bridge", near.section, near.paragraph, near.start, near.end, LAST, 0.2),),
        mode="generative" if key in WRITTEN else "extractive",
        model="fake:model" if key in WRITTEN else None,
        seconds={"retrieve": 0.1, "answer": 0.02},
        fingerprint="fake",
    )


def _short(words: str) -> Short:
    start = BRIDGE.text.index(words)
    return Short(words, BRIDGE.id, start, start + len(words))


def _citation(number: int, article: Article, quote: str, translation: str | None) -> Citation:
    start = article.text.index(quote)
    end = start + len(quote)
    paragraph = next(p for p in article.paragraphs if p.start <= start < p.end)
    section = article.section_title(paragraph)
    return Citation(number, article.id, section, paragraph.number, start, end, quote, translation, 0.9)


if __name__ == "__main__":
    chosen = parser().parse_args(["--port=0", "--feedback", *sys.argv[1:]])
    with suppress(KeyboardInterrupt), listen(chosen.host, chosen.port) as listener:
        run(listener, app.build(FakeAssistant(), EXAMPLES, chosen.feedback, options_of(chosen, listener)))
