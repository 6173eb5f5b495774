// The page: one state, kept in the address; the server turns it into views, which are painted by id.

/**
 * @typedef {{where: string, severity: number, kind: string}} Lesion
 * @typedef {{mode: string, chips: string[], side: string, onset: string, days: number,
 *   lesions: Lesion[], second: Lesion[], active: number, level: number, seed: number,
 *   setting: string, prior: string, variants: string[]}} State
 * @typedef {Object<string, any>} Plexus What changes on the picture; see PlexusShown in the API.
 */

const STOPS = [0, 3, 7, 10, 14, 21, 30, 60, 90, 180, 270, 365, 730], PLACES = STOPS.map((_, i) => 100 * i);
const LINES = /** @type {const} */ (["onset", "setting", "prior"]), FOLDS = ["examination", "conduction", "needle"], SCORE = "lumbosacral score";
const MOST = 6, PAPER = 452, TALL = 1146, NARROW = matchMedia("(max-width: 799px)");

/** @returns {State} */
const fresh = () => ({
  mode: "explore", chips: [], side: "unknown", onset: "", days: 30,
  lesions: [], second: [], active: 0, level: 1, seed: 1, setting: "referral", prior: "", variants: [],
});
/** @type {(id: string) => any} */
const $ = (id) => document.getElementById(id);
const facts = JSON.parse(document.body.dataset.facts || "{}");
/** The state, and those before it. */
let state = fresh();
const past = /** @type {string[]} */ ([]);
/** By question: last answers of the server, and what is on its way; lesions that were worked out already. */
const view = /** @type {Object<string, any>} */ ({}), running = /** @type {Object<string, AbortController>} */ ({}), known = new Map();
/** Whether a click asks for sources; whether a drag has just ended; time until a first look is asked for anew, ms; clock of the address. */
let asking = false, dragged = false, patience = 4000, renaming = 0;
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

/** Make an element of a picture. @param {string} tag @returns {any} */
const svg = (tag) => document.createElementNS("http://www.w3.org/2000/svg", tag);
/** Write a rectangle of a picture as the server gives it. @param {Object<string, any>} shape */
const rect = (shape) => `<rect ${Object.entries(shape).map(([key, value]) => `${key.replace("_", "-")}="${value}"`).join(" ")}/>`;

const drawn = (/** @type {string} */ text) => document.importNode(new DOMParser().parseFromString(text, "image/svg+xml").documentElement, true);
/** Set an attribute or a text, where that changes anything. @param {any} part @param {string} key @param {string} value */
function put(part, key, value) {
  const now = key === "text" ? part.textContent : part.getAttribute(key);
  if (now === value) return;
  if (key === "text") part.textContent = value; else part.setAttribute(key, value);
}
const filled = new WeakMap();
/** Fill a part with markup of the server, unless it holds it already. @param {any} part @param {string} markup */
function fill(part, markup) {
  if (filled.get(part) !== markup) part.innerHTML = markup;
  filled.set(part, markup);
}
const anyone = () => Math.floor(Math.random() * 2 ** 31);
const percent = (/** @type {number} */ share) => `${Math.round(share * 100)}%`;
const same = (/** @type {any} */ a, /** @type {any} */ b) => JSON.stringify(a) === JSON.stringify(b);

/** Say something to who cannot see the pictures. */
const tell = (/** @type {string} */ text) => put($("live"), "text", text);
/** Say what went wrong, or nothing any more. @param {string} text */
function note(text) { put($("note"), "text", text.charAt(0).toUpperCase() + text.slice(1)); $("note").hidden = !text; }

const posted = (/** @type {object} */ body) => ({ method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body) });
/** Ask the server; a newer question of the same name takes the place of this one, which then is null.
 * @param {string} name @param {object|null} body @param {string} path @returns {Promise<any>} */
async function ask(name, body, path = name) {
  running[name]?.abort();
  const mine = (running[name] = new AbortController()), key = path === "forward" ? JSON.stringify(body) : "";
  if (known.has(key)) return known.get(key);
  if (known.size > 50) known.clear();
  try {
    const answer = await fetch(`/api/v1/${path}`, { signal: mine.signal, ...(body && posted(body)) });
    const said = await answer.json();
    if (!answer.ok) throw new Error(said.error || `the server answered ${answer.status}`);
    if (key) known.set(key, said);
    return mine.signal.aborted ? null : said;
  } catch (error) { if (mine.signal.aborted) return null; throw error; }
}

