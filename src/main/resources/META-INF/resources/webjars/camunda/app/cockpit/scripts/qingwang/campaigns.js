/*
 * The view of campaigns, first on Cockpit's dashboard. The server words and links every figure; here they become tables.
 * Whoever watches over nothing gets nothing, and sees nothing.
 */
import { readsChinese } from '/assets/camunda/language.js';

const ADDRESS = `/desk/campaign-view?language=${readsChinese ? 'zh' : 'en'}`;
const FAILED = readsChinese ? '暂时无法统计，请重新打开本页。' : 'The figures cannot be had just now. Load this page again.';

function element(name, properties = {}, ...children) {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
}

function addStyles() {
  const address = '/assets/camunda/campaigns.css';
  if (!document.head.querySelector(`link[href="${address}"]`)) {
    document.head.append(element('link', { rel: 'stylesheet', href: address }));
  }
}

function bar({ percent }) {
  const shown = element('progress', { max: 100, value: percent });
  // The figure beside it says the same.
  shown.setAttribute('aria-hidden', 'true');
  return shown;
}

function cell(content, name) {
  const { text, link, figure, late, percent } = content;
  const made = element(name, { className: [figure && 'figure', late && 'late'].filter(Boolean).join(' ') });
  made.append(link ? element('a', { href: link }, text) : text);
  if (percent !== null) {
    made.append(bar(content));
  }
  return made;
}

function row([head, ...rest]) {
  const first = cell(head, 'th');
  first.scope = 'row';
  return element('tr', {}, first, ...rest.map((one) => cell(one, 'td')));
}

function heading(words, content) {
  return element('th', { scope: 'col', className: content?.figure ? 'figure' : '' }, words);
}

function table({ id, caption, columns, rows, none }) {
  const part = element('div', { className: `qingwang-${id}` });
  if (rows.length === 0) {
    part.append(element('h2', {}, caption), element('p', {}, none));
    return part;
  }
  const title = element('h2', { id: `qingwang-${id}` }, caption);
  const heads = element('tr', {}, ...columns.map((words, at) => heading(words, rows[0][at])));
  const body = element('tbody', {}, ...rows.map(row));
  const frame = element('div', { className: 'qingwang-frame', tabIndex: 0 });
  frame.setAttribute('role', 'region');
  frame.setAttribute('aria-labelledby', title.id);
  frame.append(element('table', {}, element('caption', {}, title), element('thead', {}, heads), body));
  part.append(frame);
  return part;
}

/* The vendor puts what is added to the dashboard last, under a heading of its own. */
function putFirst(node) {
  const section = node.closest('section.deprecate');
  section?.classList.add('qingwang-first');
  section?.parentElement.prepend(section);
}

async function view() {
  const answer = await fetch(ADDRESS, { headers: { Accept: 'application/json' }, redirect: 'error' });
  if (answer.status === 204) {
    return null;
  }
  if (!answer.ok) {
    throw new Error(`${answer.status} from ${ADDRESS}`);
  }
  return answer.json();
}

function draw(node, { title, counted, tables }) {
  node.replaceChildren(
    element('h1', { className: 'section-title' }, title),
    element('p', { className: 'qingwang-counted' }, counted),
    element('div', { className: 'qingwang-tables' }, ...tables.map(table))
  );
}

async function show(node) {
  try {
    const figures = await view();
    if (figures) {
      draw(node, figures);
      putFirst(node);
    } else {
      node.closest('section.deprecate')?.remove();
    }
  } catch (failure) {
    console.warn(failure);
    node.replaceChildren(element('p', { role: 'alert' }, FAILED));
    putFirst(node);
  }
}

export default {
  id: 'qingwang-campaigns',
  pluginPoint: 'cockpit.dashboard',
  priority: 100,
  render(node) {
    addStyles();
    node.classList.add('qingwang-campaign-view');
    show(node);
  }
};
