"""Lots made by chance in which all that may be published, offered or recorded differs from lot to lot."""
