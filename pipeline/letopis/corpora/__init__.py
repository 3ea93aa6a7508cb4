"""Runs over many documents: what is known of each, in order, with faults that cost one document alone."""
