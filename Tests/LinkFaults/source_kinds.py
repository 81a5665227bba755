"""Faults and traps in the Markdown and YAML of a site."""

from plan import BASE_PATH, HOST, Kind, trap

OWN = HOST + BASE_PATH
REPOSITORY = "https://git.example.com/platform/portal"
LINK, ANCHOR, REFERENCE = "broken-link", "broken-anchor", "unknown-reference"


def see(*destinations):
    return " ".join(f"See [what it says]({destination}) of this." for destination in destinations)


def capability(p, **keys):
    """A document of a capability that is right but for what is given."""
    name = p.new("capability")
    spec = {"domain": "delivery", "owner": "group:platform", "lifecycle": "planned"} | keys
    lines = "".join(f"  {key}: {value}\n" for key, value in spec.items())
    p.file(f"more/{name}.yaml", "apiVersion: portico/v1\nkind: Capability\n"
           f"metadata: {{name: {name}, title: {name}, description: What teams get.}}\nspec:\n{lines}")
    return f"See [the capability](capability:{name})."


def descriptor(p, kind, spec):
    name = p.new("entity")
    p.file(f"more/{name}.yaml", "apiVersion: backstage.io/v1alpha1\n"
           f"kind: {kind}\nmetadata: {{name: {name}}}\nspec:\n{spec}")
    return f"See [the entity]({kind.lower()}:{name})."


