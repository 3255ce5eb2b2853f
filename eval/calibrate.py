"""Fit how a sentence is judged an answer: `python -m eval.calibrate DEV_FOLDER NEWS`.

On the trials of `eval.trials` three models are fitted for each kind of question. What chooses is a conditional logit
(McFadden 1974), fitted on the differences between the signals of the sentence that answers and those of each other
candidate. The likeliest are read (`rag.reading`), and another such logit says what that counts beside the rest. How
sure it is that the best sentence answers at all says a logistic model over what is known of it. The threshold is the
confidence that ANSWERED of the answerable questions of a kind reach. NEWS is the corpus of `eval.news`: the questions
on its pages and on those of `eval.invented`, among them some on another page and everyday ones, are put as readers put
them, so they count PAGES_COUNT times where it is asked how sure an answer is, and the threshold is that of them; to
choose before anything is read, they teach nothing that the sets in DEV_FOLDER do not.
"""

import argparse
import json
import random
import tempfile
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, astuple, fields, replace
from pathlib import Path
from typing import Any

import numpy as np

from eval.invented import read_pages as read_invented
from eval.news import HELD_OUT, read_pages
from eval.stats import calibration_error
from eval.trials import LIMIT, Trial, collect, collect_pages
from rag.embed import from_settings
from rag.extract import Calibration, Model, evidence, judge, kind_of, unread
from rag.reading import read_likeliest
from rag.settings import Settings
from rag.signals.measure import Signals

# Refusing what the article does answer is the worse fault, but a third to a half of the questions refused by this would
# get a wrong sentence. Chosen by judgement, not fitted.
ANSWERED = 0.94
PAGES_COUNT = 2
PRIOR = 0.75  # share of the questions put to an article that it answers; people mostly ask about what is there
# Signals of how sure it is that a sentence answers, not of which one does, and what is known only of the likeliest.
NO_CHOICE = ("missed", "foreign", "known", "strange", "said", "read", "withheld")
NAMES = [field.name for field in fields(Signals) if field.name not in NO_CHOICE]


def choices(kinds: Mapping[str, Sequence[Trial]]) -> dict[str, dict[str, float]]:
    """For each kind of question what chooses before anything is read: the same for all whose text is in their own
    language.
    """
    dev = {kind: [trial for trial in trials if not trial.on_page] for kind, trials in kinds.items()}
    own = fit_choice([trial for kind, trials in dev.items() if kind != "foreign" for trial in trials])
    return {kind: fit_choice(dev[kind]) if kind == "foreign" else own for kind in kinds}


def read_all(trials: Sequence[Trial], chosen: Mapping[str, Mapping[str, float]]) -> list[Trial]:
    """The trials with what the reader finds of the likeliest sentences of each, by the weights of its kind."""
    found = []
    for trial in trials:
        choice = chosen[kind_of(trial.signals, trial.language)]
        signals = read_likeliest(trial.signals, trial.pairs, [unread(choice, one) for one in trial.signals])
        found.append(replace(trial, signals=signals))
    return found


def fit(kinds: Mapping[str, Sequence[Trial]], chosen: Mapping[str, Mapping[str, float]]) -> dict[str, Model]:
    """A model for each kind of question, of trials that were read after these weights."""
    own = [trial for kind, trials in kinds.items() if kind != "foreign" for trial in trials]
    return {
        kind: fit_one(trials, chosen[kind], fit_reading(trials if kind == "foreign" else own, chosen[kind]))
        for kind, trials in kinds.items()
    }


def fit_one(trials: Sequence[Trial], choice: Mapping[str, float], weights: tuple[float, float]) -> Model:
    """The model for one kind of question, whose weights to choose by are known."""
    model = Model(choice, *weights, answered={})
    # The sets differ in how much was withheld: with another prior each answerable question counts so much more.
    shift = log_odds(PRIOR) - log_odds(float(np.average([t.answerable for t in trials], weights=counts(trials))))
    return replace(model, answered=fit_answered(trials, model, shift))


def fit_choice(trials: Sequence[Trial]) -> dict[str, float]:
    """Weights by signal name; every question counts the same."""
    return _named(
        NAMES, conditional_logit((trial, [astuple(one)[: len(NAMES)] for one in trial.signals]) for trial in trials)
    )


def fit_reading(trials: Sequence[Trial], choice: Mapping[str, float]) -> tuple[float, float]:
    """What the sum of the other signals counts, and what the reader finds."""
    rest, found = conditional_logit(
        (trial, [(unread(choice, one), one.read) for one in trial.signals]) for trial in trials
    )
    return round(float(rest), 4), round(float(found), 4)


def conditional_logit(trials: Iterable[tuple[Trial, Sequence[Sequence[float]]]]) -> Any:
    """The weight of each of the numbers that the sentences of each trial have, (numbers,)."""
    from sklearn.linear_model import LogisticRegression

    differences, shares = [], []
    for trial, rows in trials:
        signals, gold = np.array(rows), np.array(trial.gold, bool)
        if gold.any() and not gold.all():
            differences.append(signals[gold][0] - signals[~gold])
            shares.append(np.full(len(differences[-1]), 1 / len(differences[-1])))
    x, share = np.concatenate(differences), np.concatenate(shares)
    spread = x.std(axis=0) + 1e-9
    both, sides = np.concatenate([x, -x]) / spread, np.repeat([1, 0], len(x))
    # Of each pair of sentences either may come first, so there is no constant to fit.
    model = LogisticRegression(fit_intercept=False, max_iter=3000).fit(both, sides, np.tile(share, 2))
    return model.coef_[0] / spread


