"""The site as content: Markdown, and the YAML of a small platform."""

from plan import BASE_PATH, HOST, Place, png
from source_kinds import REPOSITORY

SETTINGS = f"""title: Generated
baseURL: {HOST}{BASE_PATH}
repository: {{url: {REPOSITORY}, branch: main, contentPath: content}}
domains: [{{id: delivery, title: Delivery}}]
exclude: [/excluded/]
"""
REDIRECTS = ["  /old-home/: /", "  /chat/: https://chat.example.com/"]
PLATFORM = """apiVersion: backstage.io/v1alpha1
kind: Group
metadata: {name: platform}
spec: {type: team, children: []}
---
apiVersion: scaffolder.backstage.io/v1beta3
kind: Template
metadata:
  name: service
  title: Service
  description: A service that runs.
  annotations: {backstage.io/techdocs-ref: "url:https://code.example.com/service"}
spec: {owner: platform, type: service, steps: [{id: make, action: "fetch:template"}]}
"""
CAPABILITY = """apiVersion: portico/v1
kind: Capability
metadata: {name: base, title: Base, description: What teams build on.}
spec:
  domain: delivery
  owner: group:platform
  lifecycle: production
  access: {selfService: true, how: getting-started.md}
  support: {contact: "#platform"}
"""
SERVICE_LEVEL = """apiVersion: openslo/v1
kind: SLO
metadata: {name: base-answers, annotations: {portico/capability: base}}
spec:
  service: base
  indicator:
    metadata: {name: answers}
    spec:
      ratioMetric:
        counter: true
        good: {metricSource: {type: Prometheus, spec: {query: good}}}
        total: {metricSource: {type: Prometheus, spec: {query: total}}}
  timeWindow: [{duration: 28d, isRolling: true}]
  budgetingMethod: Occurrences
  objectives: [{displayName: Answered, target: 0.99}]
---
apiVersion: portico/v1
kind: Measurements
metadata: {name: base-answers}
spec:
  slo: base-answers
  asOf: 2026-06-30
  slices:
    - {from: 2026-06-01, to: 2026-06-30, good: 999, total: 1000}
"""
SERVICE = "apiVersion: openslo/v1\nkind: Service\nmetadata: {name: base}\nspec: {}\n"
ROADMAP = """apiVersion: portico/v1
kind: Roadmap
metadata: {name: platform, title: Roadmap}
spec:
  updated: 2026-06-01
  items:
    - {id: first-item, title: Better, problem: It is slow., outcome: It is fast., horizon: now, capability: base}
"""
SUPPORT = """Ask [the team](../part-000/page-00000.md#limits).

<!-- --8<-- [start:hours] -->
The team answers on weekdays.
<!-- --8<-- [end:hours] -->
"""
GLOSSARY = """---
title: Glossary
kind: glossary
---

## Error budget

What may fail.

## Service level objective (SLO)

What is promised.
"""
FILES = {
    "index.md": "# Home\n\n[Start](start.md), [more](more-pages/some.md), [glossary](glossary.md).\n",
    "start.md": "---\naliases: [/old-start/]\n---\n\n# Start\n\n[Read me](readme/README.md).\n",
    "glossary.md": GLOSSARY,
    "readme/README.md": "# Readme\n\nText.\n",
    "more-pages/some.md": "# Some\n\nText.\n",
    "drafts/draft.md": "---\ndraft: true\n---\n\nNot yet.\n",
    "excluded/page.md": "Excluded.\n",
    "_parts/support.md": SUPPORT,
    "platform/service.yaml": SERVICE,
    "platform/teams.yaml": PLATFORM,
    "platform/roadmap.yaml": ROADMAP,
    "capabilities/base/capability.yaml": CAPABILITY,
    "capabilities/base/slo.yaml": SERVICE_LEVEL,
    "capabilities/base/index.md": "The base.\n",
    "capabilities/base/getting-started.md": "---\ntype: tutorial\n---\n\n# Begin\n\nText.\n",
    "assets/logo.png": png(64, 64),
    "assets/wide,photo.png": png(128, 32),
    "assets/guide.pdf": b"%PDF-1.4\n%%EOF\n",
    "assets/clip.mp4": b"\0\0\0\x18ftypmp42",
} | {f"assets/{name}.txt": "Text.\n" for name in ["two words", "café", "100%", "what?", "c#", "c++", "a(b)"]}


class SourcePlace(Place):
    def to(self, page):
        return f"../{page.path}.md"

    def names(self):
        """A new name, kept for what follows."""
        self.name = self.new("part")
        return self.name

    def setting(self, key, line):
        """Adds an entry to a setting, and nothing to the page."""
        self.site.settings[key].append(self.marked(line))
        return ""

    def own_page(self, front_matter, body):
        """A page of its own, which this page links to."""
        name = self.new("own")
        self.file(f"own/{name}.md", f"---\n{front_matter}\n---\n\n# Own {name}\n\n{body}\n")
        return f"See [it](../own/{name}.md)."

    def aside(self, folder, text):
        """A file that no page knows of."""
        self.file(f"{folder}/{self.new('aside')}.md", text + "\n")
        return ""

    def included_twice(self, text):
        """A text that this page and another include."""
        path = self.file(f"_parts/{self.new('part')}.md", text + "\n")
        self.site.bodies[self.other()].append(f":::include ../{path}")
        return f":::include ../{path}"

    def onboarding_path(self, step):
        name = self.new("path")
        self.file(f"more/{name}.yaml", "apiVersion: portico/v1\nkind: OnboardingPath\n"
                  f"metadata: {{name: {name}, title: {name}}}\n"
                  f"spec:\n  goal: A service runs.\n  steps:\n    - {{page: /start.md}}\n    - {step}\n")
        return f"See [the path](path:{name})."


def plan(site):
    site.settings = {"navigation": ["  - ..."], "redirects": list(REDIRECTS)}
    for page in site.pages:
        page.path = f"{page.folder}/{page.name}"
    site.plant(SourcePlace)
    site.files |= FILES
    paragraphs = [site.sentences(5) for _ in range(200)]
    for page in site.pages:
        site.files[f"{page.path}.md"] = page_text(site, page, paragraphs)
    site.files["portico.yaml"] = SETTINGS + "".join(
        f"{key}:\n" + "".join(line + "\n" for line in lines) for key, lines in site.settings.items())


def page_text(site, page, paragraphs):
    def paragraph():
        other = site.random.choice(site.pages)
        return f"{site.random.choice(paragraphs)} See [{other.title}](../{other.path}.md#limits)."

    following = site.pages[(page.number + 1) % len(site.pages)]
    blocks = [f"---\ntitle: {page.title}\n---", f"Next is [{following.title}](../{following.path}.md)."]
    planted = site.bodies[page]
    for number, title in enumerate(["Getting started", "Limits", "What's new in 2.0?", "Größe", "Limits"]):
        blocks += [f"## {title}", paragraph(), *planted[number::5], paragraph()]
    text = "\n\n".join(block for block in blocks if block) + "\n"
    if page.number % 7 == 5:
        text = text.replace("\n", "\r\n")
    return "\ufeff" + text if page.number % 11 == 3 else text
