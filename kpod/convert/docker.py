"""`docker run`'s arguments as a Pod.

What a cluster does otherwise is said in a `ConvertWarning`; what it cannot do, or what would be a guess, is refused, everything at once. It
reads no environment, and no file but the one that `--env-file` names.

Source: https://docs.docker.com/reference/cli/docker/container/run/
"""

from __future__ import annotations

import warnings
from collections.abc import Sequence
from difflib import get_close_matches
from typing import Any

from kpod.convert import docker_options
from kpod.convert.docker_options import FLAGS, IGNORED, NO_EQUIVALENT, OTHER_COMMANDS, SHORT, VALUES, Wanted
from kpod.errors import Problem, SpecError
from kpod.specs.container import Container
from kpod.specs.network import Network
from kpod.specs.pod import Pod
from kpod.specs.resources import Resources
from kpod.specs.security import Security


class ConvertWarning(UserWarning):
    """Something is not quite the same on a cluster."""


def from_docker(args: Sequence[str]) -> Pod:
    """Make a Pod of what would follow `docker run`.

    >>> pod = from_docker(["--memory", "512m", "-e", "REGION=eu", "etl:1", "load"])
    >>> pod.resources.memory, dict(pod.envs), pod.args
    ('512Mi', {'REGION': 'eu'}, ('load',))

    Args:
        args: the words, as a shell would split them; `docker` and `run` in front may stay.

    Returns:
        The Pod. Docker's units are made Kubernetes' (`512m` is `512Mi`), a named volume becomes a claim of that name, a path of the host
        one of the node, `--cpus` a limit, `--memory` request and limit, a label whose value no label can hold an annotation.

    Raises:
        SpecError: every option that is unknown, has no equivalent or a value that cannot work; with what to write instead.

    Warns:
        ConvertWarning: for what is ignored, and for what a cluster does otherwise, as a published port.
    """
    wanted = Wanted()
    words = _options(_after_run(list(args)), wanted)
    if not words:
        wanted.refuse("image", "no image is named", "write it behind the options")
    if wanted.problems:
        raise SpecError(wanted.problems)
    pod = _pod(wanted, words[0], words[1:])
    if wanted.ignored:
        wanted.warn(f"{', '.join(wanted.ignored)}: ignored, as a Pod has no terminal, runs in the background, and is deleted by its run")
    for text in wanted.warnings:
        warnings.warn(text, ConvertWarning, stacklevel=2)
    return pod


def _after_run(words: list[str]) -> list[str]:
    """Return what follows `docker run`, both of which may be missing; any other command of docker's is refused."""
    rest = words[words[0] in ("docker", "podman") :] if words else []
    if rest[:2] == ["container", "run"]:
        return rest[2:]
    if rest[:1] == ["run"]:
        return rest[1:]
    if rest and rest[0] in OTHER_COMMANDS:
        fix = f"write what follows docker run; for an image that is called so: run {rest[0]}"
        raise SpecError(f"docker {rest[0]} runs no new container", path="docker", rule="docker", fix=fix)
    return rest


def _options(words: list[str], wanted: Wanted) -> list[str]:
    """Take the options, and return the image and what follows it."""
    while words and words[0].startswith("-") and words[0] != "-":
        word = words.pop(0)
        if word == "--":
            return words
        if word.startswith("--"):
            name, has_value, value = word.partition("=")
            _take(name, value if has_value else None, words, wanted)
        else:
            _letters(word[1:], words, wanted)
    return words


def _letters(letters: str, words: list[str], wanted: Wanted) -> None:
    """Take `-it`, `-e A=b`, `-eA=b` or `-w=/srv`."""
    while letters:
        name, letters = SHORT.get(letters[0], f"-{letters[0]}"), letters[1:]
        if name in VALUES or name in NO_EQUIVALENT:
            _take(name, letters.removeprefix("=") if letters else None, words, wanted)
            return
        _take(name, None, words, wanted)


def _take(name: str, value: str | None, words: list[str], wanted: Wanted) -> None:
    if name in IGNORED:
        wanted.ignored.append(name)
    elif name in FLAGS:
        if value in (None, "true", "false"):
            FLAGS[name](wanted, value != "false")
        else:
            wanted.refuse(name, f"{value!r} is neither true nor false")
    elif name in VALUES or name in NO_EQUIVALENT:
        if value is None and not words:
            wanted.refuse(name, "its value is missing")
            return
        given = words.pop(0) if value is None else value
        if name in NO_EQUIVALENT:
            wanted.refuse(name, f"a Pod has no equivalent of {name}", NO_EQUIVALENT[name])
        else:
            _try(name, given, wanted)
    else:
        near = get_close_matches(name, [*VALUES, *FLAGS, *IGNORED, *NO_EQUIVALENT], 1)
        wanted.refuse(name, "docker run has no such option, or kpod does not know it", f"did you mean {near[0]}?" if near else "")


def _try(name: str, given: str, wanted: Wanted) -> None:
    try:
        VALUES[name](wanted, given)
    except SpecError as error:
        wanted.problems += [Problem(name, each.rule, each.message, each.fix) for each in error.problems]


def _pod(wanted: Wanted, image: str, args: Sequence[str]) -> Pod:
    def of(make: Any, given: dict[str, Any]) -> Any:
        return make(**given) if given else None

    if wanted.ports:
        wanted.main["ports"] = wanted.ports
    return Pod(
        image,
        wanted.envs,
        wanted.cmds,
        labels=wanted.labels,
        name=wanted.name,
        args=args,
        annotations=wanted.annotations,
        volumes=wanted.volumes,
        resources=of(Resources, docker_options.amounts(wanted.resources)),
        security=of(Security, wanted.security),
        grace=wanted.grace,
        network=of(Network, wanted.network),
        main=of(Container, wanted.main),
        patch={"spec": wanted.patch} if wanted.patch else None,
        restart=wanted.restart,
    )
