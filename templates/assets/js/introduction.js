/* A member's introduction as plain text for a chat, made of what their page says to everybody. */

import { openFields, passedOn } from "./told.js";
import { listed, say } from "./words.js";

/* Characters of a longer text that a chat bears. */
const MOST = 600;
const SAID = { words: oneLine, place: oneLine, tags: oneLine, availability: oneLine, languages: oneLine, prose, entries: lines, dated: lines };

/** The text: name and headline, each field below its label, and where the page is. */
export function introduction() {
  const { handle, name, pronouns, headline, place, address } = passedOn();
  const named = name === `@${handle}` ? name : say("{name} ({more})", { name, more: `@${handle}` });
  const head = [pronouns ? say("{name}, {more}", { name: named, more: pronouns }) : named, headline, place];
  const fields = openFields().filter(({ kind, items }) => SAID[kind] && items.length);
  const told = fields.map((field) => SAID[field.kind](field));
  return [head.filter(Boolean).join("\n"), ...told, address].filter(Boolean).join("\n\n");
}

function oneLine({ label, items }) {
  return say("{label}: {value}", { label, value: listed(items.map((item) => item.text)) });
}

function lines({ label, items }) {
  const told = items.map(({ text, day }) => (day ? say("{text} ({day})", { text, day }) : text));
  return [say("{label}:", { label }), ...told.map((line) => `- ${line}`)].join("\n");
}

function prose({ label, items: [{ text }] }) {
  return [say("{label}:", { label }), beginning(text.replace(/\n{2,}/g, "\n"))].join("\n");
}

/** `text`, if it is short enough; else cut where a word ends, with an ellipsis. */
function beginning(text) {
  if (text.length <= MOST) return text;
  const cut = text.slice(0, MOST);
  const end = cut.lastIndexOf(" ");
  return `${(end >= MOST / 2 ? cut.slice(0, end) : cut).trimEnd()} …`;
}
