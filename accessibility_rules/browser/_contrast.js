// Text over a picture or a gradient: what is behind each sign, from a picture of the page without its text.
const MOST_TEXTS = 20;
const LARGE = 24; // CSS pixels: 18 points; 14 points when bold (WCAG 2.1, large scale)
const LARGE_BOLD = 18.66;
const FEW = 2; // signs in a row that cannot be read: fewer may be the edge of a shape

const channel = (value) => (value <= 0.04045 * 255 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4);
const luminance = ([red, green, blue]) => 0.2126 * channel(red) + 0.7152 * channel(green) + 0.0722 * channel(blue);
const ratio = (one, other) => (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
const colour = (written) => {
  const [red, green, blue, alpha = 1] = (/^rgba?\((.*)\)$/.exec(written)?.[1] ?? "").split(/[,/ ]+/).map(Number);
  return Number.isFinite(blue) ? [red, green, blue, alpha] : null;
};
const isLarge = ({ fontSize, fontWeight }) => parseFloat(fontSize) >= (Number(fontWeight) >= 700 ? LARGE_BOLD : LARGE);

// Whether what is behind *node* is a picture, before any colour that covers it.
function isOverImage(node) {
  for (let at = node; at; at = at.parentElement) {
    const style = getComputedStyle(at);
    if (Number(style.opacity) < 1 || style.textShadow !== "none" || style.mixBlendMode !== "normal" || style.backgroundClip === "text") return false;
    if (style.backgroundImage !== "none") return true;
    if ((colour(style.backgroundColor)?.[3] ?? 1) === 1) return false;
  }
  return false;
}

const signs = (text) => {
  const range = document.createRange();
  return [...text.data].map((sign, at) => {
    if (!/\S/.test(sign) || at >= text.length) return null;
    range.setStart(text, at);
    range.setEnd(text, at + 1);
    const { left, top, width, height } = range.getBoundingClientRect();
    return width > 1 && height > 1 && left >= 0 && top >= 0 && left + width <= innerWidth && top + height <= innerHeight ? { left, top, width, height } : null;
  });
};

async function pixelsOf(picture) {
  const bytes = Uint8Array.from(atob(picture), (byte) => byte.charCodeAt(0));
  const image = await createImageBitmap(new Blob([bytes], { type: "image/png" }));
  const context = new OffscreenCanvas(image.width, image.height).getContext("2d", { willReadFrequently: true });
  context.drawImage(image, 0, 0);
  return context;
}

// The best contrast that a sign has with a point behind it.
function bestContrast(context, { left, top, width, height }, [red, green, blue, alpha]) {
  const { data } = context.getImageData(Math.floor(left), Math.floor(top), Math.ceil(width), Math.ceil(height));
  let best = 1;
  for (let at = 0; at < data.length; at += 4) {
    const behind = [data[at], data[at + 1], data[at + 2]];
    const seen = [red, green, blue].map((value, n) => value * alpha + behind[n] * (1 - alpha));
    best = Math.max(best, ratio(luminance(seen), luminance(behind)));
  }
  return best;
}

async function* contrastOverImages(least, leastLarge) {
  const found = new Map();
  for (const { text, parent } of shownTexts()) {
    if (!isExposed(parent) || !/\p{L}/u.test(text.data) || parent.closest(":disabled, [aria-disabled='true'], label:has(:disabled)") || !isOverImage(parent)) continue;
    found.set(text, parent);
    if (found.size === MOST_TEXTS) break;
  }
  const outcomes = [];
  for (const [text, parent] of found) {
    parent.scrollIntoView({ block: "center", behavior: "instant" });
    const style = getComputedStyle(parent);
    const ink = colour(style.color);
    const places = signs(text);
    if (!ink || !places.some(Boolean)) continue;
    const undress = dressed("* { -webkit-text-fill-color: transparent !important }");
    const context = await pixelsOf(yield { picture: {} });
    undress();
    const needed = isLarge(style) ? leastLarge : least;
    let [row, longest] = [0, 0];
    for (const place of places.filter(Boolean)) {
      row = bestContrast(context, place, ink) < needed ? row + 1 : 0;
      longest = Math.max(longest, row);
    }
    outcomes.push(longest >= FEW ? failed(parent) : passed(parent));
  }
  if (found.size) scrollTo(0, 0);
  return outcomes;
}
