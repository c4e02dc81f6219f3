"""Guards from the opening of the bids to that of the prices: admission, assessors, scores, values."""

from procurement.language import Text
from tenders.procedure.facts import Facts


def somebody_is_admitted(facts: Facts) -> Text | None:
    if facts.admitted:
        return None
    return Text(
        nl="Er is geen toegelaten inschrijving. Beëindig dit perceel zonder gunning.",
        en="No bid has been admitted. End this lot without an award.",
    )


def requirements_are_judged(facts: Facts) -> Text | None:
    if not facts.unjudged:
        return None
    return Text(
        nl="Van {count} eisen is nog niet vastgelegd of de inschrijving eraan voldoet. Leg dat eerst vast.",
        en="For {count} requirements it is not recorded yet whether the bid meets them. Record that first.",
    ).format(count=str(facts.unjudged))


def earlier_versions_are_judged(facts: Facts) -> Text | None:
    if not facts.unconfirmed:
        return None
    return Text(
        nl="Inschrijvingen op een eerdere versie van de stukken: {count}. Leg bij elke vast of de "
        "inschrijver haar op tijd voor de laatste versie heeft bevestigd.",
        en="Bids on an earlier version of the documents: {count}. Record for each whether the bidder "
        "confirmed it in time for the last version.",
    ).format(count=str(facts.unconfirmed))


def assessors_are_assigned(facts: Facts) -> Text | None:
    if not facts.unassigned:
        return None
    return Text(
        nl="Criteria zonder beoordelaar: {count}. Wijs eerst beoordelaars aan.",
        en="Criteria without an assessor: {count}. Assign assessors first.",
    ).format(count=str(facts.unassigned))


def prices_were_never_opened(facts: Facts) -> Text | None:
    if not facts.prices_opened:
        return None
    return Text(
        nl="De prijzen zijn al eens geopend. Een score herstellen doen twee personen, met ‘Herstel een score "
        "na de prijsopening’.",
        en="The prices have been opened before. A score is corrected by two people, with ‘Correct a score "
        "after the prices were opened’.",
    )


def prices_were_opened(facts: Facts) -> Text | None:
    if facts.prices_opened:
        return None
    return Text(
        nl="De prijzen zijn nog nooit geopend. Heropen het consensusoverleg.",
        en="The prices have never been opened. Reopen the consensus meeting.",
    )


def there_is_a_jury(facts: Facts) -> Text | None:
    if facts.jury_criteria:
        return None
    return Text(
        nl="Dit perceel heeft geen criteria die beoordelaars scoren. Ga door naar de prijsopening.",
        en="This lot has no criteria that assessors score. Go on to the opening of prices.",
    )


def there_is_no_jury(facts: Facts) -> Text | None:
    if not facts.jury_criteria:
        return None
    return Text(
        nl="Beoordelaars scoren nog {count} criteria. Start de individuele beoordeling.",
        en="Assessors still score {count} criteria. Start the individual assessment.",
    ).format(count=str(facts.jury_criteria))


def assessors_are_ready(facts: Facts) -> Text | None:
    if not facts.waiting_for:
        return None
    return Text(
        nl="Beoordelaars die nog niet klaar zijn: {count}. Wacht tot hun scores definitief zijn.",
        en="Assessors who are not ready yet: {count}. Wait until their scores are final.",
    ).format(count=str(facts.waiting_for))


def scores_are_agreed(facts: Facts) -> Text | None:
    if not facts.missing_scores:
        return None
    return Text(
        nl="Scores die nog niet zijn vastgesteld: {count}. Stel ze vast in het consensusoverleg.",
        en="Scores that have not been agreed yet: {count}. Agree on them in the consensus meeting.",
    ).format(count=str(facts.missing_scores))


def minutes_are_written(facts: Facts) -> Text | None:
    if facts.has_minutes or not facts.jury_criteria:
        return None
    return Text(
        nl="Het verslag van het consensusoverleg is niet af. Schrijf op wanneer het was, wie er waren en wat "
        "er is besproken.",
        en="The minutes of the consensus meeting are not complete. Write down when it was, who were there "
        "and what was said.",
    )


def a_bid_is_left_unjudged(facts: Facts) -> Text | None:
    if facts.orphaned:
        return None
    return Text(
        nl="Dit kan alleen als niemand zonder belangenconflict een inschrijving heeft beoordeeld, en zolang "
        "de prijzen dicht zijn.",
        en="This can only be done when nobody without a conflict of interest assessed a bid, and as long as "
        "the prices are sealed.",
    )


def values_are_filled_in(facts: Facts) -> Text | None:
    if not facts.missing_values:
        return None
    return Text(
        nl="Aangeboden waarden die ontbreken: {count}. Vul ze in voordat de prijzen opengaan.",
        en="Offered values that are missing: {count}. Fill them in before the prices are opened.",
    ).format(count=str(facts.missing_values))


def prices_are_in_the_vault(facts: Facts) -> Text | None:
    if not facts.missing_prices:
        return None
    return Text(
        nl="Inschrijvingen zonder prijs in de kluis: {count}. Leg de prijs eerst in de kluis.",
        en="Bids without a price in the vault: {count}. Put the price in the vault first.",
    ).format(count=str(facts.missing_prices))
