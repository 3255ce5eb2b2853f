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
            (r"是干[嘛吗]的", "是做什么的"),
            (r"(?<![能可])(?:(?<=最多收)|(?<=[要得需须]交)|(?<=[罚赔付花]))多少(?=\W*$)", "多少钱"),
            (
                r"^(?:请|麻烦|先|给我|帮我|简单|简要)*介绍(?:一?下)?+(?![这本该全整文报信费人主])([^，,。？?的谁哪何几怎如]{2,12})[。]?$",
                r"\1是什么？",
            ),
            (r"新基建", "新型基础设施"),
            (
                r"^([^，,。？?比]{2,10})比([^，,。？?比]{2,10}?)[更还]?([大小早晚长短高低重轻深宽])[吗么](?=\W*$)",
                r"\1和\2哪个更\3",
            ),
            (r"干[嘛吗](?=[不非要没老总])", "为什么"),
            (r"(?<=[^不])(?:是)?什么来头", "是谁"),
            (r"占地(?:面积)?(?:[是有为]|一?共有?)*多少(?=\W*$)|占了?(?:多少|多大)(?:地|地方)(?=\W*$)", "面积多大"),
            (r"面积(?:有|一?共有?)?多少(?=\W*$)", "面积多大"),
            (r"地盘(?=[更较有多]*大)", "面积"),
            (r"(?:(?<=[年候月天])|(?<=区是谁))批(?:下来)?(?=[的了]?\W*$)", "批准"),
            (r"在([^在，,。？?赛班队榜单]{2,12}?)(?:里面?|当?中)排(?:行|名)?(?:老几|第几)", r"是第几个\1"),
            (r"第多少(?=[个位名届])", "第几"),
            (r"(?<![主城交保尽管])管(?=着?哪[几些]个?[区县市乡镇街])", "辖"),
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
                r"^(is|was) ((?:the )?[A-Z][\w ]*?) ((?:larg|bigg|small|old|young|high|long|short|deep|wid)er)"
                r" than (?!expected|before|last|usual|ever)((?:the )?\w[\w ]*?)\W*$",
                lambda match: f"Which {match[1].lower()} {match[3]}, {match[2]} or {match[4]}?",
            ),
            (
                r"^(?:please )?tell me about (?!the (?:article|text|page)\b|it\b|th(?:is|at|em|ese)\b|how\b|wh|your)"
                r"((?:[\w'’-]+ ?){1,6})\W*$",
                r"What is \1?",
            ),
            (
                r"\b(?:did|does|do) (.+?) (?:get|receive) the (?:green light|go[- ]ahead|nod|ok(?:ay)?)\b",
                r"was \1 approved",
            ),
            (r"\b(?:did|does|do) (.+?) come into being\b", r"was \1 established"),
            (
                r"\bhow (?:much (?:land|area|ground)|many square (?:kilomet(?:er|re)s?|miles)|big an area)"
                r" (?:(?:do|does) (.+?) (?:cover|occupy|take up|have)|is ((?-i:[A-Z])(?:[\w’-]+ ?){1,4}))(?=\W*$)",
                lambda match: f"how large is {match[1] or match[2]}",
            ),
            (
                r"^what (does|do|did|would|will) ((?:(?!\b(?:say|said|tell|costs?)\b).)+?) cost(?=\W*$)",
                r"how much \1 \2 cost",
            ),
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
