"""The Excel workbook in its parts: cells and looks, one module for each kind of sheet, and bytes without a clock."""
