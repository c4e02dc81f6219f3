"""Making a contract final: from then on that version stands."""

from datetime import datetime
from hashlib import sha256

from django.contrib.auth.models import User
from django.db import transaction
from django.utils.translation import gettext as _

from clauses.assembly.contract import NotFinal
from clauses.deviating import in_force
from clauses.drafts import read_draft
from clauses.house_styles import active_house_style
from clauses.models import ClauseDeviation, ContractClause, ContractDraft, ContractVersion
from clauses.services.drafts import hold_revision
from clauses.stored_contract import digest_of_form, form_of, numbered
from procurement.audit.log import record
from procurement.documents.writers.docx import docx_bytes


class NothingNew(Exception):
    """The newest final contract says exactly this already."""


@transaction.atomic
def make_final(*, draft: ContractDraft, revision: int, at: datetime, actor: User) -> ContractVersion:
    """The next version of the contract, frozen. Raises NotFinal, DraftChanged, NothingNew.

    Not final while a blank is open or a deviation waits.
    """
    hold_revision(draft, revision)
    drafted = read_draft(draft)
    assembly = drafted.assembly()
    if not assembly.may_be_final:
        raise NotFinal(assembly)
    form, last = form_of(drafted), draft.versions.order_by("-number").first()
    digest = digest_of_form(form)
    if last is not None and last.digest == digest:
        raise NothingNew(_("Versie %(number)s zegt precies dit al.") % {"number": last.number})
    number = last.number + 1 if last else 1
    style = active_house_style(draft.organisation_id)
    word = docx_bytes(numbered(form, draft=draft.pk, number=number).document(created=at), style)
    version = ContractVersion.objects.create(
        draft=draft,
        number=number,
        form=form,
        digest=digest,
        word=word,
        word_digest=sha256(word).hexdigest(),
        house_style=style.digest if style else "",
        made_by=actor,
        made_at=at,
    )
    removed = {
        code
        for code, each in in_force(drafted.deviations, drafted.models).items()
        if each.kind == ClauseDeviation.Kind.REMOVED
    }
    ContractClause.objects.bulk_create(
        ContractClause(contract=version, version=each.version, position=each.position)
        for each in drafted.chosen
        if each.version.clause.code not in removed
    )
    _record(version, last, actor)
    return version


def _record(version: ContractVersion, last: ContractVersion | None, actor: User) -> None:
    draft = version.draft
    record(
        organisation=draft.organisation,
        at=version.made_at,
        actor=actor,
        action="contract.made_final",
        subject=draft.reference,
        details={
            "version": version.number,
            "word": version.word_digest,
            "house_style": version.house_style,
        },
        before=last.digest if last else "",
        after=version.digest,
    )
