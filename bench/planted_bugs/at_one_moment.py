"""Bugs that show only when several people work at one moment, or when the power goes. Those of the races
need PostgreSQL: set DATABASE_URL, else their tests are skipped and the bug counts as missed."""

from bug import Bug

RACES = "tests/procedure/races"
KILLS = ("tests/procedure/test_kill.py", "tests/procedure/test_disk_full.py")

AT_ONE_MOMENT = (
    Bug(
        name="steps in one tender do not wait for each other",
        file="tenders/services/phases.py",
        text="    _hold(lot)\n",
        instead="",
        tests=(f"{RACES}/test_steps.py", f"{RACES}/test_opening.py"),
    ),
    Bug(
        name="work in a phase does not wait for the step out of it",
        file="tenders/services/phases.py",
        text="    Lot.objects.select_for_update(no_key=True).get(pk=lot.pk)\n",
        instead="",
        tests=(RACES,),
    ),
    Bug(
        name="the last window to save a score wins",
        file="tenders/services/scoring_alone.py",
        text="cell.filter(version=seen_version).update(",
        instead="cell.update(",
        tests=(f"{RACES}/test_scoring.py",),
    ),
    Bug(
        name="the last secretary to save a score wins",
        file="tenders/services/consensus.py",
        text="return newest is not None and newest.number != mine.seen",
        instead="return False",
        tests=(f"{RACES}/test_consensus.py",),
    ),
    Bug(
        name="two writers of one log do not wait for each other",
        file="procurement/audit/log.py",
        text="        Organisation.objects.select_for_update(no_key=True).get(pk=organisation.pk)\n",
        instead="",
        tests=(f"{RACES}/test_log.py",),
    ),
    Bug(
        name="a statement by hand does not wait for publishing",
        file="tenders/migrations/_guards_of_the_procedure.py",
        text='        ("tenders_tender", "id", guard.tenders),\n',
        instead="",
        tests=(f"{RACES}/test_by_hand.py",),
    ),
    Bug(
        name="a statement by hand does not wait for a step",
        file="tenders/migrations/_guards_of_the_procedure.py",
        text='"id", guard.lots),\n        ("tenders_procedure", "lot_id", guard.lots),\n',
        instead='"id", ""),\n',
        tests=(f"{RACES}/test_by_hand.py",),
    ),
    Bug(
        name="a change by the program does not wait for publishing",
        file="tenders/services/frozen.py",
        text="    Tender.objects.select_for_update(no_key=True).get(pk=tender.pk)\n",
        instead="",
        tests=(f"{RACES}/test_publishing.py", f"{RACES}/test_clarification.py"),
    ),
    Bug(
        name="a step and its work are two transactions",
        file="tenders/services/transitions.py",
        text="@transaction.atomic\n",
        instead="",
        tests=KILLS,
    ),
    Bug(
        name="a bid and its prices are sealed in several transactions",
        file="tenders/services/sealing.py",
        text="@sensitive_variables()\n@transaction.atomic\ndef seal_bid(",
        instead="@sensitive_variables()\ndef seal_bid(",
        tests=KILLS,
    ),
    Bug(
        name="an agreed score and its event are two transactions",
        file="tenders/services/consensus.py",
        text="@transaction.atomic\ndef agree(",
        instead="def agree(",
        tests=KILLS,
    ),
    Bug(
        name="SQLite takes its lock when it first writes",
        file="procurement/settings/databases.py",
        text='        "transaction_mode": "IMMEDIATE",\n',
        instead="",
        tests=("tests/test_settings.py", *KILLS),
    ),
    Bug(
        name="the front of a dossier may say anything",
        file="tenders/dossier/verify.py",
        text="    about_is_recorded,\n    digests",
        instead="    digests",
        tests=("tests/tenders/dossier/test_tampering.py",),
    ),
    Bug(
        name="a chain that was written anew is as good as the old one",
        file="procurement/audit/chain.py",
        text="return None if hashes.get(sequence) == digest else",
        instead="return None if sequence in hashes else",
        tests=("tests/tenders/dossier/test_tampering.py",),
    ),
    Bug(
        name="a site without its database breaks",
        file="procurement/urls.py",
        text="handler500 = broken\n",
        instead="",
        tests=("tests/procurement/test_out_of_order.py",),
    ),
)