FAULTS = [
    # Paths and what they lead to.
    Kind("page is missing", LINK, lambda p: see(f"⟦{p.new()}.md")),
    Kind("page is missing, path from the root", LINK, lambda p: see(f"⟦/part-000/{p.new()}.md")),
    Kind("page is missing, as an address", LINK, lambda p: see(f"⟦../{p.new()}/")),
    Kind("page is missing, the site's own URL", LINK, lambda p: see(f"⟦{OWN}{p.new()}/")),
    Kind("page is missing, own URL in capitals with a port", LINK,
         lambda p: see(f"⟦HTTPS://PORTAL.EXAMPLE.COM:443{BASE_PATH}{p.new()}/")),
    Kind("page is missing, with query and anchor", LINK, lambda p: see(f"⟦{p.new()}.md?tab=1#limits")),
    Kind("one missing page, three places", LINK, lambda p: "\n\n".join([see(f"⟦../part-000/{p.new()}.md")] * 3)),
    Kind("file is missing", LINK, lambda p: see(f"⟦../assets/{p.new()}.pdf")),
    Kind("letter case of a page", LINK, lambda p: see("⟦" + p.to(p.other()).replace("page", "Page"))),
    Kind("letter case of a folder", LINK, lambda p: see("⟦../Assets/guide.pdf")),
    Kind("letter case of an extension", LINK, lambda p: "![A logo](⟦../assets/logo.PNG)"),
    Kind("beyond the root", LINK, lambda p: see("⟦../../outside.md")),
    Kind("draft", LINK, lambda p: see("⟦../drafts/draft.md")),
    Kind("excluded page", LINK, lambda p: see("⟦../excluded/page.md")),
    Kind("old address of a page", "moved-link", lambda p: see("⟦/old-start/#start")),
    Kind("old address in the settings", "moved-link", lambda p: see("⟦/old-home/")),
    Kind("YAML that has no page", LINK, lambda p: see("⟦../platform/service.yaml")),
    Kind("file in the site's own repository is missing", LINK,
         lambda p: see(f"⟦{REPOSITORY}/blob/main/content/{p.new()}.md")),
    Kind("encoded twice", LINK, lambda p: see("⟦../assets/two%2520words.txt")),
    Kind("plus for a blank", LINK, lambda p: see("⟦../assets/two+words.txt")),
    Kind("question mark of a name not encoded", LINK, lambda p: see("⟦../assets/what?.txt")),
    Kind("number sign of a name not encoded", LINK, lambda p: see("⟦../assets/c#.txt")),
    Kind("with a title", LINK, lambda p: f'See [what it says](⟦{p.new()}.md "The \\"title\\"") of this.'),
    Kind("in angle brackets", LINK, lambda p: see(f"<⟦two words {p.new()}.md>")),
    Kind("behind a line break", LINK, lambda p: f"See [what it\nsays](⟦{p.new()}.md) of this."),
    Kind("behind code and brackets", LINK, lambda p: f"See [`a](b.md)` or [c]](⟦{p.new()}.md)."),
    Kind("behind wide characters", LINK, lambda p: f"漢字 🚀 über: [what it says](⟦{p.new()}.md)."),
    Kind("definition of a reference", LINK,
         lambda p: f"See [what it says][{p.names()}].\n\n[{p.name}]: ⟦{p.name}.md 'Title'"),
    Kind("short form of a reference", LINK, lambda p: f"See [{p.names()}].\n\n  [{p.name}]:\n  ⟦{p.name}.md"),
    Kind("footnote", LINK, lambda p: f"See below.[^{p.names()}]\n\n[^{p.name}]: As [it says](⟦{p.name}.md)."),
    Kind("cell of a table", LINK, lambda p: f"| What | Where |\n|---|---|\n| a \\| b | [it](⟦{p.new()}.md) |"),
    Kind("list in a quotation", LINK, lambda p: f"> 1. First\n>    - Then [it](⟦{p.new()}.md)"),
    Kind("task", LINK, lambda p: f"- [ ] Read [it](⟦{p.new()}.md)"),
    Kind("heading", LINK, lambda p: f"### As [it says](⟦{p.new()}.md) {p.site.names}"),
    Kind("emphasis and strikethrough", LINK, lambda p: f"**Not ~~[it](⟦{p.new()}.md)~~ this**."),
    Kind("alert of GitHub", LINK, lambda p: f"> [!NOTE]\n> See [it](⟦{p.new()}.md)."),
    Kind("admonition of MkDocs", LINK,
         lambda p: f'!!! note "Mind [this](⟦{p.new()}.md)"\n    See [it](⟦{p.new()}.md).'),
    Kind("tab of MkDocs", LINK, lambda p: f'=== "Shell"\n\n    See [it](⟦{p.new()}.md).'),
    Kind("container of Docusaurus", LINK, lambda p: f":::note\n\nSee [it](⟦{p.new()}.md).\n\n:::"),
    Kind("definition list", LINK, lambda p: f"Quota\n:   What [it](⟦{p.new()}.md) says."),
    Kind("attributes", LINK, lambda p: f"[Start](⟦{p.new()}.md){{ .button }}"),
    Kind("autolink", LINK, lambda p: f"See <⟦{OWN}{p.new()}/>."),
    Kind("bare URL", LINK, lambda p: f"See ⟦{OWN}{p.new()}/."),
    Kind("image", LINK, lambda p: f"![A drawing](⟦{p.new()}.png)"),
    Kind("image that is a link", LINK, lambda p: f"[![A drawing](⟦{p.new()}.png)](⟦{p.new()}.md)"),
    Kind("raw HTML: href", LINK, lambda p: f'See <a class="x" href="⟦{p.new()}.md">it</a>.'),
    Kind("raw HTML: src and srcset", LINK,
         lambda p: f'<img alt="A" src="⟦{p.new()}.png" srcset="../assets/logo.png 1x, ⟦{p.new()}.png 2x">'),
    Kind("raw HTML: poster", LINK,
         lambda p: f'<video controls\n  src="../assets/clip.mp4" poster="⟦{p.new()}.png"></video>'),
    Kind("raw HTML: in a block", LINK,
         lambda p: f"<details>\n<summary>More</summary>\n\nSee [it](⟦{p.new()}.md).\n\n</details>"),
    Kind("script", "unsafe-url", lambda p: see("⟦javascript:alert(1)")),
    # Anchors.
    Kind("anchor is missing", ANCHOR, lambda p: see(f"⟦{p.to(p.other())}#{p.new()}")),
    Kind("anchor is missing on its own page", ANCHOR, lambda p: see(f"⟦#{p.new()}")),
    Kind("anchor is missing, the site's own URL", ANCHOR, lambda p: see(f"⟦{OWN}#{p.new()}")),
    Kind("anchor is missing, raw HTML", ANCHOR, lambda p: f'See <a href="⟦{p.to(p.other())}#{p.new()}">it</a>.'),
    Kind("anchor beyond the headings of one text", ANCHOR, lambda p: see(f"⟦{p.to(p.other())}#limits-2")),
    Kind("letter case of an anchor", ANCHOR, lambda p: see(f"⟦{p.to(p.other())}#Limits")),
    Kind("anchor in a comment", ANCHOR, lambda p: f'<!-- <p id="{p.names()}"> -->\n\n' + see(f"⟦#{p.name}")),
    Kind("anchor in a code block", ANCHOR, lambda p: f'```html\n<p id="{p.names()}">\n```\n\n' + see(f"⟦#{p.name}")),
    Kind("anchor of a page made from data", ANCHOR,
         lambda p: see(f"⟦../capabilities/base/capability.yaml#{p.new()}")),
    # Names.
    Kind("link by name: capability", LINK, lambda p: see(f"⟦capability:{p.new()}")),
    Kind("link by name: team", LINK, lambda p: see(f"⟦group:{p.new()}")),
    Kind("link by name: service level", LINK, lambda p: see(f"⟦slo:{p.new()}")),
    Kind("link by name: template", LINK, lambda p: see(f"⟦template:{p.new()}")),
    Kind("link by name: component", LINK, lambda p: see(f"⟦component:shop/{p.new()}")),
    Kind("link by name: term", LINK, lambda p: see(f"⟦term:{p.new()}")),
    Kind("link by name: page", LINK, lambda p: f"See [[⟦{p.new()}]] and [[⟦{p.new()}|another]]."),
    # Embeds and includes.
    Kind("embed of a service level", REFERENCE, lambda p: f":::slo ⟦{p.new()}"),
    Kind("embed of an objective", REFERENCE, lambda p: f":::slo base-answers objective=⟦{p.new()}"),
    Kind("embed of a capability, in a list", REFERENCE, lambda p: f"1. The card:\n\n   :::capability ⟦{p.new()}"),
    Kind("embed of an owner", REFERENCE, lambda p: f":::owner ⟦group:{p.new()}"),
    Kind("embed of a badge", REFERENCE, lambda p: f":::badge slo:⟦{p.new()}"),
    Kind("embed of a template", REFERENCE, lambda p: f":::template ⟦{p.new()}"),
    Kind("include of a missing file", "include-missing", lambda p: f"⟦:::include ../_parts/{p.new()}.md"),
    Kind("include of a missing file, as in MkDocs", "include-missing", lambda p: f'⟦--8<-- "_parts/{p.new()}.md"'),
    Kind("include of a missing file, into code", "include-missing",
         lambda p: f'```yaml\n⟦--8<-- "_parts/{p.new()}.yaml"\n```'),
    Kind("include of a missing region", "include-missing", lambda p: f"⟦:::include ../_parts/support.md#{p.new()}"),
    Kind("include from outside", "include-outside", lambda p: "⟦:::include ../../outside.md"),
    Kind("missing page in a file that two pages include", LINK, lambda p: p.included_twice(see(f"⟦{p.new()}.md"))),
    # Front matter and settings.
    Kind("redirect to nothing", "redirect-target",
         lambda p: p.setting("redirects", f"  /{p.new('old')}/: ⟦{p.new()}.md")),
    Kind("navigation to nothing", "navigation-target", lambda p: p.setting("navigation", f"  - ⟦{p.new()}.md")),
    Kind("capability of a page", REFERENCE, lambda p: p.own_page(f"capability: ⟦{p.new()}", "Text.")),
    Kind("owner of a page", REFERENCE, lambda p: p.own_page(f"owner: ⟦group:{p.new()}", "Text.")),
    Kind("layout of a page", "missing-layout", lambda p: p.own_page(f"template: ⟦{p.new()}", "Text.")),
    # Documents.
    Kind("guide of a capability", LINK, lambda p: capability(p, access=f"{{how: ⟦{p.new()}.md}}")),
    Kind("owner of a capability", REFERENCE, lambda p: capability(p, owner=f"⟦group:{p.new()}")),
    Kind("domain of a capability", REFERENCE, lambda p: capability(p, domain=f"⟦{p.new()}")),
    Kind("dependency of a capability", REFERENCE,
         lambda p: capability(p, dependsOn=f"[capability:base, ⟦capability:{p.new()}]")),
    Kind("service level of a capability", REFERENCE, lambda p: capability(p, slos=f"[⟦{p.new()}]")),
    Kind("step of a path", LINK, lambda p: p.onboarding_path(f"{{page: ⟦{p.new()}.md}}")),
    Kind("template of a path", REFERENCE, lambda p: p.onboarding_path(f"{{template: ⟦template:{p.new()}}}")),
    Kind("target of a location", LINK, lambda p: descriptor(p, "Location", f"  targets:\n    - ⟦./{p.new()}.yaml\n")),
    Kind("owner of a component", "unresolved-relation",
         lambda p: descriptor(p, "Component", f"  type: service\n  lifecycle: production\n  owner: ⟦{p.new()}\n")),
]

