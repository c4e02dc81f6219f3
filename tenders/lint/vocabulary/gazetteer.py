"""Names of Dutch regions and cities and of countries, in lower case and without accents."""

import re

_REGION_NAMES = """
groningen, friesland, drenthe, overijssel, twente, flevoland, gelderland, utrecht, holland, randstad,
zeeland, brabant, limburg, vlaanderen, fryslan
"""
_CITIES = """
amsterdam, rotterdam, den haag, 's-gravenhage, eindhoven, tilburg, almere, breda, nijmegen, apeldoorn,
arnhem, haarlem, enschede, amersfoort, zaanstad, den bosch, 's-hertogenbosch, zwolle, leiden, leeuwarden,
maastricht, dordrecht, zoetermeer, deventer, delft, alkmaar, venlo, hilversum, assen, emmen, middelburg,
heerlen, helmond, roosendaal, lelystad, gouda, purmerend, schiedam, vlissingen, sittard, hengelo, almelo,
ede, oss, brussel, antwerpen, gent, drechtsteden, haaglanden, rijnmond, achterhoek, veluwe, kennemerland,
west-friesland, oost-nederland, noord-nederland, zuid-nederland, betuwe, salland
"""
_COUNTRIES = """
nederland, belgie, duitsland, frankrijk, china, rusland, taiwan, europa, azie, polen, tsjechie, india,
israel, turkije, iran, vietnam, luxemburg, oostenrijk, italie, spanje, portugal, denemarken, zweden,
finland, noorwegen, ierland, engeland, zwitserland, japan, zuid-korea, korea, amerika, afrika,
scandinavie, hongarije, roemenie, bulgarije, oekraine, maleisie, singapore, mexico, canada, germany,
belgium, france, europe, asia, holland
"""


def _names(listed: str) -> tuple[str, ...]:
    return tuple(name.strip() for name in re.split(r"[,\n]", listed) if name.strip())


REGION_NAMES = _names(_REGION_NAMES)
CITIES = _names(_CITIES)
COUNTRIES = _names(_COUNTRIES)
