"""English words without their endings, as they are matched."""

from functools import lru_cache
from typing import Any


def stem(word: str) -> str:
    """A folded word as it is matched; a Chinese one as it is.

    >>> stem("areas"), stem("面积")
    ('area', '面积')
    """
    return str(_stemmer().stemWord(word)) if word.isascii() else word


@lru_cache(maxsize=1)
def _stemmer() -> Any:
    import Stemmer

    return Stemmer.Stemmer("english")
