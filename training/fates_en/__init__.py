"""Train the head that says what became of people; see README.md."""
