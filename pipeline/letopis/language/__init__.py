"""The spaCy `Language`: razdel's tokens and sentences, slovnet's morphology, syntax and names, rumorph's lemmas."""
