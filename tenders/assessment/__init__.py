"""What assessors do: the order in which each reads, when a motivation is enough, how far they differ."""
