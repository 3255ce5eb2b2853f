"""The report: one HTML page that needs nothing but itself. Every text that is not ours is escaped where it goes in."""

from collections.abc import Iterator, Mapping, Sequence
from importlib.resources import files
from itertools import pairwise

from corpus.article import Article
from eval import svg
from eval.cases import Place
from eval.metrics import overlap
from eval.run import TOTAL, Result, places
from eval.summary import MEASURES, Summary, by_type, summarise
from eval.svg import safe
from eval.tables import figures, judged
from rag.types import Language

_KEY = ("recall_at_3", "contains_gold", "citation_hit", "right_refusal", "wrong_refusal")
_LABELS = {
    "title": ("评测报告", "Evaluation report"),
    "figures": ("总表", "Figures"),
    "language": ("按语言", "By language"),
    "type": ("按题型（答案含标准答案，或正确拒答）", "By question type (contains gold, or refused rightly)"),
    "confidence": ("置信度（横）与文中确有答案的比例（纵），%", "Confidence (across) and share answerable (up), %"),
    "latency": ("用时，毫秒", "Latency, ms"),
    "questions": ("逐题", "Questions"),
    "answer": ("回答", "Answer"),
    "short": ("简答", "Short answer"),
    "gold": ("标准答案", "Gold"),
    "none": ("文中没有答案，应拒答", "not in the article: to be refused"),
    "text": ("原文", "Article"),
    "cited": ("引用", "cited"),
    "both": ("两者", "both"),
    "all": ("全部", "all"),
    "right": ("答对", "right"),
    "wrong": ("有错", "wrong"),
    "retrieval": ("检索未中", "not retrieved"),
    "citation": ("引用未中", "citation missed"),
    "refusal": ("拒答有误", "refusal wrong"),
    "words": ("回答缺标准答案", "gold words missing"),
    "judged": ("语言模型的判断，%", "By the word of a language model, %"),
    "verdict": ("判断", "Judged"),
    "sure": ("置信度", "confidence"),
}
MEASURES_ZH = {
    "measure": "指标",
    "Chinese": "中文",
    "English": "英文",
    "questions (answerable)": "题数（可答）",
    "recall@1": "召回率@1",
    "recall@3": "召回率@3",
    "recall@5": "召回率@5",
    "recall@10": "召回率@10",
    "answer contains gold": "回答含标准答案",
    "exact match (short answer)": "完全匹配（简答）",
    "F1 (short answer)": "F1（简答）",
    "citation hits gold": "引用命中标准出处",
    "citation in gold paragraph": "引用在标准段落",
    "citation precision": "引用准确率",
    "citation recall": "引用召回率",
    "citation IoU": "引用交并比",
    "sentences supported (ALCE)": "有据的句子（ALCE）",
    "citations needed (ALCE)": "必要的引用（ALCE）",
    "refused rightly": "正确拒答",
    "refused wrongly": "误拒",
    "same place in both languages": "中英引用同一处",
    "calibration error": "校准误差",
    "answer length (characters)": "回答长度（字符）",
}
_TITLES: Mapping[Language, str] = {"zh": "中文 Chinese", "en": "英文 English"}
_FILTERS = ("all", "right", "wrong", "retrieval", "citation", "refusal", "words")


def render(sets: Mapping[str, Sequence[Result]], articles: Mapping[str, Mapping[str, Article]], about: str) -> str:
    """The page of a run. `articles` holds by set and id those that gold and citations point into."""
    body = [f"<h1>{_label('title')}</h1><p class=about>{safe(about)}</p>"]
    for name, results in sets.items():
        body += _set(name, results, articles[name])
    assets = files("eval") / "assets"
    style, script = ((assets / name).read_text("utf-8") for name in ("report.css", "report.js"))
    meta = "<meta charset=utf-8><meta name=viewport content='width=device-width'><title>Evaluation</title>"
    filters = f"<select id=filter aria-label='显示 show'>{_options()}</select>"
    controls = f"<nav>{filters}<button id=speak>中文 / English</button></nav>"
    shown = f"<body>{controls}{''.join(body)}<script>{script}</script></body>"
    return f"<!doctype html><html lang=en><head>{meta}<style>{style}</style></head>{shown}</html>\n"


def _options() -> str:
    return "".join(f"<option value={name}>{' / '.join(_LABELS[name])}</option>" for name in _FILTERS)


def _label(name: str) -> str:
    chinese, english = _LABELS[name]
    return f"<span class=zh lang=zh>{chinese}</span><span class=en lang=en>{english}</span>"


def _set(name: str, results: Sequence[Result], articles: Mapping[str, Article]) -> Iterator[str]:
    summary = summarise(results)
    yield f"<section><h2>{safe(name)}</h2><h3>{_label('figures')}</h3>{_table(figures({'': results}))}"
    if len(grid := judged({"": results})) > 1:
        yield f"<h3>{_label('judged')}</h3>{_table(grid)}"
    yield "<div class=plots>"
    scores = {_TITLES[language]: own.scores for language, own in summary.spoken.items()}
    values = {spoken: {MEASURES[m]: own[m].mean for m in _KEY if m in own} for spoken, own in scores.items()}
    yield _figure("language", svg.bars(values), list(values))
    yield _figure("type", svg.bars(_types(results)), list(values))
    reliability = {_TITLES[language]: own.reliability for language, own in summary.spoken.items()}
    yield _figure("confidence", svg.curve(reliability), list(values))
    yield _latency(summary)
    legend = " ".join(f"<mark class={kind}>{_label(kind)}</mark>" for kind in ("gold", "cited", "both"))
    yield f"</div><h3>{_label('questions')}</h3><p>{legend}</p>"
    yield from (_question(result, articles) for result in results)
    yield "</section>"


