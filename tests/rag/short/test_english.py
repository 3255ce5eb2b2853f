"""English names are told by their capital letters, and kept whole."""

import pytest

from rag.short.english import persons, wholes
from rag.short.english_places import places
from tests.rag.short.test_find import found


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("She left Holm Technology and Business University.", ["Holm Technology and Business University"]),
        ("She taught at the Royal Academy of Music and Dance.", ["Royal Academy of Music and Dance"]),
        ("The Ministry of Culture and Lund University met.", ["Ministry of Culture", "Lund University"]),
        ("Ann Lee and Lund University met.", ["Ann Lee", "Lund University"]),
        ("Oslo and Lund University met.", ["Oslo", "Lund University"]),
    ],
)
def test_a_name_with_and_inside_is_one(text: str, names: list[str]) -> None:
    assert [text[s.start : s.end] for s in wholes(text)] == names


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The shops are in Milan, Turin and Genoa.", ["Milan, Turin and Genoa"]),
        ("She was born in Delhi, India and grew up there.", ["Delhi"]),
        ("She went to Oslo and Ann Lee stayed.", ["Oslo"]),
        ("He is head of the School of Law at Lund University.", ["School of Law at Lund University"]),
    ],
)
def test_places_are_given_with_those_listed_behind_them(text: str, found: list[str]) -> None:
    assert [text[s.start : s.end] for s in places(text)] == found


def test_all_of_several_places_answer_where() -> None:
    text = "We work from three workshops, in Dunmore, Athley Cross and Stoke."
    assert found("Where are the workshops?", text) == "Dunmore, Athley Cross and Stoke"


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Education Secretary Ada Lund opened it.", ["Education Secretary Ada Lund"]),
        ("Army General Ian Cole opened it.", ["Army General Ian Cole"]),
        ("Board Chairman Peter Hall opened it.", ["Board Chairman Peter Hall"]),
        ("First Lady Ruth Hale opened it.", ["First Lady Ruth Hale"]),
        ("Second Lieutenant John Pike opened it.", ["Second Lieutenant John Pike"]),
        ("The Education Committee opened it.", []),
        ("Army General Staff planned it.", []),
        ("Holm General Hospital opened.", []),
        ("University of Prince Harald opened.", []),
        ("First Edition sold out.", []),
    ],
)
def test_an_office_before_a_name_makes_it_no_body(text: str, names: list[str]) -> None:
    assert [text[s.start : s.end] for s in persons(text)] == names


@pytest.mark.parametrize("name", ["Reverend John Pike", "Russian Olga Petrova", "Frenchman Louis Brun", "Apostle Paul"])
def test_the_before_a_rank_or_a_people_leads_a_person(name: str) -> None:
    assert [s.end - s.start for s in persons(f"It was made by the {name}.")] == [len(name)]


@pytest.mark.parametrize("name", ["Roman Emperor Otto", "Crown Prince Olav", "Mayor Ada Pike"])
def test_the_before_an_office_with_a_name_leads_a_person(name: str) -> None:
    assert [s.end - s.start for s in persons(f"It was made by the {name}.")] == [len(name)]


@pytest.mark.parametrize("name", ["Russian Far East", "Italian Grand Prix", "Lion King", "Crown Estate", "Holm Bay"])
def test_the_leads_mostly_no_person(name: str) -> None:
    assert not persons(f"It was made by the {name}.")


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("It was made by John Pike and Holm City Council.", ["John Pike"]),
        ("Ann Lee, Tom Brown and Lund University met.", ["Ann Lee", "Tom Brown"]),
        ("Hollis Academy and the Orme Conservatory met.", []),
        ("Oslo and Lund University met.", []),
        ("Ann Bay and Lund Harbor met.", []),
        ("The chairman is Robert Service.", ["Robert Service"]),
        ("The venue is Holm Abbey.", []),
        ("In Holm, they met.", []),
    ],
)
def test_a_person_stays_beside_a_body(text: str, names: list[str]) -> None:
    assert [text[s.start : s.end] for s in persons(text)] == names


def test_a_very_long_row_is_read_at_once() -> None:
    assert len(persons("Ann, " * 4000)) == 4000
