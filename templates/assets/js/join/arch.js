/* The drawn face of somebody without a picture: letters from the name, hue and drawing from the handle, as in pages. */

const HUES = 10;
const PATTERNS = 8;
const SVG = "http://www.w3.org/2000/svg";

/** Draws faces; `changed` is called once the drawing of a handle is known, which takes a moment. */
export class Arch {
  constructor(changed) {
    Object.assign(this, { changed, known: new Map() });
  }

  drawn(handle, name) {
    const [hue, pattern] = this.known.get(handle) ?? [0, 0];
    if (!this.known.has(handle)) this.#learn(handle);
    const svg = made("svg", { class: `avatar avatar--drawn hue-${hue} pattern-${pattern}`, viewBox: "0 0 64 64", "aria-hidden": "true" });
    const text = made("text", { x: 32, y: 36, "text-anchor": "middle", "dominant-baseline": "central" });
    text.textContent = lettersOf(name) || lettersOf(handle) || "·";
    svg.append(text);
    return svg;
  }

  async #learn(handle) {
    this.known.set(handle, [0, 0]);
    // There is none where a page comes without https.
    const digest = await crypto.subtle?.digest("SHA-256", new TextEncoder().encode(handle));
    if (!digest) return;
    const [hue, pattern] = new Uint8Array(digest);
    this.known.set(handle, [hue % HUES, pattern % PATTERNS]);
    this.changed();
  }
}

function made(tag, attributes) {
  const node = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
  return node;
}

function lettersOf(name) {
  const firsts = name.split(/\s+/).flatMap((word) => /[\p{L}\p{N}]\p{M}{0,2}/u.exec(word)?.[0].toUpperCase() ?? []);
  const hasCase = firsts.length && (firsts[0].toLowerCase() !== firsts[0] || /\d/.test(firsts[0]));
  return firsts.length > 1 && hasCase ? firsts[0] + firsts.at(-1) : (firsts[0] ?? "");
}
