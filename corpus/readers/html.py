"""HTML -> blocks: the article of a saved web page without what stands around it."""

import re
from dataclasses import dataclass, field
from typing import Any

from corpus.article import Block, Content
from corpus.encoding import decode
from corpus.errors import ArticleError
from corpus.readers.meta import imprint_of, title_of

_CHARSET = re.compile(
    rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w-]+)|<\?xml[^>]{0,100}?encoding=["']([\w-]+)""", re.I
)
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_LEFT_OUT = frozenset(
    "script style noscript template head button select textarea iframe object svg canvas video "
    "audio math map dialog rt rp".split()
)
_INLINE = frozenset(
    "a abbr acronym b bdi bdo big cite code data del dfn em font i img ins kbd label mark q ruby rb s samp small span "
    "strike strong sub sup time tt u var wbr".split()
)
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)
_AROUND = frozenset("nav footer aside".split())
_AROUND_NAME = re.compile(
    r"\b(?:nav(?:bar|igation)?|menu|breadcrumbs?|footer|sidebar|related|recommend(?:ed|ation)?s?|share|social|comments?"
    r"|copyright|advert(?:isement)?s?|ads?|pager|pagination|hot-?news|toolbar|cookies?|subscribe|newsletter)\b",
    re.I,
)
_MAIN = ("//article", "//main", "//*[@role='main']", "//*[@itemprop='articleBody']")
_ENOUGH = 0.5  # share of the page's text that makes a marked element the article
_LINKED = 0.5  # share of linked text from which a block leads elsewhere
_WHITE = {"br": "\n"}
_LONG_CELL = 80  # characters: a table with longer ones lays out the page
_SPACES = re.compile("[ \t\r\n\f]+")
_AROUND_BREAK = re.compile(" *([\n\t]) *")


def read(data: bytes, origin: str) -> Content:
    """The article in a web page, and what the page says of its publication; `origin` names it in errors.

    Left out are scripts, forms, navigation, footers, hidden parts and blocks of links. Raises ArticleError where the
    encoding cannot be told.
    """
    declared = _CHARSET.search(data[:4096])
    text = decode(data, next(filter(None, declared.groups())).decode() if declared else "")
    if text is None:
        raise ArticleError(
            f"The encoding of {origin} cannot be told: save the page as UTF-8 and try again.", "encoding"
        )
    root = _tree(text)
    return Content([]) if root is None else Content(_article(root), imprint_of(root), title_of(root))


def blocks(page: str, everything: bool = False) -> list[Block]:
    """The blocks of the article in a page that is decoded; of the whole page where `everything` is."""
    root = _tree(page)
    return [] if root is None else _article(root, everything)


def _tree(page: str) -> Any:
    from lxml import etree, html

    try:
        # As bytes: lxml refuses text that declares an encoding.
        return html.document_fromstring(page.encode("utf-8", "replace"), parser=html.HTMLParser(encoding="utf-8"))
    except etree.ParserError:
        return None


def _article(root: Any, everything: bool = False) -> list[Block]:
    found = [] if everything else _titled(_blocks(_main(root)))
    return found if any(not block.level for block in found) else _blocks(root, everything=True)


def _main(root: Any) -> Any:
    """The element that says it is the article, where it holds most of the text, or else the whole page."""
    length = len(_own_text(root))
    for path in _MAIN:
        marked = root.xpath(path)
        if len(marked) == 1 and len(_own_text(marked[0])) > _ENOUGH * length:
            return marked[0]
    return root


def _own_text(element: Any) -> str:
    return "".join(block.text for block in _blocks(element))


def _titled(found: list[Block]) -> list[Block]:
    """Without what stands before the one heading of level 1, which is the top of the page and not of the article."""
    tops = [i for i, block in enumerate(found) if block.level == 1]
    if len(tops) != 1 or sum(len(block.text) for block in found[: tops[0]]) > sum(
        len(b.text) for b in found[tops[0] :]
    ):
        return found
    return found[tops[0] :]


def _blocks(root: Any, everything: bool = False) -> list[Block]:
    """The blocks beneath an element, in order; links and what stands around an article only where `everything` is."""
    walk = _Walk(everything)
    walk.enter(root, in_link=False)
    walk.flush(0)
    return walk.blocks


@dataclass
class _Walk:
    """A way through a page: the blocks so far, and the text on its way into the next."""

    everything: bool
    blocks: list[Block] = field(default_factory=list)
    _parts: list[str] = field(default_factory=list)
    _linked: int = 0

    def enter(self, element: Any, in_link: bool) -> None:
        """Take up an element with all that is in it."""
        tag = element.tag
        if not isinstance(tag, str) or self._is_left_out(element):
            return
        apart = tag not in _INLINE and tag not in _WHITE
        if apart:
            self.flush(0)
        if tag == "tr" and (cells := _cells(element)):
            self._parts.append("\t".join(cells))
            self._linked += sum(len("".join(link.itertext())) for link in element.iter("a"))
            self.flush(0)
            return
        self._parts.append(_WHITE.get(tag, ""))
        self._add(element.text, in_link or tag == "a")
        for child in element:
            self.enter(child, in_link or tag == "a")
            self._add(child.tail, in_link or tag == "a")
        if apart:
            self.flush(_HEADINGS.get(tag, 0))

    def flush(self, level: int) -> None:
        """End the block."""
        text = _AROUND_BREAK.sub(r"\1", "".join(self._parts)).strip()
        mostly_links = bool(text) and self._linked >= _LINKED * len(text)
        self._parts, self._linked = [], 0
        if text and (self.everything or level or not mostly_links):
            self.blocks.append(Block(" ".join(text.split()) if level else text, level))

    def _add(self, text: str | None, in_link: bool) -> None:
        """Add text as it is shown: any white space is one blank."""
        shown = _SPACES.sub(" ", text or "")
        self._parts.append(shown)
        self._linked += len(shown.strip()) * in_link

    def _is_left_out(self, element: Any) -> bool:
        if element.tag in _LEFT_OUT or "hidden" in element.attrib or _HIDDEN.search(element.get("style", "")):
            return True
        names = f"{element.get('class', '')} {element.get('id', '')}"
        return not self.everything and (element.tag in _AROUND or _AROUND_NAME.search(names) is not None)


def _cells(row: Any) -> list[str]:
    """The texts of a row of data; none where the table lays out the page."""
    texts = [" ".join("".join(cell.itertext()).split()) for cell in row if cell.tag in ("td", "th")]
    return texts if len(texts) > 1 and any(texts) and max(map(len, texts)) <= _LONG_CELL else []
