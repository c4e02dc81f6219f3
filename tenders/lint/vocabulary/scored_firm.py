"""An award criterion that scores what a firm is, has or did, and names nothing of what is bought.

The lists of topics know what buyers often write. This one asks it the other way round: a firm, a score, and
not one word about the contract, the product, the people at work or the plan.
"""

import re

from tenders.lint.vocabulary.estate import FIRM
from tenders.lint.vocabulary.negation import first_demanded
from tenders.lint.vocabulary.patterns import any_of, gap, words

_IS_OR_HAS = any_of(
    r"heeft",
    r"hebben",
    r"hebt",
    r"is",
    r"zijn",
    r"bent",
    r"beschik\w+",
    r"bezit\w*",
    r"telt",
    r"(?:aan)?to(?:nen|ont)",
    r"behaa?l\w*",
    r"kent",
    r"stelt",
    r"steekt",
    r"doet",
    r"has",
    r"have",
    r"holds?",
)
_A_FIRM = rf"(?:{FIRM}|wie|partijen)"
_STATE = words(
    rf"{_A_FIRM} {gap(9, commas=True)}{_IS_OR_HAS}",
    rf"{_IS_OR_HAS} {gap(4)}{FIRM}",
    rf"van {gap(3)}{FIRM}",
    rf"door (?:de |een |het )?{FIRM} {gap(6)}(?:\w+de|\w+te|ge\w+|be\w+)",
    rf"{FIRM} (?:met|uit|van wie|waarvan) ",
)
_SCORES = re.compile(
    r"punt|pnt|score|scoo?r|waarder|waardeer|beloon|beloont|weegt|wegen|\bpre\b|fictie|korting|voorkeur|"
    r"cijfer|"
    r"hoeveel|%|beoorde|points?\b|award|toegekend|bonus|"
    r"\bopgave\b|\binzicht\b"
)
_BOUGHT = re.compile(
    r"\b(?:deze|dit|de|onderhavige|specifieke|this|the) (?:\w+ ){0,2}(?:\w*opdracht|\w*overeenkomst|"
    r"uitvoering|"
    r"contract|levering\w*|\w*dienst\w*|project|migratie|implementatie|looptijd|uitrol|transitie|overgang|"
    r"werkzaamheden|casus|agreement)\b|"
    r"aangebod|aanbied|\baanbod|te leveren|geleverd|oplossing|systeem|applicatie|platform|software|"
    r"toestel|laptop|"
    r"product|apparaat|apparatuur|hardware|monitor|scherm|telefoon|printer|server|datacenter|accu\b|kabel|"
    r"aanpak|(?:implementatie|project|migratie|communicatie|test|exit|opleidings|transitie|uitrol|"
    r"kwaliteits|actie|"
    r"beheer|overgangs|continuiteits)\w*plan|ingediend|opgesteld|\bplan\b|\bteam|risico|opdrachtgever|"
    r"gemeente|provincie|waterschap|gebruiker|in te zetten|"
    r"ingezet|inzet|"
    r"garantie|tijd\b|termijn|planning|prijs|prijzen|tarie|kosten|\bhoe\b|op welke wijze|de wijze waarop|"
    r"demonstratie|presentatie|offered|hosting|onderdelen|transport|vervoer|verpakking|maatregel|werkplek|"
    r"projectleider|consultant|medewerker|beheer\b|storing|melding|helpdesk|servicedesk|onderhoud|update|"
    r"release|"
    r"beantwoord|beschreven|beschrijf|uitwerk|toezeg|onderwerp|vraag|toelicht|meerwaarde|broncode|bereid|"
    r"concreet|"
    r"volledigheid|samenhang|opgave heeft|doorgrond|"
    r"voornemens|open source|uitgewerkt|invulling|voorstel|"
    r"kwh|per jaar|\bonze?\b|beantwoording|inschrijving|inschrijfprijs|ontwerp|proces|\bdata\b|gegevens|"
    r"bijlage|training"
)


_YOU_GET = re.compile(r"\b(?:krijgt|ontvangt|scoort|verdient|behaalt) u\b", re.IGNORECASE)


def scored_firm(line: str) -> re.Match[str] | None:
    """The words about the firm, where nothing else is scored."""
    if _BOUGHT.search(line) or not _SCORES.search(line):
        return None
    return first_demanded(_STATE, _YOU_GET.sub(_without_you, line))


def _without_you(match: re.Match[str]) -> str:
    """That you get points says nothing about what you are; places stay."""
    return f"{match[0][:-1]}_"
