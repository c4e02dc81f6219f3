"""The page on which the blanks of a draft are filled in, one group of fields a clause."""

from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Fieldset, Layout, Submit
from django import forms
from django.utils.translation import gettext_lazy as _

from clauses.assembly import period
from clauses.forms.fields import as_typed, field_for
from clauses.questionnaire import Question
from procurement.words import words


class FillInForm(forms.Form):
    revision = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, questions: Sequence[Question], revision: int, **options: Any) -> None:
        self.questions = questions
        super().__init__(*args, **options)
        self.initial["revision"] = revision
        for each in questions:
            self.fields[each.name] = field_for(each.variable, each.origin)
            self.initial[each.name] = as_typed(each.variable, each.value or each.variable.default)
        self.helper = self._helper()

    def values(self) -> dict[str, dict[str, str]]:
        """By clause, what was filled in; a field that is not right, or was not sent, keeps what is stored."""
        found: dict[str, dict[str, str]] = {}
        for each in self.questions:
            found.setdefault(each.clause.code, {})[each.variable.name] = self._value(each)
        return found

    def _value(self, question: Question) -> str:
        """A default that nobody changed is not stored: what the tender or the bid says goes before it."""
        if question.name not in self.data:
            return question.value
        typed: str = self.cleaned_data.get(question.name, question.value)
        untouched = not question.value and typed == question.variable.default
        return "" if untouched else typed

    def clean(self) -> dict[str, Any]:
        """The first and the last day are judged together, beside the last one."""
        cleaned = super().clean() or {}
        for each in self.questions:
            if each.clause.place == period.DATES and each.variable.name == period.LAST:
                names = {name: f"{each.clause.code}--{name}" for name in (period.FIRST, period.LAST)}
                fault = period.fault_in({name: cleaned.get(field) or "" for name, field in names.items()})
                if fault is not None:
                    self.add_error(each.name, words(fault))
        return cleaned

    def differences(self) -> list[tuple[Question, str, str]]:
        """Each blank where what was typed is not what is stored: the question, stored, typed."""
        return [
            (each, stored, typed)
            for each in self.questions
            if (stored := as_typed(each.variable, each.value or each.variable.default))
            != (typed := str(self[each.name].value() or "").strip())
        ]

    def _helper(self) -> FormHelper:
        helper = FormHelper()
        helper.form_id = "fill-in"
        helper.layout = Layout("revision", *self._groups())
        helper.add_input(Submit("save", _("Sla op en bekijk")))
        helper.attrs = {"novalidate": ""}
        return helper

    def _groups(self) -> Iterable[Fieldset]:
        for code, each in groupby(self.questions, key=lambda question: question.clause.code):
            group = list(each)
            names = [question.name for question in group]
            yield Fieldset(words(group[0].clause.title), *names, css_id=f"fill-{code}")
