// The site's search: shows the form, asks pagefind's index, and lists what it finds. Everything is fetched from the site itself;
// pagefind lies beside the index, with its licence. Words that a reader sees come from the page, and text enters it as text, never
// as markup.

const AT_A_TIME = 10;
const SHORTEST_STEM = 4;
const ENDING = 2; // letters that a word may lose before it is compared with the beginning of another
const NUMBER = /\d\D+\d/; // register numbers, dates: what is found as it stands or not at all

const form = document.getElementById("search");
const status = document.getElementById("search-status");
const section = document.getElementById("search-results");
const list = document.getElementById("search-list");
const more = document.getElementById("search-more");
const root = new URL(form.dataset.root, location);
const index = new URL(form.dataset.index, location);
const languages = form.dataset.languages.split(" ");

const bundles = new Map();
let current = 0; // the search that was asked for last; an earlier one that answers late is not shown
let waiting = null; // the results that are not shown yet, and how many they are

/** Return pagefind for one language. Each language has a program of its own, so each is a module of its own. */
function bundle(language) {
  if (!bundles.has(language)) bundles.set(language, load(language));
  return bundles.get(language);
}

async function load(language) {
  try {
    const pagefind = await import(new URL(`${language}/pagefind.js`, index));
    await pagefind.options({ noWorker: true, ranking: { metaWeights: { title: 5, forms: 1 } } });
    return pagefind;
  } catch (error) {
    bundles.delete(language); // asked again, it is fetched again
    throw error;
  }
}

function asked() {
  const data = new FormData(form);
  return {
    query: data.get("q").trim().replace(/\s+/g, " "),
    filters: {
      ...only("organization", [data.get("organization")]),
      ...only("year", [data.get("year")]),
      ...only("kind", data.getAll("kind")),
    },
    languages: languages.includes(data.get("language")) ? [data.get("language")] : languages,
    isByDay: data.get("order") === "day",
  };
}

function only(name, values) {
  const chosen = values.filter(Boolean);
  return chosen.length ? { [name]: { any: chosen } } : {};
}

/** Return what one language's index has for a wish, and the word that it does not know, if that is why it has nothing. */
async function find(language, wish) {
  const pagefind = await bundle(language);
  const options = { filters: wish.filters, ...(wish.isByDay || !wish.query ? { sort: { day: "desc" } } : {}) };
  if (!wish.query) return { language, results: (await pagefind.search(null, options)).results };
  if (/^".+"$/.test(wish.query)) return { language, results: (await pagefind.search(wish.query, options)).results };
  const words = wish.query.split(" ").filter((word) => folded(word));
  for (const word of words) {
    if (!(await isKnown(pagefind, word))) return { language, results: [], unknown: word };
  }
  const isNumber = words.length === 1 && NUMBER.test(words[0]);
  const { results } = await pagefind.search(isNumber ? `"${words[0]}"` : wish.query, options);
  return { language, results };
}

/**
 * Tell whether the index has the stem of a word, or words that begin like it. For a word that it has not, pagefind answers with
 * whatever shares the first letters, which to a reader is noise.
 */
async function isKnown(pagefind, word) {
  if ((await pagefind.search(`"${word}"`)).results.length) return true;
  if (NUMBER.test(word)) return false;
  const [first] = (await pagefind.search(word)).results;
  if (!first) return false;
  const wanted = folded(word);
  const stem = wanted.slice(0, Math.max(SHORTEST_STEM, wanted.length - ENDING));
  const page = await first.data();
  const text = page.content.split(/\s+/);
  const matched = [...first.words.map((place) => text[place]), ...Object.values(page.meta).flatMap((value) => value.split(/\s+/))];
  return matched.some((candidate) => folded(candidate ?? "").startsWith(stem));
}

function folded(word) {
  return word.normalize("NFD").toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");
}

/** Yield the results of several languages in one order: by how well they match, or by day. */
async function* inOrder(answers, isByDay) {
  const queues = answers.map(({ language, results }) => ({ language, results: results[Symbol.iterator](), head: null }));
  for (;;) {
    for (const queue of queues) {
      if (queue.head) continue;
      const { value } = queue.results.next();
      queue.head = value ? { score: value.score, language: queue.language, page: await value.data() } : null;
    }
    const heads = queues.filter((queue) => queue.head);
    if (!heads.length) return;
    const key = ({ head }) => (isByDay ? head.page.meta.day : head.score);
    const next = heads.reduce((best, queue) => (key(queue) > key(best) ? queue : best));
    yield next.head;
    next.head = null;
  }
}

