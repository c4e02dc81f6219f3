"""What a publication holds: the tender as it is scored, and the terms beside its arithmetic. Pure."""
