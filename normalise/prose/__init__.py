"""What stands outside tables: headings, paragraphs, labelled lines."""
