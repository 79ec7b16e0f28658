"""Rules for one HTML page at a time, read from the file without a browser."""
