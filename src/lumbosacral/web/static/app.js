// The page: one state, kept in the address; the server turns it into views, which are painted by id.

/**
 * @typedef {{where: string, severity: number, kind: string}} Lesion
 * @typedef {{mode: string, chips: string[], side: string, onset: string, days: number,
 *   lesions: Lesion[], second: Lesion[], active: number, level: number, seed: number}} State
 * @typedef {Object<string, any>} Plexus What changes on the picture; see PlexusShown in the API.
 */

const STOPS = [0, 3, 7, 10, 14, 21, 30, 60, 90, 180, 270, 365, 730];
const FOLDS = ["examination", "conduction", "needle"], SCORE = "lumbosacral score";
const MOST = 6, PAPER = 470, TALL = 1146, NARROW = matchMedia("(max-width: 799px)");

/** @returns {State} */
const fresh = () => ({
  mode: "explore", chips: [], side: "unknown", onset: "", days: 30,
  lesions: [], second: [], active: 0, level: 1, seed: 1,
});
/** @type {(id: string) => any} */
const $ = (id) => document.getElementById(id);
const facts = JSON.parse(document.body.dataset.facts || "{}");
/** @type {State} */
let state = fresh();
/** States before this one. @type {string[]} */
const past = [];
/** Last answers of the server, by question. @type {Object<string, any>} */
const view = { forward: null, infer: null, compare: null, practise: null };
/** Questions on their way. @type {Object<string, AbortController>} */
const running = {};
/** Whether a click asks for sources; whether a drag has just ended; time until a first look is asked for anew, ms. */
let asking = false, dragged = false, patience = 4000;
/** How many guesses were right, kept in this browser only. */
const score = { right: 0, all: 0 };
try { Object.assign(score, JSON.parse(localStorage.getItem(SCORE) || "{}")); } catch { /* a browser that keeps nothing */ }

// ---- small words ----
/** Make an element. @param {string} tag @param {Object<string, any>} props @param {...any} kids @returns {any} */
function h(tag, props = {}, ...kids) {
  const made = document.createElement(tag);
  for (const [key, value] of Object.entries(props)) {
    if (key.startsWith("on")) made.addEventListener(key.slice(2), value);
    else if (key === "className" || key === "value" || key === "selected") Object.assign(made, { [key]: value });
    else made.setAttribute(key, value);
  }
  made.append(...kids.flat());
  return made;
}

/** Make an element of a picture. @param {string} tag @param {Object<string, any>} attributes */
function s(tag, attributes) {
  const made = document.createElementNS("http://www.w3.org/2000/svg", tag);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key.replace("_", "-"), String(value));
  return made;
}

const drawn = (/** @type {string} */ svg) => document.importNode(new DOMParser().parseFromString(svg, "image/svg+xml").documentElement, true);
/** Set an attribute or a text, where that changes anything. @param {any} part @param {string} key @param {string} value */
function put(part, key, value) {
  const now = key === "text" ? part.textContent : part.getAttribute(key);
  if (now === value) return;
  if (key === "text") part.textContent = value; else part.setAttribute(key, value);
}
const anyone = () => Math.floor(Math.random() * 2 ** 31);
const percent = (/** @type {number} */ share) => `${Math.round(share * 100)}%`;
const same = (/** @type {any} */ a, /** @type {any} */ b) => JSON.stringify(a) === JSON.stringify(b);
const copy = (/** @type {any} */ a) => JSON.parse(JSON.stringify(a));

/** Say something to who cannot see the pictures. @param {string} text */
function tell(text) { $("live").textContent = text; }
/** Say what went wrong, or nothing any more. @param {string} text */
function note(text) { $("note").textContent = text.charAt(0).toUpperCase() + text.slice(1); $("note").hidden = !text; }

/** Ask the server; a newer question of the same name takes the place of this one, which then is null.
 * @param {string} name @param {object|null} body @param {string} path @returns {Promise<any>} */
async function ask(name, body, path = name) {
  running[name]?.abort();
  const mine = (running[name] = new AbortController());
  const posted = body && { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body) };
  try {
    const answer = await fetch(`/api/v1/${path}`, { signal: mine.signal, ...posted });
    const said = await answer.json();
    if (!answer.ok) throw new Error(said.error || `the server answered ${answer.status}`);
    return mine.signal.aborted ? null : said;
  } catch (error) {
    if (mine.signal.aborted) return null;
    throw error;
  }
}

/** Ask, keep the answer as a view, and go on. @param {string} name @param {object} body @param {(said: any) => void} then */
async function load(name, body, then) {
  try {
    const said = await ask(name, name === "compare" ? body : { ...body, ...shownForms() });
    if (said === null) return;
    view[name] = said;
    then(said);
  } catch (error) { note(/** @type {Error} */ (error).message); }
}

