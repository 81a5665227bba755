"""validate.py SITE CONTENT: holds the files that a published site has for programs against their formats and its sources.

Prints a line for each fault and ends with status 1 if there are any. Needs the packages of requirements.txt, so that nothing
here is a parser of our own.
"""
import glob
import json
import os
import sys
from urllib.parse import unquote, urljoin, urlsplit

import jsonschema
import yaml

site, content = sys.argv[1:3]
faults = []


def fault(path, message):
    faults.append(f"{path}: {message}")


def read(path):
    with open(os.path.join(site, path), "rb") as file:
        return file.read().decode("utf-8")


def paths(pattern):
    found = glob.glob(pattern, root_dir=site, recursive=True)
    return sorted(path for path in found if os.path.isfile(os.path.join(site, path)))


def sources():
    """Every YAML document of the content that has a kind, outside of skeletons, and the front matter of every page."""
    for path in sorted(glob.glob(content + "/**/*", recursive=True)):
        if os.path.isfile(path) and "/skeleton" not in path:
            yield from documents(path)


def documents(path):
    if path.endswith((".yaml", ".yml")):
        with open(path, encoding="utf-8", newline="") as file:
            for document in yaml.load_all(file, TextLoader):
                if isinstance(document, dict) and "kind" in document:
                    yield document
    elif path.endswith(".md"):
        with open(path, encoding="utf-8", newline="") as file:
            parts = file.read().split("---\n", 2)
        if len(parts) == 3 and parts[0] == "":
            yield {"kind": "page", **(yaml.load(parts[1], TextLoader) or {})}


class TextLoader(yaml.SafeLoader):
    """Leaves dates and the like as they are written."""


TextLoader.yaml_implicit_resolvers = {}


def of_kind(*kinds):
    return [document for document in everything if document["kind"] in kinds]


# Links

base = json.loads(read("api/v1/site.json"))["url"]
root = base if urlsplit(base).scheme else "https://site.invalid/"


def check_address(path, address):
    """An address of the site is one of its files."""
    if not urlsplit(root).netloc == urlsplit(urljoin(root + path, address)).netloc:
        return
    whole = urljoin(root + path, address)
    if not whole.startswith(root):
        return fault(path, f"{address} is outside of the site")
    target = unquote(urlsplit(whole).path[len(urlsplit(root).path):])
    if not os.path.isfile(os.path.join(site, target, "index.html" if target.endswith("/") or not target else "")):
        if not os.path.isfile(os.path.join(site, target)):
            fault(path, f"{address} leads to no file")


def addresses(value):
    if isinstance(value, dict):
        for key, inner in value.items():
            if key in ("url", "$schema") and isinstance(inner, str):
                yield inner
            yield from addresses(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from addresses(inner)


# The API

def strict(schema):
    """A schema that no further keys pass: published ones leave room for those of later versions."""
    if isinstance(schema, list):
        return [strict(inner) for inner in schema]
    if not isinstance(schema, dict):
        return schema
    made = {key: strict(inner) for key, inner in schema.items()}
    if made.get("type") == "object" and "properties" in made:
        made["additionalProperties"] = False
    return made


def unique(pairs):
    keys = [key for key, _ in pairs]
    if len(keys) != len(set(keys)):
        raise ValueError(f"a key twice among {keys}")
    return dict(pairs)


def check_api():
    files = paths("api/v1/*.json")
    for path in files:
        name = os.path.basename(path)[:-5]
        schema = json.loads(read(f"api/v1/schemas/{name}.schema.json"))
        checker = jsonschema.Draft202012Validator
        checker.check_schema(schema)
        value = json.loads(read(path), object_pairs_hook=unique)
        validator = checker(strict(schema), format_checker=checker.FORMAT_CHECKER)
        for error in validator.iter_errors(value):
            fault(path, f"{error.json_path}: {error.message[:200]}")
        for address in addresses(value):
            check_address(path, address)
    listed = {unquote(file["url"].rsplit("/", 1)[-1]) for file in json.loads(read("api/v1/site.json"))["files"]}
    for path in files:
        if os.path.basename(path) not in listed:
            fault(path, "site.json does not list it")


def api(name, key=None):
    path = f"api/v1/{name}.json"
    return json.loads(read(path))[key or name] if os.path.exists(os.path.join(site, path)) else []


def compare(path, what, written, published):
    if sorted(written) != sorted(published):
        missing = [text for text in written if text not in published]
        further = [text for text in published if text not in written]
        fault(path, f"{what} are not those of the sources: {missing[:3]!r} missing, {further[:3]!r} besides")


def check_sources():
    """What the API says is what an independent parser reads in the sources."""
    def title(document, key="title"):
        return document["metadata"].get(key) or document["metadata"]["name"]

    compare("capabilities.json", "titles", map(title, of_kind("Capability")), [c["title"] for c in api("capabilities")])
    compare("capabilities.json", "problems", [c["spec"].get("problem") or "" for c in of_kind("Capability")],
            [c["problem"] or "" for c in api("capabilities")])
    compare("slos.json", "titles", [title(slo, "displayName") for slo in of_kind("SLO")], [s["title"] for s in api("slos")])
    items = [item for roadmap in of_kind("Roadmap") for item in roadmap["spec"]["items"]]
    published = [item for roadmap in api("roadmap") for item in roadmap["items"]]
    for key in ("id", "title", "problem", "outcome", "horizon"):
        compare("roadmap.json", key, [item[key] for item in items], [item[key] for item in published])
    compare("paths.json", "goals", [p["spec"]["goal"] for p in of_kind("OnboardingPath")], [p["goal"] for p in api("paths")])
    templates = [t for t in of_kind("Template") if "${{" not in t["metadata"]["name"]]
    compare("templates.json", "titles", map(title, templates), [t["title"] for t in api("templates")])
    entities = [e for e in everything if str(e.get("apiVersion")).startswith("backstage.io/") and "${{" not in e["metadata"]["name"]]
    compare("catalog.json", "names", [e["metadata"]["name"] for e in entities], [e["name"] for e in api("catalog")])
    pages = [page["title"] for page in json.loads(read("api/v1/pages.json"))]
    compare("pages.json", "titles of pages with front matter",
            [p["title"] for p in of_kind("page", "incident", "decision", "change") if "title" in p and "hidden" not in p],
            [p["title"] for p in of_kind("page", "incident", "decision", "change") if p.get("title") in pages])


everything = list(sources())
check_api()
check_sources()
print("\n".join(faults))
sys.exit(1 if faults else 0)
