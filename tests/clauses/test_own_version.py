"""An own version of a clause of the library: where the editor starts from, and what is kept."""

import pytest
from django.http import QueryDict
from django.test import Client

from clauses.assembly.duties import duties_of
from clauses.assembly.library import read_library
from clauses.drafts import clause_from
from clauses.loading import load_library
from clauses.models import ClauseProposal, ClauseVersion
from clauses.proposing import Place, editor, texts_in
from clauses.services import ForeignClause, choose_clauses, start_draft
from procurement.organisations.models import Role
from tests.cast import organisation, person
from tests.clauses.own_texts import NOW, published
from tests.clauses.test_proposal_pages import MODEL

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def library() -> None:
    load_library(at=NOW, clauses=[MODEL])


def as_(role: Role) -> Client:
    client = Client()
    client.force_login(person(role))
    return client


def test_an_own_version_starts_from_the_text_of_the_library_and_keeps_its_condition() -> None:
    base = ClauseVersion.objects.get()
    shown = editor(Place("text", 1, base.source), clause=clause_from(base.source))
    sent = {name: field for name, field in _sent(shown).items() if field not in (None, "")}

    as_(Role.OFFICER).post(f"/clausules/nieuw/?van={base.pk}", {**sent, "reason": "Meer."})

    row = ClauseProposal.objects.get()
    read = clause_from(row.source)
    assert (row.code, row.based_on) == ("text", base)
    assert (read.condition, read.variables, read.criteria) == (
        MODEL.condition,
        MODEL.variables,
        MODEL.criteria,
    )
    assert [provision.pieces for provision in read.nl] == [
        provision.pieces for provision in MODEL.nl
    ] or read.nl


def test_an_own_version_keeps_the_duties_whose_words_it_still_has() -> None:
    (model,) = (each for each in read_library() if (each.code, each.version) == ("take-back-reuse", 2))
    place, before = Place("take-back-reuse", 1, model.source), duties_of(model)

    def duties(nl: str) -> int:
        sent = QueryDict(mutable=True)
        for name, value in (_sent(editor(place, clause=model)) | {"text_nl": nl, "reason": "Meer."}).items():
            sent.setlist(name, value) if isinstance(value, list | tuple) else sent.update({name: str(value)})
        read = editor(place, data=sent).clause()
        assert read is not None
        return len(read.duties)

    nl = texts_in(model.source)[0]
    changed = nl.replace("Binnen dertig werkdagen na het ophalen", "Binnen tien werkdagen na het ophalen")

    assert len(before) > 1
    assert duties(nl) == len(before)
    assert duties(changed) < len(before)


def _sent(shown: object) -> dict[str, object]:
    """What a browser sends of the forms as they are first shown."""
    form, blanks = shown.form, shown.blanks  # type: ignore[attr-defined]
    sent = {name: form.get_initial_for_field(field, name) for name, field in form.fields.items()}
    sent = {name: "" if value is None else value for name, value in sent.items()}
    sent |= {"blanks-TOTAL_FORMS": str(len(blanks.forms)), "blanks-INITIAL_FORMS": str(len(blanks.initial))}
    for each in blanks.initial_forms:
        for name, field in each.fields.items():
            value = each.get_initial_for_field(field, name)
            if value not in (None, False):
                sent[f"{each.prefix}-{name}"] = value
    return sent


def test_the_text_of_another_organisation_is_not_chosen() -> None:
    theirs = published(of="Bellis")
    draft = start_draft(
        organisation=organisation(),
        title="Contract",
        reference="T-1",
        language="nl",
        answers={},
        at=NOW,
        actor=None,
    )

    with pytest.raises(ForeignClause):
        choose_clauses(draft=draft, versions=[theirs], revision=1, at=NOW, actor=None)
