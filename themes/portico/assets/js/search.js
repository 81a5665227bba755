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
  const entries = async (kind, number) => {
    let term = "";
    return (await shard(kind, number)).split("\t").map((entry) => {
      const end = entry.indexOf("!");
      term = term.slice(0, entry.charCodeAt(0) - 35) + entry.slice(1, end);
      return [term, entry.slice(end + 1)];
    });
  };

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
      .replace(/[\u00c0-\u024f\u1e00-\u1eff]/g, (letter) => letter.normalize("NFD")[0])
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

  // ---- What a word may stand for: terms with their weights.

  const hits = async (word, isOpen) => {
    const stem = word.length > 4 ? word.replace(/(s|es|e|ed|ing)$/, "") : word;
    const end = isOpen ? word + "\uffff" : word;
    const shards = [];
    index.first.forEach((first, i) => {
      if (first <= end && !(index.first[i + 1] <= stem) && !shards[2]) shards.push(entries("t", i));
    });
    const list = (await Promise.all(shards)).flat().flatMap(([term, postings]) => {
      if (term === word) return { term, postings, weight: 1 };
      const isEnding = term.startsWith(stem) && /^(s|es|e|d|ed|ing|er|ers|ion|ions)?$/.test(term.slice(stem.length));
      const isBeginning = isOpen && term.startsWith(word) && word.includes(" ") === term.includes(" ");
      return isEnding || isBeginning ? { term, postings, weight: 0.4 } : [];
    });
    return list[0] || isOpen ? list : hits(word, true);
  };

  const weighed = async (list, weight) => (await list).map((hit) => ({ ...hit, weight: hit.weight * weight }));

  // Edit distance where two letters that changed places are one mistake.
  const distance = (a, b) => {
    const rows = [];
    for (let i = 0; i <= a.length; i++) {
      rows[i] = [];
      for (let j = 0; j <= b.length; j++) {
        rows[i][j] = i && j
          ? Math.min(rows[i - 1][j] + 1, rows[i][j - 1] + 1, rows[i - 1][j - 1] + (a[i - 1] !== b[j - 1]),
              a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? rows[i - 2][j - 2] + 1 : 9)
          : i + j;
      }
    }
    return rows[a.length][b.length];
  };

  const corrections = async (word) => {
    const most = word.length < 4 ? 0 : word.length < 8 ? 1 : 2;
    const lists = index.lengths.map((length) => most && Math.abs(length - word.length) <= most ? entries("w", length) : []);
    const near = (await Promise.all(lists)).flat()
      .map(([term, count]) => ({ term, off: distance(word, term), count: numbers(count)[0] }))
      .filter(({ off }) => off <= most)
      .sort((a, b) => a.off - b.off || b.count - a.count)
      .slice(0, 3);
    return (await Promise.all(near.map(({ term, off }) => weighed(hits(term), 0.6 ** off)))).flat();
  };

  // Of a question: its words, those that stand side by side, and what means the same, each with what it may stand for.
  const groupsOf = (query) => {
    const list = terms(query);
    const phrase = phraseOf(query);
    const whole = phrase.split(" ");
    const groups = list.map(async ({ text, part }) => {
      const matched = await hits(text, text === whole.at(-1) && text.length > 1);
      return { weight: part ? 0.4 : 1, counts: !part, matched: matched[0] ? matched : await corrections(text) };
    });
    whole.slice(1).forEach((word, i) =>
      groups.push(hits(whole[i] + " " + word, i === whole.length - 2).then((matched) => ({ weight: 0.8, matched }))));
    for (const group of index.synonyms) {
      const meant = group.find((other) => (" " + phrase + " ").includes(" " + other + " "));
      const place = meant && list.findIndex(({ text }) => text === meant.split(" ")[0]);
      if (!meant) continue;
      const own = groups[place];
      const others = Promise.all(group.map((other) => (other === meant ? [] : weighed(hits(other), 0.7))));
      groups[place] = others.then(async (lists) => ({ ...(await own), matched: (await own).matched.concat(lists.flat()) }));
    }
    return Promise.all(groups);
  };

  // ---- Scores: of each page what its best section says of each word, and of one section what it says of all of them.

  const raise = (list, place, value) => (list[place] = Math.max(list[place] ?? 0, value));

  const rank = (groups) => {
    const pages = [];
    const sections = [];
    let all = 0;
    for (const { matched, weight, counts } of groups) {
      const lists = matched.map(({ weight, postings }) => [weight, numbers(postings)]);
      const count = lists.reduce((sum, [weight, list]) => sum + weight * list.length, 0.5);
      const rarity = weight * Math.log(1 + index.pageOf.length / count);
      const best = [];
      const bestOfPage = [];
      if (counts) all += rarity;
      for (const [weight, list] of lists) {
        let section = 0;
        for (const posting of list) {
          section += posting >> 4;
          const value = weight * rarity * ((posting & 15) + 1);
          const page = index.pageOf[section];
          raise(best, section, value);
          raise(bestOfPage, page, value);
        }
      }
      best.forEach((value, section) => (sections[section] = (sections[section] ?? 0) + value));
      bestOfPage.forEach((value, page) => {
        pages[page] ??= { page, sum: 0, met: 0, best: 0 };
        pages[page].sum += value;
        if (counts) pages[page].met += rarity;
      });
    }
    sections.forEach((best, section) => {
      const entry = pages[index.pageOf[section]];
      if (best > entry.best) Object.assign(entry, { best, section });
    });
    return pages
      .filter((entry) => (entry.score = (entry.sum + 2 * entry.best) * (entry.met / all) ** 2))
      .sort((a, b) => b.score - a.score);
  };

  // The best pages for a question, among those that have the chosen values of facets.
  const find = async (query, limit, chosen = {}) => {
    await (opening ??= openIndex());
    const groups = await groupsOf(query);
    const kept = rank(groups).filter(({ page }) =>
      index.facets.every(({ name, values, pages }) => !chosen[name] || values[pages[page] - 1] === chosen[name]));
    const typed = phraseOf(query);
    const results = await Promise.all(kept.slice(0, limit).map(async ({ page, section, score }) => {
      const [title, address, parts] = (await shard("d", page >> 3))[page & 7];
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
        score: phraseOf(title) === typed ? 2 * score : score,
      };
    }));
    results.sort((a, b) => b.score - a.score);
    const matched = groups.flatMap(({ matched }) => matched.map(({ term }) => term));
    return { count: kept.length, results, matched };
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
