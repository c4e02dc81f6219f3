"""The marks in a file that came back: believed for nothing, and told of in words when they are wrong."""

import pytest

from tests.clauses.returned.contract import W, compared, control, edited


def _marked(name: str, value: str):
    def change(root) -> None:
        entry = next(each for each in root if each.get("name") == name)
        entry[0].text = value

    return change


@pytest.mark.parametrize(("digest", "told"), [("ab" * 32, False), ("cd" * 32, True), ("", False)])
def test_a_file_of_another_state_of_the_contract_says_so(digest: str, told: bool) -> None:
    content = edited(_marked("ContractSha256", digest), part="docProps/custom.xml")

    found = compared(content)

    assert any("van een andere stand van het contract" in each.nl for each in found.problems) is told
    assert found.is_same


@pytest.mark.parametrize(
    ("tag", "told"),
    [
        ("clause:reporting@9", "gemerkt als versie 9 van de clausule. In dit contract staat versie 1"),
        ("clause:reporting@9#000000000000", "gemerkt als versie 9"),
        ("clause:reporting@1#000000000000", "is niet dat van versie 1 van de clausule"),
    ],
)
def test_the_mark_of_another_text_is_told_once_and_in_its_own_words(tag: str, told: str) -> None:
    def forge(root) -> None:
        control(root, "reporting").find(f"{W}sdtPr/{W}tag").set(f"{W}val", tag)

    found = compared(edited(forge))

    assert [told in each.nl for each in found.problems] == [True]
