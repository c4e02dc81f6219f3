"""Strict reading of the TOML head of a clause file: keys are asked for by name, what is left is refused."""

import re
from collections.abc import Iterator
from datetime import date, datetime
from typing import TypeVar

from procurement.language import Text

T = TypeVar("T")
_SLUG = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")


class WrongEntry(ValueError):
    """A key that is missing, unknown or of the wrong kind; `key` is its dotted name."""

    def __init__(self, key: str, message: Text) -> None:
        super().__init__(f"{key}: {message.en}")
        self.key = key
        self.message = message


class Table:
    """One TOML table that remembers which of its keys were read."""

    def __init__(self, data: dict[str, object], name: str = "") -> None:
        self._left = dict(data)
        self._name = name

    def key(self, key: str) -> str:
        return f"{self._name}.{key}" if self._name else key

    def has(self, key: str) -> bool:
        return key in self._left

    def words(self, key: str) -> str:
        found = self._take(key, str, Text(nl="een tekst", en="a text"))
        if not found.strip():
            raise WrongEntry(self.key(key), Text(nl="De tekst is leeg.", en="The text is empty."))
        return found

    def slug(self, key: str) -> str:
        """A code: small letters, digits and single hyphens."""
        found = self.words(key)
        if not _SLUG.fullmatch(found):
            raise WrongEntry(
                self.key(key),
                Text(
                    nl="Gebruik kleine letters, cijfers en streepjes.",
                    en="Use small letters, digits and hyphens.",
                ),
            )
        return found

    def whole_number(self, key: str) -> int:
        found = self._take(key, int, Text(nl="een geheel getal", en="a whole number"))
        if isinstance(found, bool):
            raise WrongEntry(self.key(key), Text(nl="Dit moet een getal zijn.", en="This must be a number."))
        return found

    def yes_or_no(self, key: str) -> bool:
        return self._take(key, bool, Text(nl="true of false", en="true or false"))

    def day(self, key: str) -> date:
        found = self._take(key, date, Text(nl="een datum", en="a date"))
        if isinstance(found, datetime):
            raise WrongEntry(self.key(key), Text(nl="Geef geen tijd op.", en="Give no time of day."))
        return found

    def list_of_words(self, key: str) -> tuple[str, ...]:
        found = self._take(key, list, Text(nl="een lijst", en="a list"))
        if not all(isinstance(each, str) and each for each in found):
            raise WrongEntry(
                self.key(key), Text(nl="Elk deel moet een tekst zijn.", en="Every item must be a text.")
            )
        return tuple(found)

    def both_languages(self, key: str) -> Text:
        table = self.table(key)
        text = Text(nl=table.words("nl"), en=table.words("en"))
        table.finish()
        return text

    def table(self, key: str) -> "Table":
        return Table(self._take(key, dict, Text(nl="een tabel", en="a table")), self.key(key))

    def tables(self, key: str) -> Iterator["Table"]:
        for number, each in enumerate(
            self._take(key, list, Text(nl="een lijst tabellen", en="a list of tables"))
        ):
            name = f"{self.key(key)}[{number}]"
            if not isinstance(each, dict):
                raise WrongEntry(name, Text(nl="Dit moet een tabel zijn.", en="This must be a table."))
            yield Table(each, name)

    def anything(self, key: str) -> object:
        return self._take(key, object, Text(nl="een waarde", en="a value"))

    def one_of(self, key: str, allowed: tuple[T, ...]) -> T:
        found = self.words(key)
        for each in allowed:
            if each == found:
                return each
        known = ", ".join(str(each) for each in allowed)
        raise WrongEntry(
            self.key(key),
            Text(
                nl=f"{found!r} bestaat niet. Kies uit: {known}.",
                en=f"No such {found!r}. Choose from: {known}.",
            ),
        )

    def finish(self) -> None:
        for key in self._left:
            raise WrongEntry(self.key(key), Text(nl="Deze sleutel is onbekend.", en="This key is unknown."))

    def _take(self, key: str, kind: type[T], wanted: Text) -> T:
        if key not in self._left:
            raise WrongEntry(self.key(key), Text(nl="Deze sleutel ontbreekt.", en="This key is missing."))
        found = self._left.pop(key)
        if not isinstance(found, kind):
            raise WrongEntry(
                self.key(key), Text(nl=f"Dit moet {wanted.nl} zijn.", en=f"This must be {wanted.en}.")
            )
        return found
