/* A picture, cut to a square and written anew: what a camera noted in the file stays behind. Fetched once one is chosen. */

import { part } from "../dom.js";
import { say } from "../words.js";
import { isInApp, written } from "./carrying.js";

const SIDE = 416;
const STEP = 12;
const ZOOM = 1.12;
const MOST_ZOOM = 6;
const QUALITY = 0.88;
const MOVES = { ArrowLeft: [-STEP, 0], ArrowRight: [STEP, 0], ArrowUp: [0, -STEP], ArrowDown: [0, STEP] };

/** The picture of the form below `field`; `handle` gives the name of its file, `changed` is called when it looks otherwise. */
export class Portrait {
  constructor(field, handle, changed) {
    const named = (name) => part(field, name);
    Object.assign(this, { handle, changed, address: "", input: named("value"), crop: named("crop"), canvas: named("canvas"), named });
    named("larger").addEventListener("click", () => this.#zoom(ZOOM));
    named("smaller").addEventListener("click", () => this.#zoom(1 / ZOOM));
    named("discard").addEventListener("click", () => this.clear());
    named("save").addEventListener("click", () => this.#save());
    named("save").hidden = isInApp;
    this.canvas.addEventListener("keydown", (event) => this.#pressed(event));
    this.canvas.addEventListener("wheel", (event) => this.#wheel(event), { passive: false });
    this.canvas.addEventListener("pointerdown", (event) => this.canvas.setPointerCapture(event.pointerId));
    this.canvas.addEventListener("pointermove", (event) => this.#dragged(event));
    this.canvas.addEventListener("pointerup", () => this.#settle());
  }

  /** Take the picture away; what brings it back, null if there is none. */
  clear() {
    const { image, scale, x, y } = this;
    this.crop.hidden = true;
    this.input.value = "";
    this.image = null;
    this.#shows("");
    return image && (() => this.#begin({ image, scale, x, y }));
  }

  #begin(picture) {
    Object.assign(this, picture);
    this.crop.hidden = false;
    this.#draw();
    this.#settle();
  }

  /** Show `file` to be cut, or say that it can't be. */
  async open(file) {
    this.image = null;
    try {
      // Turned as the camera held it, while that is still known.
      this.image = file && (await createImageBitmap(file, { imageOrientation: "from-image" }));
    } catch (error) {
      console.info(error);
    }
    this.crop.hidden = !this.image;
    const told = this.image ? isInApp && say("This app’s browser saves no pictures: open this page in your own browser for that.") : file && say("This picture can’t be read here.");
    this.named("named").textContent = told || "";
    if (!this.image) return;
    this.#begin({ scale: 1, x: 0, y: 0 });
  }

  #pressed(event) {
    const move = MOVES[event.key];
    if (move) this.#move(...move);
    else if (["+", "="].includes(event.key)) this.#zoom(ZOOM);
    else if (event.key === "-") this.#zoom(1 / ZOOM);
    else return;
    event.preventDefault();
    this.#settle();
  }

  #wheel(event) {
    event.preventDefault();
    this.#zoom(event.deltaY < 0 ? ZOOM : 1 / ZOOM);
  }

  #dragged(event) {
    if (!this.canvas.hasPointerCapture(event.pointerId)) return;
    const shown = SIDE / this.canvas.clientWidth;
    this.#move(event.movementX * shown, event.movementY * shown);
  }

  #move(x, y) {
    this.x += x;
    this.y += y;
    this.#draw();
  }

  #zoom(factor) {
    if (!this.image) return;
    this.scale = Math.min(MOST_ZOOM, Math.max(1, this.scale * factor));
    this.#draw();
    this.#settle();
  }

  /** The picture always covers the square. */
  #draw() {
    const { width, height } = this.image;
    const scale = (SIDE / Math.min(width, height)) * this.scale;
    const [wide, high] = [width * scale, height * scale];
    const within = (offset, side) => Math.min((side - SIDE) / 2, Math.max((SIDE - side) / 2, offset));
    [this.x, this.y] = [within(this.x, wide), within(this.y, high)];
    const context = this.canvas.getContext("2d");
    context.imageSmoothingQuality = "high";
    context.fillStyle = "white";
    context.fillRect(0, 0, SIDE, SIDE);
    context.drawImage(this.image, (SIDE - wide) / 2 + this.x, (SIDE - high) / 2 + this.y, wide, high);
  }

  #written() {
    return new Promise((resolve) => this.canvas.toBlob(resolve, "image/jpeg", QUALITY));
  }

  async #settle() {
    if (this.image) this.#shows(URL.createObjectURL(await this.#written()));
  }

  #shows(address) {
    if (this.address) URL.revokeObjectURL(this.address);
    this.address = address;
    this.changed();
  }

  async #save() {
    const name = `${this.handle() || "handle"}.jpg`;
    written(name, await this.#written());
    this.named("named").textContent = say("Saved as {file}", { file: name });
  }
}
