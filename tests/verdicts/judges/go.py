# Judges documents by exported Go packages: go.py EXPORT_DIR DOCUMENTS FORM
#
# The packages become a module of their own with go/main.go, and nothing is fetched.
# `go.py EXPORT_DIR vet` runs `go vet` on them instead, and `go.py EXPORT_DIR fmt` lists what gofmt would change.
# `go.py EXPORT_DIR foreign` does both with the packages of published schemas, where they are not refused.

import os
import shutil
import subprocess
import sys
import sysconfig
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
# Beside this file `go` is something else, so that the package is not imported.
BIN = Path(sysconfig.get_path("purelib")) / "go/bin"
# The oldest release that the packages are for.
MODULE = "module judge\n\ngo 1.21\n"


def run(arguments: list[str], directory: Path) -> subprocess.CompletedProcess[bytes]:
    environment = os.environ | {
        "GOFLAGS": "-mod=mod",
        "GOPROXY": "off",
        "GOTOOLCHAIN": "local",
        "GOWORK": "off",
        "GOCACHE": str(ROOT / "target/verdicts/go-cache"),
    }
    return subprocess.run(arguments, cwd=directory, env=environment, capture_output=True)


def export_foreign(module: Path) -> None:
    """Exports each schema of the tests, open and strict; one that is refused gives nothing."""
    cargo = [os.environ.get("CARGO", "cargo"), "run", "--quiet", "--package", "vpcheck-cli", "--"]
    for schema in sorted((ROOT / "tests/data/schemas").glob("*.json")):
        for strict in ([], ["--strict"]):
            where = module / ("closed" if strict else "open")
            command = [*cargo, "export", "go", "--schema", str(schema), "-o", str(where), *strict]
            done = subprocess.run(command, cwd=ROOT, capture_output=True)
            if done.returncode > 1 or done.returncode == 1 and b"error[" not in done.stdout + done.stderr:
                sys.exit(done.stderr.decode())


def main() -> int:
    exports, task = Path(sys.argv[1]), sys.argv[2]
    with tempfile.TemporaryDirectory() as made:
        module = Path(made)
        if task == "foreign":
            export_foreign(module)
        else:
            shutil.copytree(exports, module, dirs_exist_ok=True)
        (module / "go.mod").write_text(MODULE)
        if task == "fmt":
            done = run([str(BIN / "gofmt"), "-l", "."], module)
        elif task == "vet":
            done = run([str(BIN / "go"), "vet", "./..."], module)
        elif task == "foreign":
            done = run(["sh", "-c", f"'{BIN}/gofmt' -l . && '{BIN}/go' vet ./..."], module)
        else:
            shutil.copy(Path(__file__).parent / "go/main.go", module / "main.go")
            done = run([str(BIN / "go"), "build", "-o", "judge", "."], module)
            if done.returncode == 0:
                done = run([str(module / "judge"), str(Path(task).absolute())], module)
        sys.stdout.buffer.write(done.stdout)
        sys.stderr.buffer.write(done.stderr)
        return done.returncode


if __name__ == "__main__":
    sys.exit(main())
