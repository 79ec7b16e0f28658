// Looks for sizes of text in parts of the window, without anything that grows when the page is enlarged.
async function* () {
  const OF_WINDOW = /\d[sld]?v(?:w|h|i|b|min|max)\b/;
  const OF_TEXT = /\d(?:px|r?em|r?lh|pt|pc|%|r?ch|r?ex|cm|mm|in|q)(?![\w%])/i;
  const probe = document.createElement("span");
  const inPixels = (size) => {
    probe.style.fontSize = size;
    document.body.append(probe);
    const { fontSize } = getComputedStyle(probe);
    probe.remove();
    return parseFloat(fontSize);
  };
  const outcomes = [];
  for (const { node, style, pseudo } of styledBy(({ fontSize }) => OF_WINDOW.test(fontSize))) {
    if (pseudo || !isShown(node) || !ownText(node)) continue;
    const holds = Math.abs(parseFloat(getComputedStyle(node).fontSize) - inPixels(style.fontSize)) < 0.1;
    outcomes.push(holds && !OF_TEXT.test(style.fontSize) ? failed(node) : passed(node));
  }
  return outcomes;
}
