"""Labels for products by the names that tenders use for them, and which of them we hold facts about."""

import re

from tenders.lint.vocabulary.negation import first_demanded, is_example
from tenders.lint.vocabulary.patterns import any_of, only_with
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
    "another label": (r"[a-z0-9]{2,20}-(?:eco|milieu)?keurmerk",),
}
_SUFFIX = (
    r"(?:[- ](?:keurmerk|label|certifica\w+|certifice\w+|gecertificeerd\w*|geregistreerd\w*|registratie|"
    r"goud|gold|zilver|"
    r"silver|brons|bronze|platinum|titanium|status|keur|logo))?"
)

LABEL = re.compile(rf"(?<![\w-]){any_of(*(way for ways in _NAMES.values() for way in ways))}{_SUFFIX}(?!\w)")
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
    found = first_demanded(LABEL, line)
    return None if found is None or is_example(line, found) else found


def names_of(words: str) -> frozenset[str]:
    """The labels in these words by one name each: "Energy-Star" is "ENERGY STAR"."""
    return frozenset(name for name, pattern in _EACH.items() if pattern.search(words.lower()))


def kinds_of(words: str) -> tuple[EvidenceKind, ...]:
    """The labels in these words that the dated table of labels knows."""
    return tuple(_KINDS[name] for name in sorted(names_of(words)) if name in _KINDS)
