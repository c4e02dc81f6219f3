"""The pages between the ranking and the contract."""
