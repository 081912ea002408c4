"""What the document says of itself: publisher, plan, period, review, cycle and as-at date."""
