"""The sample minutes that no one types by hand: PDF, portal page and portal API, from plain sources."""
