"""Airflow on Kubernetes by kpod's values: an executor with one Job per task, and operators."""
