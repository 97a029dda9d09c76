/* What a picture is drawn with: a canvas, the colours and letters of the page, and the side from which it is read. */

import { byDaylight } from "./light.js";
import { directionOf } from "./wrapping.js";

const COLOURS = {
  paper: "var(--paper)",
  line: "var(--line)",
  ink: "var(--ink)",
  quiet: "var(--ink-soft)",
  accent: "var(--accent)",
  soft: "var(--accent-soft)",
  // Those of a drawn face, which the styles set for its hue and pattern.
  back: "var(--back)",
  draw: "var(--draw)",
  also: "var(--also)",
  letter: "var(--letter)",
};

/* How far the line that letters stand on is below their middle. */
const BASELINE = 0.35;

/** Draws on `canvas`, which is `width` wide. Places are told as if read from the left; `isMirrored` turns them round. */
export class Ink {
  constructor(canvas, width, isMirrored) {
    byDaylight(canvas);
    const style = getComputedStyle(canvas);
    const fonts = { serif: style.getPropertyValue("--serif"), sans: style.getPropertyValue("--sans") };
    const measure = (text) => this.context.measureText(text).width;
    Object.assign(this, { context: canvas.getContext("2d"), colours: resolved(canvas), fonts, width, isMirrored, measure });
  }

  /** The left edge of what is `width` wide and begins at `start`. */
  x(start, width) {
    return this.isMirrored ? this.width - start - width : start;
  }

  /** A filled rectangle, or with a `radius` a rounded one. */
  fill(colour, start, top, width, height, radius = 0) {
    this.context.fillStyle = this.colours[colour];
    this.context.beginPath();
    this.context.roundRect(this.x(start, width), top, width, height, radius);
    this.context.fill();
  }

  /** The letters that are measured and written from now on: of the family `serif` or `sans`. */
  font(family, size) {
    this.context.font = `${size}px ${this.fonts[family]}`;
    this.context.letterSpacing = "0px"; // whatever the styles of the canvas say
  }

  /** One line of `text` from `start`; `middle` is the height of its middle, `direction` that of the text. */
  write(text, colour, { start, middle, size, direction = directionOf(text) }) {
    const { context } = this;
    context.direction = direction;
    context.textAlign = this.isMirrored ? "right" : "left";
    context.fillStyle = this.colours[colour];
    context.fillText(text, this.isMirrored ? this.width - start : start, middle + size * BASELINE);
  }
}

/** The colours as they are where `canvas` stands: a browser resolves them in a property that takes a colour. */
function resolved(canvas) {
  const found = {};
  canvas.style.forcedColorAdjust = "none"; // a screen of few colours is the sender's, too
  for (const [name, value] of Object.entries(COLOURS)) {
    canvas.style.color = value;
    found[name] = getComputedStyle(canvas).color;
  }
  canvas.style.color = "";
  return found;
}
