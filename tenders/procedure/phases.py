"""The phases of a lot, from the first draft to the contract, in the order in which they come."""

from enum import StrEnum

from procurement.language import Text


class Phase(StrEnum):
    """What is going on with a lot now."""

    PREPARATION = "preparation"
    LEGAL_CHECK = "legal_check"
    PUBLISHED = "published"
    CLARIFICATION = "clarification"  # questions are answered in a nota van inlichtingen
    SUBMISSION = "submission"  # no more questions; bids come in
    OPENING = "opening"  # bids are open: admission and knock-outs
    ASSESSMENT = "assessment"  # each assessor alone
    CONSENSUS = "consensus"  # the assessors together
    PRICE_OPENING = "price_opening"  # the scores are locked; the prices are still sealed
    EVALUATION = "evaluation"  # prices are open: ranking, draw, abnormally low bids
    VERIFICATION = "verification"  # proof of the intended winner
    AWARD = "award"  # decided; the letters have not been sent
    STANDSTILL = "standstill"  # the letters have been sent
    CONTRACT = "contract"
    STOPPED = "stopped"  # ended without a contract


ORDER: tuple[Phase, ...] = tuple(Phase)

TITLES: dict[Phase, Text] = {
    Phase.PREPARATION: Text(nl="Voorbereiding", en="Preparation"),
    Phase.LEGAL_CHECK: Text(nl="Juridische toets", en="Legal check"),
    Phase.PUBLISHED: Text(nl="Gepubliceerd", en="Published"),
    Phase.CLARIFICATION: Text(nl="Nota van inlichtingen", en="Clarification"),
    Phase.SUBMISSION: Text(nl="Inschrijving", en="Submission"),
    Phase.OPENING: Text(nl="Opening", en="Opening"),
    Phase.ASSESSMENT: Text(nl="Individuele beoordeling", en="Individual assessment"),
    Phase.CONSENSUS: Text(nl="Consensus", en="Consensus"),
    Phase.PRICE_OPENING: Text(nl="Prijsopening", en="Price opening"),
    Phase.EVALUATION: Text(nl="Rangorde", en="Evaluation"),
    Phase.VERIFICATION: Text(nl="Verificatie", en="Verification"),
    Phase.AWARD: Text(nl="Gunningsbeslissing", en="Award decision"),
    Phase.STANDSTILL: Text(nl="Opschortende termijn", en="Standstill"),
    Phase.CONTRACT: Text(nl="Overeenkomst", en="Contract"),
    Phase.STOPPED: Text(nl="Beëindigd zonder gunning", en="Ended without award"),
}

DRAFT = frozenset({Phase.PREPARATION, Phase.LEGAL_CHECK})
SEALED = frozenset({Phase.PUBLISHED, Phase.CLARIFICATION, Phase.SUBMISSION})  # nobody reads a bid
QUALITY = frozenset({Phase.OPENING, Phase.ASSESSMENT, Phase.CONSENSUS})  # bids open, scores not locked
PRICES_SEALED = DRAFT | SEALED | QUALITY | {Phase.PRICE_OPENING}
DECIDED = frozenset({Phase.AWARD, Phase.STANDSTILL, Phase.CONTRACT})
CLOSED = DECIDED | {Phase.STOPPED}  # bids, values and ranking stay as they are


def is_before(phase: Phase, other: Phase) -> bool:
    return ORDER.index(phase) < ORDER.index(other)
