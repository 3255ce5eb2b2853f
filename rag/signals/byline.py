"""By-lines: who wrote an article, said in a line of its own."""

import re
from collections.abc import Mapping

from rag.lexical import content_words
from rag.types import Language

# What a by-line means without saying it.
AUTHORED = "作者 撰写 写 这篇 本文 文章 短评 评论 报道 author wrote written article commentary report piece"
_LONGEST = 40  # characters
_ROLE = r"(?:本报|[\u4e00-\u9fff]{2,6}(?:报|社|网|台))?(?:首席|实习|特约|见习)?(?:记者|通讯员|评论员|撰稿人?|作者|执笔)"
_NAMES = r"[\u4e00-\u9fff·]{2,8}(?:[ 、][\u4e00-\u9fff·]{2,8})*"
_NAME = r"[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*){1,3}"
_BYLINE = re.compile(
    rf"[□■◇◆▲●○]\s*(?:{_ROLE}[:：/ ]?\s*)?{_NAMES}|{_ROLE}[:：/ ]\s*{_NAMES}|文[:：/]\s*{_NAMES}"
    rf"|(?i:by|written by|author:) {_NAME}(?:(?:, | and ){_NAME})*"
)
_ASKS: Mapping[Language, re.Pattern[str]] = {
    "zh": re.compile(r"谁.{0,3}[写撰著]|作者|执笔|撰稿|署名|哪一?[位个名]?记者"),
    "en": re.compile(r"\b(?:wrote|written|author(?:ed|s)?|by-?lines?|which (?:reporter|journalist))\b", re.I),
}


def is_byline(text: str) -> bool:
    """Whether the text says no more than who wrote what it stands beside.

    >>> is_byline("□王小明"), is_byline("By Jane Doe"), is_byline("王小明说，天晴了。")
    (True, True, False)
    """
    return len(text) <= _LONGEST and _BYLINE.fullmatch(text.strip()) is not None


def may_be_of(heading: str, question: str) -> bool:
    """Whether what stands under a heading can be what the question asks the author of.

    >>> may_be_of("山村茶香", "《山村茶香》的作者是谁？"), may_be_of("山村茶香", "谁写了红楼梦？")
    (True, False)
    """
    meant = content_words(AUTHORED)
    own = {word for word in content_words(question) if not any(one in word for one in meant)}
    return 2 * len(own & set(content_words(heading))) >= len(own)


def asks_author(question: str, language: Language) -> bool:
    """Whether the question asks who wrote something."""
    return _ASKS[language].search(question) is not None
