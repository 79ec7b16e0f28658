// What each text of a page looks like, as a number that is the same for all that look alike; and what lies over what.
// Two texts with one number have one contrast: the same ink, the same colours behind it in the same order, nothing in between.
const INK = ["color", "fontWeight", "textShadow", "webkitTextStroke", "webkitTextFillColor"];
const BEHIND = ["backgroundColor", "backgroundImage", "backgroundClip", "opacity", "mixBlendMode", "filter", "visibility", "clip", "clipPath", "textDecorationLine", "borderBottomStyle"];
const PSEUDO = ["content", "position", "backgroundColor", "backgroundImage"];
const TINY = 2; // CSS pixels: text for the ear only
const numbers = new Map();

const number = (look) => {
  if (!numbers.has(look)) numbers.set(look, numbers.size);
  return numbers.get(look);
};
const read = (style, names) => names.map((name) => style[name]).join("|");
const isInLine = (style) => style.display === "inline" && style.position === "static" && style.float === "none";
const isScroller = (style) => /auto|scroll/.test(style.overflowX + style.overflowY);
const isClipped = (style) => style.overflowX === "hidden" || style.clip !== "auto" || style.clipPath !== "none";
const overlaps = (one, other) => Math.min(one.right, other.right) - Math.max(one.left, other.left) > 1 && Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top) > 1;
const sticksOut = (inner, outer) => inner.left < outer.left - 1 || inner.right > outer.right + 1 || inner.top < outer.top - 1 || inner.bottom > outer.bottom + 1;
const ownText = (node) => [...node.childNodes].filter(({ nodeType }) => nodeType === Node.TEXT_NODE).map(({ data }) => data.trim()).join("");
function ownRects(node) {
  const range = document.createRange();
  return [...node.childNodes].filter(({ nodeType, data }) => nodeType === Node.TEXT_NODE && /\S/.test(data)).flatMap((text) => {
    range.selectNodeContents(text);
    return [...range.getClientRects()];
  });
}
const isFolded = (node) => node.parentElement?.localName === "details" && !node.parentElement.open && node.localName !== "summary";

function pseudo(node) {
  return ["::before", "::after"].map((name) => {
    const style = getComputedStyle(node, name);
    return style.content === "none" || style.content === "normal" ? "" : read(style, PSEUDO);
  }).join("/");
}

// Every rendered element of the body in order; unseen is what axe takes for hidden too. { node, look, ink (its look but for the size), isOrderly, isUnseen, scrolls }.
// One that is not orderly may lie over another, or another over it: then its number says nothing of its contrast.
function looks() {
  const all = [];
  const covers = []; // what may lie over elements that are not its own
  function visit(node, parent) {
    const style = getComputedStyle(node);
    if (style.display === "none") return;
    const box = node.getBoundingClientRect();
    const isTiny = (box.width <= TINY || box.height <= TINY) && isClipped(style);
    const isUnseen = parent.isUnseen || isTiny || isFolded(node) || style.opacity === "0" || style.visibility !== "visible" || box.right <= 0 || box.bottom <= 0;
    const behind = number(`${parent.behind}|${read(style, BEHIND)}|${pseudo(node)}|${isUnseen}`);
    const ink = number(`${behind}|${read(style, INK)}`);
    const own = { node, box, behind, ink, isUnseen, look: number(`${ink}|${style.fontSize}`), scrolls: isScroller(style) && scrolls(node) };
    const mayStick = isInLine(style) || style.display === "contents" || parent.scrolls;
    own.isOrderly = parent.isOrderly && (isUnseen || mayStick || !sticksOut(box, parent.box));
    own.isApart = !isInLine(style) && style.display !== "contents" && !isUnseen && box.width > 0 && box.height > 0;
    if (!own.isOrderly && parent.isOrderly) covers.push(own);
    all.push(own);
    const before = [];
    let lowest = -Infinity; // most children stand below all that came before
    for (const child of node.children) {
      const made = visit(child, own);
      if (!made?.isApart) continue;
      if (made.box.top < lowest - 1) for (const other of before) if (overlaps(made.box, other.box)) covers.push(made, other);
      lowest = Math.max(lowest, made.box.bottom);
      before.push(made);
    }
    own.isOrderly &&= !before.length || !ownRects(node).some((rect) => before.some((child) => overlaps(rect, child.box)));
    return own;
  }
  visit(document.body, { behind: getComputedStyle(document.documentElement).backgroundColor, isOrderly: true, isUnseen: false, scrolls: true, box: null });
  for (const cover of covers) {
    cover.isOrderly = false;
    for (const one of all) if (one.isOrderly && !one.isUnseen && (cover.node.contains(one.node) || (!one.node.contains(cover.node) && overlaps(one.box, cover.box)))) one.isOrderly = false;
  }
  return all;
}
