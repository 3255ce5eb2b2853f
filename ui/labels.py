"""Every string that the page shows of itself, in Chinese and English."""

from typing import NamedTuple

from corpus.errors import Fault
from rag.wording import UNSUPPORTED


class Label(NamedTuple):
    """One string of the page in both interface languages."""

    zh: str
    en: str

    def fill(self, *values: object) -> "Label":
        """The label with its `{}` places filled."""
        return Label(self.zh.format(*values), self.en.format(*values))


TITLE = Label("引据", "Yinju")
TAGLINE = Label(
    "就文章提问，中文英文都行；答案只取自原文，并指明出处。",
    "Ask the article in Chinese or English; every answer comes from its words and shows where.",
)
LANGUAGE = Label("界面语言", "Language of the page")
THEME = Label("深色或浅色", "Dark or light")
CLOSE = Label("关闭", "Close")

# The two panes
CONVERSATION = Label("问答", "Questions")
ARTICLE = Label("文章", "Article")
VIEW = Label("显示", "View")
SHOW_TRANSLATION = Label("对照译文", "Translation")
BACK = Label("回到回答", "Back to the answer")
MAP = Label("引文在文中的位置", "Where the evidence lies in the article")
PLACE = Label("引文 {}，第 {} 段", "Evidence {}, paragraph {}")
PLACE_HEADING = Label("引文 {}", "Evidence {}")
TO_MARK = Label("回到回答中的 [{}]", "Back to [{}] in the answer")
LOADING = Label("正在打开文章……", "Opening the article…")
ARTICLE_MISSING = Label(
    "这篇文章已不在服务器上。要接着提问，请重新添加。",
    "This article is no longer on the server. Add it again to go on asking.",
)

# Asking
INVITATION = Label("关于这篇文章，想知道什么？", "What would you like to know?")
INVITATION_HINT = Label(
    "直接提问，或从下面的问题开始，它们都能在文章里找到答案。",
    "Ask your own question, or start with one the article answers:",
)
INVITATION_OWN = Label("在下面输入问题，按回车发送。", "Type a question below and press Enter.")
PREPARING = Label("正在从文章里找可以问的问题……", "Finding questions that the article answers…")
PLACEHOLDER = Label("就文章内容提问……", "Ask about the article…")
QUESTION = Label("问题", "Question")
SEND = Label("发送", "Send")
STOP = Label("停止", "Stop")
RETRY = Label("重新回答", "Try again")
STOPPED = Label("已停止。", "Stopped.")
LOOKING = Label("正在查阅文章……", "Looking in the article…")
NEXT = Label("还可以问", "You could also ask")
OFFLINE = Label(
    "连不上服务器。请检查它是否还在运行，然后重试。",
    "The server cannot be reached. See that it is running, then try again.",
)
BUSY = Label("现在提问的人太多，请稍后重试。", "Too many people are asking right now. Please try again in a moment.")
FAILED = Label("出错了，没有完成。请再试一次。", "Something went wrong. Please try again.")

# Answers
PAGE = Label("第 {} 页", "page {}")
PARAGRAPH = Label("第 {} 段", "paragraph {}")
TRANSLATION = Label("译文", "Translation")
UNDERSTOOD = Label("理解为：{}", "Understood as: {}")
EVIDENCE = Label("引文", "Evidence")
CLOSEST = Label("文章中最接近的 {} 处", "The {} closest passages in the article")
CLOSEST_ONE = Label("文章中最接近的一处", "The closest passage in the article")
CONFIDENCE = Label("可信度 {}%", "confidence {}%")
UNLIKELY = Label("文章能回答的可能性 {}%", "{}% likely that the article answers this")
EXTRACTIVE = Label("摘自原文", "taken from the article")
GENERATIVE = Label("由 {} 撰写", "written by {}")
NOT_CONFIRMED = Label(**UNSUPPORTED)  # as it stands in the text of an answer
SECONDS = Label("{} 秒", "{} s")
COPY = Label("复制引文", "Copy citation")
COPY_ANSWER = Label("复制回答", "Copy answer")
COPIED = Label("已复制", "Copied")
REFERENCE = Label("“{}”——{}", "“{}” — {}")
REFERENCE_TITLE = Label("《{}》", "{}")
REFERENCE_SECTION = Label("“{}”", "“{}”")
REFERENCE_JOIN = Label("，", ", ")
REFERENCE_END = Label("。", ".")

# Thumbs
GOOD = Label("回答得好", "Good answer")
BAD = Label("回答得不好", "Bad answer")
WORD = Label("想补充一句吗？（可不填）", "Anything to add? (optional)")
SEND_WORD = Label("提交", "Send")
THANKS = Label("谢谢，已记下。", "Thank you, noted.")

