"""An init container fetches what the main one works on; the volume between them is declared by being mounted."""

from kpod import Container, Pod, Volume

code = Volume.empty_dir(name="code")
fetch = Container(
    "docker.io/alpine/git:2.49.1",
    args=["clone", "--depth", "1", "https://git.example.com/reports.git", "/code"],
    name="fetch",
    volumes={"/code": code},
)

report = Pod(
    "python:3.12-slim",
    cmds=["python", "/code/main.py"],
    volumes={"/code": code},
    init=[fetch],
    name="report",
)
