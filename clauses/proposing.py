"""Between the forms of the editor and the text of a clause file, in both directions."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from django.http import QueryDict

from clauses.assembly.clause import LibraryClause
from clauses.assembly.duties import faults_of
from clauses.assembly.library import FOLDER
from clauses.assembly.same_in_both import differences
from clauses.assembly.source import ClauseError, parse_clause
from clauses.assembly.writing import source_of
from clauses.forms.proposal import ALWAYS, AS_IT_WAS, ProposalForm, on_line
from clauses.forms.proposal_blanks import BlankForms, blank_forms, initial_blanks
from clauses.words import words

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
        return clause if self.form.is_valid() else None

    def source(self) -> str:
        """The text of the file; call it when both forms are valid."""
        given = self.form.cleaned_data
        head = _head(given, self.place, self.blanks.declarations())
        texts = given["text_nl"], given["text_en"]
        duties = _still_there(_duties(self.place.base), head, texts)
        return source_of(head | ({"duties": duties} if duties else {}), *texts)


def editor(
    place: Place, *, data: QueryDict | None = None, clause: LibraryClause | None = None, **initial: Any
) -> Editor:
    """`clause` fills in the forms; `data` is what was typed."""
    start = {**(_initial(clause) if clause else {}), **initial}
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


def _duties(base: str) -> list[dict[str, object]]:
    """The duties of the text from which this one starts: from its head, or from the file beside it."""
    if not base:
        return []
    clause = parse_clause(base, "base")
    beside = FOLDER / clause.code / f"{clause.version}.duties.toml"
    found = _kept(base).get("duties")
    if found is None and beside.is_file():
        read = tomllib.loads(beside.read_text(encoding="utf-8"))
        found = read["duties"] if read["text"] == clause.digest else []
    return list(found or [])


def _still_there(
    duties: list[dict[str, object]], head: dict[str, object], texts: tuple[str, str]
) -> list[dict[str, object]]:
    """Those whose words and blanks the new text still has in the same provision."""
    if not duties:
        return []
    try:
        clause = parse_clause(source_of(head | {"duties": duties}, *texts), "new")
    except ClauseError:
        return []
    pairs = zip(duties, clause.duties, strict=True)
    return [written for written, duty in pairs if not faults_of(replace(clause, duties=(duty,)))]


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


def texts_in(source: str) -> tuple[str, str]:
    """The two texts as they were written."""
    before, english = source.rsplit("\n# English\n", 1)
    return before.split("\n# Nederlands\n", 1)[1].strip("\n"), english.strip("\n")
