"""Files of a piece of evidence: guarded, kept as they came, never changed, handed out only whole."""

import hashlib
import json

import pytest

from procurement.audit.models import Event
from tenders.models import EvidenceFile
from tenders.services.evidence_files import MOST_FILES, Altered, file_content
from tenders.services.phases import Refused
from tests import evidence
from tests.guards import without_guards
from tests.procurement.incoming.hostile_documents import ACTIVE
from tests.procurement.incoming.hostile_xml import XML
from tests.procurement.incoming.hostile_zips import ZIPS, Case

pytestmark = pytest.mark.django_db

OFFICE = (".docx", ".xlsx", ".odt", ".ods", ".csv")
CASES = {name: case for name, case in {**ZIPS, **XML, **ACTIVE}.items() if case[0].endswith(OFFICE)}
# Every fifth refused file of the corpus of the guard; that tries them all.
HOSTILE = dict([item for item in CASES.items() if item[1][2] is not None][::5])


def test_a_file_is_kept_under_its_hash_and_logged() -> None:
    row = evidence.piece()

    file = evidence.file_of(row, name="../../etc/Certificaat\u202e.pdf")

    kept = EvidenceFile.objects.get(pk=file.pk)
    told = json.loads(Event.objects.get(action="evidence.file_added").details)
    digest = hashlib.sha256(evidence.PDF).hexdigest()
    assert (kept.name, kept.kind, kept.size) == ("Certificaat.pdf", "pdf", len(evidence.PDF))
    assert (kept.sha256, told["sha256"], file_content(kept)) == (digest, digest, evidence.PDF)


def test_there_are_enough_hostile_files() -> None:
    assert len(HOSTILE) >= 20


@pytest.mark.parametrize("case", HOSTILE.values(), ids=HOSTILE)
def test_a_hostile_file_is_refused_with_a_sentence_and_nothing_is_kept(case: Case) -> None:
    row = evidence.piece()
    name, make, _code = case

    with pytest.raises(Refused) as refused:
        evidence.file_of(row, make(), name)

    [reason] = refused.value.reasons
    assert reason.nl.endswith((".", "’."))
    assert (EvidenceFile.objects.count(), Event.objects.filter(action="evidence.file_added").count()) == (
        0,
        0,
    )


def test_the_same_file_twice_is_refused() -> None:
    row = evidence.piece()
    evidence.file_of(row)

    with pytest.raises(Refused, match="staat al bij dit bewijsmiddel"):
        evidence.file_of(row, name="ander.pdf")

    assert row.files.count() == 1
    assert evidence.file_of(evidence.piece()).pk


def test_there_is_an_end_to_the_files_of_one_piece() -> None:
    row = evidence.piece()
    for number in range(MOST_FILES):
        evidence.file_of(row, evidence.PDF.replace(b"<<>>", b"<<%d>>" % number))

    with pytest.raises(Refused, match=f"hooguit {MOST_FILES} bestanden"):
        evidence.file_of(row)


def test_nothing_is_added_to_what_a_ranking_rests_on() -> None:
    row = evidence.piece()
    evidence.ranked(row)

    with pytest.raises(Refused, match="rusten op dit bewijsmiddel"):
        evidence.file_of(row)


def test_bytes_that_were_changed_in_the_store_are_not_handed_out() -> None:
    file = evidence.file_of(evidence.piece())
    with without_guards("tenders_evidencefile"):
        EvidenceFile.objects.update(content=evidence.PDF + b"x")
    file.refresh_from_db()

    with pytest.raises(Altered):
        file_content(file)
