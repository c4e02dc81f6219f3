"""L27: a bid that looks abnormally low is explained before it is rejected or kept."""

from collections.abc import Iterator
from datetime import date

from procurement.citations import cite
from procurement.language import Text
from tenders.lint.answers import Wanted, against, missing, wrong
from tenders.lint.draft import Draft
from tenders.lint.draft.decision import LowBidOutcome
from tenders.lint.finding import Finding
from tenders.lint.rule import Rule
from tenders.lint.severity import CheckedBy, Moment, Severity

_DISCUSSED = Wanted(
    "discussed",
    True,
    Text(
        nl="De toelichting is niet met de inschrijver besproken.",
        en="The explanation was not discussed with the bidder.",
    ),
    Text(
        nl="Bespreek de toelichting en leg het gesprek vast.",
        en="Discuss the explanation and record the talk.",
    ),
)
_TOO_LATE = Text(
    nl="Om toelichting is pas gevraagd nadat de brieven verzonden waren.",
    en="The explanation was asked only after the letters had been sent.",
)
_ASK_FIRST = Text(
    nl="Trek de beslissing in, vraag om toelichting en beslis opnieuw.",
    en="Withdraw the decision, ask for an explanation and decide again.",
)
_MUST_REJECT = Text(
    nl="De prijs komt door schending van het recht; afwijzen moet.",
    en="The price comes from a breach of law; rejection is compulsory.",
)
_REJECT = Text(
    nl="Wijs de inschrijving af en noem de geschonden regel.",
    en="Reject the bid and name the rule that was breached.",
)
_NO_BREACH = Text(
    nl="Afgewezen om een schending die niet is vastgesteld.",
    en="Rejected for a breach that was not established.",
)
_ESTABLISH = Text(
    nl="Stel de schending vast, of kies een andere uitkomst.",
    en="Establish the breach, or choose another outcome.",
)


def _check(draft: Draft) -> Iterator[Finding]:
    sent = draft.legal.decision.letters.sent_on
    for index, low in enumerate(draft.legal.decision.low_bids):
        place = f"legal.decision.low_bids[{index}]"
        yield from missing(low, place, "asked_on", "breach", "outcome", "reason")
        yield from against(low, place, (_DISCUSSED,))
        if low.asked_on and sent and low.asked_on > sent:
            yield wrong(f"{place}.asked_on", _TOO_LATE, _ASK_FIRST)
        if low.breach and low.outcome not in (None, LowBidOutcome.REJECTED_BREACH):
            yield wrong(f"{place}.outcome", _MUST_REJECT, _REJECT)
        if low.breach is False and low.outcome is LowBidOutcome.REJECTED_BREACH:
            yield wrong(f"{place}.outcome", _NO_BREACH, _ESTABLISH)


RULE = Rule(
    code="L27",
    title=Text(
        nl="Een inschrijving die abnormaal laag lijkt, krijgt eerst een vraag om toelichting",
        en="A bid that looks abnormally low is first asked for an explanation",
    ),
    severities=frozenset({Severity.BLOCKING}),
    checked_by=frozenset({CheckedBy.DATA, CheckedBy.PERSON}),
    moment=Moment.DECISION,
    basis=(
        cite("aw2012:2.116(1)"),
        cite("aw2012:2.116(3)"),
        cite("aw2012:2.116(4)"),
        cite("aw2012:2.116(5)"),
        cite("dir2014-24:69"),
    ),
    wrong=Text(
        nl="Een lage inschrijving is afgewezen of gehouden zonder vraag, zonder overleg of zonder reden.",
        en="A low bid was rejected or kept without a question, without discussion or without a reason.",
    ),
    why=Text(
        nl="U vraagt om een toelichting en bespreekt die. Afwijzen mag alleen als het bewijs de lage "
        "prijs niet onderbouwt. Komt de prijs door schending van milieu-, sociaal of arbeidsrecht, "
        "dan moet u afwijzen.",
        en="You ask for an explanation and discuss it. You may reject only if the proof does not "
        "account for the low price. Where the price comes from a breach of environmental, social or "
        "labour law, you must reject.",
    ),
    instead=Text(
        nl="Vraag schriftelijk om een toelichting, bespreek haar, en schrijf op waarom u de "
        "inschrijving houdt of afwijst.",
        en="Ask for an explanation in writing, discuss it, and write why you keep or reject the bid.",
    ),
    bad=Text(
        nl="De inschrijving is terzijde gelegd omdat de prijs te laag is.",
        en="The bid was set aside because the price is too low.",
    ),
    good=Text(
        nl="Op 4 maart is gevraagd hoe de prijs is opgebouwd; na overleg op 11 maart bleek de "
        "inkoopprijs met offertes onderbouwd. De inschrijving blijft.",
        en="On 4 March it was asked how the price is built up; after discussion on 11 March the "
        "purchase price was supported by quotations. The bid stays.",
    ),
    ours=Text(
        nl="De wet vraagt de toelichting bij elke inschrijving die laag lijkt. Dat ook houden een reden "
        "krijgt, is een regel van dit programma: elke beslissing is later te volgen.",
        en="The act asks the explanation for each bid that looks low. That keeping a bid gets a reason "
        "as well is a rule of this product: each decision can be followed later.",
    ),
    review_by=date(2027, 1, 1),
    check=_check,
)
