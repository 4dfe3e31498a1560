"""How people and programs reach besluttet: HTTP and the command line."""
