"""What officers, juries and lawyers do: one module a use case, one transaction, one audit event."""
