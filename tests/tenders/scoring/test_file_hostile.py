"""Files made to break the reader, and files as Windows saves them."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tenders.scoring.files import (
    UnreadableTender,
    canonical,
    from_data,
    from_json,
    from_toml,
    read,
    to_data,
)
from tenders.scoring.files.reading import LARGEST_FILE
from tests.tenders.scoring.minimal import MINIMAL


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('{"lots": [], "lots": []}', "The field ‘lots’ occurs twice in the same table. Remove one."),
        ("[" * 100_000, "The file is nested too deeply. Remove layers."),
        ("1" * 5_000, "It holds a number or date that cannot exist. Write numbers as text."),
        ("NaN", "A table with fields belongs here."),
        ("[]", "A table with fields belongs here."),
        (
            "{",
            (
                "This is not valid JSON; mend the line named. The reader reports: "
                "Expecting property name enclosed in double quotes: line 1 column 2 (char 1)"
            ),
        ),
        (" " * (LARGEST_FILE + 1), "The file is larger than 5 MB. Split it into a file for each lot."),
    ],
)
def test_hostile_json_is_refused(text: str, message: str) -> None:
    with pytest.raises(UnreadableTender) as refusal:
        from_json(text)

    assert [problem.to("en") for problem in refusal.value.problems] == [message]


def test_half_a_surrogate_pair_is_refused_as_value_and_as_code() -> None:
    data = to_data(from_toml(MINIMAL))
    data["lots"][0]["bids"][0] = {"code": "A", "name": "\ud800", "values": {"\ud800": "1"}}

    with pytest.raises(UnreadableTender) as refusal:
        from_json(json.dumps(data))

    assert [problem.place for problem in refusal.value.problems] == [
        "lots[0].bids[0].name",
        "lots[0].bids[0].values.?",
    ]


@given(st.recursive(st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
                    lambda inner: st.lists(inner, max_size=3)
                    | st.dictionaries(st.sampled_from(("lots", "title", "award", "criteria", "bids")), inner),
                    max_leaves=20))  # fmt: skip
def test_no_data_breaks_the_reader(data: Any) -> None:
    with pytest.raises(UnreadableTender):
        from_data(data)


def test_a_file_too_large_is_refused_whole_and_never_cut_short(tmp_path: Path) -> None:
    """Bytes count: a cut in the middle of a file full of accents would drop the bids after it."""
    last = '\n[[lots.bids]]\ncode = "B"\nname = "B"\nvalues = { price = "1" }\n'
    padding = "# " + "é" * (LARGEST_FILE // 2) + "\n"
    (tmp_path / "large.toml").write_text(MINIMAL + padding + last, encoding="utf-8")

    with pytest.raises(UnreadableTender) as refusal:
        read(tmp_path / "large.toml")

    assert [problem.to("nl") for problem in refusal.value.problems] == [
        "Het bestand is groter dan 5 MB. Splits het in een bestand per perceel."
    ]


@pytest.mark.parametrize("suffix", [".toml", ".json"])
def test_a_byte_order_mark_and_windows_line_ends_are_fine(tmp_path: Path, suffix: str) -> None:
    text = MINIMAL if suffix == ".toml" else canonical(from_toml(MINIMAL)).decode()
    path = tmp_path / f"windows{suffix}"
    path.write_bytes(b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode())

    assert read(path) == from_toml(MINIMAL)


@pytest.mark.parametrize("text", ["a = 2026-13-45", "a = 1\na = 2", "a = ", "a = {", '\0 = "x"', "[" * 9_000])
def test_hostile_toml_is_refused_with_a_sentence(text: str) -> None:
    with pytest.raises(UnreadableTender) as refusal:
        from_toml(text)

    assert len(refusal.value.problems) == 1


def test_a_field_that_occurs_twice_in_toml_names_the_line() -> None:
    with pytest.raises(UnreadableTender) as refusal:
        from_toml('reference = "T"\nreference = "U"\n')

    assert refusal.value.problems[0].to("nl") == (
        "Dit is geen geldige TOML; herstel de genoemde regel. De lezer meldt: Cannot overwrite a value "
        "(at line 2, column 16)"
    )
