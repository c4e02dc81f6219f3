"""Every hostile, broken and odd file, by the name of what is wrong with it."""

from tests.procurement.incoming.hostile_cells import NOT_SHOWN, TWO_ANSWERS
from tests.procurement.incoming.hostile_documents import ACTIVE
from tests.procurement.incoming.hostile_heavy import HEAVY
from tests.procurement.incoming.hostile_tables import ODD, REFUSED, Odd
from tests.procurement.incoming.hostile_xml import XML
from tests.procurement.incoming.hostile_zips import ZIPS, Case

CASES: dict[str, Case] = {**ZIPS, **XML, **ACTIVE, **HEAVY, **REFUSED, **TWO_ANSWERS}
ALL_ODD: dict[str, Odd] = {**ODD, **NOT_SHOWN}
MOST_MB = 300
