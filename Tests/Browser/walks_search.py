"""Walks over the search: the dialog, the page, from the disk and without a network."""

from walker import walk

OPTIONS = "[...document.querySelectorAll('dialog[data-search] [role=option]')]"


def ask(on, question):
    """Opens the dialog with a key, if it is not open, and asks in it."""
    if not on.page.evaluate("document.querySelector('dialog[data-search]').open"):
        on.press("Control+k")
    on.expect("Ctrl K to open the search with the focus in its combobox",
              "document.querySelector('dialog[data-search]').matches(':modal') && document.activeElement.matches('dialog[data-search] [role=combobox]')")
    on.enter(question)


@walk("dialog[data-search]")
def search(on):
    """Search opens with a key, says how much it found, and leads to a page; typing and arrows are all it needs."""
    combobox = "document.querySelector('dialog[data-search] [role=combobox]')"
    chosen = f"document.getElementById({combobox}.getAttribute('aria-activedescendant'))"
    ask(on, "secrets")
    on.expect_role("the dialog to have the name that its link has", "dialog", on.page.locator("[data-search-open]").inner_text())
    on.expect("results as options of a named listbox",
              f"(() => {{ const list = document.getElementById({combobox}.getAttribute('aria-controls'))\n"
              "return list.matches('[role=listbox][aria-label]') && list.querySelectorAll('[role=option]').length > 2 })()")
    on.expect("the combobox to be expanded", f"{combobox}.getAttribute('aria-expanded') === 'true'")
    on.expect_told("the number of results to be announced", "/\\d/.test(told)")
    on.expect("what was found to be marked", "document.querySelector('dialog[data-search] [role=option] mark')")
    on.expect("the first result to be the active one",
              f"{chosen} === document.querySelector('[role=option]') && {chosen}.getAttribute('aria-selected') === 'true'")
    on.axe()
    on.press("ArrowDown")
    on.expect("the arrow to go to the second result",
              f"{chosen} === document.querySelectorAll('[role=option]')[1] && document.querySelectorAll('[role=option][aria-selected=true]').length === 1")
    on.press("ArrowUp", "Escape")
    on.expect("Escape to close the search and to leave its field",
              f"!document.querySelector('dialog[open]') && document.activeElement !== {combobox}")
    on.press("/")
    on.expect("/ to open the search again", "document.querySelector('dialog[data-search]').matches(':modal')")
    ask(on, "qqqzzzxxx")
    on.expect_told("that nothing was found to be announced", "told === document.querySelector('dialog[data-search]').dataset.none")
    ask(on, "secrets")
    on.expect("results again", "document.querySelectorAll('[role=option]').length > 2")
    before = on.page.url
    on.press("Enter")
    on.expect("Enter to lead to the page", "before => location.href !== before", before)


@walk("div[data-search]")
def search_page(on):
    """The page of the search answers what its address asks."""
    on.page.goto(on.page.url + "?q=secrets")
    on.expect("links to what was found", "document.querySelectorAll('[data-search-list] a[href]').length > 2")
    on.expect("the number of results to be announced", "/\\d/.test(document.querySelector('[data-search] [role=status]').textContent)")
    on.axe()


@walk("dialog[data-search]")
def search_kinds(on):
    """A kind that is chosen narrows what was found, and the number is announced anew."""
    ask(on, "secrets")
    on.expect("results of several kinds", f"new Set({OPTIONS}.map(each => each.querySelector('.search-facts')?.textContent.split(' · ')[0])).size > 1")
    before = on.page.evaluate("document.querySelector('dialog[data-search] [role=status]').textContent")
    on.press("Tab")
    on.expect("Tab to lead to the kinds, which have a name", "document.activeElement.matches('select[name=kind][aria-label]')")
    kind = on.page.locator(":focus").locator("option").nth(1).inner_text()
    on.page.locator(":focus").select_option(kind)
    on.expect("results of that kind alone",
              f"kind => {OPTIONS}.length && {OPTIONS}.filter(each => each.matches('.search-result')).every(each => each.querySelector('.search-facts').textContent.startsWith(kind))", kind)
    on.expect("another number to be announced",
              "before => document.querySelector('dialog[data-search] [role=status]').textContent !== before", before)
    on.axe()


@walk("dialog[data-search]", on_disk=True)
def search_from_disk(on):
    """A folder on disk can be searched, and what is found leads to files in it."""
    ask(on, "secrets")
    on.expect("results that are files", f"{OPTIONS}.length > 2 && {OPTIONS}.every(each => each.protocol === 'file:')")
    before = on.page.url
    on.press("Enter")
    on.expect("Enter to lead to the page", "before => location.href !== before && document.querySelector('main h1')", before)


@walk("dialog[data-search]")
def search_without_network(on):
    """Without a network a page stays as it is; what was loaded is found, and all else when the network is back."""
    offline = on.page.context.set_offline
    on.examination.is_offline = True
    offline(True)
    before = on.page.url
    with on.page.expect_event("requestfailed", lambda request: request.url.endswith(".js")):
        on.press("Control+k")
    on.expect("the page to stay where the search cannot be loaded",
              "before => location.href === before && document.querySelector('main h1')", before)
    offline(False)
    ask(on, "secrets")
    on.expect("results", f"{OPTIONS}.length > 2")
    offline(True)
    ask(on, "zebra")
    on.expect_told("that the index cannot be loaded to be announced", "told === document.querySelector('dialog[data-search]').dataset.failed")
    offline(False)
    ask(on, "secrets")
    on.expect("results again", f"{OPTIONS}.length > 2")
