"""A manifest as the Python that a person would have written; tried before it is returned, so it makes the same object."""

from pathlib import Path

from kpod.convert import to_source

print(to_source((Path(__file__).parent / "files" / "manifests" / "good.yaml").read_text()))
