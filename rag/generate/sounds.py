"""Whether a Chinese name and one in Latin letters are one: spelled as it is read, its sound, or its abbreviation.

Readings are those of pypinyin (https://pypi.org/project/pypinyin).
"""

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache

import numpy as np

from corpus.fold import fold

# What provinces and cities are called in one character, official abbreviations, by their English names.
_SHORT = dict(
    pair.split(":")
    for pair in (
        "京:beijing 津:tianjin 沪:shanghai 渝:chongqing 冀:hebei 晋:shanxi 辽:liaoning 吉:jilin 黑:heilongjiang "
        "苏:jiangsu 浙:zhejiang 皖:anhui 闽:fujian 赣:jiangxi 鲁:shandong 豫:henan 鄂:hubei 湘:hunan 粤:guangdong "
        "桂:guangxi 琼:hainan 川:sichuan 蜀:sichuan 黔:guizhou 贵:guizhou 滇:yunnan 云:yunnan 藏:tibet 陕:shaanxi "
        "秦:shaanxi 甘:gansu 陇:gansu 青:qinghai 宁:ningxia 新:xinjiang 蒙:mongolia 港:hong 澳:macao 台:taiwan"
    ).split()
)
_SYLLABLES = re.compile(
    "(?:(?:[zcs]h?|[bpmfdtnlgkhjqxryw])?"
    "(?:iang|iong|uang|ang|eng|ing|ong|ian|iao|uai|uan|ai|an|ao|ei|en|er|ia|ie|in|iu|ou|ua|ue|ui|un|uo|a|e|i|o|u))+"
)
_KIND = re.compile(r"(?<=..)[省市县区州镇村国岛河江山湖]$")

# The first character of each initial among the characters of GB2312, whose first level is in the order of pinyin.
_STARTS = dict(zip("abcdefghjklmnopqrstwxyz", "啊芭擦搭蛾发噶哈击喀垃妈拿哦啪期然撒塌挖昔压匝", strict=True))
_LETTERS = [(start.encode("gb2312"), letter) for letter, start in _STARTS.items()]
# By which initials a consonant of a name is written in Chinese; n, m and r often end a syllable and are not written.
_INITIALS = dict(
    pair.split(":")
    for pair in (
        "b:bp c:kcsqxjz d:dt f:fh g:gjk h:hx j:jyzqhx k:kgqc l:le m:m n:n p:pbf q:kqc r:lre s:sxzc "
        "t:tdzs v:wf w:wh x:ksx y:y z:zscj"
    ).split()
)
_SILENT = frozenset("nmrghwy")
_OPEN = frozenset("aeoyw")  # initials that write a vowel


@lru_cache(maxsize=8192)
def _readings(character: str) -> frozenset[str]:
    from pypinyin.pinyin_dict import pinyin_dict

    marked = pinyin_dict.get(ord(character), "").replace("ü", "u")
    return frozenset("".join(c for c in unicodedata.normalize("NFD", marked) if c.isascii()).split(",")) - {""}


@lru_cache(maxsize=8192)
def spelled(chinese: str, latin: str) -> bool:
    """Whether a word of Latin letters is how Chinese characters are read, with 市 and the like at their end or without.

    >>> spelled("重庆", "Chongqing"), spelled("重庆", "Chengdu"), spelled("吕梁", "Lüliang")
    (True, False, True)
    """
    plain, letters = fold(chinese), _letters(latin)
    return _rest(plain, letters) or _rest(_KIND.sub("", plain), letters)


def _rest(characters: str, letters: str) -> bool:
    if not characters or not letters:
        return not characters and not letters
    heads = (reading for reading in _readings(characters[0]) if letters.startswith(reading))
    return any(_rest(characters[1:], letters[len(head) :]) for head in heads)


@lru_cache(maxsize=4096)
def _letters(latin: str) -> str:
    plain = unicodedata.normalize("NFD", latin.lower().replace("ü", "u"))
    return "".join(c for c in plain if "a" <= c <= "z")


def is_spelling(latin: str) -> bool:
    """Whether a word may be the spelling of Chinese characters.

    >>> is_spelling("Jiangbei"), is_spelling("Clinton")
    (True, False)
    """
    return bool(_SYLLABLES.fullmatch(_letters(latin)))


def abbreviates(chinese: str, latin: str) -> bool:
    """Whether a character is what the place is called for short, or beside such a one is how its name begins.

    >>> abbreviates("成渝", "Chongqing"), abbreviates("成渝", "Chengdu"), abbreviates("川", "Chongqing")
    (True, True, False)
    """
    letters, shorts = _letters(latin), [c for c in chinese if c in _SHORT]
    if any(_SHORT[short] == letters for short in shorts):
        return True
    heads = (reading for c in chinese if c not in _SHORT for reading in _readings(c) if is_spelling(latin))
    return bool(shorts) and any(letters.startswith(head) for head in heads)


def sounds_like(chinese: str, latin: str) -> bool:
    """Whether a name in Chinese may be the sound of one in Latin letters: the initials go with its consonants.

    >>> sounds_like("克林顿", "Clinton"), sounds_like("奥巴马", "Obama"), sounds_like("奥巴马", "Clinton")
    (True, True, False)
    """
    written, spoken = [_initial(character) for character in chinese], _consonants(latin)
    if not written or not spoken:
        return False
    common = _together(written, spoken)
    needed = sum(initial is not None and initial not in _OPEN for initial in written)
    loud = [consonant for consonant in spoken if consonant not in _SILENT]
    heard = _together(written, loud) + (len(loud) > 3)  # of many consonants one is often lost
    return common >= max(needed, 1) and heard >= len(loud) and common + (len(latin) <= 3) >= 2


def _together(written: Sequence[str | None], spoken: Sequence[str]) -> int:
    """The longest common subsequence of initials and consonants that go together."""
    best = np.zeros((len(written) + 1, len(spoken) + 1), int)
    for i, initial in enumerate(written):
        for j, consonant in enumerate(spoken):
            pair = best[i, j] + (initial is None or initial in _INITIALS[consonant])
            best[i + 1, j + 1] = max(best[i, j + 1], best[i + 1, j], pair)
    return int(best[-1, -1])


def _initial(character: str) -> str | None:
    try:
        code = fold(character).encode("gb2312")
    except UnicodeEncodeError:
        return None
    return next((letter for start, letter in reversed(_LETTERS) if start <= code), None) if code < b"\xd8" else None


def _consonants(latin: str) -> str:
    plain = "".join(c for c in unicodedata.normalize("NFD", latin.lower().replace("ł", "l")) if "a" <= c <= "z")
    for several, one in (("ph", "f"), ("th", "t"), ("sch", "s"), ("ch", "c"), ("sh", "s"), ("zh", "z"), ("ck", "k")):
        plain = plain.replace(several, one)
    return re.sub(r"(.)\1", r"\1", re.sub("[aeiou]", "", plain))
