// Looks for words in what the style sheet puts before and after elements; one with a text of its own for the ear is told.
async function* () {
  const WORD = /["'][^"']*\p{L}{3,}[^"']*["']/u;
  const TOLD = /["']\s*\/\s*["']/;
  const outcomes = [];
  for (const { node, style, pseudo } of styledBy(({ content }) => WORD.test(content))) {
    if (pseudo && isShown(node) && WORD.test(getComputedStyle(node, pseudo).content)) outcomes.push(TOLD.test(style.content) ? passed(node) : cantTell(node));
  }
  return outcomes;
}
