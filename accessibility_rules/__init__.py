"""Accessibility rules, one a file; usable without the generator."""
