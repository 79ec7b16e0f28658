// Runs axe in the page that the browser stands on, and returns only what a finding needs.
const [options, done] = arguments;
const shown = (results) => results.map((rule) => ({
  rule: rule.id,
  impact: rule.impact || "",
  help: rule.help,
  tags: rule.tags,
  nodes: rule.nodes.map((node) => ({ selector: node.ancestry.flat().join(" >>> "), html: node.html, impact: node.impact || "" })),
}));
const ids = (results) => results.map((rule) => rule.id);
const navigation = performance.getEntriesByType("navigation")[0];
const page = { status: navigation.responseStatus, address: navigation.name };
const failed = (error) => done({ ...page, error: error && error.name ? error.name : "Error" });

if (typeof axe === "undefined") {
  failed({ name: "AxeMissing" });
} else {
  axe.run(document, options).then((result) => done({
    ...page,
    version: result.testEngine.version,
    ran: result.violations.length + result.incomplete.length + result.passes.length + result.inapplicable.length,
    applied: ids([...result.violations, ...result.incomplete, ...result.passes]),
    violations: shown(result.violations),
    incomplete: shown(result.incomplete),
  })).catch(failed);
}
