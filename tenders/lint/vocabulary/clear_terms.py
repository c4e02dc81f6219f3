"""What leaves a change open, and what makes it clear: an index, a figure."""

import re

from tenders.lint.vocabulary.patterns import gap, words

OPEN = words(
    r"nader (?:te bepalen|overeen te komen|te bepalen en|af te spreken|in te vullen|vast te stellen|bepaald|"
    r"overeengekomen|vastgesteld|worden \w+)",
    r"later (?:te bepalen|bepaald|afgesproken|vastgesteld|overeengekomen)",
    r"onbeperkt\w*",
    r"naar eigen (?:inzicht|goeddunken)",
    r"op (?:elk|ieder) (?:gewenst )?moment",
    r"te allen tijde",
    r"zonder (?:beperking|maximum|limiet|bovengrens)",
    r"(?:naar|in) redelijkheid (?:en billijkheid )?(?:te )?\w*",
    r"marktconform\w*",
    r"in (?:onderling |goed |gezamenlijk |nader )?overleg",
    r"naar behoefte",
    r"(?:van tijd tot tijd|from time to time)",
    r"een of meer (?:malen|keren|keer)",
    r"(?:zo vaak als|telkens wanneer|wanneer daartoe aanleiding|indien daartoe aanleiding) \w+",
    r"t\.?b\.?d\.?",
    r"to be (?:determined|agreed)",
    r"ongelimiteerd\w*",
    r"zonder (?:nadere|verdere|enige) (?:voorwaarden?|beperking\w*)",
    r"van welke aard (?:dan )?ook",
    r"ter (?:vrije |exclusieve )?beoordeling (?:van|door|aan)",
    r"(?:als|indien|wanneer) (?:hij|zij|opdrachtgever|leverancier|opdrachtnemer) (?:dat|dit|zulks) \w+ "
    r"(?:acht|vindt|oordeelt)",
    rf"(?:als|wanneer|indien) {gap(3)}daartoe aanleiding",
    r"al naar gelang (?:zijn|haar|de|hun) behoeften?",
    r"naar believen",
    rf"(?:alsdan|te zijner tijd|t\.z\.t\.|op dat moment|dan) {gap(2)}(?:overeen|bepaald|vast|"
    r"geldende|te bepalen)",
    rf"door {gap(2)}te bepalen",
    r"marktontwikkelingen",
    r"gaandeweg",
    r"nacalculatie\w*",
    r"at any time",
)
INDEX = words(
    r"cbs",
    r"cbs-\w+",
    r"\w*prijsindex\w*",
    r"\w*-?prijs-?indexcijfer\w*",
    r"indexcijfer\w*",
    r"cpi",
    r"cao-loon\w*",
    r"dpi",
    r"consumentenprijs\w*",
    r"consumer price index",
    r"eurostat",
)
FIGURE = re.compile(
    r"(?:ten hoogste|maximaal|hooguit|max\.?|niet meer dan) \d|"
    r"\d+(?:[.,]\d+)? ?(?:%|procent|percent|euro|jaar|jaren|maand|maanden|keer|maal|stuks|laptops|weken|"
    r"years?|months?)"
    r"|€ ?\d|\b(?:een|twee|drie|vier|vijf|zes|twaalf|one|two|three|four|twice|once)\w* ?(?:keer|maal|jaar|"
    r"jaren|maand\w*|"
    r"procent|percent|times|periods? of|years?|months?|maal|malen)\b|\b(?:een|twee|drie)maal\b|"
    r"\b\d+ ?x\b|\beenmalig\w*\b",
    re.IGNORECASE,
)
