
"use strict";
(() => {
  const byId = id => document.getElementById(id);
  const study = JSON.parse(byId("study").textContent);
  const { lowest, highest, name: scale } = study.scale;
  const known = new Set(study.items.map(item => item.id));
  const place = `lasco-study:${study.id}`;
  const isScore = score => Number.isInteger(score) && score >= lowest && score <= highest;

  // What this browser keeps: who rates, the answers by item, and the item that is shown.
  const state = { rater: "", answers: new Map(), at: 0 };

  // Whether only examples without an answer are gone through.
  let onlyOpen = false;

  function load() {
    try {
      const kept = JSON.parse(localStorage.getItem(place));
      if (kept === null) return;
      state.rater = String(kept.rater ?? "");
      take(kept.ratings);
      state.at = Math.min(Math.max(Number.parseInt(kept.at, 10) || 0, 0), study.items.length);
    } catch {
      warn("Answers that this browser kept cannot be read. If you saved a file, go on from it.");
    }
  }

  function keep() {
    try {
      localStorage.setItem(place, JSON.stringify({ rater: state.rater, ratings: ratings(), at: state.at }));
    } catch {
      warn("This browser does not keep your answers. Save a copy before you close the page.");
    }
  }

  const ratings = () => study.items.filter(item => state.answers.has(item.id)).map(item => ({ item: item.id, score: state.answers.get(item.id) }));

  function take(list) {
    let taken = 0;
    for (const rating of Array.isArray(list) ? list : []) {
      if (!rating || !known.has(rating.item) || !isScore(rating.score)) continue;
      state.answers.set(rating.item, rating.score);
      taken++;
    }
    return taken;
  }

  function warn(text) {
    byId("warning").textContent = text;
    byId("warning").hidden = text === "";
  }

  function show(section) {
    for (const each of ["start", "rating", "end"]) byId(each).hidden = each !== section;
    const rated = state.answers.size, all = study.items.length;
    byId("progress").max = all;
    byId("progress").value = rated;
    byId("count").textContent = `${rated} of ${all} rated`;
    byId("help").hidden = section === "start";
    byId("export").hidden = byId("reset").hidden = rated === 0 && state.rater === "";
  }

  function showStart() {
    byId("rater").value = state.rater;
    byId("begin").textContent = state.answers.size > 0 ? "Go on" : "Begin";
    show("start");
  }

  const picture = index => `data:image/jpeg;base64,${byId(`picture-${index}`).textContent}`;

  function showItem() {
    const item = study.items[state.at], number = `example ${state.at + 1} of ${study.items.length}`;
    byId("query").src = picture(item.query);
    byId("target").src = picture(item.target);
    byId("query").alt = `Left image, ${number}`;
    byId("target").alt = `Right image, ${number}`;
    const isEmpty = item.text.trim() === "";
    byId("text").textContent = isEmpty ? "(this example has no text)" : item.text;
    byId("text").classList.toggle("empty", isEmpty);
    byId("text").scrollTop = 0;
    for (const button of byId("scores").children)
      button.setAttribute("aria-pressed", String(Number(button.value) === state.answers.get(item.id)));
    byId("back").disabled = state.at === 0;
    byId("position").textContent = `${state.at + 1} / ${study.items.length}`;
    byId("status").textContent = `${number}. Text: ${byId("text").textContent}`;
    show("rating");
  }

  function showEnd() {
    const left = study.items.length - state.answers.size;
    byId("end-title").textContent = left === 0 ? "All rated, thank you!" : `${left} still without an answer`;
    byId("end-text").textContent = left === 0
      ? "Save your answers to a file and hand it in."
      : "You can rate what was skipped, or save what there is and hand it in.";
    byId("skipped").hidden = left === 0;
    byId("skipped").classList.toggle("primary", left > 0);
    byId("save").classList.toggle("primary", left === 0);
    byId("status").textContent = byId("end-title").textContent;
    show("end");
    byId("end-title").focus();
  }

  function goTo(index) {
    state.at = Math.min(Math.max(index, 0), study.items.length);
    keep();
    if (state.at === study.items.length) showEnd(); else showItem();
  }

  function firstOpen(from = 0) {
    const index = study.items.findIndex((item, i) => i >= from && !state.answers.has(item.id));
    return index < 0 ? study.items.length : index;
  }

  const goOn = () => goTo(onlyOpen ? firstOpen(state.at + 1) : state.at + 1);

  function goBack() {
    onlyOpen = false;
    goTo(state.at - 1);
  }

  function rate(score) {
    state.answers.set(study.items[state.at].id, score);
    goOn();
  }

  function save() {
    const content = {
      format: study.format, study: study.id, title: study.title, scale, rater: state.rater,
      exported: new Date().toISOString(), items: study.items.length, ratings: ratings(),
    };
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([JSON.stringify(content, null, 1)], { type: "application/json" }));
    link.download = `study-${study.id}-${state.rater.replace(/[^\p{L}\p{N}]+/gu, "-").replace(/^-+|-+$/g, "") || "rater"}.json`;
    document.body.append(link);
    link.click();
    link.remove();
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
    byId("status").textContent = "Saved.";
  }

  async function goOnFrom(file) {
    try {
      const content = JSON.parse(await file.text());
      if (content?.format !== study.format) throw new Error("is not a file of answers");
      if (content.study !== study.id) throw new Error("belongs to another study");
      if (state.answers.size > 0 && !confirm("Answers in the file replace those given here. Go on?")) return;
      take(content.ratings);
      if (typeof content.rater === "string") state.rater = content.rater;
      warn("");
      goTo(firstOpen());
    } catch (error) {
      warn(`${file.name} ${error instanceof SyntaxError ? "is not a file of answers" : error.message}.`);
    }
  }

  function addScores() {
    const labels = scale === "good-bad" ? [["Good", 1, "g"], ["Bad", 0, "b"]] : [1, 2, 3, 4, 5].map(score => [String(score), score, String(score)]);
    for (const [label, score, key] of labels) {
      const button = document.createElement("button");
      button.type = "button";
      button.value = String(score);
      button.append(label);
      button.setAttribute("aria-keyshortcuts", key);
      if (scale === "good-bad") {
        button.className = label.toLowerCase();
        const hint = document.createElement("kbd");
        hint.textContent = label[0];
        hint.setAttribute("aria-hidden", "true");
        button.append(hint);
      }
      button.addEventListener("click", () => rate(score));
      byId("scores").append(button);
    }
    byId("ends").hidden = scale === "good-bad";
    const lines = scale === "good-bad"
      ? [["Good: yes, they do.", "Key G."], ["Bad: no, the text is wrong, unclear, or asks for something else.", "Key B."]]
      : [["Answer from 1, not at all, to 5, perfectly.", "Keys 1 to 5."]];
    for (const [line, keys] of [...lines, ["An example that you cannot judge can be skipped.", "Keys ← and → go back and skip."]]) {
      const entry = document.createElement("li"), hint = document.createElement("span");
      hint.className = "keys";
      hint.textContent = ` ${keys}`;
      entry.append(line, hint);
      byId("answers").append(entry);
    }
  }

  function onKey(event) {
    if (byId("rating").hidden || event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
    if (event.key === "ArrowLeft") goBack();
    else if (event.key === "ArrowRight") goOn();
    else {
      const button = byId("scores").querySelector(`[aria-keyshortcuts="${CSS.escape(event.key.toLowerCase())}"]`);
      if (!button) return;
      button.click();
    }
    event.preventDefault();
  }

  addScores();
  load();
  document.addEventListener("keydown", onKey);
  byId("rater-form").addEventListener("submit", event => {
    event.preventDefault();
    state.rater = byId("rater").value.trim();
    if (state.rater === "") {
      byId("rater").value = "";
      byId("rater").reportValidity();
      return;
    }
    goTo(state.answers.size > 0 ? firstOpen() : state.at);
  });
  byId("back").addEventListener("click", goBack);
  byId("skip").addEventListener("click", goOn);
  byId("save").addEventListener("click", save);
  byId("export").addEventListener("click", save);
  byId("skipped").addEventListener("click", () => {
    onlyOpen = true;
    goTo(firstOpen());
  });
  byId("review").addEventListener("click", () => {
    onlyOpen = false;
    goTo(0);
  });
  byId("help").addEventListener("click", showStart);
  byId("import").addEventListener("click", () => byId("file").click());
  byId("file").addEventListener("change", event => {
    const [file] = event.target.files;
    event.target.value = "";
    if (file) goOnFrom(file);
  });
  byId("reset").addEventListener("click", () => {
    if (!confirm("Erase all answers in this browser?")) return;
    state.rater = "";
    state.answers.clear();
    state.at = 0;
    keep();
    showStart();
  });
  if (state.rater === "") showStart();
  else if (state.at === study.items.length) showEnd();
  else showItem();
})();
