// Waits, where a script has set a clock, and sees whether a text changes and goes on changing beside others.
async function* () {
  const WATCHED = 2300; // milliseconds: two ticks of a clock of a second
  const PAUSE = /pause|stop|hide|freeze|keskeyt|pysäyt|piilota|tauko|lopeta|paus|stanna|stoppa|dölj/i;
  const watch = [];
  if (!heard.clocks) return [];

  const observer = new MutationObserver((records) => {
    for (const { target, addedNodes, type } of records) {
      const element = target.nodeType === Node.TEXT_NODE ? target.parentElement : target;
      if (element && (type === "characterData" || addedNodes.length) && isShown(element) && /\S/.test(element.textContent)) watch.push({ element, at: performance.now() });
    }
  });
  observer.observe(document.body, { subtree: true, childList: true, characterData: true });
  await wait(WATCHED);
  observer.disconnect();

  const outcomes = [];
  for (const element of new Set(watch.map((change) => change.element))) {
    const times = watch.filter((change) => change.element === element).map(({ at }) => at);
    const goesOn = times.length > 1 && times.at(-1) - times[0] > 100;
    const isAlone = ![...shownTexts()].some(({ parent }) => !element.contains(parent) && !parent.contains(element));
    if (goesOn && !isAlone) outcomes.push(operable().length || PAUSE.test(document.body.innerText) ? cantTell(element) : failed(element));
  }
  return outcomes.length ? outcomes : [passed(document.body)];
}
