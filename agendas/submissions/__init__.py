"""What belongs to submissions alone: events, refusals, whose move it is, the lists, the file's page."""
