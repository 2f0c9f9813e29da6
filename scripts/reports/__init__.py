"""What stands out: printed insights, the written report, its figures."""
