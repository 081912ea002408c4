"""Pages that are pictures: words by OCR, and what else is drawn."""
