"""A release through time: what goes from it when, what is kept of it and put back, what is lost of what it was made of."""
