/*
 * The view of campaigns, first on Cockpit's dashboard. The server words and links every figure; here they become tables.
 * Whoever watches over nothing gets nothing, and sees nothing.
 */
import { readsChinese } from '/assets/camunda/language.js';
import { addStyles, element, table } from '/assets/camunda/tables.js';

const ADDRESS = `/desk/campaign-view?language=${readsChinese ? 'zh' : 'en'}`;
const FAILED = readsChinese ? '暂时无法统计，请重新打开本页。' : 'The figures cannot be had just now. Load this page again.';

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
    addStyles('campaigns');
    node.classList.add('qingwang-campaign-view');
    show(node);
  }
};
