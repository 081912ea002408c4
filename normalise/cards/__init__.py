"""Actions in boxes and labelled lines, turned into tables of one row."""
