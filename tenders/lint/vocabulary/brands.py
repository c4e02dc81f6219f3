"""Makes, brands, types and patents by the names that ICT tenders use for them."""

import re

from tenders.lint.vocabulary.in_use import in_use_already
from tenders.lint.vocabulary.makes import MAKES
from tenders.lint.vocabulary.negation import first_demanded
from tenders.lint.vocabulary.patterns import any_of

_NAMED_IN_CAPITALS = (
    r"Brother",
    r"Canon",
    r"Sharp",
    r"Sony",
    r"Philips",
    r"Poly",
    r"SAP",
    r"F5 Networks",
    r"OKI",
    r"AXIS",
    r"Axis",
    r"Elastic",
    r"Milestone XProtect",
    r"Cherry",
    r"Herman Miller",
    r"Schneider Electric",
    r"Assa Abloy",
    r"Extreme Networks",
    r"Centric",
    r"Canvas",
    r"Magister",
    r"Signal",
    r"WhatsApp",
    r"Teams Rooms",
    r"Visio",
    r"Evolve\d? \d+",
    r"Imagerunner|imageRUNNER",
    r"Catalyst",
    r"NEC",
    r"Zoom",
    r"Slack",
    r"Teams",
    r"Windows",
    r"Android",
    r"Exchange",
    r"Surface",
    r"Galaxy",
    r"Pixel",
    r"Copilot",
    r"Intune",
    r"Azure",
    r"Latitude",
    r"Precision \d+",
    r"Optiplex",
    r"OptiPlex",
    r"Office(?: \d+)?",
    r"Word",
    r"Excel",
    r"Outlook",
    r"Dropbox",
    r"Snapdragon",
    r"Red Hat",
    r"Palo Alto",
    r"Check Point",
    r"Pure Storage",
    r"Trend Micro",
    r"Konica Minolta",
    r"Western Digital",
    r"Tungsten",
    r"Edge",
    r"Chrome",
    r"Safari",
    r"Linux",
    r"Ubuntu",
    r"Java",
)
_TYPES = (
    r"mac-?books?(?: (?:air|pro))?",
    r"imacs?",
    r"ipads?(?: (?:air|pro|mini))?",
    r"iphones?(?: \d+)?",
    r"ios",
    r"ipados",
    r"mac ?os(?: x)?",
    r"chrome ?os",
    r"thinkpads?",
    r"thinkbooks?",
    r"ideapads?",
    r"elitebooks?",
    r"probooks?",
    r"zbooks?",
    r"elitedisplay",
    r"laserjet",
    r"proliant",
    r"poweredge",
    r"travelmate",
    r"lifebooks?",
    r"toughbooks?",
    r"expertbooks?",
    r"ultrasharp",
    r"core[- ](?:ultra )?i?\d",
    r"core ultra",
    r"i[3579](?:[- ]\d{3,5}\w*)?(?:[- ]processor)?",
    r"xeon",
    r"celeron",
    r"pentium",
    r"epyc",
    r"ryzen(?: \d)?",
    r"threadripper",
    r"geforce",
    r"radeon",
    r"quadro",
    r"cuda",
    r"vpro",
    r"windows ?(?:\d+|server|hello|defender)",
    r"(?:office|microsoft|m|o)[- ]?365",
    r"ms[- ](?:office|teams|word|excel|windows)",
    r"sharepoint",
    r"onedrive",
    r"power ?bi",
    r"power ?point",
    r"dynamics 365",
    r"sql server",
    r"hyper-v",
    r"active directory",
    r"entra(?: id)?",
    r"webex",
    r"vsphere",
    r"esxi",
    r"kubernetes engine",
    r"gmail",
    r"google workspace",
    r"chatgpt",
    r"gpt-\d\w*",
    r"acrobat",
    r"finereader",
    r"(?<!bureau )veritas",
    r"photoshop",
    r"indesign",
    r"autocad",
    r"jira",
    r"confluence",
    r"servicenow",
    r"m[1-5]-(?:chip|processor)",
    r"kensington",
    r"magsafe",
    r"airpods?",
)
_PLAIN_WORDS = frozenset(
    {
        *(
            "exact",
            "unify",
            "aruba",
            "intel",
            "oracle",
            "zebra",
            "razer",
            "crucial",
            "pega",
            "duo",
            "neat",
            "durable",
        ),
        *(
            "ultimo",
            "catalyst",
            "markant",
            "micron",
            "corsa",
            "tesla",
            "bosch",
            "schneider",
            "hama",
            "drupal",
            "hsm",
        ),
    }
)  # "exact 12 kg" is no brand

