"""Quality does not fall below what is recorded: a part of the packaged set, asked of the real pipeline."""

import json
from collections.abc import Mapping
from pathlib import Path

from corpus.load import bundled
from eval.cases import QuestionSet
from eval.folder import RunFolder
from eval.runner import ask_all
from eval.sets import choose, load_sets
from eval.summary import Spoken, summarise
from rag.settings import Settings
from rag.types import Language

# The least mean of each measure by language, two questions below what was measured when it was recorded. What it is
# now `python -m eval run --sample 40 --seed 1` says: raise it with the quality, lower it only where a loss is meant.
FLOOR = json.loads((Path(__file__).parent / "floor.json").read_text(encoding="utf-8"))

ELSEWHERE = 0.9


def spoken_on(part: QuestionSet, folder: Path) -> Mapping[Language, Spoken]:
    settings = Settings()
    run = RunFolder(folder, settings, [part])
    ask_all([part], settings, run)
    return summarise(list(run.results.values())).spoken


def test_quality_is_not_below_the_recorded_floor(tmp_path: Path) -> None:
    (whole,) = load_sets([], [bundled()])
    spoken = spoken_on(choose(whole, None, 40, seed=1), tmp_path)
    found = {language: {name: own.scores[name].mean for name in FLOOR[language]} for language, own in spoken.items()}
    fallen = {
        (lang, name): value for lang, own in found.items() for name, value in own.items() if value < FLOOR[lang][name]
    }
    assert found.keys() == FLOOR.keys()
    assert fallen == {}


def test_what_is_asked_of_something_else_is_refused(tmp_path: Path) -> None:
    (whole,) = load_sets([Path("elsewhere")], [bundled()])
    spoken = spoken_on(choose(whole, None, 20, seed=1), tmp_path)
    assert all(one.scores["right_refusal"].mean >= ELSEWHERE for one in spoken.values())
