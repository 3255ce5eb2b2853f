"""Question sets of any known form, told apart by what is in the file and not by its name."""

import json
import random
from collections.abc import Iterator, Sequence
from dataclasses import replace
from importlib.resources import files
from importlib.resources.abc import Traversable

from corpus.article import Article
from corpus.encoding import decode
from eval.cases import Group, QuestionSet, QuestionSetError
from eval.dataset import locate_all, read_questions
from eval.rgb import rgb_groups
from eval.sheet import COLUMNS, read_csv, read_xlsx
from eval.squad import squad_group

NOISE = 0.4
_ENDINGS = (".jsonl", ".json", ".csv", ".xlsx")
_FORMS = "our own (.jsonl, .csv, .xlsx), SQuAD's (also CMRC, DRCD, XQuAD, MLQA) and RGB's"


def packaged_set(name: str = "shuangcheng") -> Traversable:
    """A question set that comes with the package, wherever that is installed.

    "shuangcheng" is on the bundled article, and so are "unread", of which nobody read which answers fail, "visitors",
    likewise but in everyday words, and "guests", in everyday words, whose failures were read; "elsewhere" asks what no
    article on it answers.
    """
    return files("eval") / "questions" / f"{name}.jsonl"


def load_sets(sources: Sequence[Traversable], articles: Sequence[Article], noise: float = NOISE) -> list[QuestionSet]:
    """The sets in their order, that on the bundled article where there are no `sources`. Raises QuestionSetError.

    A packaged set is named by its name alone, where no file has it.
    """
    names: set[str] = set()
    found = []
    for source in map(_packaged, sources or (packaged_set(),)):
        name = next((source.name.removesuffix(e) for e in _ENDINGS if source.name.endswith(e)), source.name)
        if name in names:
            raise QuestionSetError(f"Two question sets are called {name}; give each file its own name.")
        names.add(name)
        found.append(replace(load_set(source, articles, noise), name=name))
    return found


def _packaged(source: Traversable) -> Traversable:
    named = packaged_set(str(source)) if str(source).isalpha() else source
    return named if named.is_file() and not source.is_file() else source


def load_set(source: Traversable, articles: Sequence[Article], noise: float = NOISE) -> QuestionSet:
    """The set in a file. Questions of our own form are on `articles`; the other forms bring their texts along.

    Raises QuestionSetError, which names the file and the place in it.
    """
    groups, faults = _read(_bytes(source), str(source), articles, noise)
    if not any(group.cases for group in groups):
        why = f"; the first: {faults[0]}" if faults else ", or none that can be asked"
        raise QuestionSetError(f"{source} holds no questions{why}.")
    return QuestionSet(source.name, tuple(groups), tuple(faults))


def _read(
    content: bytes, source: str, articles: Sequence[Article], noise: float
) -> tuple[Sequence[Group], Sequence[str]]:
    if content.startswith(b"PK\x03\x04"):
        return _own(read_xlsx(content, source), articles, source)
    text = decode(content)
    if text is None:
        raise QuestionSetError(f"{source} is not text; give a question set in UTF-8.")
    text = text.removeprefix("\ufeff")
    if not text.strip():
        return (), ()
    if text.lstrip()[0] not in "{[":
        return _own(_table(text, source), articles, source)
    match _keys(text):
        case {"data": _} | {"paragraphs": _} | {"qas": _}:
            group, faults = squad_group(text, source)
            return (group,), faults
        case {"query": _}:
            return rgb_groups(_lines(text, source), noise)
        case {"id": _} | {"zh": _} | {"en": _}:
            return _own(_lines(text, source), articles, source)
        case {}:
            _refuse_broken(text, source)
    raise QuestionSetError(f"{source} is in no known form; the forms are {_FORMS}.")


def _own(
    lines: Iterator[tuple[str, str]], articles: Sequence[Article], source: str
) -> tuple[Sequence[Group], Sequence[str]]:
    group, faults = locate_all(read_questions(lines), articles, source)
    return (group,), faults


def _table(text: str, source: str) -> Iterator[tuple[str, str]]:
    header = text.split("\n", 1)[0].lower()
    if "," not in header or not any(name in header for name in COLUMNS):
        raise QuestionSetError(f"{source} is in no known form; the forms are {_FORMS}.")
    return read_csv(text, source)


def _keys(text: str) -> dict[str, None]:
    """The fields of the file's first JSON object, which may stand in a list; none where it is broken."""
    for part in (text.strip().split("\n", 1)[0], text):
        try:
            found = json.loads(part)
        except ValueError:
            continue
        first = found[0] if isinstance(found, list) and found else found
        return dict.fromkeys(first, None) if isinstance(first, dict) else {}
    return {}


def _refuse_broken(text: str, source: str) -> None:
    first = next(number for number, line in enumerate(text.split("\n"), 1) if line.strip())
    try:
        json.loads(text)
    except RecursionError:
        raise QuestionSetError(f"{source}:{first}: Invalid JSON: nested too deeply.") from None
    except ValueError as error:
        raise QuestionSetError(f"{source}:{getattr(error, 'lineno', first)}: Invalid JSON: {error}.") from None


def _lines(text: str, source: str) -> Iterator[tuple[str, str]]:
    return ((f"{source}:{number}", line) for number, line in enumerate(text.split("\n"), 1) if line.strip())


def _bytes(source: Traversable) -> bytes:
    try:
        return source.read_bytes()
    except FileNotFoundError as error:
        raise QuestionSetError(f"There is no question set {source}; check the path.") from error
    except OSError as error:
        raise QuestionSetError(f"{source} cannot be read ({error.strerror}); give a readable file.") from error


def choose(found: QuestionSet, limit: int | None, sample: int | None, seed: int) -> QuestionSet:
    """The first `limit` questions, or a `sample` of them; all texts stay, so that none is easier to find.

    A question in two languages counts once. The texts of an index that has no question left are left out.
    """
    ids = list(dict.fromkeys(case.id for case in found.cases()))
    if sample is not None:
        ids = random.Random(seed).sample(ids, min(sample, len(ids)))
    kept = set(ids[:limit])
    groups = (replace(group, cases=tuple(case for case in group.cases if case.id in kept)) for group in found.groups)
    return replace(found, groups=tuple(group for group in groups if group.cases))
