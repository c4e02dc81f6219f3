"""Why a file is refused: a code, a sentence that says what happened and what to do, and where."""

import unicodedata
from dataclasses import dataclass

from procurement.incoming.codes import Code
from procurement.incoming.sentences import SENTENCES
from procurement.language import Text


@dataclass(frozen=True, slots=True)
class Refusal:
    """`place` names the part, cell or line, safe to show; `most` is the limit that was passed."""

    code: Code
    place: str = ""
    most: str = ""

    @property
    def text(self) -> Text:
        """What happened, what to do, and where."""
        sentence = SENTENCES[self.code].format(most=self.most)
        if not self.place:
            return sentence
        return Text(nl=f"{sentence.nl} Plaats: ‘{self.place}’.", en=f"{sentence.en} Place: ‘{self.place}’.")


class Refused(ValueError):
    """The file is not taken in; `refusal` says why and what to do."""

    def __init__(self, code: Code, place: str = "", most: str = "") -> None:
        self.refusal = Refusal(code, shown(place), most)
        super().__init__(self.refusal.text.en)


LONGEST_PLACE = 80  # characters


def shown(place: str) -> str:
    """A name out of the file, at most 80 characters, with nothing invisible left in it."""
    start = unicodedata.normalize("NFC", place[: LONGEST_PLACE + 1])
    visible = "".join(each if each.isprintable() else "?" for each in start)
    return visible if len(visible) <= LONGEST_PLACE else f"{visible[: LONGEST_PLACE - 1]}…"
