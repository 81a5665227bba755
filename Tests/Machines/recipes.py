"""recipes.py FOLDER: holds the recipes for CI against the schemas of their systems, and prints their commands.

Prints one JSON object: `faults`, a list of lines, and `commands`, a list of `[recipe, shell text]` with every step that
calls `portico`.
"""
import json
import os
import re
import subprocess
import sys

import yaml

folder = sys.argv[1]
faults = []
commands = []


def validate(name, schema):
    path = os.path.join(folder, name)
    check = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", schema, path]
    answer = subprocess.run(check, capture_output=True, text=True)
    if answer.returncode:
        faults.append(f"{name}: {answer.stdout}{answer.stderr}")


def read(name):
    with open(os.path.join(folder, name), encoding="utf-8") as file:
        return file.read()


def add(name, text):
    if re.search(r"\bportico check\b", text):
        commands.append([name, text])


validate("github-actions.yml", "vendor.github-workflows")
for job in yaml.safe_load(read("github-actions.yml"))["jobs"].values():
    for step in job["steps"]:
        add("github-actions.yml", step.get("run", ""))

validate("gitlab-ci.yml", "vendor.gitlab-ci")
add("gitlab-ci.yml", "\n".join(yaml.safe_load(read("gitlab-ci.yml"))["portal"]["script"]))

for text in re.findall(r"sh '''(.*?)'''", read("Jenkinsfile"), re.DOTALL):
    add("Jenkinsfile", text)

for repository in yaml.safe_load(read("pre-commit-config.yaml"))["repos"]:
    for hook in repository["hooks"]:
        if missing := {"id", "name", "language", "entry"} - hook.keys():
            faults.append(f"pre-commit-config.yaml: a local hook needs {sorted(missing)}")
        add("pre-commit-config.yaml", hook["entry"])

json.dump({"faults": faults, "commands": commands}, sys.stdout)
