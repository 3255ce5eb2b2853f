"""Names in a sentence of things of a type that the question names, told by how they end."""

import re
from collections.abc import Sequence

from rag.short.names import Word, capitals, nominal, places, span_of, words
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
        ends = next((ends for types, ends in _TYPES_EN if re.match(types, noun)), None)
        return [s for s in capitals(text) if ends and re.search(rf"\b(?:{ends})\b", text[s.start : s.end])]
    if re.match("国家|国$|国的", noun):
        return [Span(at, at + len(w)) for w, tag, at in words(text) if tag == "ns" and not _COUNTRY_NOT.search(w)]
    if region := re.match("地区|城市|区域|省|县|市|区|镇", noun):
        found = [s for s in places(text, language) if not text.endswith("城市", s.start, s.end)]
        return found or _ending_in(text, f"(?<!地){region[0][-1]}", "")
    head = next((w for w, tag, _ in words(noun) if tag.startswith("n") and len(w) > 1), "")
    ends = next((ends for types, ends in _TYPES if head and re.match(types, head)), head)
    return _ending_in(text, ends, head) if ends else []


def _ending_in(text: str, ends: str, head: str) -> list[Span]:
    runs = (_ending(run, re.compile(rf"(?:{ends})$")) for run in nominal(words(text)))
    return [s for s in runs if s and s.end - s.start <= _LONGEST and text[s.start : s.end] not in (head, "有限公司")]


def _ending(run: Sequence[Word], ends: re.Pattern[str]) -> Span | None:
    last = max((i for i, (word, _, _) in enumerate(run) if ends.search(word)), default=-1)
    return span_of(run[: last + 1]) if last >= 0 else None
