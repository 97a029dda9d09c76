/*
 * A draft as the file of members/. The same bytes as generator/acquaint/drafting/file.py and scalars.py write; one table
 * tests both, and they say why each sign is quoted.
 */

import { isMapping, ordered, STEERING, textsOf, tidy } from "./draft.js";

const BELOW = "# Below: seen by members only";
const LONGEST_KEY = 500;
const FLOW_WIDTH = 90;
const IN_LINES = ["tags", "languages"];
const PLAIN_TEXT =
  /^(?:[A-Za-z]|[^\0-\xbf\u2000-\u206f\u3000-\u303f\uff00-\uff65])(?:[^\n\t:#[\]{}"\\`“”„«»「」]|:(?=[!-~])|(?<=[!-~])#)*$/;
const DAY_LIKE = /^(?:[0-9]{4}-)?[0-9]{2}-[0-9]{2}$/;
const TAKEN = /^(?:~|null|true|false|yes|no|on|off|y|n)$/i;
const ESCAPES = { "\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t" };

/** The text of the file `name` in members/: Markdown, or YAML alone. Reading it gives the tidied draft back, whatever is in it. */
export function fileOf(draft, rules, name = "") {
  const tidied = tidy(draft);
  const { answers } = tidied;
  const { above, below } = ordered(tidied, rules);
  const isYaml = /\.ya?ml$/.test(name);
  const body = !isYaml && typeof answers.bio === "string" && !hasField(answers.bio, rules) ? answers.bio : "";
  const entries = (names) =>
    names
      .filter((name) => Object.hasOwn(answers, name) && !(body && name === "bio"))
      .flatMap((name) => fieldLines(name, answers[name], rules));
  const kept = entries(below);
  const lines = [...entries(above), ...(kept.length ? [BELOW, ...kept] : []), ...entries(STEERING)];
  const whole = isYaml ? lines : ["---", ...lines, "---", ...(body ? ["", body] : [])];
  return `${whole.join("\n")}\n`;
}

function hasField(bio, rules) {
  const keys = new Set([...rules.fields.map(({ name }) => name), ...STEERING, "updated", "confirmed", "owner"]);
  return [...bio.matchAll(/^([^:\n]*):(?= |$)/gm)].some(([, key]) => keys.has(key));
}

function fieldLines(name, answer, rules) {
  const kind = rules.fields.find((one) => one.name === name)?.kind ?? "tags";
  const texts = textsOf(answer);
  const line = Array.isArray(answer) && IN_LINES.includes(kind) && texts.length === answer.length && flow(texts);
  return line ? [`${scalar(name)}: ${line}`] : keyed(name, answer, "", kind === "prose");
}

function keyed(key, answer, indent, isProse) {
  const name = scalar(key);
  const isLong = Array.from(name).length > LONGEST_KEY;
  const start = isLong ? `${indent}? ${name}\n${indent}:` : `${indent}${name}:`;
  if (typeof answer !== "string") return [start, ...nested(answer, `${indent}  `, isProse)];
  if (!isProse || !answer.includes("\n")) return [`${start} ${scalar(answer)}`];
  return [`${start} |-`, ...answer.split("\n").map((line) => (line ? `${indent}  ${line}` : ""))];
}

function nested(answer, indent, isProse) {
  if (isMapping(answer)) return Object.entries(answer).flatMap(([key, value]) => keyed(key, value, indent, isProse));
  return answer.flatMap((item) => {
    const [first, ...rest] = typeof item === "string" ? [scalar(item)] : nested(item, `${indent}  `, isProse);
    const bare = first.startsWith(`${indent}  `) ? first.slice(indent.length + 2) : first;
    return [`${indent}- ${bare}`, ...rest];
  });
}

function isPlain(text) {
  return DAY_LIKE.test(text) || (PLAIN_TEXT.test(text) && text === text.trim() && !TAKEN.test(text));
}

function scalar(text) {
  return isPlain(text) ? text : `"${text.replace(/[\\"\n\t]/g, (sign) => ESCAPES[sign])}"`;
}

function flow(texts) {
  const line = `[${texts.join(", ")}]`;
  const fits = texts.every((text) => isPlain(text) && !text.includes(",")) && Array.from(line).length <= FLOW_WIDTH;
  return fits ? line : null;
}
