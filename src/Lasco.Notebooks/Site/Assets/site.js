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

// Breaks words into lines of a width in pixels.
function lines(text, width, size) {
  const most = Math.max(6, Math.floor(width / (0.56 * size)));
  return text.split('<br>').flatMap((line) => {
    const broken = [''];
    for (const word of line.split(' ')) {
      const last = broken[broken.length - 1];
      if (last && last.length + 1 + word.length > most) {
        broken.push(word);
      } else {
        broken[broken.length - 1] = last ? `${last} ${word}` : word;
      }
    }
    return broken;
  });
}

// On a narrow page titles are smaller, and break where they would be cut off.
function fitted(layout, width) {
  if (width >= 560) {
    return layout;
  }
  const result = { ...layout, margin: { ...layout.margin } };
  const inner = width - (layout.margin?.l ?? 60) - (layout.margin?.r ?? 25);
  const span = (axis) => inner * ((layout[axis]?.domain?.[1] ?? 1) - (layout[axis]?.domain?.[0] ?? 0));
  const grow = (side, pixels) => { result.margin[side] = (result.margin[side] ?? 60) + pixels; };
  if (layout.title?.text) {
    const broken = lines(layout.title.text, width - 24, 15);
    result.title = { ...layout.title, text: broken.join('<br>'), font: { ...layout.title.font, size: 15 } };
    grow('t', 19 * (broken.length - 1));
  }
  const axes = Object.keys(layout).filter((name) => /^[xy]axis\d*$/.test(name));
  let lowest = 1;
  for (const name of axes.filter((axis) => layout[axis].title?.text)) {
    const broken = name.startsWith('x') ? lines(layout[name].title.text, span(name) + 30, 12) : [layout[name].title.text];
    lowest = Math.max(lowest, broken.length);
    result[name] = { ...layout[name], title: { ...layout[name].title, text: broken.join('<br>'), font: { ...layout[name].title.font, size: 12 } } };
  }
  grow('b', 15 * (lowest - 1));
  let highest = 1;
  result.annotations = layout.annotations?.map((note) => {
    const panel = /^(x\d*) domain$/.exec(note.xref ?? '');
    if (!panel || note.showarrow !== false) {
      return note;
    }
    const broken = lines(note.text, span(panel[1].replace('x', 'xaxis')), 11);
    highest = Math.max(highest, broken.length);
    return { ...note, text: broken.join('<br>'), font: { ...note.font, size: 11 } };
  });
  grow('t', 14 * (highest - 1));
  return result;
}

// A chart's colours, taken from the page's own.
function themed(original, width) {
  const layout = fitted(original, width);
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
    Plotly.newPlot(plot, data, themed(layout, plot.clientWidth), { responsive: true, displaylogo: false, displayModeBar: matchMedia('(hover: hover)').matches && 'hover', ...config }).then(
      () => figure.classList.add('drawn'),
      () => plot.remove(),
    );
    charts.push({ plot, data, layout });
  }
  const redraw = () => charts.forEach(({ plot, data, layout }) => plot.isConnected && Plotly.react(plot, data, themed(layout, plot.clientWidth)));
  new MutationObserver(redraw).observe(root, { attributeFilter: ['data-theme'] });
  system.addEventListener('change', redraw);
  matchMedia('(max-width: 36em)').addEventListener('change', redraw);
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
