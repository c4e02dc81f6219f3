"""The paragraph that art. 2.115a lid 2 Aw asks: complete, in both languages, and sound by our own check."""

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass, replace
from datetime import date
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from procurement.documents.model import Document, Heading, Table, plain
from procurement.documents.properties import Properties
from procurement.language import Language, Text
from tenders.lifecycle.cost.kind import CostKind
from tenders.lifecycle.cost.method import RateIs, Residual
from tenders.lifecycle.plan import Plan, problems_of_plan
from tenders.lifecycle.published import Published
from tenders.lifecycle.quantity import quantity
from tenders.lifecycle.statement import inputs_of
from tenders.lifecycle.unit import KG_CO2E, KWH, NUMBER
from tenders.lint.draft import Draft, Legal, Passage, PassageKind
from tenders.lint.rules import RULES
from tenders.lint.severity import CheckedBy, Severity
from tenders.reports.life_cycle.blocks import life_cycle_blocks
from tenders.reports.wording import Wording
from tests.tenders.lifecycle import build_plan as build
from tests.tenders.reports.making import MADE, tender_of, texts

ON = date(2026, 11, 22)
LANGUAGES: list[Language] = ["nl", "en"]


def document(plan: Plan, language: Language = "nl") -> Document:
    return Document(
        title="t",
        language=language,
        properties=Properties(author="a", subject="s", created=MADE),
        blocks=tuple(life_cycle_blocks(plan, Wording(language))),
    )


def rows(plan: Plan, title: str, language: Language = "nl") -> list[list[str]]:
    found = (block for block in document(plan, language).blocks if isinstance(block, Table))
    table = next(each for each in found if title in (each.alt, each.caption))
    return [[plain(cell) for cell in line.cells] for line in table.rows]


def published_in(value: object) -> Iterator[Published]:
    """Every number with a source that the plan holds, wherever it stands."""
    if isinstance(value, Published):
        yield value
    elif is_dataclass(value) and not isinstance(value, type):
        for each in fields(value):
            yield from published_in(getattr(value, each.name))
    elif isinstance(value, Mapping):
        for each in value.values():
            yield from published_in(each)
    elif isinstance(value, tuple):
        for each in value:
            yield from published_in(each)


def sound() -> Any:
    return build.plans().filter(lambda plan: plan != Plan() and not list(problems_of_plan(plan)))


@given(sound(), some.sampled_from(LANGUAGES))
def test_every_parameter_stands_there_with_value_unit_source_and_year(plan: Plan, language: Language) -> None:
    lines = rows(
        plan, {"nl": "Waarden die wij vastleggen", "en": "Values that we lay down"}[language], language
    )

    stated = {line[0]: line[1:] for line in lines}

    for each in published_in(plan):
        value, source, year = stated[each.title.to(language)]
        assert (source, year) == (each.source, str(each.year))
        assert number_in(value, language) == each.value.amount
        assert each.value.unit == NUMBER or each.value.unit.label.to(language).removeprefix("€") in value


def test_each_number_keeps_its_own_source_and_year() -> None:
    factor = Published(
        title=Text(nl="Factor", en="Factor"),
        value=quantity("0.374", KG_CO2E / KWH),
        source="CE Delft",
        year=2021,
    )

    lines = rows(replace(everything(), grid_factor=factor), "Waarden die wij vastleggen")

    assert ["Factor", "0,374 kg CO2e per kWh", "CE Delft", "2021"] in lines


def number_in(shown: str, language: Language) -> Fraction:
    """The first number of a value: "€ 0,25 per kWh", "0,03 (3%)"."""
    words = shown.replace("€", " ").split()
    dutch, english = words[0].replace(".", "").replace(",", "."), words[0].replace(",", "")
    return Fraction(dutch if language == "nl" else english)


@given(sound())
def test_every_choice_of_a_cost_stands_there(plan: Plan) -> None:
    said = " ".join(texts(document(plan)))

    if plan.horizon is not None:
        assert f"{plan.horizon} jaar" in said
    for kind in plan.kinds:
        assert kind.title in said
    if plan.cost is not None:
        assert {RateIs.NOMINAL: "nominaal", RateIs.REAL: "reëel"}[plan.cost.rate_is] in said
        assert f"{plan.cost.places} decimalen" in said
        assert (
            "koopt het apparaat terug" in said.replace("het apparaat terugkoopt", "koopt het apparaat terug")
        ) is (plan.cost.residual is Residual.BUY_BACK)


@given(sound())
def test_what_is_not_asked_is_said_to_be_left_out(plan: Plan) -> None:
    said = " ".join(texts(document(plan)))

    for kind in (CostKind.ENERGY, CostKind.MAINTENANCE, CostKind.LICENCES, CostKind.OTHER_USE):
        left = plan.cost is not None and kind not in plan.cost.asked
        assert (f"{kind.label.nl}: telt niet mee in de kosten." in said) is left


