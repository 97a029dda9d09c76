/* Numbers as letters, in base 26, the last letter of each a capital: see generator/acquaint/search/numbers.py. */

const CAPITAL = 65;
const SMALL = 97;

/** Every number in `letters`. */
export function numbers(letters) {
  const found = [];
  for (let at = 0, number = 0; at < letters.length; at++) {
    const code = letters.charCodeAt(at);
    if (code >= SMALL) {
      number = number * 26 + code - SMALL;
    } else {
      found.push(number * 26 + code - CAPITAL);
      number = 0;
    }
  }
  return found;
}

/** Rising numbers from the gaps between them: call `visit` with each, raised by `first`. */
export function visitGaps(letters, first, visit) {
  for (let at = 0, gap = 0, next = first; at < letters.length; at++) {
    const code = letters.charCodeAt(at);
    if (code >= SMALL) {
      gap = gap * 26 + code - SMALL;
    } else {
      next += gap * 26 + code - CAPITAL;
      visit(next++);
      gap = 0;
    }
  }
}
