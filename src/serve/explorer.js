"use strict";

// Every page works without this script: forms ask for addresses, and figures lead to pages. Here the same addresses are fetched
// while a control moves, and those parts of the page are put in place that carry `data-part`.

const one = (selector, root = document) => root.querySelector(selector);
const all = (selector, root = document) => [...root.querySelectorAll(selector)];

/** An element with attributes and what stands in it. */
function element(name, attributes = {}, ...within) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...within);
  return made;
}

/** Does something once it has not been asked for again for so many milliseconds. */
function afterRest(milliseconds, act) {
  let timer;
  return (...said) => {
    clearTimeout(timer);
    timer = setTimeout(act, milliseconds, ...said);
  };
}

// — what readers of the screen are told

/** The verdict on each commitment and year, by what it is about. */
const toldOf = (page) => new Map((one("[data-told]", page)?.dataset.told ?? "").split("; ").filter(Boolean).map(halves));
const halves = (words) => [words.slice(0, words.lastIndexOf(": ")), words.slice(words.lastIndexOf(": ") + 2)];
const told = toldOf(document);

function tell(words) {
  const status = one(".status");
  if (status) status.textContent = words;
}

/** Says which verdicts are others than before. A slider that is dragged would talk without a pause. */
const tellNews = afterRest(500, (now) => {
  const news = [...now].filter(([about, verdict]) => told.get(about) !== verdict);
  const before = (about) => (told.has(about) ? `${told.get(about)} → ` : "");
  const words = news.map(([about, verdict]) => `${about}: ${before(about)}${verdict}`);
  for (const [about, verdict] of now) told.set(about, verdict);
  tell(words.join("; ") || "No verdict has changed.");
});

// — pages, asked for one at a time

const GONE = "The explorer does not answer: it may have ended. `pledgebook serve` starts it again.";

let wanted = null;
let isAsking = false;

/** Shows what stands at an address; of those asked for meanwhile the newest alone comes next. */
async function ask(address) {
  wanted = address;
  if (isAsking) return;
  isAsking = true;
  while (wanted !== null) {
    const next = wanted;
    wanted = null;
    await load(next).catch(() => refuse(GONE));
  }
  isAsking = false;
}

async function load(address) {
  const { page, isSound } = await fetched(address);
  document.body.dataset.edition = page.body.dataset.edition ?? document.body.dataset.edition;
  if (!isSound) return refuse(one("main > .message", page)?.textContent ?? "There is no such page.");
  await swap(page);
  refuse("");
  document.title = page.title;
  history.replaceState(null, "", address);
  tellNews(toldOf(page));
}

async function fetched(address) {
  const response = await fetch(address);
  const page = new DOMParser().parseFromString(await response.text(), "text/html");
  return { page, isSound: response.ok };
}

/** Says in place why there is no answer, and leaves the form as it was written. */
function refuse(words) {
  let message = one(".refused");
  if (!message && words) {
    message = element("pre", { class: "message refused", role: "alert" });
    const form = one("form[data-live]");
    form ? form.after(message) : one("main").prepend(message);
  }
  if (message && message.textContent !== words) message.textContent = words;
}

// — parts of a page, put in the place of those that were there

const part = (id, root = document) => one(`[data-part="${CSS.escape(id)}"]`, root);
const parts = (root) => all("[data-part]", root);

async function swap(page) {
  const changed = parts(page).filter((own) => !own.isEqualNode(source.get(part(own.dataset.part))));
  const fresh = changed.map((own) => [own, document.importNode(own, true)]);
  await Promise.all(fresh.flatMap(([, made]) => pictures(made)));
  const [left, top] = [scrollX, scrollY];
  for (const gone of parts(document).filter((own) => !part(own.dataset.part, page))) gone.remove();
  for (const [own, made] of fresh) put(own, made, page);
  refit(page);
  scrollTo(left, top);
}

// what the server sent, before this script dressed it: what is the same stays, with its focus
const source = new WeakMap();

/** Pictures that can be shown at once, so that nothing flickers. */
function pictures(root) {
  return all("img", root).map((image) => {
    image.loading = "eager";
    return image.decode().catch(() => {});
  });
}

/** Puts a part in the place of the one of the same name, else behind what stands before it on its page. */
function put(own, made, page) {
  source.set(made, own.cloneNode(true));
  const old = part(own.dataset.part);
  if (old) return replace(old, made);
  const order = all("[data-part], form[data-live]", page);
  const before = order.slice(0, order.indexOf(own)).map(counterpart).filter(Boolean).pop();
  before ? before.after(made) : one("main").append(made);
  dress(made);
}