async function search() {
  const own = ++current;
  const wish = asked();
  clear();
  if (!wish.query && !Object.keys(wish.filters).length) {
    say(form.dataset.empty);
    return;
  }
  say(form.dataset.searching);
  try {
    const answers = await Promise.all(wish.languages.map((language) => find(language, wish)));
    const count = answers.reduce((sum, { results }) => sum + results.length, 0);
    const found = inOrder(answers, wish.isByDay || !wish.query);
    const shown = await taken(found);
    if (own !== current) return;
    show(shown, { found, count: count - shown.length });
    say(sentence(count, wish, answers));
  } catch (error) {
    if (own !== current) return;
    console.error(error);
    say(form.dataset.failed);
  }
}

async function taken(found) {
  const shown = [];
  for (let next; shown.length < AT_A_TIME && !(next = await found.next()).done; ) shown.push(next.value);
  return shown;
}

function sentence(count, { query }, answers) {
  const { dataset } = form;
  const filled = (text, word = "") => text.replace(/\{(\w+)\}/g, (_, name) => ({ count, query, word })[name]);
  if (!query) return filled(count > 1 ? dataset.manyOfAll : count ? dataset.oneOfAll : dataset.noneOfAll);
  if (count) return filled(count > 1 ? dataset.many : dataset.one);
  return answers.every(({ unknown }) => unknown) ? filled(dataset.unknown, answers[0].unknown) : filled(dataset.none);
}

function clear() {
  list.replaceChildren();
  section.hidden = true;
  more.hidden = true;
  waiting = null;
}

function show(results, left) {
  waiting = left;
  list.append(...results.map(entry));
  section.hidden = !list.childElementCount;
  more.hidden = !left.count;
}

function entry({ page, language }) {
  const { title, organization, written, kind } = page.meta;
  const link = element("a", {}, title);
  link.href = new URL(`.${page.raw_url}`, root);
  const lang = language === document.documentElement.lang ? {} : { lang: language };
  const kindInWords = form.dataset[`kind${kind[0].toUpperCase()}${kind.slice(1)}`];
  return element(
    "li",
    {},
    element("h3", lang, link),
    element("p", { class: "k-results__facts" }, element("span", lang, organization), ` ${written}. ${kindInWords}.`),
    element("p", { class: "k-results__text", ...lang }, ...excerpt(page.excerpt)),
  );
}

/** Return pagefind's excerpt as text, with its marks as elements: what it holds is escaped twice over, never parsed. */
function excerpt(html) {
  return html.split(/(<mark>.*?<\/mark>)/).map((part) => {
    const marked = /^<mark>(.*)<\/mark>$/.exec(part);
    const text = (marked ? marked[1] : part).replaceAll("&lt;", "<").replaceAll("&gt;", ">");
    return marked ? element("mark", {}, text) : text;
  });
}

function element(name, attributes, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
}

function say(text) {
  status.textContent = text;
}

async function showMore() {
  const own = current;
  const { found, count } = waiting;
  const before = list.childElementCount;
  try {
    const shown = await taken(found);
    if (own !== current) return;
    show(shown, { found, count: count - shown.length });
    list.children[before]?.querySelector("a").focus(); // the button may be gone, and the reader goes on from what is new
  } catch (error) {
    console.error(error);
    say(form.dataset.failed);
  }
}

/** Fill the form from the page's address, so that a search can be linked to, and the browser's way back works. */
function restore() {
  form.reset();
  const wanted = new URLSearchParams(location.search);
  for (const field of form.elements) {
    if (field.type === "checkbox") field.checked = wanted.getAll(field.name).includes(field.value);
    else if (field.name && wanted.has(field.name)) field.value = wanted.get(field.name);
  }
  if (wanted.size) search();
  else {
    current += 1;
    clear();
    say("");
  }
}

form.addEventListener("submit", (event) => {
  event.preventDefault();
  const address = new URL(location);
  address.search = new URLSearchParams([...new FormData(form)].filter(([, value]) => value)).toString();
  history.pushState(null, "", address);
  search();
});
more.addEventListener("click", showMore);
addEventListener("popstate", restore);

document.getElementById("search-unscripted").remove();
form.hidden = false;
restore();
