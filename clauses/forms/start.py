"""The page on which a draft is started: whose contract, which language, and the questions about it."""

from typing import Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Submit
from django import forms
from django.contrib.auth.models import AnonymousUser, User
from django.utils.translation import gettext_lazy as _

from clauses.access import EDITORS
from clauses.assembly.facts import FACTS, Fact
from clauses.models import ContractDraft
from procurement.organisations.access import only_one, organisations_with_role
from procurement.organisations.models import Organisation
from procurement.words import lazy_words


class StartDraftForm(forms.Form):
    organisation = forms.ModelChoiceField(label=_("Organisatie"), queryset=Organisation.objects.none())
    title = forms.CharField(label=_("Titel van het contract"), max_length=200)
    reference = forms.CharField(label=_("Kenmerk"), max_length=100)
    language = forms.ChoiceField(label=_("Taal van het contract"), choices=ContractDraft.Language.choices)

    def __init__(self, *args: Any, user: User | AnonymousUser, **options: Any) -> None:
        super().__init__(*args, **options)
        organisation = self.fields["organisation"]
        assert isinstance(organisation, forms.ModelChoiceField)
        organisation.queryset = organisations_with_role(user, *EDITORS)
        organisation.initial = only_one(organisation.queryset)
        for fact in FACTS:
            self.fields[fact.code] = _question(fact)
        self.helper = FormHelper()
        self.helper.add_input(Submit("start", _("Maak concept")))

    def answers(self) -> dict[str, list[str]]:
        """The answers by question; call it on a valid form."""
        given = {fact.code: self.cleaned_data[fact.code] for fact in FACTS}
        return {code: [each] if isinstance(each, str) else each for code, each in given.items() if each}


def _question(fact: Fact) -> forms.Field:
    choices = [(answer.code, lazy_words(answer.label)) for answer in fact.answers]
    label = lazy_words(fact.question)
    if fact.several:
        return forms.MultipleChoiceField(
            label=label, choices=choices, widget=forms.CheckboxSelectMultiple, required=False
        )
    return forms.ChoiceField(label=label, choices=choices, widget=forms.RadioSelect)