_ANY_CASE = rf"(?i:{any_of(*(make for make in MAKES if make not in _PLAIN_WORDS), *_TYPES)})"
_CAPITALS = rf"(?:{'|'.join((*_NAMED_IN_CAPITALS, *map(str.capitalize, sorted(_PLAIN_WORDS)), 'INTEL'))})"
# Two words written as one with a capital inside are a make more often than not; these are none.
_ONE_WORD = (
    r"(?!(?:TenderNed|JavaScript|TypeScript|GraphQL|OpenID|OpenAPI|DevSecOps|DevOps|DisplayPort|LoRaWAN|"
    r"WebSocket|"
    r"MijnOverheid|StUF|GiBit|MoSCoW|LibreOffice|OpenDocument|EcoVadis|NoSQL|WebRTC|WebDAV|CalDAV|MiniLED|"
    r"MicroLED|"
    r"SuperSpeed|PowerLine|DigiD|EnergyStar|SinterKlaas|OpenStack|OpenType|TrueType|BlueTooth|EtherNet|"
    r"ThunderBolt|"
    r"GreenDeal|PvE|RvA|KvK|MvO|GvO|GoO|IoT|PoE|AaaS|SaaS|PaaS|IaaS|DaaS|VoIP|WiFi|WeTransport|LetsEncrypt|"
    r"OekoTex|MilieuKeur|EcoLabel|PlanetProof|FairTrade|BlauerEngel|ClimatePartner|DubboCalc|"
    r"AlgoritmeKader)\b)"
    r"[A-Z][a-z]{2,}(?:[A-Z][a-z]{2,}|[A-Z]{2,})[A-Za-z]*+(?! (?:\w+ )?(?:B\.?V|N\.?V|Advies|Consult))"
)
_AFTER_MERK = (
    r"(?<=(?i:\bmerk ))(?!(?i:en|of|is|dat|van|zijn|wordt|voor|mag|kan|type|model)\b)[A-Z][\w-]+"
    r"|(?<=(?i:\bmerk: ))[A-Z][\w-]+|(?<=(?i:brand ))[A-Z][\w-]+|(?<=(?i:fabrikaat ))[A-Z][\w-]+"
    r"|(?<=(?i:fabricaat ))[A-Z][\w-]+|(?<=(?i:fabrikant ))[A-Z][\w-]+|(?<=(?i:producent ))[A-Z][\w-]+"
)
_TYPE_NUMBER = (
    r"(?i:type(?:nummer|aanduiding)?|model(?:nummer)?|artikelnummer):? "
    r"(?!(?i:rj|usb|ddr|lpddr|cat|ip[x\d]|om\d|os\d|lto|e\d\d|gu|cr\d|lr\d|c\d|hdmi|so-?dimm|sfp|qsfp|wpa|"
    r"ipv|"
    r"ral|mil|a\d|b\d|nema|iec|en|pdf|tls|aes|sha|m\.?\d|2fa)(?![a-z]{3}))"
    r"(?=[A-Z0-9-]*\d{2})(?=[0-9-]*[A-Z])[A-Z0-9][A-Z0-9-]{3,}"
)
_PATENT = (
    r"(?i:gepatenteerde?|geoctrooieerde?|patented|proprietary) \w+|(?i:octrooi|patent)(?i:nummer|nr\.?|"
    r" nr\.?)? "
    r"?(?:EP|NL|US|WO)? ?\d{5,}|(?i:onder (?:het |een )?(?:octrooi|patent))|"
    r"(?i:(?:octrooi|patent) (?:heeft|houdt|bezit))"
)

BRAND = re.compile(
    rf"(?<![\w@.-])(?:{_AFTER_MERK}|{_ONE_WORD}|{_ANY_CASE}|{_CAPITALS}|{_TYPE_NUMBER}|{_PATENT})(?![\w@])"
)
_COMMON = re.compile(
    r"^(?:Word|Edge|Precision|Surface|Exchange|Teams|Office|Windows|Java|Safari|Chrome|Sharp|Brother|Canon|"
    r"Zoom|Poly|"
    r"Galaxy|Pixel|Slack|Exact|Aruba|Unify|Intel|Oracle|Zebra|Razer|Latitude|Tungsten|Outlook|Linux|"
    r"Elastic|Cherry|Centric|Canvas|Magister|Signal|Crucial|Pega|Duo|Neat|Durable|Ultimo|Catalyst|"
    r"Markant|Micron|Corsa|Hama)$"
)
_SENTENCE_START = re.compile(r"^\W*$")


def demanded_brand(line: str) -> re.Match[str] | None:
    """The first brand, make, type or patent that the line asks for."""
    return first_demanded(
        BRAND, line, lambda found: not (_may_be_a_word(line, found) or in_use_already(line, found))
    )


def _may_be_a_word(line: str, found: re.Match[str]) -> bool:
    """A capital at the start of a sentence makes no brand: "Word partner", "Exact 12 kg"."""
    starts = bool(_COMMON.match(found[0]) and _SENTENCE_START.match(line[: found.start()]))
    return starts and found[0] not in {"Windows", "Linux", "Intel", "Java", "Chrome", "Outlook"}
