"""Between the forms of the editor and the text of a clause file, in both directions."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.http import QueryDict
from django.utils.translation import gettext as _

from clauses.assembly.clause import LibraryClause
from clauses.assembly.duties import carried, duties_of, head_kpi, lost_duties
from clauses.assembly.duty import KIND_LABELS, Duty
from clauses.assembly.same_in_both import differences
from clauses.assembly.source import ClauseError, parse_clause
from clauses.assembly.stored_duties import duties_as_data
from clauses.assembly.writing import source_of
from clauses.forms.proposal import ALWAYS, AS_IT_WAS, ProposalForm, on_line
from clauses.forms.proposal_blanks import BlankForms, blank_forms, initial_blanks
from clauses.forms.proposal_kpi import initial_kpi, kpi_fault, typed_kpi
from procurement.words import words

_HEAD = re.compile(r"\A\+\+\+\n(?P<head>.*?\n)\+\+\+\n", re.DOTALL)
BLANKS = "blanks"


@dataclass(frozen=True, slots=True)
class Place:
    """Which version is written: its code and number, and the text from which it starts, if there is one."""

    code: str
    number: int
    base: str = ""


@dataclass(frozen=True, slots=True)
class Editor:
    """Both forms of the page, filled in or not."""

    place: Place
    form: ProposalForm
    blanks: BlankForms

    def clause(self) -> LibraryClause | None:
        """The clause that was typed; else None, and each fault stands with its field and line."""
        if not (self.form.is_valid() and self.blanks.is_valid()):
            return None
        source = self.source()
        try:
            clause = parse_clause(source, self.place.code)
        except ClauseError as error:
            self.form.add_error(*_told(error, source))
            return None
        for _provision, message in differences(clause.nl, clause.en):
            self.form.add_error("text_en", words(message))
        if fault := kpi_fault(self.form.cleaned_data, clause):
            self.form.add_error("kpi_provision", fault)
        return clause if self.form.is_valid() else None

    def source(self) -> str:
        """The text of the file; call it when both forms are valid."""
        given = self.form.cleaned_data
        head = _head(given, self.place, self.blanks.declarations())
        texts = given["text_nl"], given["text_en"]
        duties = _duties(self.place.base, given, source_of(head, *texts))
        return source_of(head | ({"duties": duties_as_data(duties)} if duties else {}), *texts)


def editor(
    place: Place, *, data: QueryDict | None = None, clause: LibraryClause | None = None, **initial: Any
) -> Editor:
    """`clause` fills in the forms; `data` is what was typed."""
    start = {**(_initial(clause) | _typed_before(place, clause) if clause else {}), **initial}
    return Editor(
        place,
        ProposalForm(data, initial=start, keeps_condition=bool(place.base)),
        blank_forms(data, prefix=BLANKS, initial=initial_blanks(clause.variables if clause else ())),  # type: ignore[arg-type]
    )


def _head(given: Mapping[str, Any], place: Place, variables: list[dict[str, object]]) -> dict[str, object]:
    kept = _kept(place.base)
    head: dict[str, object] = {"code": place.code, "version": place.number, "order": given["order"]}
    head |= {"title": _both(given, "title"), "theme": given["theme"], "purpose": _both(given, "purpose")}
    head |= {name: given[name] for name in ("basis", "criteria", "ambition")}
    head["condition"] = _condition(given["condition"], kept)
    head["rung"] = given["rung"]
    if given["instead_of"]:
        head["instead_of"] = given["instead_of"]
    head |= {name: given[name] for name in ("approver", "valid_from", "review_by")}
    if given["kpi_title_nl"] or given["kpi_title_en"]:
        head["kpi"] = _kpi(given)
    if variables:
        head["variables"] = variables
    return head


def _kpi(given: Mapping[str, Any]) -> dict[str, object]:
    kpi: dict[str, object] = {"title": _both(given, "kpi_title"), "unit": _both(given, "kpi_unit")}
    return kpi | ({"variable": given["kpi_variable"]} if given["kpi_variable"] else {})


def _both(given: Mapping[str, Any], name: str) -> dict[str, str]:
    return {"nl": given[f"{name}_nl"].strip(), "en": given[f"{name}_en"].strip()}


def _duties(base: str, given: Mapping[str, Any], source: str) -> list[Duty]:
    """Those of the text from which this one starts that it still has, and the KPI as it was typed."""
    try:
        clause = parse_clause(source, "new")
    except ClauseError:
        return []  # told when the whole is read
    kept = carried(parse_clause(base, "base"), clause) if base else ()
    typed = typed_kpi(given, clause)
    if typed is None:
        return list(kept)
    return [typed, *(each for each in kept if each != head_kpi(kept))]


def lost_words(base: str, clause: LibraryClause) -> list[str]:
    """The obligations of the text from which this one starts that it does not have, in words."""
    lost = lost_duties(parse_clause(base, "base"), clause) if base else ()
    return [_in_words(duty, clause) for duty in lost]


def _in_words(duty: Duty, clause: LibraryClause) -> str:
    title = duty.title or (clause.kpi.title if clause.kpi else clause.title)
    said = {"kind": words(KIND_LABELS[duty.kind]), "title": words(title), "number": duty.provision}
    return _("%(kind)s: %(title)s (lid %(number)s van die tekst)") % said


def _condition(chosen: str, kept: Mapping[str, Any]) -> object:
    if chosen == AS_IT_WAS:
        return kept["condition"]
    return {"all": []} if chosen == ALWAYS else {"is": chosen}


def _kept(base: str) -> Mapping[str, Any]:
    found = _HEAD.match(base)
    return tomllib.loads(found["head"]) if found else {}


def _told(error: ClauseError, source: str) -> tuple[str | None, str]:
    """The field in which the fault is, and the words with the line in that field."""
    nl = source.count("\n", 0, source.index("\n# Nederlands\n")) + 3
    en = source.count("\n", 0, source.rindex("\n# English\n")) + 3
    if error.line > en:
        return "text_en", on_line(error.line - en, error.message)
    if error.line > nl:
        return "text_nl", on_line(error.line - nl, error.message)
    return None, words(error.message)


def _initial(clause: LibraryClause) -> dict[str, Any]:
    both = {"title": clause.title, "purpose": clause.purpose}
    if clause.kpi:
        both |= {"kpi_title": clause.kpi.title, "kpi_unit": clause.kpi.unit}
    fields = ("theme", "criteria", "ambition", "order", "rung", "instead_of", "approver", "review_by")
    nl, en = texts_in(clause.source)
    return {
        **{f"{name}_nl": text.nl for name, text in both.items()},
        **{f"{name}_en": text.en for name, text in both.items()},
        **{name: getattr(clause, name) for name in fields},
        "valid_from": clause.valid_from,
        "basis": "\n".join(clause.basis),
        "kpi_variable": clause.kpi.variable if clause.kpi else "",
        "condition": AS_IT_WAS,
        "text_nl": nl,
        "text_en": en,
    }


def _typed_before(place: Place, clause: LibraryClause) -> dict[str, Any]:
    """The measuring of the KPI where it is not that of the text from which this one starts."""
    kept = carried(parse_clause(place.base, "base"), clause) if place.base else ()
    duty = head_kpi(duties_of(clause))
    return {} if duty in kept else initial_kpi(duty)


def texts_in(source: str) -> tuple[str, str]:
    """The two texts as they were written."""
    before, english = source.rsplit("\n# English\n", 1)
    return before.split("\n# Nederlands\n", 1)[1].strip("\n"), english.strip("\n")
