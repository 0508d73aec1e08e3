"""All mistakes of all tables."""

from __future__ import annotations

from tests.unit.rules.cases import MISTAKES
from tests.unit.rules.cases_containers import CONTAINERS
from tests.unit.rules.cases_jobs import JOBS
from tests.unit.rules.cases_objects import OBJECTS
from tests.unit.rules.cases_pods import PODS
from tests.unit.rules.cases_security import SECURITY

EVERY = [*MISTAKES, *CONTAINERS, *PODS, *SECURITY, *JOBS, *OBJECTS]
