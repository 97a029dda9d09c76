/* Who a draft is about, as far as withholding needs to know: private names, companies and contacts. */

import { canonical, contactPlaces } from "./contacts.js";
import { isMapping, isOpen, isPublic, tidy } from "./draft.js";
import { foldContact } from "./folds.js";
import { isPhone, SHAPES } from "./reaching.js";
import { makePerson } from "./withhold.js";

const AROUND = /^[\s"'“”„‘’«»()<>]+|[\s"'“”„‘’«»()<>]+$/g;

/** What `withheld` asks for, from a draft and the rules of the community. */
export function personOf(draft, rules) {
  const whole = tidy(draft);
  const open = openOf(whole, rules);
  const closed = (name) => (isOpen(name, whole, rules) ? [] : versions(whole.answers[name]));
  return makePerson({
    handle: whole.handle,
    nicknames: isOpen("nickname", whole, rules) ? versions(whole.answers.nickname) : [],
    names: closed("name"),
    companies: closed("company"),
    secrets: secretsOf(whole, rules, open),
    open,
  });
}

/** Every language's version of a text. */
export function versions(answer) {
  const texts = isMapping(answer) ? Object.values(answer) : [answer];
  return texts.filter((text) => typeof text === "string" && text.trim());
}

/** [name of the field or `contact.email`, shape, value] for every contact of a draft. */
function* contactsOf(draft, rules) {
  for (const { name, kind } of rules.fields) {
    const answer = draft.answers[name];
    const ways = kind === "contact" && isMapping(answer) ? Object.entries(answer) : [];
    for (const [way, value] of ways) if (typeof value === "string") yield [`${name}.${way}`, shapeOf(way, value), value];
    if ((kind === "phone" || kind === "email") && typeof answer === "string") yield [name, kind, answer];
  }
}

const shapeOf = (kind, value) => (kind === "signal" && isPhone(value) ? "phone" : (SHAPES[kind] ?? "account"));
const canonicalOf = (shape, value) => canonical(shape, foldContact(value.trim()));

function openOf(draft, rules) {
  const own = [...contactsOf(draft, rules)].filter(([name]) => isPublic(name, draft, rules));
  const said = [rules.reach?.email ?? "", rules.reach?.text ?? ""].flatMap((text) => contactPlaces(foldContact(text)));
  return [...own.map(([, shape, value]) => canonicalOf(shape, value)), ...said.map(([, , name]) => name)];
}

function secretsOf(draft, rules, open) {
  const links = isPublic("links", draft, rules) ? versions(draft.answers.links) : [];
  const shown = new Set([...open, draft.handle, ...links.flatMap(accountsIn)]);
  return [...contactsOf(draft, rules)].flatMap(([name, shape, value]) => {
    const kept = !isPublic(name, draft, rules) && !open.includes(canonicalOf(shape, value));
    const all = kept ? spellingsOf(shape, value.replace(AROUND, "")) : [];
    return all.filter((text) => shape !== "account" || !shown.has(text)).filter(Boolean);
  });
}

/** The canonical forms that say the same: an address without its scheme, an account at the end of one. */
function spellingsOf(shape, value) {
  const found = [value];
  const fediverse = /^@([\p{L}\p{N}_.-]+)@([\p{L}\p{N}_.-]+\.[\p{L}\p{N}_]+)$/u.exec(value);
  if (shape === "account" && /^https?:\/\//.test(value)) {
    const whole = partsOf(value).at(-1);
    const account = whole.split("/").at(-1).replace(/^@/, "");
    found.push(whole, ...(whole.includes("/") && account.length > 3 ? [account] : []));
  } else if (shape === "account" && fediverse) found.push(`${fediverse[2]}/@${fediverse[1]}`);
  else if (shape === "account" && value.includes(" ")) {
    const words = value.split(/\s+/).map((word) => word.replace(AROUND, ""));
    found.push(...words.filter((word) => word.length > 3 && /[\d_]/.test(word)));
  }
  return found.map((text) => canonicalOf(shape, text));
}

/** Host, host with the first folder of its path, and so on to the whole. */
function partsOf(url) {
  const [, host, path] = /^[a-z]+:\/\/(?:www\.)?([^/?#]*)([^?#]*)/i.exec(url) ?? ["", url, ""];
  const segments = path.split("/").filter(Boolean);
  return [host, ...segments].map((_, at, all) => all.slice(0, at + 1).join("/").toLowerCase());
}

function accountsIn(url) {
  const parts = partsOf(url);
  return [url, ...parts, ...parts.at(-1).split("/"), parts[0].split(".")[0]].map((name) => canonicalOf("account", name));
}
