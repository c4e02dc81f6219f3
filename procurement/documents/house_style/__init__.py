"""The house style of an organisation: read from its Word file or template, and tried before anyone uses it.

`reading.read_house_style` gives a `value.HouseStyle`, with which `writers.docx.docx_bytes` writes.
"""
