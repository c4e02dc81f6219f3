"""Labels for products by the names that tenders use for them, and which of them we hold facts about."""

import re

from tenders.lint.vocabulary.equivalence import refuses_other
from tenders.lint.vocabulary.negation import first_demanded, is_example
from tenders.lint.vocabulary.patterns import any_of, gap, only_with, words
from tenders.scorecard.model import EvidenceKind

_NAMES: dict[str, tuple[str, ...]] = {
    "ENERGY STAR": (r"energy[- ]?star",),
    "EU Ecolabel": (
        r"(?:eu|europees|europese|european)[- ]?(?:ecolabel|eco-label|milieukeur)",
        r"eco-?label",
    ),
    "Milieukeur": (r"milieukeur(?: nl)?", r"(?:on the way to )?planetproof"),
    "MSC": (r"msc-\w+", r"asc-keurmerk"),
    "GOTS": (r"gots", r"bluesign"),
    "Green Key": (r"green key",),
    "Umweltzeichen": (r"umweltzeichen",),
    "TCO Certified": (
        r"keurmerk(?:en)? (?:als |van )?tco(?! (?:certified|development))(?= |[.,;)]|$)",
        r"tco[- ]?(?:certified|development|keurmerk|label|gecertificeerd\w*|certifice\w*|certificaat)",
        r"tco[- ]?(?:edge|gen(?:eratie|eration)? ?\d+|\d+(?:\.\d+)?(?= )|displays|notebooks)",
    ),
    "EPEAT": (r"epeat",),
    "Blauer Engel": (r"(?:blauer?|blaue|blauwe|de blauwe|blue) (?:engel|angel)",),
    "Nordic Swan": (r"nordic (?:swan|ecolabel)", r"noordse zwaan", r"svanen"),
    "80 PLUS": (r"80[- ]?plus",),
    "FSC": (r"fsc",),
    "PEFC": (r"pefc",),
    "Cradle to Cradle": (
        r"cradle[- ]to[- ]cradle(?: certified)?(?! (?:analyse|berekening|principe))",
        r"c2c",
    ),
    "Fairtrade": (r"fair[- ]?trade", r"max havelaar"),
    "Fairmined": (r"fairmined",),
    "Rainforest Alliance": (r"rainforest alliance", r"utz"),
    "Beter Leven": (r"beter leven",),
    "EKO": (r"eko-keurmerk",),
    "e-Stewards": (r"e-stewards",),
    "R2": (r"r2[- ](?:certifi\w+|gecertificeerd\w*|keurmerk|standaard|standard)", r"r2v3"),
    "WEEELABEX": (r"weeelabex",),
    "GREENGUARD": (r"greenguard",),
    "ECOLOGO": (r"ecologo",),
    "OEKO-TEX": (r"oeko-tex",),
    "GS": (r"gs-(?:keurmerk|keur)",),
    "KEMA-KEUR": (r"kema-?keur",),
    "TÜV": (r"t(?:ü|u|ue)v-?(?:keurmerk|label)",),
    "Der Grüne Punkt": (r"gr(?:ü|u|ue)ne punkt",),
}
_UNKNOWN = r"[a-z0-9]{2,20}-(?:eco|milieu)?keurmerk"
_SUFFIX = (
    r"(?:[- ](?:keurmerk|label|certifica\w+|certifice\w+|gecertificeerd\w*|geregistreerd\w*|registratie|"
    r"goud|gold|zilver|"
    r"silver|brons|bronze|platinum|titanium|status|keur|logo))?"
)

_ANY = any_of(*(way for ways in _NAMES.values() for way in ways), _UNKNOWN)
LABEL = re.compile(rf"(?<![\w-]){_ANY}{_SUFFIX}(?!\w)")
_ANOTHER = re.compile(rf"(?<![\w-]){_UNKNOWN}(?!\w)")
_EACH = {name: re.compile(rf"(?<![\w-]){any_of(*ways)}(?!\w)") for name, ways in _NAMES.items()}
_KINDS = {
    "ENERGY STAR": EvidenceKind.ENERGY_STAR,
    "EU Ecolabel": EvidenceKind.EU_ECOLABEL,
    "TCO Certified": EvidenceKind.TCO_CERTIFIED,
    "EPEAT": EvidenceKind.EPEAT,
    "Blauer Engel": EvidenceKind.BLAUER_ENGEL,
}


@only_with(
    "energy",
    "star",
    "ecolabel",
    "eco-label",
    "milieukeur",
    "planetproof",
    "msc-",
    "gots",
    "bluesign",
    "green key",
    "umwelt",
    "tco",
    "epeat",
    "engel",
    "angel",
    "swan",
    "zwaan",
    "svanen",
    "80",
    "fsc",
    "pefc",
    "cradle",
    "c2c",
    "fair",
    "havelaar",
    "stewards",
    "rainforest",
    "utz",
    "beter leven",
    "eko-",
    "r2",
    "weeelabex",
    "greenguard",
    "ecologo",
    "oeko",
    "gs-",
    "keur",
    "tüv",
    "tuv",
    "grüne",
    "grune",
    "gruene",
)
def demanded_label(line: str) -> re.Match[str] | None:
    """A label that is asked by name; one example among several is no demand."""
    found = first_demanded(LABEL, line, _of_a_product)
    return None if found is None or is_example(line, found) or _ONE_OF_MANY.search(line) else found


def label_asked(line: str) -> re.Match[str] | None:
    """By name, or without one: the register of its owner decides, or nothing else is taken for it."""
    named = demanded_label(line) or first_demanded(_UNNAMED, line)
    return named or (_ASKED_LABEL.search(line) if refuses_other(line) else None)


def _of_a_product(match: re.Match[str]) -> bool:
    return not _OF_A_FIRM.search(match.string[: match.start()])


_ONE_OF_MANY = re.compile(
    r"\been van de (?:manieren|mogelijkheden|wijzen|middelen|bewijsmiddelen)\b|"
    r"\b(?:mag|mogen|kan|kunnen|een van de)\b.*\b(?:ieder|elke?|iedere|any) (?:ander\w* |other )"
    r"(?:\w+ ){0,2}(?:bewijs|proof|evidence)"
)
_OF_A_FIRM = re.compile(
    r"\b(?:bureau|\w*laboratorium|instelling|instituut|bedrijf|partij) (?:met|onder) (?:een |het )?$"
)
_OWNER = r"(?:keurmerk|label)(?:houder|organisatie|instantie|eigenaar|beheerder)s?"
_UNNAMED = words(
    rf"(?:register|database|website|databank) van {gap(1)}{_OWNER}",
    r"(?:dra(?:gen|agt)|voer(?:en|t)) (?:het|een) (?:\w*keurmerk|milieulabel|eco-?label) dat",
)
_ASKED_LABEL = words(r"(?:gevraagde|verlangde|vereiste|voorgeschreven) \w*(?:keurmerk|label)s?")


def names_of(words: str) -> frozenset[str]:
    """The labels in these words by one name each: "Energy-Star" is "ENERGY STAR".

    A label that we do not know goes by its name in the text, in small letters: "abc-keurmerk".
    """
    others = (found[0] for found in _ANOTHER.finditer(words.lower()))
    return _known(words) | {name for name in others if not _known(name)}


def _known(words: str) -> frozenset[str]:
    return frozenset(name for name, pattern in _EACH.items() if pattern.search(words.lower()))


def kinds_of(words: str) -> tuple[EvidenceKind, ...]:
    """The labels in these words that the dated table of labels knows."""
    return tuple(_KINDS[name] for name in sorted(names_of(words)) if name in _KINDS)
