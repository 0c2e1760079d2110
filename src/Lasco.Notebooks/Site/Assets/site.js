'use strict';

// The theme is set before anything is drawn; without this script the pages follow the system's.
const root = document.documentElement;
const system = matchMedia('(prefers-color-scheme: dark)');

function chosenTheme() {
  try {
    return localStorage.getItem('theme');
  } catch {
    return null;
  }
}

function isDark() {
  return (root.dataset.theme || (system.matches ? 'dark' : 'light')) === 'dark';
}

if (chosenTheme()) {
  root.dataset.theme = chosenTheme();
}
root.classList.add('script');

// A chart's colours, taken from the page's own.
function themed(layout) {
  const probe = document.body.appendChild(document.createElement('span'));
  const colour = (name) => {
    probe.style.color = `var(${name})`;
    return getComputedStyle(probe).color;
  };
  const axis = { gridcolor: colour('--line'), linecolor: colour('--line-strong'), zerolinecolor: colour('--line-strong'), tickcolor: colour('--line-strong') };
  const result = { ...layout, paper_bgcolor: 'rgba(0,0,0,0)', plot_bgcolor: 'rgba(0,0,0,0)', autosize: true, modebar: { bgcolor: 'rgba(0,0,0,0)', color: colour('--line-strong'), activecolor: colour('--ink-soft') } };
  delete result.width;
  result.font = { family: getComputedStyle(root).fontFamily, ...layout.font, color: colour('--ink') };
  for (const key of new Set(['xaxis', 'yaxis', ...Object.keys(layout).filter((name) => /^[xy]axis\d*$/.test(name))])) {
    result[key] = { ...layout[key], ...axis };
    if (result[key].title && result[key].title.font) {
      result[key].title = { ...result[key].title, font: { ...result[key].title.font, color: colour('--ink') } };
    }
    if (result[key].tickfont) {
      result[key].tickfont = { ...result[key].tickfont, color: colour('--ink-soft') };
    }
  }
  if (layout.title && layout.title.font) {
    result.title = { ...layout.title, font: { ...layout.title.font, color: colour('--ink') } };
  }
  result.legend = { ...layout.legend, bgcolor: 'rgba(0,0,0,0)' };
  if (layout.legend && layout.legend.font) {
    result.legend.font = { ...layout.legend.font, color: colour('--ink') };
  }
  if (isDark() && Array.isArray(layout.annotations)) {
    result.annotations = layout.annotations.map((note) => ({ ...note, bgcolor: 'rgba(0,0,0,0)', font: { ...note.font, color: colour('--ink') }, arrowcolor: colour('--ink-soft') }));
  }
  probe.remove();
  return result;
}

function drawCharts() {
  if (!window.Plotly) {
    return;
  }
  const charts = [];
  for (const figure of document.querySelectorAll('figure.chart')) {
    const { data, layout = {}, config = {} } = JSON.parse(figure.querySelector('script').textContent);
    const plot = document.createElement('div');
    plot.className = 'plot';
    plot.style.height = figure.style.minHeight;
    figure.append(plot);
    Plotly.newPlot(plot, data, themed(layout), { responsive: true, displaylogo: false, displayModeBar: matchMedia('(hover: hover)').matches && 'hover', ...config }).then(
      () => figure.classList.add('drawn'),
      () => plot.remove(),
    );
    charts.push({ plot, data, layout });
  }
  const recolour = () => charts.forEach(({ plot, data, layout }) => plot.isConnected && Plotly.react(plot, data, themed(layout)));
  new MutationObserver(recolour).observe(root, { attributeFilter: ['data-theme'] });
  system.addEventListener('change', recolour);
}

document.addEventListener('DOMContentLoaded', () => {
  const button = document.querySelector('button.theme');
  button.hidden = false;
  button.addEventListener('click', () => {
    root.dataset.theme = isDark() ? 'light' : 'dark';
    try {
      localStorage.setItem('theme', root.dataset.theme);
    } catch {
      // A page from disk may not be allowed to remember.
    }
  });
  const contents = document.querySelector('nav.contents details');
  if (contents && matchMedia('(max-width: 63.99em)').matches) {
    contents.open = false;
  }
  drawCharts();
});