/** What stands in this page for a part or the form of another one. */
const counterpart = (foreign) => (foreign.dataset.part ? part(foreign.dataset.part) : one(".bench") ?? one("form[data-live]"));

const FOCUSABLE = "a[href], button, input, select, summary, [tabindex]";

function replace(old, made) {
  const focused = all(FOCUSABLE, old).indexOf(document.activeElement);
  const scrolled = all(".rows", old).map((rows) => [rows.scrollLeft, rows.scrollTop]);
  dress(made);
  carry(old, made);
  old.replaceWith(made);
  all(".rows", made).forEach((rows, at) => rows.scrollTo(...(scrolled[at] ?? [0, 0])));
  if (focused >= 0) all(FOCUSABLE, made)[focused]?.focus({ preventScroll: true });
}

/** What somebody chose in a part stays chosen in the one that takes its place. */
function carry(old, made) {
  const folds = all("details", old);
  all("details", made).forEach((fold, at) => (fold.open = folds[at]?.open ?? fold.open));
  const boxes = all(".all-columns input", old);
  all(".all-columns input", made).forEach((box, at) => (box.checked = boxes[at]?.checked ?? false));
  const tables = all("table[data-sortable]", old);
  all("table[data-sortable]", made).forEach((table, at) => {
    const sorted = tables[at] && one("th[aria-sort]", tables[at]);
    const heading = sorted && all("thead th", table).find((own) => own.textContent === sorted.textContent);
    if (heading) sort(heading, sorted.ariaSort);
  });
}

// — forms

const named = (form) => [...form.elements].filter((field) => field.name);

/** The address that a form asks for. */
function addressOf(form) {
  const said = [...new FormData(form)].filter(([, value]) => value !== "");
  const query = new URLSearchParams(said).toString();
  return new URL(form.action).pathname + (query && `?${query}`);
}

const follow = (form) => ask(addressOf(form));
const followLater = afterRest(400, follow);

/** What there is to choose in a field, which another field may change. */
function offer(field) {
  const choices = [...(field.options ?? [])].map((choice) => `${choice.value} ${choice.text}`);
  return JSON.stringify([choices, field.dataset.years, field.dataset.latest, field.dataset.share]);
}

/** Brings the form up to date where a page offers something else. */
function refit(page) {
  const [form, other] = [one("form[data-live]"), one("form[data-live]", page)];
  if (!form || !other) return;
  const names = (of) => named(of).map((field) => field.name).join();
  if (names(form) !== names(other)) return renew(form, other);
  named(other).forEach((field, at) => {
    const own = named(form)[at];
    const place = own.closest(".field");
    if (offer(own) !== offer(field) && own !== document.activeElement && place) {
      renew(place, field.closest(".field"));
    }
  });
}

function renew(old, foreign) {
  const made = document.importNode(foreign, true);
  old.replaceWith(made);
  // sliders look for the form that they stand in
  dress(made);
}

// a scenario is chosen, or made of growth and levels
const OTHERS = { scenario: ["growth", "gdp-level"], growth: ["scenario"], "gdp-level": ["scenario"] };

function clearOthers(field) {
  if (!field.value) return;
  for (const name of OTHERS[field.name] ?? []) {
    const other = field.form.elements[name];
    if (other?.value) write(other, "");
  }
}

/** Writes into a field, and moves its sliders there. */
function write(field, words) {
  field.value = words;
  field.dispatchEvent(new Event("written"));
}

document.addEventListener("input", ({ target }) => {
  const form = target.name && target.closest("form[data-live]");
  if (!form) return;
  clearOthers(target);
  target.dispatchEvent(new Event("written"));
  const isTyped = target.matches("input:not([type=checkbox], [type=radio])");
  isTyped ? followLater(form) : follow(form);
});

document.addEventListener("submit", (event) => {
  if (!event.target.matches("form[data-live]")) return;
  event.preventDefault();
  follow(event.target);
});

// — sliders, which only help to write into a field

/** A range with its label and what it says; `said` makes words of where it stands. */
function slider(label, { min, max, step, value }, said, moved) {
  // the step comes before the value, which would be moved to a whole number otherwise
  const range = element("input", { type: "range", min, max, step, value });
  const output = element("output");
  const show = () => {
    output.textContent = said(range);
    range.setAttribute("aria-valuetext", output.textContent);
  };
  range.addEventListener("input", () => {
    moved(range);
    show();
  });
  return { range, show, label: element("label", { class: "slider" }, element("span", {}, label), range, output) };
}

/** Writes what a slider says, and asks for it. */
function say(field, words) {
  field.value = words;
  clearOthers(field);
  follow(field.form);
}

