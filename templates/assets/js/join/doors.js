/* The ways out: a message, a pull request, a file, a text. No private value is ever part of an address. */

import { copy, isInApp, written } from "./carrying.js";
import { part } from "../dom.js";
import { say } from "../words.js";
import { tidy } from "./draft.js";
import { fileOf } from "./file.js";
import { isHandle } from "./handles.js";
import { messageOf } from "./message.js";
import { isForAll, privatePart, readByAll } from "./parts.js";

const LONGEST_ADDRESS = 6000;
/* Ways on which the file is told by its name. */
const NEED_A_FILE = ["pull-request", "download"];

/** The doors below `root`. `editing` gives the member who is changed, null for a new one; their file may be unknown, "". */
export class Doors {
  constructor(root, rules, editing) {
    Object.assign(this, { rules, editing, rest: part(root, "rest"), closed: part(root, "closed") });
    const all = part(root, "doors");
    this.doors = new Map([...all.querySelectorAll("[data-door]")].map((door) => [door.dataset.door, door]));
    // Under a finger the message goes first: most of those who write here came from a chat.
    const message = this.doors.get("message");
    if (message && (isInApp || matchMedia("(pointer: coarse)").matches)) all.insertBefore(message, all.querySelector("[data-door]"));
    this.#bring();
  }

  get isPublic() {
    return this.rules.repository?.visibility === "public";
  }

  /** Lead nowhere until there is a draft to carry. */
  close() {
    for (const door of this.doors.values()) door.hidden = true;
    this.#empty();
  }

  /** Carry `draft` from now on, or nothing while it has no handle that can be one. */
  show(draft) {
    const whole = tidy(draft);
    const isReady = isHandle(whole.handle, this.rules);
    const edited = this.editing();
    this.closed.hidden = isReady;
    for (const [name, door] of this.doors) door.hidden = !isReady || (edited?.file === "" && NEED_A_FILE.includes(name));
    if (!isReady) return this.#empty();
    const inside = privatePart(whole, this.rules);
    this.hasInside = Object.keys(inside.answers).length > 0;
    this.name = edited?.file || `${whole.handle}.md`;
    const open = readByAll(whole, this.rules);
    this.file = fileOf(this.isPublic ? open : whole, this.rules, this.name);
    const message = messageOf(whole, this.rules);
    const change = edited ? say("A change of my introduction:") : "";
    this.#put("message", change ? `${change}\n\n${message}` : message);
    this.#put("copy", this.file);
    this.changes = edited?.changes(this.isPublic ? open : whole, (draft) => fileOf(draft, this.rules, ".yml"));
    this.#put("pull-request", this.changes?.text ?? this.file);
    this.rest.hidden = !(this.isPublic && this.hasInside);
    part(this.rest, "text").value = this.rest.hidden ? "" : messageOf(inside, this.rules);
    this.#mail(whole.handle);
    this.#save();
    this.#request(fileOf(open, this.rules), this.isPublic || isForAll(whole, this.rules));
  }

  /** Nothing of a draft stays behind in a closed door. */
  #empty() {
    [this.name, this.file, this.rest.hidden] = ["", "", true];
    for (const place of [...this.doors.values(), this.rest]) {
      const [text, mail, go] = ["text", "mail", "go"].map((name) => part(place, name));
      if (text) text.value = "";
      if (mail) mail.href = `mailto:${this.rules.reach.email}`;
      if (go) go.href = this.rules.repository.url;
      if (part(place, "how")) part(place, "how").textContent = "";
    }
  }

  #put(name, text) {
    const door = this.doors.get(name);
    if (door) part(door, "text").value = text;
  }

  /** The subject holds the handle, which everybody sees; the text is pasted. */
  #mail(handle) {
    const mail = this.doors.has("message") && part(this.doors.get("message"), "mail");
    const called = { handle: `@${handle}` };
    const subject = say("Introduction of {handle}", called);
    if (mail) mail.href = `mailto:${this.rules.reach.email}?subject=${encodeURIComponent(subject)}`;
  }

  #save() {
    const door = this.doors.get("download");
    if (!door) return;
    const saves = this.changes?.saves ?? say("Saves {file}. Send it to the organiser, or put it into the folder members.", { file: this.name });
    part(door, "how").textContent = isInApp ? say("This app’s browser saves no files: send the message, or open this page in your own browser.") : saves;
  }

  /** Where the pull request begins: with the text in the address while all of it is public and short, else pasted. */
  #request(file, isOpen) {
    const door = this.doors.get("pull-request");
    if (!door || door.hidden) return;
    const { repository } = this.rules;
    const [name, edited] = [encodeURIComponent(this.name), this.editing()];
    const empty = repository.new ? `${repository.new}${name}` : repository.url;
    const full = `${empty}${repository.value}${encodeURIComponent(file)}`;
    const fits = repository.new && !edited && full.length <= LONGEST_ADDRESS && isOpen;
    this.pasted = !fits;
    part(door, "go").href = edited && repository.edit ? repository.edit + name : fits ? full : empty;
    const pasted = this.changes?.how ?? say("Copies the file and opens an empty editor: paste it there as members/{file}.", { file: this.name });
    part(door, "how").textContent = fits ? say("Opens the editor with members/{file} filled in.", { file: this.name }) : pasted;
    part(door, "fallback").hidden = fits;
  }

  #bring() {
    for (const place of [...this.doors.values(), this.rest]) {
      part(place, "copy")?.addEventListener("click", () => this.#copy(place));
    }
    const [message, request, saved] = ["message", "pull-request", "download"].map((name) => this.doors.get(name));
    if (message) this.#bringMessage(message);
    if (request) part(request, "go").addEventListener("click", () => this.pasted && this.#copy(request));
    if (saved) {
      part(saved, "save").hidden = isInApp;
      part(saved, "save").addEventListener("click", () => {
        written(this.name, new Blob([this.file], { type: this.name.endsWith(".md") ? "text/markdown" : "application/yaml" }));
        part(saved, "done").textContent = say("Saved as {file}", { file: this.name });
      });
    }
  }

  #bringMessage(door) {
    part(door, "mail")?.addEventListener("click", () => this.#copy(door));
    const share = part(door, "share");
    share.hidden = !navigator.share;
    part(door, "by-hand").hidden = !isInApp;
    part(door, "if-not").hidden = isInApp;
    share.addEventListener("click", async () => {
      try {
        await navigator.share({ text: part(door, "text").value });
      } catch (error) {
        // Who closes the sheet again has changed their mind.
        if (error.name !== "AbortError") this.#copy(door);
      }
    });
    part(door, "text").addEventListener("focus", (event) => event.target.select());
  }

  #copy(place) {
    if (!this.name) return undefined;
    const folded = place.querySelector("details");
    if (folded) folded.open = true;
    return copy(part(place, "text"), part(place, "done"));
  }
}
