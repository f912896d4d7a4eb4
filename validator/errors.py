"""The two ways a run can end without a verdict. All else is a finding."""


class UsageError(Exception):
    """Wrong arguments or configuration: exit code 2. The message says what to do."""


class UnreadableError(Exception):
    """A file that cannot be evaluated: exit code 3. The message says why, without the path."""