/** Ask, keep the answer as a view, and go on. @param {string} name @param {object} body @param {(said: any) => void} then */
async function load(name, body, then) {
  try {
    const said = await ask(name, name === "compare" ? body : { ...body, ...shownForms() });
    if (said === null) return;
    view[name] = said;
    then(said);
  } catch (error) { note(/** @type {Error} */ (error).message); showLesions(); }
}

// ---- the state: in the address, and undone ----
const boxes = () => /** @type {any[]} */ ([...$("variants").querySelectorAll("input")]);
const several = (/** @type {string} */ text) => text.split("|").filter(Boolean);
const oneOf = (/** @type {string[]} */ words) => (/** @type {string} */ text) => (words.includes(text) ? text : undefined);
const short = (/** @type {number} */ most) => (/** @type {string} */ text) => text.slice(0, most);
const number = (/** @type {number} */ most, at = 0) => (/** @type {string} */ text) => {
  const value = Number(text.split(".")[at]);
  return value >= 0 && value <= most ? value : undefined;
};
const written = (/** @type {Lesion[]} */ all) => all.map((one) => [one.where, one.severity, one.kind].join("*")).join("|");
const lesionsOf = (/** @type {string} */ text) => several(text).slice(0, MOST).map((one) => {
  const [where, severity, kind] = one.split("*"), share = Number(severity);
  return { where: where.slice(0, 200), severity: share > 0 && share <= 1 ? share : 1, kind: kind in facts.kinds ? kind : "loss" };
});
/** How the state stands in the address: letter, name, as text, from text (undefined: left out).
 * @type {[string, keyof State, (value: any, of: State) => string, (text: string) => any][]} */
const PARTS = [
  ["M", "mode", String, oneOf(["compare", "practise"])],
  ["F", "chips", (all) => all.map((/** @type {string} */ chip) => chip.replaceAll("|", " ")).join("|"), (text) => several(text).slice(0, 500).map(short(400))],
  ["S", "side", String, oneOf(["left", "right", "both"])],
  ["O", "onset", String, short(100)],
  ["D", "days", String, number(3650)],
  ["L", "lesions", written, lesionsOf],
  ["B", "second", written, lesionsOf],
  ["P", "level", (level, of) => (of.mode === "practise" ? `${level}.${of.seed}` : ""), (text) => oneOf(["1", "2", "3"])(text[0]) && Number(text[0])],
  ["P", "seed", () => "", number(2 ** 31 - 1, 1)],
  ["T", "setting", String, (text) => oneOf([...$("setting").options].map((option) => option.value))(text)],
  ["W", "prior", String, short(400)],
  ["V", "variants", (all) => all.join("|"), (text) => boxes().map((box) => box.value).filter((name) => several(text).includes(name)).slice(0, 8)],
];

/** State as a fragment of the address, which no server is sent. @param {State} of */
function linkOf(of) {
  const usual = fresh(), said = PARTS.map(([key, name, write]) => [key, write(of[name], of), write(usual[name], usual)]);
  return ["#v1", ...said.filter(([, text, plain]) => text !== plain).map(([key, text]) => `${key}=${encodeURIComponent(text)}`)].join(";");
}

