"""validate.py SITE CONTENT: holds the files that a published site has for programs against their formats and its sources.

Prints a line for each fault and ends with status 1 if there are any. Needs the packages of requirements.txt, so that nothing
here is a parser of our own.
"""
import glob
import json
import os
import sys
from urllib.parse import unquote, urljoin, urlsplit
from xml.etree import ElementTree

import feedparser
import icalendar
import jsonschema
import yaml
from markdown_it import MarkdownIt

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
    for name, kinds in (("incidents", ["incident", "issue"]), ("changes", ["change"])):
        compare(name + ".json", "titles", [p["title"] for p in of_kind(*kinds)], [p["title"] for p in api(name)])
    published = [page["title"] for page in json.loads(read("api/v1/pages.json"))]
    for page in of_kind("page", "incident", "issue", "decision", "change"):
        if "title" in page and page["title"] not in published and "hidden" not in page:
            fault("pages.json", f"there is no page {page['title']!r}")


# Feeds

def clean(text):
    """What XML leaves of a text: what it may not hold is replaced."""
    return "".join("\ufffd" if ord(c) < 0x20 and c not in "\t\n\r" or c in "\ufffe\uffff" else c for c in text)


def words(text):
    return " ".join(text.split())


def check_feeds():
    for path in paths("feeds/**/*.xml"):
        feed = feedparser.parse(read(path).encode(), sanitize_html=False, resolve_relative_uris=False)
        if feed.bozo or feed.version != "atom10":
            fault(path, f"feedparser: {feed.version} {feed.get('bozo_exception')}")
        for key in ("id", "title", "updated_parsed", "links", "authors"):
            if not feed.feed.get(key):
                fault(path, f"the feed has no {key}")
        check_entries(path, [(e.id, e.link, e.updated) for e in feed.entries])
        twin = json.loads(read(path[:-4] + ".json"))
        if [clean(item["title"]) for item in twin["items"]] != titles_as_written(path):
            fault(path, "its titles are not those of its JSON Feed")


def titles_as_written(path):
    atom = "{http://www.w3.org/2005/Atom}"
    return [entry.findtext(atom + "title") for entry in ElementTree.fromstring(read(path)).iter(atom + "entry")]


def check_entries(path, entries):
    ids = [entry[0] for entry in entries]
    if len(ids) != len(set(ids)):
        fault(path, "two entries have one id")
    for identity, link, updated in entries:
        check_address(path, link)
        if not urlsplit(identity).scheme:
            fault(path, f"the id {identity} is no full address")
        if updated[:10] > as_of:
            fault(path, f"{updated} is yet to come")
    if [entry[2] for entry in entries] != sorted((entry[2] for entry in entries), reverse=True):
        fault(path, "the latest entry is not the first")


def check_json_feeds():
    """JSON Feed 1.1, whose rules are few."""
    texts = {"type": "string", "minLength": 1}
    item = {
        "type": "object", "required": ["id", "url", "title", "date_modified"],
        "properties": {
            "id": texts, "url": {"type": "string", "format": "uri"}, "title": texts, "summary": texts, "content_text": texts,
            "content_html": texts, "date_modified": {"type": "string", "format": "date-time"},
            "tags": {"type": "array", "items": texts}},
        "additionalProperties": False, "anyOf": [{"required": ["content_text"]}, {"required": ["content_html"]}]}
    schema = {
        "type": "object", "required": ["version", "title", "items"],
        "properties": {
            "version": {"const": "https://jsonfeed.org/version/1.1"}, "title": texts, "home_page_url": texts,
            "feed_url": {"type": "string", "format": "uri"}, "language": texts,
            "authors": {"type": "array", "items": {"required": ["name"]}}, "items": {"type": "array", "items": item}},
        "additionalProperties": False}
    checker = jsonschema.Draft202012Validator
    for path in paths("feeds/**/*.json"):
        feed = json.loads(read(path), object_pairs_hook=unique)
        for error in checker(schema, format_checker=checker.FORMAT_CHECKER).iter_errors(feed):
            fault(path, f"{error.json_path}: {error.message[:200]}")
        check_entries(path, [(i["id"], i["url"], i["date_modified"]) for i in feed["items"]])


# Calendars

def check_calendars():
    for path in paths("**/*.ics"):
        raw = read(path)
        lines = raw.split("\r\n")
        if raw.replace("\r\n", "").strip("\r\n") != raw.replace("\r\n", "") or "\n" in "".join(lines) or "\r" in "".join(lines):
            fault(path, "a line does not end with CR and LF")
        for line in lines:
            if len(line.encode()) > 75:
                fault(path, f"a line has {len(line.encode())} bytes: {line[:60]}")
        calendar = icalendar.Calendar.from_ical(raw)
        events = calendar.walk("VEVENT")
        if not events or calendar.errors or any(event.errors for event in events):
            fault(path, f"icalendar: {len(events)} events, {calendar.errors}")
        identities = [str(event["UID"]) for event in events]
        if len(identities) != len(set(identities)):
            fault(path, "two events have one UID")
        for event in events:
            check_event(path, event)


