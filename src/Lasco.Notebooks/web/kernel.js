// Loaded by the classic Notebook with the kernel: C# highlighting, and live charts from files that the kernel brings along.
define(["base/js/namespace", "base/js/events", "base/js/utils", "notebook/js/outputarea", "notebook/js/codecell"],
  function (Jupyter, events, utils, outputarea, codecell) {
  "use strict";

  const MIME = "application/vnd.plotly.v1+json";
  const OutputArea = outputarea.OutputArea;

  // The kernelspec's folder, where this script came from.
  function resource(name) {
    const base = Jupyter.notebook ? Jupyter.notebook.base_url : "/";
    return utils.url_path_join(base, "kernelspecs", encodeURIComponent(".net-csharp"), name);
  }

  let library = null;

  function load() {
    library = library || new Promise(function (resolve, reject) {
      requirejs([resource("plotly.min.js"), resource("charts.js")], (plotly, charts) => resolve({ plotly, charts }), reject);
    }).catch(function (error) {
      library = null; // So that the next chart tries again.
      throw error;
    });
    return library;
  }

  function render(figure, metadata, element) {
    const place = document.createElement("div");
    const area = this.create_output_subarea(metadata, "output_plotly rendered_html", MIME).append(place);
    place.style.minHeight = ((figure.layout && figure.layout.height) || 420) + "px";
    element.append(area);
    load()
      .then(({ plotly, charts }) => charts.draw(place, figure, { plotly }))
      .catch(function () {
        place.style.minHeight = "0";
        place.textContent = "This chart cannot be drawn: plotly.min.js is not in the kernel's folder. Install npm, build again and reinstall the kernel.";
      });
    return area;
  }

  function register(area) {
    if (!area || area.mime_types().includes(MIME)) return;
    area.register_mime_type(MIME, render, { safe: true, index: 0 });
  }

  // Draws charts that were in the notebook before this script came.
  function redraw() {
    Jupyter.notebook.get_cells().forEach(function (cell) {
      const area = cell.output_area;
      if (!area || !area.outputs.some(output => output.data && output.data[MIME])) return;
      const outputs = area.toJSON();
      area.clear_output(false, true);
      area.fromJSON(outputs, cell.metadata);
    });
  }

  function highlight() {
    codecell.CodeCell.options_default.cm_config.mode = "text/x-csharp";
    Jupyter.notebook.get_cells().filter(cell => cell.cell_type === "code").forEach(cell => cell.code_mirror.setOption("mode", "text/x-csharp"));
  }

  return {
    onload: function () {
      register(OutputArea.prototype);
      requirejs(["codemirror/mode/clike/clike"], highlight);
      if (Jupyter.notebook._fully_loaded) redraw();
      else events.one("notebook_loaded.Notebook", redraw);
    }
  };
});
