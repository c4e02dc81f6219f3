"""Encryption of what nobody may read yet: pure, without Django. See docs/vault.md for what it protects."""
