"""The agenda as a document: one sheet of facts, and a writer for each form it leaves the house in."""
