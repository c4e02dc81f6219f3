"""Reading a tender strictly and writing it so that equal tenders give equal bytes."""

from decimal import Decimal
from pathlib import Path

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
from tests.tenders.scoring.minimal import MINIMAL

NUMBERS = st.decimals(min_value=-(10**6), max_value=10**6, places=3).map(lambda value: value + 0)


TEXTS = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cf", "Cs")), max_size=12)


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


def test_a_number_has_one_canonical_text() -> None:
    [lot] = to_data(from_toml(MINIMAL))["lots"]

    assert (lot["criteria"][0]["weight"], lot["bids"][0]["values"]["price"]) == ("100", "12.5")


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
