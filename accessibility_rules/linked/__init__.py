"""Rules for a page and the files of its site that it leads to, read from the files without a browser."""
