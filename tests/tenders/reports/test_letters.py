"""One letter per bidder: what it must say, and what of another bidder it may not."""

from dataclasses import replace

import pytest

from procurement.documents.writers.docx import docx_bytes
from procurement.documents.writers.odt import odt_bytes
from procurement.language import Text
from tenders.reports.letters.document import letter
from tenders.reports.letters.faults import letter_faults
from tenders.reports.letters.model import Addressee, Disclosure, addressees
from tenders.reports.letters.proposals import proposals
from tenders.reports.wording import Wording
from tenders.scoring.awards import AWARDS
from tenders.scoring.evaluate import evaluate
from tenders.scoring.explain import explain
from tenders.scoring.methods import METHODS
from tenders.scoring.model import Lot
from tenders.scoring.result import LotResult
from tests.tenders.reports.letters import LOT, award, bidder, said
from tests.tenders.reports.making import edition, tender_of, texts
from tests.tenders.reports.random_lots import random_lots


def test_every_bidder_is_an_addressee_also_the_one_set_aside():
    assert [(each.code, each.ranked is None) for each in addressees(evaluate(LOT))] == [
        ("A", False), ("B", False), ("C", False), ("D", True), ("E", False)
    ]  # fmt: skip


def test_who_lost_reads_rank_winner_and_both_scores():
    text = said("B")

    assert "Uw inschrijving eindigde op plaats 3 van 4." in text
    assert "aan Laagland IT B.V. (voorbeeld)." in text
    assert "De winnaar kreeg 12,00 punten en u 7,50: 4,50 meer." in text
    assert "U kreeg hier 28,17 punten en de winnaar 24,08: u 4,09 meer." in text


def test_who_was_set_aside_reads_why_and_the_characteristics_of_the_winner():
    text, aside = said("D"), bidder("D").aside

    assert aside is not None
    assert aside.reason.nl in text
    assert "De winnaar kreeg 12,00 punten." in text


def test_the_winner_reads_no_comparison_and_that_there_is_no_contract_yet():
    text = said("A")

    assert "Wij zijn van plan de opdracht aan u te gunnen." in text
    assert "Deze mededeling is geen aanvaarding van een aanbod" in text
    assert "Kenmerken en voordelen van de winnende inschrijving" not in text


def test_the_own_motivation_is_told_in_full():
    motivations = bidder("B").ranked.bid.motivations  # type: ignore[union-attr]

    text = said("B")

    assert [reason in text for reason in motivations.values()] == [True] * len(motivations)


@pytest.mark.parametrize("code", ["B", "C", "D", "E"])
def test_what_the_winner_offered_and_why_it_scored_so_is_told_to_nobody_unasked(code):
    winner, text = bidder("A").ranked, said(code)

    assert winner is not None
    own = bidder(code).ranked
    secret = list(winner.bid.motivations.values())
    shared = set(own.bid.motivations.values()) if own is not None else set()
    assert [reason for reason in secret if reason in text and reason not in shared] == []
    assert f"{winner.price:,.2f}".replace(",", ".") not in text.replace(",", ".")


def test_what_was_disclosed_is_told():
    winner = bidder("A").ranked
    assert winner is not None
    told = {"P": Disclosure(shows_value=True), "K1": Disclosure(shows_motivation=True, text="Een proefdag.")}

    text = said("B", disclosed=told)

    assert winner.bid.motivations["K1"] in text
    assert "Een proefdag." in text
    assert text.count("€ 5.330.000,00") == 2


def test_the_standstill_names_its_last_day_and_the_reasons_for_it():
    text = said("B")

    assert "De laatste dag is 28 december 2026." in text
    assert "26 december 2026 is tweede kerstdag." in text
    assert "Doe dat uiterlijk op 28 december 2026, tot 24:00 uur." in text


def test_without_a_standstill_the_letter_says_why():
    why = Text(nl="er was geen aankondiging vereist", en="no notice was required")

    text = said("B", standstill=None, waived=why)

    assert "geldt geen opschortende termijn: er was geen aankondiging vereist" in text


def test_the_letter_prints_what_it_rests_on():
    text = said("B", "en")

    assert "SHA-256 abababab" in text
    assert "41" not in text
    assert "number 1 of 21 November 2026" in text


