"""The catalogue: complete, lawful in its wording, and scored by methods that exist."""

import re
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from procurement.language import Text
from tenders.catalogue.ambition import AMBITION_SCALES
from tenders.catalogue.loading import catalogue
from tenders.catalogue.model import CatalogueItem, ItemKind, NotScored, ProductGroup, Theme, Threshold
from tenders.scorecard.verified import FIGURE_KINDS, LABEL_KINDS
from tenders.scoring.methods import METHODS
from tenders.scoring.model import Criterion, Kind

CLAUSES = Path(__file__).parents[3] / "clauses" / "library"

_STANDARD = re.compile(r"\b(?:ISO|IEC|EN|NEN|NIST|DE-UZ)\b[ /]?(?:IEC |SP )?\d")
_LABEL = re.compile(r"ENERGY STAR|TCO Certified|EPEAT|EU Ecolabel|EU-milieukeur|Blauer Engel|Blue Angel|EMAS")
_EQUIVALENT = re.compile(r"gelijkwaardig|equivalent")
_FIRM_LEVEL = re.compile(
    r"bedrijfsbeleid|organisatie heeft|leverancier is gecertificeerd|CSRD|ESG|company policy", re.IGNORECASE
)
_VAGUE = re.compile(
    r"\b(?:groene?|klimaatneutraal|CO2-neutraal|milieuvriendelijk|green|eco-friendly|climate neutral)\b",
    re.IGNORECASE,
)
_ORIGIN = re.compile(r"\b(?:lokale?|regionale?|local|regional|made in)\b", re.IGNORECASE)


def texts(item: CatalogueItem) -> list[Text]:
    levels = item.scoring.levels if item.scoring else ()
    return [
        *(item.title, item.text, item.proof, item.verification, item.link),
        *(level.title for level in levels),
        *(level.description for level in levels),
    ]


def found(pattern: re.Pattern[str], kinds: set[ItemKind]) -> list[tuple[str, str]]:
    return [
        (item.code, match[0])
        for item in catalogue()
        if item.kind in kinds
        for text in texts(item)
        for words in (text.nl, text.en)
        for match in pattern.finditer(words)
    ]


def test_there_are_at_least_45_sustainability_items() -> None:
    sustainability = [item for item in catalogue() if item.theme is not Theme.VALUE]

    assert len(sustainability) >= 45


def test_every_kind_group_and_theme_is_present() -> None:
    assert {item.kind for item in catalogue()} == set(ItemKind)
    assert {item.group for item in catalogue()} == set(ProductGroup)
    assert {item.theme for item in catalogue()} == set(Theme)


def test_every_product_group_has_requirements_award_criteria_and_contract_conditions() -> None:
    groups = set(ProductGroup) - {ProductGroup.ANY}
    wanted = {ItemKind.REQUIREMENT, ItemKind.AWARD, ItemKind.CONTRACT}

    present = {group: {item.kind for item in catalogue() if item.group is group} for group in groups}

    assert present == dict.fromkeys(groups, wanted)


def test_a_named_standard_or_label_is_followed_by_or_equivalent_in_the_same_sentence() -> None:
    bare = [
        (item.code, sentence)
        for item in catalogue()
        for text in texts(item)
        for words in (text.nl, text.en)
        for sentence in re.split(r"(?<=[.;])\s", words)
        if (_STANDARD.search(sentence) or _LABEL.search(sentence)) and not _EQUIVALENT.search(sentence)
    ]

    assert bare == []


def test_award_and_contract_items_ask_nothing_of_the_firm_as_such() -> None:
    assert found(_FIRM_LEVEL, set(ItemKind)) == []


def test_award_items_name_no_environmental_management_certificate() -> None:
    certificate = re.compile(r"ISO 14001|EMAS")

    assert found(certificate, {ItemKind.AWARD, ItemKind.REQUIREMENT}) == []


def test_no_vague_green_words_and_no_origin() -> None:
    assert found(_VAGUE, set(ItemKind)) == []
    assert found(_ORIGIN, set(ItemKind)) == []


