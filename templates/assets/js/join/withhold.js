/*
 * What strangers will read of a text: a smaller version of what the builder does (generator/acquaint/withhold). It knows
 * one draft and few lists of words, so it may withhold more than the builder; the tests compare the two.
 */

import { companyPlaces, readCompanies } from "./companies.js";
import { canonical, contactPlaces, placesOf } from "./contacts.js";
import { foldContact, foldName, mappedContact, Stream, wordsOf } from "./folds.js";
import { readNames } from "./names.js";
import { companyWord, contactWord, linkWord, possessor } from "./neutral.js";
import { nameRuns } from "./runs.js";
import { altered } from "./sentences.js";

const TLDS = "com|org|net|io|dev|edu|gov|info|blog|page|site|tech|xyz|app|online|cloud|name|wiki|example|test|[a-z]{2}";
const TAIL = '[^\\s<>"`，。；、）】」]';
const WEB = new RegExp(
  `(?:(?<![a-z])[a-z][a-z0-9+.-]{1,15}://|(?<![\\p{L}\\p{N}_.])www\\.|(?<![\\p{L}\\p{N}_])(?:mailto|tel|sms|skype|xmpp|sip):(?=[\\p{L}\\p{N}_+]))${TAIL}{2,2000}|(?<![\\p{L}\\p{N}_.@/-])(?:[a-z0-9À-ɏ-]{1,63}\\.){1,4}(?:${TLDS})(?![\\p{L}\\p{N}_-])(?:/${TAIL}{0,2000})?`,
  "giu",
);
const REACHES =
  /^(?:(?:mailto|tel|sms|skype|xmpp|sip|weixin|tg|whatsapp|signal|line|viber|threema):|(?:https?:\/\/)?(?:www\.)?(?:(?:[\w-]+\.)?t\.me|telegram\.me|(?:api\.)?wa\.me|api\.whatsapp\.com|line\.me|signal\.me|m\.me|u\.wechat\.com|wechat\.com|threema\.id|join\.skype\.com|viber\.me|discord\.com\/users)\/\S)/i;
