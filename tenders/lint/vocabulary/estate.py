"""A firm, and what it has besides the contract: buildings, cars and people that a text may want greener."""

import re

from tenders.lint.vocabulary.patterns import any_of, gap, words

FIRM = any_of(
    r"inschrijver\w*",
    r"leveranciers?",
    r"opdrachtnemers?",
    r"ondernem(?:ing|er)\w*",
    r"bedrij(?:f|ven)",
    r"organisaties?",
    r"dienstverleners?",
    r"aanbieders?",
    r"fabrikant\w*",
    r"firma",
    r"concern",
    r"moederbedrijf",
    r"u",
    r"bidders?",
    r"suppliers?",
    r"tenderers?",
    r"company",
    r"organi[sz]ation",
)
ESTATE = words(
    r"(?:zijn|haar|hun|uw|eigen) (?:(?!onze)\w+e |eigen )?(?:\w*kantoren|kantoorpand\w*|bedrijfspand\w*|"
    r"vestigingen|bedrijfs\w*gebouw\w*|hoofdkantoor|"
    r"gebouwen|\w*wagenpark|\w*auto'?s)",
    rf"(?:\w*kantoren|vestigingen|gebouwen|\w*wagenpark|\w*auto'?s) {gap(2)}van {gap(3)}{FIRM}",
    rf"{FIRM} {gap(5)}(?:\w*wagenpark|zonnepanelen)",
    r"(?:zijn|haar|hun|uw|eigen) (?:(?!onze)\w+e )?(?:medewerkers|werknemers|personeel)"
    r"(?=.*\b(?:trein|ov|fiets|auto|vlieg\w*|reizen|reist|thuiswerken|arbeidsmarkt|divers\w*|inclusi\w*|"
    r"vrouw\w*))",
    r"(?:zijn|haar|hun|uw|eigen) (?:(?!onze)\w+e )?(?:organisatie|bedrijf|onderneming|concern)",
    rf"(?:organisatie|bedrijf|onderneming|concern) van {gap(1)}{FIRM}",
    rf"{FIRM} {gap(3)}lid {gap(1)}van",
)
GREENING = re.compile(
    r"verduurza|duurza|energie|stroom|groen|isol|zonnepanelen|elektrisch|schoon|uitstoot|co2|klimaat|milieu|"
    r"circul|maatschapp|\bmvo|divers|inclusi|arbeidsmarkt|vrouw|\btrein\b|\bov\b|\bfiets|\bgas\b|electric|"
    r"solar|emission",
    re.IGNORECASE,
)
