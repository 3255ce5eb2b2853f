"""What a Chinese question asks whether it may or can be done: of the rest a text may speak without answering."""

import re

from rag.lexical import content_terms

_MAY = re.compile(r"(?<!什么)(?:可(?:不可)?以|能不能|能否|可否|允许|准许|让|能够?|会不?会)(?P<deed>[^，,？?]+)")
_WHOSE = ("自己", "别人", "大家", "我们", "他们")
_LEAST = 2  # characters of a word: a verb of one character is said in many words
_ASKS = re.compile(r"^(?!.*(?:什么|哪|谁|多少|几|怎|如何|为何)).*(?:[吗么嘛][？?]*$|[可会]不[可会]|能不能|[能可]否)")


def deed_of(question: str) -> frozenset[str]:
    """The words, as they are matched, of what a question asks whether it may or can be done; none where it asks more.

    >>> sorted(deed_of("茶室可以抽烟吗？")), sorted(deed_of("可以在哪里抽烟？")), sorted(deed_of("这里会盖起什么？"))
    (['抽烟'], [], [])
    """
    match = _MAY.search(question) if _ASKS.search(question) else None
    words = content_terms(match["deed"].rstrip("吗么嘛")) if match else ()
    return frozenset(token for token, _ in words if len(token) >= _LEAST and token not in _WHOSE)
