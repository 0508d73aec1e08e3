"""What holds for every property.

How long an example takes says something of the machine, and nothing of the property. Where CI is set, each run draws the same examples, so
that a change is judged by what it changed; everywhere else, and in `make fuzz`, each run draws new ones.
"""

from __future__ import annotations

import os

from hypothesis import HealthCheck, settings

settings.register_profile(
    "kpod",
    deadline=None,
    derandomize="CI" in os.environ,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
settings.load_profile("kpod")
