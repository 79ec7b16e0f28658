"""Rules for the pages of a site among each other, read from the files without a browser."""
