"""Describe Kubernetes work as typed Python values, run it, and know how it ended."""
