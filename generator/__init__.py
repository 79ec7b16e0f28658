"""Pykälä publishes a municipality's agendas and minutes openly, accessibly and safely."""

__version__ = "0.1.0"
