"""The invitation of a meeting: letter, calendar, answers, remote sites."""
