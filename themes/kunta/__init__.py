"""The municipal theme, which extends mkdocs-material."""
