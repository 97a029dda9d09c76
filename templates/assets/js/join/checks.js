/* What is wrong with a draft, in the codes and the words of `acquaint check`; one table of cases tests both. */

import { count, quoted, say } from "../words.js";
import { languageOf, nearest } from "./codes.js";
import { placesOf } from "./contacts.js";
import { isMapping, isOpen, isPublic, textsOf, tidy } from "./draft.js";
import { fileOf } from "./file.js";
import { foldContact } from "./folds.js";
import { personOf } from "./person.js";
import { alteredSentence } from "./sentences.js";
import { textsIn } from "./values.js";
import { spellsName, unquoted, withheld } from "./withhold.js";

/* The laws that a form can break: by their names, their codes; an error stops a build. */
const ERRORS =
  "A012 unknown-field A014 too-long A015 too-many A016 template-text A030 no-such-date A034 not-an-email A035 not-a-phone A036 unknown-contact A037 unknown-choice A039 not-a-contact A040 unsafe-link A042 bad-handle A043 reserved-handle A050 cannot-open A063 private-contact A064 too-much-markup A072 closed-vocabulary";
const WARNINGS =
  "A023 list-in-one-tag A031 unknown-country A032 unknown-timezone A033 unknown-language A041 malformed-link A045 handle-spells-name A046 link-spells-name A051 opened-and-closed A060 name-in-prose A061 company-in-prose A062 contact-in-prose A071 unlisted-tag A096 plain-markdown-only A099 stray-comma";
const LAWS = new Map([...rows(ERRORS, "error"), ...rows(WARNINGS, "warning")]);
const PLACEHOLDER =
  /^(?:<(?![a-z]+:\/\/|mailto:)[^<>@]*\p{L}[^<>@]*>|lorem ipsum.*|your (?:full )?name(?: here)?)$/iu;