def test_the_formulas_are_those_of_the_program_with_their_symbols() -> None:
    found = {line[1]: line[2] for line in rows(everything(), "Zo rekenen wij")}

    assert found["N × E × y × p"].startswith("N: het aantal apparaten; E: het energiegebruik")
    assert {
        "N × P",
        "−N × P × r / L",
        "A × (1 + g)^k",
        "B / (1 + d)^t",
        "E × L × e",
        "P − K",
    } & found.keys() == {
        "N × P",
        "−N × P × r / L",
        "A × (1 + g)^k",
        "B / (1 + d)^t",
        "E × L × e",
    }
    assert {"T / I", "(W − B) / (M − B)", "(u + m) × V + o", "s × (K − B)"} <= found.keys()


def everything() -> Plan:
    cost = build.cost_terms(residual=Residual.STRAIGHT_LINE, carbon_price=build.carbon())
    return build.plan(cost=cost)


@given(sound())
def test_everything_that_a_bid_fills_in_stands_there(plan: Plan) -> None:
    asked = {line[1] for line in rows(plan, "Gegevens die u levert")}

    missing = {each.label.nl for each in inputs_of(plan)} - asked

    assert {label for label in missing if not label.startswith("Vergoeding voor jaar ")} == set()
    assert not missing or f"Vergoeding voor elk van de {plan.horizon} jaren" in asked


def test_what_bidders_supply_says_unit_condition_and_what_is_equivalent() -> None:
    found = {line[1]: line for line in rows(everything(), "Gegevens die u levert")}

    assert found["CO2e van productie: norm"][2:] == ["ISO 14067 of PAIA of gelijkwaardig", "–"]
    assert found["CO2e van productie: jaar van de opgave"][2:] == ["een jaar", "2023 of later"]
    assert found["Energiegebruik: laagste waarde"][3] == "mag leeg blijven"
    assert found["Vergoeding voor elk van de 6 jaren"] == [
        "Elk soort apparaat",
        "Vergoeding voor elk van de 6 jaren",
        "€ per apparaat per jaar",
        "alleen bij ‘Hoe u de apparaten levert’: lease of als dienst; in het prijsdeel",
    ]
    part = found["Deel van de apparaten dat refurbished is, in procenten van 0 tot en met 100"]
    assert (part[0], part[2]) == ("Circulariteit", "%")


def test_the_scales_of_circularity_are_written_out() -> None:
    assert rows(everything(), "Circulariteit: gewichten en schalen") == [
        [
            "Deel van de apparaten dat refurbished is",
            "60%",
            "niets tot 0, alles vanaf 0,6, daartussen naar rato",
        ],
        ["Jaren dat reserveonderdelen leverbaar zijn", "40%", "onder 3 jaar: 0%; vanaf 3 jaar: 100%"],
    ]


def test_a_plan_that_is_not_sound_says_what_it_needs_and_calculates_nothing() -> None:
    broken = replace(everything(), grid_factor=None)

    said = texts(document(broken))

    assert "De berekening is nog niet volledig. Vul eerst aan:" in said
    assert any(line.startswith("grid_factor: ") for line in said)
    assert not any(isinstance(block, Table) for block in document(broken).blocks)


def test_the_article_is_named() -> None:
    assert any("2.115a" in line for line in texts(document(everything())))


@pytest.mark.parametrize("language", LANGUAGES)
@given(plan=sound())
@settings(max_examples=40, deadline=None)
def test_our_own_check_has_nothing_against_it(language: Language, plan: Plan) -> None:
    """As text of an award criterion, which is what it becomes in the tender documents."""
    said = [line for line in texts(document(plan, language)) if line]

    assert told_about("\n".join(said)) == []


def told_about(text: str) -> list[tuple[str, str]]:
    passage = Passage(place="lots[0].x", kind=PassageKind.AWARD_CRITERION, title="Berekening", text=text)
    draft = Draft(tender=tender_of(()), legal=Legal(), passages=(passage,), on=ON)
    return [
        (rule.code, found.message.nl)
        for rule in RULES
        if CheckedBy.TEXT in rule.checked_by and rule.holds_on(ON) and rule.applies(draft)
        for found in rule.check(draft)
        if found.severity is not Severity.ADVICE and found.place == "lots[0].x"
    ]


def test_the_check_would_have_said_something() -> None:
    assert [code for code, _ in told_about("De opgave is volgens ISO 14067.")] == ["L10"]


def test_headings_follow_on_each_other() -> None:
    blocks = life_cycle_blocks(everything(), Wording("nl"), level=2)

    levels = [block.level for block in blocks if isinstance(block, Heading)]

    assert levels == [2, 3, 3, 3, 3]
