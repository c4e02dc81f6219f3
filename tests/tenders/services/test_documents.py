"""The files of a tender: made from what is frozen, the same every time, under safe names."""

import hashlib
import re
from datetime import UTC, datetime
from io import BytesIO, StringIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from django.core.management import CommandError, call_command

from clauses.services import fill_in, start_draft
from tenders.models import Criterion, Tender
from tenders.reports.front import grouped
from tenders.scoring.evaluate import evaluate
from tenders.scoring.files import from_json
from tenders.services.documents import UnknownDocument, document_bytes, document_names, file_stem
from tenders.services.editions import NotReady, edition_of
from tenders.services.evaluations import stored_result
from tests import cast
from tests.guards import lift_guards

pytestmark = pytest.mark.django_db

NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)
NAMES = (
    "gunningscriteria.docx",
    "overeenkomst.docx",
    "overeenkomst-perceel-1.docx",
    "overeenkomst-perceel-2.docx",
    "gunningsadvies.docx",
    "beoordeling.xlsx",
    "momentopname-perceel-1.json",
    "momentopname-perceel-2.json",
)


@pytest.fixture
def tender() -> Tender:
    return cast.example("Ministerie (voorbeeld)")


def test_each_lot_has_a_contract_of_its_own(tender: Tender) -> None:
    assert document_names(tender) == NAMES


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("name", NAMES)
def test_every_document_is_the_same_every_time(tender: Tender, name: str, language: str) -> None:
    first = document_bytes(tender=tender, name=name, language=language)
    again = document_bytes(tender=tender, name=name, language=language)

    assert first == again
    assert first[0] == f"VB-2026-014-{name}"
    assert name.endswith(".json") or ZipFile(BytesIO(first[2])).testzip() is None


@pytest.mark.parametrize("number", [1, 2])
def test_the_snapshot_of_a_lot_has_the_digest_that_the_report_prints(tender: Tender, number: int) -> None:
    lot = tender.lots.get(number=number)

    _name, _type, content = document_bytes(
        tender=tender, name=f"momentopname-perceel-{number}.json", language="nl"
    )

    printed = grouped(hashlib.sha256(content).hexdigest())
    assert hashlib.sha256(content).hexdigest() == lot.evaluations.get().digest
    assert words_of(tender, "gunningsadvies.docx").count(printed) == 1
    assert rank_file(content)


def test_the_report_is_dated_by_its_calculations_and_names_the_criteria_beside(tender: Tender) -> None:
    said = words_of(tender, "gunningsadvies.docx", part="docProps/core.xml")

    assert said.count("2026-11-03T09:00:00Z") == 2
    assert words_of(tender, "gunningsadvies.docx").count("Versie van de criteria") == 1


def test_the_contract_of_all_lots_holds_the_values_of_no_bid(tender: Tender) -> None:
    whole, own = (words_of(tender, name) for name in ("overeenkomst.docx", "overeenkomst-perceel-1.docx"))
    winners = [lot.evaluations.get() for lot in tender.lots.all()]
    names = {stored_result(each).ranking[0].bid.name for each in winners}

    assert [name for name in names if name in whole] == []
    assert len([name for name in names if name in own]) == 1


def test_a_contract_has_a_digest_and_a_date_of_its_own(tender: Tender) -> None:
    first, second = (
        words_of(tender, f"overeenkomst-perceel-{number}.docx", part="docProps/custom.xml")
        for number in (1, 2)
    )
    publication = tender.publications.get()

    assert first != second
    assert publication.digest not in first
    assert words_of(tender, "overeenkomst-perceel-1.docx", part="docProps/core.xml").count("2026-11-03T") == 2


def test_an_unknown_name_is_refused(tender: Tender) -> None:
    for name in ("overeenkomst-perceel-9.docx", "../geheim.docx"):
        with pytest.raises(UnknownDocument):
            document_bytes(tender=tender, name=name, language="nl")


def test_the_edition_is_the_published_one_even_when_rows_differ(tender: Tender) -> None:
    published = edition_of(tender, language="nl")
    lift_guards("tenders_criterion")
    Criterion.objects.filter(lot__tender=tender, code="P").update(title="Veranderd")

    assert edition_of(tender, language="nl") == published


