"""A form of one file and one button."""

from typing import Any, ClassVar

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Submit
from django import forms
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy

from procurement.incoming.limits import STANDARD

Words = str | Promise


class FileForm(forms.Form):
    """Whoever derives from it adds the field `file`, and says in `too_large` how a file gets smaller."""

    most_bytes: ClassVar[int] = STANDARD.file_bytes
    too_large: ClassVar[Words]
    button: ClassVar[tuple[str, Words]] = ("compare", gettext_lazy("Vergelijk"))

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.helper = FormHelper()
        self.helper.attrs = {"novalidate": ""}
        self.helper.add_input(Submit(*self.button))

    def clean_file(self) -> Any:
        file: UploadedFile[Any] = self.cleaned_data["file"]
        if (file.size or 0) > self.most_bytes:
            raise ValidationError(str(self.too_large))
        return file
