"""Green words that say little by themselves, and claims that rest on offsets."""

import re

from tenders.lint.vocabulary.metrics import has_metric, is_measured
from tenders.lint.vocabulary.negation import first_demanded
from tenders.lint.vocabulary.patterns import gap, only_with, words

NEUTRAL = words(
    r"(?:co2|klimaat|koolstof|carbon|climate|energie|broeikasgas|milieu)[- ]?(?:neutraal|neutrale|neutral|"
    r"positief|"
    r"positieve|positive|negatief|negatieve|neutraliteit)",
    r"net[- ]?zero(?! trust)",
    r"netto[- ]?nul\w*",
    r"nul-?uitstoot",
    r"nul co2-?\w*",
    r"zero[- ]?(?:emission|emissions|carbon)",
    r"(?:emissie|co2)-?(?:loos|loze|vrij|vrije)",
)
GREEN = words(
    r"groene?",
    r"groenste",
    r"groener",
    r"green(?:er|est)?",
    r"duurza(?:am|me)",
    r"(?:klimaat)?akkoord van parijs",
    r"parijs-?akkoord",
    r"klimaatakkoord\w*",
    r"paris (?:climate )?agreement",
    r"duurzamer",
    r"duurzaamste?",
    r"duurzaam geproduceerde?",
    r"sustainabl[ey]",
    r"milieu-?(?:vriendelijk\w*|bewust\w*|verantwoord\w*|sparend\w*|zuinig\w*)",
    r"klimaat-?(?:vriendelijk\w*|bewust\w*|bestendige?|verantwoord\w*)",
    r"eco-?efficient\w*",
    r"eco-?(?:vriendelijk\w*|friendly|logisch\w*|design)",
    r"ecologische?",
    r"environmentally[- ](?:friendly|responsible|conscious|sound|aware|preferable)",
    rf"(?:belast|belasten|ontziet|ontzien|spaart|sparen|schaadt|schaden) {gap(1)}(?:milieu|klimaat|natuur|"
    r"planeet)",
    r"climate[- ]friendly",
    r"natuurvriendelijk\w*",
    r"energiezuinig\w*",
    r"energie-?besparende?",
    r"energievriendelijk\w*",
    r"(?:emissie|co2|koolstof|uitstoot|milieu)-?(?:arme?|zuinige?)",
    r"low[- ]carbon",
    r"eco-?(?:bewust\w*|verantwoord\w*|proof)",
    r"natuurinclusie\w+",
    r"planeetvriendelijk\w*",
    r"zo (?:laag|klein|gering|beperkt) mogelijke? (?:milieu\w*|co2\S*|uitstoot|ecologische \w+|klimaat\w*|"
    r"footprint|"
    r"voetafdruk|impact|emissies?|belasting|energie\w*|energieverbruik)",
    rf"(?:uitstoot|milieubelasting|milieu-?impact|impact op het (?:milieu|klimaat)|voetafdruk|footprint|"
    rf"energieverbruik|energiegebruik) {gap(3)}(?:zo (?:laag|klein|gering|veel|beperkt|minimaal)|tot een "
    rf"minimum|"
    rf"minimaal)",
    r"schone (?:vervoer\w*|voertuigen|energie|techniek\w*|technologie\w*|productie\w*|transport\w*|"
    r"logistiek|stroom)",
    r"clean (?:energy|transport|technology)",
    rf"(?:rekening|houdt rekening|houden rekening) {gap(2)}met {gap(2)}(?:milieu|klimaat|natuur|"
    rf"duurzaamheid)",
    rf"(?:oog|aandacht|zorg|respect|hart) {gap(1)}voor {gap(2)}(?:milieu|klimaat|natuur|duurzaamheid|"
    rf"planeet)",
    rf"(?:bijdrage|bijdragen|draagt|dragen) {gap(5)}(?:aan|tot) {gap(3)}(?:beter milieu|duurzaamheid|"
    rf"verduurzaming|"
    rf"duurzame \w+|groene \w+|klimaat)",
    r"verantwoorde (?:wijze|manier|materialen|productie|herkomst|grondstoffen)",
    r"ethisch(?:e)? (?:verantwoord\w*|geproduceerd\w*)",
    r"eerlijk(?:e)? geproduceerde?",
    r"composteerbaar\w*|composteerbare",
    r"toekomstbestendig(?:e)? en (?:groen|duurzaam|duurzame)",
    r"energie-?efficiente?",
    r"energy[- ]efficient",
    r"circulaire?",
    r"circular",
    r"biologisch afbreekbaar\w*",
    r"(?:hoogste|hoge|gangbare) (?:duurzaamheids|milieu|klimaat)-?(?:standaard|norm|eisen)\w*",
    r"zuinig\w* (?:om|omgaan|omgegaan|omgaat) met \w+",
    r"(?:meest|zeer|extra|uiterst) (?:zuinige?|schone?)",
    r"(?:klimaat|milieu|natuur)(?:vriendelijkheid|bewustzijn|verantwoordelijkheid)",
    r"(?:verminderde|geminimaliseerde|beperkte) (?:milieu\w*|klimaat\w*|impact)",
    r"(?:goede|hoge|zo hoog mogelijke|maximale) (?:mate van )?(?:duurzaamheid|circulariteit|"
    r"milieuprestatie\w*)",
    r"biodegradable",
    r"(?:goed|volledig|makkelijk|eenvoudig|zo veel mogelijk|zoveel mogelijk) (?:recyclebaar|recyclebare|"
    r"recycleerbaar|"
    r"repareerbaar|herbruikbaar)",
    r"(?:zo min mogelijk|minimale|geringe|lage|kleine|beperkte|weinig) (?:milieu\w*|co2-\w+|ecologische \w+|"
    r"klimaat\w*|belasting (?:van|voor) het milieu|footprint|voetafdruk)",
    r"verantwoord geproduceerde?",
    r"zo (?:energie)?(?:zuinig|schoon) mogelijk",
    r"(?:goed|beter|gunstig|vriendelijk|schoner) voor (?:het|de) (?:milieu|klimaat|natuur|planeet)",
    r"maatschappelijk verantwoord\w*",
)
_NO_CLAIM = re.compile(
    r"groene? (?:led\w*|lamp\w*|licht\w*|kleur\w*|knop\w*|stekker\w*|kabel\w*|rand\w*|vlak\w*|kaft|map|"
    r"vink\w*|ader\w*|"
    r"draad|draden|aardedraad|balk|cijfer\w*|toets\w*|scherm\w*|sticker\w*|markering|achtergrond|pixel\w*|"
    r"golf|boekje|blok\w*|tegel|pictogram|icoon|lijn\w*|pijl|bol|vak|veld\w*|vlag|markeerstift|papier|"
    r"indicator\w*|status\w*|zone|vinkje|bolletje|code|vlakken|letters?|tekst)|"
    r"\b(?:kleur|kleuren|branden|lampjes?|oplicht\w*|brandt|knippert|rood|oranje|geel|blauw|zwart|grijs|"
    r"wit|\w+kleur\w*|ral ?\d*)\b|"
    r"green (?:led|light|colou?r)|"
    r"duurzame (?:toegang|gegevensdrager|inzetbaarheid|relatie|samenwerking|opslag|toegankelijk\w*|"
    r"archivering|"
    r"bewaring|"
    r"verbinding|data)|duurzaam (?:te )?(?:verwijderen|wissen|vernietigen|beheren|bewaard|bewaren|"
    r"opgeslagen|opslaan|toegankelijk\w*|archiveren|"
    r"gearchiveerd|inzetbaar|"
    r"verbonden|raadpleegbaar|leesbaar|onleesbaar|onbruikbaar|gewist|vernietigd|beschikbaar|vastgelegd|"
    r"verwijderd|vindbaar|herstel\w*|geborgd|ingericht archief|bevestigd|gemarkeerd)|duurzame? "
    r"(?:houdbaarheid|identifier\w*|url\w*|links?|formaten|bestandsformaten|onleesbaarmaking|vernietiging|"
    r"dienstverband|arbeidsrelatie|gebruiksgoed\w*)|duurzaam (?:medium|inkopen|aanbesteden)|(?<!bij aan "
    r"een )(?<!aan een )(?<!aan de )circulaire "
    r"economie|"
    r"taxonomie|"
    r"(?:circulaire?|duurzame?) inko\w+|\b\w*archie\w+|\b(?:bewaard|bewaring|bewaren|bewaarplaats|"
    r"opslagmedium)\b|"
    r"(?:groene|duurzame) (?:hart|golf|metropool)|circular (?:buffer|saw)|durable medium|"
    r"\b(?:gemeente|provincie|opdrachtgever|aanbestedende dienst|wij) (?:\w+ )?(?:[\w-]+ ){0,3}(?:streeft|"
    r"streven|wil|willen|hecht|hechten|ambieert|wenst)\b(?! (?:[\w-]+ ){0,2}(?:leverancier|inschrijver|"
    r"opdrachtnemer|"
    r"partner|dat|oplossing|product|apparat|laptop))|\b(?:heeft|hebben) (?:met deze|niets|geen) |"
    r"\b(?:achtergrond|aanleiding|context) (?:van|voor) deze\b|\bambitie van (?:de|het) (?:gemeente|"
    r"provincie|"
    r"opdrachtgever|waterschap|rijk)",
    re.IGNORECASE,
)
_OF_THE_BUYER = re.compile(
    r"\b(?:\w*bestuur|college|\w*raad|kabinet|gemeente|provincie|opdrachtgever|waterschap|rijk|ministerie|"
    r"aanbestedende dienst|wij|universiteit|school) "
    r"(?:\w+ ){0,3}(?:wil|willen|streeft|streven|ambieert|heeft als doel|hebben als doel|heeft de ambitie|"
    r"werkt|ten doel|zichzelf|voornemens)\b|"
    r"\b(?:ambitie|doelstelling|beleid) van (?:de|het|onze) (?:gemeente|provincie|opdrachtgever|"
    r"waterschap|rijk)"
)
_WORDS_THEMSELVES = re.compile(
    r"\b(?:woord(?:en)?|termen|term|claims?|begrip(?:pen)?|aanduiding(?:en)?|bewering(?:en)?|"
    r"kwalificaties?|uitspra\w+|"
    r"reclame|uiting(?:en)?) (?:als|zoals|dat|over|'|\"|«|[\w-]*neutraal|[\w-]*groen|[\w-]*duurzaam)|"
    r"\bonder (?:'|\")?[\w-]+(?:'|\")? (?:wordt|verstaan) "
)
_ENERGY_WITH_PROOF = re.compile(
    r"(?:groene|duurzame|hernieuwbare) (?:stroom|energie|elektriciteit)\b.*(?:garanties? van oorsprong|gvo)|"
    r"(?:garanties? van oorsprong|gvo'?s?)\b.*(?:groene|duurzame|hernieuwbare) (?:stroom|energie|"
    r"elektriciteit)",
    re.IGNORECASE,
)
_OFFSET = words(
    r"gecompenseerde?",
    r"gecompenseerd",
    r"compense(?:ert|ren|er)",
    r"\w*-?compensatie\w*",
    r"offsets?",
    r"offsetting",
    r"\w*-?credits?",
    r"co2-(?:credits?|certificaten|rechten)",
    r"klimaatcompensatie",
    r"emissierechten",
    r"compensated",
    r"\w*aanplant",
    r"(?:afgekocht|geneutraliseerd|goedgemaakt|tenietgedaan)",
    rf"(?:plant|planten|aanplant|aanplanten) {gap(4)}(?:bomen|bos|boom)",
    rf"(?:bomen|bos) {gap(3)}(?:plant|planten|geplant|aangeplant)",
    r"gold standard",
    r"verified carbon standard",
)
_ABOUT_CLIMATE = words(
    r"co2\S*",
    r"\w*uitstoot\w*",
    r"\w*emissies?",
    r"emissions?",
    r"klimaat\w*",
    r"carbon\w*",
    r"broeikasgas\w*",
    r"voetafdruk",
    r"footprint",
    r"climate\w*",
    r"bomen",
    r"boom",
    r"boomaanplant",
    r"koolstof\w*",
    r"emissierechten",
    r"milieu\w*",
)


@only_with(
    "compens",
    "offset",
    "credit",
    "co2-",
    "emissierechten",
    "boom",
    "bomen",
    "bos",
    "aanplant",
    "afgekocht",
    "geneutraliseerd",
    "goedgemaakt",
    "tenietgedaan",
    "gold standard",
    "carbon standard",
)
def offset_claim(line: str) -> re.Match[str] | None:
    """A claim that rests on compensation elsewhere. "Compensatie telt niet mee" is none."""
    return first_demanded(_OFFSET, line) if _ABOUT_CLIMATE.search(line) else None


def vague_claim(line: str) -> re.Match[str] | None:
    """A green word that nothing in the line makes measurable."""
    neutral = first_demanded(NEUTRAL, line)
    if neutral and (_OF_THE_BUYER.search(line) or _WORDS_THEMSELVES.search(line)):
        return None
    if neutral:
        return None if is_measured(line, neutral) else neutral
    if _NO_CLAIM.search(line) or _WORDS_THEMSELVES.search(line) or _ENERGY_WITH_PROOF.search(line):
        return None
    green = first_demanded(GREEN, line)
    return green if green and not has_metric(line, green) else None
