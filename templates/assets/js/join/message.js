/*
 * A draft as a message to the organiser: text that people read, and that stays what it says on its way through a chat.
 * The same text as generator/acquaint/drafting/message.py, which says more, and which alone reads it back.
 */

import { say } from "../words.js";
import { isMapping, ordered, STEERING, textsOf, tidy } from "./draft.js";
import { entriesOf, isStable, unmarked, WORDED } from "./entries.js";

const TAG = /^[A-Za-z]{2,3}([-_][A-Za-z0-9]+)*$/;
const KIND = /^[a-z]{2,20}$/;
const FREE = [...WORDED, "tags", "items", "availability", "dated"];
const SIGNS = /[[\]［］【】〔〕|｜*_~`\\:：\s]+/g;

/** `draft` as text in the page's language. */
export function messageOf(draft, rules) {
  const whole = tidy(draft);
  const { above, below } = ordered(whole, rules);
  const closings = closingsOf(whole.answers);
  const end = say("End of the introduction");
  const steering = STEERING.filter((name) => Object.hasOwn(whole.answers, name));
  return letter(
    line(say("An introduction for {community}", { community: rules.community }), "handle", whole.handle),
    ...[...above, ...below, ...steering].flatMap((name) => answerLines(name, whole.answers[name], rules)),
    // Told at the end, too, so that nothing is opened to everyone when a line is lost on the way.
    `${end} [end${closings ? ` ${closings}` : ""}]`,
  );
}

/** How many times a draft says that something is for fewer people than everyone. */
function closingsOf({ private: closed, listing = "everyone", ...fields }) {
  return textsOf(closed).length + Number(listing !== "everyone") + closedIn(Object.values(fields));
}

function closedIn(answer) {
  if (typeof answer === "string") return 0;
  if (Array.isArray(answer)) return answer.reduce((sum, item) => sum + closedIn(item), 0);
  return Number(answer.for === "members") + closedIn(Object.values(answer));
}

function letter(...lines) {
  return `${lines.join("\n")}\n`;
}

function answerLines(name, answer, rules) {
  const lines = usual(name, answer, rules);
  // An answer of an unusual shape is written exactly: `check` will tell what is wrong with it.
  return lines.length ? lines : [line(labelOf(name, rules), `${name} raw`), textLine(JSON.stringify(answer))];
}

function usual(name, answer, rules) {
  const label = labelOf(name, rules);
  const ofLists = ["private", "public"].includes(name) ? "languages" : "";
  const kind = rules.fields.find((one) => one.name === name)?.kind ?? ofLists;
  if (isMapping(answer) && [...WORDED, "contact"].includes(kind)) return parts(name, label, kind, answer, rules);
  if (typeof answer === "string") return text(label, name, kind, answer);
  const entries = entriesOf(kind, answer);
  if (!entries) return [];
  if (["languages", "dated"].includes(kind)) return [line(label, name, entries.join(", "))];
  return [line(label, name), ...entries.map((entry, at) => `${at + 1}) ${entry}`)];
}

function parts(name, label, kind, answer, rules) {
  const kinds = new Map(rules.contacts);
  const lines = Object.entries(answer).map(([key, value]) => {
    const called = kind === "contact" ? (kinds.get(key) ?? key) : `${label} (${key})`;
    const isUsual = typeof value === "string" && (kind === "contact" ? KIND : TAG).test(key);
    return isUsual ? text(called, `${name}.${key}`, kind, value) : [];
  });
  return lines.every((some) => some.length) ? lines.flat() : [];
}

/** A line, or lines of text; none where a chat could change what is no free text. */
function text(label, key, kind, value) {
  if (kind === "prose") return [line(label, key), ...value.split("\n").map(textLine)];
  const isFree = FREE.includes(kind);
  if (value.includes("\n") || ["links", "languages"].includes(kind) || !(isFree || isStable(value))) return [];
  return [line(label, key, isFree && !WORDED.includes(kind) ? unmarked(value) : value)];
}

function labelOf(name, rules) {
  const directives = {
    private: say("For members only"),
    public: say("For everyone"),
    listing: say("Listed for"),
    lang: say("Language of the texts"),
  };
  const field = rules.fields.find((one) => one.name === name);
  return field?.label ?? (Object.hasOwn(directives, name) ? directives[name] : name);
}

function line(label, key, value = "") {
  return `${label.replace(SIGNS, " ").trim()} [${key}]: ${value}`.trimEnd();
}

/** One line of a longer text; a sign at its end keeps blanks that would be lost. */
function textLine(value) {
  return `${value ? `| ${value}` : "|"}${/[\s|｜]$/.test(value) ? "|" : ""}`;
}
