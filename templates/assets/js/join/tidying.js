/* What an introduction shouldn't keep: the template's words, stray commas, HTML, lists in one tag, tags that nobody knows. */

import { say } from "../words.js";
import { nearest } from "./codes.js";
import { isMapping } from "./draft.js";

const PLACEHOLDER =
  /^(?:<(?![a-z]+:\/\/|mailto:)[^<>@]*\p{L}[^<>@]*>|lorem ipsum.*|your (?:full )?name(?: here)?)$/iu;
const HTML = /<\/?(?:table|t[rdh]|tbody|div|p|br|span|font|h[1-6]|ul|ol|li|html|body|head|img|center)\b[^>]*>/i;
const CODE_SPAN = /```[^]*?(?:```|$)|`[^`\n]+`/g;
const STRAY_COMMA = /[\p{L}\p{N}_]["'”]?[,，、;；]$/u;

/** Every text, keys too, that is still the template's, ends with a comma, or is HTML where nobody reads it as such. */
export function leftovers(answer, spec, file, note, at) {
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
  if (isProse && HTML.test(text.replace(CODE_SPAN, ""))) {
    const message = say("This is HTML, which isn’t shown as it was meant; an introduction is plain text or Markdown.");
    note("plain-markdown-only", message, { at, fix: say("Say it in words and Markdown.") });
  } else if (!isProse && kind !== "tags" && isPlain && STRAY_COMMA.test(text)) {
    const message = say("A comma stands at the end of this value and becomes part of it.");
    note("stray-comma", message, { at, fix: say("Delete the comma.") });
  }
}

const canonicalTag = (text) => text.normalize("NFKC").toLowerCase().replaceAll("ß", "ss").trim().replace(/[\s_\-‐-―]+/g, "-").replace(/^-|-$/g, "");

/** Each tag is one thing, and one that the community knows if it has a vocabulary. */
export function checkTags(spec, texts, file, rules, note) {
  const [vocabulary, field] = [rules.vocabulary[spec.name], rules.called(spec.name)];
  const known = new Set(vocabulary?.terms.flat().map(canonicalTag));
  for (const { text, at } of texts) {
    if (known.has(canonicalTag(text)) || isList(text, at, field, file.includes(`\n${spec.name}: [`), note) || !vocabulary) continue;
    const meant = nearest(text, vocabulary.terms.map(([term]) => term));
    const message = say("This tag isn't in the community's vocabulary of {field}.", { field });
    const fix = say("Use one of its terms, or propose this one for {file}.", { file: "community.yml" });
    note(vocabulary.closed ? "closed-vocabulary" : "unlisted-tag", message, { at, fix, meant });
  }
}

/** True, with a problem, for a tag that is a list of its own, or ends like one. */
function isList(text, at, field, inLine, note) {
  const parts = text.split(/[;,|]/).map((part) => part.replace(/^[ .]+|[ .]+$/g, "")).filter(Boolean);
  const phrase = !/[;|]/.test(text) && (text.includes(" and ") || !/,\s/.test(text));
  if (/[,;]$/.test(text) && parts.length === 1) {
    note("list-in-one-tag", say("This tag of {field} ends with a comma, which becomes part of it.", { field }), { at, fix: parts[0] });
    return true;
  }
  if (parts.length < 2 || phrase) return false;
  const told = parts.map((part) => (/: | #|[[\]{}"]/.test(part) ? `"${part}"` : part));
  const fix = inLine ? told.join(", ") : told.map((part) => `- ${part}`).join("\n");
  note("list-in-one-tag", say("{field} takes one thing an entry, and this one holds a list.", { field }), { at, fix });
  return true;
}