def _types(results: Sequence[Result]) -> svg.Series:
    found: dict[str, dict[str, float]] = {}
    for kind, summary in by_type(results).items():
        for language, own in summary.spoken.items():
            measure = "contains_gold" if "contains_gold" in own.scores else "right_refusal"
            found.setdefault(_TITLES[language], {})[f"{kind} (n={own.questions})"] = own.scores[measure].mean
    return found


def _latency(summary: Summary) -> str:
    stages = {
        _TITLES[language]: {
            f"{stage} {name}": 1000 * value for stage, at in own.seconds.items() for name, value in at.items()
        }
        for language, own in summary.spoken.items()
    }
    longest = max((value for values in stages.values() for value in values.values()), default=1.0)
    return _figure("latency", svg.bars(stages, "ms", longest), list(stages))


def _figure(label: str, plot: str, names: Sequence[str]) -> str:
    key = "".join(f"<span class='key k{number}'>{safe(name)}</span>" for number, name in enumerate(names))
    return f"<figure><figcaption>{_label(label)} {key}</figcaption>{plot}</figure>"


def _table(grid: Sequence[Sequence[str]]) -> str:
    rows = ["".join(f"<td>{_cell(cell)}</td>" for cell in row) for row in grid]
    return f"<table><tr class=head>{'</tr><tr>'.join(rows)}</tr></table>"


def _cell(cell: str) -> str:
    """What is in brackets small, and the names that the page knows in both languages."""
    if chinese := MEASURES_ZH.get(cell):
        return f"<span class=zh lang=zh>{chinese}</span><span class=en lang=en>{safe(cell)}</span>"
    figure, bracket, rest = cell.partition(" (")
    return safe(figure) + (f" <small>({safe(rest)}</small>" if bracket else "")


def faults(result: Result) -> list[str]:
    """What failed, by the names of the page's filters."""
    scores = result.scores
    found = {
        "retrieval": result.answerable and not scores.recall_at_10,
        "citation": result.answerable and result.answered and not scores.citation_hit,
        "refusal": result.answerable != result.answered,
        "words": result.answerable and result.answered and not scores.contains_gold,
    }
    return [name for name, failed in found.items() if failed]


def _question(result: Result, articles: Mapping[str, Article]) -> str:
    failed = faults(result)
    marks = " ".join([*failed, "wrong" if failed else "right"])
    tags = "".join(f"<em>{_label(name)}</em>" for name in failed)
    sure = f"{_label('sure')} {100 * result.confidence:.0f} % · {1000 * result.seconds[TOTAL]:.0f} ms"
    about = f"{result.language} · {safe(result.type)} · {sure}"
    gold = "; ".join(" | ".join(group) for group in result.accepted)
    rows = [("answer", safe(result.text)), ("gold", safe(gold) if result.answerable else _label("none"))]
    rows += [("short", safe(result.short))] if result.short else []
    rows += [("verdict", safe(f"{result.judged.verdict} ({result.judged.judge})"))] if result.judged else []
    rows += [("text", text) for text in _texts(result, articles)]
    inside = "".join(f"<dt>{_label(name)}</dt><dd>{text}</dd>" for name, text in rows)
    title = f"<summary><b>{safe(result.id)}</b> {safe(result.question)} {tags}<small>{about}</small></summary>"
    return f"<details data-is='{marks}'>{title}<dl>{inside}</dl></details>"


def _texts(result: Result, articles: Mapping[str, Article]) -> Iterator[str]:
    """Each paragraph that holds gold or a citation, with both marked in it."""
    gold = [place for group in result.gold.spans for place in group]
    cited = places(result.citations)
    for name in dict.fromkeys(place.article_id for place in (*gold, *cited)):
        article = articles[name]
        for part in article.paragraphs:
            extent = Place(name, part.start, part.end)
            if any(overlap(extent, place) for place in (*gold, *cited)):
                own = [[(p.start, p.end) for p in of if overlap(extent, p)] for of in (gold, cited)]
                text = highlight(article.text, part.start, part.end, *own)
                yield f"<small>{safe(name)} ¶{part.number}</small> {text}"


def highlight(text: str, start: int, end: int, gold: list[tuple[int, int]], cited: list[tuple[int, int]]) -> str:
    """The stretch with its gold and cited parts marked, escaped.

    >>> highlight("a<b", 0, 3, [(0, 1)], [])
    '<mark class=gold>a</mark>&lt;b'
    """
    cuts = sorted({start, end, *(edge for span in (*gold, *cited) for edge in span if start < edge < end)})
    parts = []
    for first, last in pairwise(cuts):
        kinds = [
            name for name, of in (("gold", gold), ("cited", cited)) if any(a <= first and last <= b for a, b in of)
        ]
        words = safe(text[first:last])
        parts.append(f"<mark class={'both' if len(kinds) == 2 else kinds[0]}>{words}</mark>" if kinds else words)
    return "".join(parts)
