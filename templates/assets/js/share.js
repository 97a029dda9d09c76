/* A member's card as a picture to send: drawn when it is asked for, to be saved, or handed to another app. */

import { part } from "./dom.js";
import { passedOn, tagsOf } from "./told.js";
import { say } from "./words.js";

const TYPE = "image/png";

const MOST_TAGS = 5;

/** Bring the picture of `element` to life, which shows what its page passes on. */
export function start(element) {
  const card = cardOf();
  const canvas = part(element, "canvas");
  const name = `${card.handle}.png`;
  const details = element.closest("details");
  canvas.classList.add("avatar--drawn", `hue-${card.hue}`, `pattern-${card.pattern}`);
  canvas.setAttribute("role", "img");
  canvas.setAttribute("aria-label", card.headline ? say("{name}: {headline}", card) : card.name);
  // Made at once and kept: some browsers only send what is ready when the button is pressed.
  let made = null;
  const make = () => (made ??= pictureOf(canvas, card));
  part(element, "save").addEventListener("click", async () => save(await make(), name));
  const send = part(element, "send");
  send.hidden = !navigator.canShare?.({ files: [new File([], name, { type: TYPE })] });
  send.addEventListener("click", async () => sendOn(await make(), name, card.name));
  if (details && !details.open) details.addEventListener("toggle", make, { once: true });
  else make();
  part(element, "share").hidden = false;
}

/** What to draw. */
function cardOf() {
  const passed = passedOn();
  return {
    ...passed,
    nickname: passed.name,
    title: document.querySelector("meta[property='og:site_name']")?.content ?? "",
    address: passed.address.replace(/^https?:\/\//, ""),
    tags: [...tagsOf("skills"), ...tagsOf("interests")].slice(0, MOST_TAGS),
  };
}

/** Draw `card`; gives the file that shows it. */
async function pictureOf(canvas, card) {
  const [{ draw }, photo] = await Promise.all([import("./picture.js"), photoOf(card.picture)]);
  draw(canvas, card, photo);
  return new Promise((resolve) => canvas.toBlob(resolve, TYPE));
}

/** The picture at `address` as an image, or null if there is none or it doesn't come. */
async function photoOf(address) {
  if (!address) return null;
  const photo = new Image();
  photo.src = address;
  try {
    await photo.decode();
    return photo;
  } catch {
    return null;
  }
}

function save(content, name) {
  const address = URL.createObjectURL(content);
  const link = document.createElement("a");
  Object.assign(link, { href: address, download: name });
  link.click();
  // The browser still reads from the address while it saves.
  setTimeout(() => URL.revokeObjectURL(address), 60000);
}

async function sendOn(content, name, title) {
  const file = new File([content], name, { type: TYPE });
  try {
    await navigator.share({ files: [file], title });
  } catch (error) {
    if (error.name !== "AbortError") throw error; // whoever closes the sheet wants no picture
  }
}
