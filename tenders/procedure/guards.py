"""The guards of the transitions. Each looks at counted facts and returns its reason, or None."""

from datetime import timedelta

from procurement.language import Text
from tenders.procedure.facts import Facts
from tenders.procedure.moments import moment_text

PEOPLE_WITHIN = timedelta(minutes=10)  # the second person signs within ten minutes of the first


def nothing_open_in_the_check(facts: Facts) -> Text | None:
    if not facts.problems:
        return None
    return Text(
        nl="De toets heeft nog open punten: {count}. Los ze eerst op.",
        en="The check still has open points: {count}. Solve them first.",
    ).format(count=str(facts.problems))


def deadline_is_set(facts: Facts) -> Text | None:
    if facts.deadline is not None:
        return None
    return Text(
        nl="Het uiterste tijdstip van inschrijving ontbreekt. Vul het in bij de aanbesteding.",
        en="The deadline for bids is missing. Fill it in with the tender.",
    )


def deadline_lies_ahead(facts: Facts) -> Text | None:
    if facts.deadline is None or facts.now < facts.deadline:
        return None
    return Text(
        nl="Het uiterste tijdstip van inschrijving is voorbij: {moment}.",
        en="The deadline for bids has passed: {moment}.",
    ).format(moment=moment_text(facts.deadline))


def deadline_has_passed(facts: Facts) -> Text | None:
    if facts.deadline is None or facts.now >= facts.deadline:
        return None
    return Text(
        nl="Dit kan pas na het uiterste tijdstip van inschrijving: {moment}.",
        en="This can only be done after the deadline for bids: {moment}.",
    ).format(moment=moment_text(facts.deadline))


def a_lawyer_approved(facts: Facts) -> Text | None:
    if facts.is_approved:
        return None
    return Text(
        nl="Een jurist heeft deze versie nog niet goedgekeurd. Vraag om de juridische toets.",
        en="A lawyer has not approved this version yet. Ask for the legal check.",
    )


def another_person_approved(facts: Facts) -> Text | None:
    if not facts.approver_is_actor:
        return None
    return Text(
        nl="U hebt deze versie zelf goedgekeurd. Iemand anders moet haar publiceren.",
        en="You approved this version yourself. Somebody else has to publish it.",
    )


def no_clarification_is_open(facts: Facts) -> Text | None:
    if not facts.open_clarifications:
        return None
    return Text(
        nl="Er staat nog een nota van inlichtingen open. Publiceer haar of verwerp haar.",
        en="A clarification is still open. Publish it or discard it.",
    )


def requirements_are_judged(facts: Facts) -> Text | None:
    if not facts.unjudged:
        return None
    return Text(
        nl="Van {count} eisen is nog niet vastgelegd of de inschrijving eraan voldoet. Leg dat eerst vast.",
        en="For {count} requirements it is not recorded yet whether the bid meets them. Record that first.",
    ).format(count=str(facts.unjudged))


def assessors_are_assigned(facts: Facts) -> Text | None:
    if not facts.unassigned:
        return None
    return Text(
        nl="Criteria zonder beoordelaar: {count}. Wijs eerst beoordelaars aan.",
        en="Criteria without an assessor: {count}. Assign assessors first.",
    ).format(count=str(facts.unassigned))


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


def ranking_is_current(facts: Facts) -> Text | None:
    if facts.has_ranking and facts.ranking_is_current:
        return None
    if not facts.has_ranking:
        return Text(
            nl="Er is nog geen rangorde berekend. Bereken de rangorde eerst.",
            en="No ranking has been calculated yet. Calculate the ranking first.",
        )
    return Text(
        nl="De gegevens zijn veranderd na de berekening. Bereken de rangorde opnieuw.",
        en="The data have changed since the calculation. Calculate the ranking again.",
    )


def somebody_won(facts: Facts) -> Text | None:
    if facts.has_winner or not facts.has_ranking:
        return None
    if facts.has_tie:
        return Text(
            nl="Op plaats 1 staan inschrijvingen gelijk. Beslis eerst over de gelijke stand.",
            en="Bids are tied at rank 1. Decide the tie first.",
        )
    return Text(
        nl="Er is geen geldige inschrijving over. Beëindig dit perceel zonder gunning.",
        en="No valid bid is left. End this lot without an award.",
    )


def scores_are_motivated(facts: Facts) -> Text | None:
    if not facts.unmotivated:
        return None
    return Text(
        nl="Scores zonder motivering: {count}. Schrijf de motivering op.",
        en="Scores without a motivation: {count}. Write the motivation down.",
    ).format(count=str(facts.unmotivated))


def low_bids_are_judged(facts: Facts) -> Text | None:
    if not facts.open_inquiries:
        return None
    return Text(
        nl="Een vraag over een abnormaal lage inschrijving staat nog open. Beoordeel eerst de toelichting.",
        en="A question about an abnormally low bid is still open. Judge the explanation first.",
    )


def winner_is_verified(facts: Facts) -> Text | None:
    if not (facts.unverified or facts.failed_proofs):
        return None
    if facts.failed_proofs:
        return Text(
            nl="Bewijs van de beoogde winnaar is afgekeurd. Laat de inschrijving vervallen of controleer "
            "het opnieuw.",
            en="Proof of the intended winner was rejected. Let the bid fall away or check it again.",
        )
    return Text(
        nl="Bewijs van de beoogde winnaar dat nog niet is gecontroleerd: {count}.",
        en="Proof of the intended winner that has not been checked yet: {count}.",
    ).format(count=str(facts.unverified))


def letters_can_be_sent(facts: Facts) -> Text | None:
    if not facts.letters_blocked:
        return None
    return Text(
        nl="Brieven zonder volledige motivering: {count}. Vul de motivering aan.",
        en="Letters without a full motivation: {count}. Complete the motivation.",
    ).format(count=str(facts.letters_blocked))


def letters_are_sent(facts: Facts) -> Text | None:
    if not facts.unsent_letters:
        return None
    return Text(
        nl="Brieven die nog niet zijn verzonden: {count}. Verzend ze eerst.",
        en="Letters that have not been sent yet: {count}. Send them first.",
    ).format(count=str(facts.unsent_letters))


def standstill_has_ended(facts: Facts) -> Text | None:
    if facts.standstill_until is not None and facts.now >= facts.standstill_until:
        return None
    if facts.standstill_until is None:
        return letters_are_sent(facts)
    return Text(
        nl="De opschortende termijn loopt nog. De overeenkomst mag vanaf {moment}.",
        en="The standstill is still running. The contract may be concluded from {moment}.",
    ).format(moment=moment_text(facts.standstill_until))


def no_proceedings_run(facts: Facts) -> Text | None:
    if not facts.open_proceedings:
        return None
    return Text(
        nl="Er loopt een kort geding. Sluit de overeenkomst pas na de beslissing.",
        en="Interim proceedings are running. Conclude the contract only after the ruling.",
    )
