"""What somebody is called, of what brand something is or what title it has: a sentence on it that says none of that is
no answer.
"""

import re
from collections.abc import Sequence
from functools import lru_cache

from corpus.fold import fold
from rag.short.given import SURNAMES
from rag.short.names import persons, words

# A person by what he or she is, and not by name.
_ROLE = (
    "(?:祖母|奶奶|外婆|祖父|爷爷|外公|父亲|爸爸|母亲|妈妈|妻子|丈夫|儿子|女儿|哥哥|姐姐|弟弟|妹妹|叔叔|舅舅|姑姑|姨妈|老师|导师|教练|徒弟|师傅"
    "|[设建创研发作译编记司教经总院校市县镇村董店船机厨裁歌演画作摄翻导制主][\u4e00-\u9fff]{0,2}(?:师|者|员|长|家|人|手|理|演|机)|[工医律厨][程]?[师生])"
)
_CALLED = re.compile(
    rf"(?P<role>{_ROLE})(?:的?(?:名字|姓名|大名)(?:是|叫)?什么|叫什么(?!名堂)|姓什么|姓甚名谁|的?(?:名字|姓名)[?]?$)"
)
_NAME_SAID = re.compile(r"[叫名姓](?!额|单|次|胜|声|义|牌|誉|为了)|[\u4e00-\u9fff]氏|[\u4e00-\u9fff]某|[A-Z][a-z]+")
_BRAND = re.compile(
    r"(?:什么|哪一?[个种])(?:牌子|品牌|牌)|(?:牌子|品牌)(?:的?名字?)?(?:是|叫)(?:什么|哪)"
    r"|\b(?:what|which) (?:brand|make)(?= (?:of|is|are|was|were|does|do|did)\b)"
)
_BRAND_SAID = re.compile(
    r"牌|品牌|[“「《][^”」》]+[”」》]|\b(?i:brand|make|model)|[\u4e00-\u9fff][A-Z][A-Za-z]+"
    r"|(?<!^)(?<![.!?] )\b[A-Z][a-z]*[A-Z0-9]?\w*|\b[A-Z]\w+ \d"
)
_NAMES = ("nr", "nrt", "nrfg", "nz", "nt", "ns")  # how the segmenter tags words that may be a brand
_TITLE = re.compile(
    r"(?:论文|文章|报告|演讲|讲座|书|小说|诗|歌曲?|电影|影片|节目|展览|作品|专辑)的?(?:题目|标题|名字|名称|书名|篇名)(?:是|叫|为)什么"
    r"|\bwhat (?:is|was) the title of\b|\bwhat (?:is|was) (?:\w+ ){1,4}['’]?s? ?title\b"
)
_TITLE_SAID = re.compile(
    r"[《“「『\"]|题为|名为|题目|标题|书名|叫做?|\b(?:titled|entitled|called|named|title)\b|(?<=[a-z,] )[A-Z]"
)
_CALLS = re.compile("名?叫|[本原]?名|姓|人称|是|即")
_NO_SURNAMES = "和于从向时成连常都与同"  # which mostly say something else behind a role
_IS = re.compile("[也又还]?[是任为当做]|作为|担任")
_CLAUSE = re.compile("[^，,。；;！!？?]+")


def lacks_named(question: str, sentence: str) -> bool:
    """Whether a question asks what somebody, a brand or a work is called, and a sentence says no such name.

    >>> [lacks_named("她的祖母叫什么？", said) for said in ("她由祖母抚养长大。", "祖母王秀兰抚养她长大。")]
    [True, False]
    """
    role, brand, title = _asked_for(question)
    if role and not _says_name(role, sentence, fold(question)):
        return True
    return (brand and not _says_brand(sentence, question)) or (title and not _TITLE_SAID.search(sentence))


def _says_brand(sentence: str, question: str) -> bool:
    """Whether a sentence says a brand, or a name that the question does not say, which may be one."""
    if _BRAND_SAID.search(sentence):
        return True
    return any(tag in _NAMES and len(word) > 1 and word not in question for word, tag, _ in words(sentence))


def _says_name(role: str, sentence: str, asked: str) -> bool:
    """Whether a sentence says a name that is not asked about, in the clauses that say the role where there are any."""
    clauses = _CLAUSE.findall(sentence)
    places = [at for said in (role, role[:2]) for at, one in enumerate(clauses) if said in one]
    # Who is said to be what in the clause before, or goes on to be named in the one behind.
    told = ["，".join(_told(clauses, at)) for at in places if role in clauses[at] or role not in sentence] or [sentence]
    return any(_NAME_SAID.search(one) or _has_person(one, role, asked) for one in told)


def _told(clauses: Sequence[str], at: int) -> Sequence[str]:
    """A clause with the one before it, of which it says what somebody is, and the one behind that says the name."""
    goes_on = at + 1 < len(clauses) and _CALLS.match(clauses[at + 1])
    return clauses[max(at - bool(_IS.match(clauses[at])), 0) : at + 1 + bool(goes_on)]


def _has_person(clause: str, role: str, asked: str) -> bool:
    """Whether a clause says a name, or what may be one; the segmenter takes some roles for names."""
    if re.search(
        rf"{role}(?:(?![{_NO_SURNAMES}])[{SURNAMES}][\u4e00-\u9fff]{{1,2}}|是?[老小阿][\u4e00-\u9fff])", clause
    ):
        return True
    named = [clause[span.start : span.end] for span in persons(clause, "zh")]
    named += [word for word, tag, _ in words(clause) if tag.startswith("nr") and len(word) > 1]
    return any(name[:3] not in asked and role not in name for name in named)  # 陈维安由 is 陈维安


@lru_cache(maxsize=64)
def _asked_for(question: str) -> tuple[str, bool, bool]:
    """The role of whom a name is asked for, empty where none is, and whether that of a brand, or a title."""
    asked = fold(question)
    called = _CALLED.search(asked)
    return called["role"] if called else "", bool(_BRAND.search(asked)), bool(_TITLE.search(asked))
