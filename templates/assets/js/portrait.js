/* The face of a picture: two arches on one floor, as in the mark, the front one with a photo or with initials. */

import { drawing } from "./drawings.js";

const BEHIND = { start: 3, top: -62 };
/* As in the drawn face of a page, whose box is 64 wide: the size of its letters, and how far down they stand. */
const LETTERS = { size: 27 / 64, middle: 0.55 };
const MARK = { path: "M2 29V12a8.5 8.5 0 0 1 17 0v17zM13 29V18a8.5 8.5 0 0 1 17 0v11z", box: 32, line: 2.5 };

/** Draw the face of `card` from `start` and `top` down to `floor`; what stands behind it begins at `margin`. */
export function portrait(ink, card, photo, { margin, start, top, width, floor }) {
  const { context, colours } = ink;
  const behind = arch(ink.x(margin + BEHIND.start, width), top + BEHIND.top, width, floor);
  const left = ink.x(start, width);
  const height = floor - top;
  context.fillStyle = colours.soft;
  context.fill(behind);
  context.strokeStyle = colours.accent;
  context.lineWidth = 5;
  context.stroke(behind);
  context.fillStyle = colours.paper;
  context.fill(arch(left - 9, top - 9, width + 18, floor));
  context.save();
  context.clip(arch(left, top, width, floor));
  ink.fill("back", start, top, width, height);
  if (photo) cover(context, photo, { left, top, width, height });
  else initials(ink, card, { left, top, width, height });
  context.restore();
}

/** Draw the mark that stands in the head of every page, `size` high and wide. */
export function mark(ink, start, top, size) {
  const { context, colours } = ink;
  const scale = size / MARK.box;
  context.save();
  context.translate(ink.x(start, size), top);
  context.scale(scale, scale);
  context.strokeStyle = colours.accent;
  context.lineWidth = MARK.line;
  context.lineJoin = "round";
  context.stroke(new Path2D(MARK.path));
  context.restore();
}

function initials(ink, { letters, pattern }, box) {
  const { context, colours } = ink;
  const { left, top, width, height } = box;
  drawing(pattern, context, box, colours);
  ink.font("serif", width * LETTERS.size);
  context.fillStyle = colours.letter;
  context.direction = "ltr";
  context.textAlign = "center";
  const { actualBoundingBoxAscent: above, actualBoundingBoxDescent: below } = context.measureText(letters);
  context.fillText(letters, left + width / 2, top + height * LETTERS.middle + (above - below) / 2);
}

function arch(left, top, width, floor) {
  const path = new Path2D();
  const radius = width / 2;
  path.moveTo(left, floor);
  path.lineTo(left, top + radius);
  path.arc(left + radius, top + radius, radius, Math.PI, 0);
  path.lineTo(left + width, floor);
  return path;
}

/** The middle of `photo` as large as it must be to leave nothing free. */
function cover(context, photo, { left, top, width, height }) {
  const scale = Math.max(width / photo.naturalWidth, height / photo.naturalHeight);
  const [wide, high] = [photo.naturalWidth * scale, photo.naturalHeight * scale];
  context.drawImage(photo, left + (width - wide) / 2, top + (height - high) / 2, wide, high);
}
