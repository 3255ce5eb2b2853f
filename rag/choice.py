"""Chinese questions that name what is to be compared before or behind what they ask: 谁更大，甲县还是乙县？."""

import re

from rag.followup.chinese_phrases import phrases_of

KINDS = (
    "(?:新区|城市|国家|地区|地方|公司|企业|集团|大学|学院|学校|中学|小学|银行|医院|景区|公园|机场|车站|港口|大桥|水库|社区|街道"
    "|博物馆|图书馆|工厂|酒店)"
)
WHICH = rf"(?:哪一?[个家所座条支间](?:{KINDS}(?!的))?|谁)"
_HOW = "(?:[大小早晚高低长短远近宽深轻重快慢久]|多(?!少))"
_ONE, _END = "[^,，;；。？?还]{2,14}?", r"(?=[呢啊]?\W*$)"
_NAMED = (
    re.compile(rf"^(?P<asks>{WHICH}[^,，;；。？?还]{{1,12}}?)[,，\s]+是?(?P<one>{_ONE})还是(?P<other>{_ONE}){_END}"),
    re.compile(rf"^是?(?P<one>{_ONE})(?:还是|[和与跟])(?P<other>{_ONE})[,，\s]*(?P<asks>{WHICH}[^,，]{{1,12}}?){_END}"),
    re.compile(rf"^是?(?P<one>{_ONE})(?P<how>{_HOW})还是(?P<other>{_ONE})(?P=how){_END}"),
)
_UNASKED = re.compile(rf"^是?(?P<one>{_ONE})还是(?P<rest>[^,，;；。？?]{{3,20}}{_HOW}){_END}")


def both_first(question: str) -> str:
    """The question, folded, with the two things first and what it asks of them last; unchanged where it names none.

    >>> both_first("谁更大，甲县还是乙县？"), both_first("东港还是西港开放得早？")
    ('甲县和乙县谁更大？', '东港和西港哪个开放得早？')
    """
    for pattern in _NAMED:
        if match := pattern.search(question):
            said = match.groupdict()
            asks = said.get("asks") or f"哪个更{said['how']}"
            return f"{said['one']}和{said['other']}{asks}{question[match.end() :]}"
    match = _UNASKED.search(question)
    named = phrases_of(match["rest"]) if match else []
    if not match or not named or named[0].span.start:
        return question
    other = match["rest"][: named[0].owner().span.stop]
    return f"{match['one']}和{other}哪个{match['rest'][len(other) :]}{question[match.end() :]}"
