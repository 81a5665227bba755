// Copies code, and the Markdown of the page.
const template = document.querySelector("template[data-copy]");
const status = document.querySelector("[data-status]");

const put = async (text) => {
  try {
    // With a promise, the browser still knows of the click when the text has come.
    const blob = Promise.resolve(text).then((words) => new Blob([words], { type: "text/plain" }));
    blob.catch(() => {});
    await navigator.clipboard.write([new ClipboardItem({ "text/plain": blob })]);
  } catch {
    // There is no clipboard on a page from http.
    const field = portico.make("textarea", { value: await text, className: "visually-hidden" });
    const focused = document.activeElement;
    document.body.append(field);
    field.select();
    const isCopied = document.execCommand("copy");
    field.remove();
    focused.focus({ preventScroll: true });
    return isCopied || Promise.reject();
  }
};

const tell = (button) => {
  status.textContent = template.dataset.copied;
  button.dataset.done = "";
  setTimeout(() => {
    status.textContent = "";
    delete button.dataset.done;
  }, 2000);
};

const textOf = (code) => {
  const copy = code.cloneNode(true);
  // What a reader would not type: prompts with the answers to them, lines that a change takes away, marks of notes.
  const answers = code.querySelector(".q") ? ".q, .o, " : "";
  for (const part of copy.querySelectorAll(answers + "del, a.note")) part.remove();
  const text = copy.textContent.trimEnd();
  return answers ? text.replace(/\n+/g, "\n").trim() : text;
};

if (template) {
  for (const code of document.querySelectorAll("pre > code")) {
    const pre = code.parentElement;
    const box = portico.make("div", { className: "copyable" });
    pre.before(box);
    const button = template.content.firstElementChild.cloneNode(true);
    box.append(pre, button);
    button.onclick = () => put(textOf(code)).then(() => tell(button), () => getSelection().selectAllChildren(code));
  }
  for (const button of document.querySelectorAll("[data-copy-address]")) {
    const text = () =>
      fetch(button.dataset.copyAddress).then((answer) => (answer.ok ? answer.text() : Promise.reject(answer.status)));
    // A page from disk may not read another file: the reader sees the file instead.
    button.onclick = () => put(text()).then(() => tell(button), () => (location.href = button.dataset.copyAddress));
  }
}
