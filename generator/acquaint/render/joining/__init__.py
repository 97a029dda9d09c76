"""What is made for people who want to join: rules of the form, what to begin an edit with, a poster."""
