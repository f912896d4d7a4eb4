"""`python -m validator` is `bibvalidator`."""

try:
    from validator.cli import main

    code = main()
except KeyboardInterrupt:  # while modules are loaded
    code = 130
raise SystemExit(code)
