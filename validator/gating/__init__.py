"""The job of `gate`: the tables of an audit, suites run over them, and what came of it.

Great Expectations is imported in a process of its own alone: see `apart`.
"""
