"""Everything that touches Airflow's internals, and every difference between Airflow's versions.

Nothing is imported before it is used: a DAG file that imports an operator pays for `airflow.sdk` only, not for the scheduler's models. No
decision is taken here; this room answers questions and hands over classes.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Mapping, Sequence
from importlib import import_module
from typing import TYPE_CHECKING, Any

import attrs

if TYPE_CHECKING:
    from airflow.executors.base_executor import BaseExecutor as BaseExecutor
    from airflow.executors.workloads import ExecuteCallback as ExecuteCallback
    from airflow.executors.workloads import ExecuteTask as ExecuteTask
    from airflow.sdk import BaseOperator as BaseOperator
    from airflow.sdk.exceptions import AirflowException as AirflowException
    from airflow.sdk.exceptions import AirflowFailException as AirflowFailException
    from airflow.utils.state import TaskInstanceState as TaskInstanceState

_NAMES = {
    "AirflowException": "airflow.sdk.exceptions",
    "AirflowFailException": "airflow.sdk.exceptions",
    "BaseExecutor": "airflow.executors.base_executor",
    "BaseOperator": "airflow.sdk",
    "ExecuteCallback": "airflow.executors.workloads",
    "ExecuteTask": "airflow.executors.workloads",
    "TaskInstanceState": "airflow.utils.state",
}


def __getattr__(name: str) -> Any:
    """Load one of Airflow's classes on its first use."""
    if name not in _NAMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(import_module(_NAMES[name]), name)
    globals()[name] = value
    return value


@attrs.frozen
class TaskNow:
    """What Airflow's database says of a task instance at this moment.

    Attributes:
        state: its state, or None.
        external_executor_id: the id that the scheduler gave to its latest queuing, or None.
    """

    state: str | None
    external_executor_id: str | None

    @property
    def is_open(self) -> bool:
        """Whether an executor may still report its end."""
        return self.state in ("queued", "running", "restarting")


def tasks_now(ids: Sequence[str]) -> dict[str, TaskNow]:
    """Read the task instances of these ids, in one query of its own session; those that are gone are not in the answer."""
    from uuid import UUID

    from airflow.models.taskinstance import TaskInstance
    from airflow.utils.session import create_session
    from sqlalchemy import select

    columns = (TaskInstance.id, TaskInstance.state, TaskInstance.external_executor_id)
    with create_session(scoped=False) as session:
        rows = session.execute(select(*columns).where(TaskInstance.id.in_([UUID(id_) for id_ in ids]))).all()
    return {str(id_): TaskNow(str(state) if state else None, external) for id_, state, external in rows}


_told: deque[Any] = deque(maxlen=1000)


def log_task_event(executor: Any, key: Any, text: str) -> None:
    """Write an entry into the audit log of a task, which people see in the UI.

    Airflow 3.3 writes the entries a moment later and, while doing so, holds them by weak references only: what nobody else holds is lost,
    with an error in the scheduler's log. So the last ones are held here.
    """
    executor.log_task_event(event="kpod", extra=text, ti_key=key)
    _told.extend(executor._task_event_logs)


def get_execution_api_url(conf: Any) -> str:
    """Say where workers find the execution API, by the configuration."""
    from airflow.executors.base_executor import get_execution_api_server_url

    return str(get_execution_api_server_url(conf))


def get_connection_extra(conn_id: str) -> Mapping[str, Any] | None:
    """Read the extras of an Airflow connection, or None where there is no such connection.

    In a task this asks the execution API, in the scheduler the secrets backends and the database.
    """
    from airflow.sdk.bases.hook import BaseHook
    from airflow.sdk.exceptions import AirflowNotFoundException

    try:
        connection = BaseHook.get_connection(conn_id)
    except AirflowNotFoundException:
        return None
    extra: Mapping[str, Any] = connection.extra_dejson
    return extra
