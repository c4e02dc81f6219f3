"""The dossier of a whole award: it is accepted offline, tells nothing of other tenders, and comes in time."""

import json
from pathlib import Path

import pytest
from django.apps import apps
from django.core.management import CommandError, call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext

from procurement.audit.log import first_broken_event, head, record
from procurement.organisations.models import Role
from tenders.dossier.faults import OTHER_VALUE, Rejected
from tenders.dossier.package import unpack
from tenders.dossier.verify import verify_dossier
from tenders.models import Assessor, BidValue, Lot, RequirementOutcome, Tender
from tenders.procedure.phases import Phase
from tenders.services.clarification_publishing import publish_clarification
from tenders.services.dossier import write_dossier
from tenders.services.evaluate import evaluate_lot
from tenders.services.phases import Refused
from tests import award, cast, clarifying
from tests.guards import lift_guards, without_guards

pytestmark = pytest.mark.django_db

REASONS = {
    "A": "Het plan noemt twee vaste contactpersonen maar geen reactietijd buiten kantooruren.",
    "B": "Het plan belooft binnen een uur antwoord, ook in het weekend, met een vaste vervanger.",
    "C": "Het plan beschrijft een meldpunt met wachttijden en een escalatie naar de directie.",
}
BEFORE_PRICES = [
    Phase.PREPARATION, Phase.LEGAL_CHECK, Phase.PUBLISHED, Phase.CLARIFICATION, Phase.SUBMISSION,
    Phase.OPENING, Phase.ASSESSMENT, Phase.CONSENSUS, Phase.PRICE_OPENING,
]  # fmt: skip


def evaluated(reference: str = "T-1") -> Lot:
    lot = cast.lot_with_bids(cast.tender(reference=reference))
    cast.published(lot.tender, Phase.EVALUATION)
    evaluate_lot(lot=lot, at=cast.NOW, actor=cast.person(Role.OFFICER))
    return lot


def written(tender: Tender) -> bytes:
    return write_dossier(tender=tender, at=cast.NOW, actor=cast.person(Role.AUDITOR))


def explained() -> Lot:
    """With reasons that are good enough for letters, to the winner A, the loser B and C that failed."""
    lot = cast.lot_with_bids()
    for code, reason in REASONS.items():
        BidValue.objects.filter(bid__lot=lot, bid__code=code).update(motivation=reason)
    failed = RequirementOutcome.objects.filter(bid__lot=lot, met=False)
    failed.update(reason="De garantie is twee jaar, blijkens bijlage 3.")
    return lot


def test_a_dossier_is_accepted_offline() -> None:
    lot = evaluated()

    accepted = verify_dossier(written(lot.tender))

    assert accepted.rankings == 1
    assert accepted.about.head == str(head(lot.tender.organisation))
    assert first_broken_event(lot.tender.organisation) is None


def test_the_whole_example_is_accepted() -> None:
    accepted = verify_dossier(written(cast.example()))

    assert accepted.rankings >= 1


def test_the_records_are_in_it() -> None:
    entries = unpack(written(cast.example()))

    found = sorted(path for path, _ in entries if path.startswith("documents/lot-1/"))

    assert found == ["documents/lot-1/consensus.docx", "documents/lot-1/proces-verbaal-opening.docx"]


def test_an_award_with_its_letters_is_accepted() -> None:
    lot = explained()
    award.decided(award.in_verification(award.in_evaluation(lot)))
    award.step(lot, "send-letters")

    entries = dict(unpack(data := written(lot.tender)))

    assert verify_dossier(data).rankings == 1
    assert len([path for path in entries if path.startswith("letters/lot-1/decision-1/")]) == 2 * 3


def test_a_version_after_a_nota_van_inlichtingen_is_in_the_dossier() -> None:
    row = clarifying.ready(is_substantial=False)
    publish_clarification(clarification=row, at=clarifying.AT, actor=clarifying.officer())
    for lot in row.tender.lots.all():
        cast.in_phase(lot, Phase.EVALUATION)

    entries = dict(unpack(data := written(row.tender)))

    verify_dossier(data)
    assert {"publications/1.json", "publications/2.json"} <= entries.keys()
    assert "documents/version-2/nota-van-inlichtingen-1-nl.docx" in entries


def test_other_tenders_are_withheld_and_counted() -> None:
    other = evaluated("T-2")
    secret = "prijs 8675309,17"
    record(
        organisation=other.tender.organisation,
        at=cast.NOW,
        actor=None,
        action="lot.noted",
        subject="T-2 / 1",
        details={"note": secret},
    )
    data = written(evaluated("T-1").tender)

    accepted = verify_dossier(data)

    assert accepted.events > accepted.told
    assert b"8675309" not in data
    assert b"T-2" not in data


