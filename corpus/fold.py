"""Texts made alike for comparing them. What is folded is never shown: quotes keep the characters of the article."""

import re
import unicodedata
from functools import cache, lru_cache
from typing import Any

_SURROGATES = re.compile("[\ud800-\udfff]")
_THOUSANDS = re.compile(r"(?<=\d),(?=\d{3}(?!\d))")


@lru_cache(maxsize=4096)  # the same sentences are read for question after question
def fold(text: str) -> str:
    """The text for matching: compatibility forms, case, traditional characters, white space and thousands folded.

    >>> fold("兩江新區  ＧＤＰ\\n１,２００ 億元")
    '两江新区 gdp 1200 亿元'
    """
    plain = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", text).casefold())
    simplified: str = _converter().convert(_SURROGATES.sub("\ufffd", plain))
    return _THOUSANDS.sub("", " ".join(simplified.split()))


@cache
def _converter() -> Any:
    from opencc import OpenCC

    return OpenCC("t2s")


@lru_cache(maxsize=1024)
def fold_aligned(text: str) -> str:
    """The text with its width and traditional characters folded, one character for one, so that offsets still hold.

    >>> fold_aligned("兩江新區  ＧＤＰ")
    '两江新区  GDP'
    """
    plain = "".join(_single(character) for character in text)
    simplified: str = _converter().convert(_SURROGATES.sub("\ufffd", plain))
    return simplified if len(simplified) == len(text) else plain


def _single(character: str) -> str:
    if character.isspace():
        return " "
    # Chinese punctuation says where clauses and titles end; only letters and digits are folded.
    folded = unicodedata.normalize("NFKC", character)
    return folded if len(folded) == 1 and (folded.isalnum() or folded == "%") else character
