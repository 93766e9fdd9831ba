"""Many things at once: in order, within the limit, and none holds up what was before it."""

from __future__ import annotations

import asyncio

import pytest

from tactful.loop.running import in_order, run_now


async def _gather(given, work, **options):
    return [made async for made in in_order(given, work, **options)]


def test_results_come_in_the_order_of_the_things_although_the_last_is_done_first():
    async def work(number):
        await asyncio.sleep((4 - number) * 0.01)
        return number

    assert asyncio.run(_gather(range(5), work, at_once=5)) == [0, 1, 2, 3, 4]


@pytest.mark.parametrize("at_once", [1, 3, 8])
def test_no_more_than_the_limit_are_worked_on(at_once):
    running = most = 0
    full = asyncio.Event()

    async def work(number):
        nonlocal running, most
        running += 1
        most = max(most, running)
        if running == at_once:
            full.set()
        await full.wait()
        await asyncio.sleep(0)
        running -= 1
        return number

    assert asyncio.run(_gather(range(20), work, at_once=at_once)) == list(range(20))
    assert most == at_once


def test_a_thing_that_is_long_in_coming_holds_up_nothing_before_it():
    async def talk():
        shown = asyncio.Event()
        loop = asyncio.get_running_loop()

        def slow():
            yield 1
            assert asyncio.run_coroutine_threadsafe(shown.wait(), loop).result(timeout=10)
            yield 2

        async def work(number):
            return number

        made = []
        async for one in in_order(slow(), work):
            made.append(one)
            shown.set()
        return made

    assert asyncio.run(talk()) == [1, 2]


def test_an_error_while_reading_is_raised_to_who_waits():
    def broken():
        yield 1
        raise ValueError("no further line")

    async def work(number):
        return number

    with pytest.raises(ValueError, match="no further line"):
        asyncio.run(_gather(broken(), work))


def test_a_coroutine_is_run_also_within_a_running_loop():
    async def answer():
        return 42

    async def inside():
        return run_now(answer())

    assert run_now(answer()) == 42
    assert asyncio.run(inside()) == 42
