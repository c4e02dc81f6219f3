"""The legal questions as forms, made from what the topics of a draft declare."""