# Conversations
CONVERSATIONS = Label("对话", "Conversations")
NEW_CONVERSATION = Label("新的对话", "New conversation")
UNNAMED = Label("新的对话", "New conversation")
RENAME = Label("改名", "Rename")
DELETE = Label("删除", "Delete")
DELETE_SURE = Label("确定删除？", "Really delete?")
NAME = Label("对话名称", "Name of the conversation")
KEPT_HERE = Label(
    "对话只保存在这个浏览器里；点赞点踩和所附的话会记在服务器上。",
    "Conversations are kept in this browser only; thumbs and what you add to them are kept on the server.",
)
NO_CONVERSATIONS = Label("还没有对话。", "No conversations yet.")
EXPORT = Label("导出", "Export")
EXPORT_AS = Label("导出为 {}", "Export as {}")

# Own articles
ARTICLES = Label("文章", "Articles")
CHANGE_ARTICLE = Label("换一篇文章，或添加自己的", "Change the article, or add your own")
YOURS = Label("您添加的", "yours")
REMOVE = Label("移除", "Remove")
ADD_ARTICLE = Label("添加自己的文章", "Add your own article")
DROP = Label("把文件拖到这里，或", "Drop a file here, or")
CHOOSE_FILE = Label("选择文件", "choose a file")
KINDS = Label("{}，不超过 {} MB", "{}, up to {} MB")
OR_PASTE = Label("或者粘贴文字", "Or paste text")
PASTE_TITLE = Label("标题（可不填）", "Title (optional)")
PASTE_TEXT = Label("文章内容", "Text of the article")
PASTE_NAME = Label("粘贴的文章", "Pasted article")
ADD = Label("添加", "Add")
PRIVATE = Label(
    "只有您能看到；六小时不用，或服务器重启后，就会从服务器上删除。",
    "Only you can see it; it leaves the server after six hours without use, or when the server restarts.",
)
READING = Label("正在读取……", "Reading…")
INDEXING = Label("正在编入索引：{}%", "Indexing: {}%")
ADDED = Label("已添加，可以提问了。", "Added; you can ask it now.")
TOO_MANY = Label(
    "您已添加 {} 篇文章，不能再多。请先移除一篇。",
    "You have {} articles already, the most there may be. Remove one first.",
)
TOO_LARGE = Label(
    "文件太大：最多 {} MB。请换一个小些的。", "The file is too large: at most {} MB. Choose a smaller one."
)
TOO_LONG = Label(
    "文章太长：最多 {} 个字符。请只添加其中一部分。",
    "The article is too long: at most {} characters. Add a part of it.",
)
WRONG_KIND = Label("不能读取这种文件。可以添加：{}", "Files of this kind are not read. You can add: {}")
UPLOAD_BROKEN = Label("文件没有完整传到。请再试一次。", "The file did not arrive whole. Please try again.")
# What a reader says of a file, by its fault; the English line is the reader's own.
UNREADABLE: dict[Fault, str] = {
    "binary": "“{}”不是文本文件。请把文字存为 UTF-8 文本后再添加。",
    "broken": "“{}”让读取程序出了错，或占用内存太多。请把文字存为文本后再添加。",
    "damaged": "“{}”已损坏，或格式无法识别。请重新保存，或把文字存为文本后再添加。",
    "empty": "“{}”里没有成段的文字。请换一个文件。",
    "encoding": "无法判断“{}”的编码。请存为 UTF-8 后重试。",
    "large": "“{}”内容太多。请只添加其中一部分。",
    "locked": "“{}”有密码，或是旧式 .doc。请另存一份不带密码的 .docx 或 .pdf。",
    "pictures": "“{}”里只有页面图片，没有文字。请先做文字识别（OCR）。",
    "slow": "“{}”读取时间太长。请只添加其中几页，或把文字存为文本。",
}
NOTHING_PASTED = Label("没有文字。请先粘贴文章。", "There is no text. Paste the article first.")
ARTICLE_GONE = Label(
    "这篇文章已不在服务器上，请重新添加。", "This article is no longer on the server. Please add it again."
)

# Written for the bundled article
EXAMPLES = (
    Label("两江新区的规划总面积是多少？", "What is the planned area of Liangjiang New Area?"),
    Label("第一次联席会议是什么时候、怎样举行的？", "When and how was the first joint meeting held?"),
    Label("天府新区何时获批？", "When was Tianfu New Area approved?"),
    Label("“六个联动”在创新方面要做什么？", "What do the two areas plan to do together on innovation?"),
    Label("李敬院长给出了哪些建议？", "What does Dean Li Jing suggest?"),
    Label("这篇文章主要讲了什么？", "What is this article about?"),
)


def every() -> dict[str, Label]:
    """The labels by name, for the page's script."""
    return {name: value for name, value in globals().items() if isinstance(value, Label)}
