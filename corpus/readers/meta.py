"""What a web page says of its own publication, in the fields that are meant for that, and its title.

Sources: the Open Graph protocol (ogp.me), schema.org's `datePublished` as microdata and as JSON-LD, Dublin Core, the
microformats h-entry and hentry, and the `meta` names of Chinese news sites.
"""

import json
from collections.abc import Iterator
from typing import Any

from corpus.imprint import Imprint, day_in, name_in, title_in

_DATES = (
    "article:published_time og:article:published_time datepublished publishdate pubdate publish_time publish-date "
    "dc.date.issued dcterms.issued parsely-pub-date"
).split()
_SOURCES = "source contentsource publication og:site_name".split()
_TITLES = "og:title title".split()
_PUBLISHED = frozenset("published dt-published entry-date".split())
_NODES = 200  # of JSON-LD


def imprint_of(root: Any) -> Imprint:
    """Day and source; the day is none where the first kind of field that has any names two."""
    fields = list(_fields(root))
    data = list(_linked(root))
    marked = [value for element in root.iter() if (value := _marked(element))]
    kinds = [[value for name, value in fields if name == wanted] for wanted in _DATES]
    kinds += [marked, [str(node["datePublished"]) for node in data if node.get("datePublished")]]
    stated = next((days for kind in kinds if (days := {day for text in kind if (day := day_in(text))})), set())
    sources = [value for wanted in _SOURCES for name, value in fields if name == wanted]
    publishers = [node.get("publisher") for node in data if node.get("datePublished")]
    sources += [str(one.get("name") or "") for one in publishers if isinstance(one, dict)]
    return Imprint(stated.pop() if len(stated) == 1 else None, next(filter(None, map(name_in, sources)), ""))


def title_of(root: Any) -> str:
    """The title that the page has in its head; "" where it has none."""
    fields = list(_fields(root))
    titles = [value for wanted in _TITLES for name, value in fields if name == wanted]
    titles += ["".join(element.itertext()) for element in root.iter("title")]
    return next(filter(None, map(title_in, titles)), "")


def _fields(root: Any) -> Iterator[tuple[str, str]]:
    for element in root.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop") or ""
        yield name.lower(), element.get("content") or ""


def _marked(element: Any) -> str:
    """The day in an element that says that it is the day of publication."""
    if element.tag not in ("time", "abbr", "span"):
        return ""
    is_day = element.get("itemprop", "").lower() == "datepublished" or "pubdate" in element.attrib
    if not is_day and _PUBLISHED.isdisjoint(element.get("class", "").lower().split()):
        return ""
    return element.get("datetime") or element.get("content") or element.get("title") or "".join(element.itertext())


def _linked(root: Any) -> Iterator[dict[str, Any]]:
    """The nodes of JSON-LD; what is broken is left out."""
    for element in root.iter("script"):
        if element.get("type", "").lower() != "application/ld+json":
            continue
        try:
            waiting = [json.loads(element.text or "null")]
        except (ValueError, RecursionError):
            continue
        for _ in range(_NODES):
            node = waiting.pop(0) if waiting else None
            if isinstance(node, dict):
                yield node
                waiting += [node.get("@graph")]
            elif isinstance(node, list):
                waiting += node