/** State of a fragment; what is out of range is left out. @param {string} hash @returns {State} */
function stateOf(hash) {
  const made = /** @type {any} */ (fresh()), [version, ...parts] = hash.replace(/^#/, "").split(";");
  if (version && version !== "v1") { note(`This link is of another version (${version.slice(0, 8)}); the page begins empty.`); return made; }
  for (const part of parts) {
    const [, key, value] = part.match(/^(\w)=(.*)$/) || [];
    for (const [letter, name, , from] of PARTS) {
      try { if (letter === key) made[name] = from(decodeURIComponent(value)) ?? made[name]; } catch { /* a broken part is left out */ }
    }
  }
  return made;
}

/** Change the state, remember the one before, and show the new. @param {(to: State) => void} change */
function commit(change, keep = true) {
  const before = structuredClone(state);
  change(state);
  if (same(state, before)) return;
  note("");
  if (keep) past.push(JSON.stringify(before));
  if (past.length > 200) past.shift();
  refresh(before);
}

function undo() {
  const before = past.pop(), old = state;
  if (!before) return;
  state = JSON.parse(before);
  refresh(old);
  tell("Undone.");
}

/** Show the state; only what has changed is asked for. @param {State|null} before */
function refresh(before) {
  const changed = (/** @type {(keyof State)[]} */ ...keys) => !before || keys.some((key) => !same(before[key], state[key]));
  clearTimeout(renaming);  // a browser draws its address slowly: the picture first
  if (before) renaming = setTimeout(() => history.replaceState(null, "", linkOf(state)), 250);
  showControls();
  if (drawnAs() !== $("picture").dataset.as) { fit(); return; }
  if (changed("chips")) showChips();
  if (changed("side")) showSheets();
  if (state.mode === "practise") { if (changed("mode", "level", "seed")) { view.forward = null; practise(); } return; }
  view.practise = null;
  if (changed("lesions", "second", "active", "days", "side", "mode", "variants")) forward();
  if (changed("chips", "side", "onset", "mode", "setting", "prior")) infer();
  if (state.mode === "compare" && changed("lesions", "second", "days", "side", "mode", "variants")) compare();
}

// ---- questions ----
const form = () => $("picture").dataset.as.split("?")[0];
const variants = () => (state.mode === "practise" ? [] : state.variants);
/** Form of the plexus that the width and the person ask for, as the path of its picture. */
const drawnAs = () => [NARROW.matches ? "upright" : "screen", ...variants().map((name) => `variant=${encodeURIComponent(name)}`)].join("&").replace("&", "?");
const leg = () => (state.side === "unknown" ? "left" : state.side);
const cuts = (/** @type {State} */ of) => (of.mode === "compare" && of.active ? of.second : of.lesions);
const shownForms = () => ({ form: form(), sheets: facts.groups[group], mode: territory });

const forwardOf = (/** @type {Lesion[]} */ lesions) => ({ lesions, side: leg(), days: state.days, variants: variants(), open: FOLDS.filter((name) => $(`t-${name}`).parentElement.open) });
/** Work out what a click here would show, so that it is known when the click comes. @param {any} event */
function foresee({ target }) {
  const bar = target.closest(".node, .sheath"), place = bar && placesOf(bar.id)[0];
  if (!place || state.mode === "practise" || lesionOn(bar.id) >= 0) return;
  ask("foresee", { ...forwardOf([{ where: place, severity: 1, kind: "loss" }]), ...shownForms() }, "forward").catch(() => null);
}

function forward() {
  if (!cuts(state).length) running.forward?.abort();
  if (!cuts(state).length && healthyBody) { view.forward = null; showLesions(); paint(); return; }
  load("forward", forwardOf(cuts(state)), (said) => {
    if (!said.lesions.length) { healthyBody = said.body; view.forward = null; }
    showLesions();  // with the picture: two frames would take twice the time
    paint();
    if (said.lesions.length) tell(said.sentence);
  });
}

function infer() {
  if (!state.chips.length && !state.prior) { running.infer?.abort(); view.infer = null; showAnswers(); paint(); return; }
  load("infer", { chips: state.chips, side: state.side, onset: state.onset, setting: state.setting, prior: state.prior }, (said) => {
    if (!state.chips.length) view.infer = null;  // only what is assumed was looked at
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
  else load("compare", { first: state.lesions, second: state.second, side: leg(), days: state.days, variants: variants() }, showAnswers);
}

/** Examine the virtual patient; with a place, hear whether it is the right one. @param {string} [place] @param {boolean} [again] */
function practise(place, again) {
  if (place && !again && view.practise?.verdict) return;
  load("practise", { level: state.level, seed: state.seed, ...(place && { guess: place }) }, async (said) => {
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
/** Strands and names of roots as they were drawn, by id; what a leg looks like that nobody harmed; where lost strands are.
 * @type {Map<string, any>} */
let strands = new Map(), inks = new Map(), /** @type {Plexus} */ healthy, /** @type {any} */ sunk;
/** Strands that are not drawn whole now. @type {Set<string>} */
let touched = new Set();

/** Remember how the picture looks before anything is painted on it. */
function learn() {
  const picture = $("picture"), all = (/** @type {string} */ what) => [...picture.querySelectorAll(what)];
  const read = (/** @type {any} */ path) => [path.getAttribute("d"), path.getAttribute("stroke")];
  strands = new Map(all(".strand").map((group) => [group.id, { group, paths: [...group.querySelectorAll("path")].map(read) }]));
  inks = new Map(all(".strand-names text").map((name) => [name.id, name.getAttribute("fill")]));
  touched = new Set();
  sunk = svg("g");
  $("strands").prepend(sunk);
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
  fill($("halos"), halos.halos.map((/** @type {any} */ shape) => rect({ class: "halo", ...shape })).join(""));
  fill($("lesions"), shown.lesions.map(rect).join(""));
  paintBody((practising ? view.practise : cut || view.infer)?.body || healthyBody || {});
  showReadings();
  const focus = (cut ? shown : halos).focus ?? TALL / 2;  // paper has room for a part, which then can be read
  $("picture").firstElementChild.style.setProperty("--crop", `${Math.max(0, Math.min(focus - PAPER / 2, TALL - PAPER))}px`);
  put($("print-title"), "text", [state.chips.join(", ") || "Lesion", state.side !== "unknown" && `side: ${state.side}`, state.onset && `onset ${state.onset} ago`].filter(Boolean).join("; "));
  const first = view.infer?.answer?.ranking[0];
  put($("sentence"), "text", practising ? view.practise?.complaint || "" : cut ? cut.sentence
    : first ? `Halos show where the lesion may be. First: ${(first.site || first.structure).replace(/, none$/, "")}, ${percent(first.probability)}.`
      : "Click a nerve to cut it, or type what was found.");
}

/** @param {any} group @param {[string, string][]} paths */
function redraw(group, paths) {
  const old = [...group.querySelectorAll("path")];
  paths.forEach(([d, stroke], i) => {
    const path = old[i] || group.appendChild(svg("path"));
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
    const below = one.group.parentNode === sunk;
    if (lost.has(id) && !below) {
      one.group.replaceWith((one.place = document.createComment("")));
      sunk.append(one.group);
    }
    if (!lost.has(id) && below) one.place.replaceWith(one.group);
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

/** Fetch the plexus as it is to be drawn, and show everything on it. */
async function fit() {
  const wanted = drawnAs(), answer = await fetch(`/api/v1/plexus/${wanted}`), text = await answer.text();
  if (wanted !== drawnAs()) return;
  if (!answer.ok) { state.variants = []; refresh(null); note(JSON.parse(text).error); return; }
  $("picture").replaceChildren(drawn(text));
  $("picture").dataset.as = wanted;
  learn();
  view.forward = view.infer = null;
  refresh(null);
}

// ---- the body ----
let group = Object.keys(facts.groups)[0], territory = "state", onSheet = "";
/** What the sheets look like where nothing is wrong; skin under the brush. */
let healthyBody = /** @type {any} */ (null), brush = /** @type {Set<string>|null} */ (null);

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
  if (!place || state.mode === "practise") { if (place) practise(place); return; }
  commit((to) => {
    const list = cuts(to), at = lesionOn(id);
    if (at >= 0) { list.splice(at, 1); return; }
    if (!add) list.splice(0);
    if (list.length < MOST) list.push({ where: place, severity: 1, kind: "loss" });
  });
}

const setSeverity = (/** @type {number} */ at, /** @type {number} */ share, keep = true) =>
  commit((to) => { cuts(to)[at].severity = Math.round(Math.min(Math.max(share, 0.05), 1) * 20) / 20; }, keep);

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

/** The lesions as a list. Rows are changed in place, so that a slider can be dragged and focus stays. */
function showLesions() {
  const box = $("lesions-list"), both = state.mode === "compare";
  const lists = state.mode === "practise" ? [] : both ? [state.lesions, state.second] : [state.lesions];
  const rows = lists.flatMap((list, n) => (both && !list.length ? [null] : list).map((lesion, i) => ({ lesion, n, i })));
  while (box.children.length > rows.length) box.lastElementChild.remove();
  while (box.children.length < rows.length) box.append($("lesion").content.firstElementChild.cloneNode(true));
  rows.forEach(({ lesion, n, i }, at) => {
    Object.assign(box.children[at].dataset, { n, i });
    showLesion(box.children[at], lesion, both && !i ? ["First", "Second"][n] : "", n);
  });
}

/** @param {any} row @param {Lesion|null} lesion @param {string} name @param {number} n */
function showLesion(row, lesion, name, n) {
  const [which, where, slider, share, kind, sources, away] = row.children;
  row.className = n ? "second" : "";
  which.hidden = !name;
  put(which, "text", lesion ? name : `${name}: click a nerve`);
  put(which, "aria-pressed", String(state.active === n));
  for (const part of [where, slider, share, kind, sources, away]) part.hidden = !lesion;
  if (!lesion) return;
  const places = Object.values(facts.places).find((list) => list.includes(lesion.where)) || [lesion.where];
  fill(where, places.map((/** @type {string} */ place) => h("option", { value: place }, place).outerHTML).join(""));
  Object.assign(slider, { value: String(Math.round(lesion.severity * 100)), ariaLabel: `Severity, ${lesion.where}, per cent` });
  put(share, "text", percent(lesion.severity));
  [where.value, kind.value, sources.dataset.who] = [lesion.where, lesion.kind, lesion.where.split(",")[0]];
  [sources.ariaLabel, away.ariaLabel] = [`Says who? ${lesion.where}`, `Take away: ${lesion.where}`];
}

/** Change a lesion by its row. @param {any} event */
function changeLesion({ target, type }) {
  const { n, i } = target.closest("li").dataset, { of: key, value = target.value } = target.dataset;
  const list = (/** @type {State} */ of) => (Number(n) ? of.second : of.lesions);
  if (type === "input" && key) commit((to) => { to.active = Number(n); Object.assign(list(to)[i], { [key]: key === "severity" ? value / 100 : value }); });
  else if (type === "click" && target.matches(".away")) commit((to) => { list(to).splice(i, 1); });
  else if (type === "click" && target.matches(".which")) commit((to) => { to.active = Number(n); }, false);
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
  $("type").value = state.chips[i];
  commit((to) => { to.chips.splice(i, 1); });
  $("type").focus();
}

/** Keys on a chip: digits grade, + and - refine, n makes the rest normal. @param {KeyboardEvent} event @param {number} i */
function chipKey(event, i) {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const text = state.chips[i], test = view.infer?.chips[i]?.test || "strength", rest = facts.rest[test] || facts.rest.strength;
  const set = (/** @type {string} */ now) => commit((to) => { to.chips[i] = now; });
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

function suggest(text = $("type").value.trim()) {
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
  fill($("apart"), comparing && view.compare ? view.compare.panel : "");
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
  for (const name of FOLDS) fill($(`t-${name}`), tables[name] || "<p>Cut a nerve to see its readings.</p>");
}

/** Show what the atlas says of a name, and who says so. @param {string} name */
async function says(name) {
  const panel = $("says"), back = /** @type {any} */ (document.activeElement), shut = () => { panel.hidden = true; back?.focus?.(); };
  if (!name) return;
  const said = await ask("atlas", null, `atlas/${encodeURIComponent(name)}`).catch((error) => { note(error.message); return null; });
  if (!said) return;
  panel.innerHTML = said.panel;
  panel.prepend(h("button", { type: "button", className: "close", onclick: shut }, "Close"));
  panel.hidden = false;
  panel.focus();
}

// ---- controls ----
/** From days to places on the rail, or back. @param {number} x @param {number[]} from @param {number[]} to */
function along(x, from, to) {
  const at = Math.max(from.findIndex((stop) => stop >= Math.min(x, /** @type {number} */ (from.at(-1)))), 1), low = at - 1;
  return Math.round(to[low] + (Math.min(x, from[at]) - from[low]) / (from[at] - from[low]) * (to[at] - to[low]));
}

function showControls() {
  const said = state.days < 60 ? `day ${state.days}` : state.days < 700 ? `day ${state.days}, ${Math.round(state.days / 30.44)} mo` : `${(state.days / 365.25).toFixed(1)} years`;
  put(document.body, "data-mode", state.mode);
  for (const button of $("modes").children) put(button, "aria-pressed", String(button.dataset.mode === state.mode));
  for (const button of $("tabs").children) put(button, "aria-pressed", String(button.dataset.tab === document.body.dataset.tab));
  for (const radio of /** @type {any} */ (document.getElementsByName("side"))) radio.checked = radio.value === state.side;
  for (const name of LINES) if (document.activeElement !== $(name)) $(name).value = state[name];
  for (const box of boxes()) box.checked = state.variants.includes(box.value);
  if (document.activeElement !== $("days")) $("days").value = String(along(state.days, STOPS, PLACES));
  $("days").setAttribute("aria-valuetext", said);
  put($("said-days"), "text", said);
  $("undo").disabled = !past.length;
  if (state.mode === "practise") showLesions();
}

/** Save a file. @param {Blob} blob @param {string} name */
function save(blob, name) {
  const href = URL.createObjectURL(blob);
  h("a", { href, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(href), 5000);
}

/** Save the plexus as a document of its own. @param {string} kind */
async function keep(kind) {
  const halos = Object.fromEntries((view.infer?.answer?.by_structure || []).map((/** @type {any} */ one) => [one.structure, one.probability]));
  const given = posted({ lesions: cuts(state), side: leg(), days: state.days, halos, variants: variants() });
  const blob = await (await fetch("/api/v1/picture", given)).blob(), image = new Image();
  if (kind === "svg") { save(blob, "plexus.svg"); return; }
  image.src = URL.createObjectURL(blob);
  await image.decode();
  const canvas = h("canvas", { width: image.width * 2, height: image.height * 2 });
  canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
  canvas.toBlob((/** @type {Blob} */ png) => save(png, "plexus.png"), "image/png");
}

/** Keys anywhere. @param {KeyboardEvent} event */
function key(event) {
  const at = /** @type {any} */ (event.target), typing = at.matches?.("input[type=text], input[list]");
  if (event.key === "/" && !typing) $("type").focus();
  else if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "z" && !(typing && at.value)) undo();
  else if (event.key === "Escape" && !$("says").hidden) $("says").querySelector(".close").click();
  else return;
  event.preventDefault();
}

/** @param {string} id @param {string} type @param {(event: any) => void} heard */
const on = (id, type, heard) => $(id).addEventListener(type, heard);
function listen() {
  on("type", "keydown", lineKey);
  on("type", "input", () => (/\S.*[;,]\s*$/.test($("type").value) ? typed() : suggest()));
  on("type", "blur", () => offer([]));
  on("line", "submit", (e) => e.preventDefault());
  on("line", "click", (e) => { if (e.target === e.currentTarget) $("type").focus(); });
  on("picture", "pointerover", foresee);
  on("picture", "pointerdown", press);
  on("picture", "click", (e) => { const target = e.target.closest("[role=button]"); if (target && !dragged) act(target, e.shiftKey); });
  on("picture", "keydown", walk);
  for (const type of ["pointerdown", "pointermove"]) on("sheet", type, stroke);
  for (const type of ["pointerup", "pointercancel"]) window.addEventListener(type, lift);
  document.addEventListener("click", pressed);
  document.addEventListener("keydown", key);
  for (const radio of /** @type {any} */ (document.getElementsByName("side"))) radio.addEventListener("change", () => commit((to) => { to.side = radio.value; }));
  for (const name of LINES) on(name, "change", () => commit((to) => { to[name] = $(name).value.trim(); }));
  const head = (/** @type {any} */ box) => box.value.split(":")[0];  // of several types of one variant a person has one
  on("variants", "change", (e) => commit((to) => { to.variants = boxes().filter((box) => box.checked && (box === e.target || head(box) !== head(e.target))).map((box) => box.value).slice(0, 8); }));
  on("days", "input", () => commit((to) => { to.days = along(Number($("days").value), PLACES, STOPS); }));
  for (const type of ["input", "click"]) on("lesions-list", type, changeLesion);
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
  on("copy", "click", () => { const link = new URL(linkOf(state), location.href).href; navigator.clipboard.writeText(link).then(() => note("the link is copied"), () => note(`the link: ${link}`)); });
  on("print", "click", () => window.print());
  for (const kind of ["svg", "png"]) on(kind, "click", () => keep(kind));
  window.addEventListener("hashchange", () => { past.push(JSON.stringify(state)); state = stateOf(location.hash); refresh(null); });
  NARROW.addEventListener("change", fit);
}

listen();
learn();
state = stateOf(location.hash);
refresh(null);
