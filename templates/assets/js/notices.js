/* What there is to say about an answer: slips that were forgiven, what to loosen, how to ask for what nobody offers. */

import { button, element, people } from "./dom.js";

/**
 * The notices for `answer`, as nodes. `named(condition)` is what people call one, `written(word)` how a folded word is
 * written in what was found; `act` does what is offered.
 */
export function notices(answer, { named, written, act, ask }) {
  const slips = answer.words.filter((word) => word.instead.length).map((word) => forgiven(word, written));
  if (answer.members.length) return slips;
  const unknown = answer.words.filter((word) => !word.found).map((word) => nobodySays(word, act));
  return [...slips, element("div", { class: "nobody" }, heading(answer), ...unknown, loosen(answer, named, act), ask())];
}

function forgiven(word, written) {
  const meant = word.instead.slice(0, 3).map((one) => `“${written(one)}”`).join(", ");
  return element("p", { class: "notice" }, `Nobody says “${word.said}”, so these are people who say ${meant}.`);
}

function heading(answer) {
  const said = answer.conditions.length > 1 ? "Nobody fits all of that" : "Nobody fits that";
  return element("h3", { class: "nobody__title" }, said);
}

function nobodySays(word, act) {
  const said = element("p", {}, `Nobody here says “${word.said}”. `);
  if (word.nearest) {
    said.append(button(`Search for “${word.nearest}”`, "link", () => act.instead(word.text, word.nearest)));
  }
  return said;
}

/** What leads to somebody: one condition less, or where that isn't enough, one alone. */
function loosen(answer, named, act) {
  const list = element("ul");
  const offer = (conditions, said, follow) => {
    const ways = conditions.filter((one) => one.members > 0).sort((one, other) => other.members - one.members);
    for (const way of ways) {
      const label = `${said} ${named(way)}: ${people(way.members)}`;
      list.append(element("li", {}, button(label, "link", () => follow(way))));
    }
  };
  if (answer.conditions.length > 1) {
    offer(answer.conditions.map((one) => ({ ...one, members: one.without })), "Without", act.without);
    if (list.children.length === 0) offer(answer.conditions.map((one) => ({ ...one, members: one.alone })), "Only", act.only);
  }
  list.append(element("li", {}, button("Clear all and see everybody", "link", act.clear)));
  return list;
}

/** What was looked for, as an ask: a sentence for a chat, and an entry for one's own introduction. */
export function askFor(sentence, day) {
  const entry = (text) => `asks:\n  - {text: ${JSON.stringify(text)}, since: ${day}}`;
  const told = element("p", { class: "visually-hidden", role: "status" });
  const copy = async (text) => {
    try {
      await navigator.clipboard.writeText(text);
      told.textContent = "Copied.";
      told.classList.remove("visually-hidden");
    } catch {
      field.focus();
      field.select();
    }
  };
  const field = element("textarea", { class: "ask__text", rows: 2, "aria-label": "What you ask for" });
  field.value = sentence;
  return element(
    "section",
    { class: "ask", "aria-label": "Ask for it" },
    element("h4", { class: "ask__title" }, "Ask for it"),
    element("p", {}, "Whoever can help may not have written it down. Put your request where they will read it."),
    field,
    element(
      "p",
      { class: "ask__ways" },
      button("Copy for a chat", "button", () => copy(field.value)),
      button("Copy for my introduction", "button", () => copy(entry(field.value))),
    ),
    told,
  );
}
