"""Train, evaluate and export the English reader's shared network."""