const HTML = /<\/?(?:table|t[rdh]|tbody|div|p|br|span|font|h[1-6]|ul|ol|li|html|body|head|img|center)\b[^>]*>/i;
const CODE = /```[^]*?(?:```|$)|`[^`\n]+`/g;
const STRAY_COMMA = /[\p{L}\p{N}_]["'”]?[,，、;；]$/u;
const EMAIL_IN_PATH = /[\p{L}\p{N}_.+-]+@[\p{L}\p{N}_-]+(?:\.[\p{L}\p{N}_-]+)+/u;
const LISTINGS = ["everyone", "members", "nobody"];

function rows(laws, severity) {
  const words = laws.split(" ");
  return words.flatMap((code, at) => (at % 2 ? [] : [[words[at + 1], { code, severity }]]));
}

/** Problems of `draft`, in the order of the form: {code, slug, severity, field, at?, message, fix?, meant?}. */
export function problemsOf(draft, rules) {
  const whole = tidy(draft);
  const found = [];
  const noting = (field) => (slug, message, { at, fix, meant } = {}) => {
    const { code, severity } = LAWS.get(slug);
    const hard = rules.strict && /-in-prose$/.test(slug) ? "error" : severity;
    const more = Object.entries({ at, fix, meant }).filter(([, value]) => value !== undefined && value !== "");
    found.push({ code, slug, severity: hard, field, message, ...Object.fromEntries(more) });
  };
  checkHandle(whole, rules, noting("handle"));
  const texts = new Map();
  const file = fileOf(whole, rules);
  for (const spec of rules.fields) {
    const answer = whole.answers[spec.name];
    if (answer === undefined) continue;
    const note = noting(spec.name);
    texts.set(spec, textsIn(spec, answer, rules, note));
    leftovers(answer, spec, file, note);
    if (spec.kind === "tags" || spec.kind === "availability") checkTags(spec, texts.get(spec), file, rules, note);
  }
  checkSteering(whole, rules, noting);
  if ((whole.answers.listing ?? "everyone") === "everyone") checkTexts(whole, rules, texts, noting);
  return found;
}

function checkHandle({ handle }, rules, note) {
  const fix = say("Rename the file to a word of your own, as in {example}.", { example: "quill.md" });
  if (rules.handle.reserved.includes(handle.toLowerCase())) {
    note("reserved-handle", say("This name is taken by pages, settings or devices."), { fix });
  } else if (handle.length > rules.handle.most || !/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(handle)) {
    const message = say("A handle is of at most {n} lower-case letters a to z, digits and single hyphens between them.", { n: rules.handle.most });
    note("bad-handle", message, { fix });
  }
}

/** Every text, keys too, that is still the template's, ends with a comma, or is HTML where nobody reads it as such. */
function leftovers(answer, spec, file, note, at) {
  if (typeof answer === "string") return leftover(answer, spec, file, note, at);
  for (const [key, value] of Object.entries(answer)) {
    const place = at ?? (isMapping(answer) ? key : Number(key));
    if (isMapping(answer)) leftover(key, spec, file, note, place);
    leftovers(value, spec, file, note, place);
  }
}

function leftover(text, { kind }, file, note, at) {
  const isProse = kind === "prose" && at === undefined;
  for (const part of isProse ? text.split(/\n[^\S\n]*\n/) : [text]) {
    if (!PLACEHOLDER.test(part.split(/\s+/).filter(Boolean).join(" "))) continue;
    const message = say("This is still the template's text; nobody would learn anything from it.");
    note("template-text", message, { at, fix: say("Write your own, or delete the line.") });
  }
  const isPlain = !/["\\\n\t]/.test(text) && !file.includes(`"${text}"`);
  if (isProse && HTML.test(text.replace(CODE, ""))) {
    const message = say("This is HTML, which isn’t shown as it was meant; an introduction is plain text or Markdown.");
    note("plain-markdown-only", message, { at, fix: say("Say it in words and Markdown.") });
  } else if (!isProse && kind !== "tags" && isPlain && STRAY_COMMA.test(text)) {
    const message = say("A comma stands at the end of this value and becomes part of it.");
    note("stray-comma", message, { at, fix: say("Delete the comma.") });
  }
}

const canonicalTag = (text) => text.normalize("NFKC").toLowerCase().replaceAll("ß", "ss").trim().replace(/[\s_\-‐-―]+/g, "-").replace(/^-|-$/g, "");

function checkTags(spec, texts, file, rules, note) {
  const { name } = spec;
  const vocabulary = rules.vocabulary[name];
  const known = new Set(vocabulary?.terms.flat().map(canonicalTag));
  for (const { text, at } of texts) {
    if (known.has(canonicalTag(text)) || isList(text, at, name, file, note) || !vocabulary) continue;
    const meant = nearest(text, vocabulary.terms.map(([term]) => term));
    const message = say("This tag isn't in the community's vocabulary of {field}.", { field: name });
    const fix = say("Use one of its terms, or propose this one for {file}.", { file: "community.yml" });
    note(vocabulary.closed ? "closed-vocabulary" : "unlisted-tag", message, { at, fix, meant });
  }
}

/** True, with a problem, for a tag that is a list of its own, or ends like one. */
function isList(text, at, field, file, note) {
  const parts = text.split(/[;,|]/).map((part) => part.replace(/^[ .]+|[ .]+$/g, "")).filter(Boolean);
  const phrase = !/[;|]/.test(text) && (text.includes(" and ") || !/,\s/.test(text));
  if (/[,;]$/.test(text) && parts.length === 1) {
    note("list-in-one-tag", say("This tag of {field} ends with a comma, which becomes part of it.", { field }), { at, fix: parts[0] });
    return true;
  }
  if (parts.length < 2 || phrase) return false;
  const told = parts.map((part) => (/: | #|[[\]{}"]/.test(part) ? `"${part}"` : part));
  const inLine = file.includes(`\n${field}: [`);
  const fix = inLine ? told.join(", ") : told.map((part) => `- ${part}`).join("\n");
  note("list-in-one-tag", say("{field} takes one thing an entry, and this one holds a list.", { field }), { at, fix });
  return true;
}

function checkSteering({ answers }, rules, noting) {
  const closed = textsOf(answers.private);
  for (const name of textsOf(answers.public)) {
    const [field] = name.split(".");
    const spec = rules.fields.find((one) => one.name === field);
    if (closed.includes(name) || closed.includes(field)) {
      const message = say("{field} stands under public and under private; it stays private.", { field: name });
      noting("public")("opened-and-closed", message, { at: name, fix: say("Take it out of one of them.") });
    } else if (spec && !spec.widen && spec.audience !== "everyone") {
      const message = say("{field} is for members only in this community and can't be opened.", { field });
      noting("public")("cannot-open", message, { at: name, fix: say("Take {field} out of public.", { field: name }) });
    }
  }
  if (answers.listing && !LISTINGS.includes(answers.listing)) {
    const choices = LISTINGS.join(say(", "));
    noting("listing")("unknown-choice", say("{field} takes one of these: {choices}.", { field: "listing", choices }), { fix: "listing: members" });
  }
  if (answers.lang) textsIn({ name: "lang", kind: "language" }, answers.lang, rules, noting("lang"));
}

/** The language of what is written in none: the one stated, else the first that everyone sees the member speaks. */
export function languageOfDraft(draft, rules) {
  const { lang, languages } = draft.answers;
  const spoken = isOpen("languages", draft, rules) ? textsOf(languages).map(languageOf) : [];
  return (lang && languageOf(lang)) || spoken.find(Boolean) || rules.languages[0];
}

function checkTexts(draft, rules, texts, noting) {
  const person = personOf(draft, rules);
  const own = languageOfDraft(draft, rules);
  for (const [spec, said] of texts) {
    if (!isPublic(spec.name, draft, rules)) continue;
    const open = said.filter(({ audience }) => (audience ?? "everyone") === "everyone");
    open.forEach((one) => checkText(spec, one, withheld(one.text, person, one.lang ?? own), noting(spec.name)));
    if (spec.kind === "links") open.forEach((link) => checkAddress(link, person, noting(spec.name)));
  }
  const spelt = spellsName(draft.handle, person);
  if (spelt) {
    const fix = say("Keep it if that is your choice; else name the file after your nickname or any neutral word.");
    noting("handle")("handle-spells-name", say("The handle spells the private name, and everyone sees the handle."), { fix });
  }
  const links = [...texts].filter(([{ name }]) => name === "links" && isPublic(name, draft, rules)).flatMap(([, all]) => all);
  const told = links.filter(({ url }) => spellsName(url, person) && !(spelt && url.toLowerCase().includes(draft.handle)));
  if (told.length) checkLinks(told, noting("links"));
}

function checkLinks(told, note) {
  const one = "The address of this link spells the private name, and everyone sees it. So does {n} more below.";
  const message = told.length > 1
    ? count(one, "The address of this link spells the private name, and everyone sees it. So do {n} more below.", told.length - 1)
    : say("The address of this link spells the private name, and everyone sees it.");
  const fix = say("Keep it if that is your choice; else take the link out, or write {example}.", { example: "private: [links]" });
  note("link-spells-name", message, { at: told[0].at, fix });
}

/** What of one text strangers don't see: once with the sentence as they will read it, then by kind. */
function checkText({ name, kind }, { text, at }, { findings, known }, note) {
  if (known.length) {
    const fix = say("Take it out, or open it under public.");
    note("private-contact", say("{field} repeats a contact that only members see.", { field: name }), { at, fix });
  }
  const kinds = {
    name: say("your name, which only members see"),
    company: say("where you work, which only members see"),
    contact: say("something that looks like a contact"),
  };
  let told = false;
  for (const [which, what] of Object.entries(kinds)) {
    const met = (one) => known.some(([start, end]) => start < one.end && one.start < end);
    if (!findings.some((one) => one.kind === which && !met(one))) continue;
    const message = told ? say("{field} repeats {what}.", { field: name, what }) : withConsequence(name, kind, what, text, findings);
    note(`${which}-in-prose`, message, { at, fix: say("Accept it, or reword it yourself.") });
    told = true;
  }
}

function withConsequence(field, kind, what, text, findings) {
  if (kind === "tags" || kind === "availability") return say("{field} repeats {what}, so strangers won't see this entry.", { field, what });
  if (kind === "links") return say("{field} repeats {what}, so strangers will see the address's host instead of this label.", { field, what });
  const sentence = quoted(alteredSentence(text, findings));
  return say("{field} repeats {what}. Strangers will read: {sentence}", { field, what, sentence });
}

function checkAddress({ url, at }, person, note) {
  const address = unquoted(url);
  const [, path] = /^[a-z]+:(?:\/\/[^/?#]*)?([^?#]*)/i.exec(address) ?? ["", ""];
  if ([...person.secrets].some((secret) => placesOf(secret, foldContact(address)).length)) {
    const fix = say("Take the link out, or open the contact under public.");
    note("private-contact", say("The address of this link holds a contact that only members see."), { at, fix });
  } else if (path.includes("@") && !address.startsWith("mailto:") && EMAIL_IN_PATH.test(address)) {
    const message = say("The address of this link holds an e-mail address, and everyone sees it.");
    note("contact-in-prose", message, { at, fix: say("Take it out of the address.") });
  }
}

/** What only the check of the whole directory can tell, as sentences. */
export function onlyAtReview(rules) {
  const asks = (kind) => rules.fields.some((spec) => spec.kind === kind);
  return [
    say("Whether somebody who isn’t listed in public has this handle."),
    ...(asks("handle") ? [say("Whether who introduced you is a member.")] : []),
    say("Whether a text holds a contact of another member."),
    ...(asks("tags") ? [say("Whether others spell a tag otherwise.")] : []),
    say("Short forms of where you work, which give way too."),
    ...(asks("image") ? [say("Whether the picture can be read.")] : []),
  ];
}
