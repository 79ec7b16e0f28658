// Looks at what the style sheet moves, which goes on although the reader asked for less motion.
async function* () {
  const LONG = 5000; // milliseconds, WCAG 2.1, 2.2.2
  const PAUSE = /pause|stop|hide|freeze|keskeyt|pysäyt|piilota|tauko|lopeta|paus|stanna|stoppa|dölj/i;
  const outcomes = [];
  for (const animation of document.getAnimations()) {
    const node = animation.effect?.target;
    if (!node || !node.checkVisibility()) continue;
    const isLong = animation.playState === "running" && animation.effect.getComputedTiming().endTime > LONG;
    const canBeStopped = operable().length || PAUSE.test(document.body.innerText) || !/\S/.test(node.innerText ?? "");
    if (!isLong) outcomes.push(passed(node));
    else outcomes.push(canBeStopped ? cantTell(node) : failed(node));
  }
  return outcomes;
}
