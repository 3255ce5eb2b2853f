"""Characters that stand for others, as fonts and typesetting leave them in a file, made the plain ones.

A PDF often knows the shape of a character only, and of the characters with this shape names the wrong one: the radical
⽤ for 用. What a writer chose stays: Chinese punctuation, circled numbers, fractions, superscripts.
"""

import re
import unicodedata

from corpus.spacing import CJK

# Radicals that Unicode does not map to the character of the same shape (block CJK Radicals Supplement); the pairs are
# those that share a glyph in Noto Serif CJK.
_RADICALS = {
    pair[0]: pair[1]
    for pair in (
        "⺂乛 ⺃乚 ⺅亻 ⺉刂 ⺎兀 ⺏尣 ⺐尢 ⺒巳 ⺓幺 ⺔彑 ⺕彐 ⺖忄 ⺘扌 ⺙攵 ⺛旡 ⺞歺 ⺠民 ⺡氵 ⺣灬 ⺦丬 "
        "⺨犭 ⺫罒 ⺭礻 ⺯糹 ⺰纟 ⺱罓 ⺲罒 ⺹耂 ⺺肀 ⺾艹 ⺿艹 ⻁虎 ⻂衤 ⻃覀 ⻅见 ⻆角 ⻈讠 ⻉贝 ⻋车 ⻌辶 "
        "⻎辶 ⻐钅 ⻑長 ⻒镸 ⻓长 ⻔门 ⻖阝 ⻘青 ⻙韦 ⻚页 ⻛风 ⻜飞 ⻝食 ⻟飠 ⻠饣 ⻢马 ⻣骨 ⻤鬼 ⻥鱼 ⻦鸟 "
        "⻧卤 ⻨麦 ⻩黄 ⻪黾 ⻫斉 ⻬齐 ⻮齿 ⻯竜 ⻰龙 ⻱龜 ⻲亀 "
    ).split()
}
# Radicals, compatibility ideographs, ligatures, forms for vertical lines, full-width letters and digits, half kana.
_FORM = re.compile(
    "[\u2e80-\u2fdf\uf900-\ufaff\ufb00-\ufb06\ufe10-\ufe19\ufe30-\ufe4f\uff10-\uff19\uff21-\uff3a\uff41-\uff5a"
    "\uff65-\uff9f\U0002f800-\U0002fa1f]"
)
# What Unicode makes of a vertical form is ASCII where a horizontal line of Chinese has the full-width mark.
_VERTICAL = dict(zip("︐︓︔︕︖︵︶︷︸︙︰", "，：；！？（）｛｝…：", strict=True))
_IS_CJK = re.compile(f"[{CJK}]")


def mend(text: str) -> str:
    """The text with such characters exchanged; a ligature becomes its letters.

    >>> mend("⻓期使⽤ ２０２４年的 ﬁles，（甲）①")
    '长期使用 2024年的 files，（甲）①'
    """
    return _FORM.sub(_plain, text)


def _plain(found: re.Match[str]) -> str:
    form = found[0]
    return _RADICALS.get(form) or _VERTICAL.get(form) or unicodedata.normalize("NFKC", form)


def is_cjk(character: str) -> bool:
    """The character is of a script, or a mark, that is written without blanks.

    >>> is_cjk("茶"), is_cjk("。"), is_cjk("t")
    (True, True, False)
    """
    return _IS_CJK.match(character) is not None
