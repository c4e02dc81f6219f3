"""The pages of the officer. Each fetches, hands over to a form or service, and shows."""
