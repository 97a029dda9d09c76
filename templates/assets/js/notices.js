/* What there is to say about an answer: slips that were forgiven, what to loosen, how to ask for what nobody offers. */

import { copy } from "./clipboard.js";
import { button, element } from "./dom.js";
import { count, either, quoted, say } from "./words.js";

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
  const meant = either(word.instead.slice(0, 3).map((one) => quoted(written(one))));
  const said = say("Nobody says “{word}”, so these are people who say {meant}.", { word: word.said, meant });
  return element("p", { class: "notice" }, said);
}

function heading(answer) {
  const said = answer.conditions.length > 1 ? say("Nobody fits all of that") : say("Nobody fits that");
  return element("h3", { class: "nobody__title" }, said);
}

function nobodySays(word, act) {
  const said = element("p", {}, say("Nobody here says “{word}”.", { word: word.said }));
  if (word.nearest) {
    const label = say("Search for “{word}”", { word: word.nearest });
    said.append(" ", button(label, "link", () => act.instead(word.text, word.nearest)));
  }
  return said;
}

/** What leads to somebody: one condition less, or where that isn't enough, one alone. */
function loosen(answer, named, act) {
  const list = element("ul");
  const offer = (conditions, label, follow) => {
    const ways = conditions.filter((one) => one.members > 0).sort((one, other) => other.members - one.members);
    for (const way of ways) {
      list.append(element("li", {}, button(label(named(way), way.members), "link", () => follow(way))));
    }
  };
  if (answer.conditions.length > 1) {
    offer(answer.conditions.map((one) => ({ ...one, members: one.without })), without, act.without);
    if (list.children.length === 0) offer(answer.conditions.map((one) => ({ ...one, members: one.alone })), only, act.only);
  }
  list.append(element("li", {}, button(say("Clear all and see everybody"), "link", act.clear)));
  return list;
}

function without(condition, n) {
  return count("Without {condition}: {n} person", "Without {condition}: {n} people", n, { condition });
}

function only(condition, n) {
  return count("Only {condition}: {n} person", "Only {condition}: {n} people", n, { condition });
}

/** What was looked for, as an ask: a sentence for a chat, and an entry for one's own introduction. */
export function askFor(sentence, day) {
  const entry = (text) => `asks:\n  - {text: ${JSON.stringify(text)}, since: ${day}}`;
  const told = element("p", { class: "quiet", role: "status" });
  const field = element("textarea", { class: "ask__text", rows: 2, "aria-label": say("What you ask for") });
  field.value = sentence;
  return element(
    "section",
    { class: "ask", "aria-label": say("Ask for it") },
    element("h4", { class: "ask__title" }, say("Ask for it")),
    element("p", {}, say("Whoever can help may not have written it down. Put your request where they will read it.")),
    field,
    element(
      "p",
      { class: "ask__ways" },
      button(say("Copy for a chat"), "button", () => copy(field, told)),
      button(say("Copy for my introduction"), "button", () => copy(field, told, entry(field.value))),
    ),
    told,
  );
}