@pytest.mark.parametrize("phase", BEFORE_PRICES)
def test_there_is_no_dossier_while_a_price_is_sealed(phase: Phase) -> None:
    lot = evaluated()
    cast.in_phase(lot, phase)

    with pytest.raises(Refused, match="Perceel 1"):
        written(lot.tender)


def test_one_lot_with_sealed_prices_holds_up_the_whole_dossier() -> None:
    lot = evaluated()
    lift_guards("tenders_lot")
    late = Lot.objects.create(tender=lot.tender, number=2, title="Beeldschermen")
    cast.in_phase(late, Phase.CONSENSUS)

    with pytest.raises(Refused, match="Perceel 2"):
        written(lot.tender)


def test_a_tender_without_a_lot_has_no_dossier() -> None:
    with pytest.raises(Refused, match="nog geen perceel"):
        written(cast.tender())


def test_a_ranking_changed_in_the_database_shows() -> None:
    lot = evaluated()
    evaluation = lot.evaluations.get()
    lift_guards("tenders_evaluation")
    changed = evaluation.snapshot.replace('"900"', '"901"')
    assert changed != evaluation.snapshot
    lot.evaluations.update(snapshot=changed)

    with pytest.raises(Rejected, match=r"^evaluations/lot-1/1\.json"):
        verify_dossier(written(lot.tender))


@pytest.mark.parametrize(("table", "kind"), [("bidvalue", "price"), ("consensusscore", "scale")])
def test_a_value_changed_in_the_database_before_the_ranking_shows(table: str, kind: str) -> None:
    """The ranking is calculated anew, by the program itself: all in the dossier fits but the value."""
    tender = cast.example()
    lot = tender.lots.get(number=1)
    lift_guards(f"tenders_{table}")
    row = apps.get_model("tenders", table).objects.filter(bid__lot=lot, criterion__kind=kind).latest("pk")
    other = "1.00" if kind == "price" else row.criterion.levels.exclude(code=row.value).earliest("pk").code
    type(row).objects.filter(pk=row.pk).update(value=other)
    cast.in_phase(lot, Phase.EVALUATION)
    evaluate_lot(lot=lot, at=cast.NOW, actor=cast.person(Role.OFFICER))

    with pytest.raises(Rejected) as refused:
        verify_dossier(written(tender))

    told = OTHER_VALUE.format(bid=row.bid.code, criterion=row.criterion.code)
    assert refused.value.reason == told


def test_assessors_are_letters() -> None:
    lot, assessor = evaluated(), cast.person(Role.JUROR)
    with without_guards("tenders_assessor"):
        Assessor.objects.create(lot=lot, user=assessor, letter="A", seed="1")

    entries = dict(unpack(written(lot.tender)))

    assert [row["letter"] for row in json.loads(entries["records/assessors.json"])] == ["A"]
    assert [path for path, content in entries.items() if assessor.username.encode() in content] == []


def test_more_bids_cost_no_more_queries() -> None:
    lot, more = evaluated("T-1"), cast.lot_with_bids(cast.tender(reference="T-2"))
    cast.bid(more, "D", "950", "goed", "200")
    cast.published(more.tender, Phase.EVALUATION)
    evaluate_lot(lot=more, at=cast.NOW, actor=cast.person(Role.OFFICER))

    written(lot.tender)
    counts = []
    for tender in (lot.tender, more.tender):
        with CaptureQueriesContext(connection) as captured:
            written(tender)
        counts.append(len(captured))

    assert counts[0] == counts[1]


def test_the_commands_write_and_check(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    lot, file = evaluated(), tmp_path / "dossier.zip"

    call_command("write_dossier", "T-1", str(file))
    call_command("verify_dossier", str(file), "--head", str(head(lot.tender.organisation)))

    told = capsys.readouterr().out
    assert "Het dossier van T-1 klopt." in told
    assert f"Eindpunt: {head(lot.tender.organisation)}" in told


def test_the_command_names_what_is_wrong(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "dossier.zip"
    file.write_bytes(written(evaluated().tender) + b"x")

    with pytest.raises(SystemExit) as ended:
        call_command("verify_dossier", str(file))

    assert ended.value.code == 1
    assert capsys.readouterr().err.startswith("Het dossier klopt niet. zip: Dit bestand is geen dossier")


def test_the_command_refuses_in_words(tmp_path: Path) -> None:
    cast.lot()

    with pytest.raises(CommandError, match="Voorbereiding"):
        call_command("write_dossier", "T-1", str(tmp_path / "x.zip"))
    with pytest.raises(CommandError, match="T-9"):
        call_command("write_dossier", "T-9", str(tmp_path / "x.zip"))
