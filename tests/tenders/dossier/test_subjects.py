"""An event belongs to the tender with the longest reference that its subject starts with."""

import pytest

from tenders.dossier.subjects import owner_of

REFERENCES = ("A", "A / 1", "AB", "A – oud")


@pytest.mark.parametrize(
    ("subject", "owner"),
    [
        ("A", "A"),
        ("A / 2", "A"),
        ("A / 1", "A / 1"),
        ("A / 1 / 3", "A / 1"),
        ("A – Laptops", "A"),
        ("A – oud – Laptops", "A – oud"),
        ("AB / 1", "AB"),
        ("ABC / 1", None),
        ("a / 1", None),
        ("Groen BV", None),
    ],
)
def test_whose_event_it_is(subject: str, owner: str | None) -> None:
    assert owner_of(subject, REFERENCES) == owner
