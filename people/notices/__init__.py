"""Notices: what a person is told, in the system, by mail and by SMS."""
