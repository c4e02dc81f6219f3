"""Reading in a process of its own, which gets the bytes of the file and nothing else that is worth having."""
