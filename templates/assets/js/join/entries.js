/* The answers that are lists, each entry as one line of a message; the same as generator/acquaint/drafting/entries.py. */

import { say } from "../words.js";
import { isMapping } from "./draft.js";

export const WORDED = ["text", "prose", "place"];
const LISTS = ["tags", "items", "availability"];
const ISO_DAY = /^[0-9]{4}-[0-9]{2}-[0-9]{2}$/;
const LANGUAGE_CODE = /^[A-Za-z0-9_.-]+$/;
const MARK =
  /\\?[[［【〔]\s{0,3}(as is|members|everyone|since|until)(?![\p{L}\p{N}_])([^[\]［］【】〔〕\\]*)\\?[\]］】〕]\s*$|(?<![\p{L}\p{N}_])members only[^\p{L}\p{N}_]{0,5}$/iu;
const STABLE =
  /^(?!mailto:|tel:)[^<[\s\u2010-\u2015\u2212\ufe58\ufe63\uff01-\uff5e\u2018-\u201f](?:[^\s\u2010-\u2015\u2212\ufe58\ufe63\uff01-\uff5e\u2018-\u201f]| (?! ))*$/i;

/** True if no chat changes `text`, one line, beyond what reading mends. */
export function isStable(text) {
  return STABLE.test(text);
}

/** `text`, with a mark behind it that says so if its end could be taken for one. */
export function unmarked(text) {
  return MARK.test(text) ? `${text} [as is]` : text;
}

/** Each entry of `answer` in one line, or null if it has another shape than its type knows. */
export function entriesOf(kind, answer) {
  const lines = linesOf(kind, answer);
  return lines?.every((line) => line !== null) ? lines : null;
}

function linesOf(kind, answer) {
  if (kind === "links") return isMapping(answer) ? Object.entries(answer).map(link) : null;
  if (kind === "dated" && isMapping(answer)) return [marked(answer)];
  if (!Array.isArray(answer)) return null;
  if (kind === "languages") return answer.map((item) => (typeof item === "string" && LANGUAGE_CODE.test(item) ? item : null));
  return LISTS.includes(kind) ? answer.map((item) => itemLine(kind, item)) : null;
}

function isLine(text) {
  return typeof text === "string" && text !== "" && !text.includes("\n") && text === text.trim();
}

function link([label, url]) {
  if (typeof url !== "string" || !isLine(label) || !isStable(url.replace(/^mailto:/, ""))) return null;
  return `${label.replaceAll("\\", "\\\\").replaceAll("=", "\\=")} = ${url}`;
}

function itemLine(kind, item) {
  if (typeof item === "string") return isLine(item) ? unmarked(item) : null;
  if (!isMapping(item)) return null;
  return kind === "availability" && !Object.hasOwn(item, "text") ? until(item) : marked(item);
}

function until(item) {
  const [[word, day], ...others] = Object.entries(item);
  if (others.length || !isLine(word) || typeof day !== "string" || !ISO_DAY.test(day)) return null;
  const phrase = say("until {day}", { day });
  return `${unmarked(word)} [${coded("until", phrase)}]`;
}

function marked(item) {
  const { text, since = "", for: audience = "", ...others } = item;
  const audiences = { members: say("members only"), everyone: say("everyone") };
  if (Object.keys(others).length || !isLine(text)) return null;
  if ((since && !ISO_DAY.test(since)) || (audience && !Object.hasOwn(audiences, audience))) return null;
  const marks = [
    ...(since ? [coded("since", say("since {day}", { day: since }))] : []),
    ...(audience ? [coded(audience, audiences[audience])] : []),
  ];
  return [unmarked(text), ...marks.map((mark) => `[${mark}]`)].join(" ");
}

/** `phrase`, with the word in front that it is read by in every language. */
function coded(code, phrase) {
  return phrase.startsWith(code) ? phrase : `${code}: ${phrase}`;
}