def fit_answered(trials: Sequence[Trial], model: Model, shift: float) -> dict[str, float]:
    """Weights by name of the evidence, of a logistic model that a question is answerable; `shift` is added to the log
    odds. Of a question whose best sentence withholds what is asked it is known already.
    """
    from sklearn.linear_model import LogisticRegression

    open_ones = [trial for trial in trials if not max(trial.signals, key=model.score).withheld]
    rows = [evidence(trial.signals, [model.score(one) for one in trial.signals], model) for trial in open_ones]
    names = [name for name in rows[0] if name != "bias"]
    x, answered = np.array([[row[name] for name in names] for row in rows]), [trial.answerable for trial in open_ones]
    found = LogisticRegression(C=10.0, max_iter=3000).fit(x, answered, counts(open_ones))
    # With another prior only the constant is another (King and Zeng 2001).
    return _named([*names, "bias"], [*found.coef_[0], found.intercept_[0] + shift])


def counts(trials: Sequence[Trial]) -> Any:
    """How often each trial counts, (trials,)."""
    return np.array([PAGES_COUNT if trial.on_page else 1.0 for trial in trials])


def log_odds(share: float) -> float:
    """The natural logarithm of the odds of a share (0..1, exclusive).

    >>> log_odds(0.5)
    0.0
    """
    return float(np.log(share / (1 - share)))


def _named(names: Sequence[str], values: Any) -> dict[str, float]:
    return {name: round(float(value), 4) for name, value in zip(names, values, strict=True)}


def confidences(calibration: Calibration, trials: Sequence[Trial]) -> Any:
    """The confidence in the answer to each question, (questions,)."""
    return np.array([max(judge(trial.signals, trial.language, calibration)) for trial in trials])


def threshold(calibration: Calibration, trials: Sequence[Trial], answered: float) -> float:
    """The confidence that a share, `answered`, of the answerable questions reach."""
    reached = confidences(calibration, [trial for trial in trials if trial.answerable])
    return round(float(np.quantile(reached, 1 - answered)), 2)


def report(name: str, kind: str, calibration: Calibration, trials: Sequence[Trial]) -> None:
    """Print how good the calibration is on questions it was not fitted on."""
    confidence = confidences(calibration, trials)
    answerable = np.array([trial.answerable for trial in trials])
    shares = ((trial, judge(trial.signals, trial.language, calibration)) for trial in trials if trial.answerable)
    best = [trial.gold[int(np.argmax(share))] for trial, share in shares]
    least = calibration.thresholds[kind]
    kept, refused = confidence[answerable] >= least, confidence[~answerable] < least
    print(
        f"{name}: {len(trials)} questions, {answerable.mean():.0%} answerable; best sentence right {np.mean(best):.1%}"
    )
    print(f"  answered {kept.mean():.1%} of answerable, refused {refused.mean():.1%} of others")
    print(f"  expected calibration error {calibration_error(confidence, answerable, PRIOR):.3f}")


def by_kind(trials: Iterable[Trial]) -> dict[str, list[Trial]]:
    """The trials of each kind of question (see `kind_of`)."""
    kinds: defaultdict[str, list[Trial]] = defaultdict(list)
    for trial in trials:
        kinds[kind_of(trial.signals, trial.language)].append(trial)
    return dict(kinds)


def main() -> None:
    """Fit on three quarters and the pages, report on the rest, print the JSON that `rag/calibration.json` holds."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("news", type=Path)
    parser.add_argument("--limit", type=int, default=LIMIT, help="paragraphs of each set")
    parser.add_argument("--out", type=Path, help="write the calibration here")
    options = parser.parse_args()
    if options.limit > LIMIT:
        parser.error(f"--limit: at most {LIMIT}, since the reader learned from other paragraphs")
    news = read_pages(options.news)
    with tempfile.TemporaryDirectory() as index:
        dev = collect(options.folder, options.limit, Path(index))
        pages = collect_pages([page for page in news if page.name not in HELD_OUT], Path(index), "fitted")
        pages += collect_pages(read_invented("fitted"), Path(index), "fitted")
        held = {
            "news": collect_pages([page for page in news if page.name in HELD_OUT], Path(index), "held out"),
            "invented": collect_pages(read_invented("held out"), Path(index), "held out"),
        }
    found = calibrate(dev, pages, held)
    content = json.dumps(asdict(found), indent=2) + "\n"
    print(content)
    if options.out:
        options.out.write_text(content, encoding="utf-8")


def calibrate(dev: Sequence[Trial], pages: Sequence[Trial], held: Mapping[str, Sequence[Trial]]) -> Calibration:
    """The calibration fitted on three quarters of the dev trials and on those on pages; reported on are the last
    quarter, and the trials `held` out, by name.
    """
    mixed = random.Random(2).sample(dev, len(dev))
    seen, last = mixed[: len(mixed) * 3 // 4], mixed[len(mixed) * 3 // 4 :]
    chosen = choices(by_kind(seen))
    seen, pages = read_all(seen, chosen), read_all(pages, chosen)
    embedding = from_settings(Settings()).fingerprint
    found = Calibration(fit(by_kind([*seen, *pages]), chosen), thresholds={}, embedding=embedding)
    thresholds = {kind: threshold(found, trials, ANSWERED) for kind, trials in by_kind(pages).items()}
    found = replace(found, thresholds=thresholds)
    for name, rest in {"dev sets": last, **held}.items():
        for kind, trials in sorted(by_kind(read_all(rest, chosen)).items()):
            report(f"{name}, {kind}", kind, found, trials)
    return found


if __name__ == "__main__":
    main()
