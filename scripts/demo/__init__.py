"""Demo data, made by the SQL files beside."""
