"""Bodies merged and compared by the schema: how a base, a spec and a patch become one, and whether what runs is what was asked for.

    strategic(base, patch, type=…)      the merged body
    explain([(name, body), …], type=…)  which layer set each leaf of it
    json_merge(base, patch)             RFC 7386, for what has no schema
    patch_between(base, body, type=…)   the smallest patch that makes one of the other
    diff(wanted, found, type=…)         where what is there is not what was asked for

It does not check what comes out (`kpod.rules` does), and it does not guess: a volume that gets a second source has two, as on the server,
unless the patch says `$retainKeys` or deletes the first one with a null.
"""

from kpod.merge.difference import ABSENT, Absent, Difference, diff
from kpod.merge.explain import explain
from kpod.merge.strategic import json_merge, patch_between, strategic

__all__ = ["ABSENT", "Absent", "Difference", "diff", "explain", "json_merge", "patch_between", "strategic"]
