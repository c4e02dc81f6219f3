"""Files of a piece of evidence: guarded when they come in, kept under their SHA-256, never rendered."""

import hashlib
from datetime import datetime

from django.contrib.auth.models import User
from django.db import transaction

from procurement import incoming
from procurement.audit.log import record
from procurement.file_names import clean_name
from procurement.incoming.kept import refuse_unfit
from procurement.language import Text
from tenders.models import Evidence, EvidenceFile
from tenders.services.evidence import subject_of, why_frozen
from tenders.services.phases import Refused

MOST_FILES = 20

_TWICE = Text(
    nl="Dit bestand staat al bij dit bewijsmiddel.", en="This file is with this piece of evidence already."
)
_ENOUGH = Text(
    nl="Bij een bewijsmiddel staan hooguit {most} bestanden. Leg een ander bewijsmiddel vast voor de rest.",
    en="A piece of evidence has at most {most} files. Record other evidence for the rest.",
)


class Altered(Exception):
    """The bytes that are kept are not those that came in."""


def add_file(*, evidence: Evidence, name: str, content: bytes, at: datetime, actor: User) -> EvidenceFile:
    """Keep this file beside the others; none ever changes or goes away. Raises `Refused`.

    The guard looks at it outside the transaction: that takes a process of its own.
    """
    shown = clean_name(name)
    try:
        kind = refuse_unfit(content, shown)
    except incoming.Refused as refused:
        raise Refused([refused.refusal.text]) from None
    return _kept(evidence, EvidenceFile(name=shown, kind=kind, content=content), at, actor)


@transaction.atomic
def _kept(evidence: Evidence, file: EvidenceFile, at: datetime, actor: User) -> EvidenceFile:
    row = Evidence.objects.select_for_update().select_related("supplier__organisation").get(pk=evidence.pk)
    file.sha256 = hashlib.sha256(file.content).hexdigest()
    _require_room(row, file.sha256)
    file.evidence, file.size = row, len(file.content)
    file.added_at, file.added_by = at, actor
    file.save(force_insert=True)
    record(
        organisation=row.supplier.organisation,
        at=at,
        actor=actor,
        action="evidence.file_added",
        subject=subject_of(row),
        details={"row": row.pk, "file": file.pk, "name": file.name, "size": file.size, "sha256": file.sha256},
    )
    return file


def _require_room(evidence: Evidence, sha256: str) -> None:
    frozen = why_frozen(evidence)
    if frozen is not None:
        raise Refused([frozen])
    known = list(evidence.files.values_list("sha256", flat=True))
    if sha256 in known:
        raise Refused([_TWICE])
    if len(known) >= MOST_FILES:
        raise Refused([_ENOUGH.format(most=str(MOST_FILES))])


def file_content(file: EvidenceFile) -> bytes:
    """As it came in. Raises `Altered`."""
    content = bytes(file.content)
    if hashlib.sha256(content).hexdigest() != file.sha256:
        raise Altered
    return content
