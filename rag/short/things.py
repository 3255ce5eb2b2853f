"""Names in a sentence of things of a type that the question names, told by how they end."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile

from rag.short.english import rows, wholes
from rag.short.names import Word, nominal, places, span_of, words
from rag.short.spans import Span
from rag.types import Language

_TYPES = (
    (r"公司|企业|厂商|集团", r"公司|集团|企业|银行|厂|商社|会社"),
    (r"大学|学校|学院|高校|院校", r"大学|学院|学校|中学|小学|书院|大"),
    (
        r"机构|组织|单位|部门|机关|协会|团体|政府|政党|军队",
        r"[局部会院署司厅处所党军队]|中心|组织|联盟|协会|委|办公室|政府|机构|银行|集团|公司|大学",
    ),
    (
        r"职[位务]|官职|职$",
        r"[长席相令尉督守史丞]|主任|书记|总裁|经理|教授|总统|总理|秘书|院士|研究员|大夫|将军|大臣|总监",
    ),
    (r"球队|队", r"队|俱乐部"),
    (r"河|江", r"[河江川水]"),
    (r"岛", r"[岛屿]"),
    (r"山", r"[山峰岭]"),
    (r"朝代", r"[朝代]"),
    (r"条约|协[定议]", r"条约|协[定议]|公约"),
    (r"宗教", r"教"),
    (r"语言?", r"[语文话]"),
    (r"报纸|报社|媒体", r"[报社台网]"),
)
_QUOTED = r"“[^“”]{2,12}”(?:(?![的和与及等在])[\u4e00-\u9fff]){0,6}?"  # a name in quotes, and what it is of
# Many of a kind, and kinds of which few are called so.
_NO_TYPE = re.compile(r".*[^su]s|cit(?:y|ies)|town|country|kind|type|part|side|person")
_CALLED = re.compile(r"\b(?:named|called|name (?:is|was)|known as|christened)(?: the)? [“\"‘']?$")
_PART = r"(?:School|Department|Faculty|College|Institute|Cent(?:re|er)|Division) (?:of|for) .* of (?:the )?"
_ORDER = re.compile(r"\b\d+(?:st|nd|rd|th) $")
_LONGEST = 16  # characters of a name: a longer run of nouns is more than a name
_COUNTRY_NOT = re.compile(r"[省市县区镇乡村岛山河江湖州]$|[东西南北中]部")
_TYPES_EN = (
    (
        r"compan|firm|label|studio|publisher|bank",
        r"Inc|Ltd|Corp|Company|Group|Records|Studios?|Pictures|Bank|Co|Electronics|Industries|Motors|Press",
    ),
    (r"universit|college|school|institut", r"University|College|School|Institute|Academy"),
    (
        r"organi[sz]ation|agency|department|ministry|institution|party|association",
        r"Organi[sz]ation|Agency|Department|Ministry|Association|Party|League|Union|Council|Commission|Committee|Society"
        r"|Federation|Institute|Bureau|Office|Board|Authority",
    ),
    (r"award|prize|medal", r"Award|Prize|Medal"),
    (r"newspaper|magazine|journal", r"Times|Post|Journal|News|Magazine|Daily|Herald|Tribune|Review"),
)


def things(text: str, noun: str, language: Language) -> list[Span]:
    """Names of things of the type that `noun` says, told by how they end."""
    if language == "en":
        return _english(text, noun)
    if re.match("国家|国$|国的", noun):
        return [Span(at, at + len(w)) for w, tag, at in words(text) if tag == "ns" and not _COUNTRY_NOT.search(w)]
    if quoted := _behind_quotes(text, noun):
        return quoted
    if region := re.match("(?:区|县|镇|乡|村|街道|路|街)(?![市县线由口别])", noun):
        return _called(text, region[0])
    if region := re.match("地区|城市|区域|省|市", noun):
        found = [s for s in places(text, language) if not text.endswith("城市", s.start, s.end)]
        return found or _ending_in(text, f"(?<!地){region[0][-1]}", "")
    head = next((w for w, tag, _ in words(noun) if tag.startswith("n") and len(w) > 1), "")
    ends = next((ends for types, ends in _TYPES if head and re.match(types, head)), head)
    return _ending_in(text, ends, head) if ends else []


def _called(text: str, end: str) -> list[Span]:
    """The places that are called so, without what stands behind: of 北山区南部 only 北山区."""
    named = [s for s in places(text, "zh") if not text.endswith("地区", s.start, s.end)]
    last = [(s, text.rfind(end, s.start + 1, s.end)) for s in named]
    return [replace(s, end=at + len(end)) for s, at in last if at > 0] or _ending_in(text, f"(?<!地){end}", "")


def _behind_quotes(text: str, noun: str) -> list[Span]:
    """The things that are called so and have a name in quotes in front: 江北“云上”示范园."""
    found = []
    for match in re.finditer(_QUOTED + re.escape(noun), text):
        before = [word for word in words(text) if word[2] < match.start()]
        nouns = list(takewhile(lambda word: word[1][0] in "nj", reversed(before)))
        found.append(Span(nouns[-1][2] if nouns else match.start(), match.end()))
    return found


def _english(text: str, noun: str) -> list[Span]:
    """The names that say the very type, as Holm County does a county, or else one that is called so too."""
    if noun.endswith(" and"):  # two are asked for
        return []
    named = wholes(text)
    if noun == "name":
        return [s for s in named if _CALLED.search(text[: s.start])]
    for word in reversed(noun.split()):
        typed = re.compile(rf"(?:{_PART})?((?:\S+ )*(?!of )\S+ {word}|(?:\S+ )*?{word} (?:of|for) .*)", re.I)
        matches = (typed.fullmatch(text, s.start, s.end) for s in named if not _NO_TYPE.fullmatch(word))
        if own := [_with_order(text, Span(*match.span(1))) for match in matches if match]:
            return _out_of_rows(text, own)
    ends = next((ends for types, ends in _TYPES_EN if re.match(types, noun)), None)
    return _out_of_rows(text, [s for s in named if ends and re.search(rf"\b(?:{ends})\b", text[s.start : s.end])])


def _out_of_rows(text: str, found: Sequence[Span]) -> list[Span]:
    """Those that stand in no row with others, of which each is only a part of the answer."""
    return [row[0] for row in rows(found, text) if len(row) == 1]


def _with_order(text: str, span: Span) -> Span:
    """The name with the number that stands before it: the 9th Armoured Division."""
    match = _ORDER.search(text, 0, span.start)
    return replace(span, start=match.start()) if match else span


def _ending_in(text: str, ends: str, head: str) -> list[Span]:
    runs = (_ending(run, re.compile(rf"(?:{ends})$")) for run in nominal(words(text)))
    return [s for s in runs if s and s.end - s.start <= _LONGEST and text[s.start : s.end] not in (head, "有限公司")]


def _ending(run: Sequence[Word], ends: re.Pattern[str]) -> Span | None:
    last = max((i for i, (word, _, _) in enumerate(run) if ends.search(word)), default=-1)
    return span_of(run[: last + 1]) if last >= 0 else None
