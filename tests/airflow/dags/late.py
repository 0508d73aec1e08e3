"""What happens when the DAG `held` takes too long; a module of its own, since a worker has to import it."""

from __future__ import annotations

import os
from pathlib import Path


def note(**kwargs: object) -> None:
    """Leave a mark where the test sees it."""
    Path(os.environ["AIRFLOW__LOGGING__BASE_LOG_FOLDER"], "late").write_text("the deadline has passed\n")
