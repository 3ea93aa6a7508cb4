"""The pages that `letopis bench` writes, a file each: what it measures, with what, and how to make it again."""
