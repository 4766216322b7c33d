"""Live objects of a team, shared by name: the Python client of the Drystone registry."""
