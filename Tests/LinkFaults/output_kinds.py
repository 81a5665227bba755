"""Faults and traps in the HTML and CSS of a site, whoever made it.

Each is one by what browsers do (the HTML, URL and CSS standards) with what a host answers that knows letter case, takes names
byte by byte, answers a folder with its index.html and guesses no extensions. Where readers of the standards or hosts differ,
a matter is left out: links in <noscript> and srcdoc, `cite`, texts that only name addresses, two slashes in a row.
"""

from plan import BASE_PATH, HOST, Kind, trap

OWN = HOST + BASE_PATH
LINK, ANCHOR, ID = "broken-link", "broken-anchor", "repeated-id"


def a(*hrefs):
    return "".join(f'<p>See <a href="{href}">what it says</a> of this.</p>' for href in hrefs)


def image(attributes):
    return f'<p><img alt="A drawing" {attributes}></p>'


def logo(p, srcset):
    return image(f'src="{p.root}assets/logo.png" srcset="{srcset}"')


def is_folder(page):
    return page.address.endswith("/")


def is_file(page):
    return not is_folder(page)


FAULTS = [
    # Paths and what they lead to.
    Kind("page is missing", LINK, lambda p: a(f"⟦../{p.new()}/")),
    Kind("page is missing, address from the root", LINK, lambda p: a(f"⟦{BASE_PATH}{p.new()}/")),
    Kind("page is missing, the site's own URL", LINK, lambda p: a(f"⟦{OWN}{p.new()}/")),
    Kind("page is missing, own URL in capitals with a port", LINK,
         lambda p: a(f"⟦HTTPS://PORTAL.EXAMPLE.COM:443{BASE_PATH}{p.new()}/")),
    Kind("page is missing, own URL without a scheme", LINK,
         lambda p: a(f"⟦//portal.example.com{BASE_PATH}{p.new()}/")),
    Kind("page is missing, with query and anchor", LINK, lambda p: a(f"⟦../{p.new()}/?tab=1&amp;view=2#limits")),
    Kind("one missing page, three places", LINK, lambda p: "\n".join([a(f"⟦../{p.new()}.html")] * 3)),
    Kind("file is missing", LINK, lambda p: f'<p><a download href="⟦{p.root}assets/{p.new()}.pdf">As a file</a></p>'),
    Kind("folder has no index", LINK, lambda p: a(f"⟦{p.root}assets/")),
    Kind("slash behind a file", LINK, lambda p: a(f"⟦{p.to(p.other(is_file))}/")),
    Kind("extension is left out", LINK, lambda p: a("⟦" + p.to(p.other(is_file)).removesuffix(".html"))),
    Kind("letter case of a page", LINK, lambda p: a("⟦" + p.to(p.other()).replace("page", "Page"))),
    Kind("letter case of a folder", LINK, lambda p: a(f"⟦{p.root}Assets/logo.png")),
    Kind("letter case of an extension", LINK, lambda p: image(f'src="⟦{p.root}assets/logo.PNG"')),
    Kind("beyond the root, to a file that lies beside the site", LINK, lambda p: a(f"⟦{p.root}../outside.html")),
    Kind("base path is forgotten", LINK, lambda p: a(f"⟦/{p.other().address}")),
    Kind("encoded twice", LINK, lambda p: a(f"⟦{p.root}assets/two%2520words.txt")),
    Kind("plus for a blank", LINK, lambda p: a(f"⟦{p.root}assets/two+words.txt")),
    Kind("question mark of a name not encoded", LINK, lambda p: a(f"⟦{p.root}assets/what?.html")),
    Kind("number sign of a name not encoded", LINK, lambda p: a(f"⟦{p.root}assets/c#.html")),
    Kind("another Unicode form of a name", LINK, lambda p: a(f"⟦{p.root}assets/cafe%CC%81.html")),
    Kind("backslashes", LINK, lambda p: a(f"⟦..\\{p.new()}\\")),
    Kind("line break within an address", LINK, lambda p: a(f"⟦../{p.new()}\n-and-more/")),
    Kind("character references in an address", LINK, lambda p: a(f"⟦..&sol;{p.new()}&#x2f;")),
    # Elements and attributes that lead somewhere.
    Kind("<area>", LINK, lambda p: f'<map name="{p.new("map")}"><area alt="Part" href="⟦../{p.new()}/"></map>'),
    Kind("<form action>", LINK, lambda p: f'<form action="⟦../{p.new()}/"><button>Go</button></form>'),
    Kind("<button formaction>", LINK,
         lambda p: f'<form action="{p.to(p.other())}"><button formaction="⟦../{p.new()}/">Go</button></form>'),
    Kind("<input type=image>", LINK,
         lambda p: f'<form><input type="image" alt="Go" src="⟦{p.root}{p.new()}.png"></form>'),
    Kind("<iframe>", LINK, lambda p: f'<iframe title="Board" src="⟦{p.root}{p.new()}.html"></iframe>'),
    Kind("<embed>", LINK, lambda p: f'<embed src="⟦{p.root}{p.new()}.pdf">'),
    Kind("<object data>", LINK, lambda p: f'<object data="⟦{p.root}{p.new()}.svg"></object>'),
    Kind("<img src>", LINK, lambda p: image(f'src="⟦{p.root}assets/{p.new()}.png"')),
    Kind("<img srcset>", LINK,
         lambda p: logo(p, f"{p.root}assets/logo.png 1x, ⟦{p.root}{p.new()}.png 2x")),
    Kind("<source srcset>", LINK,
         lambda p: f'<picture><source srcset="⟦{p.root}{p.new()}.png 480w, {p.root}assets/logo.png 960w">'
                   f'<img alt="" src="{p.root}assets/logo.png"></picture>'),
    Kind("<link imagesrcset>", LINK,
         lambda p: p.head(f'<link rel="preload" as="image" imagesrcset="{p.root}assets/logo.png, '
                          f'⟦{p.root}{p.new()}.png 2x">')),
    Kind("<video poster>", LINK,
         lambda p: f'<video src="{p.root}assets/clip.mp4" poster="⟦{p.root}{p.new()}.png" controls></video>'),
    Kind("<video src>", LINK, lambda p: f'<video src="⟦{p.root}{p.new()}.mp4"></video>'),
    Kind("<audio><source>", LINK, lambda p: f'<audio controls><source src="⟦{p.root}{p.new()}.ogg"></audio>'),
    Kind("<track>", LINK,
         lambda p: f'<video src="{p.root}assets/clip.mp4"><track src="⟦{p.root}{p.new()}.vtt"></video>'),
    Kind("<script src>", LINK, lambda p: f'<script src="⟦{p.root}{p.new()}.js"></script>'),
    Kind("SVG <use>", LINK, lambda p: f'<svg><use href="⟦{p.root}{p.new()}.svg#icon-home"></use></svg>'),
    Kind("SVG <use xlink:href>", LINK, lambda p: f'<svg><use xlink:href="⟦{p.root}{p.new()}.svg#icon-home"/></svg>'),
    Kind("SVG <image>", LINK, lambda p: f'<svg><image href="⟦{p.root}{p.new()}.png"/></svg>'),
    Kind("SVG <a>", LINK, lambda p: f'<svg><a xlink:href="⟦../{p.new()}/"><text>More</text></a></svg>'),
    Kind("<link rel=stylesheet>", LINK, lambda p: p.head(f'<link rel="stylesheet" href="⟦{p.root}{p.new()}.css">')),
    Kind("<link rel=icon>", LINK, lambda p: p.head(f'<link rel="icon" href="⟦{p.root}{p.new()}.ico">')),
    Kind("<link rel=next>", LINK, lambda p: p.head(f'<link rel="next" href="⟦../{p.new()}/">')),
    Kind("<link rel=canonical>", LINK, lambda p: p.head(f'<link rel="canonical" href="⟦{OWN}{p.new()}/">')),
    Kind("meta refresh", LINK, lambda p: p.head(f'<meta http-equiv="refresh" content="90; url=⟦../{p.new()}/">')),
    Kind("meta refresh without url=", LINK,
         lambda p: p.head(f'<meta http-equiv="Refresh" content="90;⟦../{p.new()}/">')),
    # Style sheets.
    Kind("url() of a style sheet", LINK,
         lambda p: p.style_sheet(f"body {{ color: #222 }}\n.logo {{ background: url(⟦{p.new()}.png) no-repeat }}\n")),
    Kind("url() from the page instead of the style sheet", LINK,
         lambda p: p.style_sheet(".logo { background: url('⟦assets/logo.png') }\n")),
    Kind("url() with an escape", LINK,
         lambda p: p.style_sheet(f".logo {{ background: url(⟦{p.new()}\\2e png) }}\n")),
    Kind("url() of a font", LINK,
         lambda p: p.style_sheet('@font-face { font-family: A;\n'
                                 f'  src: local("A"), url( "⟦{p.new()}.woff2" ) format("woff2") }}\n')),
    Kind("@import", LINK, lambda p: p.style_sheet(f'@charset "utf-8";\n@import "⟦{p.new()}.css" screen;\n')),
    Kind("@import url()", LINK, lambda p: p.style_sheet(f"/* parts */ @import url(⟦{p.new()}.css) layer(base);\n")),
    Kind("url() in <style>", LINK,
         lambda p: p.head(f"<style>\n  .logo {{ background-image: url(⟦{p.root}{p.new()}.png) }}\n</style>")),
    Kind("url() in a style attribute", LINK,
         lambda p: f'<div style="color: red; background: url(&quot;⟦{p.root}{p.new()}.png&quot;)">Note</div>'),
    # What <base> makes of addresses.
    Kind("<base>: right without it alone", LINK,
         lambda p: p.own_page(a("⟦../../assets/logo.png"), f'<base href="{BASE_PATH}part-000/one/two/">')),
    Kind("<base>: an anchor of its own page", ANCHOR,
         lambda p: p.own_page('<p id="here">Here</p>\n' + a("⟦#here"), '<base href="../../">')),
    # Anchors.
    Kind("anchor is missing", ANCHOR, lambda p: a(f"⟦{p.to(p.other())}#{p.new()}")),
    Kind("anchor is missing on its own page", ANCHOR, lambda p: a(f"⟦#{p.new()}")),
    Kind("anchor is missing, the site's own URL", ANCHOR, lambda p: a(f"⟦{OWN}#{p.new()}")),
    Kind("letter case of an anchor", ANCHOR, lambda p: a(f"⟦{p.to(p.other())}#Limits")),
    Kind("another Unicode form of an anchor", ANCHOR, lambda p: a(f"⟦{p.to(p.other())}#gro%CC%88%C3%9Fe")),
    Kind("anchor in a comment", ANCHOR, lambda p: p.with_id(lambda id: f'<!-- <p id="{id}"> -->{a("⟦#" + id)}')),
    Kind("anchor in <template>", ANCHOR,
         lambda p: p.with_id(lambda id: f'<template><p id="{id}"></p></template>{a("⟦#" + id)}')),
    Kind("anchor in a script", ANCHOR,
         lambda p: p.with_id(lambda id: f"<script>var part = '<p id=\"{id}\">'</script>{a('⟦#' + id)}")),
    Kind("anchor in <textarea>", ANCHOR,
         lambda p: p.with_id(lambda id: f'<textarea><p id="{id}"></textarea>{a("⟦#" + id)}')),
    Kind("anchor by the name of a field", ANCHOR,
         lambda p: p.with_id(lambda id: f'<form><input name="{id}"></form>{a("⟦#" + id)}')),
    Kind("sprite without the id", ANCHOR, lambda p: f'<svg><use href="⟦{p.root}assets/sprite.svg#{p.new()}"/></svg>'),
    Kind("<use> of a missing part of its own page", ANCHOR, lambda p: f'<svg><use href="⟦#{p.new()}"/></svg>'),
    # Markup that a tokenizer reads, and a pattern does not.
    Kind("no quotation marks", LINK, lambda p: f"<p><a href=⟦../{p.new()}/>What it says</a></p>"),
    Kind("capitals and single quotation marks", LINK,
         lambda p: f"<P><A HREF = '⟦../{p.new()}/'>What it says</A></P>"),
    Kind("greater-than sign in an attribute before", LINK,
         lambda p: f'<p><a title="latency > 1 s" href="⟦../{p.new()}/">What it says</a></p>'),
    Kind("no blank between attributes", LINK,
         lambda p: f'<p><a class="more"href="⟦../{p.new()}/">What it says</a></p>'),
    Kind("slash before an attribute", LINK, lambda p: f'<p><a/href="⟦../{p.new()}/">What it says</a></p>'),
    Kind("first of two attributes of one name", LINK,
         lambda p: f'<p><a href="⟦../{p.new()}/" href="{p.to(p.other())}">What it says</a></p>'),
    Kind("attribute on a line of its own, behind a wide character", LINK,
         lambda p: f'<p>漢字 🚀 <a\n   class="über"  href="⟦../{p.new()}/">What it says</a></p>'),
    Kind("behind a comment that ends at once", LINK, lambda p: f'<!-->{a(f"⟦../{p.new()}/")}<!-- -->'),
    Kind("behind a comment that ends with --!>", LINK, lambda p: f'<!-- old --!>{a(f"⟦../{p.new()}/")}'),
    Kind("behind a script that names a script", LINK,
         lambda p: f'<script>var tag = "<script>"</script>{a(f"⟦../{p.new()}/")}'),
    # Ids.
    Kind("id twice", ID, lambda p: p.with_id(lambda id: f'<p id="{id}">One</p>\n<p class="note" id="⟦{id}">Two</p>')),
    Kind("id twice, once in an SVG", ID,
         lambda p: p.with_id(lambda id: f'<p id={id}>One</p>\n<svg><g id="⟦{id}"/></svg>')),
]

