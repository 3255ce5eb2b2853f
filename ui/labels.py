"""Every string that the page shows of itself, in Chinese and English."""

from typing import NamedTuple


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

CONVERSATION = Label("问答", "Questions")
ARTICLE = Label("文章", "Article")
VIEW = Label("显示", "View")
CHOOSE_ARTICLE = Label("选择文章", "Choose an article")
SHOW_TRANSLATION = Label("对照译文", "Translation")
BACK = Label("回到回答", "Back to the answer")

INVITATION = Label("关于这篇文章，想知道什么？", "What would you like to know?")
INVITATION_HINT = Label("可以直接提问，或从这些问题开始：", "Ask your own question, or start with one of these:")
INVITATION_OWN = Label("在下面输入问题，回车发送。", "Type a question below and press Enter.")
PLACEHOLDER = Label("就文章内容提问……", "Ask about the article…")
QUESTION = Label("问题", "Question")
SEND = Label("发送", "Send")
NEW_CONVERSATION = Label("新的对话", "New conversation")
LOOKING = Label("正在查阅文章……", "Looking in the article…")

PAGE = Label("第 {} 页", "page {}")
PARAGRAPH = Label("第 {} 段", "paragraph {}")
TRANSLATION = Label("译文", "Translation")
UNDERSTOOD = Label("理解为：", "Understood as: ")
CLOSEST = Label("文章中最接近的 {} 处", "The {} closest passages in the article")
CLOSEST_ONE = Label("文章中最接近的一处", "The closest passage in the article")
CONFIDENCE = Label("可信度 {}%", "confidence {}%")
UNLIKELY = Label("文章能回答的可能性 {}%", "{}% likely that the article answers this")
EXTRACTIVE = Label("摘自原文", "taken from the article")
GENERATIVE = Label("由 {} 撰写", "written by {}")
SECONDS = Label("{:.2f} 秒", "{:.2f} s")
FAILED = Label(
    "出错了，这个问题没有得到回答。请再试一次。",
    "Something went wrong and the question was not answered. Please try again.",
)

EXAMPLES = (
    Label("两江新区的规划总面积是多少？", "What is the planned area of Liangjiang New Area?"),
    Label("第一次联席会议是什么时候、怎样举行的？", "When and how was the first joint meeting held?"),
    Label("“六个联动”在创新方面要做什么？", "What do the two areas plan to do together on innovation?"),
    Label("李敬院长给出了哪些建议？", "What does Dean Li Jing suggest?"),
)

# Attributes cannot hold both languages at once, so the page's script sets them: (CSS selector, attribute, label).
ATTRIBUTES = (
    ("#question textarea", "placeholder", PLACEHOLDER),
    ("#question textarea", "aria-label", QUESTION),
    ("#question .submit-button", "aria-label", SEND),
    ("#question .submit-button", "title", SEND),
    ("#conversation [role=log]", "aria-label", CONVERSATION),
    ("#article-pane .scroll", "aria-label", ARTICLE),
    ("#article-choice", "aria-label", CHOOSE_ARTICLE),
    ("#views", "aria-label", VIEW),
    ("#languages", "aria-label", LANGUAGE),
)