def check_event(path, event):
    for key in ("UID", "DTSTAMP", "DTSTART", "DTEND", "SUMMARY", "URL"):
        if key not in event:
            fault(path, f"an event has no {key}")
    if event["DTEND"].dt <= event["DTSTART"].dt:
        fault(path, f"{event['SUMMARY']} ends before it begins")
    if event["DTSTAMP"].dt.date().isoformat() != as_of:
        fault(path, f"{event['DTSTAMP'].dt} comes from a clock")
    check_address(path, str(event["URL"]))


# Badges

def check_badges():
    for path in paths("badges/**/*.svg"):
        svg = ElementTree.fromstring(read(path))
        space = "{http://www.w3.org/2000/svg}"
        shown = [text.text or "" for text in svg.iter(space + "text")]
        endpoint = json.loads(read(path[:-4] + ".json"))
        if shown != [words(clean(endpoint["label"])), clean(endpoint["message"])]:
            fault(path, f"it shows {shown}, its endpoint says {endpoint}")
        if svg.findtext(space + "title") != ": ".join(shown):
            fault(path, "its name is not what it shows")
        if any(name in read(path) for name in ("<style", "style=", "<script", "href", " id=")):
            fault(path, "it does not stand for itself")
        if set(endpoint) != {"schemaVersion", "label", "message", "color"} or endpoint["schemaVersion"] != 1:
            fault(path, f"{endpoint} is no endpoint of shields.io")
    compare("badges", "labels", [words(c["title"]) for c in api("capabilities")] + [words(s["title"]) for s in api("slos")],
            [json.loads(read(path))["label"] for path in paths("badges/**/*.json")])


# Markdown

def inline(tokens):
    """The inline tokens of a text, however deep."""
    for token in tokens:
        yield token
        yield from inline(token.children or [])


def shown(tokens):
    return "".join(token.content for token in inline(tokens) if token.type in ("text", "code_inline", "text_special"))


def check_markdown():
    pages = {page["markdown"]: page for page in json.loads(read("api/v1/pages.json")) if page["markdown"]}
    for address, page in pages.items():
        path = unquote(urlsplit(urljoin(root + "api/v1/pages.json", address)).path[len(urlsplit(root).path):])
        tokens = MarkdownIt("commonmark").parse(read(path))
        if not any(token.type == "heading_open" and token.tag == "h1" for token in tokens):
            fault(path, "it has no title")
        for token in inline(tokens):
            for address in [token.attrs.get("href"), token.attrs.get("src")]:
                if address and not urlsplit(str(address)).scheme == "mailto":
                    check_address(path, str(address))


def check_index():
    """llms.txt: a heading, a quotation, and sections of links with the titles of pages (llmstxt.org)."""
    tokens = MarkdownIt("commonmark").parse(read("llms.txt"))
    about = json.loads(read("api/v1/site.json"))
    as_text = lambda text: words(text.replace("\0", "\ufffd"))
    heads = [shown([after]) for token, after in zip(tokens, tokens[1:]) if token.type == "heading_open" and token.tag == "h1"]
    if heads != [as_text(about["title"])]:
        fault("llms.txt", f"its heading is {heads}")
    titles = sorted(as_text(page["title"]) for page in json.loads(read("api/v1/pages.json")))
    listed = []
    for token in inline(tokens):
        for opening, link in zip(token.children or [], (token.children or [])[1:]):
            if opening.type == "link_open":
                rest = token.children[token.children.index(opening):]
                end = next(index for index, inner in enumerate(rest) if inner.type == "link_close")
                listed.append(shown(rest[:end]))
                check_address("llms.txt", opening.attrs["href"])
    if sorted(listed) != titles:
        fault("llms.txt", f"{[t for t in titles if t not in listed][:3]!r} missing, {[t for t in listed if t not in titles][:3]!r} besides")


def check_xml():
    for path in paths("**/*.xml") + paths("**/*.svg"):
        try:
            ElementTree.fromstring(read(path))
        except ElementTree.ParseError as error:
            fault(path, f"not well-formed: {error}")


everything = list(sources())
as_of = json.loads(read("api/v1/site.json"))["asOf"]
check_xml()
# What is no XML has been told of, and the next ones could not read it.
for check in [] if faults else [check_api, check_sources, check_feeds, check_json_feeds, check_calendars, check_badges,
                                         check_markdown, check_index]:
    check()
print("\n".join(faults))
sys.exit(1 if faults else 0)
