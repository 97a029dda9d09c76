/* What is drawn behind initials, as the styles of a drawn face do it: pattern-0 to pattern-7 in cards.css. */

/** Draw the pattern number `which` into a box; `colours` are the back, the two drawn ones, and that of the letters. */
export function drawing(which, context, { left, top, width, height }, colours) {
  context.save();
  context.translate(left, top);
  DRAWINGS[which]?.({ context, colours, width, height });
  context.restore();
}

const DRAWINGS = [sun, hills, bands, panes, arches, dots, waves, moon];

function sun({ context, colours, width, height }) {
  const reach = Math.hypot(width / 2, height);
  for (let degrees = -104; degrees < 90; degrees += 20) {
    // Rays are told from upright, and a canvas tells angles from the right.
    const [from, to] = [degrees - 90, degrees - 82].map((angle) => (angle * Math.PI) / 180);
    context.fillStyle = colours.draw;
    context.beginPath();
    context.moveTo(width / 2, height);
    context.arc(width / 2, height, reach, from, to);
    context.fill();
  }
  disc(context, colours.also, width / 2, height, reach * 0.38);
}

function hills({ context, colours, width, height }) {
  oval(context, colours.also, [width * 0.92, height * 1.04], [width * 0.92, height * 0.66]);
  oval(context, colours.draw, [width * 0.08, height], [width * 0.78, height * 0.46]);
}

function bands({ context, colours, width, height }) {
  const long = (width + height) * Math.SQRT1_2;
  context.translate(width / 2, height / 2);
  context.rotate(Math.PI / 4);
  context.fillStyle = colours.draw;
  // From the lower right corner to the upper left one.
  for (let at = 0; at < 1; at += 0.226) context.fillRect(long * (0.5 - at - 0.113), -long, long * 0.116, long * 2);
}

function panes({ context, colours, width, height }) {
  const [x, y] = [width / 2, height * 0.56];
  const pane = (colour, ...corners) => rectangle(context, colour, ...corners);
  pane(colours.draw, x, 0, width, y);
  pane(colours.also, x, y, width, height);
  pane(colours.draw, 0, y, x, height);
  pane(colours.also, 0, 0, x, y);
  pane(colours.back, width * 0.48, 0, width * 0.52, height);
  pane(colours.back, 0, height * 0.54, width, height * 0.574);
}

function arches({ context, colours, width, height }) {
  const reach = Math.hypot(width / 2, height);
  for (let at = 0.8; at >= 0; at -= 0.2) {
    disc(context, colours.draw, width / 2, height, reach * (at + 0.099));
    disc(context, colours.back, width / 2, height, reach * at);
  }
}

function dots({ context, colours, width, height }) {
  const size = [width * 0.25, height * 0.208];
  tiles(size, width, height, (x, y) => {
    disc(context, colours.draw, x + size[0] / 2, y + size[1] / 2, Math.hypot(...size) * 0.178);
  });
}

function waves({ context, colours, width, height }) {
  const [wide, high] = [width * 0.334, height * 0.15];
  const reach = Math.hypot(wide / 2, high);
  tiles([wide, high], width, height, (x, y) => {
    context.save();
    context.beginPath();
    context.rect(x, y, wide, high);
    context.clip();
    disc(context, colours.draw, x + wide / 2, y + high, reach * 0.59);
    disc(context, colours.back, x + wide / 2, y + high, reach * 0.35);
    context.restore();
  });
}

function moon({ context, colours, width, height }) {
  oval(context, colours.draw, [width * 0.3, height * 1.04], [width * 1.1, height * 0.4]);
  disc(context, colours.letter, width * 0.71, height * 0.25, Math.hypot(width * 0.71, height * 0.75) * 0.107);
  disc(context, colours.back, width * 0.66, height * 0.22, Math.hypot(width * 0.66, height * 0.78) * 0.107);
}

function tiles([wide, high], width, height, draw) {
  for (let y = 0; y < height; y += high) for (let x = 0; x < width; x += wide) draw(x, y);
}

function disc(context, colour, x, y, radius) {
  oval(context, colour, [x, y], [radius, radius]);
}

function oval(context, colour, [x, y], [wide, high]) {
  context.fillStyle = colour;
  context.beginPath();
  context.ellipse(x, y, wide, high, 0, 0, 2 * Math.PI);
  context.fill();
}

function rectangle(context, colour, left, top, right, bottom) {
  context.fillStyle = colour;
  context.fillRect(left, top, right - left, bottom - top);
}