def test_the_rule_that_decided_and_the_hour_until_which_to_object_are_told():
    text = said("B")

    assert "De bekendgemaakte regel is ‘Gewogen punten’: De punten op alle criteria opgeteld" in text
    assert "Doe dat uiterlijk op 28 december 2026, tot 24:00 uur." in text


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_letters_are_files_in_both_formats(language):
    for to in addressees(evaluate(LOT)):
        document = letter(edition(tender_of((LOT,)), language), award(), to)

        assert (docx_bytes(document)[:2], odt_bytes(document)[:2]) == (b"PK", b"PK")


def faults(result: LotResult, to: Addressee) -> tuple[Text, ...]:
    """With every proposed sentence accepted."""
    return letter_faults(
        result, to, {code: Disclosure(text=said.nl) for code, said in proposals(result).items()}
    )


def without_motivation(lot: Lot, code: str) -> Lot:
    bids = tuple(replace(bid, motivations={}) if bid.code == code else bid for bid in lot.bids)
    return replace(lot, bids=bids)


def test_the_example_blocks_no_letter():
    result = evaluate(LOT)

    assert [faults(result, to) for to in addressees(result)] == [()] * 5


def test_where_the_winner_did_better_the_letter_must_say_why():
    result = evaluate(LOT)

    blocked = {to.code: len(letter_faults(result, to, {})) for to in addressees(result)}
    told = {code: Disclosure(text="Een zin.") for code in proposals(result)}

    assert blocked["A"] == blocked["D"] == 0
    assert min(blocked["B"], blocked["C"], blocked["E"]) > 0
    assert letter_faults(result, bidder("B"), told) == ()
    assert letter_faults(result, bidder("B"), {code: Disclosure(shows_value=True) for code in told}) == ()


def test_what_is_proposed_compares_and_names_no_value():
    proposed = proposals(evaluate(LOT))

    assert proposed["P"].nl == (
        "De winnaar bood hier een lagere prijs dan 1 van de 3 andere geldige inschrijvingen."
    )
    assert all(isinstance(sentence, Text) for sentence in proposed.values())


def test_a_missing_motivation_blocks_the_letter_of_that_bidder():
    result = evaluate(without_motivation(LOT, "B"))

    blocked = {to.code: len(faults(result, to)) for to in addressees(result)}
    assert blocked == {"A": 0, "B": 2, "C": 0, "D": 0, "E": 0}


def test_a_missing_motivation_of_the_winner_blocks_every_letter():
    result = evaluate(without_motivation(LOT, "A"))

    blocked = {to.code: len(faults(result, to)) for to in addressees(result)}
    assert blocked == {"A": 2, "B": 2, "C": 2, "D": 2, "E": 2}


def test_a_bid_that_fell_away_without_words_blocks_its_letter():
    bids = tuple(replace(bid, fallen="te laat") if bid.code == "C" else bid for bid in LOT.bids)
    result = evaluate(replace(LOT, bids=bids))

    found = faults(result, next(to for to in addressees(result) if to.code == "C"))
    assert [fault.en for fault in found] == [
        "The reason for the rejection is too short. Write what is missing and what shows that."
    ]


def test_of_any_lot_every_letter_can_be_made_and_keeps_the_price_of_the_winner():
    for lot in random_lots(40, seed=7):
        result = evaluate(lot)
        for to in addressees(result) if result.winner is not None else ():
            document = letter(edition(tender_of((lot,))), award(lot), to)
            text = "\n".join(texts(document))

            assert (to.name in text, result.winner.bid.name in text) == (True, True)
            if to.code != result.winner.bid.code:
                assert [secret for secret in secrets_of(result, to) if secret in text] == []


def secrets_of(result: LotResult, to: Addressee) -> list[str]:
    """The winner's price, its outcome in euros, and workings that rest on the value of another bid."""
    say, winner, own = Wording("nl"), result.winner, to.ranked
    assert winner is not None
    amounts = [winner.price] if winner.price is not None else []
    amounts += [winner.total] if AWARDS[result.lot.award.method].in_euros else []
    known = {own.price, own.total} if own is not None else set()
    found = [say.euro(amount) for amount in amounts if amount not in known]
    for leaf in result.lot.leaves() if own is not None else ():
        if leaf.code in own.scores and METHODS[leaf.method].relative:  # type: ignore[union-attr]
            filled = explain(result, to.code, leaf.code).filled.nl
            found += [filled] if "/" in filled else []
    return found
