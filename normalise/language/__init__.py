"""What words say by themselves: headings, names of statuses, dates, parts of the year, figures, people, references."""