// ---- the state: in the address, and undone ----
/** State as a fragment of the address, which no server is sent. @param {State} of */
function linkOf(of) {
  const list = (/** @type {Lesion[]} */ all) => all.map((one) => [one.where, one.severity, one.kind].join("*")).join("|");
  const usual = fresh();
  const said = {
    M: of.mode === usual.mode ? "" : of.mode,
    F: of.chips.map((chip) => chip.replaceAll("|", " ")).join("|"),
    S: of.side === usual.side ? "" : of.side,
    O: of.onset,
    D: of.days === usual.days ? "" : String(of.days),
    L: list(of.lesions),
    B: list(of.second),
    P: of.mode === "practise" ? `${of.level}.${of.seed}` : "",
  };
  const parts = Object.entries(said).filter(([, value]) => value);
  return ["#v1", ...parts.map(([key, value]) => `${key}=${encodeURIComponent(value)}`)].join(";");
}

/** State of a fragment; what is out of range is left out. @param {string} hash @returns {State} */
function stateOf(hash) {
  const made = fresh();
  const [version, ...parts] = hash.replace(/^#/, "").split(";");
  if (version && version !== "v1") { note(`This link is of another version (${version.slice(0, 8)}); the page begins empty.`); return made; }
  /** @type {Object<string, string>} */
  const read = {};
  for (const part of parts) {
    const [, key, value] = part.match(/^(\w)=(.*)$/) || [];
    try { if (key) read[key] = decodeURIComponent(value); } catch { /* a broken part is left out */ }
  }
  const list = (/** @type {string} */ text = "") => text.split("|").filter(Boolean).slice(0, MOST).map((one) => {
    const [where, severity, kind] = one.split("*");
    const share = Number(severity);
    return { where: where.slice(0, 200), severity: share > 0 && share <= 1 ? share : 1, kind: kind in facts.kinds ? kind : "loss" };
  });
  const days = Number(read.D), [level, seed] = (read.P || "").split(".").map(Number);
  if (["compare", "practise"].includes(read.M)) made.mode = read.M;
  made.chips = (read.F || "").split("|").filter(Boolean).slice(0, 500).map((chip) => chip.slice(0, 400));
  if (["left", "right", "both"].includes(read.S)) made.side = read.S;
  made.onset = (read.O || "").slice(0, 100);
  if (read.D && days >= 0 && days <= 3650) made.days = days;
  Object.assign(made, { lesions: list(read.L), second: list(read.B) });
  if ([1, 2, 3].includes(level)) made.level = level;
  if (Number.isInteger(seed) && seed >= 0 && seed < 2 ** 31) made.seed = seed;
  return made;
}

/** Change the state, remember the one before, and show the new. @param {(to: State) => void} change */
function commit(change, keep = true) {
  const before = copy(state);
  change(state);
  if (same(state, before)) return;
  note("");
  if (keep) past.push(JSON.stringify(before));
  if (past.length > 200) past.shift();
  refresh(before);
  history.replaceState(null, "", linkOf(state));
}

function undo() {
  const before = past.pop();
  if (!before) return;
  const old = state;
  state = JSON.parse(before);
  refresh(old);
  history.replaceState(null, "", linkOf(state));
  tell("Undone.");
}

/** Show the state; only what has changed is asked for. @param {State|null} before */
function refresh(before) {
  const changed = (/** @type {(keyof State)[]} */ ...keys) => !before || keys.some((key) => !same(before[key], state[key]));
  showControls();
  if (changed("chips")) showChips();
  if (changed("side")) showSheets();
  if (state.mode === "practise") {
    if (changed("mode", "level", "seed")) { view.forward = null; practise(); }
    return;
  }
  view.practise = null;
  if (changed("lesions", "second", "active", "days", "side", "mode")) forward();
  if (changed("chips", "side", "onset", "mode")) infer();
  if (state.mode === "compare" && changed("lesions", "second", "days", "side", "mode")) compare();
}

// ---- questions ----
const form = () => $("picture").dataset.form || "screen";
const leg = () => (state.side === "unknown" ? "left" : state.side);
const cuts = (/** @type {State} */ of) => (of.mode === "compare" && of.active ? of.second : of.lesions);
const shownForms = () => ({ form: form(), sheets: facts.groups[group], mode: territory });

function forward() {
  showLesions();
  if (!cuts(state).length) running.forward?.abort();
  if (!cuts(state).length && healthyBody) { view.forward = null; paint(); return; }
  const open = FOLDS.filter((name) => $(`t-${name}`).parentElement.open);
  load("forward", { lesions: cuts(state), side: leg(), days: state.days, open }, (said) => {
    if (!said.lesions.length) { healthyBody = said.body; view.forward = null; }
    paint();
    if (said.lesions.length) tell(said.sentence);
  });
}

function infer() {
  if (!state.chips.length) { running.infer?.abort(); view.infer = null; showAnswers(); paint(); return; }
  load("infer", { chips: state.chips, side: state.side, onset: state.onset }, (said) => {
    showChips();
    showAnswers();
    paint();
    tell(said.sentence);
    patience = said.bank.full ? 4000 : patience * 1.5;
    if (!said.bank.full) setTimeout(() => { if (view.infer === said) infer(); }, patience);
  });
}

function compare() {
  view.compare = null;
  if (!state.lesions.length || !state.second.length) showAnswers();
  else load("compare", { first: state.lesions, second: state.second, side: leg(), days: state.days }, showAnswers);
}

/** Examine the virtual patient; with a place, hear whether it is the right one. @param {string} [place] @param {boolean} [again] */
function practise(place, again) {
  if (place && !again && view.practise?.verdict) return;
  const asked = { level: state.level, seed: state.seed, ...(place && { guess: place }) };
  load("practise", asked, async (said) => {
    if (said.verdict) {
      if (!again) Object.assign(score, { all: score.all + 1, right: score.right + Number(said.verdict.right) });
      try { localStorage.setItem(SCORE, JSON.stringify(score)); } catch { /* kept for this visit only */ }
      view.forward = await ask("forward", { lesions: said.lesions, side: said.side, days: said.days, ...shownForms() });
    }
    showAnswers();
    $("score").textContent = `Score: ${score.right} of ${score.all}, kept in this browser only.`;
    paint();
    tell(said.verdict ? $("verdict").textContent : said.complaint);
  });
}

// ---- the plexus ----
/** Strands as they were drawn, in their order. @type {Map<string, {group: any, paths: [string, string][], at: number}>} */
let strands = new Map();
/** @type {Map<string, string>} */
let inks = new Map();
/** What a leg looks like that nobody harmed. @type {Plexus} */
let healthy;
/** Strands that are not drawn whole now. @type {Set<string>} */
let touched = new Set();

/** Remember how the picture looks before anything is painted on it. */
function learn() {
  const picture = $("picture"), all = (/** @type {string} */ what) => [...picture.querySelectorAll(what)];
  const read = (/** @type {any} */ path) => [path.getAttribute("d"), path.getAttribute("stroke")];
  strands = new Map(all(".strand").map((group, at) => [group.id, { group, at, paths: [...group.querySelectorAll("path")].map(read) }]));
  inks = new Map(all(".strand-names text").map((name) => [name.id, name.getAttribute("fill")]));
  touched = new Set();
  $("strands").prepend(s("g", { id: "sunk" }));
  healthy = { strands: {}, lost: [], inks: {}, rows: {}, nodes: {}, lesions: [], halos: [] };
  for (const row of all(".muscle, .skin")) {
    const grade = row.querySelector(".grade"), ground = row.querySelector(".ground").getAttribute("fill");
    healthy.rows[row.id] = [ground, grade ? "5" : "", grade?.getAttribute("fill") || "", false, false, row.getAttribute("aria-label")];
  }
  for (const node of all(".node")) {
    healthy.nodes[node.id] = [node.getAttribute("aria-label"), node.querySelector(".label")?.textContent || "", ""];
  }
  picture.querySelector(".node").setAttribute("tabindex", "0");
}

/** Paint what the views say on plexus and body. */
function paint() {
  const practising = state.mode === "practise", cut = view.forward?.lesions.length ? view.forward : null;
  const shown = practising ? { ...(cut?.plexus || healthy), rows: view.practise?.rows || healthy.rows }
    : (cut || view.infer)?.plexus || healthy;
  const halos = practising ? healthy : view.infer?.plexus || healthy;
  paintStrands(shown);
  paintRows(shown.rows);
  paintNodes(shown, halos);
  $("halos").replaceChildren(...halos.halos.map((/** @type {any} */ shape) => s("rect", { class: "halo", ...shape })));
  $("lesions").replaceChildren(...shown.lesions.map((/** @type {any} */ shape) => s("rect", shape)));
  paintBody((practising ? view.practise : cut || view.infer)?.body || healthyBody || {});
  showReadings();
  const focus = (cut ? shown : halos).focus ?? TALL / 2;  // paper has room for a part, which then can be read
  $("picture").style.setProperty("--crop", `${Math.max(0, Math.min(focus - PAPER / 2, TALL - PAPER))}px`);
  const title = [state.chips.join(", ") || "Lesion", state.side !== "unknown" && `side: ${state.side}`, state.onset && `onset ${state.onset} ago`];
  $("print-title").textContent = title.filter(Boolean).join("; ");
  const first = view.infer?.answer?.ranking[0];
  $("sentence").textContent = practising ? view.practise?.complaint || "" : cut ? cut.sentence
    : first ? `Halos show where the lesion may be. First: ${(first.site || first.structure).replace(/, none$/, "")}, ${percent(first.probability)}.`
      : "Click a nerve to cut it, or type what was found.";
}

/** @param {any} group @param {[string, string][]} paths */
function redraw(group, paths) {
  const old = [...group.querySelectorAll("path")];
  paths.forEach(([d, stroke], i) => {
    const path = old[i] || group.appendChild(s("path", {}));
    put(path, "d", d);
    put(path, "stroke", stroke);
  });
  old.slice(paths.length).forEach((path) => path.remove());
}

/** Draw strands; what is lost goes beneath what lives. @param {Plexus} shown */
function paintStrands(shown) {
  const now = new Set(Object.keys(shown.strands)), lost = new Set(shown.lost);
  for (const id of new Set([...touched, ...now])) {
    const one = strands.get(id);
    if (!one) continue;
    redraw(one.group, shown.strands[id] || one.paths);
    $(id.replace("t-", "c-"))?.setAttribute("display", lost.has(id) ? "none" : "inline");
    const sunk = one.group.parentNode.id === "sunk";
    if (lost.has(id) && !sunk) {
      one.group.replaceWith((one.place = document.createComment("")));
      $("sunk").append(one.group);
    }
    if (!lost.has(id) && sunk) one.place.replaceWith(one.group);
  }
  touched = now;
  for (const [id, ink] of inks) put($(id), "fill", shown.inks[id] || ink);
}

function paintRows(/** @type {Plexus["rows"]} */ rows) {
  for (const [id, [fill, grade, ink, numb, abnormal, name]] of Object.entries(rows)) {
    const row = $(id), printed = row?.querySelector(".grade");
    if (!row) continue;
    put(row.querySelector(".ground"), "fill", fill);
    if (printed) { put(printed, "text", grade); put(printed, "fill", ink); }
    else put(row.querySelector(".hatch"), "fill", numb ? "url(#numb)" : "none");
    put(row.lastElementChild, "font-weight", abnormal ? "bold" : "normal");
    put(row, "aria-label", name);
  }
}

/** @param {Plexus} shown @param {Plexus} halos */
function paintNodes(shown, halos) {
  for (const [id, [name, label, tells]] of Object.entries(shown.nodes)) {
    const node = $(id), [suspected, percentage] = halos.nodes[id];
    const chance = suspected.match(/, suspected with .*$/)?.[0] || "";
    put(node, "aria-label", name.includes("suspected") ? name : name + chance);
    put(node, "aria-pressed", String(name.includes("lesion of")));
    const text = node.querySelector(".label"), small = node.querySelector(".tells");
    if (text) put(text, "text", halos === healthy ? label : percentage);
    if (small) put(small, "text", tells);
  }
}

/** Fetch the plexus in the form that the width asks for. */
async function fit() {
  const wanted = NARROW.matches ? "upright" : "screen";
  if (form() === wanted) return;
  $("picture").replaceChildren(drawn(await (await fetch(`/api/v1/plexus/${wanted}`)).text()));
  $("picture").dataset.form = wanted;
  learn();
  view.forward = view.infer = null;
  refresh(null);
}

// ---- the body ----
let group = Object.keys(facts.groups)[0], territory = "state", onSheet = "";
/** What the sheets look like where nothing is wrong. @type {Object<string, Object<string, string>>|null} */
let healthyBody = null;
/** Skin under the brush. @type {Set<string>|null} */
let brush = null;

/** Fetch the sheets of the group and the side, where others are there. */
async function showSheets() {
  const side = state.side === "right" ? "right" : "left", wanted = `${group} ${side}`;
  for (const button of $("sheets").children) button.setAttribute("aria-pressed", String(button.textContent === group));
  $("painting").hidden = !facts.groups[group].some((/** @type {string} */ name) => name.startsWith("skin"));
  if (onSheet === wanted) return;
  onSheet = wanted;
  healthyBody = null;
  const texts = await Promise.all(facts.groups[group].map(async (/** @type {string} */ name) => (await fetch(`/api/v1/sheet/${name}?side=${side}`)).text()));
  if (onSheet !== wanted) return;
  $("sheet").replaceChildren(...texts.map(drawn));
  repaintBody();
}

/** Ask again for what is shown on the sheets. */
function repaintBody() {
  healthyBody = null;
  if (state.mode === "practise") practise(view.practise?.verdict?.guess, true);
  else if (state.chips.length && !cuts(state).length) infer();
  else forward();
}

function paintBody(/** @type {Object<string, Object<string, string>>} */ patch) {
  for (const [id, look] of Object.entries(patch)) {
    const part = $(id);
    if (!part) continue;
    for (const [key, value] of Object.entries(look)) {
      if (key !== "title") put(part, key, value);
      else if (part.firstElementChild) put(part.firstElementChild, "text", value);
    }
  }
  if ($("twin").open) showTwin();
}

/** The sheets as a table. */
function showTwin() {
  const parts = [...$("sheet").querySelectorAll("[data-name]")];
  const rows = parts.map((part) => [part.dataset.name, (part.firstElementChild?.textContent || "").replace(`${part.dataset.name}: `, "")]);
  $("twin").lastElementChild.replaceChildren(h("table", {}, h("tbody", {}, rows.map(([name, said]) => h("tr", {}, h("td", {}, h("button", { type: "button", className: "who", "data-who": name }, name)), h("td", {}, said))))));
}

function stroke(/** @type {PointerEvent} */ event) {
  const part = /** @type {any} */ (document.elementFromPoint(event.clientX, event.clientY)?.closest("[data-sheet^=skin] [data-name]"));
  const name = part?.dataset.name;
  if (event.type === "pointerdown" && name && !asking && !event.button) {
    brush = new Set();
    event.preventDefault();
    /** @type {any} */ (event.target).releasePointerCapture?.(event.pointerId);
  }
  if (!brush || !name) return;
  brush.add(name);
  part.setAttribute("stroke", "#1b5fc1");
}

/** What was painted becomes findings, unless the finger scrolled; painted again it is taken back. @param {Event} event */
function lift(event) {
  if (!brush) return;
  const painted = event.type === "pointerup" ? [...brush].map((name) => `${name} numb`) : [];
  brush = null;
  for (const part of $("sheet").querySelectorAll("[data-name][stroke]")) part.removeAttribute("stroke");
  if (state.mode === "practise" || !painted.length) return;
  commit((to) => {
    const known = painted.every((chip) => to.chips.includes(chip));
    to.chips = known ? to.chips.filter((chip) => !painted.includes(chip)) : [...new Set([...to.chips, ...painted])];
  });
}

// ---- lesions ----
const placesOf = (/** @type {string} */ id) => /** @type {string[]} */ (facts.places[id] || []);
const structureOf = (/** @type {string} */ id) => (placesOf(id)[0] || "").split(",")[0];
/** Number of the lesion that lies on a bar, or -1. @param {string} id */
const lesionOn = (id) => cuts(state).findIndex((one) => placesOf(id).includes(one.where));

/** Cut a nerve, or heal it. @param {string} id @param {boolean} add */
function cut(id, add) {
  const place = placesOf(id)[0];
  if (!place) return;
  if (state.mode === "practise") { practise(place); return; }
  commit((to) => {
    const list = cuts(to), at = lesionOn(id);
    if (at >= 0) { list.splice(at, 1); return; }
    if (!add) list.splice(0);
    if (list.length < MOST) list.push({ where: place, severity: 1, kind: "loss" });
  });
}

/** @param {number} at @param {number} share */
function setSeverity(at, share, keep = true) {
  commit((to) => { cuts(to)[at].severity = Math.round(Math.min(Math.max(share, 0.05), 1) * 20) / 20; }, keep);
}

/** Press on a part of the plexus; a drag from a bar that is cut sets the severity. @param {PointerEvent} event */
function press(event) {
  const target = /** @type {any} */ (event.target).closest("[role=button]");
  if (!target || event.button) return;
  rove(target);
  const at = asking || state.mode === "practise" ? -1 : lesionOn(target.id);
  if (at < 0) return;
  const from = event.clientX - event.clientY, start = cuts(state)[at].severity, before = JSON.stringify(state);
  const move = (/** @type {PointerEvent} */ now) => {
    const by = now.clientX - now.clientY - from;
    dragged = dragged || Math.abs(by) > 4;
    if (dragged) setSeverity(at, start + by / 160, false);
  };
  const end = () => {
    window.removeEventListener("pointermove", move);
    if (dragged) past.push(before);
    setTimeout(() => { dragged = false; });
  };
  window.addEventListener("pointermove", move);
  for (const type of ["pointerup", "pointercancel"]) window.addEventListener(type, end, { once: true });
}

/** Let the Tab key and the arrows begin here. @param {any} target */
function rove(target) {
  $("picture").querySelector("[tabindex='0']")?.setAttribute("tabindex", "-1");
  target.setAttribute("tabindex", "0");
  target.focus({ preventScroll: true });
}

/** Do what a click or Enter on a part of the plexus means. @param {any} target @param {boolean} add */
function act(target, add) {
  if (target.matches(".muscle, .skin")) says(target.getAttribute("aria-label").split(/ (?:not examined|\d\S* felt|\d[+-]?)(?:, |$)/)[0]);
  else if (asking) says(structureOf(target.id));
  else cut(target.id, add);
}

/** Keys on the plexus. @param {KeyboardEvent} event */
function walk(event) {
  const target = /** @type {any} */ (event.target).closest("[role=button]"), at = lesionOn(target.id);
  const ways = form() === "upright" ? ["up", "down", "left", "right"] : ["left", "right", "up", "down"];
  const way = ways[["ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown"].indexOf(event.key)];
  const next = way && $(target.dataset[way]);
  if (next) { rove(next); next.scrollIntoView({ block: "nearest" }); }
  else if (event.key === "Enter" || event.key === " ") act(target, event.shiftKey);
  else if (event.key === "?") says(structureOf(target.id));
  else if ("+-".includes(event.key) && at >= 0) setSeverity(at, cuts(state)[at].severity + (event.key === "+" ? 0.1 : -0.1));
  else if (!way) return;
  event.preventDefault();
}

/** The lesions as a list with place, severity and kind. */
function showLesions() {
  const focused = /** @type {any} */ (document.activeElement)?.dataset?.key, both = state.mode === "compare";
  const rows = [state.lesions, ...(both ? [state.second] : [])].flatMap((list, n) => {
    const choose = () => commit((to) => { to.active = n; }, false), name = n ? "Second" : "First";
    const head = both && h("button", { type: "button", "aria-pressed": String(state.active === n), onclick: choose }, name);
    if (both && !list.length) return [h("li", { className: n ? "second" : "" }, head, h("span", { className: "quiet" }, "click a nerve"))];
    return list.map((one, i) => lesionRow(one, i, n, i ? null : head));
  });
  $("lesions-list").replaceChildren(...rows);
  if (focused) $("lesions-list").querySelector(`[data-key="${focused}"]`)?.focus();
}

/** @param {Lesion} lesion @param {number} i @param {number} n @param {any} head */
function lesionRow(lesion, i, n, head) {
  const change = (/** @type {Partial<Lesion>} */ to) => commit((all) => { all.active = n; Object.assign((n ? all.second : all.lesions)[i], to); });
  const take = () => commit((to) => { (n ? to.second : to.lesions).splice(i, 1); });
  const places = Object.values(facts.places).find((list) => list.includes(lesion.where)) || [lesion.where];
  const option = (/** @type {string} */ value, /** @type {string} */ words, /** @type {string} */ now) => h("option", { value, selected: value === now }, words);
  const select = (/** @type {string} */ key, /** @type {string} */ name, /** @type {any[]} */ options) =>
    h("select", { "aria-label": name, "data-key": `${key}${n}${i}`, onchange: (/** @type {any} */ e) => change({ [key]: e.target.value }) }, options);
  const slide = (/** @type {any} */ e) => change({ severity: e.target.value / 100 });
  return h("li", { className: n ? "second" : "" }, head || "",
    select("where", "Place", places.map((/** @type {string} */ place) => option(place, place, lesion.where))),
    h("input", { type: "range", min: 5, max: 100, step: 5, value: Math.round(lesion.severity * 100), "aria-label": `Severity, ${lesion.where}, per cent`, "data-key": `s${n}${i}`, oninput: slide }),
    h("output", {}, percent(lesion.severity)),
    select("kind", "Kind of harm", Object.entries(facts.kinds).map(([kind, words]) => option(kind, /** @type {string} */ (words), lesion.kind))),
    h("button", { type: "button", "data-who": lesion.where.split(",")[0], "aria-label": `Says who? ${lesion.where}` }, "?"),
    h("button", { type: "button", "aria-label": `Take away: ${lesion.where}`, onclick: take }, "×"));
}

/** Add a lesion by its name. @param {Event} event */
function addByName(event) {
  event.preventDefault();
  const where = $("place").value.trim();
  $("place").value = "";
  if (where) commit((to) => { if (cuts(to).length < MOST) cuts(to).push({ where, severity: 1, kind: "loss" }); });
}

// ---- the command line ----
function showChips() {
  const read = view.infer?.chips || [], boxes = [...$("chips").children];
  const at = boxes.findIndex((box) => box.contains(document.activeElement));
  $("chips").replaceChildren(...state.chips.map((text, i) => {
    const known = read[i]?.text === text ? read[i] : null;
    const told = !known ? "" : known.state === "read" ? known.read.join("; ") || "about the patient or the time" : `not understood: ${known.missed.join(", ")}`;
    const keys = (/** @type {KeyboardEvent} */ e) => chipKey(e, i);
    return h("li", {}, h("button", { type: "button", className: `chip ${known ? known.state : "waiting"}`, title: told, "aria-label": `${text}${told && `: ${told}`}`, onkeydown: keys, onclick: () => edit(i) }, text));
  }));
  if (at >= 0) toChip(Math.min(at, state.chips.length - 1));
}

const toChip = (/** @type {number} */ i) => ($("chips").children[i]?.firstChild ?? $("type")).focus();

/** Take a chip back into the line. @param {number} i */
function edit(i) {
  const text = state.chips[i];
  commit((to) => { to.chips.splice(i, 1); });
  $("type").value = text;
  $("type").focus();
}

/** Keys on a chip: digits grade, + and - refine, n makes the rest normal. @param {KeyboardEvent} event @param {number} i */
function chipKey(event, i) {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const text = state.chips[i], test = view.infer?.chips[i]?.test || "strength";
  const set = (/** @type {string} */ now) => commit((to) => { to.chips[i] = now; });
  const rest = facts.rest[test] || facts.rest.strength;
  if (/^[0-5]$/.test(event.key)) set(graded(text, Number(event.key), test));
  else if ("+-".includes(event.key) && /\d$/.test(text)) set(text + event.key);
  else if (event.key === "n") commit((to) => { if (!to.chips.includes(rest)) to.chips.push(rest); });
  else if (event.key === "Delete" || event.key === "Backspace") commit((to) => { to.chips.splice(i, 1); });
  else if (event.key === "ArrowLeft") toChip(Math.max(i - 1, 0));
  else if (event.key === "ArrowRight") toChip(i + 1);
  else return;
  event.preventDefault();
}

/** Text of a chip with another grade. @param {string} text @param {number} digit @param {string} test */
function graded(text, digit, test) {
  const bare = text.replace(/[\s:]*(\d[+-]?(\/5)?|severely weak|weak|absent|reduced|normal|numb|ok|brisk)$/i, "");
  return `${bare} ${test !== "sensation" ? digit : digit === 0 ? "absent" : digit === 5 ? "normal" : "reduced"}`;
}

/** Make chips of what was typed. */
function typed() {
  const said = $("type").value.split(/[;\n]|,(?!\d)/).map((/** @type {string} */ part) => part.trim()).filter(Boolean);
  $("type").value = "";
  offer([]);
  if (said.length) commit((to) => { to.chips = [...to.chips, ...said].slice(0, 500); });
}

/** Completions on offer, the chosen one, the words before it, the text it is of. */
let offered = [], chosen = 0, before = "", sought = "", clock = 0;

function offer(/** @type {any[]} */ found) {
  offered = found;
  const line = (/** @type {any} */ one, /** @type {number} */ i) => h("li", { role: "option", id: `c-${i}`, onpointerdown: (/** @type {Event} */ e) => { e.preventDefault(); choose(i); complete(); } },
    one.name, h("small", {}, one.words === one.name.toLowerCase() ? one.kind : `${one.words}, ${one.kind}`));
  $("choices").replaceChildren(...found.map(line));
  $("choices").hidden = !found.length;
  $("type").setAttribute("aria-expanded", String(found.length > 0));
  choose(0);
}

function choose(/** @type {number} */ i) {
  [...$("choices").children].forEach((line, k) => line.setAttribute("aria-selected", String(k === i)));
  chosen = i;
  $("type").setAttribute("aria-activedescendant", offered.length ? `c-${i}` : "");
}

/** Fetch what a text may become. @param {string} text */
async function lookUp(text) {
  const said = await ask("vocabulary", null, `vocabulary?count=6&q=${encodeURIComponent(text.slice(-100))}`).catch(() => null);
  if (!said || $("type").value.trim() !== text) return;
  [before, sought] = [said.kept && `${said.kept} `, text];
  offer(said.found);
}

function suggest() {
  const text = $("type").value.trim();
  clearTimeout(clock);
  if (text.length < 2) offer([]); else clock = setTimeout(() => lookUp(text), 70);
}

/** Take the chosen completion; of what is typed now, not of what was typed when it was offered. */
async function complete() {
  clearTimeout(clock);
  if (sought !== $("type").value.trim()) await lookUp($("type").value.trim());
  if (offered.length && sought === $("type").value.trim()) $("type").value = `${before}${offered[chosen].name} `;
  offer([]);
}

/** Keys in the line. @param {KeyboardEvent} event */
function lineKey(event) {
  const box = $("type"), n = offered.length, last = state.chips.length - 1;
  const first = box.selectionStart === 0 && box.selectionEnd === 0;
  if (event.key === "Tab" && !event.shiftKey && n) complete();
  else if (event.key === "ArrowDown" && n) choose((chosen + 1) % n);
  else if (event.key === "ArrowUp" && n) choose((chosen + n - 1) % n);
  else if (event.key === "Enter") typed();
  else if (event.key === "Escape" && n) offer([]);
  else if (event.key === "Backspace" && !box.value && last >= 0) edit(last);
  else if (event.key === "ArrowLeft" && first && last >= 0) toChip(last);
  else return;
  event.preventDefault();
}

// ---- panels, tables, sources ----
/** The words beside the pictures; the server has escaped what people typed. */
function showAnswers() {
  const comparing = state.mode === "compare", shown = state.mode === "practise" ? view.practise : view.infer;
  $("hint").hidden = Boolean(shown) || comparing;
  $("compare-hint").hidden = !comparing || Boolean(view.compare);
  $("apart").innerHTML = comparing && view.compare ? view.compare.panel : "";
  $("apart-title").hidden = !comparing || !view.compare;
  $("answers").innerHTML = shown ? shown.panel : "";
}

/** Do what a button of a panel stands for. @param {MouseEvent} event */
function pressed(event) {
  const button = /** @type {any} */ (event.target).closest?.("[data-who], [data-add], [data-swap], [data-show], [data-level], [data-another], [data-case], [data-name]");
  if (!button) return;
  const said = button.dataset, read = (/** @type {string} */ key) => JSON.parse(said[key]);
  if (said.who) says(said.who);
  else if (said.name) { if (asking || button.closest("[data-sheet^=muscles]")) says(said.name); }
  else if (said.add) commit((to) => { to.chips.push(said.add); });
  else if (said.swap) commit((to) => { const [at, words] = read("swap"); to.chips[at] = words; });
  else if (said.show) commit((to) => { const { lesions, side } = read("show"); to.lesions = lesions.slice(0, MOST); if (["left", "right", "both"].includes(side)) to.side = side; });
  else if (said.level) commit((to) => { to.level = Number(said.level); }, false);
  else if (said.another) commit((to) => { to.seed = anyone(); }, false);
  else if (said.case) commit((to) => { Object.assign(to, fresh(), read("case")); });
}

/** Fill the tables that are open; one that is opened is asked for. */
function showReadings() {
  const tables = (state.mode !== "practise" && view.forward?.tables) || {};
  for (const name of FOLDS) $(`t-${name}`).innerHTML = tables[name] || "<p>Cut a nerve to see its readings.</p>";
}

/** Show what the atlas says of a name, and who says so. @param {string} name */
async function says(name) {
  const panel = $("says"), back = /** @type {any} */ (document.activeElement);
  if (!name) return;
  const shut = () => { panel.hidden = true; back?.focus?.(); };
  const said = await ask("atlas", null, `atlas/${encodeURIComponent(name)}`).catch((error) => { note(error.message); return null; });
  if (!said) return;
  panel.innerHTML = said.panel;
  panel.prepend(h("button", { type: "button", className: "close", onclick: shut }, "Close"));
  panel.hidden = false;
  panel.focus();
}

// ---- controls ----
/** Place of a day on the rail. @param {number} days */
function onRail(days) {
  const day = Math.min(days, 730), at = Math.max(STOPS.findIndex((stop) => stop >= day), 1);
  return Math.round((at - 1 + (day - STOPS[at - 1]) / (STOPS[at] - STOPS[at - 1])) * 100);
}

/** Day at a place on the rail. @param {number} place */
function offRail(place) {
  const at = Math.min(Math.floor(place / 100), STOPS.length - 2);
  return Math.round(STOPS[at] + (place / 100 - at) * (STOPS[at + 1] - STOPS[at]));
}

function showControls() {
  const said = state.days < 60 ? `day ${state.days}` : state.days < 700 ? `day ${state.days}, ${Math.round(state.days / 30.44)} mo` : `${(state.days / 365.25).toFixed(1)} years`;
  document.body.dataset.mode = state.mode;
  for (const button of $("modes").children) button.setAttribute("aria-pressed", String(button.dataset.mode === state.mode));
  for (const button of $("tabs").children) button.setAttribute("aria-pressed", String(button.dataset.tab === document.body.dataset.tab));
  for (const radio of /** @type {any} */ (document.getElementsByName("side"))) radio.checked = radio.value === state.side;
  if (document.activeElement !== $("onset")) $("onset").value = state.onset;
  if (document.activeElement !== $("days")) $("days").value = String(onRail(state.days));
  $("days").setAttribute("aria-valuetext", said);
  $("said-days").textContent = said;
  $("undo").disabled = !past.length;
  if (state.mode === "practise") $("lesions-list").replaceChildren();
}

/** Save a file. @param {Blob} blob @param {string} name */
function save(blob, name) {
  const href = URL.createObjectURL(blob);
  h("a", { href, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(href), 5000);
}

/** The plexus as a document of its own. */
async function standalone() {
  const halos = Object.fromEntries((view.infer?.answer?.by_structure || []).map((/** @type {any} */ one) => [one.structure, one.probability]));
  const body = JSON.stringify({ lesions: cuts(state), side: leg(), days: state.days, halos });
  return (await fetch("/api/v1/picture", { method: "POST", headers: { "content-type": "application/json" }, body })).blob();
}

async function savePng() {
  const image = new Image();
  image.src = URL.createObjectURL(await standalone());
  await image.decode();
  const canvas = h("canvas", { width: image.width * 2, height: image.height * 2 });
  canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
  canvas.toBlob((/** @type {Blob} */ png) => save(png, "plexus.png"), "image/png");
}

/** Keys anywhere. @param {KeyboardEvent} event */
function key(event) {
  const at = /** @type {any} */ (event.target), typing = at.matches?.("input[type=text], input[list], select");
  if (event.key === "/" && !typing) $("type").focus();
  else if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "z" && !(typing && at.value)) undo();
  else if (event.key === "Escape" && !$("says").hidden) $("says").querySelector(".close").click();
  else return;
  event.preventDefault();
}

/** @param {string} id @param {string} type @param {(event: any) => void} heard */
const on = (id, type, heard) => $(id).addEventListener(type, heard);
function listen() {
  const line = $("type");
  on("type", "keydown", lineKey);
  on("type", "input", () => (/\S.*[;,]\s*$/.test(line.value) ? typed() : suggest()));
  on("type", "blur", () => offer([]));
  on("line", "submit", (e) => e.preventDefault());
  on("line", "click", (e) => { if (e.target === e.currentTarget) line.focus(); });
  on("picture", "pointerdown", press);
  on("picture", "click", (e) => { const target = e.target.closest("[role=button]"); if (target && !dragged) act(target, e.shiftKey); });
  on("picture", "keydown", walk);
  for (const type of ["pointerdown", "pointermove"]) on("sheet", type, stroke);
  for (const type of ["pointerup", "pointercancel"]) window.addEventListener(type, lift);
  document.addEventListener("click", pressed);
  document.addEventListener("keydown", key);
  for (const radio of /** @type {any} */ (document.getElementsByName("side"))) radio.addEventListener("change", () => commit((to) => { to.side = radio.value; }));
  on("onset", "change", () => commit((to) => { to.onset = $("onset").value.trim(); }));
  on("days", "input", () => commit((to) => { to.days = offRail(Number($("days").value)); }));
  on("add", "submit", addByName);
  on("place", "change", addByName);
  on("modes", "click", (e) => { const mode = e.target.dataset.mode; if (mode) commit((to) => { Object.assign(to, { mode, active: 0, seed: mode === "practise" ? anyone() : 1 }); }); });
  on("tabs", "click", (e) => { document.body.dataset.tab = e.target.dataset.tab || document.body.dataset.tab; showControls(); });
  for (const name of FOLDS) $(`t-${name}`).parentElement.addEventListener("toggle", () => { if (state.mode !== "practise") forward(); });
  on("twin", "toggle", showTwin);
  const sheetButton = (/** @type {string} */ name) => h("button", { type: "button", onclick: () => { group = name; showSheets(); } }, name);
  $("sheets").append(...Object.keys(facts.groups).map(sheetButton));
  on("territory", "change", (e) => { territory = e.target.value; repaintBody(); });
  on("undo", "click", undo);
  on("ask", "click", () => { asking = !asking; $("ask").setAttribute("aria-pressed", String(asking)); });
  on("copy", "click", () => navigator.clipboard.writeText(location.href).then(() => note("the link is copied"), () => note(`the link: ${location.href}`)));
  on("print", "click", () => window.print());
  on("svg", "click", async () => save(await standalone(), "plexus.svg"));
  on("png", "click", savePng);
  window.addEventListener("hashchange", () => { past.push(JSON.stringify(state)); state = stateOf(location.hash); refresh(null); });
  NARROW.addEventListener("change", fit);
}

$("model").textContent = `model ${String(facts.model).slice(0, 8)}`;
listen();
learn();
state = stateOf(location.hash);
refresh(null);
fit();
