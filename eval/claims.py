"""How well claims are told that their quotes do not support: `python -m eval.claims DATA [--fit KIND | --unseen N]`.

By a seeded script wrong and right claims are made (`eval.forge`, `eval.reword`) of the sentences of the bundled article
and its translation, and of the public sets in DATA (`eval.sources`). Printed are the share of the wrong ones that pass
and of the right ones that are marked, by kind and language; "across" are claims in one language with quotes in the
other only. "All of the article marked" are claims whose supporting sentences have to be found first, as in an answer.
With `--fit` weights are fitted and written beside the code: "same", for quotes in the claim's language, on one half of
the articles of MLQA and CMRC, whose other half is reported on; "across" on FLORES dev, with the cost of a wrong claim
that passes chosen on WMT news, and FLORES devtest reported on. The bundled article is reported on only.
With `--unseen` the figures are of N articles each of other sets, drawn by `--seed`: draw anew to see how the rules do
on articles nobody had in view.
"""

import argparse
import json
import random
import time
import zlib
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from rich.console import Console
from rich.table import Table

from corpus.fold import fold
from eval import weigh
from eval.forge import WRONG, Claim, Maker, Source
from eval.reword import RIGHT, synonyms
from eval.sources import SEED, flores, from_bundled, public, unseen, wmt
from rag import Assistant
from rag.generate import support
from rag.generate.narrow import supporting
from rag.lexical import content_terms
from rag.types import OTHER, Language

ELSEWHERE = ("elsewhere", "appended")  # kinds of claims made of other sentences
MOST = 100  # claims of each kind, for each language, in the source's own language and across
ACROSS = 25  # the same to fit the weights across, and to choose the cost: these checks take long
# How many marked right claims a passed wrong one counts as, for quotes in the claim's language; chosen by judgement.
PASSES = 8.0


@dataclass(frozen=True, slots=True)
class Outcome:
    """A claim, whether it was taken as supported, and what was known of it beside its quotes."""

    claim: Claim
    supported: bool
    judged: support.Judged


def claims(sources: Sequence[Source], most: int) -> list[Claim]:
    """At most `most` claims of each kind, for each language, in the source's own language and across."""
    chance, taken = random.Random(SEED), Counter[tuple[str, Language, bool]]()
    makers: dict[str, tuple[Maker, bool]] = {name: (maker, False) for name, maker in WRONG.items()}
    makers |= {name: (maker, True) for name, maker in {**RIGHT, "synonyms": synonyms(_vocabulary(sources))}.items()}
    found: list[Claim] = []
    for source in chance.sample(sources, len(sources)):
        for kind, (maker, right) in makers.items():
            key = kind, source.language, source.across
            text = maker(source, chance) if taken[key] < most else None
            if text and (right or _differs(text, source)):
                taken[key] += 1
                found.append(Claim(text, source, "translation" if source.across and kind == "itself" else kind, right))
    return found


def _differs(text: str, source: Source) -> bool:
    """Whether a wrong claim is another than the quotes: what was changed may stand in them."""
    return fold(text) not in fold(source.said) and fold(text) != fold(source.text)


def _vocabulary(sources: Sequence[Source]) -> dict[Language, list[str]]:
    """The words of the sources by language that stand in three of them or more."""
    found: dict[Language, Counter[str]] = {"zh": Counter(), "en": Counter()}
    for source in sources:
        own = {word for _, word in content_terms(source.text) if word.isalpha()}
        found[source.language].update(w for w in own if w.isascii() == (source.language == "en"))
    return {language: sorted(word for word, times in own.items() if times > 2) for language, own in found.items()}


def outcomes(made: Sequence[Claim]) -> list[Outcome]:
    """What becomes of each claim beside the quotes that it was made for."""
    judged = [support.judge(claim.text, claim.source.quotes, claim.source.language) for claim in made]
    return [Outcome(claim, support.is_supported(one), one) for claim, one in zip(made, judged, strict=True)]


def marked(found: Sequence[Outcome], assistant: Assistant) -> list[Outcome]:
    """The same where a claim is marked with all of its article, as by a model that cites whatever it was shown.

    What was taken from elsewhere in the article is left out, for there it is right.
    """
    searcher, chunks = assistant.retriever.searcher, defaultdict(list)
    for chunk in searcher.chunks.values():
        chunks[chunk.unit.article_id].append(chunk)
    shown = [(one, chunks[one.claim.source.article]) for one in found if one.claim.kind not in ELSEWHERE]
    return [
        replace(one, supported=bool(supporting(one.claim.text, own, own, one.claim.source.language, searcher)))
        for one, own in shown
    ]


