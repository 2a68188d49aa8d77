"""Taking in meetings, persons, agencies, items and papers from an OParl server or a set of files."""
