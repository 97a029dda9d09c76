/* What a draft may look like. One that was kept, or that a file gives, may be older than this form, or somebody's bad joke. */

import { isMapping, LISTINGS, STEERING } from "./draft.js";

const isText = (one) => typeof one === "string";
const areTexts = (one) => isMapping(one) && Object.values(one).every(isText);
const isEach = (test) => (one) => (Array.isArray(one) ? one.every(test) : test(one));
/* Anything else may have been meant to be narrower. */
const isFor = (audience = "everyone") => ["everyone", "members"].includes(audience);
const isEntry = (...keys) => (one) =>
  isText(one) || (areTexts(one) && Object.hasOwn(one, "text") && Object.keys(one).every((key) => keys.includes(key)) && isFor(one.for));
const isTag = isEntry("text", "for");
const isItem = isEntry("text", "since", "for");
const isWorded = (one) => isText(one) || areTexts(one);

/* By kind; every other kind is a text. */
const FITS = {
  text: isWorded,
  place: isWorded,
  prose: isWorded,
  tags: isEach(isTag),
  items: isEach(isItem),
  dated: isItem,
  availability: isEach((one) => isTag(one) || (areTexts(one) && !Object.hasOwn(one, "text"))),
  languages: isEach(isText),
  links: areTexts,
  contact: areTexts,
};
const STEERS = { private: isEach(isText), public: isEach(isText), listing: (one) => LISTINGS.includes(one), lang: isText };
/* Without these more would be open than was meant. */
const CLOSING = ["private", "listing"];

/** `given` as a draft that the form can hold, and whether that is all of it; null if it is none. */
export function fitting(given, rules) {
  if (!isMapping(given) || !isText(given.handle) || !isMapping(given.answers)) return null;
  const kinds = new Map(rules.fields.map(({ name, kind }) => [name, kind]));
  const fits = ([name, answer]) => {
    if (STEERING.includes(name)) return STEERS[name](answer);
    return kinds.has(name) && (FITS[kinds.get(name)] ?? isText)(answer);
  };
  const entries = Object.entries(given.answers);
  const [kept, lost] = [true, false].map((wanted) => entries.filter((entry) => fits(entry) === wanted));
  if (lost.some(([name]) => CLOSING.includes(name))) return null;
  return { draft: { handle: given.handle, answers: Object.fromEntries(kept) }, isWhole: !lost.length };
}
