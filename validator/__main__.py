"""`python -m validator` is `bibvalidator`."""

from validator.cli import main

raise SystemExit(main())
