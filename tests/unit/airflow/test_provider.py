from __future__ import annotations

import subprocess
import sys

from airflow_integration.executor.settings import OPTIONS
from airflow_integration.provider import get_provider_info


def test_the_provider_has_the_whole_section_with_texts_as_defaults() -> None:
    options = get_provider_info()["config"]["kpod"]["options"]
    assert set(options) == {option.name for option in OPTIONS}
    assert all(isinstance(option["default"], str) and option["default"].format() == option["default"] for option in options.values())


def test_the_pure_modules_load_neither_airflow_nor_a_client() -> None:
    program = (
        "import sys\n"
        "import airflow_integration.provider, airflow_integration.executor_config, airflow_integration.connection\n"
        "from airflow_integration.executor import jobs, verdicts, settings, fleet\n"
        "print([name for name in sys.modules if name.split('.')[0] in ('airflow', 'kubernetes')])"
    )
    assert subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout.strip() == "[]"


def test_a_dag_file_with_an_operator_loads_no_client() -> None:
    program = (
        "import sys, warnings; warnings.simplefilter('ignore')\n"
        "from airflow_integration import PodOperator, worker\n"
        "print([name for name in sys.modules if name.split('.')[0] in ('kubernetes', 'aiohttp')])"
    )
    assert subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout.strip().endswith("[]")
