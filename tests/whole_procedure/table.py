"""The steps of the procedure, written down a second time: what `tenders.procedure` says is not read here."""

from dataclasses import dataclass

OFFICE = frozenset({"officer", "project_lead"})
OPENERS = OFFICE | {"lawyer"}


@dataclass(frozen=True, slots=True)
class Step:
    sources: tuple[str, ...]
    target: str
    roles: frozenset[str] = OFFICE
    people: int = 1
    needs_reason: bool = False


def _step(way: str, roles: frozenset[str] = OFFICE, people: int = 1, *, needs_reason: bool = False) -> Step:
    """`way` reads as in "published clarification > submission"."""
    sources, _, target = way.partition(" > ")
    return Step(tuple(sources.split()), target, roles, people, needs_reason)


STEPS: dict[str, Step] = {
    "ask-legal-check": _step("preparation > legal_check"),
    "publish": _step("legal_check > published"),
    "open-clarification": _step("published > clarification"),
    "close-clarification": _step("published clarification > submission"),
    "open-bids": _step("submission > opening", OPENERS, 2),
    "start-assessment": _step("opening > assessment"),
    "start-consensus": _step("assessment > consensus"),
    "lock-scores": _step("consensus > price_opening"),
    "lock-without-jury": _step("opening > price_opening"),
    "open-prices": _step("price_opening > evaluation", OPENERS, 2),
    "start-verification": _step("evaluation > verification"),
    "decide-award": _step("verification > award"),
    "send-letters": _step("award > standstill", OPENERS),
    "conclude-contract": _step("standstill > contract", OPENERS),
    "hand-back": _step("legal_check > preparation", OPENERS, needs_reason=True),
    "reopen-clarification": _step("submission > clarification", needs_reason=True),
    "correct-admission": _step("assessment > opening", needs_reason=True),
    "reopen-consensus": _step("price_opening > consensus", needs_reason=True),
    "resume-assessment": _step("consensus > assessment", needs_reason=True),
    "reopen-admission": _step("price_opening > opening", needs_reason=True),
    "correct-score-after-prices": _step(
        "evaluation price_opening > consensus", OPENERS, 2, needs_reason=True
    ),
    "rank-again": _step("verification > evaluation", needs_reason=True),
    "withdraw-decision": _step("award standstill > evaluation", OPENERS, needs_reason=True),
    "stop": _step(
        "published clarification submission opening assessment consensus price_opening evaluation"
        " verification award standstill > stopped",
        needs_reason=True,
    ),
}

DRAFT = ("preparation", "legal_check")
SEALED = ("published", "clarification", "submission")
QUALITY = ("opening", "assessment", "consensus")
DECIDED = ("award", "standstill", "contract")
BEFORE_PRICES = (*DRAFT, *SEALED, *QUALITY, "price_opening")

ROLES: dict[str, frozenset[str]] = {
    "officer": frozenset({"officer"}),
    "colleague": frozenset({"officer"}),
    "lead": frozenset({"project_lead"}),
    "lawyer": frozenset({"lawyer"}),
    "both": frozenset({"officer", "lawyer"}),  # whoever approved may not publish
    "manager": frozenset({"contract_manager"}),
    "auditor": frozenset({"auditor"}),
    "administrator": frozenset({"organisation_admin"}),
    "juror": frozenset({"juror"}),
    "neighbour": frozenset(),  # an officer, of another organisation
    "site": frozenset(),  # runs the site, and is an officer: takes no step all the same
}
"""The people, and the roles that give them a say in this tender."""
