"""Every error in a file names its place."""

from typing import Any

import pytest

from tenders.scoring.files import (
    UnreadableTender,
    from_data,
    from_toml,
    to_data,
)
from tenders.scoring.methods import METHODS
from tests.tenders.scoring.minimal import MINIMAL, problems


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (
            'weight = "100.00"',
            "weight = 100.0",
            'lots[0].criteria[0].weight: Write numbers as text, for example "12.5".',
        ),
        (
            'weight = "100.00"',
            "weight = true",
            'lots[0].criteria[0].weight: Write numbers as text, for example "12.5".',
        ),
        (
            'weight = "100.00"',
            'weight = "1_00"',
            ("lots[0].criteria[0].weight: ‘1_00’ is not a number. Use digits and at most one point, "
            "for example 1250.50."),
        ),
        ('weight = "100.00"', "", "lots[0].criteria[0].weight: This field is missing. Fill it in."),
        ('at = "total"', 'at = "never"', ("lots[0].award.rounding.at: ‘never’ does not exist. "
         "Choose from: criterion, total.")),
        ("places = 2", 'places = "2"', ("lots[0].award.rounding.places: "
         "A whole number without quotes belongs here, for example 2.")),
        ("places = 2", "places = true", ("lots[0].award.rounding.places: "
         "A whole number without quotes belongs here, for example 2.")),
        ('kind = "price"', 'kind = "prize"', ("lots[0].criteria[0].kind: ‘prize’ does not exist. "
         "Choose from: price, quantity, scale, label, yes_no.")),
        (
            'method = "absolute-linear"\nparameters = { floor = "0", ceiling = "100", outside = "clip" }',
            'method = "magic"',
            "lots[0].criteria[0].method: The method ‘magic’ does not exist. Choose from: "
            + ", ".join(METHODS.codes) + ".",
        ),
        (
            'floor = "0"',
            'bottom = "0"',
            ("lots[0].criteria[0].parameters.bottom: This parameter does not belong to method "
            "‘absolute-linear’. Known are: floor, ceiling, outside."),
        ),
        (
            'reference = "T"',
            'reference = "T"\nref = "x"',
            (
                "ref: This field does not exist. "
                "Known are: reference, title, authority, subject, lots, publication, legal, reasons, "
                "policy, themes."
            ),
        ),
        ('price = "12.50"', "price = 12.50", ('lots[0].bids[0].values.price: Write numbers as text, '
         'for example "12.5".')),
        ('name = "A"', 'name = "\\u0000"', ("lots[0].bids[0].name: This text has invisible control "
         "characters. Remove them.")),
        ('name = "A"', 'name = " "', "lots[0].bids[0].name: This field is missing. Fill it in."),
        ('title = "L"', 'title = ["L"]', "lots[0].title: A text in quotes belongs here."),
        (
            'rounding = { places = 2, at = "total" }',
            "",
            "lots[0].award.rounding: This field is missing. Fill it in.",
        ),
    ],
)  # fmt: skip
def test_errors_name_the_place(old: str, new: str, expected: str) -> None:
    assert problems(MINIMAL.replace(old, new)) == [expected]


def test_all_errors_are_listed_together() -> None:
    bad = MINIMAL.replace('points = "100"', 'points = "NaN"').replace('"12.50"', '"1e400"')

    assert [problem.split(":")[0] for problem in problems(bad)] == [
        "lots[0].award.points",
        "lots[0].bids[0].values.price",
    ]


def test_a_tree_that_is_too_deep_is_refused() -> None:
    node: dict[str, Any] = {"code": "x", "title": "X", "weight": "1"}
    for _ in range(12):
        node = {"code": "x", "title": "X", "weight": "1", "children": [node]}
    data = to_data(from_toml(MINIMAL))
    data["lots"][0]["criteria"] = [node]

    with pytest.raises(UnreadableTender) as refusal:
        from_data(data)

    assert refusal.value.problems[0].message.en == "The tree of criteria is too deep. Use at most 10 layers."


def test_lots_are_there_and_have_different_codes() -> None:
    data = to_data(from_toml(MINIMAL))

    with pytest.raises(UnreadableTender) as none:
        from_data(data | {"lots": []})
    with pytest.raises(UnreadableTender) as twice:
        from_data(data | {"lots": data["lots"] * 2})

    assert [problem.place for problem in none.value.problems] == ["lots"]
    assert [problem.place for problem in twice.value.problems] == ["lots[1].code"]


@pytest.mark.parametrize(
    ("old", "new", "place"),
    [
        ('name = "A"', 'name = "Acme\\u202egnp"', "lots[0].bids[0].name"),
        ('price = "12.50"', "price = 2026-01-01", "lots[0].bids[0].values.price"),
        ('price = "12.50"', 'price = "12,50"', "lots[0].bids[0].values.price"),
        ('price = "12.50"', 'price = "٣"', "lots[0].bids[0].values.price"),
        ('price = "12.50"', 'price = "-0"', "lots[0].bids[0].values.price"),
        ('price = "12.50"', 'price = "Infinity"', "lots[0].bids[0].values.price"),
        ('title = "L"', "title = 2026-01-01T00:00:00Z", "lots[0].title"),
    ],
)
def test_what_is_no_text_or_no_number_is_refused(old: str, new: str, place: str) -> None:
    assert [problem.split(": ")[0] for problem in problems(MINIMAL.replace(old, new))] == [place]


def test_braces_in_a_text_are_text() -> None:
    [message] = problems(MINIMAL.replace('kind = "price"', 'kind = "{0.__class__}"'))

    assert message.startswith("lots[0].criteria[0].kind: ‘{0.__class__}’ does not exist.")
