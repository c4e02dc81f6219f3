"""An own version of a clause of the library: where the editor starts from, and what is kept."""

import re

import pytest
from django.http import QueryDict

from clauses.assembly.clause import LibraryClause
from clauses.assembly.duties import duties_of, head_kpi
from clauses.assembly.library import read_library
from clauses.drafts import clause_from
from clauses.loading import load_library
from clauses.models import ClauseProposal, ClauseVersion
from clauses.proposing import Place, editor, texts_in
from clauses.services import ForeignClause, choose_clauses, start_draft
from procurement.organisations.models import Role
from tests.cast import organisation
from tests.clauses.assembly.builders import clause
from tests.clauses.own_texts import MEASURED, NOW, REPORT, published, submitted
from tests.clauses.proposal_pages import MODEL
from tests.signing_in import client_of

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def library() -> None:
    load_library(at=NOW, clauses=[MODEL])


def test_an_own_version_starts_from_the_text_of_the_library_and_keeps_its_condition() -> None:
    base = ClauseVersion.objects.get()
    shown = editor(Place("text", 1, base.source), clause=clause_from(base.source))
    sent = {name: field for name, field in _sent(shown).items() if field not in (None, "")}

    client_of(Role.OFFICER).post(f"/clausules/nieuw/?van={base.pk}", {**sent, "reason": "Meer."})

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


def take_back(**changes: str) -> LibraryClause | None:
    """The own version of a clause of the library as it was typed; None when it is refused."""
    (model,) = (each for each in read_library() if (each.code, each.version) == ("take-back-reuse", 2))
    place, sent = Place("take-back-reuse", 1, model.source), QueryDict(mutable=True)
    for name, value in (_sent(editor(place, clause=model)) | {"reason": "Meer."} | changes).items():
        sent.setlist(name, value) if isinstance(value, list | tuple) else sent.update({name: str(value)})
    return editor(place, data=sent).clause()


def test_a_rewritten_kpi_is_asked_for_anew_and_the_other_duties_stay() -> None:
    (model,) = (each for each in read_library() if (each.code, each.version) == ("take-back-reuse", 2))
    kpi, others = head_kpi(duties_of(model)), [each for each in duties_of(model) if each.kind != "kpi"]
    assert kpi is not None
    changed = texts_in(model.source)[0].replace(kpi.words, "Anders gezegd")
    measured = MEASURED | {"kpi_provision": str(kpi.provision)}

    read = take_back(text_nl=changed, **measured)

    assert take_back(text_nl=changed) is None
    assert read is not None
    typed = head_kpi(read.duties)
    assert typed is not None
    assert "Anders gezegd" in typed.words
    assert {each.title for each in read.duties if each.kind != "kpi"} <= {each.title for each in others}


def with_a_first_provision(text: str, first: str) -> str:
    """The same list, each number one higher."""
    lines = [re.sub(r"^(\d+)\. ", lambda found: f"{int(found[1]) + 1}. ", line) for line in text.split("\n")]
    return "\n".join((f"1. {first}", *lines))


def test_a_new_first_provision_keeps_every_duty() -> None:
    (model,) = (each for each in read_library() if (each.code, each.version) == ("take-back-reuse", 2))
    nl, en = texts_in(model.source)

    read = take_back(
        text_nl=with_a_first_provision(nl, "Partijen houden zich hieraan."),
        text_en=with_a_first_provision(en, "The parties comply with this."),
    )

    assert read is not None
    assert [(each.kind, each.provision) for each in read.duties] == [
        (each.kind, each.provision + 1) for each in duties_of(model)
    ]


def test_the_author_and_the_lawyer_read_which_obligations_fall_away() -> None:
    text = clause("kept", "1. De leverancier rapporteert bij elke levering.", more=REPORT)
    load_library(at=NOW, clauses=[text])
    base = ClauseVersion.objects.get(clause__code="kept")
    row = submitted("kept", "1. De leverancier rapporteert soms.", based_on=base)

    pages = [client_of(role).get(f"/clausules/voorstellen/{row.pk}/") for role in (Role.OFFICER, Role.LAWYER)]

    assert [page.context["lost"] for page in pages] == [["Rapportage: Rapport (lid 1 van die tekst)"]] * 2
    assert all("Deze afspraken vallen weg" in page.content.decode() for page in pages)


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
