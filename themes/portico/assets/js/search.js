// Search: finds pages in the index that the build wrote, and shows them in the dialog or on search.html.
// It is loaded when somebody first wants to search. All texts come from the elements that it fills.
(() => {
  "use strict";

  // The scripts of a page load it without looking whether the page itself did.
  if (self.porticoSearch) return;
  const box = document.querySelector("[data-search]");
  const { root, ...texts } = box.dataset;

  const make = (tag, properties, ...content) => {
    const element = Object.assign(document.createElement(tag), properties);
    element.append(...content);
    return element;
  };

  // ---- The index, piece by piece.

  // Each script sets porticoShard, and its event comes right behind, so that none is taken for another.
  let files = {};
  const load = (file) =>
    (files[file] ??= new Promise((resolve, reject) => {
      document.head.append(make("script", { src: root + file, onload: () => resolve(self.porticoShard), onerror: reject }));
    }));

  // Characters from # on, without the backslash, are digits to the base of 45; all but the last of a number have 45 added.
  const numbers = (text) => {
    const list = [];
    let number = 0;
    for (let i = 0; i < text.length; i++) {
      let digit = text.charCodeAt(i) - 35;
      if (digit > 56) digit--;
      number = number * 45 + (digit % 45);
      if (digit < 45) number = list.push(number) * 0;
    }
    return list;
  };

  const shard = (kind, number) =>
    load(index.folder + kind + number + "." + index.marks[kind].substr(number * 8, 8) + ".js");

  // Terms in their order: how much each shares with the one before, the rest of it, and what stands behind it.
  const entries = (kind, number) =>
    (files[kind + number] ??= shard(kind, number).then((text) => {
      let term = "";
      return text.split("\t").map((entry) => {
        const end = entry.indexOf("!");
        term = term.slice(0, entry.charCodeAt(0) - 35) + entry.slice(1, end);
        return { term, behind: entry.slice(end + 1) };
      });
    }));

  let index;
  let opening;
  const openIndex = async () => {
    index = await load(texts.index);
    index.pageOf = numbers(index.sections).flatMap((count, page) => Array(count).fill(page));
    for (const facet of index.facets) facet.pages = numbers(facet.pages);
  };

  // ---- Words, cut as the build cuts them.

  const unspaced = /[\u0e00-\u109f\u1780-\u17ff\u3040-\u9fff]+/g;
  const words = /[\p{L}\p{N}\p{M}][+#]+|[\p{L}\p{N}\p{M}]+(?:[-_.'’][\p{L}\p{N}\p{M}]+)*/gu;

  const fold = (text) =>
    text
      .toLowerCase()
      .replace(/[\u00c0-\u024f\u1e00-\u1eff]/g, (letter) => letter.normalize("NFD"))
      .replace(/[\u0300-\u036f]/g, "");

  const terms = (text) => {
    const list = [];
    for (const [word] of text.replace(unspaced, " $& ").matchAll(words)) {
      if (word.match(unspaced)) {
        for (let i = 0; !i || word[i + 1]; i++) list.push({ text: word.slice(i, i + 2) });
        continue;
      }
      const parts = word
        .replace(/\p{Ll}(?=\p{Lu})|\p{Lu}(?=\p{Lu}(?!s(?![\p{L}\p{N}\p{M}]))\p{Ll})/gu, "$& ")
        .split(/[-_.'’ ]/);
      if (parts[1]) for (const text of parts) if (text[1]) list.push({ text: fold(text), part: true });
      list.push({ text: fold(parts.join("")) });
    }
    const telling = list.filter(({ text }) => !index.stopWords.includes(" " + text + " "));
    return telling[0] ? telling : list;
  };

  const phraseOf = (text) => terms(text).filter(({ part }) => !part).map(({ text }) => text).join(" ");

  // ---- What a word may stand for: entries of the index with their weights.

  const joined = async (lists) => (await Promise.all(lists)).flat();

  const stemOf = (word) => (word.length > 4 ? word.replace(/(s|es|e|ed|ing)$/, "") : word);

  const hits = async (word, isOpen, weight = 1) => {
    const stem = stemOf(word);
    const end = isOpen ? word + "\uffff" : word;
    const shards = [];
    index.first.forEach((first, i) => {
      if (first <= end && !(index.first[i + 1] <= stem) && !shards[2]) shards.push(entries("t", i));
    });
    const list = (await joined(shards)).flatMap((entry) => {
      const { term } = entry;
      if (!term.startsWith(stem)) return [];
      if (term === word) return { entry, weight };
      const isEnding = /^(s|e[ds]?|d|ing|ers?|ions?)?$/.test(term.slice(stem.length));
      const isBeginning = isOpen && term.startsWith(word) && word.includes(" ") === term.includes(" ");
      return isEnding || isBeginning ? { entry, weight: 0.4 * weight } : [];
    });
    return list[0] || isOpen ? list : hits(word, true, weight);
  };

  const allHits = (words, weight) => joined(words.map((word) => hits(word, false, weight)));

  // Whether so many mistakes make one word of another; two letters that changed places are one.
  const isNear = (a, b, most) => {
    let i = 0;
    while (a[i] && a[i] === b[i]) i++;
    a = a.slice(i);
    b = b.slice(i);
    return a === b || most-- > 0 && (
      isNear(a.slice(1), b, most) || isNear(a, b.slice(1), most) || isNear(a.slice(1), b.slice(1), most) ||
      a[0] === b[1] && a[1] === b[0] && isNear(a.slice(2), b.slice(2), most)
    );
  };

  // What the nearest words stand for: those with two mistakes only if there are none with one.
  const corrections = async (word, most = 1) => {
    if (most > 2 || word.length < 4 * most) return [];
    const lists = index.lengths.map((length) => Math.abs(length - word.length) > most ? [] : entries("w", length));
    const near = (await joined(lists))
      .filter(({ term }) => isNear(word, term, most))
      .sort((a, b) => numbers(b.behind)[0] - numbers(a.behind)[0])
      .slice(0, 3);
    return near[0] ? allHits(near.map(({ term }) => term), 0.6 ** most) : corrections(word, most + 1);
  };

  // Of a question: its words, those that stand side by side, and what means the same, each with what it may stand for.
  const groupsOf = (query) => {
    const whole = phraseOf(query);
    const words = whole.split(" ");
    const stems = (phrase) => " " + phrase.split(" ").map(stemOf).join(" ") + " ";
    const meant = index.synonyms.flatMap((group) => {
      const own = group.find((other) => stems(whole).includes(stems(other)));
      return own ? { own, others: allHits(group.filter((other) => other !== own), 0.7) } : [];
    });
    const groups = terms(query).map(async ({ text, part }) => {
      const lists = [await hits(text, text === words.at(-1) && text.length > 1)];
      if (!lists[0][0]) lists[0] = await corrections(text);
      for (const { own, others } of meant) if (stems(own).includes(stems(text))) lists.push(await others);
      return { weight: part ? 0.4 : 1, part, matched: lists.flat() };
    });
    words.slice(1).forEach((word, i) =>
      groups.push(hits(words[i] + " " + word, i === words.length - 2).then((matched) => ({ weight: 0.8, part: true, matched }))));
    return Promise.all(groups);
  };

  const byScore = (a, b) => b.score - a.score;

  // Pages by what their sections, taken together, say of the words, and by what the best of these says alone.
  const rank = (groups, isChosen) => {
    const { pageOf } = index;
    const count = pageOf.length;
    // Of each section and, behind all of them, of each page.
    const [sums, met, own] = [1, 2, 3].map(() => new Float64Array(2 * count));
    let all = 0;
    for (const { matched, weight, part } of groups) {
      let found = 0.5;
      for (const { weight, entry } of matched) found += weight * (entry.list ??= numbers(entry.behind)).length;
      const rarity = weight * Math.log(1 + count / found);
      const places = [];
      const raise = (place, value) => {
        if (!own[place]) places.push(place);
        if (own[place] < value) own[place] = value;
      };
      if (!part) all += rarity;
      for (const { weight, entry } of matched) {
        let section = 0;
        for (const posting of entry.list) {
          section += posting >> 4;
          const value = weight * rarity * ((posting & 15) + 1);
          raise(section, value);
          raise(count + pageOf[section], value);
        }
      }
      for (const place of places) {
        sums[place] += own[place];
        own[place] = 0;
        if (!part) met[place] += rarity;
      }
    }
    const scoreOf = (place) => sums[place] * (met[place] / all) ** 2;
    const pages = [];
    pageOf.forEach((page, section) => {
      const score = sums[section] && scoreOf(count + page) + 2 * scoreOf(section);
      if (score > (pages[page]?.score ?? 0) && isChosen(page)) pages[page] = { page, section, score };
    });
    return pages.flat().sort(byScore);
  };

  // The best pages for a question, among those that have the chosen values of facets.
  const find = async (query, limit, chosen = {}) => {
    await (opening ??= openIndex());
    const groups = await groupsOf(query);
    const ranked = rank(groups, (page) =>
      index.facets.every(({ name, values, pages }) => !chosen[name] || values[pages[page] - 1] === chosen[name]));
    const typed = phraseOf(query);
    const results = await Promise.all(ranked.slice(0, limit).map(async ({ page, section, score }) => {
      const [title, address, parts] = (await shard("d", page >> 2))[page & 3];
      const at = (section - index.pageOf.indexOf(page)) * 3;
      return {
        page: address,
        href: root + address + parts[at + 1],
        shown: {
          title,
          facts: index.facets.flatMap(({ values, pages }) => values[pages[page] - 1] ?? []).join(" · "),
          heading: parts[at],
          text: parts[at + 2],
        },
        score: [title, parts[at]].map(phraseOf).includes(typed) ? 2 * score : score,
      };
    }));
    results.sort(byScore);
    return { count: ranked.length, results, matched: groups.flatMap(({ matched }) => matched.map(({ entry }) => entry.term)) };
  };

  // ---- What readers see.

  const form = box.querySelector("form");
  const input = form.elements.q;
  const list = box.querySelector("[data-search-list]");
  const status = box.querySelector("[data-search-status]");
  const isDialog = box.matches("dialog");
  let turn = 0;
  let at = 0;
  let started;

  // A text from a little before the first thing in it that was looked for, with all of these marked.
  const marked = (text, matched) => {
    const pieces = text.split(/([\p{L}\p{N}\p{M}]+)/u);
    const isHit = (piece) => matched.some((term) => fold(piece).startsWith(term));
    const start = Math.max(0, pieces.findIndex(isHit) - 24);
    return pieces.slice(start).map((piece) => (isHit(piece) ? make("mark", {}, piece) : piece));
  };

  const linkTo = (href, name, ...content) => make("a", { href, className: "search-" + name }, ...content);

  const show = (links) => {
    list.replaceChildren(...links.map((link, i) => isDialog
      ? Object.assign(link, { role: "option", tabIndex: -1, id: "_search-" + i })
      : make("li", {}, link)));
    choose(0);
  };

  const choose = (next) => {
    if (!isDialog) return;
    const links = [...list.children];
    at = (next + links.length) % links.length || 0;
    const chosen = links[at];
    for (const link of links) link.ariaSelected = link === chosen;
    input.ariaExpanded = !!chosen;
    input.setAttribute("aria-activedescendant", chosen?.id ?? "");
    chosen?.scrollIntoView({ block: "nearest" });
  };

  const recent = () => portico.read("searches") ?? [];

  const everything = (query) => form.action + "?q=" + encodeURIComponent(query);

  const update = async () => {
    const own = ++turn;
    let links = [];
    let told = "";
    try {
      await (opening ??= openIndex());
      if (!started) start();
      const query = input.value.trim();
      const chosen = Object.fromEntries(new FormData(form));
      if (!isDialog) for (const name in chosen) portico.show(name, chosen[name]);
      else if (!query) links = recent().map((query) => linkTo(everything(query), "recent", query));
      if (query) {
        const { count, results, matched } = await find(input.value, isDialog ? 8 : 20, chosen);
        links = results.map(({ href, shown }) => linkTo(href, "result", ...Object.entries(shown).map(([name, text]) =>
          make("span", { className: "search-" + name }, ...marked(text, matched)))));
        if (isDialog && count > links.length) links.push(linkTo(everything(query), "all", texts.all));
        told = count ? texts.found.replace("{n}", count) : texts.none;
      }
    } catch {
      // The site may have been published anew, so that the files of the index have other names.
      [files, opening, told] = [{}, null, texts.failed];
    }
    if (own !== turn) return;
    show(links);
    status.textContent = told;
  };

  // What can be chosen from, and what the address of search.html asks for.
  const start = () => {
    started = true;
    for (const { name, values } of index.facets) {
      const select = form.elements[name];
      select?.append(...values.map((value) => new Option(value)));
      if (!values[0]) select?.remove();
    }
    if (isDialog) return;
    for (const [name, value] of new URLSearchParams(location.search)) if (form.elements[name]) form.elements[name].value = value;
    box.hidden = false;
  };

  const open = () => {
    if (isDialog) box.showModal();
    input.select();
    update();
  };

  addEventListener("keydown", (event) => {
    const { key, target } = event;
    const step = { ArrowDown: 1, ArrowUp: -1 }[key];
    if (step && target === input) choose(at + step);
    else if (key === "/" ? !target.matches("input,select,textarea,[contenteditable]") : key === "k" && (event.metaKey || event.ctrlKey)) open();
    else return;
    event.preventDefault();
  });
  addEventListener("click", (event) => {
    const { target } = event;
    const link = target.closest("a");
    if (target.closest("[data-search-close]")) box.close();
    if (link?.matches("[data-search-open]") && !event.metaKey && !event.ctrlKey) {
      event.preventDefault();
      open();
    } else if (link && list.contains(link)) {
      portico.write("searches", [...new Set([input.value.trim() || link.textContent, ...recent()])].slice(0, 5));
      if (isDialog) box.close();
    }
  });
  form.oninput = update;
  form.onsubmit = () => {
    list.children[at]?.click();
    return false;
  };

  self.porticoSearch = find;
  if (!document.querySelector("[data-nearest]")) open();
})();
