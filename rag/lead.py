"""Sentences that go on with what the one before them tells of."""

import re

from corpus.fold import fold

_BEGINNING = 40  # characters that tell
_CHINESE = re.compile(
    r"(?:[当同][天日晚年]|[次翌][日年]|[当此这]时|随后|此后|之后|其后|后来|接着|会[上后]|会议(?!室)|据(?:悉|了解|介绍)|此外|同时|另外"
    r"|[对为因]此|对于这|[这该此其他她它]|双方|两[者人地区国]"
    r"|(?:[上下]午|晚[上间]|凌晨|清晨|早[上晨]|中午|傍晚|夜里)?(?:\d{1,2}|[一二三四五六七八九十]{1,3})(?:[点时]|:\d\d))"
)
_ENGLISH = re.compile(
    r"(?:at (?:\d|(?:the )?same time|the (?:meeting|conference|ceremony|event)|that)"
    r"|that (?:day|evening|morning|afternoon|night)"
    r"|(?:on |in )?the (?:same|next|following) (?:day|evening|morning|afternoon|year|month)"
    r"|(?:the )?(?:both|two) (?:sides|parties)|it|he|she|they|this|these|those|such|its|his|her|their"
    r"|meanwhile|later|then|afterwards?|after (?:that|this)|in addition|besides|moreover|also|therefore|thus)\b"
)


def goes_on(text: str) -> bool:
    """Whether a text begins with words that point back to what stands before it.

    >>> goes_on("下午2点30分，会议开始。"), goes_on("At 2:30 the talks began."), goes_on("天晴了。")
    (True, True, False)
    """
    folded = fold(text[:_BEGINNING])
    return bool(_CHINESE.match(folded) or _ENGLISH.match(folded))