/** One slider per year of a field as `2026=1.5%,2027=2%`. From the first that was moved all are said, so that no year is lost. */
function dressYears(field, box) {
  const latest = field.dataset.latest.split(" ");
  const unit = field.name === "growth" ? "%" : "";
  const said = (figure) => (unit ? figure + unit : grouped(figure));
  // what the field says, to its last digit: a range has a place for few of them
  let written = new Map();
  const isThere = ({ range }) => range.value === range.dataset.read;
  const figure = (own) => (isThere(own) ? written.get(own.year) ?? own.latest : own.range.value);
  const isSaid = (own) => !isThere(own) || written.has(own.year);
  const moved = () => {
    const first = sliders.findIndex(isSaid);
    const others = [...written].filter(([year]) => !sliders.some((own) => own.year === year));
    const shown = first < 0 ? [] : sliders.slice(first).map((own) => [own.year, figure(own)]);
    const other = field.form.elements[unit ? "gdp-level" : "growth"];
    // a year is changed in one way only
    if (other?.value) write(other, "");
    say(field, [...others, ...shown].sort().map(([year, figure]) => `${year}=${figure}${unit}`).join());
  };
  const sliders = field.dataset.years.split(" ").map((year, at) => {
    const own = { year, latest: latest[at] };
    const scale = unit ? { min: -10, max: 15, step: 0.1, value: latest[at] } : around(latest[at]);
    return Object.assign(own, slider(year, scale, (range) => said(figure({ ...own, range })), moved));
  });
  const starts = sliders.map(({ range }) => range.value);
  const back = element("button", { type: "button", class: "as-published" }, "As published");
  const read = () => {
    written = yearsOf(field.value);
    sliders.forEach(({ year, range, show }, at) => {
      range.value = written.get(year) ?? starts[at];
      range.dataset.read = range.value;
      show();
    });
  };
  back.addEventListener("click", () => {
    say(field, "");
    read();
  });
  field.addEventListener("written", read);
  read();
  box.append(...sliders.map(({ label }) => label), back);
}

/** Thousands apart, as everywhere on the page. */
const grouped = (figure) => figure.replace(/\B(?=(\d{3})+$)/g, "\u00a0");

/** From a fifth below a level to a fifth above it, in about two hundred steps of a round size. */
function around(level) {
  const step = 10 ** Math.max(0, Math.floor(Math.log10(level / 250)));
  const whole = (number) => Math.round(number / step) * step;
  return { min: whole(level * 0.8), max: whole(level * 1.2), step, value: level };
}

/** The figures of a field as `2026=1.5%,2027-2028=2%`, by year. */
function yearsOf(words) {
  const found = new Map();
  for (const [, first, last, figure] of words.matchAll(/(\d{4})(?:-(\d{4}))?\s*=\s*(-?[\d.]+)/g)) {
    for (let year = +first; year <= +(last ?? first); year += 1) found.set(String(year), figure);
  }
  return found;
}

const SHARE = /\d+(\.\d+)?(?=\s*%)/;

/** A slider that rewrites the share in the words of a pledge, as `about 5% of GDP`. */
function dressShare(field, box) {
  const words = () => field.value || field.dataset.share || "2% of GDP";
  const share = () => Number(SHARE.exec(words())?.[0] ?? 2);
  const isSmall = share() < 1;
  const scale = isSmall ? { min: 0, max: 1, step: 0.01 } : { min: 0, max: 10, step: 0.1 };
  const made = slider("Share of GDP", { ...scale, value: share() }, (range) => `${range.value}%`, (range) => {
    say(field, SHARE.test(words()) ? words().replace(SHARE, range.value) : `${range.value}% of GDP`);
  });
  field.addEventListener("written", () => {
    made.range.value = share();
    made.show();
  });
  made.show();
  box.append(made.label);
}

/** A slider over the days to choose from, the first day on the left; a choice without a day is now. */
function dressDays(field, box) {
  const days = [...field.options].sort((one, other) => (one.value || "9999").localeCompare(other.value || "9999"));
  const place = () => days.indexOf(field.selectedOptions[0]);
  const scale = { min: 0, max: days.length - 1, step: 1, value: place() };
  const made = slider("Day", scale, (range) => days[range.value].value || "latest", (range) => say(field, days[range.value].value));
  field.addEventListener("written", () => {
    made.range.value = place();
    made.show();
  });
  made.show();
  box.append(made.label);
}

function dressField(field) {
  if (!field.form || (field.dataset.years ?? "latest") === "") return;
  let box = one(".sliders", field.closest(".field"));
  if (!box) field.after((box = element("div", { class: "sliders" })));
  if (field.dataset.years) dressYears(field, box);
  else if (field.dataset.share !== undefined) dressShare(field, box);
  else dressDays(field, box);
  box.hidden = false;
}

