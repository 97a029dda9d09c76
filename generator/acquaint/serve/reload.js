// Asks `acquaint serve` for news: reloads the page after a good build, shows the problems of a bad one over it.
// The server adds this script to a page while answering; no published page holds it.

const build = Number(new URL(import.meta.url).searchParams.get("build"));
const dismissedKey = "acquaint-problems-dismissed";
const pauseAfterFailure = 2000; // ms; the server may be starting again

const memory = storage();

let dialog = null;
let serial = null;

for (;;) {
  await visible();
  const news = await ask();
  if (news === null) {
    await new Promise((done) => setTimeout(done, pauseAfterFailure));
    continue;
  }
  if (news.build !== build) {
    location.reload();
    break;
  }
  if (news.serial !== serial) {
    serial = news.serial;
    show(news.problems);
  }
}

// A browser opens six connections to a server at most, for all its tabs together: so only the visible one asks.
function visible() {
  return new Promise((done) => {
    if (document.hidden) document.addEventListener("visibilitychange", () => done(), { once: true });
    else done();
  });
}

async function ask() {
  const asking = new AbortController();
  document.addEventListener("visibilitychange", () => asking.abort(), { signal: asking.signal });
  try {
    const response = await fetch(`/-/events?since=${serial ?? ""}`, { signal: asking.signal, cache: "no-store" });
    return response.ok ? await response.json() : null;
  } catch {
    return null;
  } finally {
    asking.abort();
  }
}

function show(problems) {
  if (problems === "") {
    dialog?.close();
    return;
  }
  if (memory?.getItem(dismissedKey) === String(serial)) return;
  dialog ??= makeDialog();
  dialog.querySelector("pre").textContent = problems;
  if (!dialog.open) dialog.showModal();
}

// A modal dialog: Escape closes it, and the focus goes back to where it was.
function makeDialog() {
  const made = element("dialog", { class: "acquaint-overlay", lang: "en", dir: "ltr", "aria-labelledby": "acquaint-overlay-title" });
  const close = element("button", { type: "button" }, "Close");
  close.addEventListener("click", () => dismiss());
  made.addEventListener("cancel", () => dismiss());
  made.append(
    element("h2", { id: "acquaint-overlay-title" }, "The site could not be built"),
    element("p", {}, "Behind this are the last good pages. This goes away once the problems are mended."),
    element("pre", { role: "alert", tabindex: "0" }),
    close,
  );
  document.body.append(made);
  return made;
}

// What was closed once stays closed, on other pages too, until the problems change.
function dismiss() {
  memory?.setItem(dismissedKey, String(serial));
  dialog.close();
}

// Null where the reader's settings forbid it.
function storage() {
  try {
    return window.sessionStorage;
  } catch {
    return null;
  }
}

function element(name, attributes, text = "") {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.textContent = text;
  return made;
}
