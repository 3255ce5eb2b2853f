"""What the page shows, as HTML strings. Pure functions; everything that comes from a user or an article is escaped.

A place in an article is the link `#cite-<article>-<start>-<end>`: the article's position among the articles, and
offsets in its text. The page's script follows such links. The page's own strings stand there in both interface
languages, and its style sheet shows one of them.
"""

import re
import string
from collections.abc import Mapping, Sequence

from corpus.article import Article, Paragraph, Section
from rag.types import Answer, Citation, Passage, Short
from ui import labels
from ui.labels import Label

_BLANK_LINES = re.compile(r"\n\s*\n")
_MARK = re.compile(r"\[(\d+)\]")
_HAN = re.compile(r"[\u3400-\u9fff]")

# More than HTML asks for: the same strings pass through Markdown (conversation) and two template languages (article),
# and none of them reads a character reference as markup. A bare carriage return would become a line feed in the
# browser, and a blank line would end the HTML block in Markdown.
_REFERENCES = str.maketrans({c: f"&#{ord(c)};" for c in string.punctuation + "\r\n"})


def escape(text: str) -> str:
    """`text` as HTML, Markdown or template source that shows exactly these characters."""
    return text.translate(_REFERENCES)


def both(label: Label) -> str:
    """A string of the page in both interface languages."""
    return (
        f'<span class="l-zh" lang="zh">{escape(label.zh)}</span><span class="l-en" lang="en">{escape(label.en)}</span>'
    )


def question(text: str) -> str:
    """A visitor's question."""
    return f'<div class="asked"{_lang(text)}>{escape(text)}</div>'


def waiting() -> str:
    """What stands in the place of an answer that is being looked for."""
    return f'<div class="waiting">{both(labels.LOOKING)}</div>'


def draft(text: str) -> str:
    """The part of an answer that has arrived so far; its marks lead nowhere yet."""
    return f'<div class="answer">{_text(text, _lang(text), {}, {})}</div>'


def problem(text: str) -> str:
    """An error's message, in one line."""
    return f'<div class="problem">{escape(" ".join(text.split()))}</div>'


def failure() -> str:
    """The line for an error that has no message of its own."""
    return f'<div class="problem">{both(labels.FAILED)}</div>'


def answer(result: Answer, articles: Sequence[Article]) -> str:
    """An answer with its citations, or a refusal with the closest passages."""
    links = {c.number: _link(c, articles) for c in result.citations}
    parts = (
        _understood(result),
        _short(result.short, articles) if result.short else "",
        _text(result.text, f' lang="{result.language}"', links, _bold_words(result)),
        _citations(result.citations, articles),
        _closest(result.closest, articles) if result.closest and not result.answered else "",
        f'<p class="about">{_about(result)}</p>',
    )
    return f'<div class="answer">{"".join(parts)}</div>'


def _bold_words(result: Answer) -> Mapping[int, str]:
    """The words of the short answer, by the numbers of the citations that hold it."""
    short = result.short
    if short is None:
        return {}
    holding = (c for c in result.citations if c.article_id == short.article_id and c.start <= short.start < c.end)
    return {citation.number: short.text for citation in holding}


def _text(text: str, lang: str, links: Mapping[int, str], bold: Mapping[int, str]) -> str:
    paragraphs = _BLANK_LINES.split(text.strip())
    return "".join(f'<p class="text"{lang}>{_with_marks(paragraph, links, bold)}</p>' for paragraph in paragraphs)


def _with_marks(text: str, links: Mapping[int, str], bold: Mapping[int, str]) -> str:
    """A paragraph with its marks as links; `bold` has the words to show bold in what stands before a mark."""
    pieces = _MARK.split(text)
    marked = []
    for said, number in zip(pieces[::2], pieces[1::2], strict=False):
        link = links.get(int(number))
        marked.append(_with_bold(said, bold.get(int(number), "")))
        marked.append(f'<a class="mark" href="{link}">&#91;{number}&#93;</a>' if link else escape(f"[{number}]"))
    return "".join([*marked, escape(pieces[-1])])


def _with_bold(text: str, words: str) -> str:
    """The text with the words bold where they first stand by themselves, not within a longer number or word."""
    match = re.search(rf"(?<![\da-zA-Z]){re.escape(words)}(?![\da-zA-Z])", text) if words else None
    if match is None:
        return escape(text)
    return f"{escape(text[: match.start()])}<strong>{escape(words)}</strong>{escape(text[match.end() :])}"


def _understood(result: Answer) -> str:
    if result.understood.strip() in ("", result.question.strip()):
        return ""
    return f'<p class="understood">{both(labels.UNDERSTOOD)}{escape(result.understood)}</p>'


def _short(short: Short, articles: Sequence[Article]) -> str:
    return f'<p class="short"><a href="{_link(short, articles)}"><strong>{escape(short.text)}</strong></a></p>'


def _citations(citations: Sequence[Citation], articles: Sequence[Article]) -> str:
    cards = "".join(_card(c, str(c.number), c.quote, c.translation, articles) for c in citations)
    return f'<ol class="cards">{cards}</ol>' if cards else ""


def _closest(passages: Sequence[Passage], articles: Sequence[Article]) -> str:
    label = labels.CLOSEST.fill(len(passages)) if len(passages) > 1 else labels.CLOSEST_ONE
    cards = "".join(_card(p, "", p.text, None, articles) for p in passages)
    return f'<details class="closest"><summary>{both(label)}</summary><ol class="cards">{cards}</ol></details>'


