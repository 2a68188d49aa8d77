"""The minutes as an archival PDF: layout, fonts, press."""
