"""`make fuzz`: does anything but a `SpecError` come out of `load_yaml`, `Quantity` and `rules.check`, whatever they are given?

Rounds of Hypothesis on the inputs of `tests/property/fuzzing.py`, by turns for each target, each with a seed of its own, until the time is
over. Another exception, an input that takes more than 20 seconds of the processor, or memory beyond the limit ends it with the input that
did it and the seed of its round; `--seed` runs that round again.
"""

from __future__ import annotations

import argparse
import itertools
import random
import resource
import sys
import time
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from tests.property.fuzzing import TARGETS

MEGABYTE = 2**20


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seconds", type=float, default=600, help="how long (600)")
    parser.add_argument("--seed", type=int, help="of the first round; by chance if none is given")
    parser.add_argument("--memory", type=int, default=2048, help="the most memory that the process may take, in MiB (2048)")
    options = parser.parse_args()
    resource.setrlimit(resource.RLIMIT_AS, (options.memory * MEGABYTE, options.memory * MEGABYTE))
    first = random.randrange(10**9) if options.seed is None else options.seed
    seen: Counter[str] = Counter()
    end = time.monotonic() + options.seconds
    for seed in itertools.count(first):
        if time.monotonic() > end:
            break
        name = list(TARGETS)[seed % len(TARGETS)]  # so that the seed alone says which round it was
        try:
            TARGETS[name].play(seed)
        except BaseException:
            print(f"{name} failed in the round of seed {seed}, after {seen.total()} inputs", file=sys.stderr)
            raise
        seen[name] += TARGETS[name].round
    for name, count in seen.items():
        print(f"{count:>9,} inputs  {name}")
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(f"no error but SpecError, nothing hung, at most {peak} MiB; {time.process_time():.0f} s of the processor, seeds from {first}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
