/* What the form answers to what one types: remarks, how it will look, and the ways out. Fetched once somebody begins. */

import { Doors } from "./doors.js";
import { Preview } from "./preview.js";
import { Remarks } from "./remarks.js";

/**
 * Bring all three to life below `root`; the result is {show, note}. `read` gives the draft, `picture` the address of the
 * chosen picture, `edited` the member who is changed.
 */
export function answering(root, rules, { read, picture, edited }) {
  const preview = new Preview(root, rules, picture);
  const remarks = new Remarks(root, rules, read);
  const doors = new Doors(root, rules, edited);
  return {
    note: (name, text) => remarks.note(name, text),
    show() {
      const draft = read();
      preview.show(draft);
      remarks.show(draft);
      doors.show(draft);
    },
  };
}
