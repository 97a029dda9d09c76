/* What the form answers to what one types: remarks, how it will look, and the ways out. Fetched once somebody begins. */

import { Doors } from "./doors.js";
import { canRead } from "./person.js";
import { Preview } from "./preview.js";
import { Remarks } from "./remarks.js";
import { learnToFind } from "./withhold.js";

/**
 * Bring all three to life below `root`; the result is {grow, note, show}. `read` gives the draft, `picture` the address of the
 * chosen picture, `edited` the member who is changed.
 */
export function answering(root, rules, { read, picture, edited }) {
  const preview = new Preview(root, rules, picture);
  const remarks = new Remarks(root, rules, read);
  const doors = new Doors(root, rules, edited);
  return {
    grow: () => remarks.grow(),
    note: (name, text) => remarks.note(name, text),
    async show() {
      if (!canRead(read(), rules)) {
        // Nothing is shown or offered that still holds what must not be read.
        preview.clear();
        doors.close();
        await learnToFind();
      }
      const draft = read();
      preview.show(draft);
      remarks.show(draft);
      doors.show(draft);
    },
  };
}
