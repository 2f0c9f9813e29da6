"""Days that have passed: replayed by backfill, moved to files by archive."""
