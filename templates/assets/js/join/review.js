/* What a form can't know, and what therefore waits for the review. */

import { say } from "../words.js";

/** What only the check of the whole directory can tell, as sentences. */
export function onlyAtReview(rules) {
  const asks = (kind) => rules.fields.some((spec) => spec.kind === kind);
  return [
    say("Whether somebody who isn’t listed in public has this handle."),
    ...(asks("handle") ? [say("Whether who introduced you is a member.")] : []),
    say("Whether a text holds a contact of another member."),
    ...(asks("tags") ? [say("Whether others spell a tag otherwise.")] : []),
    say("Short forms of where you work and rarer spellings of a name or a contact, which give way too."),
    ...(asks("image") ? [say("Whether the picture can be read.")] : []),
  ];
}
