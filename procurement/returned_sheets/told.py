"""A sentence on what is wrong with a file, with another on how to mend it, which not every reader may do."""

from dataclasses import dataclass

from procurement.language import Text


@dataclass(frozen=True, slots=True)
class Told(Text):
    """Both sentences, for who fills in the sheet; `happened` for who reads what somebody else filled in."""

    happened: Text

    def format(self, **values: str | Text) -> "Told":
        whole = Text.format(self, **values)
        return Told(whole.nl, whole.en, self.happened.format(**values))


def told(happened: Text, to_do: Text) -> Told:
    return Told(f"{happened.nl} {to_do.nl}", f"{happened.en} {to_do.en}", happened)


def happened(text: Text) -> Text:
    """What is wrong, without how to mend it."""
    return text.happened if isinstance(text, Told) else text
