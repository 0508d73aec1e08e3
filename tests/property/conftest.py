"""What holds for every property: how long an example takes says something of the machine, and nothing of the property."""

from __future__ import annotations

from hypothesis import HealthCheck, settings

settings.register_profile("kpod", deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
settings.load_profile("kpod")
