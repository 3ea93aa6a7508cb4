"""What archives hold, read and decoded; and the copy of it, mended of layout and old spelling, for analysis."""
