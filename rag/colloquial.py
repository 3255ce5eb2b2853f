"""What people say as they talk, in the plain words by which the rest tells what is asked."""

import re
from collections.abc import Callable, Mapping, Sequence

from rag.lists.markers import HAN_NUMBER, MEASURES, NUMBER_WORD
from rag.types import Language

Plain = str | Callable[[re.Match[str]], str]


def _joined(match: re.Match[str]) -> str:
    """A verb that 的 cuts in two, whole: of 裁的员 裁员的."""
    verb, noun = match[0].split("的")
    return f"{verb}{noun}的"


_SAID: Mapping[Language, Sequence[tuple[re.Pattern[str], Plain]]] = {
    "zh": tuple(
        (re.compile(pattern), plain)
        for pattern, plain in (
            ("时侯", "时候"),
            (r"(?:啥|多)(?:时候|会儿)|啥时(?!间)", "什么时候"),
            (r"为啥", "为什么"),
            (r"咋(?![舌呼])", "怎么"),
            (r"啥子?(?!都)", "什么"),
            (r"几点钟", "几点"),
            (
                r"(?:裁的员|[结离订]的婚|[毕开停创]的业|[辞离入]的职|退的休|[投停破]的产|上的市|[动开完竣]的工|通的车|开的[学馆])"
                r"(?=(?:[呢吗吧啊呀]|\W|$)[^的]*$)",
                _joined,
            ),
            (r"(?:^|(?<=[,，是的他她们我你区]))头一?[回次](?=[^应])", "第一次"),
            (r"(?<![与和行持责对])(?:到底|究竟|具体)都?(?=是|有[哪什多几]|指|包括|包含|在哪|叫|怎|什|哪|多少)", ""),
            (r"(?<![成首京古国故旧])都(?=有哪|包括哪|包括什|包含哪)", ""),
            (
                r"^(?:请|麻烦你?|你?(?:可以|能不能|能否|能))?告诉我(?:一下)?"
                rf"([^什哪谁几多怎何是,，]*{HAN_NUMBER}(?:{MEASURES})[^什哪谁几多怎何吗没否吧是,，]+)吗?(?=\W*$)",
                r"\1是什么",
            ),
        )
    ),
    "en": tuple(
        (re.compile(pattern, re.I), plain)
        for pattern, plain in (
            (r"^(?:so|ok|okay|hey|well),? (?=(?:what|who|where|when|how|why|which)\b)", ""),
            (
                r"^(what|who|where|when|how|why)['’]s (?=(?:the|an?|in|on|at|this|that|it|there|[A-Z]\w*\W*$)\b)",
                r"\1 is ",
            ),
            (r"^(what|who|when|how|where|why) exactly (?=(?:is|are|was|were|did|do|does)\b)", r"\1 "),
            (r",? anyway(?=\W*$)", ""),
            (
                r"^(?:please |(?:can|could) you )?(?:(?:list|name|enumerate)|(?:give|tell)(?: me| us)?)"
                rf" ((?:all )?the (?:{NUMBER_WORD}|\d{{1,2}}) (?:[a-z-]+ ){{0,2}}[a-z-]+s\b.*?)(?:,? please)?\W*$",
                r"What are \1?",
            ),
        )
    ),
}
_TITLED = re.compile(r"[《“\"「『]")


def in_plain_words(question: str, language: Language) -> str:
    """A question in plain words; one that is so already, or that quotes something, unchanged.

    >>> in_plain_words("茶园到底是啥时候开的？", "zh"), in_plain_words("So what exactly are the six tasks?", "en")
    ('茶园是什么时候开的？', 'what are the six tasks?')
    """
    if _TITLED.search(question):
        return question
    for pattern, plain in _SAID[language]:
        question = pattern.sub(plain, question)
    return question
