/* A text as strangers will read it, and the one sentence of it in which something gives way. */

const LONGEST = 160;
const END = /[.!?。！？]+["”')）]*(?:\s+|$)|(?<=[。！？])|\n+/g;

/** `text` with all findings replaced; they are in order and don't overlap. */
export function altered(text, findings) {
  let reached = 0;
  const pieces = findings.map(({ start, end, instead }) => {
    const piece = text.slice(reached, start) + instead;
    reached = end;
    return piece;
  });
  return pieces.join("") + text.slice(reached);
}

/** The sentence of the first finding with all its findings replaced, at most 160 characters; "" without findings. */
export function alteredSentence(text, findings) {
  if (!findings.length) return "";
  let [start, end] = [0, text.length];
  for (const stop of text.matchAll(END)) {
    const [from, to] = [stop.index, stop.index + stop[0].length];
    if (findings.some((one) => one.start < to && from < one.end)) continue;
    if (to <= findings[0].start) start = to;
    else if (from >= findings[0].end) {
      end = to;
      break;
    }
  }
  const held = findings.filter((one) => start <= one.start && one.end <= end);
  const told = [...altered(text.slice(0, end), held).slice(start).split(/\s+/).filter(Boolean).join(" ")];
  if (told.length <= LONGEST) return told.join("");
  const at = [...text.slice(start, held[0].start).split(/\s+/).filter(Boolean).join(" ")].length;
  const room = LONGEST - 2;
  const first = Math.max(0, Math.min(at - Math.floor(room / 3), told.length - room));
  const cut = told.slice(first, first + room).join("").trim();
  return `${first ? "…" : ""}${cut}${first + room < told.length ? "…" : ""}`;
}
