"""What a date, a time of day or an amount says, in the other language, where fixed rules leave no doubt of it."""

import re

from corpus.fold import fold
from rag.short.amounts import retold_amount
from rag.short.days import retold_date
from rag.types import Language

_NEAR = re.compile(
    r"(?:(?:shortly|soon|just|right|not long|a little) (before|after)|around|about|approximately|circa) "
)


def retold(said: str, language: Language) -> str | None:
    """A date or an amount as it is said in the other language, in this `language`; None where that is not certain.

    >>> [retold(said, "zh") for said in ("14 June 1906", "£3.2 million", "nineteen years", "11pm", "a dozen")]
    ['1906年6月14日', '320万英镑', '19年', '23:00', None]
    >>> [retold(said, "en") for said in ("2018年11月", "约36人", "40分钟", "3.2亿元", "36座")]
    ['November 2018', 'about 36 people', '40 minutes', '320 million yuan', '36']
    """
    folded = fold(said).strip()
    if language == "zh" and (near := _NEAR.match(folded)):
        date = retold_date(folded[near.end() :], language)
        if near[1]:
            return f"{date}{'前' if near[1] == 'before' else '后'}不久" if date else None
        return f"约{date}" if date else retold_amount(folded, language)
    return retold_date(folded, language) or retold_amount(folded, language)
