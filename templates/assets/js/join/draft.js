/*
 * An introduction before it is a file, and who may see what of it. The same as generator/acquaint/drafting/draft.py and
 * audience.py; one table tests both. `rules` is what the join page says of the community.
 */

export const STEERING = ["private", "public", "listing", "lang"];
export const LISTINGS = ["everyone", "members", "nobody"];
const LANGUAGE = /^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}$/;
const HIDDEN =
  /[\0-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff]/gu;

/** `text` as a file may hold it: line ends as line feeds, no character that nobody sees, NFC. */
export function withoutHidden(text) {
  return text.replace(/\r\n?/g, "\n").replace(HIDDEN, "").normalize("NFC");
}

/** The same draft as a file gives it back: texts NFC and trimmed, nothing hidden, nothing blank. */
export function tidy(draft) {
  return { handle: (draft.handle ?? "").trim(), answers: withoutBlank(mapped(draft.answers, tidied)) };
}

/** True once `draft` says anything. */
export function isBegun({ handle, answers }) {
  return Boolean(handle) || Object.keys(answers).some((name) => !STEERING.includes(name));
}

/** True for answers by name, as opposed to a text or a list. */
export function isMapping(answer) {
  return typeof answer === "object" && answer !== null && !Array.isArray(answer);
}

/** The texts of a list, or the one text; what is no text is left out. */
export function textsOf(answer) {
  return itemsOf(answer).filter((item) => typeof item === "string");
}

/** True if strangers may see the field `name`, or a part of it as in `contact.email`. */
export function isPublic(name, draft, rules) {
  return isListed(draft) && isOpen(name, draft, rules);
}

/** The same, in whichever edition the whole introduction stands. */
export function isOpen(name, draft, rules) {
  const [field] = name.split(".");
  const spec = rules.fields.find((one) => one.name === field);
  const closed = names(draft, "private", rules);
  if (!spec || !closed || closed.has(field) || closed.has(name)) return false;
  if (spec.audience === "everyone") return true;
  const opened = names(draft, "public", rules) ?? new Set();
  return Boolean(spec.widen) && (opened.has(field) || opened.has(name));
}

/**
 * What of `draft` strangers may see. No value that is for members is in it, whatever shape the draft has.
 *
 * `listing` and `lang` stay, of `public` what it opens, and of `private` the picture, which travels by itself.
 */
export function publicPart(draft, rules) {
  const whole = tidy(draft);
  const fields = isListed(whole) ? rules.fields.filter(({ name }) => Object.hasOwn(whole.answers, name)) : [];
  const answers = withoutBlank(
    Object.fromEntries(fields.map(({ name, kind }) => [name, openPart(name, kind, whole, rules)])),
  );
  return { handle: whole.handle, answers: { ...answers, ...publicDirectives(whole, answers, rules) } };
}

/** The names of fields that everyone may see and the other names, in the schema's order; strangers last. */
export function ordered(draft, rules) {
  const known = rules.fields.map(({ name }) => name);
  const given = known.filter((name) => Object.hasOwn(draft.answers, name));
  const strange = Object.keys(draft.answers).filter((name) => !known.includes(name) && !STEERING.includes(name));
  const above = given.filter((name) => isOpen(name, draft, rules));
  return { above, below: [...given.filter((name) => !above.includes(name)), ...strange] };
}

function tidied(answer) {
  if (typeof answer !== "object" || answer === null) return withoutHidden(String(answer ?? "")).trim();
  if (!isMapping(answer)) return answer.map(tidied).filter((item) => !isBlank(item));
  const entries = Object.fromEntries(
    Object.entries(answer).map(([key, value]) => [withoutHidden(key), tidied(value)]),
  );
  // A file that doesn't say for whom it is said so, and is read as the narrower of the two.
  if (Object.hasOwn(entries, "text") && entries.for === "") entries.for = "members";
  return withoutBlank(entries);
}

function isBlank(answer) {
  if (answer === null || answer === undefined) return true;
  return isMapping(answer) ? !Object.keys(answer).length : !answer.length;
}

function withoutBlank(entries) {
  return Object.fromEntries(Object.entries(entries).filter(([, answer]) => !isBlank(answer)));
}

function mapped(entries, change) {
  return Object.fromEntries(Object.entries(entries).map(([key, value]) => [key, change(value)]));
}

function itemsOf(answer) {
  return Array.isArray(answer) ? answer : answer === undefined ? [] : [answer];
}

function openPart(name, kind, draft, rules) {
  const answer = draft.answers[name];
  const texts = (test) =>
    Object.fromEntries(Object.entries(answer).filter((entry) => typeof entry[1] === "string" && test(entry)));
  if (kind === "contact") {
    const kinds = new Set(rules.contacts.map(([key]) => key));
    return isMapping(answer) ? texts(([key]) => kinds.has(key) && isOpen(`${name}.${key}`, draft, rules)) : null;
  }
  if (!isOpen(name, draft, rules)) return null;
  // A label may be any word, `for` and `sealed` too.
  return kind === "links" && isMapping(answer) ? texts(() => true) : forEveryone(answer);
}

function forEveryone(answer) {
  if (typeof answer === "string") return answer;
  if (!isMapping(answer)) return answer.map(forEveryone).filter((item) => !isBlank(item));
  const own = (key) => Object.hasOwn(answer, key);
  if ((own("for") && answer.for !== "everyone") || own("sealed")) return null;
  return withoutBlank(mapped(answer, forEveryone));
}

function publicDirectives(draft, answers, rules) {
  const closed = names(draft, "private", rules);
  const opened = textsOf(draft.answers.public).filter(
    (name) => Object.hasOwn(answers, name.split(".")[0]) && isOpen(name, draft, rules),
  );
  const { lang } = draft.answers;
  return withoutBlank({
    private: !closed || closed.has("avatar") ? ["avatar"] : [],
    public: opened,
    listing: Object.hasOwn(draft.answers, "listing") ? listingOf(draft) : "",
    lang: typeof lang === "string" && LANGUAGE.test(lang) ? lang : "",
  });
}

function isListed(draft) {
  return listingOf(draft) === "everyone";
}

function listingOf(draft) {
  const said = isBlank(draft.answers.listing) ? "" : draft.answers.listing;
  const listing = typeof said === "string" ? said.trim() || "everyone" : "";
  return LISTINGS.includes(listing) ? listing : "nobody"; // misspelt, it is nobody, as it is in a file
}

/** The fields listed under `directive`; null if anything in there can't be understood. */
function names(draft, directive, rules) {
  const kinds = rules.contacts.map(([kind]) => kind);
  const found = new Set();
  for (const item of itemsOf(draft.answers[directive])) {
    if (typeof item !== "string") return null;
    if (!item.trim()) continue;
    const [, field, dot, part] = /^([^.]*)(\.?)([^]*)$/.exec(item.trim());
    const spec = rules.fields.find((one) => one.name === field);
    if (!spec || (dot && (spec.kind !== "contact" || !kinds.includes(part)))) return null;
    found.add(`${field}${dot}${part}`);
  }
  return found;
}
