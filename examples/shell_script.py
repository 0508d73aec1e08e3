"""A script of several lines as the command; in YAML it is a block, as one would write it."""

from textwrap import dedent

from kpod import Pod

SCRIPT = dedent("""\
    set -eu
    for table in orders customers; do
        echo "copying $table"
        pg_dump --table "$table" "$SOURCE" | gzip > "/out/$table.sql.gz"
    done
    """)

dump = Pod("registry.example.com/tools:9", cmds=["sh", "-c", SCRIPT], envs={"SOURCE": "postgresql://db/shop"}, name="dump")
