"""`kpod run`: run one Pod or Job, show how it goes, and end as it did.

It is `launch`, `logs` and `wait` of `kpod.run`, and a display; it decides nothing about the run but when to give up.
"""

from __future__ import annotations

import json
import os
import threading
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

import attrs
import click

import kpod
from kpod.cli import clusters, console, exits, runs, sources
from kpod.cli.console import Display
from kpod.cli.durations import parse_deadline, parse_duration
from kpod.cli.images import Images
from kpod.cli.interrupts import Interrupted, Interrupts
from kpod.errors import ApiError, KpodError, Problem, ResultError, SpecError, UnreachableError, WaitTimeoutError

if TYPE_CHECKING:
    from kpod.cluster import Body, Cluster
    from kpod.run import Run
    from kpod.status import Outcome, Progress

RESULT = "kpod/result"
"""The annotation of a Pod that declares a result."""
LOG_GRACE = 15.0
"""Seconds that the rest of the log may take after the run's end."""


@attrs.frozen
class Wishes:
    """What the options say about the run; see `kpod run --help`."""

    key: str | None
    timeout: float | None
    deadlines: dict[str, float]
    again: bool
    detach: bool
    remove: bool
    as_json: bool
    namespace: str | None


@click.command("run", short_help="Run a command in an image, or what a file describes.")
@click.argument("words", metavar="[FILE | -- COMMAND...]", nargs=-1)
@click.option("--image", help="The image; COMMAND is the container's whole command, in place of the image's entrypoint.")
@click.option("--name", help="The run's name, which is a key too. With FILE: which of its specs.")
@click.option("--key", help="The same key finds the same run, in any process.")
@click.option("--again", is_flag=True, help="Where the run of this name or key has ended: delete it and run it anew.")
@click.option(
    "--env", "-e", "envs", multiple=True, metavar="NAME[=VALUE]", help="An environment variable; without a value, the one from here."
)
@click.option("--memory", help="Memory request, and limit: 512Mi, 1Gi.")
@click.option("--cpu", help="CPU request: 500m, 2.")
@click.option("--timeout", type=parse_duration, metavar="DURATION", help="Give up after this time: 90s, 10m, 1h.")
@click.option(
    "--deadline",
    "deadlines",
    multiple=True,
    metavar="STAGE=DURATION",
    callback=lambda _context, _option, given: dict(parse_deadline(text) for text in given),
    help="Give up where a stage of the start takes longer: created, scheduled, pulled or started=10m; may be repeated.",
)
@click.option("--detach", "-d", is_flag=True, help="Print the run's name and leave it running.")
@click.option("--rm", "remove", is_flag=True, help="Delete the run at its end; otherwise a Job stays for a day.")
@click.option("--output", type=click.Choice(["text", "json"]), default="text", show_default=True, help="json: one document at the end.")
@clusters.options
def command(
    words: Sequence[str],
    image: str | None,
    name: str | None,
    envs: Sequence[str],
    memory: str | None,
    cpu: str | None,
    where: clusters.Where,
    output: str,
    **wishes: Any,
) -> int:
    """Run COMMAND in an image, or the Pod or Job that FILE describes, and wait for its end.

    The exit code is the container's own; 124 after a timeout, 125 for an error of kpod or the API, 126 where the run was rejected or never
    started.
    """
    _fits_together(wishes)
    if image is not None:
        spec = _job(image, words, name, envs, memory, cpu)
        problems = kpod.rules.check(spec.to_body())
    elif envs or memory or cpu:
        raise click.UsageError("--env, --memory and --cpu go with --image; a file says these itself")
    elif len(words) != 1:
        raise click.UsageError("say what to run: --image IMAGE -- COMMAND..., or one FILE")
    else:
        item = sources.choose(sources.read(words[0]), name, source=words[0])
        spec, problems = item.value, [*item.check(), *_endless(item)]
    if any(problem.level == "error" for problem in problems):
        raise SpecError(problems)
    for problem in problems:
        console.note(str(problem))
    wanted = Wishes(**wishes, as_json=output == "json", namespace=where.namespace)
    console.show_warnings()
    with Interrupts() as interrupts:
        try:
            with where.connect(start=not wanted.detach) as cluster:
                return _launch(spec, wanted, cluster, interrupts)
        except Interrupted as interrupted:
            return interrupted.exit_code


def _fits_together(wishes: dict[str, Any]) -> None:
    """Refuse what only somebody who waits for the end could do, with --detach."""
    late = [option for option, name in (("--rm", "remove"), ("--timeout", "timeout"), ("--deadline", "deadlines")) if wishes[name]]
    if wishes["detach"] and late:
        raise click.UsageError(f"--detach leaves before the end, so nobody would do {late[0]}; leave one of them out")


def _job(image: str, words: Sequence[str], name: str | None, envs: Sequence[str], memory: str | None, cpu: str | None) -> Any:
    """Make the Job of one Pod that is not tried again, called after the Python module that it runs, else after the image."""
    given = dict(_env(text) for text in envs)
    pod = kpod.Pod(
        image,
        envs=given,
        cmds=list(words),
        name=name,
        resources=kpod.Resources(memory=memory, cpu=cpu) if memory or cpu else None,
    )
    module = words[words.index("-m") + 1] if "-m" in words[:-1] else ""
    patch = {"metadata": {"generateName": f"{kpod.names.slug(module)}-"}} if module and not name else None
    return kpod.Job(pod, retries=0, patch=patch)


