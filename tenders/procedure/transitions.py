"""The one table of transitions. Stepper, button, error and log read this list."""

from procurement.language import Text
from procurement.registry import Registry
from tenders.procedure import guards as g
from tenders.procedure.people import Role
from tenders.procedure.phases import Phase
from tenders.procedure.transition import Scope, Transition

OFFICE = (Role.OFFICER, Role.PROJECT_LEAD)
OPENERS = (Role.OFFICER, Role.LAWYER, Role.PROJECT_LEAD)

FORWARD: tuple[Transition, ...] = (
    Transition(
        code="ask-legal-check",
        title=Text(nl="Vraag de juridische toets", en="Ask for the legal check"),
        about=Text(
            nl="Een jurist leest het concept en keurt het goed of geeft het terug.",
            en="A lawyer reads the draft and approves it or hands it back.",
        ),
        sources=(Phase.PREPARATION,),
        target=Phase.LEGAL_CHECK,
        scope=Scope.TENDER,
        roles=OFFICE,
        guards=(g.nothing_open_in_the_check,),
        basis=("house-procedure",),
    ),
    Transition(
        code="publish",
        title=Text(nl="Publiceer", en="Publish"),
        about=Text(
            nl="Criteria, wegingen, methoden, afronding en documenten staan daarna vast. Wijzigen kan alleen "
            "nog met een nota van inlichtingen.",
            en="Criteria, weights, methods, rounding and documents are fixed from then on. They can only be "
            "changed with a clarification.",
        ),
        sources=(Phase.LEGAL_CHECK,),
        target=Phase.PUBLISHED,
        scope=Scope.TENDER,
        roles=OFFICE,
        guards=(
            g.nothing_open_in_the_check,
            g.deadline_is_set,
            g.deadline_lies_ahead,
            g.a_lawyer_approved,
            g.another_person_approved,
        ),
        basis=("aw2012:2.115(4)", "aw2012:1.9"),
    ),
    Transition(
        code="open-clarification",
        title=Text(nl="Open de vragenronde", en="Open the round of questions"),
        about=Text(
            nl="Vragen van ondernemers krijgen antwoord in een nota van inlichtingen, aan iedereen tegelijk.",
            en="Questions of operators are answered in a clarification, to everybody at once.",
        ),
        sources=(Phase.PUBLISHED,),
        target=Phase.CLARIFICATION,
        scope=Scope.TENDER,
        roles=OFFICE,
        guards=(g.deadline_lies_ahead,),
        basis=("aw2012:2.53",),
    ),
    Transition(
        code="close-clarification",
        title=Text(nl="Sluit de vragenronde", en="Close the round of questions"),
        about=Text(
            nl="Er komen geen vragen meer. Ondernemers dienen hun inschrijving in.",
            en="No more questions are taken. Operators hand in their bids.",
        ),
        sources=(Phase.PUBLISHED, Phase.CLARIFICATION),
        target=Phase.SUBMISSION,
        scope=Scope.TENDER,
        roles=OFFICE,
        guards=(g.no_clarification_is_open,),
        basis=("aw2012:2.53",),
    ),
    Transition(
        code="open-bids",
        title=Text(nl="Open de inschrijvingen", en="Open the bids"),
        about=Text(
            nl="Twee personen openen samen. De prijzen blijven dicht. Openen is niet terug te draaien.",
            en="Two people open together. The prices stay sealed. Opening cannot be undone.",
        ),
        sources=(Phase.SUBMISSION,),
        target=Phase.OPENING,
        scope=Scope.TENDER,
        roles=OPENERS,
        people=2,
        guards=(g.deadline_is_set, g.deadline_has_passed, g.no_clarification_is_open),
        basis=("aw2012:2.108",),
    ),
    Transition(
        code="start-assessment",
        title=Text(nl="Start de beoordeling", en="Start the assessment"),
        about=Text(
            nl="Elke beoordelaar scoort alleen. Niemand ziet de scores van een ander.",
            en="Each assessor scores alone. Nobody sees the scores of another.",
        ),
        sources=(Phase.OPENING,),
        target=Phase.ASSESSMENT,
        scope=Scope.LOT,
        roles=OFFICE,
        guards=(g.there_is_a_jury, g.requirements_are_judged, g.assessors_are_assigned),
        basis=("aw2012:1.10b", "aw2012:2.113a(2)"),
    ),
    Transition(
        code="start-consensus",
        title=Text(nl="Start het consensusoverleg", en="Start the consensus meeting"),
        about=Text(
            nl="De individuele scores staan vast en worden in het overleg getoond.",
            en="The individual scores are fixed and are shown in the meeting.",
        ),
        sources=(Phase.ASSESSMENT,),
        target=Phase.CONSENSUS,
        scope=Scope.LOT,
        roles=OFFICE,
        guards=(g.assessors_are_ready,),
        basis=("pianoo-scoring",),
    ),
    Transition(
        code="lock-scores",
        title=Text(nl="Stel de scores vast", en="Lock the scores"),
        about=Text(
            nl="De scores veranderen niet meer. Daarna kunnen de prijzen open.",
            en="The scores no longer change. After that the prices can be opened.",
        ),
        sources=(Phase.CONSENSUS,),
        target=Phase.PRICE_OPENING,
        scope=Scope.LOT,
        roles=OFFICE,
        guards=(g.scores_are_agreed, g.scores_are_motivated, g.values_are_filled_in),
        basis=("c-532-06",),
    ),
    Transition(
        code="lock-without-jury",
        title=Text(nl="Ga naar de prijsopening", en="Go on to the opening of prices"),
        about=Text(
            nl="Dit perceel heeft geen criteria voor beoordelaars. De waarden staan daarna vast.",
            en="This lot has no criteria for assessors. The values are fixed from then on.",
        ),
        sources=(Phase.OPENING,),
        target=Phase.PRICE_OPENING,
        scope=Scope.LOT,
        roles=OFFICE,
        guards=(g.there_is_no_jury, g.requirements_are_judged, g.values_are_filled_in),
        basis=("aw2012:2.113a(2)",),
    ),
    Transition(
        code="open-prices",
        title=Text(nl="Open de prijzen", en="Open the prices"),
        about=Text(
            nl="Twee personen openen de prijskluis. De kwaliteitsscores veranderen daarna niet meer.",
            en="Two people open the price vault. The quality scores no longer change after that.",
        ),
        sources=(Phase.PRICE_OPENING,),
        target=Phase.EVALUATION,
        scope=Scope.LOT,
        roles=OPENERS,
        people=2,
        guards=(g.deadline_has_passed, g.prices_are_in_the_vault),
        basis=("aw2012:2.108", "c-532-06"),
    ),
    Transition(
        code="start-verification",
        title=Text(nl="Start de verificatie", en="Start the verification"),
        about=Text(
            nl="De rangorde staat. U controleert het bewijs van de beoogde winnaar.",
            en="The ranking stands. You check the proof of the intended winner.",
        ),
        sources=(Phase.EVALUATION,),
        target=Phase.VERIFICATION,
        scope=Scope.LOT,
        roles=OFFICE,
        guards=(g.ranking_is_current, g.somebody_won, g.scores_are_motivated, g.low_bids_are_judged),
        basis=("aw2012:2.102(1)", "aw2012:2.116"),
    ),
    Transition(
        code="decide-award",
        title=Text(nl="Neem de gunningsbeslissing", en="Take the award decision"),
        about=Text(
            nl="De beslissing ligt vast. Daarna gaan de brieven uit.",
            en="The decision is recorded. After that the letters go out.",
        ),
        sources=(Phase.VERIFICATION,),
        target=Phase.AWARD,
        scope=Scope.LOT,
        roles=OFFICE,
        guards=(g.ranking_is_current, g.somebody_won, g.scores_are_motivated, g.winner_is_verified),
        basis=("aw2012:2.114(1)", "aw2012:2.130"),
    ),
    Transition(
        code="send-letters",
        title=Text(nl="Verzend de brieven", en="Send the letters"),
        about=Text(
            nl="Alle inschrijvers krijgen hun brief. De opschortende termijn begint de dag erna.",
            en="Every bidder gets its letter. The standstill starts on the next day.",
        ),
        sources=(Phase.AWARD,),
        target=Phase.STANDSTILL,
        scope=Scope.LOT,
        roles=OPENERS,
        guards=(g.letters_can_be_sent,),
        basis=("aw2012:2.130", "aw2012:2.127"),
    ),
    Transition(
        code="conclude-contract",
        title=Text(nl="Ga naar de overeenkomst", en="Go on to the contract"),
        about=Text(
            nl="De opschortende termijn is voorbij. De overeenkomst mag worden gesloten.",
            en="The standstill has ended. The contract may be concluded.",
        ),
        sources=(Phase.STANDSTILL,),
        target=Phase.CONTRACT,
        scope=Scope.LOT,
        roles=OPENERS,
        guards=(g.standstill_has_ended, g.no_proceedings_run),
        basis=("aw2012:2.127", "aw2012:2.131"),
    ),
)

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
        guards=(g.there_is_a_jury,),
        basis=("aw2012:1.9",),
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
        sources=(Phase.EVALUATION,),
        target=Phase.CONSENSUS,
        scope=Scope.LOT,
        roles=OPENERS,
        people=2,
        goes_back=True,
        needs_reason=True,
        guards=(g.there_is_a_jury,),
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
        basis=("aw2012:1.9", "aw2012:2.132"),
    ),
)

TRANSITIONS: Registry[Transition] = Registry(FORWARD + BACK)


def transitions_from(phase: Phase) -> tuple[Transition, ...]:
    """What can follow on this phase, the way forward first."""
    return tuple(each for each in TRANSITIONS if phase in each.sources)
