"""Every rule of the check, in the order of their codes."""

from procurement.registry import Registry
from tenders.lint.rule import Rule
from tenders.lint.rules import l01_weights, l10_norm_or_equivalent, l16_lots

RULES: Registry[Rule] = Registry((l01_weights.RULE, l10_norm_or_equivalent.RULE, l16_lots.RULE))
