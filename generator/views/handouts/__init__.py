"""What is printed: one module for each document, and the page that lists them."""
