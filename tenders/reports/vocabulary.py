"""The trade's words for what the model holds as codes."""

from collections.abc import Mapping
from decimal import Decimal

from procurement.language import Text
from tenders.reports.wording import Wording
from tenders.scoring.award import AwardMethod
from tenders.scoring.model import (
    BidValue,
    Combination,
    Criterion,
    Direction,
    FallingAway,
    Kind,
    RoundAt,
    TieBreak,
    ZeroPrice,
    ZeroPriceRule,
)

LOT = Text(nl="Perceel {code} – {title}", en="Lot {code} – {title}")
LOT_SHORT = Text(nl="Perceel {code}", en="Lot {code}")

NATURES: Mapping[str, Text] = {
    "supplies": Text(nl="Leveringen", en="Supplies"),
    "services": Text(nl="Diensten", en="Services"),
}
PROCEDURES: Mapping[str, Text] = {
    "open": Text(nl="Openbare procedure", en="Open procedure"),
    "restricted": Text(nl="Niet-openbare procedure", en="Restricted procedure"),
    "negotiated": Text(
        nl="Mededingingsprocedure met onderhandeling", en="Competitive procedure with negotiation"
    ),
    "below_threshold": Text(nl="Meervoudig onderhandse procedure", en="Invitation to several bidders"),
}
KINDS: Mapping[Kind, Text] = {
    Kind.PRICE: Text(nl="prijs of kosten", en="price or cost"),
    Kind.QUANTITY: Text(nl="gemeten hoeveelheid", en="measured quantity"),
    Kind.SCALE: Text(nl="beschreven niveaus", en="described levels"),
    Kind.LABEL: Text(nl="keurmerk of gelijkwaardig bewijs", en="label or equivalent proof"),
    Kind.YES_NO: Text(nl="ja of nee", en="yes or no"),
}
DIRECTIONS: Mapping[Direction, Text] = {
    Direction.LOWER: Text(nl="lager is beter", en="lower is better"),
    Direction.HIGHER: Text(nl="hoger is beter", en="higher is better"),
}
STATED: Mapping[str, Text] = {
    "label": Text(nl="keurmerk", en="label"),
    "equivalent": Text(nl="gelijkwaardig bewijs", en="equivalent proof"),
    "none": Text(nl="geen van beide", en="neither"),
    "yes": Text(nl="ja", en="yes"),
    "no": Text(nl="nee", en="no"),
}
ROUNDED_AT: Mapping[RoundAt, Text] = {
    RoundAt.CRITERION: Text(
        nl="De punten van elk criterium worden afgerond op {places} decimalen. Een totaal is de som van "
        "afgeronde punten.",
        en="The points of each criterion are rounded to {places} decimals. A total is the sum of rounded "
        "points.",
    ),
    RoundAt.TOTAL: Text(
        nl="Alleen het totaal wordt afgerond, op {places} decimalen. Daarvóór rekenen wij met alle "
        "decimalen.",
        en="Only the total is rounded, to {places} decimals. Before that we calculate with all decimals.",
    ),
}
TIES: Mapping[TieBreak, Text] = {
    TieBreak.QUALITY: Text(
        nl="de hoogste score op alle criteria behalve prijs samen",
        en="the highest score on all criteria but price together",
    ),
    TieBreak.CRITERION: Text(nl="de hoogste score op ‘{criterion}’", en="the highest score on ‘{criterion}’"),
    TieBreak.PRICE: Text(nl="de laagste prijs", en="the lowest price"),
    TieBreak.DRAW: Text(
        nl="loting, waarvan wij de uitslag vastleggen", en="a drawing of lots, whose outcome we record"
    ),
}
ZERO_PRICES: Mapping[ZeroPrice, Text] = {
    ZeroPrice.EXCLUDE: Text(
        nl="Een inschrijving met een prijs van € 0 leggen wij terzijde, met de reden.",
        en="A bid with a price of € 0 is set aside, with the reason.",
    ),
    ZeroPrice.TREAT_AS: Text(
        nl="Een prijs van € 0 telt in de berekening als {amount}.",
        en="A price of € 0 counts as {amount} in the calculation.",
    ),
}
_TOTAL = Text(nl="Totaal", en="Total")
_EVALUATION_PRICE = Text(nl="Fictieve inschrijfsom", en="Evaluation price")
_PRICE = Text(nl="Prijs die telt", en="Price that counts")
COMBINATIONS: Mapping[Combination, Text] = {
    Combination.MEAN: Text(
        nl="Beoordelen meer mensen hetzelfde criterium, dan telt het gemiddelde van hun scores. Elke "
        "inschrijving wordt door dezelfde mensen beoordeeld: wie een belangenconflict heeft met één van de "
        "inschrijvers, telt op dat criterium bij geen enkele inschrijving mee.",
        en="Where several people assess one criterion, the mean of their scores counts. Every bid is judged "
        "by the same people: whoever has a conflict of interest with one of the bidders counts for no bid "
        "on that criterion.",
    ),
    Combination.MEDIAN: Text(
        nl="Beoordelen meer mensen hetzelfde criterium, dan telt de middelste van hun scores (de mediaan). "
        "Elke inschrijving wordt door dezelfde mensen beoordeeld: wie een belangenconflict heeft met één van "
        "de inschrijvers, telt op dat criterium bij geen enkele inschrijving mee.",
        en="Where several people assess one criterion, the middle one of their scores counts (the median). "
        "Every bid is judged by the same people: whoever has a conflict of interest with one of the bidders "
        "counts for no bid on that criterion.",
    ),
    Combination.CONSENSUS: Text(
        nl="Beoordelaars geven eerst ieder een eigen score. Daarna stellen zij in overleg samen één score "
        "vast. Die telt. Wie een belangenconflict heeft met een inschrijver, beslist over die inschrijving "
        "niet mee.",
        en="Assessors first give a score of their own. They then agree on one score together. That one "
        "counts. Whoever has a conflict of interest with a bidder takes no part in deciding on that bid.",
    ),
}

