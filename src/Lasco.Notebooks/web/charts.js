// Draws Plotly figures in notebooks, on the site and for stills. A plain script or an AMD module; plotly.js comes from outside.
(function (root, make) {
  if (typeof define === "function" && define.amd) define([], make);
  else root.LascoCharts = make();
})(typeof self !== "undefined" ? self : this, function () {
  "use strict";

  const light = { text: "#333", grid: "#e4e4e4", line: "#999", paper: "#fff" };
  const dark = { text: "#ddd", grid: "#3a3a3a", line: "#777", paper: "rgba(0,0,0,0)" };
  const config = { responsive: true, displaylogo: false, modeBarButtonsToRemove: ["lasso2d", "select2d"] };

  function themed(figure, colors, options) {
    const layout = Object.assign({}, figure.layout);
    layout.paper_bgcolor = layout.paper_bgcolor || colors.paper;
    layout.plot_bgcolor = layout.plot_bgcolor || "rgba(0,0,0,0)";
    layout.font = Object.assign({ color: colors.text, family: "Helvetica Neue, Helvetica, Arial, Liberation Sans, sans-serif", size: 13 }, layout.font);
    for (const name of Object.keys(layout).filter(key => /^[xy]axis\d*$/.test(key)))
      layout[name] = Object.assign({ gridcolor: colors.grid, zerolinecolor: colors.grid, linecolor: colors.line }, layout[name]);
    if (options && options.width) Object.assign(layout, { width: options.width, height: options.height });
    return layout;
  }

  // Error bars in the colour of the words.
  function traces(figure, colors) {
    const bars = trace => ["error_x", "error_y"].filter(key => trace[key]);
    return (figure.data || []).map(trace => Object.assign({}, trace,
      ...bars(trace).map(key => ({ [key]: Object.assign({ color: colors.text, thickness: 1.5 }, trace[key]) }))));
  }

  // Whether the page around an element is dark: its own word for it, else the colour behind the element.
  function isDark(element) {
    const said = document.documentElement.dataset.theme;
    if (said) return said === "dark";
    for (let e = element; e; e = e.parentElement) {
      const color = getComputedStyle(e).backgroundColor.match(/[\d.]+/g);
      if (color && (color.length < 4 || +color[3] > 0.5)) return 0.299 * color[0] + 0.587 * color[1] + 0.114 * color[2] < 128;
    }
    return false;
  }

  // Draws a figure, or redraws it in place; a promise.
  function draw(element, figure, options) {
    const plotly = (options && options.plotly) || self.Plotly;
    const still = !!(options && options.still);
    const colors = !still && isDark(element) ? dark : light;
    return plotly.react(element, traces(figure, colors), themed(figure, colors, options),
      Object.assign({}, config, figure.config, still ? { staticPlot: true, responsive: false } : {}));
  }

  // Shows HTML and waits for its pictures; a promise.
  function show(element, html) {
    element.innerHTML = html;
    return Promise.all(Array.from(element.querySelectorAll("img"), image => image.decode().catch(() => null)));
  }

  // Draws one thing alone on the page; a promise of its height.
  async function still(width, drawing) {
    const old = document.getElementById("root"), element = document.createElement("div");
    if (old.data && self.Plotly) self.Plotly.purge(old);
    element.id = "root";
    element.style.width = width + "px";
    old.replaceWith(element);
    await drawing(element);
    await document.fonts.ready;
    return Math.ceil(element.getBoundingClientRect().height);
  }

  return { draw, show, still, isDark };
});
