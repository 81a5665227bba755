// Search: finds pages in the index that the build wrote, and shows them in the dialog, on search.html and on the error page.
// All texts come from the elements that it fills. Loaded when somebody first wants to search.
(() => {
  "use strict";

  const box = document.querySelector("[data-search]");
  const root = box.dataset.root;

  // ---- The index, piece by piece. Its scripts set porticoShard; the event comes right behind, so none mixes with another.

  let loaded = {};
  const load = (path) =>
    (loaded[path] ??= new Promise((resolve, reject) => {
      const script = document.createElement("script");
      script.src = root + path;
      script.onload = () => resolve(self.porticoShard);
      script.onerror = reject;
      document.head.append(script);
    }));

  // Characters from # on, without the backslash, are digits to the base of 45; all but the last of a number have 45 added.
  const numbers = (text) => {
    const found = [];
    let number = 0;
    for (let i = 0; i < text.length; i++) {
      let digit = text.charCodeAt(i) - 35;
      if (digit > 56) digit--;
      number = number * 45 + (digit % 45);
      if (digit < 45) {
        found.push(number);
        number = 0;
      }
    }
    return found;
  };

  // Terms in their order: how much each shares with the one before, the rest of it, and what stands behind it.
  const entries = (text) => {
    let term = "";
    return text.split("\t").map((entry) => {
      const end = entry.indexOf("!");
      term = term.slice(0, entry.charCodeAt(0) - 35) + entry.slice(1, end);
      return [term, entry.slice(end + 1)];
    });
  };

  const parsed = {};
  const shard = async (name) => (parsed[name] ??= entries(await load(name)));

  let directory;
  const openDirectory = async () => {
    const index = await load(box.dataset.index);
    index.pageOf = [];
    numbers(index.sections).forEach((count, page) => {
      for (let i = 0; i < count; i++) index.pageOf.push(page);
    });
    index.firstOf = [];
    index.pageOf.forEach((page, section) => (index.firstOf[page] ??= section));
    index.stopWords = new Set(index.stopWords.split(" "));
    for (const facet of index.facets) facet.pages = numbers(facet.pages);
    index.synonyms = index.synonyms.map((group) => group.map((phrase) => phraseOf(terms(phrase, index))));
    return index;
  };

  // ---- Words, cut as the build cuts them.

  const unspaced = /[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\u{20000}-\u{3ffff}]+/gu;
  const words = /[\p{L}\p{N}\p{M}][+#]+|[\p{L}\p{N}\p{M}]+(?:[-_.'’][\p{L}\p{N}\p{M}]+)*/gu;

  const fold = (text) =>
    text
      .toLowerCase()
      .replace(/[\u00c0-\u024f\u1e00-\u1eff]/g, (letter) => letter.normalize("NFD")[0])
      .replace(/[\u0300-\u036f]/g, "");

  const terms = (text, index) => {
    const found = [];
    for (const [word] of text.replace(unspaced, " $& ").matchAll(words)) {
      if (word.match(unspaced)) {
        const letters = [...word];
        for (let i = 0; i < Math.max(letters.length - 1, 1); i++) found.push({ text: letters.slice(i, i + 2).join("") });
        continue;
      }
      const parts = word
        .replace(/(\p{Ll})(?=\p{Lu})/gu, "$1 ")
        .replace(/(\p{Lu})(?=\p{Lu}(?!s(?![\p{L}\p{N}\p{M}]))\p{Ll})/gu, "$1 ")
        .split(/[-_.'’ ]/);
      if (parts.length > 1) for (const part of parts) if (part.length > 1) found.push({ text: fold(part), part: true });
      found.push({ text: fold(parts.join("")) });
    }
    const telling = found.filter((word) => !index.stopWords.has(word.text));
    return telling.length ? telling : found;
  };

  const phraseOf = (list) => list.filter((word) => !word.part).map((word) => word.text).join(" ");

  // ---- What a word may stand for: terms with their weights.

  // Edit distance where two letters that changed places are one mistake, or more than `most`.
  const distance = (a, b, most) => {
    if (Math.abs(a.length - b.length) > most) return most + 1;
    let before, last, row = [...Array(b.length + 1).keys()];
    for (let i = 1; i <= a.length; i++) {
      [before, last, row] = [last, row, [i]];
      for (let j = 1; j <= b.length; j++) {
        row[j] = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (a[i - 1] !== b[j - 1]));
        if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) row[j] = Math.min(row[j], before[j - 2] + 1);
      }
      if (Math.min(...row) > most) return most + 1;
    }
    return row[b.length];
  };

  const shardName = (index, kind, number, mark) => `${index.folder}${kind}${number}.${mark}.js`;

  const shardsFrom = (index, first, last, most) => {
    const names = [];
    for (let i = 0; i < index.terms.length; i += 2) {
      if (index.terms[i] > last && i) break;
      if (i + 2 < index.terms.length && index.terms[i + 2] <= first) continue;
      if (names.length < most) names.push(shardName(index, "t", i / 2, index.terms[i + 1]));
    }
    return names;
  };

  const endings = /^(?:s|es|d|ed|ing|er|ers|ion|ions)?$/;

  const hits = async (index, word, isOpen) => {
    const stem = word.length > 4 ? word.replace(/(?:s|es|e|ed|ing)$/, "") : word;
    const names = shardsFrom(index, stem, isOpen && word.length > 2 ? word + "\uffff" : word, 3);
    const found = [];
    for (const list of await Promise.all(names.map(shard))) {
      for (const [term, postings] of list) {
        if (term === word) found.push({ term, postings, weight: 1 });
        else if (term.startsWith(stem) && endings.test(term.slice(stem.length))) found.push({ term, postings, weight: 0.4 });
        else if (isOpen && word.length > 1 && term.startsWith(word) && !(term.includes(" ") && !word.includes(" ")))
          found.push({ term, postings, weight: 0.4 });
      }
    }
    return found.length || isOpen ? found : hits(index, word, true);
  };

  const corrections = async (index, word) => {
    const most = word.length < 4 ? 0 : word.length < 8 ? 1 : 2;
    const lengths = Object.keys(index.words).filter((length) => most && Math.abs(length - word.length) <= most);
    const lists = await Promise.all(lengths.map((length) => shard(shardName(index, "w", length, index.words[length]))));
    const near = lists
      .flat()
      .map(([term, count]) => ({ term, off: distance(word, term, most), count: numbers(count)[0] }))
      .filter((found) => found.off <= most)
      .sort((a, b) => a.off - b.off || b.count - a.count)
      .slice(0, 3);
    const found = await Promise.all(near.map(async ({ term, off }) => {
      const exact = (await hits(index, term)).filter((hit) => hit.term === term);
      return exact.map((hit) => ({ ...hit, weight: 0.6 ** off }));
    }));
    return found.flat();
  };

  const groups = async (index, query) => {
    const list = terms(query, index);
    const whole = list.filter((word) => !word.part);
    const text = phraseOf(list);
    const isOpen = !/\s$/.test(query);
    const found = list.map(async (word, i) => {
      const isLast = isOpen && word === whole.at(-1);
      let matched = await hits(index, word.text, isLast);
      if (!matched.length) matched = await corrections(index, word.text);
      return { word: word.text, weight: word.part ? 0.4 : 1, needed: !word.part, matched };
    });
    whole.slice(1).forEach((word, i) => {
      const phrase = whole[i].text + " " + word.text;
      found.push(hits(index, phrase, isOpen && i === whole.length - 2).then((matched) => ({ weight: 0.8, matched })));
    });
    for (const group of index.synonyms) {
      const meant = group.find((phrase) => ` ${text} `.includes(` ${phrase} `));
      if (!meant) continue;
      const place = list.findIndex((word) => word.text === meant.split(" ")[0]);
      const others = group.filter((phrase) => phrase !== meant).map((phrase) => hits(index, phrase));
      found[place] = Promise.all([found[place], ...others]).then(([own, ...others]) => ({
        ...own,
        matched: own.matched.concat(others.flat().map((hit) => ({ ...hit, weight: hit.weight * 0.7 }))),
      }));
    }
    return Promise.all(found);
  };

  // ---- Scores: of each page what its best section says of each word, and of one section what it says of all of them.

  const score = (index, found) => {
    const pages = new Map();
    const sections = new Map();
    let all = 0;
    for (const group of found) {
      const decoded = group.matched.map((hit) => [hit.weight, numbers(hit.postings)]);
      const count = decoded.reduce((sum, [weight, list]) => sum + weight * list.length, 0);
      const rarity = group.weight * Math.log(1 + index.pageOf.length / (count + 0.5));
      const best = new Map();
      for (const [weight, list] of decoded) {
        let section = 0;
        for (const posting of list) {
          section += posting >> 4;
          const value = weight * rarity * (((posting & 15) + 1) / 16);
          if (value > (best.get(section) ?? 0)) best.set(section, value);
        }
      }
      const bestOfPage = new Map();
      for (const [section, value] of best) {
        const page = index.pageOf[section];
        sections.set(section, (sections.get(section) ?? 0) + value);
        if (value > (bestOfPage.get(page) ?? 0)) bestOfPage.set(page, value);
      }
      if (group.needed) all += rarity;
      for (const [page, value] of bestOfPage) {
        const entry = pages.get(page) ?? { page, sum: 0, met: 0, best: 0 };
        entry.sum += value;
        if (group.needed) entry.met += rarity;
        pages.set(page, entry);
      }
    }
    for (const [section, value] of sections) {
      const entry = pages.get(index.pageOf[section]);
      if (value > entry.best) Object.assign(entry, { best: value, section });
    }
    for (const entry of pages.values()) entry.score = (entry.sum + 2 * entry.best) * (entry.met / all) ** 2;
    return [...pages.values()].sort((a, b) => b.score - a.score || a.page - b.page);
  };

  const documents = async (index, page) => {
    const number = page >> 3;
    return (await load(shardName(index, "d", number, index.documents.slice(number * 8, number * 8 + 8))))[page & 7];
  };

  const find = async (query, { limit = 8, chosen = {} } = {}) => {
    const index = await (directory ??= openDirectory());
    const found = await groups(index, query);
    const ranked = score(index, found);
    const kept = ranked.filter(({ page }) =>
      index.facets.every(({ name, values, pages }) => !chosen[name] || values[pages[page] - 1] === chosen[name]));
    const folded = fold(query).trim();
    const results = await Promise.all(kept.slice(0, limit).map(async (entry) => {
      const [title, address, parts] = await documents(index, entry.page);
      const at = (entry.section - index.firstOf[entry.page]) * 3;
      const name = fold(title);
      const bonus = name === folded ? 2 : name.includes(folded) ? 1.2 : 1;
      return {
        title, score: entry.score * bonus, heading: parts[at], text: parts[at + 2], page: address,
        address: address + (parts[at + 1] && "#" + encodeURIComponent(parts[at + 1])),
        facets: index.facets.map(({ values, pages }) => values[pages[entry.page] - 1]),
      };
    }));
    results.sort((a, b) => b.score - a.score);
    const matched = [...new Set(found.flatMap((group) => group.word ? [group.word, ...group.matched.map((hit) => hit.term)] : []))];
    return { count: kept.length, results, matched, ranked, facets: index.facets };
  };

  self.porticoSearch = find;

  // ---- What readers see.

  const form = box.querySelector("form");
  const input = form.elements.q;
  const list = box.querySelector("[data-search-list]");
  const status = box.querySelector("[data-search-status]");
  const facets = [...form.querySelectorAll("select")];
  const isDialog = box.matches("dialog");
  let turn = 0;

  const make = (tag, name, ...content) => {
    const element = document.createElement(tag);
    element.className = name;
    element.append(...content);
    return element;
  };

  // A text with what was looked for marked in it, cut so that the first of that is near its beginning.
  const marked = (text, matched, most = 1 / 0) => {
    const pieces = text.split(/([\p{L}\p{N}\p{M}]+)/u);
    const isHit = (piece, i) => i % 2 && matched.some((term) => fold(piece).startsWith(term));
    const before = pieces.slice(0, Math.max(0, pieces.findIndex(isHit))).join("").length;
    let skip = before > most / 2 ? before - most / 4 : 0;
    let left = most;
    const shown = skip ? ["…"] : [];
    pieces.forEach((piece, i) => {
      skip -= piece.length;
      if (skip > 0 || left < 0) return;
      left -= piece.length;
      shown.push(left < 0 ? "…" : isHit(piece, i) ? make("mark", "", piece) : piece);
    });
    return shown;
  };

  const result = ({ title, heading, text, address, facets }, matched) => {
    const link = make("a", "search-result",
      make("span", "search-title", ...marked(title, matched)),
      make("span", "search-facts", facets.filter((value) => value).join(" · ")));
    if (heading) link.append(make("span", "search-heading", ...marked(heading, matched)));
    link.append(make("span", "search-text", ...marked(text, matched, 160)));
    link.href = root + address;
    return link;
  };

  const show = (links) => {
    list.replaceChildren(...links.map((link, i) => {
      if (!isDialog) return make("li", "", link);
      link.role = "option";
      link.tabIndex = -1;
      link.id = "_search-" + i;
      return link;
    }));
    if (isDialog) {
      input.ariaExpanded = links.length > 0;
      choose(0);
    }
  };

  const choose = (at) => {
    const links = [...list.children];
    const chosen = links.at(at % links.length);
    for (const link of links) link.ariaSelected = link === chosen;
    if (chosen) {
      input.setAttribute("aria-activedescendant", chosen.id);
      chosen.scrollIntoView({ block: "nearest" });
    } else {
      input.removeAttribute("aria-activedescendant");
    }
  };

  const recent = () => {
    try {
      return JSON.parse(localStorage.getItem("portico-recent")) ?? [];
    } catch {
      return [];
    }
  };

  const remember = () => {
    const query = input.value.trim();
    if (!query) return;
    try {
      localStorage.setItem("portico-recent", JSON.stringify([query, ...recent().filter((other) => other !== query)].slice(0, 5)));
    } catch {}
  };

  const everything = (query) => form.action + "?" + new URLSearchParams({ q: query });

  const update = async () => {
    const mine = ++turn;
    const query = input.value;
    const data = [...new FormData(form)].filter(([, value]) => value);
    if (!isDialog) history.replaceState(null, "", "?" + new URLSearchParams(data));
    if (!query.trim()) {
      status.textContent = "";
      show(isDialog ? recent().map((query) => {
        const link = make("a", "search-recent", query);
        link.href = everything(query);
        return link;
      }) : []);
      return;
    }
    try {
      const found = await find(query, { limit: isDialog ? 8 : 20, chosen: Object.fromEntries(data) });
      if (mine !== turn) return;
      const links = found.results.map((entry) => result(entry, found.matched));
      if (isDialog && found.count > links.length) {
        const more = make("a", "search-all", box.dataset.all);
        more.href = everything(query);
        links.push(more);
      }
      show(links);
      status.textContent = found.count ? box.dataset.found.replace("{n}", found.count) : box.dataset.none;
    } catch {
      status.textContent = box.dataset.failed;
    }
  };

  const open = () => {
    if (isDialog) box.showModal();
    input.select();
  };

  const start = async () => {
    const index = await (directory ??= openDirectory());
    const asked = new URLSearchParams(isDialog ? "" : location.search);
    input.value = asked.get("q") ?? "";
    for (const select of facets) {
      const facet = index.facets.find(({ name }) => name === select.name);
      for (const value of facet.values) select.append(new Option(value));
      select.value = asked.get(select.name) ?? "";
      select.hidden = !facet.values.length;
    }
    box.hidden = false;
    open();
    update();
  };

  input.addEventListener("input", update);
  form.addEventListener("change", update);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    list.querySelector("[aria-selected=true]")?.click();
  });
  list.addEventListener("click", (event) => {
    const link = event.target.closest("a");
    if (link?.matches(".search-recent")) {
      event.preventDefault();
      input.value = link.textContent;
      update();
    } else if (link) {
      remember();
      if (isDialog) box.close();
    }
  });
  input.addEventListener("keydown", (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!isDialog || !step) return;
    event.preventDefault();
    choose([...list.children].findIndex((link) => link.ariaSelected === "true") + step);
  });
  if (isDialog) box.querySelector("[data-search-close]").addEventListener("click", () => box.close());

  const isTyping = (element) => element.matches("input, select, textarea, [contenteditable]");
  addEventListener("keydown", (event) => {
    const isAsked = event.key === "k" ? event.metaKey || event.ctrlKey : event.key === "/" && !isTyping(event.target);
    if (!isAsked) return;
    event.preventDefault();
    open();
  });
  addEventListener("click", (event) => {
    if (!event.target.closest("[data-search-open]") || event.metaKey || event.ctrlKey) return;
    event.preventDefault();
    open();
  });
  start();
})();
