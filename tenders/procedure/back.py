"""The ways back that the law leaves open, and the end without an award. Each asks for a reason."""

from procurement.language import Text
from tenders.procedure import guards as g
from tenders.procedure.people import OFFICE, OPENERS
from tenders.procedure.phases import Phase
from tenders.procedure.transition import Scope, Transition

BACK: tuple[Transition, ...] = (
    Transition(
        code="hand-back",
        title=Text(nl="Geef het concept terug", en="Hand the draft back"),
        about=Text(nl="De inkoper past het concept aan.", en="The officer changes the draft."),
        sources=(Phase.LEGAL_CHECK,),
        target=Phase.PREPARATION,
        scope=Scope.TENDER,
        roles=OPENERS,
        goes_back=True,
        needs_reason=True,
        basis=("house-procedure",),
    ),
    Transition(
        code="reopen-clarification",
        title=Text(nl="Heropen de vragenronde", en="Reopen the round of questions"),
        about=Text(
            nl="Er is nog een nota van inlichtingen nodig. Dat mag tot het uiterste tijdstip.",
            en="One more clarification is needed. That is allowed until the deadline.",
        ),
        sources=(Phase.SUBMISSION,),
        target=Phase.CLARIFICATION,
        scope=Scope.TENDER,
        roles=OFFICE,
        goes_back=True,
        needs_reason=True,
        guards=(g.deadline_lies_ahead,),
        basis=("aw2012:2.53", "aw2012:2.73"),
    ),
    Transition(
        code="correct-admission",
        title=Text(nl="Herstel de toelating", en="Correct the admission"),
        about=Text(
            nl="Een oordeel over een eis klopte niet. De prijzen zijn nog dicht.",
            en="A judgement about a requirement was wrong. The prices are still sealed.",
        ),
        sources=(Phase.ASSESSMENT,),
        target=Phase.OPENING,
        scope=Scope.LOT,
        roles=OFFICE,
        goes_back=True,
        needs_reason=True,
        basis=("aw2012:1.8",),
    ),
    Transition(
        code="reopen-consensus",
        title=Text(nl="Heropen het consensusoverleg", en="Reopen the consensus meeting"),
        about=Text(
            nl="De prijzen zijn nog dicht. De oude score blijft in het verslag staan.",
            en="The prices are still sealed. The old score stays in the record.",
        ),
        sources=(Phase.PRICE_OPENING,),
        target=Phase.CONSENSUS,
        scope=Scope.LOT,
        roles=OFFICE,
        goes_back=True,
        needs_reason=True,
        belongs=(g.there_is_a_jury, g.prices_were_never_opened),
        basis=("aw2012:1.9",),
    ),
    Transition(
        code="resume-assessment",
        title=Text(nl="Laat iemand anders beoordelen", en="Have somebody else assess"),
        about=Text(
            nl="Door een belangenconflict beoordeelt niemand meer een inschrijving. U voegt een beoordelaar "
            "toe; wat de anderen gaven, staat vast.",
            en="Because of a conflict of interest nobody assesses a bid any more. You add an assessor; what "
            "the others gave is fixed.",
        ),
        sources=(Phase.CONSENSUS,),
        target=Phase.ASSESSMENT,
        scope=Scope.LOT,
        roles=OFFICE,
        goes_back=True,
        needs_reason=True,
        belongs=(g.a_bid_is_left_unjudged,),
        basis=("aw2012:1.10b",),
    ),
    Transition(
        code="reopen-admission",
        title=Text(nl="Heropen de toelating", en="Reopen the admission"),
        about=Text(
            nl="Een oordeel over een eis of een waarde klopte niet. De prijzen zijn nog dicht.",
            en="A judgement about a requirement or a value was wrong. The prices are still sealed.",
        ),
        sources=(Phase.PRICE_OPENING,),
        target=Phase.OPENING,
        scope=Scope.LOT,
        roles=OFFICE,
        goes_back=True,
        needs_reason=True,
        belongs=(g.there_is_no_jury, g.prices_were_never_opened),
        basis=("aw2012:1.8",),
    ),
    Transition(
        code="correct-score-after-prices",
        title=Text(
            nl="Herstel een score na de prijsopening", en="Correct a score after the prices were opened"
        ),
        about=Text(
            nl="Alleen voor een aantoonbare fout, door twee personen samen. Beide versies komen in het "
            "verslag. Vraag eerst een jurist: de prijzen zijn bekend.",
            en="Only for a demonstrable error, by two people together. Both versions are reported. Ask a "
            "lawyer first: the prices are known.",
        ),
        sources=(Phase.EVALUATION, Phase.PRICE_OPENING),
        target=Phase.CONSENSUS,
        scope=Scope.LOT,
        roles=OPENERS,
        people=2,
        goes_back=True,
        needs_reason=True,
        belongs=(g.there_is_a_jury, g.prices_were_opened),
        basis=("aw2012:1.8", "aw2012:1.9"),
    ),
    Transition(
        code="rank-again",
        title=Text(nl="Terug naar de rangorde", en="Back to the ranking"),
        about=Text(
            nl="De beoogde winnaar valt af of het bewijs klopt niet. U bepaalt de rangorde opnieuw.",
            en="The intended winner falls away or its proof is wrong. You establish the ranking again.",
        ),
        sources=(Phase.VERIFICATION,),
        target=Phase.EVALUATION,
        scope=Scope.LOT,
        roles=OFFICE,
        goes_back=True,
        needs_reason=True,
        basis=("aw2012:2.102(1)", "aw2012:2.113a(2)"),
    ),
    Transition(
        code="withdraw-decision",
        title=Text(nl="Trek de gunningsbeslissing in", en="Withdraw the award decision"),
        about=Text(
            nl="De beslissing vervalt en blijft in het dossier. Na een nieuwe beslissing volgen nieuwe "
            "brieven en een nieuwe opschortende termijn.",
            en="The decision lapses and stays in the file. A new decision brings new letters and a new "
            "standstill.",
        ),
        sources=(Phase.AWARD, Phase.STANDSTILL),
        target=Phase.EVALUATION,
        scope=Scope.LOT,
        roles=OPENERS,
        goes_back=True,
        needs_reason=True,
        bidders_read_reason=True,
        basis=("aw2012:2.130", "aw2012:2.127"),
    ),
    Transition(
        code="stop",
        title=Text(nl="Beëindig zonder gunning", en="End without an award"),
        about=Text(
            nl="Er komt geen overeenkomst. Deel het besluit en de redenen mee aan de inschrijvers.",
            en="There will be no contract. Notify the bidders of the decision and the reasons.",
        ),
        sources=(
            Phase.PUBLISHED,
            Phase.CLARIFICATION,
            Phase.SUBMISSION,
            Phase.OPENING,
            Phase.ASSESSMENT,
            Phase.CONSENSUS,
            Phase.PRICE_OPENING,
            Phase.EVALUATION,
            Phase.VERIFICATION,
            Phase.AWARD,
            Phase.STANDSTILL,
        ),
        target=Phase.STOPPED,
        scope=Scope.LOT,
        roles=OFFICE,
        needs_reason=True,
        bidders_read_reason=True,
        guards=(g.documents_are_not_being_changed,),
        basis=("aw2012:1.9", "aw2012:2.132"),
    ),
)
