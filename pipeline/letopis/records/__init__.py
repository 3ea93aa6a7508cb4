"""What the pipeline says about a text: the contract, its JSON Schema, and tables of it."""
