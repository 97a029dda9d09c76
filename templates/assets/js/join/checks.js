/* What is wrong with a draft, in the codes and the words of `acquaint check`; one table of cases tests both. */

import { count, quoted, say } from "../words.js";
import { languageOf } from "./codes.js";
import { placesOf } from "./contacts.js";
import { isOpen, isPublic, LISTINGS, textsOf, tidy } from "./draft.js";
import { fileOf } from "./file.js";
import { foldContact } from "./folds.js";
import { personOf } from "./person.js";
import { checkTags, leftovers } from "./tidying.js";
import { textsIn } from "./values.js";
import { alteredSentence, holdsEmail, spellsName, unquoted, withheld } from "./withhold.js";

/* The laws that a form can break: by their names, their codes; an error stops a build. */
const ERRORS =
  "A012 unknown-field A014 too-long A015 too-many A016 template-text A030 no-such-date A034 not-an-email A035 not-a-phone A036 unknown-contact A037 unknown-choice A039 not-a-contact A040 unsafe-link A042 bad-handle A043 reserved-handle A050 cannot-open A063 private-contact A064 too-much-markup A072 closed-vocabulary";
const WARNINGS =
  "A023 list-in-one-tag A032 unknown-timezone A033 unknown-language A041 malformed-link A045 handle-spells-name A046 link-spells-name A051 opened-and-closed A060 name-in-prose A061 company-in-prose A062 contact-in-prose A071 unlisted-tag A096 plain-markdown-only A099 stray-comma";
const LAWS = new Map([...rows(ERRORS, "error"), ...rows(WARNINGS, "warning")]);

function rows(laws, severity) {
  const words = laws.split(" ");
  return words.flatMap((code, at) => (at % 2 ? [] : [[words[at + 1], { code, severity }]]));
}

/**
 * Problems of `draft`, in the order of the form: {code, slug, severity, field, at?, message, fix?, meant?}. A message
 * names a field as `called` does: by its key, or as a form has it.
 */
export function problemsOf(draft, known, called = (name) => name) {
  const rules = { ...known, called };
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
    open.forEach((one) => checkText(spec.kind, rules.called(spec.name), one, withheld(one.text, person, one.lang ?? own), noting(spec.name)));
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
function checkText(kind, field, { text, at }, { findings, known }, note) {
  if (known.length) {
    const fix = say("Take it out, or open it under public.");
    note("private-contact", say("{field} repeats a contact that only members see.", { field }), { at, fix });
  }
  const kinds = {
    name: say("your name, which only members see"),
    company: say("where you work, which only members see"),
    contact: say("something that looks like a contact"),
  };
  let told = false;
  for (const [which, what] of Object.entries(kinds)) {
    const met = (one) => known.some(({ start, end }) => start < one.end && one.start < end);
    if (!findings.some((one) => one.kind === which && !met(one))) continue;
    const message = told ? say("{field} repeats {what}.", { field, what }) : withConsequence(field, kind, what, text, findings);
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
  if ([...person.secrets].some((secret) => placesOf(secret, foldContact(address)).length)) {
    const fix = say("Take the link out, or open the contact under public.");
    note("private-contact", say("The address of this link holds a contact that only members see."), { at, fix });
  } else if (holdsEmail(url)) {
    const message = say("The address of this link holds an e-mail address, and everyone sees it.");
    note("contact-in-prose", message, { at, fix: say("Take it out of the address.") });
  }
}