TRAPS = [
    # Addresses that lead somewhere, written in ways that are right.
    trap("dot segments through a folder that is not there", lambda p: a(f"⟦{p.root}{p.new()}/.././assets/logo.png")),
    trap("dot segments in percent-encoding", lambda p: a(f"⟦{p.root}assets/%2e%2E/assets/logo.png")),
    trap("beyond the root of the host and back", lambda p: a(f"⟦{p.root}../../../docs/assets/logo.png")),
    trap("index.html by name", lambda p: a(f"⟦{p.to(p.other(is_folder))}index.html#limits")),
    trap("query", lambda p: a(f"⟦{p.root}assets/site.css?v=3")),
    trap("query and anchor", lambda p: a(f"⟦{p.to(p.other())}?tab=cli&amp;view=1#limits")),
    trap("query alone", lambda p: a("⟦?print=1")),
    trap("empty address", lambda p: a("⟦")),
    trap("home page as dots", lambda p: a("⟦" + p.root.removesuffix("/"))),
    trap("the site's own URL", lambda p: a(f"⟦{OWN}{p.other().address}#limits")),
    trap("own URL in capitals with a port", lambda p: a(f"⟦HTTPS://PORTAL.EXAMPLE.COM:443/docs/{p.other().address}")),
    trap("own URL without a scheme", lambda p: a(f"⟦//portal.example.com/docs/{p.other().address}")),
    trap("address from the root", lambda p: a(f"⟦{BASE_PATH}{p.other().address}")),
    trap("another site of the host", lambda p: a(f"⟦/{p.new('another-site')}/")),
    trap("another port of the host", lambda p: a(f"⟦https://portal.example.com:8443{BASE_PATH}{p.new()}/")),
    trap("blank, encoded", lambda p: a(f"⟦{p.root}assets/two%20words.txt")),
    trap("blank, as it is", lambda p: a(f"⟦{p.root}assets/two words.txt")),
    trap("blanks and line breaks around an address", lambda p: a(f"⟦ \n {p.to(p.other())}\n ")),
    trap("line break within an address that is right", lambda p: a(f"⟦{p.root}ass\nets/logo.png")),
    trap("percent sign, encoded", lambda p: a(f"⟦{p.root}assets/100%25.html")),
    trap("question mark, encoded", lambda p: a(f"⟦{p.root}assets/what%3F.html")),
    trap("number sign, encoded", lambda p: a(f"⟦{p.root}assets/c%23.html#limits")),
    trap("plus, as it is and encoded",
         lambda p: a(f"⟦{p.root}assets/c++.html", f"⟦{p.root}assets/c%2b%2B.html")),
    trap("letters that need no encoding, encoded", lambda p: a(f"⟦{p.root}%61ssets/%6Cogo.png")),
    trap("Unicode, as it is", lambda p: a(f"⟦{p.root}assets/café.html")),
    trap("Unicode, encoded", lambda p: a(f"⟦{p.root}assets/caf%c3%a9.html#limits")),
    trap("Unicode, as a character reference", lambda p: a(f"⟦{p.root}assets/caf&eacute;.html")),
    trap("character references", lambda p: a(f"⟦{p.root}assets&#x2F;logo&period;png")),
    trap("ampersand that begins no reference", lambda p: a(f"⟦{p.to(p.other())}?a=1&b=2&copy=3")),
    trap("backslashes that lead to a page", lambda p: a("⟦" + p.to(p.other()).replace("/", "\\"))),
    trap("name that begins with a dot", lambda p: a(f"⟦{p.root}.well-known/security.txt")),
    # Addresses that are not of this site.
    trap("other schemes",
         lambda p: a("⟦mailto:platform@example.com?subject=Quota", "⟦tel:+35312345", "⟦vscode://file/gone.md")),
    trap("data: in srcset, with a comma",
         lambda p: logo(p, f"⟦data:image/png;base64,iVBORw0KGgo= 1x, {p.root}assets/logo.png 2x")),
    trap("hints for connections", lambda p: p.head('<link rel="preconnect" href="⟦//fonts.example.com">')),
    trap("<a> that leads nowhere on purpose", lambda p: '<p><a class="⟦gone">Soon</a></p>'),
    # Elements and attributes.
    trap("commas of srcset",
         lambda p: logo(p, f" ,⟦{p.root}assets/wide,photo.png 2x,\n{p.root}assets/logo.png, ")),
    trap("second of two attributes of one name",
         lambda p: f'<p><a href="⟦{p.to(p.other())}" href="../{p.new()}/">What it says</a></p>'),
    trap("attributes of scripts",
         lambda p: f'<p data-href="⟦../{p.new()}/" data-src="../{p.new()}.png" title="href=\'../{p.new()}/\'">Note</p>'),
    trap("meta refresh without an address", lambda p: p.head('<meta http-equiv="refresh" content="⟦600">')),
    trap("meta refresh to a page that is there",
         lambda p: p.head(f'<meta http-equiv="refresh" content="600 , URL = \'⟦{p.to(p.other())}\'">')),
    trap("unquoted address with a slash at its end",
         lambda p: f"<p><a href=⟦{p.to(p.other(is_folder))}>What it says</a></p>"),
    trap("SVG <use> of a sprite", lambda p: f'<svg><use href="⟦{p.root}assets/sprite.svg#icon-home"/></svg>'),
    trap("SVG <use> of its own page",
         lambda p: p.with_id(lambda id: f'<svg><symbol id="{id}"/><use xlink:href="⟦#{id}"/></svg>')),
    # Style sheets.
    trap("url() and @import from a style sheet",
         lambda p: p.style_sheet('@import "⟦../assets/site.css"; .a { background: url(../assets/logo.png) }\n')),
    trap("url() in a comment or text of CSS",
         lambda p: p.style_sheet(f'/* url(⟦{p.new()}.png) @import "{p.new()}.css" */\n'
                                 f'.a::after {{ content: "url({p.new()}.png)" }}\n')),
    trap("url() with escapes", lambda p: p.style_sheet(".a { background: \\75rl(⟦..\\2f assets/lo\\67o.png) }\n")),
    trap("url() of data and of a part",
         lambda p: p.style_sheet(".a { background: url(⟦data:image/gif;base64,R0lGODlh); filter: url(#blur) }\n")),
    trap("namespace of CSS", lambda p: p.style_sheet('@namespace svg url("⟦http://www.w3.org/2000/svg");\n')),
    # What <base> makes of addresses.
    trap("<base>: right with it alone",
         lambda p: p.own_page(a("⟦assets/logo.png", "⟦#start"),
                              f'<base target="_top"><base href="{BASE_PATH}"><base href="/gone/">')),
    trap("<base> in a comment", lambda p: p.own_page(a("⟦../../assets/logo.png"), '<!-- <base href="/gone/"> -->')),
    trap("<base>: url() of <style>, not of a style sheet",
         lambda p: p.own_page('<style>.a { background: url("⟦assets/logo.png") }</style>\n'
                              '<link rel="stylesheet" href="assets/site.css">', '<base href="../../">')),
    # Anchors.
    trap("top of the page", lambda p: a("⟦#top", "⟦#", "⟦#TOP", f"⟦{p.to(p.other())}#top")),
    trap("text fragment", lambda p: a(f"⟦{p.to(p.other())}#:~:text=quota", "⟦#limits:~:text=quota,-reached")),
    trap("page of a PDF", lambda p: a(f"⟦{p.root}assets/guide.pdf#page=2")),
    trap("time of a film", lambda p: f'<video src="⟦{p.root}assets/clip.mp4#t=10,20"></video>'),
    trap("view of an SVG", lambda p: image(f'src="⟦{p.root}assets/sprite.svg#svgView(viewBox(0,0,9,9))"')),
    trap("anchor by the name of <a>", lambda p: a(f"⟦{p.to(p.other())}#history")),
    trap("anchor of an element that is no heading", lambda p: a("⟦#start-of-text")),
    trap("anchor in Unicode, as it is and encoded", lambda p: a("⟦#größe", f"⟦{p.to(p.other())}#gr%C3%B6%C3%9Fe")),
    trap("anchor with a percent sign, as it is",
         lambda p: p.with_id(lambda id: f'<p id="{id}%20a">Here</p>{a(f"⟦#{id}%20a")}')),
    trap("anchor with a blank and a character reference",
         lambda p: p.with_id(lambda id: f'<p id="{id} &amp; b">Here</p>{a(f"⟦#{id}%20&amp;%20b")}')),
    # Text that only looks like a link.
    trap("link in a comment", lambda p: f'<!-- {a(f"⟦../{p.new()}/")} -- > <img src="{p.new()}.png"> -->'),
    trap("link in a comment for old browsers",
         lambda p: p.head(f'<!--[if IE]><link rel="stylesheet" href="⟦{p.new()}.css"><![endif]-->')),
    trap("link in a script", lambda p: f"<script>document.write('<a href=\"⟦../{p.new()}/\">')</script>"),
    trap("link in a script within a script",
         lambda p: f"<script><!-- <script></script><a href=\"⟦../{p.new()}/\"> --></script>"),
    trap("link in a template of a script", lambda p: f'<script type="text/html">{a(f"⟦../{p.new()}/")}</script>'),
    trap("link in <template>",
         lambda p: f'<template><template></template>{a(f"⟦../{p.new()}/")}<img src="{p.new()}.png"></template>'),
    trap("link in <textarea>", lambda p: f'<textarea>{a(f"⟦../{p.new()}/")}</textarea>'),
    trap("link in <xmp>", lambda p: f'<xmp>{a(f"⟦../{p.new()}/")}</xmp>'),
    trap("link in the text of <iframe>",
         lambda p: f'<iframe title="Board" src="{p.root}assets/café.html">{a(f"⟦../{p.new()}/")}</iframe>'),
    trap("link in <title>", lambda p: p.own_page("<p>Page</p>", f"<title><a href='⟦../{p.new()}/'></title>")),
    trap("link in a code sample",
         lambda p: f'<pre><code>&lt;a href="⟦../{p.new()}/"&gt;It&lt;/a&gt;\n&lt;img src="{p.new()}.png"&gt;</code></pre>'),
    trap("link in CDATA of an SVG", lambda p: f'<svg><text><![CDATA[<a href="⟦../{p.new()}/">]]></text></svg>'),
    trap("link in an instruction", lambda p: f'<?php echo "<a href=\'⟦../{p.new()}/\'"; ?>'),
    trap("link in an end tag", lambda p: f'<p>Text</p href="⟦../{p.new()}/">'),
    # Ids.
    trap("id twice, once in a comment",
         lambda p: p.with_id(lambda id: f'<p id="{id}">One</p><!-- <p id="⟦{id}"> -->')),
    trap("id twice, once in <template>",
         lambda p: p.with_id(lambda id: f'<p id="{id}">One</p><template><p id="⟦{id}"></template>')),
    trap("ids that differ in letter case",
         lambda p: p.with_id(lambda id: f'<p id="{id}">One</p><p id="⟦{id.upper()}">Two</p>')),
    trap("id and name of one anchor", lambda p: p.with_id(lambda id: f'<a id="{id}" name="⟦{id}">Here</a>')),
    trap("id in data",
         lambda p: p.with_id(lambda id: f'<p id="{id}" data-id="⟦{id}">One</p><p data-id="{id}">Two</p>')),
]

KINDS = FAULTS + TRAPS
