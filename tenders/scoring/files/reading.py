"""From file or plain data to a `Tender`; everything that is wrong is collected and named by its place."""

import json
import tomllib
from pathlib import Path

from procurement.language import Text
from tenders.scoring.codes import as_read
from tenders.scoring.files.fields import Fields, shown
from tenders.scoring.files.lots import read_lot
from tenders.scoring.files.unreadable import UnreadableTender
from tenders.scoring.model import Tender
from tenders.scoring.problem import Problem

LARGEST_FILE = 5_000_000  # bytes

_NOT_FOUND = Text(
    nl="Het bestand is er niet. Controleer de naam en de map.",
    en="The file is not there. Check its name and folder.",
)
_NO_ACCESS = Text(
    nl="Het bestand is niet te lezen. Controleer of het een gewoon bestand is dat u mag openen.",
    en="The file cannot be read. Check that it is an ordinary file that you may open.",
)
_TOO_LARGE = Text(
    nl="Het bestand is groter dan 5 MB. Splits het in een bestand per perceel.",
    en="The file is larger than 5 MB. Split it into a file for each lot.",
)
_NOT_UTF8 = Text(
    nl="Het bestand is geen UTF-8-tekst. Sla het op als UTF-8.",
    en="The file is not UTF-8 text. Save it as UTF-8.",
)
_SUFFIX = Text(
    nl="Gebruik een bestand dat eindigt op .toml of .json.", en="Use a file that ends in .toml or .json."
)
_NOT_TOML = Text(
    nl="Dit is geen geldige TOML; herstel de genoemde regel. De lezer meldt: {reason}",
    en="This is not valid TOML; mend the line named. The reader reports: {reason}",
)
_NOT_JSON = Text(
    nl="Dit is geen geldige JSON; herstel de genoemde regel. De lezer meldt: {reason}",
    en="This is not valid JSON; mend the line named. The reader reports: {reason}",
)
_TOO_DEEP = Text(
    nl="Het bestand is te diep genest. Haal lagen weg.", en="The file is nested too deeply. Remove layers."
)
_LONG_NUMBER = Text(
    nl="Er staat een getal of datum in die niet kan bestaan. Schrijf getallen als tekst.",
    en="It holds a number or date that cannot exist. Write numbers as text.",
)
_TWICE = Text(
    nl="Het veld ‘{name}’ staat er twee keer in dezelfde tabel. Haal er een weg.",
    en="The field ‘{name}’ occurs twice in the same table. Remove one.",
)
_NO_LOTS = Text(
    nl="Er is geen enkel perceel. Beschrijf er minstens een.", en="There is no lot. Describe at least one."
)
_CODE_TWICE = Text(
    nl="Deze code komt vaker voor. Geef elk perceel een eigen code.",
    en="This code occurs more than once. Give each lot its own code.",
)


def read(path: Path) -> Tender:
    """The tender in a .toml or .json file. Raises UnreadableTender."""
    return from_data(load(path))


def load(path: Path) -> object:
    """The plain data in a .toml or .json file, not yet looked at. Raises UnreadableTender."""
    if path.suffix.lower() not in (".toml", ".json"):
        raise _refused(_SUFFIX)
    try:
        with path.open("rb") as file:
            content = file.read(LARGEST_FILE + 1)
    except FileNotFoundError:
        raise _refused(_NOT_FOUND) from None
    except OSError:
        raise _refused(_NO_ACCESS) from None
    if len(content) > LARGEST_FILE:
        raise _refused(_TOO_LARGE)
    try:
        text = content.decode("utf-8-sig")  # Windows puts a byte order mark in front
    except UnicodeDecodeError:
        raise _refused(_NOT_UTF8) from None
    return _toml(text) if path.suffix.lower() == ".toml" else _json(text)


def from_toml(text: str) -> Tender:
    return from_data(_toml(text))


def from_json(text: str) -> Tender:
    return from_data(_json(text))


def _toml(text: str) -> object:
    _limit(text)
    try:
        return tomllib.loads(text)
    except RecursionError:
        raise _refused(_TOO_DEEP) from None
    except tomllib.TOMLDecodeError as fault:
        raise _refused(_NOT_TOML.format(reason=str(fault))) from None
    except ValueError:
        raise _refused(_LONG_NUMBER) from None


def _json(text: str) -> object:
    _limit(text)
    try:
        return json.loads(text, object_pairs_hook=_once)
    except RecursionError:
        raise _refused(_TOO_DEEP) from None
    except UnreadableTender:
        raise
    except json.JSONDecodeError as fault:
        raise _refused(_NOT_JSON.format(reason=str(fault))) from None
    except ValueError:
        raise _refused(_LONG_NUMBER) from None


def from_data(data: object) -> Tender:
    """The tender in plain data: dicts, lists, texts. The same format as the files."""
    problems: list[Problem] = []
    fields = Fields(data, "", problems)
    tender = Tender(
        reference=fields.text("reference", required=True),
        title=fields.text("title", required=True),
        authority=fields.text("authority", required=True),
        subject=fields.text("subject"),
        lots=fields.list("lots", lambda value, place: read_lot(value, place, problems)),
    )
    fields.take("publication")  # terms beside the arithmetic, see `tenders.publication`
    fields.take("legal")  # facts for the legality check, see `tenders.lint`
    fields.take("reasons")  # of lawyers, see `tenders.lint`
    fields.take("policy")  # of the organisation, see `tenders.lint`
    fields.take("themes")  # of the criteria, see `tenders.lint`
    fields.close()
    if not tender.lots and not problems:
        problems.append(Problem("lots", _NO_LOTS))
    codes = [as_read(lot.code) for lot in tender.lots]
    problems += [
        Problem(f"lots[{index}].code", _CODE_TWICE)
        for index, code in enumerate(codes)
        if code in codes[:index]
    ]
    if problems:
        raise UnreadableTender(problems)
    return tender


def _limit(text: str) -> None:
    if len(text) > LARGEST_FILE:
        raise _refused(_TOO_LARGE)


def _once(pairs: list[tuple[str, object]]) -> dict[str, object]:
    found: dict[str, object] = {}
    for name, value in pairs:
        if name in found:
            raise _refused(_TWICE.format(name=shown(name)))
        found[name] = value
    return found


def _refused(message: Text) -> UnreadableTender:
    return UnreadableTender((Problem("", message),))