def articles(found: Sequence[Outcome]) -> Assistant:
    """An assistant over what is known of the articles that claims were made of."""
    texts: dict[str, dict[str, None]] = defaultdict(dict)
    for source in (one.claim.source for one in found):
        texts[source.article] |= dict.fromkeys((source.text, *source.others))
    return Assistant.from_texts({name: "\n\n".join(parts) for name, parts in texts.items()})


def in_half(claim: Claim, half: int) -> bool:
    """Whether the claim is of that half of the articles."""
    return zlib.crc32(claim.source.article.encode()) % 2 == half


def fit_same(dev: Sequence[Outcome]) -> dict[str, dict[str, float]]:
    """Weights for quotes in the claim's language."""
    return {"same": weigh.fit(_examples([one for one in dev if in_half(one.claim, 0)], "same"), PASSES)}


def fit_across(folder: Path, console: Console) -> dict[str, dict[str, float]]:
    """Weights for quotes in the other language only, by the claim's language."""
    fitted, others = (outcomes(claims(sources, ACROSS)) for sources in (flores(folder, "dev"), wmt(folder)))
    weights = {}
    for kind in OTHER:
        held = _examples(others, kind)
        cost, weights[str(kind)] = weigh.choose(_examples(fitted, kind), held)
        passed, kept = (weigh.passing(held, weights[kind], right) for right in (False, True))
        console.print(f"{kind} across: cost {cost:g}; of WMT news {passed:.1%} pass, {1 - kept:.1%} are marked")
    return weights


def _examples(found: Sequence[Outcome], kind: str) -> list[weigh.Example]:
    return [(one.judged, one.claim.right) for one in found if one.judged.kind == kind]


def report(title: str, results: Sequence[Outcome], console: Console) -> None:
    """Print the share of wrong claims that pass, and of right ones that are marked."""
    for right, faulty in ((False, "wrong claims that pass"), (True, "right claims that are marked")):
        table = Table(f"{title}: {faulty}", "zh", "en", "zh across", "en across", "all")
        own = [one for one in results if one.claim.right is right]
        rows: dict[str, list[Outcome]] = defaultdict(list)
        for one in own:
            rows[one.claim.kind].append(one)
        for kind, some in (rows | {"all": own}).items():
            cells = [
                [o for o in some if (o.claim.source.language, o.claim.source.across) == key]
                for key in (("zh", False), ("en", False), ("zh", True), ("en", True))
            ]
            table.add_row(kind, *(_share(cell) for cell in [*cells, some]))
        console.print(table)


def _share(results: Sequence[Outcome]) -> str:
    """Faults of all, and their share in percent."""
    bad = sum(one.supported is not one.claim.right for one in results)
    return f"{bad}/{len(results)} {100 * bad / len(results):.1f}" if results else ""


def main() -> None:
    """Make the claims, judge them, and print the tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, metavar="DATA")
    parser.add_argument("--most", type=int, default=MOST, metavar="N", help="claims of each kind (%(default)s)")
    parser.add_argument("--fit", choices=("same", "across"), help="fit these weights and write them beside the code")
    parser.add_argument("--unseen", type=int, metavar="N", help="claims of N articles each of other sets instead")
    parser.add_argument("--seed", type=int, default=SEED, help="of the chance that draws these articles (%(default)s)")
    options = parser.parse_args()
    console = Console(width=130)
    if options.unseen:
        for name, sources in unseen(options.folder, options.unseen, options.seed).items():
            report(f"{options.unseen} of {name}", outcomes(claims(sources, options.most)), console)
        return
    dev = outcomes(claims(list(public(options.folder)), options.most))
    if options.fit:
        found = fit_same(dev) if options.fit == "same" else fit_across(options.folder, console)
        path = Path(support.__file__).with_name("support.json")
        path.write_text(json.dumps({**support.weights(), **found}, indent=1) + "\n", encoding="utf-8")
        support.weights.cache_clear()
    held_out = outcomes([one.claim for one in dev if in_half(one.claim, 1)])
    report("public", held_out, console)
    report("public, all of the article marked", marked(held_out, articles(held_out)), console)
    report("FLORES devtest", outcomes(claims(flores(options.folder, "devtest"), options.most)), console)
    started = time.process_time()
    article = outcomes(claims(list(from_bundled()), options.most))
    cost = (time.process_time() - started) / len(article)
    own = [one for one in article if not one.claim.source.across]
    report("bundled", article, console)
    report("bundled, all of the article marked", marked(own, Assistant()), console)
    console.print(f"{1000 * cost:.1f} ms of processor time a check")


if __name__ == "__main__":
    main()
