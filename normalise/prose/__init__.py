"""What stands outside the rows of tables: headings, paragraphs, labelled lines, a report's cover."""
