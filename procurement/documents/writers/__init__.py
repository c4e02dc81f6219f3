"""One package a format; each takes a tree and gives a file. No writer knows another."""