def test_the_contract_draft_of_the_tender_decides_the_clauses(tender: Tender) -> None:
    call_command("load_clauses", stdout=StringIO())
    draft = start_draft(
        organisation=tender.organisation,
        title="Overeenkomst",
        reference=tender.reference,
        language="nl",
        answers={"subject": ("software",)},
        at=NOW,
        actor=None,
    )
    fill_in(
        draft=draft,
        values={"promised-values": {"repair_days": "17"}},
        revision=draft.revision,
        at=NOW,
        actor=None,
    )

    _name, _type, content = document_bytes(tender=tender, name="overeenkomst.docx", language="nl")

    words = re.sub(r"<[^>]+>", "", ZipFile(BytesIO(content)).read("word/document.xml").decode())
    assert words.count("binnen 17 werkdagen") == 1
    assert (words.count("(software-energy, versie 1)"), words.count("(refurbished-share, versie 1)")) == (
        1,
        0,
    )


def test_a_reference_can_not_become_a_path(tender: Tender) -> None:
    tender.reference = "../../etc/=passwd\\x"

    assert file_stem(tender) == "etc-passwd-x"


def test_a_reference_without_letters_gets_the_number_of_its_row(tender: Tender) -> None:
    tender.reference = "/…/"

    assert file_stem(tender) == str(tender.pk)


def test_a_draft_with_faults_is_refused_with_the_places(tender: Tender) -> None:
    draft = _draft(tender)

    with pytest.raises(NotReady) as refused:
        document_bytes(tender=draft, name="gunningscriteria.docx", language="nl")

    assert [problem.place for problem in refused.value.problems] != []


def test_the_command_writes_every_document_once_and_again(tender: Tender, tmp_path: Path) -> None:
    first = _written(tmp_path)
    contents = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    again = _written(tmp_path)

    assert first == again == "".join(f"{tmp_path / f'VB-2026-014-{name}'}\n" for name in NAMES)
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == contents


def test_a_faulty_draft_does_not_keep_the_others_from_their_documents(tender: Tender, tmp_path: Path) -> None:
    _draft(tender)
    said = StringIO()

    call_command("write_documents", out=tmp_path, stdout=StringIO(), stderr=said)

    assert said.getvalue().startswith("CONCEPT-1: nog geen documenten.")
    assert len(list(tmp_path.iterdir())) == len(NAMES)


def test_two_organisations_with_one_reference_do_not_overwrite_each_other(
    tender: Tender, tmp_path: Path
) -> None:
    cast.example("Gemeente (voorbeeld)")

    paths = _written(tmp_path).split()

    assert len(set(paths)) == 2 * len(NAMES)


def test_an_unknown_reference_is_refused(tender: Tender, tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="Er is geen aanbesteding met kenmerk XX"):
        call_command("write_documents", out=tmp_path, tender="XX")


def words_of(tender: Tender, name: str, *, part: str = "word/document.xml") -> str:
    _name, _type, content = document_bytes(tender=tender, name=name, language="nl")
    return re.sub(r"<[^>]+>", "", ZipFile(BytesIO(content)).read(part).decode())


def rank_file(content: bytes) -> list[str]:
    """Bids in the order that `manage.py score` gives for this file."""
    (lot,) = from_json(content.decode()).lots
    return [each.bid.code for each in evaluate(lot).ranking]


def _written(out: Path) -> str:
    said = StringIO()
    call_command("write_documents", out=out, stdout=said)
    return said.getvalue()


def _draft(tender: Tender) -> Tender:
    """A tender with a lot that says nothing yet."""
    draft = Tender.objects.create(
        organisation=tender.organisation,
        reference="CONCEPT-1",
        title="Concept",
        subject="Nog te bepalen.",
        nature="supplies",
        procedure="open",
        deadline=datetime(2027, 1, 1, tzinfo=UTC),
    )
    draft.lots.create(number=1, title="Perceel 1")
    return draft
