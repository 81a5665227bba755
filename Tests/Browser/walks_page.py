"""Walks over what pages have."""

import re

from walker import walk


@walk("a.skip")
def skip_link(on):
    """The first stop leads to the text."""
    on.press("Tab")
    on.expect("the skip link to be the first stop, and seen",
              "document.activeElement.matches('a[href^=\"#\"]') && document.activeElement.getBoundingClientRect().top >= 0")
    on.press("Enter")
    on.expect("the skip link to lead into main", "document.activeElement.localName === 'main'")


@walk("details[data-menu]", width=390)
def menu(on):
    """The menu of a small screen opens with a key, closes with Escape, and gives the focus back."""
    on.focus("[data-menu] > summary")
    on.press("Enter")
    on.expect("the menu to open", "document.querySelector('[data-menu]').open")
    on.axe()
    on.press("Tab")
    on.expect("the focus to go into the menu", "document.activeElement.closest('[data-menu]') && document.activeElement.localName !== 'summary'")
    on.press("Escape")
    on.expect("Escape to close the menu and to give the focus back to its button",
              "!document.querySelector('[data-menu]').open && document.activeElement.matches('[data-menu] > summary')")


@walk("dialog[data-keys]")
def keyboard_help(on):
    """`?` shows the keys, Escape leaves them."""
    on.press("?")
    on.expect("? to open a dialog with a name",
              "document.querySelector('dialog[data-keys]').matches(':modal') && document.getElementById(document.querySelector('dialog[data-keys]').getAttribute('aria-labelledby')).textContent.trim()")
    on.axe()
    on.press("Escape")
    on.expect("Escape to close the dialog", "!document.querySelector('dialog[open]')")


@walk("select[data-scheme-choice]")
def scheme(on):
    """A chosen colour scheme holds on this page and after it is loaded again."""
    is_dark = "getComputedStyle(document.documentElement).colorScheme === 'dark'"
    on.focus("[data-scheme-choice]")
    on.page.locator(":focus").select_option("dark")
    on.expect("the page to become dark", is_dark)
    on.page.reload()
    on.expect("the page to stay dark", is_dark)


@walk("form[data-filters]")
@walk("div.board")
def filters(on):
    """A filter hides what does not match, says how much is left, stands in the address, and can be taken back."""
    shown = "document.querySelectorAll('[data-item]:not([hidden])').length"
    on.focus("[data-filters] select")
    on.expect("each filter to have a name", "[...document.querySelectorAll('[data-filters] select')].every(each => each.labels.length)")
    all_items = on.page.evaluate(shown)
    on.press("ArrowDown")
    if on.page.evaluate("!document.activeElement.value"):
        on.page.locator(":focus").select_option(index=1)
    on.expect("fewer items", f"all => {shown} > 0 && {shown} < all", all_items)
    on.expect_told("the number to be announced", "told === document.querySelector('[data-filter-count]').textContent && /\\d/.test(told)")
    on.expect("the filter to stand in the address", "location.search.length > 1")
    on.axe()
    fewer = on.page.evaluate(shown)
    on.page.reload()
    on.expect("the filter to hold after the page is loaded again", f"fewer => {shown} === fewer", fewer)
    on.focus("[data-filters] [type=reset]")
    on.press("Enter")
    on.expect("all items after a reset", f"all => {shown} === all", all_items)


@walk("div.tabs")
def tabs(on):
    """Tabs by the pattern of the WAI-ARIA Authoring Practices: one stop, arrows, a panel for each, and an address."""
    tab = "document.activeElement"
    on.focus("[role=tab]")
    on.expect("a tablist around the tabs", f"{tab}.parentElement.role === 'tablist'")
    on.expect("each tab to name its panel, and each panel its tab",
              "[...document.querySelectorAll('[role=tab]')].every(each => { const panel = document.getElementById(each.getAttribute('aria-controls'))\n"
              "return panel.role === 'tabpanel' && panel.getAttribute('aria-labelledby') === each.id })")
    first = on.page.evaluate(f"{tab}.id")
    on.press("ArrowRight")
    on.expect("the arrow to go to the next tab and to show its panel alone",
              f"first => {tab}.role === 'tab' && {tab}.id !== first && {tab}.ariaSelected === 'true' && "
              f"document.getElementById({tab}.getAttribute('aria-controls')).checkVisibility() && "
              "document.getElementById(first).ariaSelected === 'false' && document.getElementById(first).tabIndex === -1", first)
    on.expect("no stop at a panel that is hidden",
              "[...document.querySelectorAll('[role=tabpanel]')].every(each => each.tabIndex === (each.hidden ? -1 : 0))")
    on.expect("the tab to stand in the address", "location.search.includes('tab=')")
    on.axe()
    chosen = on.page.evaluate(f"{tab}.id")
    on.page.reload()
    on.expect("the tab to be chosen after the page is loaded again", "id => document.getElementById(id).ariaSelected === 'true'", chosen)


