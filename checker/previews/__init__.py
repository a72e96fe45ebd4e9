"""Packs written out for people who do not read YAML: as a Word or HTML document for sign-off, and as pages."""
