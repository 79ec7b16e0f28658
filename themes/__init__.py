"""The themes: a folder each."""
