// In forced colours Chromium forces `color`, and paints with it what has no fill of its own; but as the computed value of that
// fill it still tells the colour that the page wanted. axe judges the fill: it is told what is painted.
if (matchMedia("(forced-colors: active)").matches) {
  const read = CSSStyleDeclaration.prototype.getPropertyValue;
  CSSStyleDeclaration.prototype.getPropertyValue = function getPropertyValue(name) {
    const isForced = name === "-webkit-text-fill-color" && this.forcedColorAdjust !== "none";
    return read.call(this, isForced ? "color" : name);
  };
}
