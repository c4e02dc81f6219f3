"""The reason of a lawyer for one finding of the legality check."""

from typing import Any

from django.utils.translation import gettext_lazy

from tenders.forms.award import PartForm, ProseField


class LegalReasonForm(PartForm):
    """`finding` is the key of the finding: many of these forms stand on one page."""

    text = ProseField(
        label=gettext_lazy("Motivering"),
        help_text=gettext_lazy("Waarom mag dit hier? De motivering komt in de stukken en in het dossier."),
    )

    def __init__(self, *args: Any, finding: str, **options: Any) -> None:
        super().__init__(*args, prefix=finding, **options)
