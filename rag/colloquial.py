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


_PROPERTY = (
    "area|population|size|length|height|width|depth|weight|price|cost|budget|address|location|capital|headquarters"
)
_NO_FRAGMENT = "那么|还有|以及|请|介绍|说|谈|讲|计算|比较|告诉|了解|[我想要能]"
# What only names what is asked for, and how that is asked.
_FRAGMENTS: Sequence[tuple[str, Plain]] = tuple(
    (rf"^((?!{_NO_FRAGMENT})[^，,。？?:：是谁哪什几多怎何吗]{{1,16}}(?:{noun}))呢?(?=\W*$)", plain)
    for noun, plain in (
        ("(?<=[^，,。那])面积", r"\1多大"),
        ("(?<=[^，,。那])人口|造价|票价", r"\1是多少"),
        (
            "(?:成立|获批|批准|设立|创[立办]|建成|竣工|开工|通车|出生|去世|发布|上映|举行|召开)(?:时间|日期)",
            r"\1是什么时候",
        ),
    )
)
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
            (r"(?:(?<=的)面积[是为]|(?<=的规划)面积[是为]|面积(?:有|一?共有?)?)多少(?=\W*$)", "面积多大"),
            (r"地盘(?=[更较有多]*大)", "面积"),
            (
                r"(?:(?<=[年候月天先晚早])|(?<=[\u4e00-\u9fff][^\W业卷文稿货子][是由]谁))批(?:下来)?(?=[的了]?\W*$)",
                "批准",
            ),
            (r"(?<=[^\W\d_])批(?=得[更较]?[早晚])", "批准"),
            (r"(?<=谁)批(?:下来)?[的了](?=[\u4e00-\u9fff]{2})(?!作业|试卷|卷子|作文|[这那])", "批准的"),
            (r"规划[了的]?多大(?:的?一?[片块个]?(?:地方|地皮|地|区域|范围))?(?=\W*$)", "规划面积多大"),
            (r"(?:占了?|有)?多大的?一?[片块](?:地方|地皮|地)(?=\W*$)", "面积多大"),
            (
                r"^([^，,。？?]{2,12}?)?为什么(?:要|会|被)?(?:叫|称|取|起)[做作为成了]?(?:[这那]么?个?|此)名[字称]?(?=[呢啊的]*\W*$)",
                r"\1为什么得名",
            ),
            (
                r"^(([^，,。？?他她]{2})[^，,。？?]{0,10}?)为什么(?:要|会)?(?:叫[做作]?|称[作为])\2[^，,。？?到出辞]{0,4}?(?=[呢啊]?\W*$)",
                r"\1为什么得名",
            ),
            (
                r"^为什么(?:要|会)?(?:叫[做作]?|称[作为])(?![停好苦卖板嚷人他她它我你们重不救外家学])([^，,。？?到写拿送帮]{2,8}?)(?<![来去做走停干醒])(?=[呢啊]?\W*$)",
                r"\1为什么得名",
            ),
            (r"的?名[字称]是?(?:怎么|从哪[里儿]?)来的?(?=\W*$)", "为什么得名"),
            (
                r"^(?:我们?)?(?:要|想|该|应该|可以)?找谁"
                r"((?:报名|咨询|投诉|预约|购买|买|办|租|订|修|退|换|领|借|反映|举报|求助|申请|登记|了解)[^，,。？?谁的了过]{0,6})(?=\W*$)",
                r"\1联系谁",
            ),
            (
                r"(?<=报名|咨询|投诉|预约|购买|买票|申请|登记|了解|退票|求助|举报)(?:要|该|应该|得)?找谁(?=\W*$)",
                "联系谁",
            ),
            (
                r"(?<=[\u4e00-\u9fff])(?:是哪[里儿]的人|的?籍贯[是在]?哪[里儿]?的?)(?=[呢啊]?\W*$)",
                "是哪里人",
            ),
            (r"^(?!.*[谁哪])(.*[^\W\d_么])的?作者(?=\W*$)", r"\1的作者是谁"),
            *_FRAGMENTS,
            (r"(派[出遣]?[团人员队]{1,2})(?:到|去|来|赴)([^，,。？?]{2,10}?)(?:回访|做客|取经|造访)", r"\1前往\2"),
            (r"(?<=派团|派人|派员|派队)(?:回访|造访|出访)(?=[^\W\d_]{2})", "前往"),
            (r"在([^在，,。？?赛班队榜单]{2,12}?)(?:里面?|当?中)排(?:行|名)?(?:老几|第几)", r"是第几个\1"),
            (r"第多少(?=[个位名届])", "第几"),
            (r"(?<=[^\W\d_])排(?:行|名|在)?(?=第几[个座所家](?=[^\W\d_]{2})[^\W呢啊人]+\W*$)", "是"),
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
                r"^(what|who|where|when|how|why)['’]s"
                r" (?=(?:the|an?|in|on|at|this|that|it|its|his|her|their|there|[A-Z]\w*\W*$)\b)",
                r"\1 is ",
            ),
            (r"^(what|who|when|how|where|why) exactly (?=(?:is|are|was|were|did|do|does)\b)", r"\1 "),
            (r",? anyway(?=\W*$)", ""),
            (
                r"^(?:(?:and|but|so|then|also)\b,? )*(?:(?:what|how) about )?"
                r"(?!.*\b(?:wh\w+|how|is|are|was|were|do|does|did|tell|give|list|name|compare|describe|explain|show)\b)"
                rf"((?:its|their|his|her|the|(?-i:[A-Z])[\w ]*?['’]s?) (?:\w+ )?(?:{_PROPERTY})"
                rf"|(?:the )?(?:{_PROPERTY}) of [\w ]+?)\W*$",
                r"What is \1?",
            ),
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
            (
                r"\b(?:signed off on|(?:okay|OK)(?:ed|['’]d)|green-?\s?lit"
                r"|(?:gave|given) the (?:green light|go[- ]ahead|nod|ok(?:ay)?) (?:to|for))\b",
                "approved",
            ),
            (r"\b(?:sign off on|give the (?:green light|go[- ]ahead|nod|ok(?:ay)?) (?:to|for))\b", "approve"),
            (
                r"\b(?P<a>gave|give) (?P<b>(?!me\b|us\b)[\w ]{2,40}?) the (?:green light|go[- ]ahead|nod|ok(?:ay)?)\b",
                lambda match: f"approve{'d' if match['a'] == 'gave' else ''} {match['b']}",
            ),
            (
                r"^(?:why|how come) (?:is|was|are|were) ((?:the )?(\w+)\b.*?) called"
                r" (?:that|so|this|\2\b.*?)(?=\W*$)",
                r"how did \1 get its name",
            ),
            (r"^how come (?:it['’]s|it is) called (?!off|after|for|in\b)(.+?)(?=\W*$)", r"how did \1 get its name"),
            (
                r"^why was the name (?:of )?(.+?) (?:chosen|picked|given)(?: for .+?)?(?=\W*$)",
                r"how did \1 get its name",
            ),
            (
                r"^(?:is|was|are|were) ((?:the )?(?-i:[A-Z])[\w-]*(?: (?-i:[A-Z])[\w-]*)*) or"
                r" ((?:the )?(?-i:[A-Z])[\w-]*(?: (?-i:[A-Z])[\w-]*)*)"
                r" ((?:larg|bigg|old|young|long|high|deep|tall|wid)er|\w+ed (?:first|earlier|later))\W*$",
                r"Which was \3, \1 or \2?",
            ),
            (
                r"^(?:what|which) number (?!of\b|on\b)([a-z-]+(?: [a-z-]+){0,3}) (?:is|was)"
                r" ((?:the )?(?-i:[A-Z])[\w'’. -]*?)(?=\W*$)",
                r"where does \2 rank as a \1",
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
_WRITER = re.compile(r"(?<=》)的?作者(?=\W*$)")
_TITLED = re.compile(r"[《“\"「『]")


def in_plain_words(question: str, language: Language) -> str:
    """A question in plain words; one that is so already, or that quotes something, unchanged.

    >>> in_plain_words("茶园到底是啥时候开的？", "zh"), in_plain_words("So what exactly are the six tasks?", "en")
    ('茶园是什么时候开的？', 'what are the six tasks?')
    """
    if _TITLED.search(question):
        return _WRITER.sub("的作者是谁", question)
    for pattern, plain in _SAID[language]:
        question = pattern.sub(plain, question)
    return question
