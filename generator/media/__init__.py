"""Recordings of meetings: captions, moments of items, and which meeting a recording belongs to."""
