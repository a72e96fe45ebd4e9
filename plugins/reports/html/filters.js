"use strict";
// Adds what a page without scripts cannot do: filters above tables that name columns to filter by, and opening what
// is folded when it is printed or led to. Everything it shows is already on the page; it sends and stores nothing.
const ALL = "";

function choices(rows, column) {
  const texts = new Set(rows.flatMap((row) => row.cells[column].dataset.values.split("\n")));
  return [...texts].sort((one, other) => one.localeCompare(other, "en-GB"));
}

function selectFor(table, rows, column, place) {
  const name = table.tHead.rows[0].cells[column].textContent;
  const box = document.createElement("div");
  const label = document.createElement("label");
  const select = document.createElement("select");
  select.id = `filter-${place}-${column}`;
  label.htmlFor = select.id;
  label.textContent = name;
  select.append(new Option("All", ALL), ...choices(rows, column).map((text) => new Option(text, text)));
  select.dataset.column = column;
  box.append(label, select);
  return [box, select];
}

function addFilters(table, place) {
  const rows = [...table.tBodies[0].rows];
  const columns = table.dataset.filters.split(",").map(Number);
  for (const row of rows) {
    for (const column of columns) {
      const cell = row.cells[column];
      const shown = cell.querySelector("[data-outcome]");
      cell.dataset.values = (shown ? shown.lastChild.textContent : cell.textContent).trim();
    }
  }
  const bar = document.createElement("div");
  bar.className = "filters";
  bar.setAttribute("role", "group");
  bar.setAttribute("aria-label", `Filters: ${table.caption.textContent}`);
  const made = columns.map((column) => selectFor(table, rows, column, place));
  const selects = made.map(([, select]) => select);
  const clear = document.createElement("button");
  clear.type = "button";
  clear.textContent = "Show all";
  const state = document.createElement("p");
  state.setAttribute("aria-live", "polite");
  state.className = "state";
  const apply = () => {
    let shown = 0;
    for (const row of rows) {
      row.hidden = selects.some((one) => one.value !== ALL && row.cells[one.dataset.column].dataset.values !== one.value);
      shown += row.hidden ? 0 : 1;
    }
    state.textContent = `${shown} of ${rows.length} rows shown`;
  };
  clear.addEventListener("click", () => { selects.forEach((one) => { one.value = ALL; }); apply(); selects[0].focus(); });
  selects.forEach((one) => one.addEventListener("change", apply));
  bar.append(...made.map(([box]) => box), clear, state);
  table.closest(".scroll").before(bar);
  apply();
}

function reveal() {
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  for (let at = target; at; at = at.parentElement) {
    if (at.tagName === "DETAILS") { at.open = true; }
  }
  if (target) { target.scrollIntoView(); }
}

document.querySelectorAll("table[data-filters]").forEach(addFilters);
addEventListener("hashchange", reveal);
if (location.hash) { reveal(); }
let opened = [];
addEventListener("beforeprint", () => {
  opened = [...document.querySelectorAll("details:not([open])")];
  opened.forEach((one) => { one.open = true; });
});
addEventListener("afterprint", () => { opened.forEach((one) => { one.open = false; }); });
