"""By-lines: who wrote an article, said in a line of its own."""

import re
from collections.abc import Mapping

from corpus.fold import fold
from rag.lexical import content_words
from rag.types import Language

# What a by-line means without saying it.
AUTHORED = (
    "作者 撰写 写 署名 记者 这篇 那篇 这个 那个 这份 那份 这则 那则 本文 文章 短评 评论 社论 专栏 新闻 报道"
    " author wrote written writer reporter article commentary editorial column news report piece story"
)
# What is asked of an author, and where in a paper or how long his piece is, names nothing.
_NAMING = re.compile(
    r"最后|末尾|结尾|文末|开头|叫(?:什么|啥)|什么名字|名字|姓名|全名"
    r"|\b(?:short|brief)\b|\b(?:last|final|closing|first) (?=comment|piece|column|editorial)"
    r"|\bat the end\b|\b(?:full )?name\b",
    re.I,
)
_LONGEST = 40  # characters
_ROLE = r"(?:本报|[\u4e00-\u9fff]{2,6}(?:报|社|网|台))?(?:首席|实习|特约|见习)?(?:记者|通讯员|评论员|撰稿人?|作者|执笔)"
_NAMES = r"(?P<names>[\u4e00-\u9fff·]{2,8}(?:[ 、][\u4e00-\u9fff·]{2,8})*)"
_NAME = r"[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*){1,3}"
_BYLINES = tuple(
    re.compile(form)
    for form in (
        rf"[□■◇◆▲●○]\s*(?:{_ROLE}[:：/ ]?\s*)?{_NAMES}",
        rf"{_ROLE}[:：/ ]\s*{_NAMES}",
        rf"文[:：/]\s*{_NAMES}",
        rf"(?i:by|written by|author:) (?P<names>{_NAME}(?:(?:, | and ){_NAME})*)",
    )
)
_ASKS: Mapping[Language, re.Pattern[str]] = {
    "zh": re.compile(
        r"谁.{0,3}[写撰著]|作者|执笔|撰稿|撰文|署名|手笔|哪一?[位个名]?记者"
        r"|(?:评论|短评|社论|文章|报道|专栏|稿子?).*(?:谁|哪一?[位个名])|(?:谁|哪一?[位个名]).*(?:评论|短评|社论|文章|报道|专栏|稿子?)"
    ),
    "en": re.compile(
        r"\b(?:wrote|written|author(?:ed|s)?|penned|by-?lines?|which (?:reporter|journalist|writer|columnist))\b"
        r"|\b(?:who|whose)\b.*\b(?:comment(?:ary|ator)|editorial|column|article|report|piece|story)\b",
        re.I,
    ),
}
_ASKS_VIEWS: Mapping[Language, re.Pattern[str]] = {
    "zh": re.compile(
        r"说|看[来待法重]|认为|觉得|写|称|指出|强调|建议|主张|比[作喻]|形容|评[论价]|呼吁|号召|提[出到]|观点|眼[里中]|笔下"
    ),
    "en": re.compile(
        r"\b(?:sa(?:y|ys|id)|call(?:s|ed)?|regards?|th(?:inks?|ought)|beli?eves?|argues?|writes?|describes?|suggests?"
        r"|stress(?:es)?|urges?|views?|opinions?|according|compares?|considers?|proposes?|recommends?|sees?"
        r"|in the eyes)\b"
    ),
}


def is_byline(text: str) -> bool:
    """Whether the text says no more than who wrote what it stands beside.

    >>> is_byline("□王小明"), is_byline("By Jane Doe"), is_byline("王小明说，天晴了。")
    (True, True, False)
    """
    return authors(text) is not None


def authors(text: str) -> tuple[int, int] | None:
    """Where the names of those who wrote stand in a by-line; None where the text is none.

    >>> authors("By Jane Doe"), authors("Jane Doe wept.")
    ((3, 11), None)
    """
    line = text.rstrip()
    matches = (form.fullmatch(line) for form in _BYLINES) if len(text) <= _LONGEST else ()
    return next((match.span("names") for match in matches if match), None)


def may_be_of(heading: str, question: str) -> bool:
    """Whether what stands under a heading can be what the question asks the author of.

    >>> may_be_of("山村茶香", "《山村茶香》的作者是谁？"), may_be_of("山村茶香", "谁写了红楼梦？")
    (True, False)
    """
    meant = content_words(AUTHORED)
    own = {word for word in content_words(_NAMING.sub("", question)) if not any(one in word for one in meant)}
    return 3 * len(own & set(content_words(heading))) >= len(own)


def named_in(question: str, byline: str) -> bool:
    """Whether a question says the name that a by-line says, and so asks something else.

    >>> named_in("Where does Jane Doe work?", "By Jane Doe"), named_in("Who wrote it?", "By Jane Doe")
    (True, False)
    """
    said = content_words(byline)
    return 2 * len(set(said) & set(content_words(question))) > len(said)


def asks_views(question: str, language: Language) -> bool:
    """Whether the question may ask what somebody says or thinks."""
    return _ASKS_VIEWS[language].search(fold(question)) is not None


def asks_author(question: str, language: Language) -> bool:
    """Whether the question asks who wrote something."""
    return _ASKS[language].search(fold(question)) is not None
