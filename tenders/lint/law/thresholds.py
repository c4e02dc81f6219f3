"""Which threshold counts for a contract (art. 2.1 to 2.3 and 2.6a Aw)."""

from datetime import date

from tenders.lint.draft.contract import Authority, Contract, Nature
from tenders.lint.law.fact import Fact
from tenders.lint.law.register import fact


def threshold(contract: Contract, on: date) -> Fact | None:
    """In euros without VAT; None where authority or nature is not known, or the amounts of that day."""
    if contract.nature is None or contract.authority is None:
        return None
    if contract.nature in (Nature.WORKS, Nature.SOCIAL):
        return fact(f"threshold-{contract.nature.value}", on)
    central = contract.authority is Authority.CENTRAL
    return fact("threshold-central" if central else "threshold-other", on)
