"""The legal basis and the guidance that the scoring and award methods rest on.

`confirmed=False` marks general knowledge of the trade that was not read in a named source.
"""

from datetime import date

from procurement.language import Text
from procurement.law import Act, Article, Guidance

_REVIEW = date(2027, 11, 1)
_REVISED = date(2016, 7, 1)  # the Aanbestedingswet as changed for Directive 2014/24

AANBESTEDINGSWET = Act(
    code="aw2012",
    title=Text(nl="Aanbestedingswet 2012", en="Public Procurement Act 2012 (Netherlands)"),
    short=Text(nl="Aw 2012", en="Aw 2012"),
)
DIRECTIVE = Act(
    code="dir2014-24",
    title=Text(nl="Richtlijn 2014/24/EU", en="Directive 2014/24/EU"),
    short=Text(nl="Richtlijn 2014/24", en="Directive 2014/24"),
)

TRANSPARENCY = Article(
    act=AANBESTEDINGSWET,
    article="1.9",
    paragraph="1",
    about=Text(
        nl="De aanbestedende dienst handelt transparant: de rekenregel staat vooraf vast.",
        en="The contracting authority acts transparently: the rule of calculation is fixed beforehand.",
    ),
    valid_from=date(2013, 4, 1),
)
AWARD = Article(
    act=AANBESTEDINGSWET,
    article="2.114",
    paragraph="2",
    about=Text(
        nl="Gunnen op beste prijs-kwaliteitverhouding, laagste kosten of laagste prijs.",
        en="Award on best price-quality ratio, lowest cost or lowest price.",
    ),
    valid_from=_REVISED,
)
REASON_FOR_LOWEST = Article(
    act=AANBESTEDINGSWET,
    article="2.114",
    paragraph="4",
    about=Text(
        nl="Gunnen op laagste kosten of laagste prijs vraagt een motivering in de stukken.",
        en="Award on lowest cost or lowest price needs a reason in the tender documents.",
    ),
    valid_from=_REVISED,
)
WEIGHTS = Article(
    act=AANBESTEDINGSWET,
    article="2.115",
    paragraph="4",
    about=Text(
        nl="Het relatieve gewicht van elk nader criterium staat in de aanbestedingsstukken.",
        en="The relative weight of each award criterion is stated in the tender documents.",
    ),
    valid_from=_REVISED,
)
LIFE_CYCLE_COST = Article(
    act=AANBESTEDINGSWET,
    article="2.115a",
    paragraph="2",
    about=Text(
        nl="Bij levenscycluskosten staan de gevraagde gegevens en de methode in de stukken.",
        en="For life-cycle costs the data asked for and the method are in the tender documents.",
    ),
    valid_from=_REVISED,
)
EQUIVALENT_LABELS = Article(
    act=AANBESTEDINGSWET,
    article="2.78a",
    paragraph="3",
    about=Text(
        nl="Een keurmerk met gelijkwaardige eisen telt even zwaar.",
        en="A label with equivalent requirements counts the same.",
    ),
    valid_from=_REVISED,
)
DIRECTIVE_AWARD = Article(
    act=DIRECTIVE,
    article="67",
    about=Text(
        nl="Gunningscriteria: economisch meest voordelig, verband met de opdracht, gewichten.",
        en="Award criteria: economically most advantageous, linked to the subject, weighted.",
    ),
    valid_from=date(2014, 4, 17),
)


def _guidance(
    code: str,
    publisher: str | Text,
    year: int,
    nl: str,
    en: str,
    about_nl: str,
    about_en: str,
    confirmed: bool = True,
) -> Guidance:
    return Guidance(
        code=code,
        title=Text(nl=nl, en=en),
        publisher=publisher if isinstance(publisher, Text) else Text(nl=publisher, en=publisher),
        year=year,
        about=Text(nl=about_nl, en=about_en),
        review_by=_REVIEW,
        confirmed=confirmed,
    )


