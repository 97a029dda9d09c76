"""The schema: which fields there are, and what each type of field is."""
