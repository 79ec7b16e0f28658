// Runs rules one after the other, and hands over what they ask for to whoever drives the browser.
const HANDLED = new XPathEvaluator().createExpression("boolean(//@*[starts-with(name(), 'on')])");

const driven = (rules) => {
  let running;
  async function* run(ids, isThorough) {
    const results = {};
    for (const id of ids) results[id] = yield* rules[id](isThorough);
    return results;
  }
  const next = async (answer) => {
    const { done, value } = await running.next(answer);
    return done ? { done, judged: value } : { done, asked: value };
  };
  return {
    begin: (ids) => {
      running = run(ids, false);
      return next();
    },
    beginThoroughly: (ids) => {
      running = run(ids, true);
      return next();
    },
    go_on: next,
    mayAnswer: () => document.scripts.length > 0 || heard.listeners.length > 0 || HANDLED.evaluate(document).booleanValue,
  };
};
