"""The front end: what PDFium knows of a page, as primitives, with what it gets wrong put right."""
