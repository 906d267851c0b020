/*
 * Where processes spend their time: a tab on a model, and as long as it is open counts, medians and shades on its diagram.
 */
import { readsChinese } from '/assets/camunda/language.js';
import { show } from '/assets/camunda/sheet.js';
import { addStyles, element } from '/assets/camunda/tables.js';

const OVERLAY = 'qingwang-heat';
const HEIGHT = 15;

/* Of a large model the diagram is drawn small, its badges are not. */
const READABLE = { min: 0.85 };

let viewer = null;
let marks = [];
let painted = [];

function clear() {
  viewer?.get('overlays').remove({ type: OVERLAY });
  painted.forEach(([step, shade]) => viewer?.get('canvas').removeMarker(step, shade));
  painted = [];
}

function badge({ badge: words, bottleneck }) {
  const made = element('div', { className: 'qingwang-badge' }, bottleneck ? `▲ ${words}` : words);
  made.classList.toggle('qingwang-bottleneck', bottleneck);
  // The table below says the same.
  made.setAttribute('aria-hidden', 'true');
  return made;
}

function paint() {
  if (!viewer) {
    return;
  }
  clear();
  // Above the step and not on its name, however small the diagram is drawn.
  const top = -HEIGHT / Math.min(1, viewer.get('canvas').zoom());
  const drawn = marks.filter(({ step }) => viewer.get('elementRegistry').get(step));
  for (const mark of drawn) {
    const shade = `qingwang-shade-${mark.shade}`;
    viewer.get('canvas').addMarker(mark.step, shade);
    painted.push([mark.step, shade]);
    viewer.get('overlays').add(mark.step, OVERLAY, { position: { top, left: 0 }, scale: READABLE, html: badge(mark) });
  }
}

function legend(words) {
  const shades = words.map((text, at) => element('span', { className: `qingwang-shade-${at + 1}` }, text));
  return element('p', { className: 'qingwang-legend' }, ...shades);
}

/* Who comes from an agency's missed clocks is shown that agency's work. */
function asked() {
  const of = new URLSearchParams(window.location.hash.split('?')[1]).get('of');
  return of ? { of } : {};
}

const tab = {
  id: 'qingwang-heat',
  pluginPoint: 'cockpit.processDefinition.runtime.tab',
  priority: -11,
  properties: { label: readsChinese ? '热力图' : 'Heat map' },
  render(node, { processDefinitionId }) {
    addStyles('heat');
    const drawn = (sheet) => {
      node.querySelector('.qingwang-tables').before(legend(sheet.legend));
      marks = sheet.marks;
      paint();
    };
    show(node, `/desk/process-history/models/${processDefinitionId}/heat`, drawn, asked());
  },
  unmount() {
    marks = [];
    clear();
  }
};

const diagram = {
  id: 'qingwang-heat-diagram',
  pluginPoint: 'cockpit.processDefinition.diagram.plugin',
  priority: -11,
  render(shown) {
    viewer = shown;
    painted = [];
    paint();
  },
  unmount() {
    viewer = null;
    painted = [];
  }
};

export default [tab, diagram];
