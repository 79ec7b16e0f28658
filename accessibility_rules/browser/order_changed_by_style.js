// Looks at the boxes whose parts the style sheet puts in order, and compares where they stand with how they are written.
async function* () {
  const ordered = ({ order, flexDirection, flexWrap }) => (order && order !== "0") || /reverse/.test(`${flexDirection} ${flexWrap}`);
  const boxes = new Set();
  for (const { node, style, pseudo } of styledBy(ordered)) if (!pseudo) boxes.add(style.order && style.order !== "0" ? node.parentElement : node);
  const says = (node) => isExposed(node) && /\S/.test(node.innerText ?? "");
  const standsBefore = (one, other) => one.bottom <= other.top + 1 || (one.right <= other.left + 1 && one.top < other.bottom);
  const outcomes = [];
  for (const box of boxes) {
    if (!box || !/flex|grid/.test(getComputedStyle(box).display)) continue;
    const places = [...box.children].filter(says).map((child) => child.getBoundingClientRect());
    const isTurned = places.some((place, index) => index > 0 && standsBefore(place, places[index - 1]));
    if (places.length > 1) outcomes.push(isTurned ? cantTell(box) : passed(box));
  }
  return outcomes;
}
