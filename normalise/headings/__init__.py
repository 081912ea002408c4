"""What stands above rows: priorities, chapters, activities, and which rows each heads."""