def test_suitability_proof_is_asked_of_the_intended_winner_only() -> None:
    suitability = [item for item in catalogue() if item.kind is ItemKind.SUITABILITY]

    assert [item.code for item in suitability if "beoogde winnaar" not in item.proof.nl] == []


def test_energy_star_is_never_named_without_saying_that_the_eu_programme_ended() -> None:
    naming = [item for item in catalogue() if any("ENERGY STAR" in text.nl for text in texts(item))]

    assert [item.code for item in naming if not any("20-02-2018" in text.nl for text in texts(item))] == []


def test_award_items_are_scored_by_an_allowed_method_whose_parameters_are_given_or_to_publish() -> None:
    wrong = []
    for item in catalogue():
        if item.scoring is None:
            continue
        method = METHODS[item.scoring.method]
        stated = {*item.scoring.parameters, *item.scoring.to_publish}
        if item.scoring.kind not in method.kinds or stated != {p.name for p in method.parameters}:
            wrong.append(item.code)

    assert wrong == []


def test_suggested_parameters_pass_the_check_of_their_method() -> None:
    complete = [item for item in catalogue() if item.scoring and not item.scoring.to_publish]

    problems = {
        item.code: list(METHODS[criterion.method].check(criterion))
        for item in complete
        for criterion in [item.criterion(code="X", weight=Decimal(1), language="nl")]
    }

    assert {code: found for code, found in problems.items() if found} == {}


def test_a_threshold_left_to_the_buyer_is_never_filled_in_silently() -> None:
    award = [item for item in catalogue() if item.scoring]

    filled = [
        i.code for i in award if i.threshold is Threshold.BUYER and i.scoring and not i.scoring.to_publish
    ]
    ours = [i.code for i in award if i.threshold is Threshold.OURS and i.scoring and i.scoring.to_publish]

    assert (filled, ours) == ([], [])


def test_every_linked_clause_exists_in_the_library() -> None:
    linked = {clause for item in catalogue() for clause in item.clauses}

    assert sorted(clause for clause in linked if not (CLAUSES / clause).is_dir()) == []


def test_no_item_is_past_its_review_date_when_it_was_written() -> None:
    assert [item.code for item in catalogue() if item.review_by <= date(2026, 11, 21)] == []


def test_an_award_item_becomes_a_criterion_with_its_account_in_the_language_asked() -> None:
    item = catalogue()["hw-award-spare-parts-years"]

    criterion = item.criterion(code="D3.3", weight=Decimal(2), language="en")

    assert isinstance(criterion, Criterion)
    assert (criterion.title, criterion.unit) == ("Years of spare parts", "years")
    assert criterion.account.link == item.link.en
    assert criterion.account.basis == item.basis


def test_what_the_buyer_publishes_is_added_to_the_suggested_parameters() -> None:
    item = catalogue()["hw-award-energy-etec"]

    criterion = item.criterion(
        code="D2",
        weight=Decimal(8),
        language="nl",
        published={"floor": Decimal(10), "ceiling": Decimal(30)},
    )

    assert criterion.parameters == {"outside": "clip", "floor": Decimal(10), "ceiling": Decimal(30)}


def test_a_requirement_cannot_become_an_award_criterion() -> None:
    with pytest.raises(NotScored):
        catalogue()["hw-req-packaging"].criterion(code="X", weight=Decimal(1), language="nl")


def test_ambition_levels_are_the_scale_of_the_buyer_not_a_fixed_three() -> None:
    names = [
        AMBITION_SCALES[scale].name(level).en for scale, level in (("mvi", 4), ("rws-iv", 4), ("mvi", 0))
    ]

    assert names == ["Ambitious", "Level 4", "Ungraded"]


def test_the_evidence_behind_an_item_can_prove_its_value() -> None:
    fitting = {Kind.QUANTITY: FIGURE_KINDS, Kind.LABEL: LABEL_KINDS}
    resting = {item.code: item.scoring for item in catalogue() if item.scoring and item.scoring.evidence}

    wrong = [code for code, how in resting.items() if how.evidence not in fitting.get(how.kind, ())]

    assert (wrong, len(resting)) == ([], 8)
