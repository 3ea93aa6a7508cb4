"""The rules for dates, a file a family: years and centuries, days and months, relative dates, feasts, two calendars,
parts, ranges, bounds, and years that stand alone."""
