/* What of a draft goes where others can read it, and what goes to the organiser alone. */

import { languageOfDraft } from "./checks.js";
import { isMapping, publicPart, tidy } from "./draft.js";
import { personOf } from "./person.js";
import { withheld } from "./withhold.js";

/* Kinds whose texts somebody wrote; the others hold codes, days and addresses. */
const WRITTEN = ["text", "prose", "place", "tags", "items", "dated", "availability"];
const KEPT = ["since", "for"];
const DAY = /^\d{4}-\d{2}-\d{2}$/;
const same = (one, other) => JSON.stringify(one) === JSON.stringify(other);

/** The public part with its texts as strangers read them: without the name, the employer and contacts that are private. */
export function readByAll(draft, rules) {
  const open = publicPart(draft, rules);
  const [person, language] = [personOf(draft, rules), languageOfDraft(draft, rules)];
  const changed = (answer, lang) => {
    if (typeof answer === "string") return withheld(answer, person, lang).text;
    if (Array.isArray(answer)) return answer.map((one) => changed(one, lang));
    return Object.fromEntries(Object.entries(answer).map((entry) => part(entry, lang)));
  };
  const part = ([key, value], lang) => {
    if (KEPT.includes(key)) return [key, value];
    // Behind a word stands the day it ends; else it is a text, or its version in a language.
    if (DAY.test(value)) return [changed(key, lang), value];
    return [key, changed(value, key === "text" ? lang : key)];
  };
  const answers = { ...open.answers };
  for (const { name, kind } of rules.fields) {
    if (WRITTEN.includes(kind) && Object.hasOwn(answers, name)) answers[name] = changed(answers[name], language);
  }
  return { handle: open.handle, answers };
}

/** True if everyone may read all of `draft` as it is. */
export function isForAll(draft, rules) {
  const left = Object.keys(privatePart(draft, rules).answers).length;
  return !left && same(readByAll(draft, rules), publicPart(draft, rules));
}

/** What of `draft` is for members: the fields, entries and contacts that aren't in its public part. */
export function privatePart(draft, rules) {
  const open = publicPart(draft, rules).answers;
  const answers = {};
  for (const [name, answer] of Object.entries(tidy(draft).answers)) {
    if (!rules.fields.some((spec) => spec.name === name)) continue;
    const kept = without(answer, open[name]);
    if (kept) answers[name] = kept;
  }
  return { handle: draft.handle, answers };
}

function without(answer, open) {
  if (open === undefined) return answer;
  if (Array.isArray(answer)) {
    const left = answer.filter((one) => !open.some((other) => same(one, other)));
    return left.length ? left : null;
  }
  if (!isMapping(answer)) return null;
  const left = Object.entries(answer).filter(([key]) => !Object.hasOwn(open, key));
  return left.length ? Object.fromEntries(left) : null;
}
