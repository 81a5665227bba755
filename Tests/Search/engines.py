"""Searches that run in Chromium: ours, as a reader's browser runs it, and Pagefind's."""

import functools
import gzip
import http.server
import pathlib
import threading

from playwright.sync_api import sync_playwright

CHROMIUM = "/usr/bin/chromium"
SLOWER = 6


class Handler(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_):
        pass


class Server:
    """Serves a folder on a port of its own."""

    def __init__(self, folder):
        handler = functools.partial(Handler, directory=str(folder))
        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        self.address = f"http://127.0.0.1:{self.server.server_port}/"

    def close(self):
        self.server.shutdown()


class Engine:
    """A search of a site in a page of its own.

    A subclass says which page of the site to open, and what to run there: a function of a query that gives the addresses of
    the pages that were found, best first.
    """

    page = ""
    script = ""

    def __init__(self, site):
        self.site = pathlib.Path(site)
        self.server = Server(site)
        self.playwright = sync_playwright().start()
        self.browser = self.playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])

    def close(self):
        self.browser.close()
        self.playwright.stop()
        self.server.close()

    def fresh(self):
        page = self.browser.new_context().new_page()
        page.goto(self.server.address + self.page)
        page.wait_for_load_state("networkidle")
        return page

    def answers(self, queries):
        page = self.fresh()
        return page.evaluate(
            "async queries => { const find = %s; const all = []; for (const query of queries) all.push(await find(query));"
            " return all }" % self.script, queries)

    def first_bytes(self, query):
        """What a browser that has nothing yet loads for its first answer, compressed, in bytes."""
        page = self.fresh()
        loaded = []
        page.on("request", lambda request: loaded.append(request.url))
        page.evaluate(f"query => ({self.script})(query)", query)
        files = [self.site / url.removeprefix(self.server.address).split("?")[0] for url in loaded]
        return sum(len(gzip.compress(file.read_bytes(), 9)) for file in files), len(files)

    def warm_times(self, queries):
        """Milliseconds for an answer once all that it needs is there, on a slower processor.

        It is the time of the processor that is told, so that what else a machine does is not taken for the search.
        """
        page = self.fresh()
        session = page.context.new_cdp_session(page)
        session.send("Performance.enable", {"timeDomain": "threadTicks"})

        def busy():
            metrics = session.send("Performance.getMetrics")["metrics"]
            return next(metric["value"] for metric in metrics if metric["name"] == "TaskDuration")

        times = []
        for query in queries:
            page.evaluate(f"query => ({self.script})(query)", query)
            start = busy()
            page.evaluate(f"query => ({self.script})(query)", query)
            times.append(1000 * SLOWER * (busy() - start))
        return times


class Portico(Engine):
    page = "search.html"
    script = "async query => (await porticoSearch(query, 8)).results.map(result => result.page)"


class Pagefind(Engine):
    page = "404.html"
    script = """async query => {
      const pagefind = window.pagefind ??= await import(new URL('/pagefind/pagefind.js', location));
      const { results } = await pagefind.search(query);
      const shown = await Promise.all(results.slice(0, 8).map(result => result.data()));
      return shown.map(data => data.url.slice(1));
    }"""
