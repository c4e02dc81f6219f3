"""Each guard: lets through what may, and says what is wrong otherwise."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest

from procurement.language import Text
from tenders.procedure import guards as g
from tenders.procedure.facts import Facts
from tests import cast

DAY = timedelta(days=1)
FACTS = Facts(now=cast.NOW, lot=1)
# The guard, the facts that it lets through, those that it refuses, and the start of its reason.
CASES: tuple[tuple[Callable[[Facts], Text | None], dict[str, object], dict[str, object], str], ...] = (
    (g.nothing_open_in_the_check, {}, {"problems": 2}, "De toets heeft nog open punten: 2."),
    (
        g.every_deviation_has_a_reason,
        {},
        {"unreasoned": 2},
        "2 punten van de juridische toets wachten op een motivering",
    ),
    (
        g.notice_is_not_planned_later,
        {"notice_planned": cast.NOW.date()},
        {"notice_planned": cast.NOW.date() + DAY},
        "De aankondiging staat in de planning op 03-11-2026.",
    ),
    (g.deadline_is_set, {"deadline": cast.NOW}, {}, "Het uiterste tijdstip van inschrijving ontbreekt."),
    (
        g.deadline_lies_ahead,
        {"deadline": cast.NOW},
        {"deadline": cast.NOW - timedelta(milliseconds=1)},
        "Het uiterste tijdstip van inschrijving is voorbij: 2 november 2026",
    ),
    (
        g.deadline_has_passed,
        {"deadline": cast.NOW - timedelta(milliseconds=1)},
        {"deadline": cast.NOW},
        "Dit kan pas na het uiterste tijdstip van inschrijving: 2 november 2026",
    ),
    (
        g.bidders_have_enough_time,
        {"procedure": "open", "deadline": cast.NOW + 40 * DAY},
        {"procedure": "open", "deadline": cast.NOW + 39 * DAY},
        "Van 02-11-2026 tot het uiterste tijdstip zijn het 39 dagen.",
    ),
    (
        g.bidders_have_enough_time,
        {"procedure": "open", "deadline": cast.NOW + 15 * DAY, "is_urgent": True},
        {"procedure": "open", "deadline": cast.NOW + 14 * DAY, "is_urgent": True},
        "Van 02-11-2026 tot het uiterste tijdstip zijn het 14 dagen.",
    ),
    (
        g.documents_are_not_being_changed,
        {"open_clarifications": 1},
        {"open_clarifications": 1, "is_amending": True},
        "Een nota van inlichtingen heeft de stukken open voor wijziging.",
    ),
    (g.a_lawyer_approved, {"is_approved": True}, {}, "Een jurist heeft deze versie nog niet goedgekeurd."),
    (g.another_person_approved, {}, {"approver_is_actor": True}, "U hebt deze versie zelf goedgekeurd."),
    (g.another_person_approved, {}, {"approver_is_tied": True}, "Van u en wie deze versie goedkeurde"),
    (g.no_clarification_is_open, {}, {"open_clarifications": 1}, "Er staat nog een nota van inlichtingen"),
    (g.somebody_is_admitted, {"admitted": 1}, {}, "Er is geen toegelaten inschrijving."),
    (g.requirements_are_judged, {}, {"unjudged": 3}, "Van 3 eisen is nog niet vastgelegd"),
    (
        g.earlier_versions_are_judged,
        {},
        {"unconfirmed": 2},
        "Inschrijvingen op een eerdere versie van de stukken: 2.",
    ),
    (g.assessors_are_assigned, {}, {"unassigned": 1}, "Criteria zonder beoordelaar: 1."),
    (g.there_is_a_jury, {"jury_criteria": 1}, {}, "Dit perceel heeft geen criteria die beoordelaars scoren."),
    (g.there_is_no_jury, {}, {"jury_criteria": 2}, "Beoordelaars scoren nog 2 criteria."),
    (g.assessors_are_ready, {}, {"waiting_for": 1}, "Beoordelaars die nog niet klaar zijn: 1."),
    (g.scores_are_agreed, {}, {"missing_scores": 4}, "Scores die nog niet zijn vastgesteld: 4."),
    (g.values_are_filled_in, {}, {"missing_values": 1}, "Aangeboden waarden die ontbreken: 1."),
    (g.prices_are_in_the_vault, {}, {"missing_prices": 1}, "Inschrijvingen zonder prijs in de kluis: 1."),
    (
        g.ranking_is_current,
        {"has_ranking": True, "ranking_is_current": True},
        {"has_ranking": True},
        "De gegevens zijn veranderd na de berekening.",
    ),
    (g.ranking_is_current, {"has_ranking": True, "ranking_is_current": True}, {}, "Er is nog geen rangorde"),
    (
        g.somebody_won,
        {"has_ranking": True, "has_winner": True},
        {"has_ranking": True, "has_tie": True},
        "Op plaats 1 staan inschrijvingen gelijk.",
    ),
    (g.somebody_won, {}, {"has_ranking": True}, "Er is geen geldige inschrijving over."),
    (g.scores_are_motivated, {}, {"unmotivated": 1}, "Scores zonder motivering: 1."),
    (g.low_bids_are_judged, {}, {"open_inquiries": 1}, "Een vraag over een abnormaal lage inschrijving"),
    (g.winner_is_verified, {}, {"unverified": 2}, "Bewijs van de beoogde winnaar dat nog niet"),
    (g.winner_is_verified, {}, {"unverified": 2, "failed_proofs": 1}, "Bewijs van de beoogde winnaar is"),
    (g.letters_can_be_sent, {}, {"letters_blocked": 1}, "Brieven zonder volledige motivering: 1."),
    (g.letters_are_sent, {}, {"unsent_letters": 2}, "Brieven die nog niet zijn verzonden: 2."),
    (
        g.standstill_has_ended,
        {"standstill_until": cast.NOW},
        {"standstill_until": cast.NOW + DAY},
        "De opschortende termijn loopt nog. De overeenkomst mag vanaf 3 november 2026",
    ),
    (
        g.standstill_has_ended,
        {"standstill_until": cast.NOW},
        {},
        "De opschortende termijn is nog niet begonnen.",
    ),
    (g.no_proceedings_run, {}, {"open_proceedings": 1}, "Er loopt een kort geding."),
)  # fmt: skip


@pytest.mark.parametrize(("guard", "right", "wrong", "start"), CASES, ids=[case[3] for case in CASES])
def test_a_guard_lets_through_or_says_why(
    guard: Callable[[Facts], Text | None], right: dict[str, object], wrong: dict[str, object], start: str
) -> None:
    passed = guard(replace(FACTS, **right))  # type: ignore[arg-type]
    refused = guard(replace(FACTS, **wrong))  # type: ignore[arg-type]

    assert passed is None
    assert refused is not None
    assert refused.nl.startswith(start)
