"""What every format of workbook shares: what a cell can hold, how it looks, how it is printed."""
