/* What codes, days and tags are called in the page's language. */

import { pageLanguage } from "../words.js";

/** What `code` is called in the page's language; `type` is region or language. */
export function nameOf(code, type) {
  try {
    return new Intl.DisplayNames(pageLanguage(), { type }).of(code) ?? code;
  } catch {
    return code;
  }
}

/** What of the day `text` the `parts` say, in the page's language. */
export function dayOf(text, parts) {
  const day = new Date(`${text}T12:00:00Z`);
  if (Number.isNaN(day.getTime())) return text;
  return new Intl.DateTimeFormat(pageLanguage() === "en" ? "en-GB" : pageLanguage(), { ...parts, timeZone: "UTC" }).format(day);
}

/** The tag `word` as pages in this language spell it. */
export function spelt(word, name, rules) {
  const isSame = (other) => folded(other) === folded(word);
  return rules.vocabulary[name]?.terms.find((spellings) => spellings.some(isSame))?.[0] ?? word;
}

/** `text` as it is compared: neither capitals nor what parts words are looked at. */
export const folded = (text) => text.normalize("NFKC").toLocaleLowerCase().trim().replace(/[\s_-]+/g, "-");
