"""The page on which the blanks of a draft are filled in, one group of fields a clause."""

from collections.abc import Sequence
from typing import Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Fieldset, Layout, Submit
from django import forms
from django.utils.translation import gettext_lazy as _

from clauses.assembly.clause import LibraryClause
from clauses.assembly.variables import Variable
from clauses.forms.fields import as_typed, field_for
from clauses.words import words


class FillInForm(forms.Form):
    """`values` are what is stored: clause code → name → written form."""

    revision = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(
        self,
        *args: Any,
        clauses: Sequence[LibraryClause],
        values: dict[str, dict[str, str]],
        revision: int,
        **options: Any,
    ) -> None:
        self.clauses = clauses
        super().__init__(*args, **options)
        self.initial["revision"] = revision
        for clause in clauses:
            for variable in clause.variables:
                name = _name(clause, variable)
                self.fields[name] = field_for(variable)
                stored = values.get(clause.code, {}).get(variable.name, variable.default)
                self.initial[name] = as_typed(variable, stored)
        self.helper = self._helper()

    def values(self) -> dict[str, dict[str, str]]:
        """What was filled in, by clause; call it on a valid form."""
        return {
            clause.code: {
                variable.name: self.cleaned_data[_name(clause, variable)] for variable in clause.variables
            }
            for clause in self.clauses
        }

    def _helper(self) -> FormHelper:
        helper = FormHelper()
        helper.layout = Layout(
            "revision", *(self._group(clause) for clause in self.clauses if clause.variables)
        )
        helper.add_input(Submit("save", _("Sla op en bekijk")))
        helper.attrs = {"novalidate": ""}
        return helper

    def _group(self, clause: LibraryClause) -> Fieldset:
        names = [_name(clause, variable) for variable in clause.variables]
        return Fieldset(words(clause.title), *names, css_id=f"fill-{clause.code}")


def _name(clause: LibraryClause, variable: Variable) -> str:
    return f"{clause.code}--{variable.name}"
