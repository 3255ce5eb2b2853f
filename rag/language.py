"""Which of the two languages a question is in, and whether it is a question at all."""

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache

from rag.errors import QuestionError
from rag.types import Language

MAX_QUESTION = 2_000  # characters
_MAX_RAW = 50 * MAX_QUESTION  # with white space and control characters; more is not worth looking through
HAN = re.compile(r"[\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
_LATIN = re.compile(r"[A-Za-z\u00c0-\u024f]")
_KANA = re.compile(r"[\u3041-\u3096\u30a1-\u30fa]")
# Single Greek letters are symbols (α, μ); the middle dot and the long mark of katakana stand in Chinese names.
_OTHER_SCRIPT = re.compile(r"[\u0370-\u03ff]{2}|[\u0400-\u1fff\u3041-\u3096\u30a1-\u30fa\uac00-\ud7af]")
_ACCENTED = re.compile(r"[¿¡]|\b[^\W\d_]*[àâçèêëîïôùûüäößñáíóúìòãõ][^\W\d_]*\b", re.I)
_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)?")
_ENGLISH = frozenset(
    """
    a about after all also an and any are as at be been before both but by can compare could describe
    did do does during each explain find for from give had has have he her his how i if in into is it
    its know list many me mean much my name new not of on one or our please say should show she so some
    summarize summarise tell than that the their them then there these they this those to under up was
    we were what when where which who whom whose why will with would you your
    """.split()
)
_ASKING = frozenset({"how", "what", "when", "where", "which", "who", "whom", "whose", "why"})
_FOREIGN = frozenset(
    """
    au aux avec avez ce ces cette combien comment dans de des du elle en est et il ils je la le les leur mais ou
    où par pas pour pourquoi quand que quel quelle quelles quels qu qui quoi sa ses son sont sur un une vous como
    cuándo cuál cuáles cuánto cómo del donde dónde el ella es esta está los las para por porque qué quién son una
    uno y das dem den der des die ein eine für ist mit nicht oder sind und von wann warum was welche welcher
    welches werden wer wird wurde hoeveel waarom wanneer welke het van wie wo zu che chi come cosa dove di gli il
    nel perché quale quando quanto sono è é não onde os qual são um uma você
    """.split()
)
_FOREIGN_ASKING = frozenset(
    """
    combien comment pourquoi quand quel quelle quelles quels qui quoi cuándo cuál cuáles cuánto cómo dónde qué
    quién wann warum was welche welcher welches wer wie wo hoeveel waarom wanneer welke che chi cosa dove perché
    quale quando quanto
    """.split()
)


def detect(question: str) -> Language:
    """The language of a question, by its script and, where both scripts occur, by its function words.

    >>> detect("两江新区的 GDP 是多少？"), detect("Who is 任正非?"), detect("GDP growth")
    ('zh', 'en', 'en')

    Raises QuestionError where it is neither Chinese nor English.
    """
    words = [word.casefold().split("'")[0] for word in _WORD.findall(question.replace("’", "'"))]
    english = [word for word in words if word in _ENGLISH]
    if HAN.search(question) and len(_KANA.findall(question)) < 2:
        return "en" if len(english) >= 2 or _ASKING & set(english) else "zh"
    foreign = [word for word in words if word in _FOREIGN and word not in _ENGLISH]
    if _OTHER_SCRIPT.search(question) or _is_foreign(question, foreign, english):
        raise QuestionError(
            "This question seems to be neither Chinese nor English: please ask in one of the two. 请用中文或英文提问。"
        )
    return "en"


def _is_foreign(question: str, foreign: Sequence[str], english: Sequence[str]) -> bool:
    """One foreign word may be a name (Los Angeles, Du Fu); two, or one that asks, are a sentence."""
    tells = len(foreign) + len(_FOREIGN_ASKING & set(foreign)) + len(_ACCENTED.findall(question))
    return tells >= 2 and tells > len(english)


@lru_cache(maxsize=4096)  # of each sentence it is asked again for each question
def is_in(text: str, language: Language) -> bool:
    """Whether a text can be read as being in the language; figures alone are in both, most of another script in none.

    Chinese that is full of foreign names and terms is still Chinese: what tells is that no English words join them.

    >>> is_in("The old library (图书馆) burned.", "en"), is_in("GDP：25002亿元", "zh"), is_in("1998", "en")
    (True, True, True)
    >>> is_in("主持：Amy Chen (Backend)", "zh"), is_in("The old library (图书馆) burned.", "zh")
    (True, False)
    >>> is_in("Библиотека (GDP)", "en"), is_in("Библиотека (GDP)", "zh")
    (False, False)
    """
    han, latin = len(HAN.findall(text)), len(_LATIN.findall(text))
    other = sum(map(str.isalpha, text)) - han - latin
    chinese = 2 * han  # a Chinese character says about as much as two letters
    if not (chinese or latin or other):
        return True
    if other > max(chinese, latin):
        return False
    is_mixed = 0 < chinese < latin and not _ENGLISH.intersection(_WORD.findall(text.casefold()))
    return is_mixed or (chinese >= latin) == (language == "zh")


def check(question: object) -> str:
    """The question without control characters and outer white space.

    Raises QuestionError where nothing is left to be answered, or more than MAX_QUESTION characters.
    """
    if not isinstance(question, str):
        raise QuestionError(f"A question is a text, not {type(question).__name__}. 问题应为文字。")
    if len(question) > _MAX_RAW:
        raise _too_long(len(question))
    kept = (" " if char.isspace() else char for char in question if char.isspace() or not _is_control(char))
    cleaned = " ".join("".join(kept).split())
    if not any(char.isalpha() or char.isdecimal() for char in cleaned):
        raise QuestionError("The question has no words in it: please type one. 问题里没有文字，请输入问题。")
    if len(cleaned) > MAX_QUESTION:
        raise _too_long(len(cleaned))
    return cleaned


def _too_long(length: int) -> QuestionError:
    return QuestionError(
        f"The question has {length:,} characters; please ask in at most {MAX_QUESTION:,}. "
        f"问题过长，请控制在 {MAX_QUESTION} 字以内。"
    )


def _is_control(char: str) -> bool:
    return unicodedata.category(char) in {"Cc", "Cs"}
