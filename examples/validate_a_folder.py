"""Check every manifest of a folder, all mistakes at once, each with its line. On a command line: `kpod validate FOLDER`."""

from pathlib import Path

from kpod import rules, wire

FOLDER = Path(__file__).parent / "files" / "manifests"

for file in sorted(FOLDER.glob("*.yaml")):
    for document in wire.read_yaml(file.read_text(), source=file.name):
        problems = [*document.problems, *rules.check(document.body, positions=document.positions, source=file.name)]
        print(f"{file.name}: {len(problems)} problems")
        for problem in problems:
            print(" ", problem)
