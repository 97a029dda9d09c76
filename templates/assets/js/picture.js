/* A member's card as a picture for chats: the face, the name and the headline, some tags, and where it is found. */

import { Ink } from "./ink.js";
import { mark, portrait } from "./portrait.js";
import { directionOf, shortened, wrapped } from "./wrapping.js";

const [WIDTH, HEIGHT] = [1200, 630];
const MARGIN = 76;
const FLOOR = 512;
const FACE = { margin: MARGIN, start: 144, top: 140, width: 308, floor: FLOOR };
const TEXT = { start: 512, width: WIDTH - MARGIN - 512, top: 66, bottom: FLOOR - 34 };
/* What is tried for a text, one after the other: a size, and how many lines it may take. */
const NAME = [[92, 1], [84, 1], [76, 1], [68, 1], [60, 1], [68, 2], [60, 2], [52, 2], [44, 2], [38, 2]];
const HEADLINE = [[40, 3], [37, 4], [34, 4], [31, 4], [28, 5]];
const HEADLINE_BELOW_TWO = [[37, 2], [34, 3], [31, 3], [28, 4]];
const LEADING = { name: 1.12, headline: 1.36 };
const TAG = { height: 46, size: 23, padding: 18, gap: 12, most: 5 };
const GAP = { headline: 20, tags: 32 };
const FOOT = { title: [30, 26, 22], address: [23, 20, 17], widest: 660, mark: 42 };

/** Draw `card` on `canvas`; `photo` is the picture of the member as an image, or null for their initials. */
export function draw(canvas, card, photo) {
  [canvas.width, canvas.height] = [WIDTH, HEIGHT];
  // Where the name is written from right to left the whole picture is: the face stands where one begins to read.
  const ink = new Ink(canvas, WIDTH, directionOf(card.nickname) === "rtl");
  ink.fill("paper", 0, 0, WIDTH, HEIGHT);
  portrait(ink, card, photo, FACE);
  ink.fill("ink", MARGIN, FLOOR, WIDTH - 2 * MARGIN, 2);
  drawWords(ink, card);
  drawFoot(ink, card);
}

/** The name, the headline and the tags, together in the middle of their room. */
function drawWords(ink, { nickname, headline, tags }) {
  const name = fitted(ink, nickname, NAME, LEADING.name);
  const told = headline ? fitted(ink, headline, name.lines.length > 1 ? HEADLINE_BELOW_TWO : HEADLINE, LEADING.headline) : null;
  const row = TAG.height + TAG.gap;
  const room = TEXT.bottom - TEXT.top - name.height - (told ? GAP.headline + told.height : 0);
  const rows = rowsOf(ink, tags.slice(0, TAG.most), Math.floor((room - GAP.tags + TAG.gap) / row));
  const left = room - (rows.length ? GAP.tags + rows.length * row - TAG.gap : 0);
  let y = TEXT.top + Math.max(0, left / 2);
  y = drawLines(ink, name, "ink", y);
  if (told) y = drawLines(ink, told, "quiet", y + GAP.headline);
  rows.forEach((tagged, at) => drawTags(ink, tagged, y + GAP.tags + at * row));
}

/** `text` by the first of `tries` that takes all of it without tearing a word apart, else by the last. */
function fitted(ink, text, tries, leading) {
  let found;
  for (const [size, most] of tries) {
    ink.font("serif", size);
    const { lines, cut, broken } = wrapped(text, ink.measure, TEXT.width, most);
    found = { lines, size, leading, direction: directionOf(text), height: lines.length * size * leading };
    if (!cut && !broken) break;
  }
  return found;
}

function drawLines(ink, { lines, size, leading, direction }, colour, top) {
  ink.font("serif", size);
  const middle = (at) => top + (at + 0.5) * size * leading;
  lines.forEach((line, at) => ink.write(line, colour, { start: TEXT.start, middle: middle(at), size, direction }));
  return top + lines.length * size * leading;
}

/** As many of `tags` as go into `most` rows, each as {text, width}. */
function rowsOf(ink, tags, most) {
  ink.font("sans", TAG.size);
  const rows = [];
  let used = Infinity;
  for (const tag of tags) {
    const text = shortened(tag, ink.measure, TEXT.width - 2 * TAG.padding);
    const width = Math.ceil(ink.measure(text)) + 2 * TAG.padding;
    if (used + width > TEXT.width) {
      if (rows.length >= most) break;
      rows.push([]);
      used = 0;
    }
    rows.at(-1).push({ text, width });
    used += width + TAG.gap;
  }
  return rows;
}

function drawTags(ink, row, top) {
  ink.font("sans", TAG.size);
  let start = TEXT.start;
  for (const { text, width } of row) {
    ink.fill("soft", start, top, width, TAG.height, TAG.height / 2);
    ink.write(text, "accent", { start: start + TAG.padding, middle: top + TAG.height / 2, size: TAG.size });
    start += width + TAG.gap;
  }
}

/** Whose card this is: the community under its mark, and on the other side where the card is found. */
function drawFoot(ink, { title, address }) {
  const middle = (FLOOR + HEIGHT) / 2;
  mark(ink, MARGIN - 2, middle - FOOT.mark / 2, FOOT.mark);
  const bare = address.replace(/^https?:\/\//u, "").replace(/\/$/u, "");
  const found = oneLine(ink, bare, "sans", FOOT.address, FOOT.widest);
  ink.write(found.text, "quiet", { start: WIDTH - MARGIN - found.width, middle, size: found.size, direction: "ltr" });
  const start = MARGIN + FOOT.mark + 16;
  const whose = oneLine(ink, title, "serif", FOOT.title, WIDTH - MARGIN - start - found.width - 40);
  ink.write(whose.text, "ink", { start, middle, size: whose.size });
}

/** `text` in the first of `sizes` that is no wider than `width`, else the beginning of it in the last. */
function oneLine(ink, text, family, sizes, width) {
  for (const size of sizes) {
    ink.font(family, size);
    const fits = ink.measure(text) <= width;
    if (!fits && size !== sizes.at(-1)) continue;
    const shown = shortened(text, ink.measure, width);
    return { text: shown, size, width: ink.measure(shown) };
  }
}
