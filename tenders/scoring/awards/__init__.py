"""Every award method, listed by hand: what exists can be read here."""

from procurement.registry import Registry
from tenders.scoring.award import AwardMethod
from tenders.scoring.awards import (
    award_on_value,
    co2_ladder_discount,
    lowest_life_cycle_cost,
    lowest_price,
    quality_price_ratio,
    reduced_price,
    utility_index,
    weighted_points,
)

AWARDS: Registry[AwardMethod] = Registry(
    (
        weighted_points.AWARD_METHOD,
        award_on_value.AWARD_METHOD,
        co2_ladder_discount.AWARD_METHOD,
        quality_price_ratio.AWARD_METHOD,
        utility_index.AWARD_METHOD,
        reduced_price.AWARD_METHOD,
        lowest_life_cycle_cost.AWARD_METHOD,
        lowest_price.AWARD_METHOD,
    )
)


def award_method(code: str) -> AwardMethod | None:
    """The award method with this code, if there is one."""
    if code not in AWARDS:
        return None
    return AWARDS[code]