PIANOO_METHODS = _guidance(
    "pianoo-methods", "PIANOo", 2026,
    "Beschrijving beoordelingsmethoden BPKV-criteria", "Description of assessment methods for BPKV criteria",
    "Puntensysteem en gunnen op waarde, en de gebruikelijke schalen.",
    "The points system and award on value, and the usual scales.",
)  # fmt: skip
PIANOO_SCALES = _guidance(
    "pianoo-scales", "PIANOo", 2026,
    "Gunningsmethodieken, gewichten en scores", "Award methods, weights and scores",
    "Prijs en kwaliteit gebruiken een even lange schaal voordat er wordt gewogen.",
    "Price and quality use equally long scales before they are weighted.",
)  # fmt: skip
PIANOO_CASE_LAW = _guidance(
    "pianoo-case-law", "PIANOo", 2026,
    "Scores toekennen en beoordelen: rechtspraak", "Giving scores and assessing: case law",
    "Relatief beoordelen mag; de stukken zeggen wat er gebeurt als een inschrijver wegvalt.",
    "Relative scoring is allowed; the documents say what happens when a bidder drops out.",
)  # fmt: skip
RANK_REVERSAL = _guidance(
    "rank-reversal", "Aanbestedingsspecialist.nl (Bax)", 2023,
    "De rangordeparadox, met Hoge Raad 9 mei 2014 (ECLI:NL:HR:2014:1078)",
    "The rank reversal paradox, with Supreme Court 9 May 2014 (ECLI:NL:HR:2014:1078)",
    "Rangorde bewaren, herrekenen of voorkomen: kies en maak het bekend.",
    "Keep the ranking, recalculate or avoid: choose and publish it.",
)  # fmt: skip
ZERO_PRICES = _guidance(
    "zero-prices", "Jurisprudentie Aanbestedingsrecht (Chen)", 2013,
    "Nulprijzen en relatieve formules (JAAN 2013/112)", "Zero prices and relative formulas (JAAN 2013/112)",
    "Rechters oordelen verschillend over delen door nul: maak een regel bekend.",
    "Courts differ on division by zero: publish a rule.",
)  # fmt: skip
ZERO_BID = _guidance(
    "zero-bid", Text(nl="Hof van Justitie van de EU", en="Court of Justice of the EU"), 2020,
    "Een inschrijving van € 0 (C-367/19, Tax-Fin-Lex)", "A bid of € 0 (C-367/19, Tax-Fin-Lex)",
    "Een inschrijving van € 0 valt niet vanzelf af; onderzoek of zij abnormaal laag is.",
    "A bid of € 0 may not be rejected automatically; examine whether it is abnormally low.",
)  # fmt: skip
PRICE_MANUAL = _guidance(
    "price-manual", "Mercell (Negometrix)", 2026,
    "Handleiding prijsformules", "Manual of price formulas",
    "Laagste inschrijver, vaste bandbreedte, logaritmisch en prijs per kwaliteitspunt.",
    "Lowest bidder, fixed band, logarithmic and price per quality point.",
)  # fmt: skip
VALUE_MANUAL = _guidance(
    "value-manual", "Mercell (Negometrix)", 2026,
    "Handleiding gunnen op waarde", "Manual of award on value",
    "Kwaliteit wordt een fictieve korting in euro's; de laagste fictieve inschrijfsom wint.",
    "Quality becomes a notional discount in euros; the lowest evaluation price wins.",
)  # fmt: skip
UTILITY_MANUAL = _guidance(
    "utility-manual", "Mercell", 2026,
    "Utility Index EU", "Utility Index EU",
    "Een index van prijs en kwaliteit ten opzichte van de beste inschrijvingen.",
    "An index of price and quality relative to the best bids.",
)  # fmt: skip
LINEAR_EXAMPLES = _guidance(
    "linear-examples", "Openprocurements.com; Weka", 2023,
    "Lineair puntenverlies ten opzichte van de laagste prijs",
    "Linear loss of points relative to the lowest price",
    "Nul punten bij n keer de laagste prijs; twee is gebruikelijk.",
    "No points at n times the lowest price; two is usual.",
)  # fmt: skip
INTERPOLATION = _guidance(
    "interpolation", "vergabe24.de", 2026,
    "Prijsomrekenformules", "Price conversion formulas",
    "Noemt de tweezijdige interpolatie tussen laagste en hoogste prijs onrechtmatig.",
    "Calls two-sided interpolation between lowest and highest price unlawful.",
)  # fmt: skip
DISTANCE_RULING = _guidance(
    "distance-ruling",
    Text(nl="Haagse rechter, via recht.nl", en="Court in The Hague, via recht.nl"), 2014,
    "Uitspraak over de afstand tot het gemiddelde", "Ruling on the distance to the mean",
    "De prijs die het dichtst bij het gemiddelde ligt mag niet als beste gelden.",
    "The price closest to the mean may not count as the best.",
)  # fmt: skip
RANK_LADDER = _guidance(
    "rank-ladder", "Octavia Siertsema", 2026,
    "Punten per plaats in de rangorde", "Points by place in the ranking",
    "Elke plaats een vast aantal punten, hoe groot het verschil ook is.",
    "A fixed number of points for each place, however large the difference.",
)  # fmt: skip
CO2_LADDER = _guidance(
    "co2-ladder", "SKAO; De Duurzame Adviseurs", 2026,
    "CO2-Prestatieladder als gunningvoordeel", "CO2 Performance Ladder as award advantage",
    "Een fictieve korting per trede; de betaalde prijs blijft de geboden prijs.",
    "A notional discount per step; the price paid stays the price offered.",
)  # fmt: skip
REDUCED_PRICE = _guidance(
    "reduced-price", "ProZorro", 2026,
    "Gereduceerde prijs (calculate_ratio)", "Reduced price (calculate_ratio)",
    "De prijs gedeeld door één plus de kwaliteit naar gewicht; de laagste wint.",
    "The price divided by one plus weighted quality; the lowest wins.",
)  # fmt: skip
TRADE_PRACTICE = _guidance(
    "trade-practice", Text(nl="Inkooppraktijk", en="Procurement practice"), 2026,
    "Gebruik in de inkooppraktijk, zonder gelezen bron", "Usage in the trade, no source read",
    "Algemeen bekend; laat een jurist dit bevestigen.",
    "Generally known; have a lawyer confirm it.",
    confirmed=False,
)  # fmt: skip
