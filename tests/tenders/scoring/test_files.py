"""Reading a tender strictly and writing it so that equal tenders give equal bytes."""

import json
from decimal import Decimal
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
    parameters_data,
    read,
    to_data,
)
from tenders.scoring.files.reading import LARGEST_FILE
from tenders.scoring.methods import METHODS
from tenders.scoring.model import (
    Account,
    AwardRule,
    Bid,
    Combination,
    Criterion,
    Direction,
    Kind,
    Knot,
    Level,
    LevelAmount,
    Lot,
    Requirement,
    RoundAt,
    Rounding,
    Step,
    Tender,
    TieBreak,
    TieRule,
    ZeroPrice,
    ZeroPriceRule,
)

NUMBERS = st.decimals(min_value=-(10**6), max_value=10**6, places=3).map(lambda value: value + 0)
TEXTS = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs")), max_size=12)
CODES = st.text("abcdefgh-1", min_size=1, max_size=6)


def steps() -> st.SearchStrategy[tuple[Step, ...]]:
    limit = st.none() | NUMBERS
    return st.lists(st.builds(Step, limit, limit, NUMBERS), max_size=3).map(tuple)


LEAVES = st.one_of(
    st.builds(
        Criterion,
        code=CODES,
        title=CODES,
        weight=NUMBERS,
        kind=st.just(Kind.QUANTITY),
        direction=st.sampled_from(Direction),
        unit=TEXTS,
        method=st.just("step-table"),
        parameters=st.fixed_dictionaries({}, optional={"steps": steps()}),
        minimum=st.none() | NUMBERS,
        account=st.builds(Account, TEXTS, TEXTS, TEXTS, TEXTS, st.lists(TEXTS, max_size=2).map(tuple)),
    ),
    st.builds(
        Criterion,
        code=CODES,
        title=CODES,
        weight=NUMBERS,
        kind=st.just(Kind.SCALE),
        method=st.just("graded-scale"),
        levels=st.lists(st.builds(Level, CODES, TEXTS, NUMBERS, TEXTS), max_size=3).map(tuple),
    ),
)
NODES = st.recursive(
    LEAVES,
    lambda children: st.builds(
        Criterion,
        code=CODES,
        title=CODES,
        weight=NUMBERS,
        children=st.lists(children, min_size=1, max_size=3).map(tuple),
    ),
    max_leaves=4,
)
AWARD_RULES = st.builds(
    AwardRule,
    method=st.just("co2-ladder-discount"),
    parameters=st.fixed_dictionaries(
        {"ladder": CODES},
        optional={"discounts": st.lists(st.builds(LevelAmount, CODES, NUMBERS), max_size=2).map(tuple)},
    ),
    points=NUMBERS,
    rounding=st.builds(Rounding, st.integers(0, 10), st.sampled_from(RoundAt)),
    ties=st.just((TieRule(TieBreak.CRITERION, "a"), TieRule(TieBreak.DRAW))) | st.just(()),
    zero_price=st.none() | st.builds(ZeroPriceRule, st.sampled_from(ZeroPrice), st.none() | NUMBERS),
    combination=st.none() | st.sampled_from(Combination),
)


@st.composite
def lots(draw: st.DrawFn) -> Lot:
    criteria = tuple(draw(st.lists(NODES, max_size=3)))
    kinds = {leaf.code: leaf.kind for criterion in criteria for leaf in criterion.leaves()}
    values = {
        code: draw((NUMBERS if kind is Kind.QUANTITY else CODES) | st.tuples())
        for code, kind in kinds.items()
    }
    bids = st.builds(
        Bid,
        code=CODES,
        name=CODES,
        values=st.just(values),
        failed=st.dictionaries(CODES, TEXTS, max_size=1),
        motivations=st.dictionaries(CODES, TEXTS, max_size=1),
    )
    return Lot(
        code="1",
        title=draw(CODES),
        criteria=criteria,
        award=draw(AWARD_RULES),
        requirements=tuple(draw(st.lists(st.builds(Requirement, code=CODES, title=CODES), max_size=2))),
        bids=tuple(draw(st.lists(bids, max_size=2))),
        draw=tuple(draw(st.lists(CODES, max_size=2))),
    )


TENDERS = st.builds(
    Tender, reference=CODES, title=CODES, authority=CODES, lots=lots().map(lambda lot: (lot,)), subject=TEXTS
)


@given(TENDERS)
def test_what_is_written_is_read_back_equal(tender: Tender) -> None:
    assert from_data(to_data(tender)) == tender
    assert from_json(canonical(tender).decode()) == tender


@given(TENDERS)
def test_equal_tenders_give_equal_bytes(tender: Tender) -> None:
    assert canonical(from_json(canonical(tender).decode())) == canonical(tender)


MINIMAL = """
reference = "T"
title = "T"
authority = "A"
[[lots]]
code = "1"
title = "L"
[lots.award]
method = "weighted-points"
points = "100"
rounding = { places = 2, at = "total" }
[[lots.criteria]]
code = "price"
title = "Price"
weight = "100.00"
kind = "price"
method = "absolute-linear"
parameters = { floor = "0", ceiling = "100", outside = "clip" }
[[lots.bids]]
code = "A"
name = "A"
values = { price = "12.50" }
"""


def problems(text: str) -> list[str]:
    with pytest.raises(UnreadableTender) as refusal:
        from_toml(text)
    return [problem.to("en") for problem in refusal.value.problems]


def test_a_number_has_one_canonical_text() -> None:
    [lot] = to_data(from_toml(MINIMAL))["lots"]

    assert (lot["criteria"][0]["weight"], lot["bids"][0]["values"]["price"]) == ("100", "12.5")


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
            "ref: This field does not exist. Known are: reference, title, authority, subject, lots.",
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


def test_files_are_read_by_their_ending(tmp_path: Path) -> None:
    (tmp_path / "t.toml").write_text(MINIMAL, encoding="utf-8")
    (tmp_path / "t.json").write_bytes(canonical(from_toml(MINIMAL)))
    (tmp_path / "t.yaml").write_text(MINIMAL, encoding="utf-8")
    (tmp_path / "latin.toml").write_bytes(b'title = "\xe9"')

    assert read(tmp_path / "t.toml") == read(tmp_path / "t.json")
    for name in ("t.yaml", "missing.toml", "latin.toml"):
        with pytest.raises(UnreadableTender):
            read(tmp_path / name)


def test_parameters_are_written_as_they_stand_in_a_file() -> None:
    parameters = {
        "floor": Decimal("10.50"),
        "outside": "clip",
        "shares": (Decimal(1), Decimal("0.50")),
        "knots": (Knot(Decimal(1), Decimal(0)),),
        "steps": (Step(None, Decimal(5), Decimal(1)),),
    }

    assert parameters_data(parameters) == {
        "floor": "10.5",
        "outside": "clip",
        "shares": ["1", "0.5"],
        "knots": [{"value": "1", "share": "0"}],
        "steps": [{"upper": "5", "share": "1"}],
    }


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


def test_braces_in_a_text_are_text() -> None:
    [message] = problems(MINIMAL.replace('kind = "price"', 'kind = "{0.__class__}"'))

    assert message.startswith("lots[0].criteria[0].kind: ‘{0.__class__}’ does not exist.")
