/*
 * What strangers will read of a text: a smaller version of what the builder does (generator/acquaint/withhold). It knows
 * one draft and few lists of words, so it may withhold more than the builder; the tests compare the two.
 */

import { contactPlaces, placesOf } from "./contacts.js";
import { foldContact, mappedContact, wordsOf } from "./folds.js";

const URL_SIGN = '[^\\s<>"`，。；、）】」]';
const WEB = new RegExp(
  `(?:(?<![a-z])[a-z][a-z0-9+.-]+://|(?<![\\p{L}\\p{N}_.])www\\.|(?<![\\p{L}\\p{N}_])(?:mailto|tel|sms|skype|xmpp|sip):(?=[\\p{L}\\p{N}_+]))${URL_SIGN}{2,}|(?<![\\p{L}\\p{N}_.@/-])(?:[a-z0-9À-ɏ-]+\\.){1,4}(?:com|org|net|edu|gov|info|blog|page|site|tech|xyz|app|name|example|dev|[a-z]{2})(?![\\p{L}\\p{N}_-])(?:/${URL_SIGN}*)?`,
  "giu",
);
const REACHES =
  /^(?:(?:mailto|tel|sms|skype|xmpp|sip|weixin|tg|whatsapp|signal|line|viber|threema):|(?:https?:\/\/)?(?:www\.)?(?:(?:[\w-]+\.)?(?:t|telegram|wa|line|signal|m|viber)\.me|(?:api\.whatsapp|u\.wechat|join\.skype)\.com|threema\.id|discord\.com\/users)\/\S)/i;
