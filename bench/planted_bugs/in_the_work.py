"""Bugs in the work that goes with the procedure: panel, prices, decision, letters, log."""

from bug import Bug, machine_from

SERVICES = "tenders/services"

IN_THE_WORK = (
    Bug(
        name="two secretaries overwrite each other",
        file=f"{SERVICES}/consensus.py",
        text="newest is not None and newest.number != mine.seen",
        instead="False",
        tests=machine_from("consensus"),
    ),
    Bug(
        name="two windows of an assessor overwrite each other",
        file=f"{SERVICES}/scoring_alone.py",
        text="cell.filter(version=seen_version).update",
        instead="cell.update",
        tests=machine_from("assessment"),
    ),
    Bug(
        name="a discarded nota leaves its deadline behind",
        file=f"{SERVICES}/amending.py",
        text='"urgency", "deadline", "contract_start"',
        instead='"urgency", "contract_start"',
        tests=machine_from("clarification"),
    ),
    Bug(
        name="a bid that falls away is not in the log",
        file=f"{SERVICES}/falling_away.py",
        text="    record(\n        organisation=bid.lot.tender.organisation,",
        instead="    dict(\n        organisation=bid.lot.tender.organisation,",
        tests=machine_from("verification"),
    ),
    Bug(
        name="a low price is accepted without an answer",
        file=f"{SERVICES}/inquiries.py",
        text="    if outcome == Inquiry.Outcome.ACCEPTED:\n        return _NOTHING_TO_ACCEPT\n",
        instead="    if outcome == Inquiry.Outcome.ACCEPTED:\n        return None\n",
        tests=machine_from("evaluation"),
    ),
    Bug(
        name="a refused fall leaves the bid fallen",
        file=f"{SERVICES}/falling_away.py",
        text="@transaction.atomic\n",
        instead="",
        tests=machine_from("verification"),
    ),
    Bug(
        name="the winner falls away and the verification goes on",
        file=f"{SERVICES}/falling_away.py",
        text="    if phase_of(bid.lot) is Phase.VERIFICATION:\n",
        instead="    if False:\n",
        tests=machine_from("verification"),
    ),
    Bug(
        name="the database lets letters be changed",
        file="tenders/migrations/_guards_of_the_procedure.py",
        text='"tenders_awarddecision", "tenders_decisionwithdrawal", "tenders_letter",',
        instead='"tenders_awarddecision", "tenders_decisionwithdrawal",',
        tests=machine_from("standstill"),
    ),
    Bug(
        name="the database lets outcomes change after the decision",
        file="tenders/migrations/_guards_of_the_procedure.py",
        text='"tenders_requirementoutcome", EVENTS, LOT_OF_BID, DECIDED',
        instead='"tenders_requirementoutcome", ("INSERT",), LOT_OF_BID, DECIDED',
        tests=machine_from("award"),
    ),
    Bug(
        name="who got a bid more stays ready",
        file=f"{SERVICES}/transitions.py",
        text='    "start-assessment": reopen_incomplete,\n',
        instead="",
        tests=("tests/tenders/services/test_panel.py", *machine_from("assessment")),
    ),
    Bug(
        name="the contract is concluded while proceedings run",
        file="tenders/procedure/forward.py",
        text="g.letters_are_sent, g.standstill_has_ended, g.no_proceedings_run",
        instead="g.letters_are_sent, g.standstill_has_ended",
        tests=machine_from("standstill"),
    ),
    Bug(
        name="an approval holds for any draft",
        file=f"{SERVICES}/facts/draft.py",
        text="tender=lot.tender_id, digest=digest)",
        instead="tender=lot.tender_id)",
        tests=machine_from("preparation"),
    ),
    Bug(
        name="a nota needs no second person",
        file="tenders/procedure/clarification.py",
        text="    elif nota.approver_is_actor:\n",
        instead="    elif False:\n",
        tests=("tests/tenders/procedure/test_clarification.py", *machine_from("clarification")),
    ),
    Bug(
        name="a substantial change needs no more time",
        file="tenders/procedure/clarification.py",
        text="return bool(nota.documents_change and nota.is_substantial) or _is_late(nota)",
        instead="return _is_late(nota)",
        tests=machine_from("clarification"),
    ),
    Bug(
        name="anybody waives the standstill",
        file=f"{SERVICES}/proceedings.py",
        text="        (not _is_lawyer(actor, lot), _LAWYER),\n",
        instead="",
        tests=("tests/tenders/services/test_proceedings.py", *machine_from("award")),
    ),
    Bug(
        name="who did not declare may score",
        file=f"{SERVICES}/scoring_alone.py",
        text="    if not duty.may_read:\n        raise Refused([_DECLARE_FIRST])\n",
        instead="",
        tests=machine_from("opening"),
    ),
    Bug(
        name="the chain does not hold to the event before",
        file="procurement/audit/log.py",
        text="link = linked(content, last.hash)",
        instead="link = linked(content, GENESIS)",
        tests=machine_from("preparation"),
    ),
    Bug(
        name="a failed proof counts as checked",
        file=f"{SERVICES}/proofs.py",
        text='return sum(proof.state == "wrong" for proof in self.proofs)',
        instead="return 0",
        tests=machine_from("verification"),
    ),
)
