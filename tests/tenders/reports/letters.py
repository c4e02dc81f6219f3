"""Letters about the lot of the example."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from procurement.audit.chain import Head
from procurement.documents.model import Document
from procurement.language import Language
from tenders.example.reading import example
from tenders.procedure.standstill import standstill
from tenders.reports.letters.document import letter
from tenders.reports.letters.model import Addressee, Award, addressees
from tenders.scoring.evaluate import evaluate
from tenders.scoring.model import Lot
from tests.tenders.reports.making import assessed, edition, tender_of, texts

AT = datetime(2026, 12, 4, 14, tzinfo=ZoneInfo("Europe/Amsterdam"))
SENT = date(2026, 12, 5)
LOT = example().tender.lots[0]


def award(lot: Lot = LOT, **changed: object) -> Award:
    given_for = {
        "assessment": assessed(lot),
        "decided_at": AT,
        "reason": "",
        "sent_on": SENT,
        "standstill": standstill(SENT),
        "head": Head(41, "ab" * 32),
    }
    return Award(**(given_for | changed))  # type: ignore[arg-type]


def bidder(code: str, lot: Lot = LOT) -> Addressee:
    return next(each for each in addressees(evaluate(lot)) if each.code == code)


def made(code: str, language: Language = "nl", **changed: object) -> Document:
    return letter(edition(tender_of((LOT,)), language), award(**changed), bidder(code))


def said(code: str, language: Language = "nl", **changed: object) -> str:
    return "\n".join(texts(made(code, language, **changed)))
