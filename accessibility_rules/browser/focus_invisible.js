// Focuses each kind of control, and looks for an outline, another look, or at least another picture.
async function* (isThorough) {
  const LOOK = ["box-shadow", "border", "background", "color", "text-decoration", "transform", "opacity", "filter", "clip-path", "position", "width", "height", "top", "left", "font-weight"];
  const HAS_OWN_MARK = "iframe, audio, video, input:not([type]), input[type='text'], input[type='search'], input[type='email'], input[type='tel'], input[type='url'], input[type='password'], input[type='number'], textarea, [contenteditable]"; // a caret at least
  const MOST_PICTURES = 12;
  const kind = (node) => {
    const parts = [];
    for (let at = node; at; at = at.parentElement) parts.push(`${at.localName}.${at.className}#${at.id}[${at.getAttribute("style") ?? ""}]`);
    return parts.join(" ");
  };
  const CLEAR = /^(transparent|rgba\(.*, 0\))$/;
  // What an outline is drawn upon: the nearest colour around it.
  const around = (node) => {
    for (let at = node.parentElement; at; at = at.parentElement) {
      const { backgroundColor } = getComputedStyle(at);
      if (!CLEAR.test(backgroundColor)) return backgroundColor;
    }
    return "rgb(255, 255, 255)";
  };
  const hasOutline = (node) => {
    const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(node);
    return outlineStyle !== "none" && parseFloat(outlineWidth) > 0 && !CLEAR.test(outlineColor) && outlineColor !== around(node);
  };
  const look = (node) => {
    const seen = [];
    for (const one of [node, node.parentElement, node.parentElement?.parentElement, ...node.children].filter(Boolean)) {
      for (const pseudo of [null, "::before", "::after"]) {
        const style = getComputedStyle(one, pseudo);
        seen.push(LOOK.map((property) => style.getPropertyValue(property)).join(";"), pseudo && style.content);
      }
    }
    return seen.join("\n");
  };
  const outcomes = [];
  const suspects = [];
  const kinds = new Map();
  for (const [n, stop] of stops().entries()) if (isThorough || !kinds.has(kind(stop))) kinds.set(isThorough ? n : kind(stop), stop);
  for (const stop of kinds.values()) {
    stop.focus({ preventScroll: true, focusVisible: true });
    if (document.activeElement !== stop) continue;
    if (stop.matches(HAS_OWN_MARK) || hasOutline(stop)) {
      outcomes.push(passed(stop));
      continue;
    }
    const focused = look(stop);
    stop.blur();
    if (look(stop) === focused) suspects.push(stop);
    else outcomes.push(passed(stop));
  }
  for (const stop of suspects.slice(0, MOST_PICTURES)) {
    stop.scrollIntoView({ block: "center", behavior: "instant" });
    const before = yield { picture: {} };
    stop.focus({ preventScroll: true, focusVisible: true });
    await wait(30);
    const after = yield { picture: {} };
    stop.blur();
    outcomes.push(before === after ? failed(stop) : passed(stop));
  }
  scrollTo(0, 0);
  return [...outcomes, ...suspects.slice(MOST_PICTURES).map(cantTell)];
}