@walk("[data-path]")
def path(on):
    """A step is done with a key, counted aloud, and still done on the next visit; the next step is a link."""
    on.focus("[data-step] input[type=checkbox]")
    on.expect("each step to have a name",
              "[...document.querySelectorAll('[data-step] input')].every(each => each.labels.length || each.getAttribute('aria-labelledby') || each.ariaLabel)")
    before = on.page.evaluate("document.querySelector('[data-path]').textContent")
    on.press("Space")
    on.expect("the progress to change", "before => document.querySelector('[data-path]').textContent !== before", before)
    on.expect("the progress to be announced", "document.querySelector('[data-path]').closest('[role=status]') || document.querySelector('[data-path] [role=status], [data-path] progress')")
    on.axe()
    on.page.reload()
    on.expect("the step to be still done", "document.querySelector('[data-step] input').checked")
    on.expect("a link to the next step", "document.querySelector('[data-path-next]').hash.length > 1")


@walk("[data-hours]")
def support_hours(on):
    """Support hours say whether somebody is there, on the reader's clock, and what that is in the reader's time."""
    on.arrive_at("2026-11-25T10:00:00Z")
    on.expect("support to be open on a Wednesday morning", "document.querySelector('[data-open]').checkVisibility()")
    on.arrive_at("2026-11-29T10:00:00Z")
    on.expect("support to be closed on a Sunday", "document.querySelector('[data-closed]').checkVisibility()")


@walk("[data-stale-after]")
def freshness(on):
    """A site that nobody built anew for years shows no state as known, and no sentence that rests on one."""
    on.arrive_at("2036-01-01T00:00:00Z")
    on.expect("no state to be shown as known", "!document.querySelector('[data-stale-after]') && document.querySelector('.badge.is-stale')")
    on.expect("what rests on states to be hidden", "[...document.querySelectorAll('[data-hide-after]')].every(part => part.hidden)")


@walk("[data-until]")
def review(on):
    """A page whose review is overdue on the reader's clock says so."""
    on.arrive_at("2036-01-01T00:00:00Z")
    on.expect("the page to say that its review was due", "document.querySelector('[data-until]').checkVisibility()")


@walk('class="q"')
def copying(on):
    """Copied code is what a reader types: no prompt, no answer; and the reader is told."""
    on.allow_clipboard()
    on.page.evaluate("document.querySelector('pre:has(.q) + .copy').focus()")
    on.press("Enter")
    on.expect_told("the copying to be announced", "told === document.querySelector('[data-copied]').dataset.copied")
    on.expect("what is copied to hold neither prompt nor answer",
              """async () => {
                const code = document.querySelector('code:has(.q)');
                const copied = await navigator.clipboard.readText();
                return copied && [...code.querySelectorAll('.q, .o')].every(part => !copied.includes(part.textContent.trim()));
              }""")


@walk("button[data-copy-address]")
def copying_the_page(on):
    """The page is copied as the Markdown that its link leads to."""
    on.allow_clipboard()
    on.focus("[data-copy-address]")
    on.press("Enter")
    on.expect_told("the copying to be announced", "told === document.querySelector('[data-copied]').dataset.copied")
    on.expect("the Markdown of the page to be copied",
              """async () => {
                const file = await (await fetch(document.querySelector('a[type="text/markdown"]').href)).text();
                return file.startsWith('# ') && (await navigator.clipboard.readText()).trim() === file.trim();
              }""")


@walk("<figure>")
def image_zoom(on):
    """An image that is shown smaller than it is opens with a key, and Escape leads back to it."""
    image = on.page.locator(".zoom img").first
    name = image.get_attribute("alt")
    on.expect_role("the image to be a button that says what it enlarges", "button",
                   on.page.locator("template[data-zoom]").get_attribute("data-zoom") + name)
    on.focus(".zoom")
    width = image.bounding_box()["width"]
    on.press("Enter")
    on.expect_role("a dialog with the name of the image", "dialog", name)
    on.expect("the image in it to be larger", "width => document.querySelector('dialog:modal img').getBoundingClientRect().width > width", width)
    on.expect("the focus to be in the dialog", "document.activeElement.closest('dialog:modal')")
    on.axe()
    on.press("Escape")
    on.expect("Escape to close it and to lead back", "!document.querySelector('dialog[open]') && document.activeElement.matches('.zoom')")
    on.press("Enter")
    on.expect("it to open again", "document.querySelector('dialog:modal img')")
    on.press("Enter")
    on.expect("its button to close it", "!document.querySelector('dialog[open]') && document.activeElement.matches('.zoom')")


