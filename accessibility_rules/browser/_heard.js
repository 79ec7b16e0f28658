// What a page's scripts do and nobody can see afterwards: what they listen to, which clocks they set, what they draw.
const heard = { listeners: [], clocks: 0, drawn: new Map(), isOver: false };
const later = window.setTimeout.bind(window);
const listen = EventTarget.prototype.addEventListener;

EventTarget.prototype.addEventListener = function addEventListener(type, ...rest) {
  const target = this ?? window;
  if (target === window || target instanceof Node) heard.listeners.push({ type, target });
  return listen.call(this ?? window, type, ...rest);
};
listen.call(window, "load", () => later(() => { heard.isOver = true; })); // what follows are the audit's own clocks
for (const clock of ["setInterval", "setTimeout", "requestAnimationFrame"]) {
  const set = window[clock].bind(window);
  window[clock] = (...rest) => {
    if (!heard.isOver) heard.clocks += 1;
    return set(...rest);
  };
}
for (const method of ["fillText", "strokeText"]) {
  const draw = CanvasRenderingContext2D.prototype[method];
  CanvasRenderingContext2D.prototype[method] = function drawn(text, ...rest) {
    heard.drawn.set(this.canvas, `${heard.drawn.get(this.canvas) ?? ""}${text}`);
    return draw.call(this, text, ...rest);
  };
}
const listensTo = (types, targets) => heard.listeners.some(({ type, target }) => types.test(type) && (!targets || targets.includes(target)));
