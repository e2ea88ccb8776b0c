"""Judges documents by an exported JSON Schema with the command check-jsonschema: EXPORT_DIR DOCUMENTS FORM

It asserts `format` and reads patterns as ECMA-262, as it does by itself. Only its check of `date-time` is switched off, which
knows no leap seconds: the patterns beside it say all that it would.
"""

import json
import subprocess
import sys
import tempfile
from collections import defaultdict
from pathlib import Path

from exported_schemas import by_root

# How many files are named in one call.
AT_ONCE = 1000


def errors(schema: Path, files: list[Path]) -> dict[str, str]:
    """What the command says of the files that it refuses."""
    command = [sys.executable, "-m", "check_jsonschema", "--output-format", "json"]
    command += ["--no-cache", "--disable-formats", "date-time"]
    command += ["--schemafile", str(schema), *map(str, files)]
    result = subprocess.run(command, capture_output=True, text=True, check=False)
    report = json.loads(result.stdout)
    if report.get("parse_errors") or (result.returncode == 0) != (not report["errors"]):
        raise SystemExit(f"{result.stdout}{result.stderr}")
    return {error["filename"]: error["message"] for error in report["errors"]}


def main(directory: str, documents: str, form: str) -> None:
    schemas = by_root(directory, form)
    by_schema = defaultdict(list)
    for line in Path(documents).read_text("utf-8").splitlines():
        document = json.loads(line)
        by_schema[document["root"]].append(document)
    with tempfile.TemporaryDirectory() as name:
        place = Path(name)
        for root, group in by_schema.items():
            schema = place / f"{root}.schema.json"
            schema.write_text(json.dumps(schemas[root]), "utf-8")
            for start in range(0, len(group), AT_ONCE):
                some = group[start : start + AT_ONCE]
                files = [place / f"{document['id']}.json" for document in some]
                for document, file in zip(some, files, strict=True):
                    file.write_text(document["text"], "utf-8")
                refused = errors(schema, files)
                for document, file in zip(some, files, strict=True):
                    verdict = {"id": document["id"], "valid": str(file) not in refused}
                    if str(file) in refused:
                        verdict["error"] = refused[str(file)]
                    print(json.dumps(verdict))


if __name__ == "__main__":
    main(*sys.argv[1:])
