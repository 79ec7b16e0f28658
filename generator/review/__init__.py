"""Decisions of persons: their keys, their signatures, and the chain that keeps what was decided as it was decided."""
