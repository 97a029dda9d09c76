/* The little of Markdown that a preview needs, as nodes: paragraphs, headings, lists, bold, italics, code, links. */

import { element } from "../dom.js";

const ITEM = /^\s{0,3}(?:[-*+]|\d{1,9}[.)])\s+/;
const HEADING = /^\s{0,3}#{1,6}\s+/;
const INLINE = /\*\*(?<bold>[^*\n]+)\*\*|(?<![\p{L}\p{N}*])[*_](?<slant>[^*_\n]+)[*_](?![\p{L}\p{N}])|`(?<code>[^`\n]+)`|!?\[(?<link>[^\]\n]*)\]\([^)\s]*(?:\s[^)]*)?\)/gu;

/** The blocks of `text`. A link is drawn and leads nowhere: what is typed here stands in no address. */
export function blocks(text) {
  return text.split(/\n\s*\n/).filter((block) => block.trim()).flatMap(blockOf);
}

function blockOf(block) {
  const lines = block.split("\n").filter((line) => line.trim());
  if (HEADING.test(lines[0])) {
    const rest = lines.slice(1).join("\n");
    const heading = element("p", { class: "shown__heading" }, ...inline(lines[0].replace(HEADING, "")));
    return rest ? [heading, ...blockOf(rest)] : [heading];
  }
  if (!lines.every((line) => ITEM.test(line))) return [element("p", {}, ...inline(lines.join("\n")))];
  const list = /^\s*\d/.test(lines[0]) ? "ol" : "ul";
  return [element(list, {}, ...lines.map((line) => element("li", {}, ...inline(line.replace(ITEM, "")))))];
}

function inline(text) {
  const nodes = [];
  let at = 0;
  for (const found of text.matchAll(INLINE)) {
    nodes.push(text.slice(at, found.index), drawn(found.groups));
    at = found.index + found[0].length;
  }
  return [...nodes, text.slice(at)].filter((node) => node !== "");
}

function drawn({ bold, slant, code, link }) {
  if (bold) return element("strong", {}, bold);
  if (slant) return element("em", {}, slant);
  return code ? element("code", {}, code) : element("span", { class: "shown__link" }, link);
}