TRAPS = [
    # Links that lead somewhere, written in ways that are right.
    trap("path from the page's folder", lambda p: see(f"⟦{p.to(p.other())}")),
    trap("path from the root", lambda p: see(f"⟦/{p.other().path}.md#limits")),
    trap("address from the root, with and without a slash",
         lambda p: see(f"⟦/{p.other().path}/", f"⟦/{p.other().path}")),
    trap("address with the base path", lambda p: see(f"⟦{BASE_PATH}{p.other().path}/")),
    trap("without its extension", lambda p: see("⟦" + p.to(p.other()).removesuffix(".md"))),
    trap("address from the page's own", lambda p: see(f"⟦../../{p.other().path}/")),
    trap("the site's own URL",
         lambda p: see(f"⟦{OWN}{p.other().path}/#limits") + f" <⟦{OWN}> ⟦{OWN}{p.other().path}/."),
    trap("another site of the host", lambda p: see(f"⟦{HOST}/{p.new('another-site')}/")),
    trap("file in the site's own repository",
         lambda p: see(f"⟦{REPOSITORY}/blob/main/content/{p.other().path}.md", f"⟦{REPOSITORY}/issues/{p.new()}")),
    trap("file of another branch or repository",
         lambda p: see(f"⟦{REPOSITORY}/blob/v1/content/{p.new()}.md", f"⟦{REPOSITORY}-2/blob/main/content/{p.new()}.md")),
    trap("folder", lambda p: see("⟦../part-000/", "⟦../part-000")),
    trap("home page", lambda p: see("⟦/", "⟦../", "⟦../index.md")),
    trap("README of a folder", lambda p: see("⟦../readme/", "⟦../readme/README.md")),
    trap("page of a folder that has no text", lambda p: see("⟦../more-pages/")),
    trap("redirect to another site", lambda p: see("⟦/chat/")),
    trap("YAML that has a page", lambda p: see("⟦../capabilities/base/capability.yaml", "⟦../platform/roadmap.yaml")),
    trap("files that the build makes", lambda p: see("⟦/sitemap.xml", "⟦/llms.txt", "⟦/api/v1/site.json")),
    trap("pages that the build makes", lambda p: see("⟦/capabilities/", "⟦/service-levels/", "⟦/teams/")),
    trap("query", lambda p: see("⟦../assets/guide.pdf?download=1#page=2", f"⟦{p.to(p.other())}?tab=cli#limits")),
    trap("blank, encoded and in angle brackets",
         lambda p: see("⟦../assets/two%20words.txt", "<⟦../assets/two words.txt>")),
    trap("percent, question mark and number sign, encoded",
         lambda p: see("⟦../assets/100%25.txt", "⟦../assets/what%3F.txt", "⟦../assets/c%23.txt")),
    trap("plus", lambda p: see("⟦../assets/c++.txt")),
    trap("parentheses", lambda p: see("⟦../assets/a(b).txt", "⟦../assets/a\\(b\\).txt")),
    trap("Unicode, as it is and encoded", lambda p: see("⟦../assets/café.txt", "⟦../assets/caf%C3%A9.txt")),
    # The site is written with the forms that its names have.
    trap("another Unicode form", lambda p: see("⟦../assets/cafe%CC%81.txt", f"⟦{p.to(p.other())}#gro%CC%88%C3%9Fe")),
    trap("character references",
         lambda p: see("⟦../assets/caf&eacute;.txt") + ' <a href="⟦../assets/two&#32;words.txt">it</a>'),
    trap("dot segments through a folder that is not there", lambda p: see(f"⟦{p.new()}/../../assets/./guide.pdf")),
    trap("other schemes",
         lambda p: see("⟦mailto:a@example.com", "⟦tel:+3531") + " <⟦platform@example.com> " + see("⟦//cdn.example.com/x")),
    trap("bitmap as data",
         lambda p: "![A dot](⟦data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7)"),
    trap("commas of srcset",
         lambda p: '<img alt="" src="../assets/logo.png" srcset="⟦../assets/logo.png, ../assets/wide,photo.png 2x">'),
    # Anchors.
    trap("top of the page", lambda p: see("⟦#top", "⟦#", f"⟦{p.to(p.other())}#top")),
    trap("text fragment", lambda p: see(f"⟦{p.to(p.other())}#:~:text=quota", "⟦#limits:~:text=quota")),
    trap("second heading of one text", lambda p: see(f"⟦{p.to(p.other())}#limits-1")),
    trap("heading with signs", lambda p: see("⟦#whats-new-in-20")),
    trap("heading with an emoji and code",
         lambda p: f"### :rocket: Run `{p.names()}`\n\n" + see(f"⟦#rocket-run-{p.name}")),
    trap("heading with a link",
         lambda p: f"### [{p.names()} & more](https://example.com/)\n\n" + see(f"⟦#{p.name}--more")),
    trap("heading with an id of its own", lambda p: f"### Set up {{#{p.names()}}}\n\n" + see(f"⟦#{p.name}")),
    trap("heading with a line below it", lambda p: f"Set {p.names()} up\n---\n\n" + see(f"⟦#set-{p.name}-up")),
    trap("heading as Python-Markdown names it", lambda p: f"### Read -- {p.names()}\n\n" + see(f"⟦#read-{p.name}")),
    trap("anchor in Unicode, as it is and encoded", lambda p: see("⟦#größe", f"⟦{p.to(p.other())}#gr%C3%B6%C3%9Fe")),
    trap("id in raw HTML", lambda p: f'<span id="{p.names()}"></span> ' + see(f"⟦#{p.name}")),
    trap("name in raw HTML", lambda p: f'<a name="{p.names()}"></a> ' + see(f"⟦#{p.name}")),
    trap("section of a page made from data", lambda p: see("⟦../capabilities/base/capability.yaml#_service-levels")),
    trap("item of a roadmap", lambda p: see("⟦../platform/roadmap.yaml#first-item")),
    # Names.
    trap("names",
         lambda p: see("⟦capability:base", "⟦group:platform", "⟦slo:base-answers", "⟦template:service")),
    trap("terms", lambda p: see("⟦term:error-budget", "⟦term:slo")),
    trap("pages by name and by title",
         lambda p: f"See [[⟦{p.other().name}]], [[⟦{p.other().title}|it]] and [it](⟦{p.other().name})."),
    trap("link without a text", lambda p: f"See [](⟦{p.to(p.other())}#limits) and [](⟦capability:base)."),
    # Text that only looks like a link.
    trap("code", lambda p: f"Write `[it](⟦{p.new()}.md)` or ``[[⟦{p.new()}]] ` <a href='{p.new()}.md'>``."),
    trap("code block in a fence",
         lambda p: f"````markdown\n[it](⟦{p.new()}.md)\n```\n![it](⟦{p.new()}.png)\n:::slo {p.new()}\n````"),
    trap("code block by its indent", lambda p: f"Text:\n\n    [it](⟦{p.new()}.md)\n    <img src='{p.new()}.png'>"),
    trap("code block in a list", lambda p: f"- Text:\n\n  ~~~\n  [it](⟦{p.new()}.md)\n  ~~~"),
    trap("comment", lambda p: f"<!-- [it](⟦{p.new()}.md)\n\n<a href='{p.new()}.md'>it</a>\n-->"),
    trap("backslash", lambda p: f"Write \\[it](⟦{p.new()}.md) and \\[\\[⟦{p.new()}]]."),
    trap("brackets without a definition", lambda p: f"Take [⟦{p.new()}] or [this][⟦{p.new()}]."),
    trap("destination with blanks", lambda p: f"Take [it](⟦{p.new()} and more)."),
    trap("attribute of a script", lambda p: f'<span data-href="⟦{p.new()}.md" title="[it]({p.new()}.md)">it</span>'),
    trap("<template> in raw HTML", lambda p: f'<template><a href="⟦{p.new()}.md">it</a></template>'),
    trap("instruction and CDATA in raw HTML", lambda p: f"<?php echo '<a href=\"⟦{p.new()}.md\">' ?>"),
    trap("attribute of a raw tag that spans lines",
         lambda p: f'<a\n  title="a > [b](⟦{p.new()}.md)"\n  href="⟦../assets/guide.pdf">it</a>'),
    trap("front matter", lambda p: p.own_page(f'description: "See [it](⟦{p.new()}.md)"', "Text.")),
    trap("excluded text", lambda p: p.aside("excluded", see(f"⟦{p.new()}.md"))),
    trap("embed in code", lambda p: f"```text\n:::slo ⟦{p.new()}\n```\n\n\\:::capability ⟦{p.new()}"),
    trap("include that is shown", lambda p: f';--8<-- "⟦_parts/{p.new()}.md"'),
    trap("include with links from its own folder", lambda p: ":::include ⟦../_parts/support.md"),
    trap("include of a region", lambda p: '--8<-- "⟦_parts/support.md:hours"'),
]

KINDS = FAULTS + TRAPS
