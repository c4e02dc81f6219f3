"""How a norm is written: "ISO 14067", "NEN-EN-ISO/IEC 17025:2018", "IEC 62623"."""

import re

_BODY = r"(?:ISO|IEC|EN|NEN|NPR|NTA|DIN|ETSI|IEEE|ASTM|CEN|CENELEC|BS|VDE|NIST\s+SP)"

NORM = re.compile(
    rf"\b{_BODY}(?:[-/ ]{_BODY})*[-\s]?(?:TS|TR|PAS)?[-\s]?\d{{2,6}}(?:[-–.]\d+)*(?::\d{{4}}(?:[+/]A?\d+)*)?"
)
