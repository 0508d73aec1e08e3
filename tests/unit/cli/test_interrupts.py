from __future__ import annotations

import signal

import pytest

from kpod.cli.interrupts import Interrupted, Interrupts


def test_ctrl_c_is_raised_where_the_main_thread_is() -> None:
    with Interrupts(), pytest.raises(Interrupted) as caught:
        signal.raise_signal(signal.SIGINT)
    assert caught.value.exit_code == 130


def test_sigterm_is_taken_in_the_same_way() -> None:
    with Interrupts(), pytest.raises(Interrupted) as caught:
        signal.raise_signal(signal.SIGTERM)
    assert caught.value.exit_code == 143


def test_what_is_held_back_comes_when_the_block_is_done() -> None:
    done = []

    def create() -> None:
        with interrupts.held():
            signal.raise_signal(signal.SIGINT)
            done.append("created")

    with Interrupts() as interrupts, pytest.raises(Interrupted):
        create()
    assert done == ["created"]


def test_the_second_one_is_never_held_back() -> None:
    done = []

    def create() -> None:
        with interrupts.held():
            signal.raise_signal(signal.SIGINT)
            signal.raise_signal(signal.SIGINT)
            done.append("created")

    with Interrupts() as interrupts, pytest.raises(Interrupted):
        create()
    assert done == []


def test_the_handlers_are_as_before_afterwards() -> None:
    before = signal.getsignal(signal.SIGINT), signal.getsignal(signal.SIGTERM)
    with Interrupts():
        pass
    assert (signal.getsignal(signal.SIGINT), signal.getsignal(signal.SIGTERM)) == before
