"""The program behind examples/demo: a hub, three clients that work with it at once, and what happened.

Read __main__ first.
"""
