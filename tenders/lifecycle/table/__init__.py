"""Tables of product footprints made by others. They inform a buyer; no score may know them."""
