"""An independent model of the whole procedure, and a machine that compares it with the real one."""
