/* What one answer may hold: what of it can't be read is noted, the texts that can are given back. */

import { count, quoted, say } from "../words.js";
import { isZone, languageOf, nearest, zoneMeant } from "./codes.js";
import { day, everyYear, quote } from "./days.js";
import { isMapping } from "./draft.js";
import { CONTACT_SHAPES, exampleOf, isContact, isWellFormed, mended, schemeOf } from "./reaching.js";

const NESTED =
  /^(?=((?:[ \t]*(?:>|(?:[-*+]|[0-9]{1,9}[.)])(?=[ \t]))){11,}))\1(?=([ \t]*))\2(?=[^\s*_-])/m;
const MOST_NESTED = 10;

/**
 * The free texts of `answer`, an answer to the field `spec`, as {text, at, lang?, audience?, url?}. `note` is called
 * with (slug, message, {at, fix, meant}) for each problem; `rules` are the community's, and say what a field is called.
 */
export function textsIn(spec, answer, rules, note) {
  return READERS[spec.kind]?.(answer, { name: spec.name, kind: spec.kind, rules, note }) ?? [];
}

const READERS = {
  text: (answer, read) => wording(answer, read, read.rules.limits.line),
  place: (answer, read) => wording(answer, read, read.rules.limits.line),
  prose: (answer, read) => wording(answer, read, read.rules.limits.prose).filter((one) => isMild(one, read)),
  tags: (answer, read) => listed(answer, read).flatMap(([item, at]) => tag(item, at, read)),
  items: (answer, read) => listed(answer, read).flatMap(([item, at]) => datedItem(item, at, read)),
  dated: (answer, read) => datedItem(answer, undefined, read),
  availability: (answer, read) => listed(answer, read).flatMap(([item, at]) => open(item, at, read)),
  timezone,
  language: (answer, read) => language(answer, undefined, read),
  languages: (answer, read) => listed(answer, read).flatMap(([item, at]) => language(item, at, read)),
  links,
  contact: (answer, read) => Object.entries(answer).flatMap(([kind, value]) => contact(kind, value, `${read.name}.${kind}`, read)),
  phone: (answer, read) => contact("phone", answer, read.name, read),
  email: (answer, read) => contact("email", answer, read.name, read),
  date: (answer, read) => void day(answer, read.name, undefined, read),
  "month-day": everyYear,
  handle,
};

/** `text` if it is short enough, as a list of one. */
function said(text, field, most, at, { rules, note }) {
  const n = [...text].length;
  if (n <= most) return [{ text, at }];
  const over = n - most;
  note("too-long", say("{field} has {n} characters; at most {most} fit.", { field: rules.called(field), n, most }), {
    at,
    fix: count("Shorten it by {n} character.", "Shorten it by {n} characters.", over),
  });
  return [];
}

function wording(answer, read, most) {
  if (!isMapping(answer)) return said(String(answer), read.name, most, undefined, read);
  return Object.entries(answer).flatMap(([key, text]) => {
    const lang = languageOf(key);
    if (!lang) {
      const message = say("{field} takes one text, or one for each language; this key is no language tag.", { field: read.rules.called(read.name) });
      read.note("unknown-field", message, { at: key, fix: `${read.name}: {en: …, zh: …}` });
    }
    const kept = said(text, `${read.name}.${lang || "…"}`, most, key, read);
    return lang ? kept.map((one) => ({ ...one, lang })) : [];
  });
}