@walk(re.compile(r"<pre[^>]*><code[^>]*>(?:(?!</pre>).)*payments-api", re.DOTALL))
def reader_variables(on):
    """A name that a reader fills in once stands in all samples, is copied with them, and is known on later visits."""
    shown = "[...document.querySelectorAll('pre [data-variable]')]"
    on.allow_clipboard()
    on.focus(".variables input")
    on.expect("the field to have a name, and the form too", "document.activeElement.labels[0].textContent.trim() && document.activeElement.form.ariaLabel")
    on.enter("orders")
    on.expect("the samples to be filled", f"{shown}.length && {shown}.every(each => each.textContent === 'orders')")
    on.page.evaluate("document.querySelector('pre:has([data-variable]) + .copy').focus()")
    on.press("Enter")
    on.expect("what is copied to hold it", "async () => (await navigator.clipboard.readText()).includes('orders')")
    on.axe()
    on.page.reload()
    on.expect("the samples to be filled on the next visit", f"{shown}.length && {shown}.every(each => each.textContent === 'orders')")
    on.focus(".variables input")
    on.enter(" ")
    on.expect("the name of the sample to come back", f"{shown}.every(each => each.textContent === each.dataset.variable)")


@walk("nav.contents")
def contents(on):
    """The section that is being read is marked in the contents, the last one at the end of the page."""
    current = "[...document.querySelectorAll('[data-contents] a')].flatMap((link, index) => link.ariaCurrent === 'true' ? index : [])"
    count = on.page.locator("[data-contents] a").count()
    on.page.evaluate("scrollTo(0, document.documentElement.scrollHeight)")
    on.expect("the last section to be marked at the end of the page", f"last => String({current}) === String(last)", count - 1)
    on.page.evaluate("scrollTo(0, 0)")
    on.expect("none but the first to be marked at the beginning", f"!{current}.some(each => each > 0)")
    on.focus("[data-contents] li:nth-child(2) a")
    on.press("Enter")
    on.expect("the section that a link leads to to be marked", f"String({current}) === '1'")
    on.expect("its heading to be seen below the header",
              "document.querySelector(':target').getBoundingClientRect().top >= document.querySelector('.header').getBoundingClientRect().bottom")


@walk(re.compile(r"<summary><span class=.visually-hidden.>"))
def sidebar(on):
    """A group that was opened and the scroll of the sidebar are as they were on the next page."""
    name = "each.firstElementChild.textContent"
    group = on.page.locator("[data-sidebar] details:not([open]):not(:has([aria-current]))").first.element_handle()
    is_open = f"name => [...document.querySelectorAll('[data-sidebar] details')].find(each => {name} === name).open"
    known = group.evaluate(f"each => {name}")
    group.query_selector("summary").focus()
    on.press("Enter")
    on.expect("a key to open the group", is_open, known)
    link = group.query_selector("a[href]")
    link.focus()
    top = on.page.evaluate("document.querySelector('[data-sidebar]').scrollTop")
    address = link.evaluate("each => each.href")
    on.press("Enter")
    on.expect("the link to lead to its page", "address => location.href === address && document.readyState === 'complete'", address)
    on.expect("the group to be still open", is_open, known)
    on.expect("the page to be marked in the sidebar, and in view",
              """(() => { const mark = [...document.querySelectorAll('[data-sidebar] [aria-current=page]')].pop()
                return !probe.isCovered(mark) })()""")
    on.expect("the sidebar not to have jumped to its beginning", "top => Math.abs(document.querySelector('[data-sidebar]').scrollTop - top) < 200", top)


@walk("header.header")
def header_order(on):
    """The focus goes through the header as it is read, before all below it."""
    on.press("Tab")
    places = []
    for _ in range(20):
        on.press("Tab")
        place = on.page.evaluate("""(() => { const at = document.activeElement, box = at.getBoundingClientRect()
          return at.closest('.header') && [at.localName, box.left] })()""")
        if not place:
            break
        places.append(place)
    if len(places) < 3 or [left for _, left in places] != sorted(left for _, left in places):
        on.examination.report("walk", f"expected the stops of the header from left to right, and not {places}")