def _card(
    place: Citation | Passage, number: str, quote: str, translation: str | None, articles: Sequence[Article]
) -> str:
    """One place in an article: its number and whereabouts as a link, the words as printed, their translation."""
    article = articles[_position(place.article_id, articles)]
    title = article.title if len(articles) > 1 else ""
    names = [f"<span>{escape(name)}</span>" for name in (title, place.section) if name]
    page = article.page(place.start)
    numbers = [labels.PAGE.fill(page)] if page else []
    numbers.append(labels.PARAGRAPH.fill(place.paragraph))
    where = " · ".join([*names, *(f"<span>{both(number)}</span>" for number in numbers)])
    badge = f'<span class="number">{number}</span> ' if number else ""
    return (
        f'<li class="card"><a href="{_link(place, articles)}">{badge}<span class="where">{where}</span></a>'
        f'<div class="quote"{_lang(quote)}>{escape(quote)}</div>{_translation(translation) if translation else ""}</li>'
    )


def _translation(text: str) -> str:
    return f'<div class="translated"{_lang(text)}><small>{both(labels.TRANSLATION)}</small> {escape(text)}</div>'


def _about(result: Answer) -> str:
    percent = round(100 * result.confidence)
    seconds = labels.SECONDS.fill(sum(result.seconds.values()))
    written = labels.GENERATIVE.fill(result.model) if result.mode == "generative" else labels.EXTRACTIVE
    answered = (labels.CONFIDENCE.fill(percent), written, seconds)
    facts = answered if result.answered else (labels.UNLIKELY.fill(percent), seconds)
    return " · ".join(f"<span>{both(fact)}</span>" for fact in facts)


def _link(place: Citation | Passage | Short, articles: Sequence[Article]) -> str:
    return f"#cite-{_position(place.article_id, articles)}-{place.start}-{place.end}"


def _position(article_id: str, articles: Sequence[Article]) -> int:
    return next(i for i, article in enumerate(articles) if article.id == article_id)


def _lang(text: str) -> str:
    """The attribute that lets the browser choose Chinese letter forms; nothing where the language is not plain."""
    return ' lang="zh"' if _HAN.search(text) else ""


def header() -> str:
    """The page's title, its purpose in one line, the language switch and, for narrow screens, the choice of pane."""
    return (
        f"<header><div><h1>{both(labels.TITLE)}</h1><p>{both(labels.TAGLINE)}</p></div>"
        '<div id="languages" role="group"><button type="button" data-choose="zh" lang="zh">中文</button>'
        '<button type="button" data-choose="en" lang="en">English</button></div></header>'
        f'<nav id="views" role="group"><button type="button" data-view="chat">{both(labels.CONVERSATION)}</button>'
        f'<button type="button" data-view="article">{both(labels.ARTICLE)}</button></nav>'
    )


def welcome(examples: Sequence[Label]) -> str:
    """What an empty conversation shows: an invitation, and example questions as buttons."""
    hint = labels.INVITATION_HINT if examples else labels.INVITATION_OWN
    buttons = "".join(
        f'<button type="button" class="example l-{language}" lang="{language}">{escape(text)}</button>'
        for example in examples
        for language, text in (("zh", example.zh), ("en", example.en))
    )
    return f"<h2>{both(labels.INVITATION)}</h2><p>{both(hint)}</p><div>{buttons}</div>"


def again() -> str:
    """The button that starts a new conversation."""
    return f'<button type="button" class="again">{both(labels.NEW_CONVERSATION)}</button>'


def reader(articles: Sequence[Article]) -> str:
    """The panel in which the articles are read, all of them in it and one shown."""
    bodies = "".join(_article(i, article) for i, article in enumerate(articles))
    return f'<div class="bar">{_bar(articles)}</div><div class="scroll" tabindex="0" role="region">{bodies}</div>'


def _bar(articles: Sequence[Article]) -> str:
    options = "".join(f'<option value="{i}">{escape(article.title)}</option>' for i, article in enumerate(articles))
    chooser = f'<select id="article-choice">{options}</select>' if len(articles) > 1 else both(labels.ARTICLE)
    translated = any(article.translations for article in articles)
    toggle = f'<button type="button" id="translate">{both(labels.SHOW_TRANSLATION)}</button>' if translated else ""
    back = f'<button type="button" id="back" hidden>{both(labels.BACK)}</button>'
    return f'<span class="shown">{chooser}</span>{back}{toggle}'


def _article(position: int, article: Article) -> str:
    """An article whose every heading and paragraph says in its id where it starts: `at-<article>-<start>`."""
    headings = {s.start: _heading(position, article, s) for s in article.sections if s.level}
    paragraphs = {p.start: _paragraph(position, article, p) for p in article.paragraphs}
    body = "".join(html for _, html in sorted({**headings, **paragraphs}.items()))
    title = "" if any(s.level == 1 for s in article.sections) else f"<h2>{escape(article.title)}</h2>"
    hidden = " hidden" if position else ""
    return f'<article id="article-{position}"{_lang(article.text)}{hidden}>{title}{body}</article>'


def _heading(position: int, article: Article, section: Section) -> str:
    tag = f"h{min(section.level + 1, 6)}"
    return f'<{tag} id="at-{position}-{section.start}">{escape(article.text[section.start : section.end])}</{tag}>'


def _paragraph(position: int, article: Article, paragraph: Paragraph) -> str:
    text = escape(article.text[paragraph.start : paragraph.end])
    translation = article.translations.get(paragraph.number)
    below = f'<div class="translated"{_lang(translation)}>{escape(translation)}</div>' if translation else ""
    return f'<p id="at-{position}-{paragraph.start}" data-number="{paragraph.number}">{text}</p>{below}'
