// Texts of which a box that does not scroll cuts off a part.
const CUTS = /^(hidden|clip)$/;

function cutRects(box, text) {
  const edge = box.getBoundingClientRect();
  const style = getComputedStyle(box);
  const range = document.createRange();
  range.selectNodeContents(text);
  const rects = [...range.getClientRects()].filter(({ width, height }) => width > 1 && height > 1);
  const half = rects.length ? rects[0].height / 2 : 0;
  const isCut = (rect) =>
    (CUTS.test(style.overflowY) && (rect.bottom - edge.bottom > half || edge.top - rect.top > half)) ||
    (CUTS.test(style.overflowX) && (rect.right - edge.right > half || edge.left - rect.left > half));
  const isIn = (rect) => rect.left < edge.right - half && rect.right > edge.left + half && rect.top < edge.bottom - 1 && rect.bottom > edge.top + 1;
  return { isPartly: rects.some(isIn), isCut: rects.some(isCut) };
}

function clippedTexts() {
  const outcomes = [];
  for (const box of document.body.querySelectorAll("*")) {
    if (box.scrollHeight <= box.clientHeight + 1 && box.scrollWidth <= box.clientWidth + 1) continue;
    const style = getComputedStyle(box);
    // A box of a pixel, or one with a clip, is how text is meant for the ear only.
    if (!(CUTS.test(style.overflowX) || CUTS.test(style.overflowY)) || box.clientHeight <= 2 || box.clientWidth <= 2 || style.clipPath !== "none" || style.clip !== "auto") continue;
    const texts = [...shownTexts(box)].filter(({ parent }) => !parent.closest("[aria-hidden='true']")).map(({ text }) => cutRects(box, text));
    const cut = texts.some(({ isPartly, isCut }) => isPartly && isCut);
    // Whole texts under the edge of a box that shows others: cut off as well, or waiting until something is opened.
    const isLost = texts.some(({ isPartly }) => isPartly) && texts.some(({ isPartly, isCut }) => isCut && !isPartly);
    // An ellipsis, or a link or button that follows, says that there is more, and may lead to it.
    const isTold = style.textOverflow !== "clip" || box.title || box.closest("a[href], button, summary") || leadsOn(box.nextElementSibling);
    if (cut || isLost) outcomes.push(isTold || !cut ? cantTell(box) : failed(box));
  }
  return outcomes;
}

const leadsOn = (next) => Boolean(next && (next.matches("a[href], button, summary") || next.querySelector("a[href], button, summary")));
