// Focuses each kind of control, and looks for an outline, another look, or at least a picture that one sees to be another.
async function* (isThorough) {
  const LOOK = ["box-shadow", "border", "background", "color", "text-decoration", "transform", "opacity", "filter", "clip-path", "position", "width", "height", "top", "left", "font-weight"];
  const HAS_OWN_MARK = "iframe, audio, video, input:not([type]), input[type='text'], input[type='search'], input[type='email'], input[type='tel'], input[type='url'], input[type='password'], input[type='number'], textarea, [contenteditable]"; // a caret at least
  const MOST_PICTURES = isThorough ? 40 : 12;
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
  const SHADE = 8; // of 255: nobody sees less, and rounding alone makes one
  const isAlike = (one, other) => one === other || Boolean(colour(one) && colour(other)?.every((value, at) => Math.abs(value - colour(one)[at]) < SHADE));
  const hasOutline = (node) => {
    const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(node);
    return outlineStyle !== "none" && parseFloat(outlineWidth) > 0 && !CLEAR.test(outlineColor) && !isAlike(outlineColor, around(node));
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
  async function differ(...pictures) {
    const [one, other] = await Promise.all(pictures.map(async (picture) => {
      const context = await pixelsOf(picture);
      return context.getImageData(0, 0, context.canvas.width, context.canvas.height).data;
    }));
    return one.length !== other.length || one.some((value, at) => Math.abs(value - other[at]) >= SHADE);
  }
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
  // One of each kind first: where there are too many, what is like one that was pictured is left to a person.
  const firsts = new Set(new Map(suspects.toReversed().map((stop) => [kind(stop), stop])).values());
  const inTurn = [...suspects.filter((stop) => firsts.has(stop)), ...suspects.filter((stop) => !firsts.has(stop))];
  for (const stop of inTurn.slice(0, MOST_PICTURES)) {
    stop.scrollIntoView({ block: "center", behavior: "instant" });
    const before = yield { picture: {} };
    stop.focus({ preventScroll: true, focusVisible: true });
    await wait(30);
    const after = yield { picture: {} };
    stop.blur();
    outcomes.push(await differ(before, after) ? passed(stop) : failed(stop));
  }
  scrollTo(0, 0);
  return [...outcomes, ...inTurn.slice(MOST_PICTURES).map(cantTell)];
}
