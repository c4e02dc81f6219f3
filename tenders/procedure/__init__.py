"""The award procedure: phases, the one table of transitions, and who may see what when. Pure."""