const KNOWN_HOSTS =
  /^(?:[a-z]+:)?\/*(?:[\w-]+\.)?(?:github|gitlab|linkedin|twitter|facebook|instagram|youtube|medium|orcid|mastodon|bsky|reddit|stackoverflow|researchgate|scholar\.google|google|gravatar|hashnode|dev|x)\.(?:com|org|io|net|social|app|to)(?=[/?#]|$)/i;

const meets = ([start, end], [from, to]) => start < to && from < end;

/** `text` with its percent-escapes told. */
export function unquoted(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

const glued = (text) => wordsOf(foldName(unquoted(text))).flatMap((word) => word);

/** What withholding needs to know: display, handle, names, companies and canonical contacts, private and open ones. */
export function makePerson({ handle, nicknames, names, companies, secrets, open }) {
  const base = { handle, display: `@${handle}`, secrets: new Set(secrets), open: new Set(open) };
  base.companies = readCompanies(companies);
  base.names = names.length ? readNames(names, "") : null;
  if (!nicknames.length) return base;
  const named = { ...base, display: nicknames[0], names: names.length ? readNames(names, nicknames.join(" ")) : null };
  return nicknames.some((nickname) => withheld(nickname, named, "").findings.length) ? base : named;
}

/** True if an address or a handle spells the name. */
export function spellsName(url, { names }) {
  if (!names) return false;
  const parts = glued(unquoted(url.trim()).replace(KNOWN_HOSTS, ""));
  const run = parts.join("");
  if ([...names.glued, ...names.unspaced].some((form) => run.includes(form))) return true;
  if (parts.some((part) => names.joined.has(part))) return true;
  return [...names.strong].some((word) => (word.length === 3 ? parts.includes(word) : word.length > 3 && run.includes(word)));
}

function spellsCompany(url, companies) {
  const run = glued(url).join("");
  return companies.some(({ needle, unspaced, count, cased }) => run.includes(needle) && (unspaced || (needle.length > 4 && (count > 1 || !cased))));
}

/** Places of the addresses in `text`, without the punctuation that ends a sentence. */
function webPlaces(text) {
  return [...text.matchAll(WEB)].flatMap(({ 0: match, index }) => {
    let found = match.replace(/[.,;:!?'*_~’”]+$/, "");
    for (let at; (at = ")]}".indexOf(found.at(-1))) >= 0 && found.split(")]}"[at]).length > found.split("([{"[at]).length; ) {
      found = found.slice(0, -1).replace(/[.,;:!?'*_~]+$/, "");
    }
    const ending = found.split("/")[0].split(".").at(-1);
    const meant = found.includes("://") || found[0] === "w" || ending === ending.toLowerCase();
    return meant ? [[index, index + found.length]] : [];
  });
}

/** What is reached by an address, in canonical form. */
function accountIn(url) {
  const bare = foldName(unquoted(url.trim())).split("?")[0].replace(/\/+$/, "");
  return bare.split("/").at(-1).split(":").at(-1).replace(/^[@+]+/, "");
}

function contactsIn(text, person, webs) {
  const { folded, at, to } = mappedContact(text);
  const isOpen = (name) => person.open.has(name) || (/^\d+$/.test(name) && person.open.has(name.replace(/^00/, "")));
  const found = contactPlaces(folded);
  const opened = found.filter(([, , name]) => isOpen(name));
  const known = [...person.secrets].filter((secret) => !person.open.has(secret)).flatMap((secret) => placesOf(secret, folded));
  const hidden = known.filter(([start, end]) => !opened.some(([from, until]) => from <= start && end <= until));
  const place = ([start, end]) => [at[start], to[end - 1]];
  const shut = [...found.filter(([, , name]) => !isOpen(name)), ...hidden].filter(([start, end]) => end > start).map(place);
  const reaching = webs.filter(([start, end]) => REACHES.test(text.slice(start, end)));
  const closed = reaching.filter(([start, end]) => !person.open.has(accountIn(text.slice(start, end))));
  return {
    spots: [...shut, ...closed].map(([start, end]) => ({ start, end, kind: "contact" })),
    stay: [...opened.map(place), ...reaching.filter((web) => !closed.includes(web))],
    known: hidden.map(place),
  };
}

function namedIn(text, person, taken, webs) {
  const stream = new Stream(text);
  const inside = (places) => new Set(stream.starts.flatMap((start, at) => (places.some(([from, to]) => from <= start && start < to) ? [at] : [])));
  const opening = new Set(webs.map((web) => Math.min(...inside([web]))));
  const within = inside(taken);
  const runs = (used) => (person.names ? nameRuns(person.names, stream, used, opening) : []);
  const names = merged(runs(within).map(([start, end]) => ({ start, end, kind: "name" })));
  const companies = [];
  const used = new Set(within);
  for (const [first, last, [start, end]] of companyPlaces(person.companies, stream)) {
    const inName = names.some((name) => name.start <= start && end <= name.end && end - start < name.end - name.start);
    const free = !companies.some((other) => meets([start, end], [other.start, other.end]));
    const own = stream.words.map((_, at) => at).slice(first, last + 1);
    if (inName || !free || own.some((at) => used.has(at))) continue;
    own.forEach((at) => used.add(at));
    companies.push({ start, end, kind: "company" });
  }
  const left = runs(used).map(([start, end]) => ({ start, end, kind: "name" }));
  return merged([...companies, ...left]);
}

/** All in order, those that overlap made one: of the strongest kind among them. */
function merged(spots) {
  const order = ["contact", "company", "name"];
  const found = [];
  for (const spot of [...spots].sort((one, other) => one.start - other.start || one.end - other.end)) {
    const last = found.at(-1);
    if (!last || spot.start >= last.end) found.push({ ...spot });
    else {
      last.end = Math.max(last.end, spot.end);
      last.kind = order.find((kind) => kind === last.kind || kind === spot.kind);
    }
  }
  return found;
}

/** `spots`, those in an address widened to all of it, and the addresses that spell a name or the company. */
function linked(text, person, webs, spots) {
  let found = spots;
  for (const [start, end] of webs) {
    const inner = found.filter((spot) => meets([spot.start, spot.end], [start, end]));
    const url = text.slice(start, end);
    if (inner.some((spot) => spot.start <= start && end <= spot.end && spot.kind !== "contact")) continue;
    if (!inner.length && !spellsName(url, person) && !spellsCompany(url, person.companies)) continue;
    const kind = inner[0]?.kind ?? "name";
    const link = !inner.some((spot) => spot.kind === "contact") || url.includes("://");
    const whole = { start: Math.min(start, ...inner.map((spot) => spot.start)), end: Math.max(end, ...inner.map((spot) => spot.end)), kind, link };
    found = [...found.filter((spot) => !inner.includes(spot)), whole];
  }
  return found.sort((one, other) => one.start - other.start);
}

function finding(text, { start, end, kind, link }, person, lang) {
  if (kind === "contact" || link) {
    const bracketed = start && "(（<[".includes(text[start - 1]) && /^[)）>\]]/.test(text.slice(end));
    const instead = link ? linkWord(lang) : contactWord(lang);
    return bracketed ? { kind, start: start - 1, end: end + 1, instead } : { kind, start, end, instead };
  }
  const { place, ending } = possessor(text, [start, end], lang);
  if (kind === "name") return { kind, start: place[0], end: place[1], instead: person.display + ending };
  const { words, ...rest } = companyWord(text, place, lang);
  return { kind, ...rest, instead: words.endsWith("'s") ? words : words + ending };
}

/** What strangers read of `text`, a text in `lang`; `known` are the places of contacts that are private for sure. */
export function withheld(text, person, lang) {
  const webs = webPlaces(text);
  const { spots, stay, known } = contactsIn(text, person, webs);
  const contacts = merged(spots);
  const open = webs.filter((web) => !stay.includes(web));
  const taken = [...contacts.map(({ start, end }) => [start, end]), ...stay];
  const named = person.names || person.companies.length ? namedIn(text, person, taken, open) : [];
  const all = linked(text, person, open, merged([...contacts, ...named]));
  const findings = [];
  let [seen, reached] = [text, 0];
  all.forEach((spot, at) => {
    const found = finding(seen.slice(0, all[at + 1]?.start ?? seen.length), spot, person, lang);
    found.start = Math.max(found.start, reached);
    const typed = text.slice(found.start, found.end);
    if (!typed || typed === found.instead || typed === `@${person.handle}`) return;
    findings.push(found);
    reached = found.end;
    seen = seen.slice(0, found.start) + "x".repeat(reached - found.start) + seen.slice(reached);
  });
  return { text: altered(text, findings), findings, known };
}
