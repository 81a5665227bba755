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
    const field = document.createElement("textarea");
    field.value = await text;
    field.className = "visually-hidden";
    const focused = document.activeElement;
    document.body.append(field);
    field.select();
    const isCopied = document.execCommand("copy");
    field.remove();
    focused.focus({ preventScroll: true });
    if (!isCopied) throw new Error("The text could not be copied.");
  }
};

const tell = (button) => {
  status.textContent = template.dataset.copied;
  button.dataset.done = "";
  clearTimeout(button.timer);
  button.timer = setTimeout(() => {
    status.textContent = "";
    delete button.dataset.done;
  }, 2000);
};

const textOf = (code) => {
  const copy = code.cloneNode(true);
  // What a reader would not type: prompts, lines that a change takes away, marks of notes.
  for (const part of copy.querySelectorAll(".q, del, a.note")) part.remove();
  // With prompts, what is not typed is the answer of the terminal.
  if (code.querySelector(".q")) for (const part of copy.querySelectorAll(".o")) part.remove();
  const text = copy.textContent.replace(/\n+$/, "");
  return code.querySelector(".q") ? text.replace(/\n{2,}/g, "\n").trim() : text;
};

if (template) {
  for (const code of document.querySelectorAll("pre > code")) {
    const pre = code.parentElement;
    const box = document.createElement("div");
    box.className = "copyable";
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
