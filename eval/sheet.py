"""Question sets in a spreadsheet, CSV or XLSX: a question a row, the columns named as the fields are.

In a cell, each line is a piece of evidence or a part of the answer that is needed; `|` parts the words of which one is
enough.
"""

import csv
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from io import BytesIO, StringIO
from pathlib import Path
from typing import Any

from eval.cases import QuestionSetError

COLUMNS = ("id", "type", "section", "zh", "en", "answerable", "evidence", "evidence_any", "answers_zh", "answers_en")
ENDINGS = (".jsonl", ".csv", ".xlsx")
_YES_NO = {"yes": True, "true": True, "1": True, "是": True, "no": False, "false": False, "0": False, "否": False}
_EXAMPLE: Mapping[str, Any] = {
    "id": "q1",
    "type": "number",
    "section": "",
    "zh": "写下问题。英文问题写在 en，可以只写一种语言",
    "en": "Write the question here; leave zh or en empty where it is asked in one language only",
    "answerable": True,
    "evidence": ["copy the words of the article that prove the answer | 从文章中原样抄录能证明答案的文字"],
    "evidence_any": False,
    "answers": {"zh": [["答案中必须有的字", "或者这些字"]], "en": [["words that the answer must have", "or these"]]},
}


def read_csv(text: str, source: str) -> Iterator[tuple[str, str]]:
    """Each row as a line of JSON, with the place that a message names."""
    return _lines(csv.reader(StringIO(text, newline="")), source)


def read_xlsx(content: bytes, source: str) -> Iterator[tuple[str, str]]:
    """Each row of the first sheet as a line of JSON, with the place that a message names. Raises QuestionSetError."""
    from openpyxl import load_workbook

    try:
        book = load_workbook(BytesIO(content), read_only=True, data_only=True)
        rows = [[_cell(value) for value in row] for row in book.worksheets[0].iter_rows(values_only=True)]
    except Exception as error:  # a damaged workbook raises whatever the parser in question raises
        raise QuestionSetError(f"{source} cannot be read as a workbook; save it again as .xlsx.") from error
    return _lines(rows, source)


def _cell(value: object) -> str:
    if isinstance(value, float) and value.is_integer():  # a whole number, as Excel keeps it
        value = int(value)
    return "" if value is None else str(value)


def _lines(rows: Iterable[Sequence[str]], source: str) -> Iterator[tuple[str, str]]:
    names: list[str] = []
    for number, row in enumerate(rows, 1):
        place = f"{source}: row {number}"
        if not any(cell.strip() for cell in row):
            continue
        if names:
            yield place, json.dumps(_fields(dict(zip(names, row, strict=False)), place), ensure_ascii=False)
        else:
            names = _header(row, place)


def _header(row: Sequence[str], place: str) -> list[str]:
    names = [cell.strip().lower() for cell in row]
    if unknown := [name for name in names if name and name not in COLUMNS]:
        raise QuestionSetError(f"{place}: there is no column {unknown[0]!r}; the columns are {', '.join(COLUMNS)}.")
    return names


def _fields(row: Mapping[str, str], place: str) -> dict[str, Any]:
    given = {name: row.get(name, "").strip() for name in COLUMNS}
    fields: dict[str, Any] = {name: given[name] for name in ("id", "type", "section", "zh", "en") if given[name]}
    fields |= {"answerable": _yes(given["answerable"] or "yes", f"{place}: answerable")}
    fields |= {"evidence_any": _yes(given["evidence_any"] or "no", f"{place}: evidence_any")}
    fields["evidence"] = _split(given["evidence"], "\n")
    answers = {language: _split(given[f"answers_{language}"], "\n") for language in ("zh", "en")}
    fields["answers"] = {language: [_split(part, "|") for part in parts] for language, parts in answers.items()}
    return fields


def _yes(cell: str, place: str) -> bool:
    if cell.lower() not in _YES_NO:
        raise QuestionSetError(f"{place}: {cell!r} is neither yes nor no; write one of the two.")
    return _YES_NO[cell.lower()]


def _split(cell: str, mark: str) -> list[str]:
    return [part.strip() for part in cell.split(mark) if part.strip()]


def start(path: Path) -> None:
    """Write a new set with one example row that explains itself. Raises QuestionSetError where there is a file."""
    if path.suffix.lower() not in ENDINGS:
        raise QuestionSetError(f"{path}: a question set ends in {', '.join(ENDINGS)}; name it so.")
    content = {".jsonl": _as_jsonl, ".csv": _as_csv, ".xlsx": _as_xlsx}[path.suffix.lower()]()
    try:
        with path.open("xb") as file:
            file.write(content)
    except FileExistsError:
        raise QuestionSetError(f"{path} is there already; give the set another name.") from None
    except OSError as error:
        raise QuestionSetError(f"{path} cannot be written ({error.strerror}); choose another place.") from error


def _row() -> list[str]:
    flat = {name: value for name, value in _EXAMPLE.items() if name != "answers"}
    flat |= {f"answers_{language}": groups for language, groups in _EXAMPLE["answers"].items()}
    return [_text(flat[name]) for name in COLUMNS]


def _text(value: Any) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return value if isinstance(value, str) else "\n".join(p if isinstance(p, str) else " | ".join(p) for p in value)


def _as_jsonl() -> bytes:
    return (json.dumps(_EXAMPLE, ensure_ascii=False) + "\n").encode()


def _as_csv() -> bytes:
    page = StringIO(newline="")
    csv.writer(page).writerows([COLUMNS, _row()])
    return page.getvalue().encode("utf-8-sig")  # Excel takes a CSV file without the mark for one in a local encoding


def _as_xlsx() -> bytes:
    from openpyxl import Workbook
    from openpyxl.styles import Alignment, Font

    book, page = Workbook(), BytesIO()
    sheet: Any = book.active
    sheet.append(COLUMNS)
    sheet.append(_row())
    for cell in sheet[1]:
        cell.font = Font(bold=True)
        sheet.column_dimensions[cell.column_letter].width = 28
    for cell in sheet[2]:
        cell.alignment = Alignment(wrap_text=True, vertical="top")
    sheet.freeze_panes = "A2"
    book.save(page)
    return page.getvalue()