/** False, with a problem, for a text that holds more brackets, or lists in lists, than a text needs. */
function isMild({ text, at }, { name, rules, note }) {
  const n = rules.limits.brackets;
  if (text.replace(/[^[<]/g, "").length > n) {
    const message = say("{field} has more than {n} brackets, which is more than a text needs.", { field: rules.called(name), n });
    note("too-much-markup", message, { at, fix: say("Write it with fewer links and brackets.") });
    return false;
  }
  if (!NESTED.test(text)) return true;
  const message = say("{field} nests lists or quotations more than {n} deep in one line.", { field: rules.called(name), n: MOST_NESTED });
  note("too-much-markup", message, { at, fix: say("Begin each entry in a line of its own.") });
  return false;
}

/** [entry, its number] of a list, as many as fit; a single value is a list of one. */
function listed(answer, { name, rules, note }) {
  const items = Array.isArray(answer) ? answer : [answer];
  return most(items, { name, rules, note }).map((item, at) => [item, at]);
}

function most(items, { name, rules, note }) {
  const fit = rules.limits.items;
  if (items.length > fit) {
    const message = say("{field} has {n} entries; at most {most} fit.", { field: rules.called(name), n: items.length, most: fit });
    note("too-many", message, { at: fit, fix: say("Keep those that matter most.") });
  }
  return items.slice(0, fit);
}

function tag(item, at, read) {
  const [text, audience] = isMapping(item) ? [item.text ?? "", item.for] : [item, undefined];
  return text ? said(text, read.name, read.rules.limits.line, at, read).map((one) => ({ ...one, audience })) : [];
}

function datedItem(item, at, read) {
  if (!isMapping(item)) return said(item, read.name, read.rules.limits.line, at, read);
  const { text = "", since = "" } = item;
  if (!text) return [];
  const kept = said(text, `${read.name}.text`, read.rules.limits.line, at, read);
  if (since) day(since, `${read.name}.since`, at, read);
  return kept.map((one) => ({ ...one, audience: item.for }));
}

function open(item, at, read) {
  if (!isMapping(item) || item.text) return tag(item, at, read);
  return Object.entries(item).flatMap(([word, until]) => {
    const kept = said(word, read.name, read.rules.limits.line, at, read);
    return until && !day(until, `${read.name}.until`, at, read) ? [] : kept;
  });
}

function timezone(text, { name, rules, note }) {
  if (!isZone(text)) {
    const message = say("There is no time zone {value} ({field} takes Region/City, as in Europe/Berlin).", { value: quote(text), field: rules.called(name) });
    note("unknown-timezone", message, { meant: zoneMeant(text), fix: `${name}: Region/City` });
  }
  return [];
}

function language(text, at, { name, rules, note }) {
  if (!languageOf(text)) {
    const message = say("{value} is no language tag ({field} takes tags as in en, de, zh, pt-BR).", { value: quote(text), field: rules.called(name) });
    note("unknown-language", message, { at });
  }
  return [];
}

function links(answer, read) {
  return most(Object.entries(answer), read).flatMap(([label, url]) => {
    const kept = said(label, read.name, read.rules.limits.line, label, read);
    return kept.length && url && isLink(url.trim(), label, read) ? [{ text: label, at: label, url: url.trim() }] : [];
  });
}

function isLink(url, at, { name, rules, note }) {
  const scheme = schemeOf(url);
  const safe = ["https", "http", "mailto"].includes(scheme);
  if (safe && isWellFormed(url)) return true;
  if (scheme && !safe && !/^[\p{L}\p{N}_-]+(?:\.[\p{L}\p{N}_-]+)+(?:[/?#:]|$)/u.test(url)) {
    const message = say("{field} begins with {scheme}, but links are https, http or mailto only.", { field: rules.called(name), scheme: quoted(`${scheme}:`) });
    note("unsafe-link", message, { at, fix: say("Give the https address of the same page.") });
    return false;
  }
  let message = say("This address names no host and can't work, so the link is left out.");
  if (/\s/.test(url)) message = say("This address holds a blank and can't work, so the link is left out.");
  else if (url.split("://").length > 2) message = say("This address begins twice and can't work, so the link is left out.");
  note("malformed-link", message, { at, fix: mended(url) });
  return false;
}

function contact(kind, value, field, { rules, note }) {
  const kinds = rules.contacts.map(([name]) => name);
  if (!kinds.includes(kind)) {
    const meant = nearest(kind, kinds);
    const comma = say(", ");
    const message = say("This is no kind of contact; there are {kinds}.", { kinds: kinds.join(comma) });
    note("unknown-contact", message, { at: kind, meant, fix: meant ? "" : "other: …" });
    return [];
  }
  if (isContact(kind, value.normalize("NFKC").trim())) return [];
  const told = { field: rules.called(field), kind: rules.contacts.find(([name]) => name === kind)[1] };
  const [slug, message] = {
    email: ["not-an-email", say("{field} is not an e-mail address.", told)],
    phone: ["not-a-phone", say("{field} is not a phone number.", told)],
  }[CONTACT_SHAPES[kind]] ?? ["not-a-contact", say("{field} is not a {kind} contact.", told)];
  note(slug, message, { at: kind, fix: `${kind}: "${exampleOf(kind)}"` });
  return [];
}

function handle(text, { name, rules, note }) {
  if (!/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(text.trim().replace(/^@/, "")) || text.length > 40) {
    const message = say("{field} takes a member's handle, which is the name of their file without its ending.", { field: rules.called(name) });
    note("bad-handle", message, { fix: `${name}: grace` });
  }
  return [];
}
