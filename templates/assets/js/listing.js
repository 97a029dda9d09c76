/* What stands above and around the list: how many there are, in which order, and what there is to say about it. */

import { Announcer } from "./announcer.js";
import { button, element } from "./dom.js";
import { count, say } from "./words.js";

/** Switches the page between the list it came with and what was found; `named` gives its parts. */
export class Listing {
  constructor(named) {
    this.named = named;
    this.everybody = named("count").dataset.everybody;
    this.announcer = new Announcer(named("announced"), this.everybody);
  }

  /** The list that the page came with. */
  showEverybody() {
    this.#swap(false);
    this.named("notices").replaceChildren();
    this.#offer("newest", false);
    this.#tell(this.everybody);
  }

  /** What `answer` found stands in the list: say so, with `notices`, and in which order it is. */
  showFound(answer, question, notices) {
    this.#swap(true);
    this.named("notices").replaceChildren(...notices);
    this.#offer(question.sort, question.text.trim() !== "");
    this.#tell(found(answer), JSON.stringify(question));
  }

  /** The answer takes its time. */
  showWaiting() {
    this.#tell(say("Searching …"));
  }

  /** There is no answer: `again` asks once more. */
  showFailure(again) {
    this.showEverybody();
    const said = say("The search did not load, so here is everybody. You can still browse by topic.");
    const retry = button(say("Try again"), "link", again);
    this.named("notices").replaceChildren(element("p", { class: "notice" }, said, " ", retry));
    this.#tell(say("The search did not load."));
  }

  #swap(isSearching) {
    this.named("all").hidden = isSearching;
    this.named("found").hidden = !isSearching;
  }

  /** The order in use; that of the best match is there only for a text. */
  #offer(sort, hasText) {
    const match = this.named("sort").querySelector("[value=match]");
    match.hidden = match.disabled = !hasText;
    this.named("sort").value = sort;
  }

  #tell(text, asked) {
    this.named("count").textContent = text;
    this.announcer.say(text, asked);
  }
}

function found({ members, complete }) {
  const n = members.length;
  if (complete) return count("{n} person found", "{n} people found", n);
  return count("{n} person found so far", "{n} people found so far", n);
}
