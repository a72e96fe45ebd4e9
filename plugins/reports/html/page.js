"use strict";
// Adds what a page without scripts cannot do: showing only one statement, outcome or owner, opening everything at once,
// and opening what a link leads to. Everything that it shows is on the page already; it sends and stores nothing.
const ALL = "";
const FACETS = { of: "Quality statement", answer: "Outcome", owners: "Owner" };
const main = document.querySelector("main");
const belonging = [...main.querySelectorAll("[data-of]")];
const findings = belonging.filter((one) => "answer" in one.dataset);
const holders = belonging.filter((one) => !("answer" in one.dataset));
const selects = {};

function make(tag, text = "", className = "") {
  const one = document.createElement(tag);
  one.textContent = text;
  one.className = className;
  return one;
}

function button(text, does) {
  const one = make("button", text);
  one.type = "button";
  one.addEventListener("click", () => does(one));
  return one;
}

function chosen(facet, one) {
  const value = selects[facet].value;
  return value === ALL || one.dataset[facet].split("\n").includes(value);
}

function narrow() {
  const whole = selects.answer.value === ALL && selects.owners.value === ALL;
  for (const one of findings) { one.hidden = !Object.keys(FACETS).every((facet) => chosen(facet, one)); }
  for (const one of holders) {
    one.hidden = !(chosen("of", one) && (whole || one.querySelector("[data-answer]:not([hidden])")));
  }
  tell(!whole || selects.of.value !== ALL);
}

// Whatever is counted once: the rows of the first table of findings, and each expectation.
const rows = [...(main.querySelector("tbody tr[data-answer]")?.closest("tbody").rows ?? [])];
const entries = [...main.querySelectorAll(".entry")];
const inSections = [...main.querySelectorAll("section")].map((section) => ({
  state: make("p", "", "state"),
  section,
  things: [...section.querySelectorAll(".entry")],
})).filter((one) => one.things.length);
const state = make("p", "", "state");
const told = make("p", "", "narrowed");

function shown(things, what) {
  return `${things.filter((one) => !one.closest("[hidden]")).length} of ${things.length} ${what}`;
}

function tell(narrowed) {
  const numbers = [shown(rows, "gaps and questions"), shown(entries, "expectations")].join(", ");
  const values = Object.values(selects).map((one) => one.value).filter((value) => value !== ALL);
  state.textContent = `${numbers} shown`;
  told.hidden = !narrowed;
  told.textContent = `Only ${values.join(", ")}: ${numbers} shown. Summary, charts and lists of files speak of the whole.`;
  for (const one of inSections) {
    one.state.hidden = !narrowed;
    one.state.textContent = `${shown(one.things, "expectations")} shown`;
  }
  for (const link of document.querySelectorAll(".contents a")) {
    link.parentElement.hidden = Boolean(document.getElementById(link.hash.slice(1))?.closest("[hidden]"));
  }
}

function showAll() {
  for (const one of Object.values(selects)) { one.value = ALL; }
  narrow();
}

// Holders stand in the order of the report, findings by weight: the choices follow the report.
function choice(facet) {
  const box = make("div");
  const label = make("label", FACETS[facet]);
  const select = make("select");
  const texts = new Set([...holders, ...findings].flatMap((one) => one.dataset[facet]?.split("\n") ?? []));
  const sorted = facet === "of" ? [...texts] : [...texts].sort((one, other) => one.localeCompare(other, "en-GB"));
  select.id = `only-${facet}`;
  label.htmlFor = select.id;
  select.append(new Option("All", ALL), ...sorted.map((text) => new Option(text, text)));
  select.addEventListener("change", narrow);
  selects[facet] = select;
  box.append(label, select);
  return box;
}

function openAll(pressed) {
  const all = [...main.querySelectorAll("details")];
  const open = all.some((one) => !one.open);
  for (const one of all) { one.open = open; }
  pressed.textContent = open ? "Fold everything" : "Open everything";
}

function panel() {
  const folds = main.querySelector("details");
  if (!findings.length && !folds) { return; }
  const name = findings.length ? "Show only" : "Open or fold";
  const bar = make("div", "", "narrow");
  bar.setAttribute("role", "search");
  bar.setAttribute("aria-label", name);
  const folded = make("details");
  folded.append(make("summary", name));
  if (findings.length) {
    state.setAttribute("aria-live", "polite");
    const clear = button("Show all", () => { showAll(); selects.of.focus(); });
    folded.append(...Object.keys(FACETS).map(choice), clear, state);
  }
  folded.append(button("Open everything", openAll), make("p", "Printed is what is shown and open.", "note"));
  bar.append(folded);
  document.querySelector(".side").prepend(bar);
}

function reveal() {
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (target?.closest("[hidden]")) { showAll(); }
  for (let at = target; at; at = at.parentElement) {
    if (at.tagName === "DETAILS") { at.open = true; }
  }
  if (target) { target.scrollIntoView(); }
}

panel();
if (findings.length) {
  for (const one of inSections) { one.section.querySelector("h2").after(one.state); }
  main.querySelector("section").before(told);
  narrow();
}
addEventListener("hashchange", reveal);
if (location.hash) { reveal(); }
