"""Problems as GitLab's code quality report, which shows them beside the lines of a merge request."""

import hashlib
import json
from collections import Counter
from collections.abc import Sequence

from acquaint.catalogues import ENGLISH, Catalogue
from acquaint.check.report import printable
from acquaint.messages import told
from acquaint.problems import Problem


def as_gitlab(problems: Sequence[Problem], catalogue: Catalogue = ENGLISH) -> str:
    """A list of `{description, check_name, fingerprint, severity, location}`; those of a whole file stand at line 1."""
    seen: Counter[str] = Counter()
    rows = []
    for problem in problems:
        message = problem.message.told(catalogue)
        fix = f" {told(problem.fix, catalogue)}" if problem.fix else ""
        path = printable(problem.path)
        # Told apart by what they are about: a line may move without the problem becoming another one.
        about = f"{path}\n{problem.law.code}\n{problem.message}"
        seen[about] += 1
        rows.append(
            {
                "description": printable(f"{message}{fix}".replace("\n", " ")),
                "check_name": f"{problem.law.code} {problem.law.slug}",
                "fingerprint": hashlib.sha256(f"{about}\n{seen[about]}".encode("utf-8", "replace")).hexdigest(),
                "severity": "major" if problem.is_error else "minor",
                "location": {"path": path, "lines": {"begin": problem.span.line if problem.span else 1}},
            }
        )
    return json.dumps(rows, ensure_ascii=False, indent=2)
