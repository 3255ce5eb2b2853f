import re
from pathlib import Path

from ui import labels
from ui.labels import Label

EVERY = [*labels.every().values(), *labels.EXAMPLES]
# The script has only the page's strings; where a label is only marks or a place to fill, there is nothing to read.
SCRIPTS = "".join(path.read_text("utf-8") for path in (Path(labels.__file__).parent / "assets").glob("*.[jh]*"))
SAID = [label for label in EVERY if re.search(r"\w", label.zh.replace("{}", ""))]


def test_every_string_exists_in_both_languages() -> None:
    assert all(re.search(r"[\u4e00-\u9fff]", label.zh) for label in SAID)
    assert all(re.search(r"[A-Za-z]", label.en) and not re.search(r"[\u4e00-\u9fff]", label.en) for label in SAID)


def test_both_languages_of_a_string_have_the_same_places_to_fill() -> None:
    assert all(re.findall(r"\{.*?\}", label.zh) == re.findall(r"\{.*?\}", label.en) for label in EVERY)


def test_filling_fills_both_languages() -> None:
    assert labels.PARAGRAPH.fill(3) == Label("第 3 段", "paragraph 3")


def test_every_string_that_the_script_names_exists_and_every_string_is_used() -> None:
    named = set(re.findall(r"\bt\(\"([A-Z_]+)\"", SCRIPTS)) | set(re.findall(r'data-\w+="([A-Z_]+)"', SCRIPTS))
    assert named <= set(labels.every())
    source = SCRIPTS + "".join(path.read_text("utf-8") for path in Path(labels.__file__).parent.glob("[!l]*.py"))
    assert [name for name in labels.every() if not re.search(rf"\b{name}\b", source)] == []
