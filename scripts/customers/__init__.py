"""One customer: profile, and why each class is what it is."""
