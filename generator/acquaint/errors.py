"""What can go wrong, as exceptions: one base class, one class for each way a command may end."""

from pathlib import Path


class AcquaintError(Exception):
    """A failure told to the user in one sentence; `exit_code` is what the command ends with."""

    exit_code = 2


class UsageError(AcquaintError):
    """The command was asked for something that makes no sense (no such folder, a folder that isn't ours)."""


class MachineError(AcquaintError):
    """The machine would not do it: disk full, no permission, a device that failed."""

    @classmethod
    def from_os(cls, error: OSError, doing: str) -> "MachineError":
        """`doing` completes the sentence 'could not …'; the path in `error`, if any, is named after it."""
        where = f" {Path(error.filename).name}" if isinstance(error.filename, str) else ""
        reason = (error.strerror or "the system gave no reason").lower()
        return cls(f"could not {doing}{where}: {reason}")


class IntroductionsError(AcquaintError):
    """The introductions have problems, so nothing was published."""

    exit_code = 1


class LeakError(IntroductionsError):
    """The gate found a private value in bytes meant for everybody; nothing was published."""
