"""Letopis's own models; `README.md` here is their card."""
