"""The report as an editable Word document."""
