"""What the templates of handouts are handed, one module for each document and each kind of sheet."""
