/* Who a draft is about, as far as withholding needs to know: private names, companies and contacts. */

import { canonical, contactPlaces } from "./contacts.js";
import { isMapping, isOpen, isPublic, tidy } from "./draft.js";
import { foldContact } from "./folds.js";
import { CONTACT_SHAPES, isPhone } from "./reaching.js";
import { canFind, makePerson } from "./withhold.js";

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

/** False while a draft has a name or a company that only members see, and what finds them isn't there. */
export function canRead(draft, rules) {
  const whole = tidy(draft);
  return canFind() || !["name", "company"].some((name) => !isOpen(name, whole, rules) && versions(whole.answers[name]).length);
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

const shapeOf = (kind, value) => (kind === "signal" && isPhone(value) ? "phone" : (CONTACT_SHAPES[kind] ?? "account"));
const canonicalOf = (shape, value) => canonical(shape, foldContact(value.trim()));

function openOf(draft, rules) {
  const own = [...contactsOf(draft, rules)].filter(([name]) => isPublic(name, draft, rules));
  const said = [rules.reach?.email ?? "", rules.reach?.text ?? ""].flatMap((text) => contactPlaces(foldContact(text)));
  return [...own.map(([, shape, value]) => canonicalOf(shape, value)), ...said.map(([, , name]) => name)];
}

function secretsOf(draft, rules, open) {
  const links = isPublic("links", draft, rules) ? versions(draft.answers.links) : [];
  const linked = links.flatMap((url) => [...url.split(/[/.@]+/), ...spellingsOf("account", url)]);
  const shown = new Set([...open, draft.handle, ...linked.map((text) => canonicalOf("account", text))]);
  return [...contactsOf(draft, rules)].flatMap(([name, shape, value]) => {
    const kept = !isPublic(name, draft, rules) && !open.includes(canonicalOf(shape, value));
    const all = kept ? spellingsOf(shape, value.replace(AROUND, "")) : [];
    return all.filter((text) => shape !== "account" || !shown.has(text)).filter(Boolean);
  });
}

/** The canonical forms that say the same: an address without its scheme, the account at the end of one. */
function spellingsOf(shape, value) {
  if (shape !== "account") return [canonicalOf(shape, value)];
  const bare = value.replace(/^https?:\/\/(?:www\.)?|\/+$/gi, "");
  const [, name, host] = /^@([^@\s]+)@([^@\s]+)$/.exec(value) ?? [];
  const short = [...value.split(/\s+/).filter((word) => /[\d_]/.test(word)), bare.split("/").at(-1).replace(/^@/, "")];
  const found = [value, bare, ...short.filter((word) => word.length > 3), ...(name ? [`${host}/@${name}`] : [])];
  return found.map((text) => canonicalOf(shape, text.replace(AROUND, "")));
}
