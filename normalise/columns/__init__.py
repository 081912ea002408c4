"""What the columns of a table hold: its header, the role of each heading, what the cells below it show."""
