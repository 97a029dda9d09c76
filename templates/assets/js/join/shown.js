/* One value of a draft as nodes, by its kind. */

import { element } from "../dom.js";
import { say } from "../words.js";
import { isMapping } from "./draft.js";
import { blocks } from "./markdown.js";
import { dayOf, nameOf, spelt } from "./called.js";

/** A text, or its version in `language` where there are several. */
export function textIn(answer, language) {
  if (!isMapping(answer)) return String(answer);
  return answer.text ?? answer[language] ?? Object.values(answer)[0] ?? "";
}

const listOf = (answer) => (Array.isArray(answer) ? answer : [answer]);

/** The `answer` of `spec` drawn; `read` is what becomes of a text, `mark` what stands behind one entry. */
export function drawValue(spec, answer, { read, rules, mark }) {
  const text = (one) => read(textIn(one, rules.language));
  const tag = (one) => spelt(text(one), spec.name, rules);
  const line = (words) => element("p", { dir: "auto" }, words);
  switch (spec.kind) {
    case "prose":
      return element("div", { class: "prose", dir: "auto" }, ...blocks(text(answer)));
    case "tags":
      return tags(listOf(answer).map((one) => [tag(one), mark(one)]));
    case "language":
    case "languages":
      return tags(listOf(answer).map((one) => [nameOf(textIn(one), "language"), ""]));
    case "availability":
      return tags(listOf(answer).map((one) => [untilOf(one, tag), mark(one)]));
    case "items":
    case "dated":
      return element("ul", { class: "entries" }, ...listOf(answer).map((one) => entry(one, text(one), mark(one))));
    case "country":
      return line(nameOf(answer, "region"));
    case "links":
      return element("ul", { class: "links" }, ...pairs(answer).map(([label, url]) => element("li", {}, read(label), " ", element("span", { class: "links__host", dir: "ltr" }, url))));
    case "contact":
      return ways(answer, rules, mark);
    case "date":
      return line(dayOf(answer, { year: "numeric", month: "long", day: "numeric" }));
    case "month-day":
      return line(dayOf(`2000-${answer}`, { month: "long", day: "numeric" }));
    default:
      return line(text(answer));
  }
}

const pairs = (answer) => (isMapping(answer) ? Object.entries(answer) : []);

function tags(words) {
  return element("ul", { class: "tags" }, ...words.map(([word, mark]) => element("li", {}, element("span", { class: "tag" }, word), " ", mark)));
}

function untilOf(one, tag) {
  if (!isMapping(one) || Object.hasOwn(one, "text")) return tag(one);
  const [[word, day]] = Object.entries(one);
  return say("{what} until {day}", { what: tag(word), day: dayOf(day, { year: "numeric", month: "long", day: "numeric" }) });
}

function entry(one, text, mark) {
  const since = isMapping(one) && one.since ? dayOf(one.since, { year: "numeric", month: "long" }) : "";
  const day = since ? element("p", { class: "entry__day" }, say("since {month}", { month: since })) : "";
  return element("li", { class: "entry" }, element("p", { dir: "auto" }, text, " ", mark), day);
}

function ways(answer, rules, mark) {
  const labels = Object.fromEntries(rules.contacts);
  const way = (pair) => element("div", { class: "way" },
    element("dt", {}, labels[pair[0]] ?? pair[0], " ", mark(pair)), element("dd", {}, element("bdi", {}, pair[1])));
  return element("dl", { class: "ways" }, ...pairs(answer).map(way));
}
