"""The marts for others: published, exported, asked for one membership."""
