"""Reading an uploaded file: a child process that may die, and the parent that asks it."""