// — where a figure comes from

const PANEL = ".derivation[role=dialog]";
let opener = null;

/** Opens the derivation of a figure beside the page. */
async function derive(link) {
  if (!link.closest(PANEL)) opener = link;
  const { page, isSound } = await fetched(link.href);
  const found = isSound && one("[data-derivation]", page);
  if (!found) return location.assign(link.href);
  const close = element("button", { type: "button", class: "close" }, "Close");
  close.addEventListener("click", closeDerivation);
  const heading = `Where ${link.textContent.trim()} comes from`;
  const panel = element("section", { class: "derivation", role: "dialog", "aria-label": heading });
  panel.append(close, element("h2", {}, heading), document.importNode(found, true));
  one(PANEL)?.remove();
  document.body.append(panel);
  dress(panel);
  close.focus();
}

function closeDerivation() {
  one(PANEL)?.remove();
  // the figure may have been swapped while its derivation was open
  const same = opener && all("a.derived").find((link) => link.getAttribute("href") === opener.getAttribute("href"));
  (opener?.isConnected ? opener : same)?.focus();
}

document.addEventListener("click", (event) => {
  const link = event.target.closest("a.derived");
  const isPlain = event.button === 0 && !(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey);
  if (!link || !isPlain) return;
  event.preventDefault();
  derive(link).catch(() => location.assign(link.href));
});

document.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && one(PANEL)) closeDerivation();
});

// — copies

function dressCopy(button) {
  button.hidden = false;
  const words = button.textContent;
  button.addEventListener("click", async () => {
    const text = one(button.dataset.copy)?.textContent.trim() ?? "";
    const isCopied = await navigator.clipboard.writeText(text).then(() => true, () => false);
    button.textContent = isCopied ? "Copied" : "Not copied";
    tell(button.textContent);
    setTimeout(() => (button.textContent = words), 2000);
  });
}

// — tables

const NEXT = { ascending: "descending", descending: "none", none: "ascending" };

/** Makes buttons of the headings of a table. */
function dressTable(table) {
  [...table.tBodies[0].rows].forEach((row, at) => (row.dataset.order = at));
  for (const heading of all("thead th", table)) {
    const button = element("button", { type: "button" }, ...heading.childNodes);
    button.addEventListener("click", () => sort(heading, NEXT[heading.ariaSort ?? "none"]));
    heading.append(button);
  }
}

/** Sorts the rows of a table by a column, what is unknown last; `none` is as they were sent. */
function sort(heading, direction) {
  const table = heading.closest("table");
  for (const other of all("th[aria-sort]", table)) other.removeAttribute("aria-sort");
  if (direction !== "none") heading.setAttribute("aria-sort", direction);
  const isFigure = heading.classList.contains("figure");
  const key = (row) => (direction === "none" ? Number(row.dataset.order) : keyOf(row.cells[heading.cellIndex], isFigure));
  const sign = direction === "descending" ? -1 : 1;
  const rows = [...table.tBodies[0].rows].map((row) => [key(row), row]);
  rows.sort(([one], [other]) => (one === null) - (other === null) || sign * compared(one, other));
  table.tBodies[0].append(...rows.map(([, row]) => row));
}

/** What a cell is sorted by; nothing where it is unknown. */
function keyOf(cell, isFigure) {
  const text = cell.textContent.trim();
  if (!isFigure || !text) return text || null;
  // thousands stand apart, and marks beside figures
  return Number(text.replace(/[^\d.-]/g, ""));
}

const compared = (one, other) =>
  typeof one === "string" ? one.localeCompare(other, "en", { numeric: true }) : one - other;

// — the book, which somebody may be writing

/** Asks whether the book was read again, and shows what it says now. */
async function look() {
  if (document.hidden || isAsking) return;
  const response = await fetch("/state");
  if (!response.ok) return;
  const { edition } = await response.json();
  if (String(edition) === document.body.dataset.edition) return;
  document.body.dataset.edition = edition;
  ask(location.pathname + location.search);
}

// — the beginning

/** Gives a page, or what was put into it, what works with this script alone. */
function dress(root) {
  all("table[data-sortable]", root).forEach(dressTable);
  all("button.copy", root).forEach(dressCopy);
  all("form[data-live] :is([data-years], [data-share], [data-days])", root).forEach(dressField);
}

for (const own of parts(document)) source.set(own, own.cloneNode(true));
dress(document);
// whoever has no explorer any more is told so by the next control that is moved
setInterval(() => look().catch(() => {}), 1000);