def _endless(item: sources.Item) -> Iterator[Problem]:
    """Yield a warning where a Pod starts its containers again whenever they end: the server's default, which a run hardly means."""
    spec = item.body.get("spec")
    if item.kind != "Pod" or not isinstance(spec, dict) or (spec.get("restartPolicy") or "Always") != "Always":
        return
    line, column = item.positions.nearest(("spec", "restartPolicy")) if item.positions is not None else (item.line, None)
    message = "Always, the server's default, starts the containers again whenever they end, so this run has no end of its own"
    yield Problem("spec.restartPolicy", "restart-policy", message, "write restartPolicy: Never", "warning", item.source, line, column)


def _env(text: str) -> tuple[str, str]:
    name, given, value = text.partition("=")
    if not given:
        if name not in os.environ:
            raise click.BadParameter(f"{name} is not set here; write --env {name}=VALUE", param_hint="--env")
        value = os.environ[name]
    return name, value


def _launch(spec: Any, wanted: Wishes, cluster: Cluster, interrupts: Interrupts) -> int:
    run: Run | None = None
    try:
        with interrupts.held():
            run = kpod.launch(spec, key=wanted.key, namespace=wanted.namespace, cluster=cluster, again=wanted.again)
            console.note(f"{run.ref.name} in context {cluster.name}, namespace {run.ref.namespace}")
        if wanted.detach:
            click.echo(json.dumps(runs.address(run), indent=2) if wanted.as_json else run.ref.name)
            return exits.DONE
        outcome = _wait(run, wanted)
    except (Interrupted, WaitTimeoutError) as error:
        if run is None:
            raise
        if isinstance(error, Interrupted):
            return _give_up(run, wanted, "interrupted", error.exit_code)
        return _give_up(run, wanted, error.outcome.what, exits.TIMEOUT)
    return _end(run, outcome, wanted, has_result=_asks_for_result(kpod.to_body(spec)))


def _wait(run: Run, wanted: Wishes) -> Outcome:
    """Wait for the end, with the log running beside."""
    with Display(run.ref.name, log_to_stderr=wanted.as_json) as display:
        follower = threading.Thread(target=_follow, args=(run, display), name="kpod-log", daemon=True)
        follower.start()
        outcome = _see_through(run, wanted, display)
        if outcome.exit_code is not None:  # else there may be no log, and no end of it
            follower.join(LOG_GRACE)
        return outcome


def _see_through(run: Run, wanted: Wishes, display: Display) -> Outcome:
    with Images(run.cluster, run.ref.namespace, display) as images:

        def tell(progress: Progress) -> None:
            display.progress(progress)
            images.progress(progress)

        return run.wait(wanted.timeout, on_progress=tell, deadlines=kpod.Deadlines(**wanted.deadlines) if wanted.deadlines else None)


def _follow(run: Run, display: Display) -> None:
    try:
        for line in run.logs(follow=True):
            display.log(line)
    except KpodError as error:
        display.note(f"the log cannot be read: {error}")
    except BrokenPipeError:
        return  # nobody reads the log any more; the run goes on


def _give_up(run: Run, wanted: Wishes, why: str, code: int) -> int:
    """Cancel and delete the run; a second Ctrl-C leaves it as it is."""
    ref = run.ref
    try:
        console.note(f"{ref.name}  {why}: cancelling and deleting it (Ctrl-C again: leave it as it is)")
        run.delete()
    except Interrupted:
        console.note(f"{ref.name}  left as it is; delete it by: kpod rm {ref.name} --namespace {ref.namespace}")
    except (ApiError, UnreachableError) as error:
        console.note(f"{ref.name}  may still be there: {error}")
    if wanted.as_json:
        click.echo(json.dumps({"run": runs.address(run), "exit_code": code, "error": why, "outcome": None}, indent=2))
    return code


def _asks_for_result(body: Body) -> bool:
    """Whether the Pod, or the Pod of the Job, declares a result."""
    parts = [body, (body.get("spec") or {}).get("template") or {}]
    return any(RESULT in ((part.get("metadata") or {}).get("annotations") or {}) for part in parts)


def _end(run: Run, outcome: Outcome, wanted: Wishes, *, has_result: bool) -> int:
    """Tell the end, clean up where that was asked for, and return the exit code."""
    code, result, trouble = exits.of_outcome(outcome), None, None
    console.end(run.ref.name, attrs.evolve(outcome, log_tail=()))  # the log was shown while it ran
    if outcome.ok and has_result:
        try:
            result = run.result()
        except ResultError as error:
            code, trouble = exits.TROUBLE, str(error)
            console.note(trouble)
    never_started = outcome.category is kpod.Category.NEVER_STARTED
    if never_started and not wanted.remove:
        console.note(f"{run.ref.name}  deleting it, lest it starts when nobody waits for it")
    if wanted.remove or never_started:
        run.delete()
    if wanted.as_json:
        told = {
            "run": runs.address(run),
            "exit_code": code,
            "error": trouble,
            "outcome": runs.plain(outcome),
            "result": runs.result(result),
        }
        click.echo(json.dumps(told, indent=2))
    return code
