"""What templates are handed, one module for each kind of page. Views hold answers; templates lay them out."""
