"""What check-jsonschema prints about the six typical mistakes: EXPORT_DIR FORM

Its first line says only that there are errors, and is left out.
"""

import json
import re
import subprocess
import sys
import tempfile
from pathlib import Path

MISTAKES = Path(__file__).parents[3] / "data" / "mistakes.json"


def main(directory: str, form: str) -> None:
    schema = Path(directory) / f"service-request.{form}.schema.json"
    with tempfile.TemporaryDirectory() as name:
        files = []
        for mistake in json.loads(MISTAKES.read_text("utf-8")):
            file = Path(name) / f"{mistake['name']}.json"
            file.write_text(json.dumps(mistake["service"], indent=2), "utf-8")
            files.append(str(file))
        command = [sys.executable, "-P", "-m", "check_jsonschema", "--no-cache"]
        command += ["--schemafile", str(schema), *files]
        printed = subprocess.run(command, capture_output=True, text=True, check=False)
    head, *lines = printed.stdout.splitlines() or [""]
    if printed.returncode != 1 or head != "Schema validation errors were encountered.":
        raise SystemExit(f"{printed.stdout}{printed.stderr}")
    for line in lines:
        text = line.replace(f"{name}/", "").strip()
        place = re.match(r"(.+)\.json::\$([^:\s]*): ", text)
        if not place:
            raise SystemExit(f"this is about no place: {line}")
        at = place[2].replace(".", "/")
        print(json.dumps({"mistake": place[1], "at": at, "text": text}))


if __name__ == "__main__":
    main(*sys.argv[1:])
