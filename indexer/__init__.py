"""Documents become meetings, items, decisions, and a searchable index. Imports ``models`` only."""