def expect_edge(on, words, selector):
    """Reports what has no line round it, by which it could be told from what is beside or below it."""
    if not on.page.locator(selector).first.evaluate("""each => { const style = getComputedStyle(each)
            return style.borderTopStyle !== 'none' && parseFloat(style.borderTopWidth) > 0
              || style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0 }"""):
        on.examination.report("walk", f"expected {words} to have an edge")


@walk("div.tabs", forced_colors="active")
def forced_colours(on):
    """With colours that a reader forces, what scripts show can be told apart: the chosen tab, the choice of the scheme, dialogs."""
    look = """each => { const style = getComputedStyle(each)
      return ['color', 'backgroundColor', 'borderBlockEndColor', 'borderBlockEndStyle', 'textDecorationLine'].map(name => style[name]).join() }"""
    chosen, other = (on.page.locator(f"[role=tab][aria-selected={each}]").first.evaluate(look) for each in ("true", "false"))
    if chosen == other:
        on.examination.report("walk", "expected the chosen tab to look otherwise than the others")
    expect_edge(on, "the choice of the scheme", ".header select[data-scheme-choice]")
    on.press("?")
    on.expect("a dialog", "document.querySelector('dialog[data-keys]').matches(':modal')")
    expect_edge(on, "the dialog of the keys", "dialog:modal")
    on.press("Escape")
    on.expect("Escape to close it", "!document.querySelector('dialog[open]')")
    on.press("Control+k")
    on.expect("the search", "document.querySelector('dialog[data-search]').matches(':modal')")
    expect_edge(on, "the dialog of the search", "dialog:modal")
    expect_edge(on, "the choice of kinds", "dialog:modal select")


@walk("form[data-filters]", forced_colors="active")
def forced_filters(on):
    """So can the filters."""
    expect_edge(on, "a filter", "[data-filters] select")


@walk("<figure>", forced_colors="active")
def forced_image(on):
    """So can an image that is enlarged."""
    on.focus(".zoom")
    on.press("Enter")
    on.expect("the image to open", "document.querySelector('dialog:modal img')")
    expect_edge(on, "the enlarged image", "dialog:modal")


@walk("nav.breadcrumbs", reduced_motion="no-preference")
def going_on(on):
    """A page is fetched while its link has the pointer or the focus, once, and the next page comes in with a transition."""
    fetched = []
    on.page.on("request", lambda request: request.headers.get("sec-purpose") == "prefetch" and fetched.append(request.url))
    links = on.page.locator(".breadcrumbs a, .sections a:not([aria-current])")
    # A prefetch begins a moment after the pointer came.
    for link in (links.nth(1), links.nth(2)):
        address = link.evaluate("each => each.href")
        with on.page.expect_request(address):
            link.hover() if not fetched else link.focus()
    on.expect("what is on the way to come from this site", "[...document.querySelectorAll('link[rel=prefetch]')].length === 2")
    on.page.mouse.move(0, 0)
    links.nth(1).hover()
    links.nth(1).focus()
    on.page.evaluate("addEventListener('pageswap', event => sessionStorage.setItem('moved', Boolean(event.viewTransition)))")
    address = links.nth(1).evaluate("each => each.href")
    on.press("Enter")
    on.expect("the link to lead to its page", "address => location.href === address && document.readyState === 'complete'", address)
    on.expect("the page to come in with a transition", "sessionStorage.getItem('moved') === 'true'")
    if len(fetched) != len(set(fetched)):
        on.examination.report("walk", f"expected each page to be fetched once, and not {fetched}")


@walk("form[data-filters]")
def coming_back(on):
    """A page that a reader comes back to is as it was left, and knows what was chosen meanwhile."""
    shown = "document.querySelectorAll('[data-item]:not([hidden])').length"
    on.page.locator("[data-filters] select").first.select_option(index=1)
    fewer = on.page.evaluate(shown)
    on.page.goto(on.examination.home)
    on.page.locator("[data-scheme-choice]").first.select_option("dark")
    on.page.go_back(wait_until="commit")
    on.expect("the items to be filtered as before", f"fewer => {shown} === fewer", fewer)
    on.expect("the page to be dark", "getComputedStyle(document.documentElement).colorScheme === 'dark'")
    on.expect("the choice of the scheme to say so", "document.querySelector('[data-scheme-choice]').value === 'dark'")