const LONGEST = 160;
const ANSWERS = {
  en: ["(contact for members)", "(link for members)", "an organisation"],
  de: ["(Kontakt für Mitglieder)", "(Link für Mitglieder)", "einer Organisation"],
  zh: ["（联系方式仅成员可见）", "（链接仅成员可见）", "所在机构"],
};
const END = /[.!?。！？]+["”')]*(?:\s+|$)|(?<=[。！？])|\n+/g;

const meets = (one, other) => one.start < other.end && other.start < one.end;
const isWithin = (one, other) => other.start <= one.start && one.end <= other.end;
/* What finds names and companies, which most drafts have none of; a draft that has some can't be read without it. */
const finders = {};

const EMAIL = /[\p{L}\p{N}_.+-]{1,64}@[\p{L}\p{N}_-]+(?:\.[\p{L}\p{N}_-]+)+/u;
const spot = (kind) => ([start, end]) => ({ start, end, kind });

/** `text` with its percent-escapes told. */
export function unquoted(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** True if an address tells an e-mail address in its path; one that begins with mailto: does so by choice. */
export function holdsEmail(url) {
  const [, path] = /^(?!mailto:)[a-z]+:(?:\/\/[^/?#]*)?([^?#]*)/i.exec(unquoted(url)) ?? ["", ""];
  return EMAIL.test(path);
}

/** What a contact, a link and a company give way to in `lang`. */
export const answersIn = (lang) => ANSWERS[lang.split("-")[0]] ?? ["(…)", "(…)", "[…]"];

/** True once names and companies can be found. */
export const canFind = () => "spells" in finders;

/** Fetch what finds them. */
export async function learnToFind() {
  Object.assign(finders, (await import("./finders.js")).finders);
}

/** What withholding needs to know: display, handle, names, companies and canonical contacts, private and open ones. */
export function makePerson({ handle, nicknames, names, companies, secrets, open }) {
  const person = { handle, display: `@${handle}`, secrets: new Set(secrets), open: new Set(open), companies: companies.length ? finders.readCompanies(companies) : [] };
  const called = (nickname) => (names.length ? finders.readNames(names, nickname) : null);
  const named = { ...person, display: nicknames[0], names: called(nicknames.join(" ")) };
  const isOpen = nicknames.length && !nicknames.some((nickname) => withheld(nickname, named, "").findings.length);
  return isOpen ? named : { ...person, names: called("") };
}

/** True if an address or a handle spells the name. */
export const spellsName = (address, { names }) => Boolean(names) && finders.spells(unquoted(address), names);

/** Places of the addresses in `text`, without the punctuation that ends a sentence. */
function webPlaces(text) {
  return [...text.matchAll(WEB)].map(({ 0: match, index }) => {
    let found = match.replace(/[.,;:!?'*_~’”]+$/, "");
    const count = (brackets) => found.split(brackets).length;
    while (/[)\]}]$/.test(found) && count(/[)\]}]/) > count(/[([{]/)) found = found.slice(0, -1).replace(/[.,;:!?'*_~]+$/, "");
    return { start: index, end: index + found.length, url: found };
  });
}

function contactsIn(text, person, webs) {
  const { folded, at, to } = mappedContact(text);
  const isOpen = (name) => person.open.has(name) || person.open.has(name.replace(/^00(?=\d+$)/, ""));
  const placed = ([start, end]) => spot("contact")([at[start], to[end - 1]]);
  const [open, shut] = [true, false].map((wanted) => contactPlaces(folded).filter((one) => isOpen(one[2]) === wanted).map(placed));
  const secret = [...person.secrets].filter((one) => !person.open.has(one)).flatMap((one) => placesOf(one, folded).map(placed));
  const known = secret.filter((one) => !open.some((other) => isWithin(one, other)));
  const reaching = webs.filter(({ url }) => REACHES.test(url));
  const account = (url) => foldContact(unquoted(url)).replace(/\?.*|\/+$/g, "").split(/[/:]/).at(-1).replace(/^[@+]+/, "");
  const closed = reaching.filter(({ url }) => !isOpen(account(url)));
  const stay = [...open, ...reaching.filter((web) => !closed.includes(web))];
  return { shut: [...shut, ...known, ...closed.map(({ start, end }) => spot("contact")([start, end]))], stay, known };
}

function namedIn(text, person, taken) {
  if (!person.names && !person.companies.length) return [];
  const stream = new finders.Stream(text);
  const used = new Set(stream.words.flatMap((word, at) => (taken.some((one) => one.start <= word.start && word.start < one.end) ? [at] : [])));
  const names = () => (person.names ? merged(finders.namePlaces(person.names, stream, used).map(spot("name"))) : []);
  const whole = names();
  const companies = [];
  for (const [own, place] of finders.companyPlaces(person.companies, stream)) {
    const found = spot("company")(place);
    const inName = whole.some((name) => isWithin(found, name) && found.end - found.start < name.end - name.start);
    if (inName || own.some((at) => used.has(at)) || companies.some((other) => meets(found, other))) continue;
    own.forEach((at) => used.add(at));
    companies.push(found);
  }
  return [...companies, ...names()];
}

/** All in order, those that overlap made one: of the strongest kind among them. */
function merged(spots) {
  const found = [];
  for (const one of [...spots].sort((left, right) => left.start - right.start || left.end - right.end)) {
    const last = found.at(-1);
    if (!last || one.start >= last.end) found.push({ ...one });
    else {
      last.end = Math.max(last.end, one.end);
      last.kind = ["contact", "company", "name"].find((kind) => [last.kind, one.kind].includes(kind));
    }
  }
  return found;
}

/** `spots`, those in an address widened to all of it, and the addresses that spell a name or the company. */
function linked(webs, person, spots) {
  return webs.reduce((found, web) => {
    const inner = found.filter((one) => meets(one, web));
    if (inner.some((one) => isWithin(web, one) && one.kind !== "contact")) return found;
    const run = wordsOf(unquoted(web.url)).join("");
    const ofCompany = person.companies.some(({ needle, unspaced }) => run.includes(needle) && (unspaced || needle.length > 4));
    if (!inner.length && !ofCompany && !spellsName(web.url, person)) return found;
    const kind = inner[0]?.kind ?? "name";
    const link = !inner.some((one) => one.kind === "contact") || web.url.includes("://");
    const start = Math.min(web.start, ...inner.map((one) => one.start));
    const end = Math.max(web.end, ...inner.map((one) => one.end));
    return [...found.filter((one) => !inner.includes(one)), { start, end, kind, link }];
  }, spots).sort((one, other) => one.start - other.start);
}

function finding(text, { start, end, kind, link }, person, lang) {
  if (kind === "contact" || link) {
    const brackets = /[(（<[]/.test(text.slice(0, start).at(-1)) && /^[)）>\]]/.test(text.slice(end)) ? 1 : 0;
    return { kind, start: start - brackets, end: end + brackets, instead: answersIn(lang)[link ? 1 : 0] };
  }
  const isBare = /^en/.test(lang) && /s/i.test(text[end - 1]) && /^['’] \p{L}/u.test(text.slice(end));
  const bare = isBare && !/(?<![\p{L}\p{N}_])['‘][^\n]*$/u.test(text.slice(0, start));
  const [until, ending] = bare ? [end + 1, `${text[end]}s`] : [end, ""];
  if (kind === "name") return { kind, start, end: until, instead: person.display + ending };
  const found = { kind, ...finders.companyWord(text, [start, until], lang) };
  return { ...found, instead: found.instead.endsWith("'s") ? found.instead : found.instead + ending };
}

/** What strangers read of `text`, a text in `lang`; `known` are the places of contacts that are private for sure. */
export function withheld(text, person, lang) {
  const webs = webPlaces(text);
  const { shut, stay, known } = contactsIn(text, person, webs);
  const contacts = merged(shut);
  const named = namedIn(text, person, [...contacts, ...stay]);
  const all = linked(webs.filter((web) => !stay.includes(web)), person, merged([...contacts, ...named]));
  const findings = [];
  let [seen, reached] = [text, 0];
  all.forEach((one, at) => {
    const found = finding(seen.slice(0, all[at + 1]?.start), one, person, lang);
    found.start = Math.max(found.start, reached);
    const typed = text.slice(found.start, found.end);
    if (!typed || typed === found.instead || typed === `@${person.handle}`) return;
    findings.push(found);
    reached = found.end;
    seen = seen.slice(0, found.start) + "x".repeat(reached - found.start) + seen.slice(reached);
  });
  return { text: altered(text, findings), findings, known };
}

/** `text` with all findings replaced; they are in order and don't overlap. */
function altered(text, findings) {
  return findings.reduceRight((told, { start, end, instead }) => told.slice(0, start) + instead + told.slice(end), text);
}

const inLine = (text) => [...text.split(/\s+/).filter(Boolean).join(" ")];

/** The sentence of the first finding with all its findings replaced, at most 160 characters; "" without findings. */
export function alteredSentence(text, findings) {
  if (!findings.length) return "";
  const stops = [...text.matchAll(END)].map((stop) => ({ start: stop.index, end: stop.index + stop[0].length }));
  const free = stops.filter((stop) => !findings.some((one) => meets(one, stop)));
  const start = free.findLast((stop) => stop.end <= findings[0].start)?.end ?? 0;
  const end = free.find((stop) => stop.start >= findings[0].end)?.end ?? text.length;
  const held = findings.filter((one) => start <= one.start && one.end <= end);
  const told = inLine(altered(text.slice(0, end), held).slice(start));
  if (told.length <= LONGEST) return told.join("");
  const room = LONGEST - 2;
  const first = Math.max(0, Math.min(inLine(text.slice(start, held[0].start)).length - Math.floor(room / 3), told.length - room));
  return `${first ? "…" : ""}${told.slice(first, first + room).join("").trim()}${first + room < told.length ? "…" : ""}`;
}
