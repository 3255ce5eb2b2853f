"""Every sentence that an answer is made of beside the article's own."""

from rag.types import Language

REFUSALS: dict[Language, str] = {
    "zh": "信息不足：文章没有回答这个问题。",
    "en": "There is insufficient information in the article to answer this question.",
}
# The quote stays as printed; the answer must be in the language of the question all the same. In Chinese it says
# whether it is one sentence or more.
ONLY_QUOTED: dict[Language, str] = {
    "zh": "文章的这{}（英文原文见引文）回答了这个问题",
    "en": "The article answers this in Chinese, in the words quoted below",
}
ONE_OR_MORE = ("一句", "几句")
# The same where the quote is in neither of the two languages.
OTHERWISE_QUOTED: dict[Language, str] = {
    "zh": "文章的这{}（原文见引文）回答了这个问题",
    "en": "The article answers this in the words quoted below",
}
# What the quote is about: words of the question that it says in its own language.
ABOUT: dict[Language, str] = {"zh": "，说到{}", "en": ", on {}"}
QUOTED: dict[Language, str] = {"zh": "“{}”", "en": "“{}”"}
BETWEEN: dict[Language, str] = {"zh": "、", "en": ", "}
# What it says, where that can be said in the language of the question.
VALUE: dict[Language, str] = {"zh": "：{}", "en": ": {}"}
END: dict[Language, str] = {"zh": "。", "en": "."}
# Behind a generated sentence whose claims no quote contains; it bears no mark.
UNSUPPORTED: dict[Language, str] = {"zh": "（原文未证实）", "en": " (not confirmed by the article)"}
