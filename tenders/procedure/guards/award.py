"""Guards from the ranking to the contract: winner, proof, letters, standstill, proceedings."""

from procurement.language import Text
from tenders.procedure.facts import Facts
from tenders.procedure.moments import moment_text


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
        en="Scores without reasons: {count}. Write the reasons down.",
    ).format(count=str(facts.unmotivated))


def low_bids_are_judged(facts: Facts) -> Text | None:
    if not (facts.open_inquiries or facts.unexplained_signals):
        return None
    if not facts.open_inquiries:
        return Text(
            nl="De beoogde winnaar heeft signalen van een abnormaal lage prijs: {count}. Vraag om een "
            "toelichting en beoordeel die, of leg vast waarom geen vraag nodig is.",
            en="The intended winner has signals of an abnormally low price: {count}. Ask for an explanation "
            "and judge it, or record why no question is needed.",
        ).format(count=str(facts.unexplained_signals))
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
        en="Letters without full reasons: {count}. Complete the reasons.",
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
        return Text(
            nl="De opschortende termijn is nog niet begonnen. Verzend eerst de brieven.",
            en="The standstill has not started yet. Send the letters first.",
        )
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


def the_court_allows_it(facts: Facts) -> Text | None:
    if not facts.rulings_against:
        return None
    return Text(
        nl="De rechter wees een vordering tegen deze beslissing toe. Trek de gunningsbeslissing in, of laat "
        "een jurist vastleggen waarom de overeenkomst toch mag.",
        en="The court granted a claim against this decision. Withdraw the award decision, or have a lawyer "
        "record why the contract may be concluded all the same.",
    )