FALLING_AWAY: Mapping[FallingAway, Text] = {
    FallingAway.KEEP: Text(
        nl="Vervalt een inschrijving na de beoordeling, dan blijft de rangorde van de andere zoals zij was.",
        en="If a bid falls away after the assessment, the ranking of the others stays as it was.",
    ),
    FallingAway.RECALCULATE: Text(
        nl="Vervalt een inschrijving na de beoordeling, dan berekenen wij de scores van de andere opnieuw, "
        "zonder die inschrijving.",
        en="If a bid falls away after the assessment, the scores of the others are worked out again, without "
        "that bid.",
    ),
}


def zero_price_words(rule: ZeroPriceRule, say: Wording) -> str:
    amount_counted = say.euro(rule.amount) if rule.amount is not None else ""
    return say(ZERO_PRICES[rule.rule], amount=amount_counted)


def figure_title(award: AwardMethod, say: Wording) -> str:
    """What the figure is called by which bids are ranked."""
    if not award.in_euros:
        return say(_TOTAL)
    return say(_EVALUATION_PRICE if award.scores_quality or award.parameters else _PRICE)


def shown_value(criterion: Criterion, value: BidValue, say: Wording) -> str:
    """What a bid offered: € 1.250,00; 182 kg CO2e; the title of a level; keurmerk; ja."""
    if isinstance(value, Decimal):
        return amount(criterion, value, say)
    for level in criterion.levels:
        if level.code == value:
            return level.title
    return say(STATED[value]) if value in STATED else value


def shown_values(criterion: Criterion, value: BidValue | tuple[BidValue, ...], say: Wording) -> str:
    """The values of several assessors one after the other."""
    if isinstance(value, tuple):
        return "; ".join(shown_value(criterion, each, say) for each in value)
    return shown_value(criterion, value, say)


def amount(criterion: Criterion, value: Decimal, say: Wording) -> str:
    if criterion.kind is Kind.PRICE:
        return say.euro(value)
    unit = criterion.unit
    return f"{say.number(value)}{'' if unit.startswith('%') else ' '}{unit}".strip()
