/* What the scripts say, in the language of the page. The sentences in the code are English and name their gaps: {n}. */

const SOURCE = "en";
const GAP = /\{(\w+)\}/;

let language = SOURCE;
let sentences = {};
let numbers = new Intl.NumberFormat(SOURCE);
let plurals = new Intl.PluralRules(SOURCE);

/** The page's language as Intl takes it. */
export function pageLanguage() {
  return language;
}

/**
 * Speak the language `tag` from now on. `known` has the sentences: an English one, or what it is filed under, to its
 * translation, or to one for each plural category; what it lacks is said in English. A tag that the browser can't read leaves everything as it is.
 */
export function speak(tag, known = {}) {
  try {
    numbers = new Intl.NumberFormat(tag);
    plurals = new Intl.PluralRules(tag);
    [language, sentences] = [tag, known];
  } catch (error) {
    console.error(error);
  }
}

/** Fetch the sentences of the language `tag` from assets/words/ and speak it. English has nothing to fetch. */
export async function learn(tag) {
  if (isSource(tag || SOURCE)) return speak(tag || SOURCE);
  speak(tag);
  speak(tag, await fetched(tag));
}

/** Fetch what the scripts below js/`name`/ say besides, in the language spoken, from assets/words/`name`/. */
export async function learnMore(name) {
  if (!isSource(language)) sentences = { ...(await fetched(`${name}/${language}`)), ...sentences };
}

/** `message` in the page's language, with `gaps` filled in; a gap that isn't given stays, for `around`. */
export function say(message, gaps = {}) {
  return filled(own(message) ?? message, gaps);
}

/** The same for a sentence about `n` of something: `one` and `many` are its English forms. */
export function count(one, many, n, gaps = {}) {
  const forms = own(one);
  const known = forms?.[plurals.select(n)] ?? forms?.other;
  return filled(known ?? (n === 1 ? one : many), { n, ...gaps });
}

/** `n` as the page's language writes numbers. */
export function number(n) {
  return numbers.format(n);
}

/** What a sentence with gaps left is made of: its texts, and in the gaps the nodes that `nodes` has by their names. */
export function around(sentence, nodes) {
  const parts = sentence.split(GAP); // every other one is the name of a gap
  return parts.map((part, at) => (at % 2 ? (nodes[part] ?? `{${part}}`) : part)).filter((part) => part !== "");
}

/** `all` as a list of which each is meant. */
export function listed(all) {
  return all.length ? all.reduce((some, next) => say("{some}, {next}", { some, next })) : "";
}

/** `all` as a list of which any will do. */
export function either(all) {
  return new Intl.ListFormat(language, { type: "disjunction" }).format(all);
}

/** `text` in the quotation marks of the language. */
export function quoted(text) {
  return say("“{text}”", { text });
}

function isSource(tag) {
  return tag.split("-")[0] === SOURCE;
}

async function fetched(name) {
  const answer = await fetch(new URL(`../words/${name}.json`, import.meta.url));
  if (!answer.ok) throw new Error(`the words for ${name} answered ${answer.status}`);
  return answer.json();
}

function own(message) {
  const name = Object.hasOwn(sentences, message) ? message : filed(message);
  return Object.hasOwn(sentences, name) ? sentences[name] : undefined;
}

/** What `message` is called in the files of words, half of which would be English otherwise: FNV-1a in six digits. */
function filed(message) {
  let sum = 0x811c9dc5;
  for (const letter of message) sum = Math.imul(sum ^ letter.codePointAt(), 0x01000193) >>> 0;
  return sum.toString(36).padStart(6, "0").slice(-6);
}

function filled(sentence, gaps) {
  const written = (value) => (typeof value === "number" ? number(value) : String(value));
  return sentence.replace(new RegExp(GAP, "g"), (gap, name) => (Object.hasOwn(gaps, name) ? written(gaps[name]) : gap));
}
